"""Lists and letters: drafted, filled in, approved where the region asks for it, issued; then fixed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.domain.chain import canonical_json
from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId, Sha256
from inspector_app.domain.inspection import Inspection, Mode
from inspector_app.domain.papers import Paper, RegisteredLine
from inspector_app.domain.record import EvidenceList, FrozenEvidence, Registration
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.approval_subjects import Subject, unapproved
from inspector_app.services.approving import Approver, Approving
from inspector_app.services.marked_copies import document_picture
from inspector_app.services.paper_contents import BUILDERS, photographs, registration_paper
from inspector_app.services.paper_fields import FIELDS, PaperField
from inspector_app.services.paper_matter import Matter
from inspector_app.services.paper_records import Drawing, PaperRecords, Writer
from inspector_app.services.paper_workbooks import WORKBOOKS, PaperWorkbooks, lines_to_freeze
from inspector_app.services.registration_term import decided_by
from inspector_app.services.telephone_approving import TelephoneApproving, TelephoneView
from inspector_app.storage.kinds import to_plain

if TYPE_CHECKING:
    from inspector_app.domain.journal import Line
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.packs import PackService
    from inspector_app.services.workspace import WorkspaceService

_WRITES = ("document drafted", "document written")
_SHOWN_PIXELS = 1400
_ABOUT_PROBLEMS = (DocumentType.PROPOSAL, DocumentType.PROPOSAL_LETTER)
"""Their sentences speak of problems that were found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """One list or letter with everything that a page shows of it."""

    document: Document
    title: str
    number: str
    """As it is printed now: official or draft number; empty where the type has none."""
    next_number: str
    fields: tuple[PaperField, ...]
    defaults: dict[str, str]
    """What stands in a field while nothing is typed."""
    lacking: tuple[Sentence, ...]
    """What keeps it from being issued, approval aside."""
    needs_approval: bool
    approvers: tuple[Approver, ...]
    approved_by: Approver | None
    telephone: TelephoneView
    approval_is_stale: bool
    is_finished: bool


class PaperService:
    """What people do with lists and letters; records, interviews and receipts have services of their own."""

    def __init__(
        self, desk: Desk, records: PaperRecords, *, workspace: WorkspaceService, packs: PackService,
        evidence: EvidenceService,
    ) -> None:  # fmt: skip
        self._desk = desk
        self._approving = Approving(desk, self, workspace=workspace)
        self.telephone = TelephoneApproving(desk, self, workspace=workspace, packs=packs, evidence=evidence)
        self._workspace = workspace
        self._packs = packs
        self.records = records
        """Reading, printing, exporting, scans and withdrawal, which are the same for all types."""
        self.workbooks = PaperWorkbooks(desk, records)

    # Looking

    def documents(self, inspection_id: InspectionId) -> list[Document]:
        """Return the lists and letters of an inspection, the oldest first."""
        return self.records.documents(inspection_id, *FIELDS)

    def view(self, inspection_id: InspectionId, document_id: DocumentId) -> PaperView:
        """Return one document as a page shows it."""
        document = self.records.document(inspection_id, document_id)
        matter = self.records.matter(inspection_id, document)
        fields = FIELDS[document.type]
        is_finished = bool(self.records.revisions.of(inspection_id, document_id))
        is_open = document.state in (DocumentState.DRAFT, DocumentState.APPROVED) and not is_finished
        subject = self.subject(inspection_id, document_id) if is_open else None
        return PaperView(
            document=document,
            title=matter.rules.title,
            number=document.number or (document.draft_number if matter.rules.type_word else ""),
            next_number="" if is_finished else self.records.next_number(inspection_id, document),
            fields=fields,
            defaults={one.name: matter.template.wording[one.phrase] for one in fields if one.phrase},
            lacking=() if is_finished else tuple(self._lacking(inspection_id, matter)),
            needs_approval=_needs_approval(matter),
            approvers=self._approving.approvers(subject) if subject is not None else (),
            approved_by=self._approving.approved_by(document),
            telephone=self.telephone.view(document, matter.inspection.region, subject),
            approval_is_stale=not is_finished and self._is_stale(inspection_id, matter),
            is_finished=is_finished,
        )

    def drawing(self, inspection_id: InspectionId, document_id: DocumentId) -> Drawing:
        """Return how the document is drawn as PDF: the issued bytes, or a fresh layout."""
        document = self.records.document(inspection_id, document_id)
        return self.records.drawing(inspection_id, document, self._writer(inspection_id, document))

    def pdf(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the issued bytes; a document that is not issued is refused."""
        return self.records.pdf(inspection_id, document_id)

    def registration(self, inspection_id: InspectionId, document_id: DocumentId) -> Registration:
        """Return what is listed to be registered and kept; an empty list where nothing is yet."""
        found = self._desk.inspection(inspection_id).get(Registration, document_id)
        return found or Registration(id=document_id)

    # Being approved

    def subject(
        self, inspection_id: InspectionId, document_id: DocumentId, _deadline: date | None = None
    ) -> Subject:
        """Return an open list or letter as what is approved; one that is issued is refused."""
        document = unapproved(self.records.open_document(inspection_id, document_id))
        matter = self.records.matter(inspection_id, document)
        writes = self._writes(inspection_id, document_id)
        return Subject(
            document=document,
            inspection=matter.inspection,
            rules=matter.rules,
            content=self._fingerprint(inspection_id, matter) if _needs_approval(matter) else Sha256(""),
            writers=frozenset(line.person for line in writes),
            writes=len(writes),
            written_at=max((line.at for line in writes), default=None),
            lacking=tuple(self._lacking(inspection_id, matter)),
        )

    def writers(self, inspection_id: InspectionId, document_id: DocumentId) -> frozenset[PersonId]:
        """Return everybody who wrote in a document."""
        return frozenset(line.person for line in self._writes(inspection_id, document_id))

    def draft_pdf(self, inspection_id: InspectionId, subject: Subject) -> bytes:
        """Return the draft as its approver sees it."""
        return self.drawing(inspection_id, subject.document.id)()

    # Writing

    def draft(self, inspection_id: InspectionId, document_type: DocumentType) -> Document:
        """Begin a list or letter; a draft of the same type is returned instead of a second."""
        if document_type not in FIELDS:
            raise ValueError(document_type)
        for known in self.records.documents(inspection_id, document_type):
            if known.state in (DocumentState.DRAFT, DocumentState.APPROVED):
                return known
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        announced = inspection is not None and inspection.mode is Mode.ANNOUNCED
        if document_type is DocumentType.INSPECTION_NOTICE and not announced:
            raise NotAllowed(
                sentence("This inspection is not announced, so no notice of it is sent beforehand.")
            )
        document = self.records.new(inspection_id, document_type)
        beside = [Registration(id=document.id)] if document_type is DocumentType.REGISTRATION else []
        self.records.put(inspection_id, "document drafted", document, *beside)
        return document

    def edit(self, inspection_id: InspectionId, document_id: DocumentId, fields: dict[str, str]) -> Document:
        """Replace the values of the named fields; an approval given before no longer holds."""
        document = self.records.open_document(inspection_id, document_id)
        unknown = set(fields) - {one.name for one in FIELDS[document.type]}
        if unknown:
            raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
        merged = {**document.fields, **{key: value.strip() for key, value in fields.items()}}
        edited = unapproved(replace(document, fields={key: value for key, value in merged.items() if value}))
        self.records.put(inspection_id, "document written", edited)
        return edited

    def register(
        self, inspection_id: InspectionId, document_id: DocumentId, items: Sequence[RegisteredLine]
    ) -> Registration:
        """List what is registered and kept (先行登记保存), all of it at once."""
        document = self.records.open_document(inspection_id, document_id)
        known = self.registration(inspection_id, document_id)
        listed = replace(
            known,
            items=tuple(one for one in items if one.name.strip()),
            registered_at=known.registered_at or self._desk.clock.now(),
        )
        self.records.put(inspection_id, "document written", unapproved(document), listed)
        return listed

    def approve(
        self, inspection_id: InspectionId, document_id: DocumentId, person_id: PersonId, passphrase: str
    ) -> Document:
        """Let a second person approve by their own passphrase; nobody approves what they wrote."""
        return self._approving.approve(inspection_id, document_id, person_id, passphrase)

    def issue(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Number the document and fix its bytes, to be printed and signed; so are its clean numbers."""
        document = self.records.open_document(inspection_id, document_id)
        matter = self.records.matter(inspection_id, document)
        self._refuse_lacking(inspection_id, matter)
        if _needs_approval(matter):
            if document.state is not DocumentState.APPROVED:
                raise NotAllowed(sentence("This document needs an approval first. Have it approved."))
            if self._is_stale(inspection_id, matter):
                raise NotAllowed(
                    sentence("Something changed since this document was approved. Have it approved again.")
                )
        beside = self._frozen(inspection_id, matter)
        writer = self._writer(inspection_id, document, *beside)
        return self.records.finish(inspection_id, document, writer, line="document issued", beside=beside)

    # Inside

    def _writer(self, inspection_id: InspectionId, document: Document, *fixed: object) -> Writer:
        """Return what writes the document; ``fixed`` stands for what is stored only with its bytes."""
        if document.type is DocumentType.PHOTOGRAPHS:
            return lambda matter, number, head: photographs(matter, number, head, self._shrink(inspection_id))
        if document.type is DocumentType.REGISTRATION:
            registration = next(
                (one for one in fixed if isinstance(one, Registration)),
                self._with_deadline(inspection_id, document),
            )
            return lambda matter, number, head: registration_paper(
                matter, registration, self._approver_name(document), number, head
            )
        return BUILDERS[document.type]

    def _frozen(self, inspection_id: InspectionId, matter: Matter) -> list[object]:
        if matter.document.type is DocumentType.EVIDENCE_LIST:
            lines = tuple(
                FrozenEvidence(number=number, evidence=piece.id, label=piece.number, sha256=piece.sha256)
                for number, piece in enumerate(matter.evidence(), start=1)
            )
            return [EvidenceList(id=matter.document.id, lines=lines)]
        if matter.document.type in WORKBOOKS:
            return [lines_to_freeze(matter)]
        if matter.document.type is DocumentType.REGISTRATION:
            return [self._with_deadline(inspection_id, matter.document)]
        return []

    def _with_deadline(self, inspection_id: InspectionId, document: Document) -> Registration:
        """Return the registration with the day by which it is decided, where that can be told."""
        known = self.registration(inspection_id, document.id)
        if known.deadline is not None:
            return known
        return replace(known, deadline=self._decided_by(inspection_id, document, known)[0])

    def _decided_by(
        self, inspection_id: InspectionId, document: Document, known: Registration
    ) -> tuple[date | None, Sentence | None]:
        matter = self.records.matter(inspection_id, document)
        calendar = self._packs.holidays(matter.region.holidays)
        return decided_by(known, matter.rules.term, document.fields.get("deadline", ""), calendar)

    def _lacking(self, inspection_id: InspectionId, matter: Matter) -> list[Sentence]:
        document = matter.document
        found = [
            one.missing
            for one in FIELDS[document.type]
            if one.missing is not None and not document.fields.get(one.name)
        ]
        if document.type in _ABOUT_PROBLEMS and not (document.fields.get("problems") or matter.findings()):
            found.append(sentence("There is no finding yet."))
        if document.type is DocumentType.REGISTRATION:
            known = self.registration(inspection_id, document.id)
            if not known.items:
                found.append(sentence("Nothing is listed to be registered and kept."))
            undecided = self._decided_by(inspection_id, document, known)[1]
            found += [undecided] if undecided is not None else []
        return found

    def _refuse_lacking(self, inspection_id: InspectionId, matter: Matter) -> None:
        lacking = self._lacking(inspection_id, matter)
        if lacking:
            raise NotAllowed(lacking[0])

    def _is_stale(self, inspection_id: InspectionId, matter: Matter) -> bool:
        document = matter.document
        return document.state is DocumentState.APPROVED and document.approved_content != self._fingerprint(
            inspection_id, matter
        )

    def _fingerprint(self, inspection_id: InspectionId, matter: Matter) -> Sha256:
        """Return the hash of everything that is approved: all but number, day, approval and small print."""
        plain = unapproved(matter.document)
        write = self._writer(inspection_id, plain)
        paper: Paper = write(replace(matter, document=plain), "", "")
        plainly = to_plain(replace(paper, notes=(), signed_on="", draft=""))
        if not paper.corrects:
            del plainly["corrects"]  # what was approved before documents named another still holds
        return Sha256(hashlib.sha256(canonical_json(plainly).encode()).hexdigest())

    def _writes(self, inspection_id: InspectionId, document_id: DocumentId) -> list[Line]:
        history = self._desk.inspection(inspection_id).history(Document, document_id)
        return [revision.line for revision in history if revision.line.what in _WRITES]

    def _approver_name(self, document: Document) -> str:
        if document.signed is not None:
            return document.signed.name
        known = {person.id: person.name for person in self._workspace.people()}
        return known.get(document.approved_by, "") if document.approved_by else ""

    def _shrink(self, inspection_id: InspectionId) -> Callable[[Evidence], tuple[bytes, int, int] | None]:
        store = self._desk.inspection(inspection_id)
        return lambda piece: document_picture(store, piece, _SHOWN_PIXELS)


def _needs_approval(matter: Matter) -> bool:
    return matter.rules.approval is not ApprovalLevel.NONE
