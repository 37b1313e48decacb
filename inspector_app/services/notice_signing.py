"""A notice from its final layout to its issue: numbered, signed by each inspector, then by the bureau."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import BEIJING, official_day
from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.document import Document, DocumentState, PlannedSignature
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.finding import FindingState
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.people import Person
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.notice_content import Material, fingerprint
from inspector_app.services.notice_holds import FREE
from inspector_app.services.notice_records import TYPE, Act, NoticeRecords
from inspector_app.services.readiness import refuse_open_record

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.numbers import NumberService
    from inspector_app.services.workspace import WorkspaceService

LAYOUT = "layout"
BUREAU_SIGNATURE = "signature:bureau"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPlace:
    """One signature that the document needs."""

    person: Person | None
    """``None`` for the bureau."""
    field: str
    is_signed: bool
    signed_at: datetime | None = None


class NoticeSigning:
    """What people do with an approved notice until it is issued."""

    def __init__(
        self, desk: Desk, records: NoticeRecords, *, workspace: WorkspaceService, numbers: NumberService
    ) -> None:
        self._desk = desk
        self._records = records
        self._workspace = workspace
        self._numbers = numbers

    def places(self, inspection_id: InspectionId, document_id: DocumentId) -> tuple[SigningPlace, ...]:
        """Return the signatures that a notice needs, the bureau's last."""
        from inspector_app.documents.notice import BUREAU_FIELD

        document = self._records.document(inspection_id, document_id)
        done = {
            revision.what: revision.made_at
            for revision in self._records.revisions.of(inspection_id, document_id)
        }
        team = self._records.material(inspection_id, document).inspection.inspectors
        known = {person.id: person for person in (*self._workspace.people(), *team)}
        places = [
            SigningPlace(
                person=known.get(planned.person) or Person(id=planned.person, name=planned.person),
                field=planned.field,
                is_signed=f"signature:{planned.person}" in done,
                signed_at=done.get(f"signature:{planned.person}"),
            )
            for planned in document.signers or _planned(team)
        ]
        bureau = SigningPlace(
            person=None,
            field=BUREAU_FIELD,
            is_signed=BUREAU_SIGNATURE in done,
            signed_at=done.get(BUREAU_SIGNATURE),
        )
        return (*places, bureau)

    def lay_out(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Fix the final layout: burn a number, print the journal's head, prepare the signature fields.

        Where no block has a number left, the draft number is printed and the official one comes later.
        """
        from inspector_app.documents.signing import prepare

        document = self._records.approved(inspection_id, document_id)
        if self._records.revisions.of(inspection_id, document_id):
            return document
        material = self._records.material(inspection_id, document)
        if document.approved_content != fingerprint(material):
            raise NotAllowed(
                sentence("Something changed since this notice was approved. Have it approved again.")
            )
        self._refuse_late(material)
        self._records.refuse_blocked(material, Act.SIGN)
        burned = self._numbers.burn(TYPE, inspection=inspection_id, document=document_id)
        number = self._records.printed_number(burned[0], burned[1].number, material) if burned else ""
        head = self._workspace.credentials.signed_head(inspection_id)
        head_code = code_of(head.hash if head else NOTHING)
        ready = replace(
            document,
            number=number,
            head_code=head_code,
            findings=tuple(finding.id for finding in material.findings),
            signers=_planned(material.inspection.inspectors),
        )
        laid = self._records.lay_out(inspection_id, ready, number=number or document.draft_number)
        pdf = prepare(laid.pdf, laid.signature_places)
        self._records.revisions.append(
            inspection_id, ready, pdf, what=LAYOUT, line="notice laid out", beside=[head] if head else []
        )
        return ready

    def sign(
        self,
        inspection_id: InspectionId,
        document_id: DocumentId,
        person_id: PersonId,
        passphrase: str,
        *,
        progress: Progress | None = None,
    ) -> Document:
        """Sign as one of the inspectors, by that person's own passphrase; stopped, nothing is signed."""
        progress = progress or Silent()
        from inspector_app.documents.appearances import name_appearance, place_in
        from inspector_app.documents.signing import sign

        self._records.approved(inspection_id, document_id)
        place = next(
            (
                place
                for place in self.places(inspection_id, document_id)
                if place.person is not None and place.person.id == person_id
            ),
            None,
        )
        if place is None:
            raise NotAllowed(sentence("Only an inspector named in this notice signs it."))
        if place.is_signed:
            raise NotAllowed(sentence("This person has signed this notice already."))
        # Only a person who may sign and stands here lays the notice out: that burns a number for good.
        confirmed = self._workspace.confirm(person_id, passphrase)
        progress.report(1, 3)
        document = self.lay_out(inspection_id, document_id)
        now = self._desk.clock.now()
        progress.report(2, 3)
        before = self._records.pdf(inspection_id, document_id)
        box = place_in(before, place.field)
        time = f"{now.astimezone(BEIJING):%Y-%m-%d %H:%M %z}"
        appearance = name_appearance(box, confirmed.person.name, time)
        pdf = sign(before, confirmed.signer, place.field, at=now, appearance=appearance)
        progress.report(3, 3)
        what = f"signature:{person_id}"
        self._records.revisions.append(
            inspection_id, document, pdf, what=what, line="notice signed by an inspector"
        )
        return document

    def issue(
        self, inspection_id: InspectionId, document_id: DocumentId, *, progress: Progress | None = None
    ) -> Document:
        """Sign in the bureau's name after all inspectors, verify, and let the notice be issued."""
        from inspector_app.documents.appearances import empty_appearance, place_in
        from inspector_app.documents.notice import BUREAU_FIELD
        from inspector_app.documents.signing import fields_of, sign
        from inspector_app.documents.verifying import verify

        document = self._records.approved(inspection_id, document_id)
        refuse_open_record(self._desk, inspection_id)
        places = self.places(inspection_id, document_id)
        waiting = [place.person.name for place in places if place.person and not place.is_signed]
        if not self._records.revisions.of(inspection_id, document_id) or waiting:
            raise NotAllowed(
                sentence(
                    "The inspectors sign before the bureau. Still to sign: {names}.", names="、".join(waiting)
                )
            )
        material = self._records.material(inspection_id, document)
        self._refuse_late(material)
        if document.approved_content != fingerprint(material) or not all(
            finding.state in FREE for finding in material.findings
        ):
            raise NotAllowed(
                sentence(
                    "Something changed since this notice was laid out, so its paper is no longer true. "
                    "Withdraw it and draft it anew."
                )
            )
        now = self._desk.clock.now()
        before = self._records.pdf(inspection_id, document_id)
        if not all(signed for field, signed in fields_of(before).items() if field != BUREAU_FIELD):
            raise NotAllowed(sentence("A place for an inspector's signature is empty. Nothing was issued."))
        appearance = empty_appearance(place_in(before, BUREAU_FIELD))
        signer = self._workspace.credentials.bureau_signer()
        pdf = sign(before, signer, BUREAU_FIELD, at=now, appearance=appearance)
        if not verify(pdf).is_good:
            raise NotAllowed(
                sentence(
                    "The notice did not pass its check after signing, so it was not issued. "
                    "Withdraw it and draft it anew."
                )
            )
        (progress or Silent()).report(1, 1)  # the last moment to stop
        issued = replace(document, state=DocumentState.ISSUED, issued_at=now)
        findings = [replace(finding, state=FindingState.NOTIFIED) for finding in material.findings]
        head = self._workspace.credentials.signed_head(inspection_id)
        beside = [*findings, *([head] if head else [])]
        self._records.revisions.append(
            inspection_id, issued, pdf, what=BUREAU_SIGNATURE, line="notice issued", beside=beside
        )
        return issued

    def _refuse_late(self, material: Material) -> None:
        if material.deadline is not None and material.deadline < official_day(self._desk.clock.now()):
            raise NotAllowed(
                sentence(
                    "The deadline in this notice is over already. Have a notice with a later one approved."
                )
            )


def _planned(inspectors: Sequence[Person]) -> tuple[PlannedSignature, ...]:
    from inspector_app.documents.notice import inspector_field

    return tuple(
        PlannedSignature(person=person.id, field=inspector_field(position))
        for position, person in enumerate(inspectors, start=1)
    )
