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
from inspector_app.domain.workspace import BUREAU
from inspector_app.services.issuing import refuse_elsewhere
from inspector_app.services.notice_content import Material, fingerprint
from inspector_app.services.notice_holds import FREE
from inspector_app.services.notice_records import TYPE, NoticeRecords
from inspector_app.services.readiness import refuse_open_record
from inspector_app.services.signing_keys import opened

if TYPE_CHECKING:
    from inspector_app.domain.journal import Head
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
    token: str = ""
    """Label of the token whose PIN this signature needs; empty where a passphrase is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    """A final layout that is not written down yet."""

    document: Document
    pdf: bytes
    head: Head | None


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
        tokens = self._workspace.credentials.token_labels()
        places = [
            SigningPlace(
                person=known.get(planned.person) or Person(id=planned.person, name=planned.person),
                field=planned.field,
                is_signed=f"signature:{planned.person}" in done,
                signed_at=done.get(f"signature:{planned.person}"),
                token=tokens.get(planned.person, ""),
            )
            for planned in document.signers or _planned(team)
        ]
        bureau = SigningPlace(
            person=None,
            field=BUREAU_FIELD,
            is_signed=BUREAU_SIGNATURE in done,
            signed_at=done.get(BUREAU_SIGNATURE),
            token=tokens.get(BUREAU, ""),
        )
        return (*places, bureau)

    def lay_out(self, inspection_id: InspectionId, document_id: DocumentId) -> Document:
        """Fix the final layout: burn a number, print the journal's head, prepare the signature fields.

        Where no block has a number left, the draft number is printed and the official one comes later.
        """
        refuse_elsewhere(self._desk, inspection_id)
        document = self._records.approved(inspection_id, document_id)
        if self._records.revisions.of(inspection_id, document_id):
            return document
        return self._keep(inspection_id, self._laid(inspection_id, document))

    def _laid(self, inspection_id: InspectionId, document: Document) -> _Laid:
        """Make the final layout with the number that :meth:`_keep` will burn, writing nothing."""
        from inspector_app.documents.signing import prepare

        material = self._records.material(inspection_id, document)
        if document.approved_content != fingerprint(material):
            raise NotAllowed(
                sentence("Something changed since this notice was approved. Have it approved again.")
            )
        self._refuse_late(material)
        self._records.refuse_blocked(material)
        held = self._numbers.next_for(TYPE, document.id)
        number = self._records.printed_number(*held, material) if held else ""
        head = self._workspace.credentials.signed_head(inspection_id)
        ready = replace(
            document,
            number=number,
            head_code=code_of(head.hash if head else NOTHING),
            findings=tuple(finding.id for finding in material.findings),
            signers=_planned(material.inspection.inspectors),
        )
        laid = self._records.lay_out(inspection_id, ready, number=number or document.draft_number)
        return _Laid(document=ready, pdf=prepare(laid.pdf, laid.signature_places), head=head)

    def _keep(self, inspection_id: InspectionId, laid: _Laid) -> Document:
        """Burn the number that the layout carries, and write the layout down."""
        self._numbers.burn(TYPE, inspection=inspection_id, document=laid.document.id)
        self._records.revisions.append(
            inspection_id,
            laid.document,
            laid.pdf,
            what=LAYOUT,
            line="notice laid out",
            beside=[laid.head] if laid.head else [],
        )
        return laid.document

    def sign(
        self,
        inspection_id: InspectionId,
        document_id: DocumentId,
        person_id: PersonId,
        passphrase: str,
        *,
        pin: str = "",
        progress: Progress | None = None,
    ) -> Document:
        """Sign as one of the inspectors, by that person's own passphrase; stopped, nothing is signed.

        ``pin`` opens the token where the person's certificate sits on one. Without a signature no
        number is burned.
        """
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
        confirmed = self._workspace.confirm(person_id, passphrase)
        document = self._records.document(inspection_id, document_id)
        now = self._desk.clock.now()
        time = f"{now.astimezone(BEIJING):%Y-%m-%d %H:%M %z}"
        # The token is open before anything is laid out, and nothing is written until it has signed.
        with opened(confirmed.signer, pin) as signer:
            progress.report(1, 3)
            is_laid = bool(self._records.revisions.of(inspection_id, document_id))
            laid = None if is_laid else self._laid(inspection_id, document)
            before = laid.pdf if laid else self._records.pdf(inspection_id, document_id)
            progress.report(2, 3)
            appearance = name_appearance(place_in(before, place.field), confirmed.person.name, time)
            pdf = sign(before, signer, place.field, at=now, appearance=appearance)
        progress.report(3, 3)
        if laid is not None:
            document = self._keep(inspection_id, laid)
        what = f"signature:{person_id}"
        self._records.revisions.append(
            inspection_id, document, pdf, what=what, line="notice signed by an inspector"
        )
        return document

    def issue(
        self,
        inspection_id: InspectionId,
        document_id: DocumentId,
        *,
        pin: str = "",
        progress: Progress | None = None,
    ) -> Document:
        """Sign in the bureau's name after all inspectors, verify, and let the notice be issued.

        ``pin`` opens the token where the bureau's certificate sits on one.
        """
        from inspector_app.documents.appearances import empty_appearance, place_in
        from inspector_app.documents.notice import BUREAU_FIELD
        from inspector_app.documents.signing import fields_of, sign
        from inspector_app.documents.verifying import verify

        refuse_elsewhere(self._desk, inspection_id)
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
        with opened(self._workspace.credentials.bureau_signer(), pin) as signer:
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
