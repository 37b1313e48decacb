"""Ward headcount (在床核查): what was seen at each bed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import BedCheckId, PersonId, RosterId


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
