"""The history of an inspection as people read it: runs of like acts, pauses of a visit, clock jumps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.journal import Line

TOGETHER = timedelta(minutes=10)
"""Like acts of one person with no longer pause between them are one stretch."""
PAUSE = timedelta(minutes=20)
"""From here on a pause within a visit is shown: somebody may ask what happened then."""
CLOCK_JUMPED = "clock jumped"


class StretchKind(StrEnum):
    """What a row of the timeline is."""

    ACTS = "acts"
    PAUSE = "pause"
    CLOCK_JUMP = "clock_jump"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Like acts that follow one another, or a pause between two."""

    kind: StretchKind
    start: datetime
    end: datetime
    lines: tuple[Line, ...] = ()
    """In the order they were written; none for a pause."""

    @property
    def person(self) -> PersonId | None:
        return self.lines[0].person if self.lines else None

    @property
    def device(self) -> DeviceId | None:
        return self.lines[0].device if self.lines else None

    @property
    def what(self) -> str:
        return self.lines[0].what if self.lines else ""


def stretches(lines: Sequence[Line], visits: Sequence[Visit]) -> tuple[Stretch, ...]:
    """Put lines, oldest first, into stretches; pauses are looked for while a visit was open."""
    found: list[Stretch] = []
    run: list[Line] = []

    def close() -> None:
        if run:
            kind = StretchKind.CLOCK_JUMP if run[0].what == CLOCK_JUMPED else StretchKind.ACTS
            times = [line.at for line in run]
            found.append(Stretch(kind=kind, start=min(times), end=max(times), lines=tuple(run)))
            run.clear()

    before: Line | None = None
    for line in lines:
        if before is not None:
            if line.at - before.at >= PAUSE and _within_a_visit(before.at, line.at, visits):
                close()
                found.append(Stretch(kind=StretchKind.PAUSE, start=before.at, end=line.at))
            elif not _belong_together(before, line):
                close()
        run.append(line)
        before = line
    close()
    return tuple(found)


def _belong_together(before: Line, line: Line) -> bool:
    return (
        line.what == before.what != CLOCK_JUMPED
        and line.person == before.person
        and line.device == before.device
        and abs(line.at - before.at) <= TOGETHER
    )


def _within_a_visit(start: datetime, end: datetime, visits: Sequence[Visit]) -> bool:
    return any(
        visit.opened_at <= start and (visit.closed_at is None or end <= visit.closed_at) for visit in visits
    )
