"""A notice leaves and comes back: printed, exported, scanned, withdrawn, corrected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.notice_records import NoticeRecords
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.intake import Intake, Source
    from inspector_app.services.numbers import NumberService


class NoticeDelivery:
    """What people do with a notice once it is on paper or should not be."""

    def __init__(
        self, desk: Desk, records: NoticeRecords, *, numbers: NumberService, evidence: EvidenceService
    ) -> None:
        self._desk = desk
        self._records = records
        self._numbers = numbers
        self._evidence = evidence

    def printed(self, inspection_id: InspectionId, document_id: DocumentId, copies: int = 1) -> Document:
        """Count copies that went to the printer."""
        document = self._records.document(inspection_id, document_id)
        counted = replace(document, copies_printed=document.copies_printed + copies)
        return self._records.put(inspection_id, counted, f"notice printed, {copies} copies")

    def export(self, inspection_id: InspectionId, document_id: DocumentId, path: Path) -> Path:
        """Write the newest revision outside, unencrypted; that it left is journalled."""
        pdf = self._records.pdf(inspection_id, document_id)
        try:
            write_beside(path, [pdf])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the notice itself is untouched.",
                    name=path.name,
                )
            ) from error
        self._records.put(
            inspection_id, self._records.document(inspection_id, document_id), "notice exported unencrypted"
        )
        return path

    def take_scan(self, inspection_id: InspectionId, document_id: DocumentId, source: Source) -> Intake:
        """Take the scan of the wet-signed copy in as evidence bound to the notice."""
        document = self._records.document(inspection_id, document_id)
        target = Target(
            kind=TargetKind.DOCUMENT, id=document_id, label=document.number or document.draft_number
        )
        (intake,) = self._evidence.take_in(inspection_id, [source], target=target)
        return intake

    def withdraw(self, inspection_id: InspectionId, document_id: DocumentId, reason: str) -> Document:
        """Take a notice back; it stays, with its reason, and its findings can stand in another."""
        document = self._records.document(inspection_id, document_id)
        withdrawn = self._take_back(inspection_id, document, reason)
        self.void_what_was_withdrawn(inspection_id)
        return withdrawn

    def correct(self, inspection_id: InspectionId, document_id: DocumentId, reason: str) -> Document:
        """Withdraw an issued notice and begin, in one step, the one that replaces it and names it."""
        document = self._records.document(inspection_id, document_id)
        if document.state is not DocumentState.ISSUED:
            raise NotAllowed(sentence("Only an issued notice is corrected by a new one. Edit this one."))
        new = self._records.new(corrects=document)
        self._take_back(inspection_id, document, reason, new)
        return new

    def void_what_was_withdrawn(self, inspection_id: InspectionId) -> None:
        """Declare the numbers void of notices that were withdrawn before they were issued.

        The register lies in another file than the notice, so a power cut can come between the two.
        """
        for document in self._desk.inspection(inspection_id).all(Document):
            if document.state is DocumentState.WITHDRAWN and document.issued_at is None:
                held = self._numbers.of_document(document.id)
                if held is not None:
                    self._numbers.void(held[1].id, document.withdrawn_reason)

    def _take_back(
        self, inspection_id: InspectionId, document: Document, reason: str, new: Document | None = None
    ) -> Document:
        """Withdraw a notice, with the one that replaces it in the same intention."""
        if document.state is DocumentState.WITHDRAWN:
            raise NotAllowed(sentence("This notice was withdrawn already."))
        if not reason.strip():
            raise UnusableInput(sentence("Say why the notice is withdrawn; the reason stays with it."))
        was_issued = document.state is DocumentState.ISSUED
        withdrawn = replace(document, state=DocumentState.WITHDRAWN, withdrawn_reason=reason.strip())
        store = self._desk.inspection(inspection_id)
        what = "notice corrected" if new else "notice withdrawn"
        with store.intention(what, self._desk.author) as unit:
            unit.put(withdrawn)
            if new is not None:
                unit.put(new)
            for identity in document.findings if was_issued else ():
                finding = store.get(Finding, identity)
                if finding is not None and finding.state is FindingState.NOTIFIED:
                    unit.put(replace(finding, state=FindingState.CONFIRMED))
        return withdrawn
