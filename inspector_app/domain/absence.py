"""For how long a look at an empty place says that somebody was not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector_app.domain.headcount import BedCheck, BedStatus, Listed

_ABSENT = frozenset(
    {BedStatus.NOT_FOUND, BedStatus.EMPTY_BED, BedStatus.LEAVE_WITHOUT_SLIP, BedStatus.LEAVE_OVERDUE}
)
"""Granted leave is no absence, and where somebody else lay in the bed somebody was treated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A listed person who was not there when looked for."""

    listed: Listed
    check: BedCheck
    until: datetime
    """The next look at the person, at most so many hours later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """The list that holds, and every look at a bed."""

    listed: tuple[Listed, ...] = ()
    checks: tuple[BedCheck, ...] = ()


def absences(listed: Sequence[Listed], checks: Iterable[BedCheck], hours: int | None) -> tuple[Absence, ...]:
    """Return the absences in the order of the looks; none where the region sets no hours."""
    if hours is None:
        return ()
    people = {one.key: one for one in listed}
    looks: dict[str, list[BedCheck]] = defaultdict(list)
    for check in checks:
        key = f"{check.roster}/{check.roster_row}"
        if check.is_matched and key in people:
            looks[key].append(check)
    found = []
    for key, own in looks.items():
        own.sort(key=lambda check: (check.checked_at, check.pass_number))
        for at, check in enumerate(own):
            if check.status in _ABSENT:
                until = check.checked_at + timedelta(hours=hours)
                later = own[at + 1].checked_at if at + 1 < len(own) else until
                found.append(Absence(listed=people[key], check=check, until=min(until, later)))
    return tuple(sorted(found, key=lambda one: (one.check.checked_at, one.check.id)))
