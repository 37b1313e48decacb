"""Gets ready what the work needs while a person types the passphrase, after the window was first painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from inspector_app.ui.worker import Worker

PAUSE_MS = 15
"""Between two modules: an import holds the interpreter's lock, and typing must not be felt to wait."""


class Warming(QObject):
    """Goes through module names one at a time; what was asked of the worker meanwhile goes first."""

    def __init__(
        self,
        window: QWidget,
        worker: Worker,
        modules: tuple[str, ...],
        steps: tuple[Callable[[], None], ...] = (),
    ) -> None:
        """``modules`` in the order in which they will be needed; ``window`` is not painted yet.

        ``steps`` are done on the window's thread, before the modules.
        """
        super().__init__(window)
        self._worker = worker
        self._modules: Iterator[str] = iter(modules)
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
        if step is not None:
            step()
            self._timer.start()
            return
        name = next(self._modules, None)
        if name is None:
            self._worker.run(lambda _activities: None, self._end)  # the services are built by this
            return
        # On the databases' thread, so that no other thread of ours imports the same library half-way.
        self._worker.ask_door(lambda _door: import_module(name), self._after)

    @Slot(object)
    def _after(self, _module: object) -> None:
        self._timer.start()

    @Slot(object)
    def _end(self, _nothing: object) -> None:
        self.is_done = True
