"""Ward headcount (在床核查): what was seen at each bed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import BedCheckId, PersonId, RosterId
from inspector_app.domain.roster import RosterEntry


class BedStatus(StrEnum):
    """What the inspector found at the bed."""

    IN_BED = "in_bed"
    LEAVE_WITH_SLIP = "leave_with_slip"
    LEAVE_WITHOUT_SLIP = "leave_without_slip"
    LEAVE_OVERDUE = "leave_overdue"
    OUT_FOR_EXAMINATION = "out_for_examination"
    TRANSFERRED = "transferred"
    DISCHARGED_UNSETTLED = "discharged_unsettled"
    NOT_FOUND = "not_found"
    SHARED_BED = "shared_bed"
    IMPERSONATED = "impersonated"
    EMPTY_BED = "empty_bed"


class IdentityCheck(StrEnum):
    """How the person was identified (核对方式)."""

    IDENTITY_CARD = "identity_card"
    WRISTBAND = "wristband"
    BED_CARD = "bed_card"
    FACE = "face"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class BedCheck:
    """One look at one person or bed on one pass; a changed mind is a new revision of the same check."""

    id: BedCheckId
    ward: str
    bed: str
    status: BedStatus
    checked_at: datetime
    checked_by: PersonId
    pass_number: int = 1
    name: str = ""
    note: str = ""
    identified_by: tuple[IdentityCheck, ...] = ()
    roster: RosterId | None = None
    roster_row: int | None = None
    """Position of the matched entry in the roster's clean table; ``None`` while unmatched."""
    match_confirmed_by: PersonId | None = None
    unknown_person: bool = False
    """Somebody whom no list names; never part of the in-bed rate."""
    group: str = ""
    """Letter of the group that walked, where several groups share the wards."""
    refused_matches: tuple[str, ...] = ()
    """Entries that a person said are somebody else, as ``<roster>/<row>``."""
    typed_back: bool = False
    """Taken from a printed ward sheet rather than entered at the bed."""

    @property
    def is_matched(self) -> bool:
        return self.roster_row is not None


STATUS_KEYS: dict[str, BedStatus] = {
    "1": BedStatus.IN_BED,
    "2": BedStatus.LEAVE_WITH_SLIP,
    "3": BedStatus.LEAVE_WITHOUT_SLIP,
    "4": BedStatus.LEAVE_OVERDUE,
    "5": BedStatus.OUT_FOR_EXAMINATION,
    "6": BedStatus.TRANSFERRED,
    "7": BedStatus.DISCHARGED_UNSETTLED,
    "8": BedStatus.NOT_FOUND,
    "9": BedStatus.SHARED_BED,
    "0": BedStatus.IMPERSONATED,
    "E": BedStatus.EMPTY_BED,
}
"""One key a status, the same on the walk's buttons, on the printed sheet and when it is typed back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """A ward as the team walks it; its id is the ward's name without spaces, so that two laptops agree."""

    id: str
    name: str
    position: int = 0
    group: str = ""
    """Letter of the group that takes it; empty while nobody does."""
    taken_by: tuple[PersonId, ...] = ()
    """Who of the team walks it; empty while it is open to everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WardBed:
    """A bed typed before anybody looked at it; its id is ward, bed and name, so that two laptops agree."""

    id: str
    ward: str
    """The ward's id."""
    bed: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person on the list that holds for the ward, and which list that is."""

    roster: RosterId
    exported_at: datetime
    entry: RosterEntry

    @property
    def key(self) -> str:
        """Names the entry across rosters' rows, such as in refused matches."""
        return f"{self.roster}/{self.entry.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BedRow:
    """One line of the walk: a listed person, a person found, or both."""

    ward: str
    bed: str
    name: str
    listed: Listed | None = None
    check: BedCheck | None = None
    """What this pass says; ``None`` while nobody looked."""
    earlier: BedCheck | None = None
    """What the pass before said."""
    shares_bed: bool = False
    """Another row of the same bed was seen in it on this pass."""
    list_is_later: bool = False
    """The list was exported after the bed was looked at: it proves less."""
    exceeds_leave: bool = False
    """The list itself gives this person more leave than the region allows."""
    proposed: bool = False
    """Somebody was walked here who may be on the list; a person has to say so."""

    @property
    def key(self) -> str:
        """Stays the same while the row is checked, matched and undone."""
        if self.listed is not None:
            return self.listed.key
        return f"check/{self.check.id}" if self.check is not None else f"bed/{self.ward}/{self.bed}"
