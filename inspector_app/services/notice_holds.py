"""What a notice that is laid out or issued holds fast: its findings and the team that signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.ids import DocumentId, FindingId
from inspector_app.domain.wording import Sentence, sentence

if TYPE_CHECKING:
    from inspector_app.domain.inspection import Inspection
    from inspector_app.storage.store import Store

FREE = (FindingState.TO_CONFIRM, FindingState.CONFIRMED)
"""A finding in another state stands in a notice that was issued, or was taken back."""


def held_findings(store: Store, besides: DocumentId | None = None) -> set[FindingId]:
    """Return the findings that stand in a living final layout; ``besides`` names one that is not asked."""
    return {
        finding
        for document in store.all(Document)
        if document.state is not DocumentState.WITHDRAWN and document.id != besides
        for finding in document.findings
    }


def refuse_if_held(store: Store, finding_id: FindingId) -> None:
    """Refuse to change a finding whose words somebody has signed or is about to sign."""
    reason = why_held(store, finding_id)
    if reason is not None:
        raise NotAllowed(reason)


def why_held(store: Store, finding_id: FindingId) -> Sentence | None:
    """Return why a finding may not be changed; ``None`` where it may."""
    stored = store.get(Finding, finding_id)
    if stored is not None and stored.state not in (*FREE, FindingState.WITHDRAWN):
        return sentence("This finding stands in an issued notice. Withdraw or correct the notice instead.")
    if finding_id in held_findings(store):
        return sentence(
            "This finding stands in a notice that is laid out for signing. Withdraw the notice first."
        )
    return None


def refuse_other_team(store: Store, before: Inspection | None, after: Inspection) -> None:
    """Refuse another team while a notice waits for the signatures of this one."""
    waits = any(
        document.state is DocumentState.APPROVED and document.findings for document in store.all(Document)
    )
    if waits and before is not None and before.team != after.team:
        raise NotAllowed(
            sentence(
                "A notice waits for this team's signatures. Issue or withdraw it before the team changes."
            )
        )
