"""Watches the wall clock against the steady one, so that a jump is written down before what it touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import ClockJump, Visit

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk

JUMP_SECONDS = 5.0
"""A wall clock that moves this much against the steady one is journalled."""


class ClockWatch:
    """Where both clocks stood at the last look, for each inspection; lives as long as the program."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._marks: dict[InspectionId, tuple[datetime, float]] = {}
        self._untold: dict[InspectionId, ClockJump] = {}

    def begin(self, inspection_id: InspectionId) -> None:
        """Take the clocks as they stand now for right."""
        self._marks[inspection_id] = (self._desk.clock.now(), self._desk.clock.monotonic())

    def end(self, inspection_id: InspectionId) -> None:
        """Stop watching."""
        self._marks.pop(inspection_id, None)

    def look(self, inspection_id: InspectionId) -> ClockJump | None:
        """Compare both clocks since the last look; a jump is journalled with the open visit and returned.

        At the first look after a start only a wall clock that stands before the last line shows.
        """
        mark = self._marks.get(inspection_id)
        self.begin(inspection_id)
        now, steady = self._marks[inspection_id]
        store = self._desk.inspection(inspection_id)
        visit = next((known for known in reversed(store.all(Visit)) if known.is_open), None)
        if visit is None:
            return None
        if mark is None:
            own = store.journal.last(self._desk.device)
            seconds = min((now - own.at).total_seconds(), 0.0) if own else 0.0
        else:
            seconds = ((now - mark[0]) - timedelta(seconds=steady - mark[1])).total_seconds()
        if abs(seconds) < JUMP_SECONDS:
            return None
        jump = ClockJump(noticed_at=now, seconds=seconds)
        with store.intention("clock jumped", self._desk.author) as unit:
            unit.put(replace(visit, jumps=(*visit.jumps, jump)))
        self._untold[inspection_id] = jump
        return jump

    def take_untold(self, inspection_id: InspectionId) -> ClockJump | None:
        """Return, once, the newest jump that nobody was told of."""
        return self._untold.pop(inspection_id, None)
