"""Notices: drafted from the findings, approved by a second person, numbered, signed, printed, withdrawn."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import BEIJING, official_day
from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.document import (
    Document,
    DocumentRevision,
    DocumentState,
    DocumentType,
    NumberBlock,
)
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Evidence, Target, TargetKind
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.numbering import official_number
from inspector_app.domain.people import Person, Role
from inspector_app.domain.readable import encode
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import sentence
from inspector_app.services.notice_content import (
    EDITABLE,
    Material,
    Occasion,
    compose,
    copies_of,
    fingerprint,
)
from inspector_app.services.notice_material import blockers, gather
from inspector_app.services.readiness import Obstacle
from inspector_app.services.revisions import Revisions
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.documents.notice import LaidOut
    from inspector_app.domain.verification import VerificationReport
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.intake import Intake, Source
    from inspector_app.services.numbers import NumberService
    from inspector_app.services.packs import PackService
    from inspector_app.services.workspace import WorkspaceService
    from inspector_app.system.wording_files import WordingBook

TYPE = DocumentType.RECTIFICATION_NOTICE
LAYOUT = "layout"
BUREAU_SIGNATURE = "signature:bureau"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPlace:
    """One signature that the document needs."""

    person: Person | None
    """``None`` for the bureau."""
    field: str
    is_signed: bool


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
    approvers: tuple[Person, ...]
    signing: tuple[SigningPlace, ...]
    is_laid_out: bool
    """The final layout is fixed: only signatures are added from here."""
    revisions: int
    scans: tuple[Evidence, ...]
    copies: int
    """How many the notice says it is made out in."""
    approval_is_stale: bool
    """Something changed since the approval, so it must be approved again."""


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
        self._wording = wording
        self._revisions = Revisions(desk)

    # Looking

    def documents(self, inspection_id: InspectionId) -> list[Document]:
        """Return the notices of an inspection, the oldest first."""
        return [found for found in self._desk.inspection(inspection_id).all(Document) if found.type is TYPE]

    def view(self, inspection_id: InspectionId, document_id: DocumentId) -> NoticeView:
        """Return one notice as a page shows it."""
        document = self._document(inspection_id, document_id)
        revisions = self._revisions.of(inspection_id, document_id)
        material = self._material(inspection_id, document)
        is_open = document.state in (DocumentState.DRAFT, DocumentState.APPROVED)
        free = self._numbers.next_free(TYPE, official_day(self._desk.clock.now()).year)
        return NoticeView(
            document=document,
            title=material.rules.title,
            number=document.number or document.draft_number,
            next_number=self._printed(*free, material) if free and not document.number else "",
            blockers=blockers(self._desk, self._packs, material) if is_open and not revisions else (),
            approvers=self._approvers(inspection_id, document, material.rules.approval),
            signing=self._signing(material, revisions),
            is_laid_out=bool(revisions),
            revisions=len(revisions),
            scans=tuple(self._scans(inspection_id, document_id)),
            copies=copies_of(material),
            approval_is_stale=document.state is DocumentState.APPROVED
            and not revisions
            and document.approved_content != fingerprint(material),
        )

    def blockers(self, inspection_id: InspectionId, document_id: DocumentId) -> tuple[Obstacle, ...]:
        """Return what still stands between a draft and its approval, each with where it is mended."""
        document = self._document(inspection_id, document_id)
        return blockers(self._desk, self._packs, self._material(inspection_id, document))

    def preview(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the notice as PDF: the newest revision, or a fresh layout while there is none."""
        document = self._document(inspection_id, document_id)
        revisions = self._revisions.of(inspection_id, document_id)
        if revisions:
            return self._revisions.read(inspection_id, revisions[-1])
        return self._lay_out(inspection_id, document, number=document.draft_number).pdf

    def pdf(self, inspection_id: InspectionId, document_id: DocumentId) -> bytes:
        """Return the newest immutable revision; a notice without one is refused."""
        revisions = self._revisions.of(inspection_id, document_id)
        if not revisions:
            raise NotAllowed(sentence("This notice is not laid out for signing yet. Approve it first."))
        return self._revisions.read(inspection_id, revisions[-1])

    def revisions(self, inspection_id: InspectionId, document_id: DocumentId) -> list[bytes]:
        """Return every revision, the layout first; each begins with the bytes of the one before."""
        return [
            self._revisions.read(inspection_id, revision)
            for revision in self._revisions.of(inspection_id, document_id)
        ]

    def verify(self, inspection_id: InspectionId, document_id: DocumentId) -> VerificationReport:
        """Say of the newest revision what the verifier says to anybody."""
        from inspector_app.documents.verifying import verify

        return verify(self.pdf(inspection_id, document_id))

    # Writing

    def draft(self, inspection_id: InspectionId) -> Document:
        """Begin a notice from the findings; an unfinished one is returned instead of a second."""
        for known in self.documents(inspection_id):
            if known.state is DocumentState.DRAFT:
                return known
        return self._begin(inspection_id)

    def edit(
        self,
        inspection_id: InspectionId,
        document_id: DocumentId,
        *,
        fields: dict[str, str] | None = None,
        deadline: date | None = None,
    ) -> Document:
        """Change what a person may type; an approval given before no longer holds.

        ``fields`` replaces the values of the named fields (see ``EDITABLE``); ``deadline`` of ``None``
        goes back to the region's term.
        """
        document = self._open_document(inspection_id, document_id)
        unknown = set(fields or {}) - set(EDITABLE)
        if unknown:
            raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
        merged = {**document.fields, **{key: value.strip() for key, value in (fields or {}).items()}}
        edited = replace(
            document,
            fields={key: value for key, value in merged.items() if value},
            deadline=deadline,
            state=DocumentState.DRAFT,
            approved_by=None,
            approved_at=None,
            approved_content=None,
        )
        return self._put(inspection_id, edited, "notice edited")

    def approve(
        self, inspection_id: InspectionId, document_id: DocumentId, person_id: PersonId, passphrase: str
    ) -> Document:
        """Let a second person approve, by their own passphrase; nobody approves what they wrote."""
        document = self._open_document(inspection_id, document_id)
        material = self._material(inspection_id, document)
        blocked = blockers(self._desk, self._packs, material)
        if blocked:
            raise NotAllowed(
                sentence(
                    "The notice cannot be approved yet: {count} points are open. The first: {first}",
                    count=len(blocked),
                    first=blocked[0].words,
                )
            )
        if person_id in self._writers(inspection_id, document_id):
            raise NotAllowed(
                sentence("Nobody approves what they wrote. Ask a second person to approve this notice.")
            )
        if person_id not in {
            person.id for person in self._approvers(inspection_id, document, material.rules.approval)
        }:
            raise NotAllowed(sentence("This person may not approve this notice. Ask a team lead."))
        confirmed = self._workspace.confirm(person_id, passphrase)
        frozen = replace(document, deadline=material.deadline)
        approved = replace(
            frozen,
            state=DocumentState.APPROVED,
            approved_by=confirmed.person.id,
            approved_at=self._desk.clock.now(),
            approved_content=fingerprint(self._material(inspection_id, frozen)),
        )
        return self._put(inspection_id, approved, f"notice approved by {confirmed.person.id}")

    # Signing

    def lay_out(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Fix the final layout: burn a number, print the journal's head, prepare the signature fields.

        Where no block has a number left, the draft number is printed and the official one comes later.
        """
        from inspector_app.documents.signing import prepare

        document = self._approved(inspection_id, document_id)
        if self._revisions.of(inspection_id, document_id):
            return document
        material = self._material(inspection_id, document)
        if document.approved_content != fingerprint(material):
            raise NotAllowed(
                sentence("Something changed since this notice was approved. Have it approved again.")
            )
        burned = self._numbers.burn(TYPE, inspection=inspection_id, document=document_id)
        number = self._printed(burned[0], burned[1].number, material) if burned else ""
        head = self._workspace.credentials.signed_head(inspection_id)
        head_code = code_of(head.hash if head else NOTHING)
        ready = replace(
            document,
            number=number,
            head_code=head_code,
            findings=tuple(finding.id for finding in material.findings),
        )
        laid = self._lay_out(inspection_id, ready, number=number or document.draft_number)
        pdf = prepare(laid.pdf, laid.signature_places)
        self._revisions.append(
            inspection_id, ready, pdf, what=LAYOUT, line="notice laid out", beside=[head] if head else []
        )
        return ready

    def sign(
        self, inspection_id: InspectionId, document_id: DocumentId, person_id: PersonId, passphrase: str
    ) -> NoticeView:
        """Sign as one of the inspectors, by that person's own passphrase."""
        from inspector_app.documents.appearances import name_appearance, place_in
        from inspector_app.documents.signing import sign

        document = self.lay_out(inspection_id, document_id)
        place = next(
            (
                place
                for place in self.view(inspection_id, document_id).signing
                if place.person is not None and place.person.id == person_id
            ),
            None,
        )
        if place is None:
            raise NotAllowed(sentence("Only an inspector named in this notice signs it."))
        if place.is_signed:
            raise NotAllowed(sentence("This person has signed this notice already."))
        confirmed = self._workspace.confirm(person_id, passphrase)
        now = self._desk.clock.now()
        before = self.pdf(inspection_id, document_id)
        box = place_in(before, place.field)
        time = f"{now.astimezone(BEIJING):%Y-%m-%d %H:%M %z}"
        appearance = name_appearance(box, confirmed.person.name, time)
        pdf = sign(before, confirmed.signer, place.field, at=now, appearance=appearance)
        what = f"signature:{person_id}"
        self._revisions.append(inspection_id, document, pdf, what=what, line="notice signed by an inspector")
        return self.view(inspection_id, document_id)

    def issue(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Sign in the bureau's name after all inspectors, verify, and let the notice be issued."""
        from inspector_app.documents.appearances import empty_appearance, place_in
        from inspector_app.documents.notice import BUREAU_FIELD
        from inspector_app.documents.signing import sign

        document = self._approved(inspection_id, document_id)
        view = self.view(inspection_id, document_id)
        waiting = [place.person.name for place in view.signing if place.person and not place.is_signed]
        if not view.is_laid_out or waiting:
            raise NotAllowed(
                sentence(
                    "The inspectors sign before the bureau. Still to sign: {names}.", names="、".join(waiting)
                )
            )
        now = self._desk.clock.now()
        before = self.pdf(inspection_id, document_id)
        appearance = empty_appearance(place_in(before, BUREAU_FIELD))
        signer = self._workspace.credentials.bureau_signer()
        pdf = sign(before, signer, BUREAU_FIELD, at=now, appearance=appearance)
        issued = replace(document, state=DocumentState.ISSUED, issued_at=now)
        store = self._desk.inspection(inspection_id)
        findings = [
            replace(finding, state=FindingState.NOTIFIED)
            for finding in (store.get(Finding, identity) for identity in document.findings)
            if finding is not None
        ]
        head = self._workspace.credentials.signed_head(inspection_id)
        beside = [*findings, *([head] if head else [])]
        self._revisions.append(
            inspection_id, issued, pdf, what=BUREAU_SIGNATURE, line="notice issued", beside=beside
        )
        return issued

    # Leaving and coming back

    def printed(self, inspection_id: InspectionId, document_id: DocumentId, copies: int = 1) -> Document:
        """Count copies that went to the printer."""
        document = self._document(inspection_id, document_id)
        counted = replace(document, copies_printed=document.copies_printed + copies)
        return self._put(inspection_id, counted, f"notice printed, {copies} copies")

    def export(self, inspection_id: InspectionId, document_id: DocumentId, path: Path) -> Path:
        """Write the newest revision outside, unencrypted; that it left is journalled."""
        pdf = self.pdf(inspection_id, document_id)
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
        self._put(inspection_id, self._document(inspection_id, document_id), "notice exported unencrypted")
        return path

    def take_scan(self, inspection_id: InspectionId, document_id: DocumentId, source: Source) -> Intake:
        """Take the scan of the wet-signed copy in as evidence bound to the notice."""
        document = self._document(inspection_id, document_id)
        target = Target(
            kind=TargetKind.DOCUMENT, id=document_id, label=document.number or document.draft_number
        )
        (intake,) = self._evidence.take_in(inspection_id, [source], target=target)
        return intake

    def withdraw(self, inspection_id: InspectionId, document_id: DocumentId, reason: str) -> Document:
        """Take a notice back; it stays, with its reason, and its findings can stand in another."""
        document = self._document(inspection_id, document_id)
        if document.state is DocumentState.WITHDRAWN:
            raise NotAllowed(sentence("This notice was withdrawn already."))
        if not reason.strip():
            raise UnusableInput(sentence("Say why the notice is withdrawn; the reason stays with it."))
        was_issued = document.state is DocumentState.ISSUED
        withdrawn = replace(document, state=DocumentState.WITHDRAWN, withdrawn_reason=reason.strip())
        store = self._desk.inspection(inspection_id)
        with store.intention("notice withdrawn", self._desk.author) as unit:
            unit.put(withdrawn)
            for identity in document.findings if was_issued else ():
                finding = store.get(Finding, identity)
                if finding is not None and finding.state is FindingState.NOTIFIED:
                    unit.put(replace(finding, state=FindingState.CONFIRMED))
        held = self._numbers.of_document(document_id)
        if held is not None and not was_issued:
            self._numbers.void(held[1].id, reason)
        return withdrawn

    def correct(self, inspection_id: InspectionId, document_id: DocumentId, reason: str) -> Document:
        """Withdraw an issued notice and begin the one that replaces it and names it."""
        document = self._document(inspection_id, document_id)
        if document.state is not DocumentState.ISSUED:
            raise NotAllowed(sentence("Only an issued notice is corrected by a new one. Edit this one."))
        self.withdraw(inspection_id, document_id, reason)
        return self._begin(inspection_id, corrects=document)

    # Inside

    def _begin(self, inspection_id: InspectionId, corrects: Document | None = None) -> Document:
        identity = DocumentId(self._desk.ids.new())
        code = encode(hashlib.sha256(identity.encode()).digest()[:5])
        wording = self._wording.section("notice")
        document = Document(
            id=identity,
            type=TYPE,
            created_at=self._desk.clock.now(),
            written_by=self._desk.person.id,
            draft_number=wording.say("draft_number", code=f"{code[:4]}-{code[4:]}"),
            fields=dict(corrects.fields) if corrects else {},
            corrects=corrects.id if corrects else None,
        )
        return self._put(inspection_id, document, "notice drafted")

    def _material(self, inspection_id: InspectionId, document: Document) -> Material:
        return gather(self._desk, self._packs, self._wording, inspection_id, document)

    def _approvers(
        self, inspection_id: InspectionId, document: Document, level: ApprovalLevel
    ) -> tuple[Person, ...]:
        able = {PersonId(slot.id) for slot in self._workspace.people_who_unlock()}
        writers = self._writers(inspection_id, document.id)
        needs_lead = level not in (ApprovalLevel.NONE, ApprovalLevel.SECOND_PERSON)
        return tuple(
            person
            for person in self._workspace.people()
            if person.id in able and person.id not in writers and (person.role is Role.LEAD or not needs_lead)
        )

    def _writers(self, inspection_id: InspectionId, document_id: DocumentId) -> set[PersonId]:
        """Everybody who wrote in the draft, by the journal."""
        history = self._desk.inspection(inspection_id).history(Document, document_id)
        return {
            revision.line.person
            for revision in history
            if revision.line.what in ("notice drafted", "notice edited")
        }

    def _signing(self, material: Material, revisions: Sequence[DocumentRevision]) -> tuple[SigningPlace, ...]:
        from inspector_app.documents.notice import BUREAU_FIELD, inspector_field

        done = {revision.what for revision in revisions}
        places = [
            SigningPlace(
                person=person, field=inspector_field(position), is_signed=f"signature:{person.id}" in done
            )
            for position, person in enumerate(material.inspection.inspectors, start=1)
        ]
        bureau = SigningPlace(person=None, field=BUREAU_FIELD, is_signed=BUREAU_SIGNATURE in done)
        return (*places, bureau)

    def _printed(self, block: NumberBlock, number: int, material: Material) -> str:
        region = self._packs.region(material.inspection.region)
        return official_number(
            block.body, material.rules.type_word, block.year, number, padding=region.number_padding
        )

    def _lay_out(self, inspection_id: InspectionId, document: Document, *, number: str) -> LaidOut:
        from inspector_app.documents.notice import layout_notice

        material = self._material(inspection_id, document)
        head_code = document.head_code
        if not head_code:
            last = self._desk.inspection(inspection_id).journal.last(self._desk.device)
            head_code = code_of(last.hash if last else NOTHING)
        occasion = Occasion(
            number=number,
            is_draft=document.state is DocumentState.DRAFT,
            signed_on=official_day(self._desk.clock.now()),
            head_code=head_code,
        )
        return layout_notice(compose(material, occasion))

    def _scans(self, inspection_id: InspectionId, document_id: DocumentId) -> list[Evidence]:
        return self._evidence.evidence_for(
            inspection_id, Target(kind=TargetKind.DOCUMENT, id=document_id, label="")
        )

    def _put(self, inspection_id: InspectionId, document: Document, what: str) -> Document:
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            unit.put(document)
        return document

    def _document(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        found = self._desk.inspection(inspection_id).get(Document, document_id)
        if found is None:
            raise UnusableInput(sentence("This notice is no longer there. Refresh the list."))
        return found

    def _open_document(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        document = self._document(inspection_id, document_id)
        laid_out = bool(self._revisions.of(inspection_id, document_id))
        if laid_out or document.state not in (DocumentState.DRAFT, DocumentState.APPROVED):
            raise NotAllowed(
                sentence(
                    "This notice is laid out for signing and is never edited. Withdraw it or correct it."
                )
            )
        return document

    def _approved(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        document = self._document(inspection_id, document_id)
        if document.state is not DocumentState.APPROVED:
            raise NotAllowed(sentence("Only an approved notice is signed. Have it approved first."))
        return document
