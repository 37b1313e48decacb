"""The inspection: one institution, one assignment; and the visits it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.exchange import ReviewState
from inspector_app.domain.ids import InspectionId, PersonId, VisitId
from inspector_app.domain.institution import Institution
from inspector_app.domain.people import Person


class Mode(StrEnum):
    """How the team comes (检查方式)."""

    UNANNOUNCED = "unannounced"
    ANNOUNCED = "announced"
    COVERT = "covert"
    DATA_SCREENING = "data_screening"


class Stage(StrEnum):
    """How far an inspection has come; derived, never typed in."""

    PREPARED = "prepared"
    VISITING = "visiting"
    VISITED = "visited"
    ISSUED = "issued"
    DELIVERED = "delivered"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"
    UNREADABLE = "unreadable"
    """The file is damaged or of another key; it stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """The aggregate's root; it keeps the institution as it stood when the inspection was opened."""

    id: InspectionId
    institution: Institution
    bureau: str
    created_at: datetime
    created_by: PersonId
    team: tuple[Person, ...] = ()
    purpose: str = ""
    legal_basis: tuple[str, ...] = ()
    """Identities of procedural clauses in the law pack."""
    mode: Mode = Mode.UNANNOUNCED
    task_number: str = ""
    campaign: str = ""
    data_from: date | None = None
    data_to: date | None = None
    region: str = "default"
    """Identity of the region pack whose thresholds and deadlines hold."""
    issuing: str = ""
    """The laptop that issues documents of this inspection; empty in files of before there were several."""

    @property
    def inspectors(self) -> tuple[Person, ...]:
        """Members who hold a certificate."""
        return tuple(person for person in self.team if person.may_inspect)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockCheck:
    """The laptop's clock against a reference that an inspector read off."""

    laptop: datetime
    reference: datetime
    reference_source: str
    """What was read: a telephone, the hospital's wall clock, a radio clock."""
    jumps_before: int = 0
    """Jumps of the visit that this comparison leaves behind; a clock that was set back cannot tell."""

    @property
    def offset_seconds(self) -> float:
        """Seconds that the laptop is ahead of the reference."""
        return (self.laptop - self.reference).total_seconds()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockJump:
    """The wall clock moved against the monotonic one."""

    noticed_at: datetime
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One presence of the team on site (进场)."""

    id: VisitId
    opened_at: datetime
    opened_by: PersonId
    place: str = ""
    certificates_shown_at: datetime | None = None
    rights_told_at: datetime | None = None
    rights_answer: str = ""
    received_by: str = ""
    """The person of the institution who received the team, with post."""
    clock: ClockCheck | None = None
    jumps: tuple[ClockJump, ...] = ()
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionCard:
    """What the list of inspections shows; derived from the inspection's file, rebuilt at will."""

    id: InspectionId
    institution_name: str
    institution_code: str
    stage: Stage
    created_at: datetime
    visited_at: datetime | None
    deadline: date | None
    beds_checked: int
    beds_expected: int
    answers_given: int
    evidence_count: int
    findings_count: int
    open_suspicions: int
    next_step: str
    """Stable word: ``open_visit``, ``walk``, ``confirm``, ``finding``, ``notice``, ``approve``,
    ``sign``, ``deliver``, ``salvage``, ``done``."""
    team_names: tuple[str, ...]
    notice_number: str = ""
    review: ReviewState | None = None
    """Where a team lead's review stands; ``None`` while nothing was handed over."""
    call_until: date | None = None
    """The earliest day until which an approval by telephone waits to be confirmed."""
    purged_at: datetime | None = None
    """When the file was removed from this laptop, because another holds all of it."""


class Section(StrEnum):
    """Where an inspection stands in the list of one's work."""

    OVERDUE = "overdue"
    TODAY = "today"
    OPEN = "open"
    HANDED_OVER = "handed_over"
    ARCHIVED = "archived"


def section_of(card: InspectionCard, today: date) -> Section:
    """Put a card into its one section; ``today`` is the day by Beijing time.

    What is late stays late after it was handed over: the bureau follows it until it is closed.
    """
    if card.stage is Stage.CLOSED or card.purged_at is not None:
        return Section.ARCHIVED
    if any(day is not None and day < today for day in (card.deadline, card.call_until)):
        return Section.OVERDUE
    if card.review in (ReviewState.WAITING, ReviewState.ACCEPTED) or card.stage is Stage.HANDED_OVER:
        return Section.HANDED_OVER
    moment = card.visited_at or card.created_at
    if card.stage is Stage.VISITING or moment.astimezone(BEIJING).date() == today:
        return Section.TODAY
    return Section.OPEN
