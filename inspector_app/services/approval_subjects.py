"""What stands up for approval: one view of every type of document, so that all are approved in one way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId, Sha256
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.region import ApprovalLevel, DocumentRules
from inspector_app.domain.wording import Sentence, counted, sentence

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One open draft as it would be approved now."""

    document: Document
    """Without the approval it may have, and with whatever an approval fixes."""
    inspection: Inspection
    rules: DocumentRules
    content: Sha256
    """Hash of everything that is approved."""
    writers: frozenset[PersonId]
    """Everybody who wrote in it, by the journal: none of them approves it."""
    writes: int
    """How often it was written in, by the journal."""
    written_at: datetime | None
    """When it was last written in."""
    lacking: tuple[Sentence, ...]
    """What stands between the draft and its approval."""
    findings: int = 0
    to_return: Decimal = Decimal(0)


class Subjects(Protocol):
    """What a kind of document does to be approved."""

    def subject(
        self, inspection_id: InspectionId, document_id: DocumentId, deadline: date | None = None
    ) -> Subject:
        """Return an open draft as it stands; one that is finished is refused.

        ``deadline`` is the day that an earlier reader saw; ``None`` takes what the rules say today.
        """

    def writers(self, inspection_id: InspectionId, document_id: DocumentId) -> frozenset[PersonId]:
        """Return everybody who wrote in a document, whatever became of it since."""

    def draft_pdf(self, inspection_id: InspectionId, subject: Subject) -> bytes:
        """Return the draft's PDF, as who approves it sees it."""


class Approvables:
    """Finds how a document is approved by its type."""

    def __init__(self, desk: Desk, notices: Subjects, papers: Subjects) -> None:
        self._desk = desk
        self._notices = notices
        self._papers = papers

    def subject(
        self, inspection_id: InspectionId, document_id: DocumentId, deadline: date | None = None
    ) -> Subject:
        return self._way(inspection_id, document_id).subject(inspection_id, document_id, deadline)

    def writers(self, inspection_id: InspectionId, document_id: DocumentId) -> frozenset[PersonId]:
        return self._way(inspection_id, document_id).writers(inspection_id, document_id)

    def draft_pdf(self, inspection_id: InspectionId, subject: Subject) -> bytes:
        return self._way(inspection_id, subject.document.id).draft_pdf(inspection_id, subject)

    def _way(self, inspection_id: InspectionId, document_id: DocumentId) -> Subjects:
        document = stored(self._desk, inspection_id, document_id)
        return self._notices if document.type is DocumentType.RECTIFICATION_NOTICE else self._papers


def stored(desk: Desk, inspection_id: InspectionId, document_id: DocumentId) -> Document:
    """Return a document as it is stored; one that is gone is refused."""
    document = desk.inspection(inspection_id).get(Document, document_id)
    if document is None:
        raise UnusableInput(sentence("This document is no longer there. Refresh the list."))
    return document


def kind_word(document: Document) -> str:
    """Return what the journal calls a document."""
    return "notice" if document.type is DocumentType.RECTIFICATION_NOTICE else "document"


def ready(subject: Subject) -> Subject:
    """Return a subject with nothing open; otherwise the sentence names the first point."""
    if subject.rules.approval is ApprovalLevel.NONE:
        raise NotAllowed(sentence("This document needs no approval. Issue it."))
    if subject.lacking:
        raise NotAllowed(
            counted(
                len(subject.lacking),
                sentence(
                    "The document cannot be approved yet, one point is open: {first}",
                    first=subject.lacking[0],
                ),
                sentence(
                    "The document cannot be approved yet: {count} points are open. The first: {first}",
                    count=len(subject.lacking),
                    first=subject.lacking[0],
                ),
            )
        )
    return subject


def unapproved(document: Document) -> Document:
    """Return a document as before its approval, with the deadline that was typed and none that was fixed."""
    return replace(
        document,
        state=DocumentState.DRAFT,
        deadline=document.typed_deadline,
        approved_by=None,
        approved_at=None,
        approved_content=None,
        approver=None,
        telephone=None,
        signed=None,
    )
