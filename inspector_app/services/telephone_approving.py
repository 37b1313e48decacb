"""Approval by telephone: recorded by who called, and open until it is confirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from inspector_app.domain.approval import TelephoneApproval
from inspector_app.domain.calendar import MissingHolidayYear, official_day
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.people import Person
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import sentence
from inspector_app.services.approval_subjects import Subject, Subjects, kind_word, ready, stored
from inspector_app.services.readiness import Obstacle

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.intake import Intake, Source
    from inspector_app.services.packs import PackService
    from inspector_app.services.workspace import WorkspaceService

_LEAST_DIGITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TelephoneView:
    """What a page shows of approving by telephone, before and after the call."""

    people: tuple[Person, ...]
    """Whom one may call."""
    usual_confirm_by: date | None
    """The region's term from today; ``None`` where no calendar tells."""
    given: TelephoneApproval | None
    approver: Person | None = None
    recorder: str = ""
    can_unlock: bool = False
    """The approver has a passphrase on this laptop, and so can confirm here."""
    is_overdue: bool = False

    @property
    def waits(self) -> bool:
        return self.given is not None and self.given.confirmed_at is None


class TelephoneApproving:
    """Records calls and their confirmation; nobody's own notice is approved by calling themselves."""

    def __init__(
        self,
        desk: Desk,
        subjects: Subjects,
        *,
        workspace: WorkspaceService,
        packs: PackService,
        evidence: EvidenceService,
    ) -> None:
        self._desk = desk
        self._subjects = subjects
        self._workspace = workspace
        self._packs = packs
        self._evidence = evidence

    def view(self, document: Document, region: str, subject: Subject | None) -> TelephoneView:
        """Return whom one may call about a draft, or how the call's confirmation stands.

        ``subject`` is ``None`` for a document that is no longer a draft.
        """
        given = document.telephone
        people = {person.id: person for person in self._workspace.people()}
        recorder = people.get(given.recorded_by) if given else None
        able = {str(slot.id) for slot in self._workspace.people_who_unlock()}
        return TelephoneView(
            people=self._reachable(subject) if subject is not None else (),
            usual_confirm_by=self._usual(region),
            given=given,
            approver=people.get(document.approved_by) if document.approved_by else None,
            recorder=recorder.name if recorder else "",
            can_unlock=str(document.approved_by) in able,
            is_overdue=given is not None and given.is_overdue(official_day(self._desk.clock.now())),
        )

    def approve(
        self,
        inspection_id: InspectionId,
        document_id: DocumentId,
        approver: PersonId,
        *,
        number: str,
        called_at: datetime,
        confirm_by: date | None = None,
    ) -> Document:
        """Record that somebody approved by telephone; who is unlocked here answers for the record.

        ``confirm_by`` of ``None`` takes the region's working days from today.
        """
        subject = ready(self._subjects.subject(inspection_id, document_id))
        if approver not in {person.id for person in self._reachable(subject)}:
            raise NotAllowed(
                sentence("This person may not approve this document. Call somebody who did not write it.")
            )
        if sum(sign.isdecimal() for sign in number) < _LEAST_DIGITS:
            raise UnusableInput(sentence("Enter the telephone number that was called."))
        now = self._desk.clock.now()
        approved = replace(
            subject.document,
            state=DocumentState.APPROVED,
            approved_by=approver,
            approved_at=self._time_of_call(subject, called_at, now),
            approved_content=subject.content,
            approver=self._workspace.standing(approver),
            telephone=TelephoneApproval(
                called_at=called_at.astimezone(UTC),
                number=number.strip(),
                recorded_by=self._desk.person.id,
                confirm_by=self._term(subject.inspection.region, confirm_by, official_day(now)),
            ),
        )
        return self._put(inspection_id, approved, f"{kind_word(approved)} approved by telephone")

    def confirm(self, inspection_id: InspectionId, document_id: DocumentId, passphrase: str) -> Document:
        """Let the approver confirm the call by their own passphrase."""
        document, given = self._waiting(inspection_id, document_id)
        approver = document.approved_by or PersonId("")
        standing = self._workspace.standing(approver)
        writers = self._subjects.writers(inspection_id, document_id) - {approver}
        if any(standing.knows_passphrase(writer) for writer in writers):
            raise NotAllowed(
                sentence(
                    "The approver's passphrase was set by somebody who wrote this document. They change it "
                    "first: Ctrl+L, unlock, then People & keys. Nothing was confirmed."
                )
            )
        self._workspace.confirm(approver, passphrase)
        return self._confirmed(inspection_id, document, given)

    def confirm_by_scan(self, inspection_id: InspectionId, document_id: DocumentId, source: Source) -> Intake:
        """Take the approver's signed paper in as evidence of the notice; that confirms the call."""
        document, given = self._waiting(inspection_id, document_id)
        label = document.number or document.draft_number
        target = Target(kind=TargetKind.DOCUMENT, id=document_id, label=label)
        (intake,) = self._evidence.take_in(inspection_id, [source], target=target)
        if intake.evidence is not None:
            self._confirmed(inspection_id, document, replace(given, scan=intake.evidence.id))
        return intake

    def waiting(self, inspection_id: InspectionId) -> tuple[Obstacle, ...]:
        """Return the calls that nobody confirmed yet, those whose day is over told as such."""
        store = self._desk.inspection(inspection_id)
        names = {person.id: person.name for person in self._workspace.people()}
        today = official_day(self._desk.clock.now())
        found = []
        for document in store.all(Document):
            given = document.telephone
            if given is None or given.confirmed_at or document.state is DocumentState.WITHDRAWN:
                continue
            name = names.get(document.approved_by or PersonId(""), "")
            number = document.number or document.draft_number
            words = sentence(
                "{name} approved {number} by telephone; it waits for confirmation until {date}.",
                name=name,
                number=number,
                date=given.confirm_by,
            )
            if given.is_overdue(today):
                words = sentence(
                    "{name} approved {number} by telephone, and the confirmation is overdue since {date}.",
                    name=name,
                    number=number,
                    date=given.confirm_by,
                )
            found.append(Obstacle(words=words, place=f"documents/{document.id}"))
        return tuple(found)

    # Inside

    def _reachable(self, subject: Subject) -> tuple[Person, ...]:
        """Everybody at the pack's level who did not write the document, with a passphrase here or not."""
        level, writers = subject.rules.approval, subject.writers | {self._desk.person.id}
        if level is ApprovalLevel.NONE:
            return ()
        people = self._workspace.people()
        return tuple(one for one in people if one.id not in writers and level.is_met_by(one.role))

    def _time_of_call(self, subject: Subject, called_at: datetime, now: datetime) -> datetime:
        """Refuse a call that cannot have been about this text; calls are noted to the minute."""
        if called_at > now:
            raise UnusableInput(sentence("The call lies in the future. Correct its time."))
        written = subject.written_at
        if written is not None and called_at < written.replace(second=0, microsecond=0):
            raise UnusableInput(
                sentence(
                    "The document was changed after this call, so the call was not about this text. "
                    "Read it to the approver again and enter that call."
                )
            )
        return called_at.astimezone(UTC)

    def _usual(self, region: str) -> date | None:
        days = self._packs.region(region).telephone_confirmation_days
        calendar = self._packs.holidays(self._packs.region(region).holidays)
        try:
            return calendar.after_working_days(official_day(self._desk.clock.now()), days)
        except MissingHolidayYear:
            return None

    def _term(self, region: str, chosen: date | None, today: date) -> date:
        usual = self._usual(region)
        if chosen is None and usual is None:
            raise UnusableInput(
                sentence(
                    "The working days until the confirmation cannot be counted: the holidays of that year "
                    "are not known here. Choose the day yourself."
                )
            )
        day = chosen or usual or today
        if day < today or (usual is not None and day > usual):
            raise UnusableInput(
                sentence(
                    "A telephone approval is confirmed between today and {date}. Choose such a day.",
                    date=usual or today,
                )
            )
        return day

    def _waiting(
        self, inspection_id: InspectionId, document_id: DocumentId
    ) -> tuple[Document, TelephoneApproval]:
        document = stored(self._desk, inspection_id, document_id)
        given = document.telephone
        if given is None or given.confirmed_at is not None or document.state is DocumentState.WITHDRAWN:
            raise NotAllowed(sentence("No telephone approval of this document waits for confirmation."))
        return document, given

    def _confirmed(
        self, inspection_id: InspectionId, document: Document, given: TelephoneApproval
    ) -> Document:
        done = replace(document, telephone=replace(given, confirmed_at=self._desk.clock.now()))
        return self._put(inspection_id, done, "telephone approval confirmed")

    def _put(self, inspection_id: InspectionId, document: Document, what: str) -> Document:
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            unit.put(document)
        return document
