"""Notices: looked at, drafted from the findings, approved by a second person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import (
    Document,
    DocumentState,
)
from inspector_app.domain.evidence import Evidence, Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.services.approval_subjects import unapproved
from inspector_app.services.approving import Approver, Approving
from inspector_app.services.notice_content import (
    EDITABLE,
    Material,
    copies_of,
    fingerprint,
    totals,
    usual_fields,
)
from inspector_app.services.notice_delivery import NoticeDelivery
from inspector_app.services.notice_material import blockers
from inspector_app.services.notice_records import TYPE, NoticeRecords
from inspector_app.services.notice_signing import NoticeSigning, SigningPlace
from inspector_app.services.notice_subjects import NoticeSubjects
from inspector_app.services.readiness import Obstacle, doubtful, obstacles
from inspector_app.services.revisions import TIME_STAMP
from inspector_app.services.telephone_approving import TelephoneApproving, TelephoneView

if TYPE_CHECKING:
    from inspector_app.domain.verification import VerificationReport
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.numbers import NumberService
    from inspector_app.services.packs import PackService
    from inspector_app.services.workspace import WorkspaceService
    from inspector_app.system.wording_files import WordingBook


class Unchanged(Enum):
    """Says of a value that it stays, where ``None`` means something."""

    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """One notice with everything that a page shows of it."""

    document: Document
    title: str
    number: str
    """As it is printed now: official or draft number."""
    next_number: str
    """The number that would be burned; empty where no block has one left."""
    blockers: tuple[Obstacle, ...]
    approvers: tuple[Approver, ...]
    signing: tuple[SigningPlace, ...]
    is_laid_out: bool
    """The final layout is fixed: only signatures are added from here."""
    revisions: int
    is_stamped: bool
    """An authority outside vouches for its time."""
    scans: tuple[Evidence, ...]
    copies: int
    """How many the notice says it is made out in."""
    approval_is_stale: bool
    """Something changed since the approval, so it must be approved again."""
    approved_by: Approver | None
    """Who approved, as they stood then."""
    telephone: TelephoneView
    usual: dict[str, str]
    """What is printed where nothing is typed: office, telephone and copies."""
    party: str
    """To whom it goes."""
    findings: int
    to_return: Decimal
    usual_deadline: date | None
    """The region's term from today; ``None`` where no calendar tells."""

    @property
    def may_be_approved(self) -> bool:
        """Nothing is open, and the notice has no approval that still holds."""
        is_draft = self.document.state is DocumentState.DRAFT or self.approval_is_stale
        return is_draft and not self.blockers and not self.is_laid_out


class NoticeService:
    """What people do with rectification notices."""

    def __init__(
        self,
        desk: Desk,
        *,
        workspace: WorkspaceService,
        packs: PackService,
        numbers: NumberService,
        evidence: EvidenceService,
        wording: WordingBook,
    ) -> None:
        self._desk = desk
        self._workspace = workspace
        self._packs = packs
        self._numbers = numbers
        self._evidence = evidence
        self._records = NoticeRecords(desk, packs, wording)
        self.subjects = NoticeSubjects(desk, packs, self._records)
        """Notices as what is approved, for every way of approving."""
        self._approving = Approving(desk, self.subjects, workspace=workspace)
        self.telephone = TelephoneApproving(
            desk, self.subjects, workspace=workspace, packs=packs, evidence=evidence
        )
        self.signing = NoticeSigning(desk, self._records, workspace=workspace, numbers=numbers)
        self.delivery = NoticeDelivery(desk, self._records, numbers=numbers, evidence=evidence)

    # Looking

    def documents(self, inspection_id: InspectionId) -> list[Document]:
        """Return the notices of an inspection, the oldest first."""
        self.delivery.void_what_was_withdrawn(inspection_id)
        return [found for found in self._desk.inspection(inspection_id).all(Document) if found.type is TYPE]

    def view(self, inspection_id: InspectionId, document_id: DocumentId) -> NoticeView:
        """Return one notice as a page shows it."""
        document = self._records.document(inspection_id, document_id)
        revisions = self._records.revisions.of(inspection_id, document_id)
        material = self._records.material(inspection_id, document)
        is_open = document.state in (DocumentState.DRAFT, DocumentState.APPROVED)
        is_stale = document.state is DocumentState.APPROVED and not revisions and self._is_stale(material)
        if is_stale:
            material = self._records.material(inspection_id, unapproved(document))
        subject = self.subjects.subject(inspection_id, document_id) if is_open and not revisions else None
        return NoticeView(
            document=document,
            title=material.rules.title,
            number=document.number or document.draft_number,
            next_number=self._next_number(document, material),
            blockers=blockers(self._desk, self._packs, material) if is_open and not revisions else (),
            approvers=self._approving.approvers(subject) if subject is not None else (),
            signing=self.signing.places(inspection_id, document_id),
            is_laid_out=bool(revisions),
            revisions=len(revisions),
            is_stamped=bool(revisions) and revisions[-1].what == TIME_STAMP,
            scans=tuple(self._scans(inspection_id, document_id)),
            copies=copies_of(material),
            approval_is_stale=is_stale,
            approved_by=self._approving.approved_by(document) if not is_stale else None,
            telephone=self.telephone.view(document, material.inspection.region, subject),
            usual=usual_fields(material),
            usual_deadline=self._records.usual_deadline(material),
            party=material.inspection.institution.name,
            findings=len(material.findings),
            to_return=totals(material).to_return,
        )

    def blockers(self, inspection_id: InspectionId, document_id: DocumentId) -> tuple[Obstacle, ...]:
        """Return what still stands between a draft and its approval, each with where it is mended."""
        document = self._records.document(inspection_id, document_id)
        return blockers(self._desk, self._packs, self._records.material(inspection_id, document))

    def open_points(self, inspection_id: InspectionId) -> tuple[Obstacle, ...]:
        """Return what is still missing: of the open notice, or before one is written of the inspection.

        Approvals by telephone that wait for confirmation come first, whatever became of their notice; what
        looks wrong and stops nothing comes last.
        """
        waiting, doubts = self.telephone.waiting(inspection_id), doubtful(self._desk, inspection_id)
        for document in self.documents(inspection_id):
            if document.state is DocumentState.DRAFT:
                return (*waiting, *self.blockers(inspection_id, document.id), *doubts)
        return (*waiting, *obstacles(self._desk, inspection_id), *doubts)

    def drawing(
        self, inspection_id: InspectionId, document_id: DocumentId
    ) -> Callable[[], tuple[bytes, bytes]]:
        """Return how the notice is drawn, which takes its time and touches no database.

        Drawn, it is there twice: its own bytes (the newest revision, or a fresh layout while there is
        none), and as screen and printer show it with every name.
        """
        document = self._records.document(inspection_id, document_id)
        revisions = self._records.revisions.of(inspection_id, document_id)
        if revisions:
            pdf = self._records.revisions.read(inspection_id, revisions[-1])
            return lambda: (pdf, _with_names(pdf) if len(revisions) > 1 else pdf)
        laid_out = self._records.layout(inspection_id, document, number=document.draft_number)

        def fresh() -> tuple[bytes, bytes]:
            pdf = laid_out().pdf
            return pdf, pdf

        return fresh

    def revisions(self, inspection_id: InspectionId, document_id: DocumentId) -> list[bytes]:
        """Return every revision, the layout first; each begins with the bytes of the one before."""
        return [
            self._records.revisions.read(inspection_id, revision)
            for revision in self._records.revisions.of(inspection_id, document_id)
        ]

    def verify(self, inspection_id: InspectionId, document_id: DocumentId) -> VerificationReport:
        """Say of the newest revision what the verifier says to anybody."""
        from inspector_app.documents.verifying import verify

        return verify(self._records.pdf(inspection_id, document_id))

    # Writing

    def draft(self, inspection_id: InspectionId) -> Document:
        """Begin a notice from the findings; one that is not issued yet is returned instead of a second."""
        for known in self.documents(inspection_id):
            if known.state in (DocumentState.DRAFT, DocumentState.APPROVED):
                return known
        return self._records.put(inspection_id, self._records.new(), "notice drafted")

    def edit(
        self,
        inspection_id: InspectionId,
        document_id: DocumentId,
        *,
        fields: dict[str, str] | None = None,
        deadline: date | Unchanged | None = Unchanged.STAYS,
    ) -> Document:
        """Change what a person may type; an approval given before no longer holds.

        ``fields`` replaces the values of the named fields (see ``EDITABLE``); ``deadline`` of ``None``
        goes back to the region's term, and without it the present choice stays.
        """
        document = self._records.open_document(inspection_id, document_id)
        unknown = set(fields or {}) - set(EDITABLE)
        if unknown:
            raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
        merged = {**document.fields, **{key: value.strip() for key, value in (fields or {}).items()}}
        typed = document.typed_deadline if isinstance(deadline, Unchanged) else deadline
        edited = replace(
            unapproved(replace(document, typed_deadline=typed)),
            fields={key: value for key, value in merged.items() if value},
        )
        return self._records.put(inspection_id, edited, "notice edited")

    def approve(
        self, inspection_id: InspectionId, document_id: DocumentId, person_id: PersonId, passphrase: str
    ) -> Document:
        """Let a second person approve, by their own passphrase; nobody approves what they wrote."""
        return self._approving.approve(inspection_id, document_id, person_id, passphrase)

    def pdf(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the newest immutable revision; a notice without one is refused."""
        return self._records.pdf(inspection_id, document_id)

    # Inside

    def _is_stale(self, material: Material) -> bool:
        """Tell whether what was approved is no longer what would be printed, or would be late."""
        today = official_day(self._desk.clock.now())
        is_over = material.deadline is not None and material.deadline < today
        return is_over or material.document.approved_content != fingerprint(material)

    def _next_number(self, document: Document, material: Material) -> str:
        """Return the number that the document holds already, or the one it would get."""
        if document.number:
            return ""
        held = self._numbers.of_document(document.id)
        if held is not None:
            return self._records.printed_number(held[0], held[1].number, material)
        free = self._numbers.next_free(TYPE, official_day(self._desk.clock.now()).year)
        return self._records.printed_number(*free, material) if free else ""

    def _scans(self, inspection_id: InspectionId, document_id: DocumentId) -> list[Evidence]:
        return self._evidence.evidence_for(
            inspection_id, Target(kind=TargetKind.DOCUMENT, id=document_id, label="")
        )


def _with_names(pdf: bytes) -> bytes:
    from inspector_app.documents.showing import shown

    return shown(pdf)
