"""Gets ready what the work needs while a person types the passphrase, after the window was first painted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from inspector_app.ui.worker import Worker

PAUSE_MS = 15
"""Between two modules: an import holds the interpreter's lock, and typing must not be felt to wait."""


class Warming(QObject):
    """Goes through the steps one at a time; what was asked of the worker meanwhile goes first."""

    def __init__(
        self,
        window: QWidget,
        worker: Worker,
        steps: Iterable[str | Callable[[], object]],
    ) -> None:
        """``window`` is not painted yet; ``steps`` come in the order in which they will be needed.

        A name is a module to import; anything else is called on the window's thread.
        """
        super().__init__(window)
        self._worker = worker
        self._steps = iter(steps)
        self.is_done = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start()
        return False

    @Slot()
    def _go_on(self) -> None:
        if not self._worker.idle:
            self._timer.start()
            return
        step = next(self._steps, None)
        if step is None:
            self._worker.run(lambda _activities: None, self._end)  # the services are built by this
        elif isinstance(step, str):
            # On the databases' thread, so that no other thread of ours imports the same library half-way.
            self._worker.ask_door(lambda _door: import_module(step), self._after)
        else:
            step()
            self._timer.start()

    @Slot(object)
    def _after(self, _module: object) -> None:
        self._timer.start()

    @Slot(object)
    def _end(self, _nothing: object) -> None:
        self.is_done = True
