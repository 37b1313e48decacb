"""Which withdrawn paper a new one replaces: of the same type, about the same thing, and not replaced yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.record import Delivery, Interview, Record, Registration

if TYPE_CHECKING:
    from inspector_app.storage.store import Store

_TO_SOMEBODY = (DocumentType.TRANSFER, DocumentType.PROPOSAL_LETTER)


def replaced_by(store: Store, document: Document) -> Document | None:
    """Return the withdrawn document that this one names as replaced; the newest, or ``None``.

    Both stay. What was withdrawn before anybody got it is not named.
    """
    if document.corrects is not None:
        return store.get(Document, document.corrects)
    others = [one for one in store.all(Document) if one.type is document.type and one.id != document.id]
    named = {one.corrects for one in others}
    about = _about(store, document)
    fitting = [
        one
        for one in others
        if one.state is DocumentState.WITHDRAWN
        and one.issued_at is not None
        and one.id not in named
        and about & _about(store, one)
    ]
    return max(fitting, key=lambda one: one.id, default=None)


def _about(store: Store, document: Document) -> frozenset[str]:
    """Return what a document is about; two are about the same thing where they share some of it."""
    kind, about = document.type, [""]
    if kind is DocumentType.RECORD:
        record = store.get(Record, document.id)
        about = [record.visit] if record else []
    elif kind is DocumentType.INTERVIEW:
        interview = store.get(Interview, document.id)
        about = [f"{interview.role}:{interview.person.name}"] if interview else []
    elif kind is DocumentType.DELIVERY:
        delivery = store.get(Delivery, document.id)
        about = list(delivery.documents) if delivery else []
    elif kind is DocumentType.REGISTRATION:
        registration = store.get(Registration, document.id)
        about = [item.name for item in registration.items] if registration else []
    elif kind in _TO_SOMEBODY:
        recipient = document.fields.get("recipient", "")
        about = [recipient] if recipient else []
    return frozenset(about)
