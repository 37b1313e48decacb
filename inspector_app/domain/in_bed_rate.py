"""Counts and the in-bed rate (在床率), with leave counted as the region's pack says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from inspector_app.domain.bed_walk import decisive, person_key
from inspector_app.domain.headcount import BedCheck, BedStatus, Listed
from inspector_app.domain.region import HeadcountRules


class Counting(StrEnum):
    """How a status enters the rate."""

    PRESENT = "present"
    ABSENT = "absent"
    LEFT_OUT = "left_out"


_COUNTED: dict[BedStatus, Counting] = {
    BedStatus.IN_BED: Counting.PRESENT,
    BedStatus.SHARED_BED: Counting.PRESENT,
    BedStatus.OUT_FOR_EXAMINATION: Counting.PRESENT,
    BedStatus.TRANSFERRED: Counting.LEFT_OUT,
    BedStatus.DISCHARGED_UNSETTLED: Counting.LEFT_OUT,
    BedStatus.LEAVE_WITHOUT_SLIP: Counting.ABSENT,
    BedStatus.LEAVE_OVERDUE: Counting.ABSENT,
    BedStatus.NOT_FOUND: Counting.ABSENT,
    BedStatus.IMPERSONATED: Counting.ABSENT,
    BedStatus.EMPTY_BED: Counting.ABSENT,
}
LEAVE = frozenset({BedStatus.LEAVE_WITH_SLIP, BedStatus.LEAVE_WITHOUT_SLIP, BedStatus.LEAVE_OVERDUE})


def counting_of(status: BedStatus, rules: HeadcountRules) -> Counting:
    """How one status enters the rate; leave with a slip as the region says."""
    if status is BedStatus.LEAVE_WITH_SLIP:
        return Counting.PRESENT if rules.leave_counts_as_in_bed else Counting.ABSENT
    return _COUNTED[status]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadcountSummary:
    """The counts of a ward or of the house; persons nobody lists stand beside them, never in the rate."""

    listed: int
    """Persons on the list; 0 where no list has come."""
    looked_at: int
    remaining: int
    present: int
    counted: int
    """Persons in the denominator: looked at and not left out."""
    on_leave: int
    not_in_hospital: int
    """Absent as the threshold of the absent share counts: with or without leave, as the region says."""
    unknown: int
    statuses: tuple[tuple[BedStatus, int], ...]
    has_list: bool

    @property
    def rate(self) -> Fraction | None:
        """In-bed rate of those looked at; of all as soon as nobody remains. ``None`` before the first."""
        return Fraction(self.present, self.counted) if self.counted else None

    @property
    def is_final(self) -> bool:
        return self.remaining == 0 and self.looked_at > 0

    @property
    def absent_share(self) -> Fraction | None:
        """Absent over everybody on the list, or over everybody walked where no list has come."""
        whole = self.listed if self.has_list else self.counted
        return Fraction(self.not_in_hospital, whole) if whole else None

    def count(self, status: BedStatus) -> int:
        """How many were found in this state."""
        return dict(self.statuses).get(status, 0)


def summarise(
    listed: Iterable[Listed],
    checks: Iterable[BedCheck],
    rules: HeadcountRules,
    pass_number: int | None = None,
) -> HeadcountSummary:
    """Count one pass, or with ``None`` all passes, where the later look at a person decides.

    With a list, only persons on it enter the rate; without one, everybody walked does.
    """
    people = list(listed)
    chosen = [check for check in checks if pass_number is None or check.pass_number == pass_number]
    looks = decisive(chosen)
    keys = {one.key for one in people}
    has_list = bool(keys)
    mine = [check for check in looks if person_key(check) in keys] if has_list else _persons(looks)
    statuses = Counter(check.status for check in mine)
    counting = Counter(counting_of(check.status, rules) for check in mine)
    on_leave = sum(statuses[status] for status in LEAVE)
    absent = sum(
        count
        for status, count in statuses.items()
        if status not in LEAVE and _COUNTED[status] is Counting.ABSENT
    )
    return HeadcountSummary(
        listed=len(people),
        looked_at=len(mine),
        remaining=len(people) - len(mine) if has_list else 0,
        present=counting[Counting.PRESENT],
        counted=counting[Counting.PRESENT] + counting[Counting.ABSENT],
        on_leave=on_leave,
        not_in_hospital=absent + (on_leave if rules.leave_counts_as_absent else 0),
        unknown=len(_persons(looks)) - len(_persons(mine)) if has_list else _unknown(looks),
        statuses=tuple((status, statuses[status]) for status in BedStatus if statuses[status]),
        has_list=has_list,
    )


def _persons(checks: Iterable[BedCheck]) -> list[BedCheck]:
    """Looks at persons; an empty bed that no list gives to anybody is none."""
    return [check for check in checks if check.status is not BedStatus.EMPTY_BED or check.is_matched]


def _unknown(checks: Iterable[BedCheck]) -> int:
    return sum(check.unknown_person for check in checks)
