"""Lays papers out beside the databases' thread and shows them; of several wishes the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from inspector_app.domain.errors import Problem
from inspector_app.ui.worker import Worker

T = TypeVar("T")


class PaperDrawing(Generic[T]):
    """What a page asks to have its paper drawn; while one is laid out the last wish after it waits."""

    def __init__(
        self, worker: Worker, show: Callable[[T], object], failed: Callable[[Problem], object]
    ) -> None:
        self._worker = worker
        self._show = show
        self._fail = failed
        self._running: Callable[[], T] | None = None
        self._wanted: Callable[[], T] | None = None

    def draw(self, drawing: Callable[[], T]) -> None:
        """Show what ``drawing`` returns; the pages shown now stay until it has."""
        self._wanted = drawing
        if self._running is None:
            self._go_on()

    def forget(self) -> None:
        """Show nothing of what is being laid out."""
        self._wanted = None

    def _go_on(self) -> None:
        self._running = drawing = self._wanted
        if drawing is not None:
            self._worker.compute(drawing, self._came, self._failed)

    def _came(self, drawn: T) -> None:
        if self._is_newest():
            self._show(drawn)

    def _failed(self, problem: Problem) -> None:
        if self._is_newest():
            self._fail(problem)

    def _is_newest(self) -> bool:
        if self._running is not self._wanted:
            self._go_on()
            return False
        self._running = self._wanted = None
        return True
