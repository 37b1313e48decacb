"""How a notice stands up for approval: what would be printed, who wrote it, what is still open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.domain.document import Document
from inspector_app.domain.finding import Finding
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.journal import Line
from inspector_app.services.approval_subjects import Subject, unapproved
from inspector_app.services.notice_content import fingerprint, totals
from inspector_app.services.notice_material import blockers

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.notice_records import NoticeRecords
    from inspector_app.services.packs import PackService

_WRITES_NOTICE = ("notice drafted", "notice edited", "notice corrected")
_LEAVES_FINDING = ("clause confirmed", "notice issued", "notice withdrawn", "notice corrected")
"""Lines that touch a finding without writing any of its words or amounts."""


class NoticeSubjects:
    """Notices as what is approved."""

    def __init__(self, desk: Desk, packs: PackService, records: NoticeRecords) -> None:
        self._desk = desk
        self._packs = packs
        self._records = records

    def subject(
        self, inspection_id: InspectionId, document_id: DocumentId, deadline: date | None = None
    ) -> Subject:
        """Return an open notice with its deadline fixed; one that is laid out is refused."""
        plain = unapproved(self._records.open_document(inspection_id, document_id))
        if plain.deadline is None and deadline is not None:
            plain = replace(plain, deadline=deadline)
        fixed = replace(plain, deadline=self._records.material(inspection_id, plain).deadline)
        material = self._records.material(inspection_id, fixed)
        own = self._own(inspection_id, document_id)
        return Subject(
            document=fixed,
            inspection=material.inspection,
            rules=material.rules,
            content=fingerprint(material),
            writers=self._writers(inspection_id, document_id, material.findings),
            writes=len(own),
            written_at=max((line.at for line in own), default=None),
            lacking=tuple(one.words for one in blockers(self._desk, self._packs, material)),
            findings=len(material.findings),
            to_return=totals(material).to_return,
        )

    def writers(self, inspection_id: InspectionId, document_id: DocumentId) -> frozenset[PersonId]:
        """Return everybody who wrote in a notice or in one of its findings."""
        document = self._records.document(inspection_id, document_id)
        material = self._records.material(inspection_id, document)
        return self._writers(inspection_id, document_id, material.findings)

    def draft_pdf(self, inspection_id: InspectionId, subject: Subject) -> bytes:
        document = subject.document
        return self._records.lay_out(inspection_id, document, number=document.draft_number).pdf

    def _own(self, inspection_id: InspectionId, document_id: DocumentId) -> list[Line]:
        history = self._desk.inspection(inspection_id).history(Document, document_id)
        return [revision.line for revision in history if revision.line.what in _WRITES_NOTICE]

    def _writers(
        self, inspection_id: InspectionId, document_id: DocumentId, findings: Sequence[Finding]
    ) -> frozenset[PersonId]:
        store = self._desk.inspection(inspection_id)
        own = {line.person for line in self._own(inspection_id, document_id)}
        return frozenset(own) | {
            revision.line.person
            for finding in findings
            for revision in store.history(Finding, finding.id)
            if revision.line.what not in _LEAVES_FINDING
        }
