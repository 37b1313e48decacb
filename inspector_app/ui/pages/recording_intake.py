"""Registers recordings one after another: asks, measures beside the databases with progress, writes down."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.evidence import Target
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Recording, measure_recording
from inspector_app.ui.widgets.recording_form import RecordingEntry, RecordingForm
from inspector_app.ui.worker import Worker


class Measuring(QObject):
    """The progress that hashing hears; it may be stopped from the window."""

    moved = Signal(float, float)
    """Megabytes done and in all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()

    @Slot()
    def stop(self) -> None:
        self._stopped.set()

    def report(self, done: int, total: int | None) -> None:
        if self._stopped.is_set():
            raise Cancelled(sentence("Cancelled. Nothing of it was kept."))
        self.moved.emit(done / 1e6, (total or 0) / 1e6)


class RecordingIntake(QObject):
    """Leads a pile of recordings through the form."""

    asked = Signal()
    """The form wants to be seen."""
    moved = Signal(str, float, float)
    registered = Signal(object)
    """An ``Intake``."""
    failed = Signal(object)
    """A ``Problem``; the entry stays in the form."""
    finished = Signal()

    def __init__(self, worker: Worker, form: RecordingForm, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._form = form
        self._waiting: deque[Path] = deque()
        self._measuring: Measuring | None = None
        self._inspection = InspectionId("")
        self._target: Callable[[], Target | None] = lambda: None
        form.entered.connect(self._on_entered)
        form.closed.connect(self._on_closed)

    def add(
        self, inspection_id: InspectionId, paths: list[Path], target: Callable[[], Target | None]
    ) -> None:
        """Ask about these files; ``target`` is looked up when each is registered."""
        self._inspection, self._target = inspection_id, target
        was_idle = not self._waiting
        self._waiting.extend(paths)
        if was_idle and self._waiting:
            self._ask()

    @Slot()
    def stop(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()

    def _ask(self) -> None:
        self._form.ask_about(self._waiting[0])
        self.asked.emit()

    @Slot(object)
    def _on_entered(self, entry: RecordingEntry) -> None:
        if self._measuring is not None:
            return
        measuring = self._measuring = Measuring(self)
        measuring.moved.connect(partial(self.moved.emit, entry.path.name))
        self._worker.compute(
            lambda: measure_recording(entry.path, measuring), partial(self._register, entry), self._cannot
        )

    def _register(self, entry: RecordingEntry, recording: Recording) -> None:
        inspection, target = self._inspection, self._target()

        def work(activities: Activities) -> Intake:
            return activities.evidence.register_recording(
                inspection,
                recording,
                recorder_number=entry.recorder_number,
                storage_place=entry.storage_place,
                length_seconds=entry.length_seconds,
                caption=entry.caption,
                target=target,
            )

        self._worker.run(work, self._registered, self._cannot)

    def _registered(self, intake: Intake) -> None:
        self._end()
        self.registered.emit(intake)
        self._next()

    def _cannot(self, problem: Problem) -> None:
        self._end()
        self.failed.emit(problem)

    def _end(self) -> None:
        if self._measuring is not None:
            self._measuring.deleteLater()
        self._measuring = None

    @Slot()
    def _on_closed(self) -> None:
        self.stop()
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._waiting.popleft()
        if self._waiting:
            self._ask()
        else:
            self.finished.emit()
