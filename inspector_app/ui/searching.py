"""Asks the search while somebody types: one query at a time, the newest wins, nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.search import Found
from inspector_app.services.activities import Activities
from inspector_app.ui.worker import Worker


class Searching(QObject):
    """One field that is typed into, and what was found for it.

    Inspections that changed since they were last read are read one by one between other work; what
    was typed last is asked again when all of them are read.
    """

    found = Signal(object)
    """``Found`` for what was typed last."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._wanted = ""
        self._asking = False
        self._unread: list[InspectionId] = []
        self._reading = False

    @Slot(str)
    def ask(self, query: str) -> None:
        """Find ``query``; an empty one finds nothing at once."""
        self._wanted = query.strip()
        if not self._wanted:
            self._unread.clear()
            self.found.emit(Found(query=""))
        elif not self._asking:
            self._ask()

    def _ask(self) -> None:
        query = self._wanted
        self._asking = True
        self._worker.run(lambda a: _find(a, query), self._show, self._give_up)

    @Slot(object)
    def _show(self, found: Found) -> None:
        self._asking = False
        if not self._wanted:
            return
        if found.query != self._wanted:
            self._ask()
            return
        self.found.emit(found)
        self._unread = list(found.unread)
        if not self._reading:
            self._read_next()

    @Slot(object)
    def _give_up(self, problem: object) -> None:
        self._asking = False
        self._worker.problem.emit(problem)

    def _read_next(self) -> None:
        if self._unread:
            inspection = self._unread.pop(0)
            self._reading = True
            self._worker.run(lambda a: _read(a, inspection), self._on_read, self._stop_reading)

    @Slot(object)
    def _on_read(self, _: object) -> None:
        self._reading = False
        if self._unread:
            self._read_next()
        elif self._wanted and not self._asking:
            self._ask()

    @Slot(object)
    def _stop_reading(self, problem: object) -> None:
        self._reading = False
        self._unread.clear()
        self._worker.problem.emit(problem)


def _find(activities: Activities, query: str) -> Found:
    # Somebody may lock the desk while a query waits its turn.
    return activities.search.find(query) if activities.desk.is_unlocked else Found(query=query)


def _read(activities: Activities, inspection: InspectionId) -> None:
    if activities.desk.is_unlocked:
        activities.search.read(inspection)
