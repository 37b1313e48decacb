"""Keeps what would change something grey while an inspection is read only, whatever its page thinks of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

Thing = QAction | QWidget


class Holding(QObject):
    """Actions and parts of a page that change something; held, they are grey and say why."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.reason = ""
        """Why nothing may be changed; empty where it may."""
        self._things: dict[Thing, str] = {}
        """Each thing with the tool tip that is its own."""

    @property
    def things(self) -> tuple[Thing, ...]:
        """Everything that rests while it is held."""
        return tuple(self._things)

    def mark(self, thing: Thing) -> None:
        """Hold this thing too, now or whenever it comes to that."""
        self._things[thing] = thing.toolTip()
        if isinstance(thing, QAction):
            thing.enabledChanged.connect(self._check)
        else:
            thing.installEventFilter(self)
        if self.reason:
            self._rest(thing)

    def hold(self, reason: str) -> None:
        """Let everything rest and say why; without a reason let it go again, as its page then decides."""
        if reason == self.reason:
            return
        was_held, self.reason = bool(self.reason), reason
        for thing, own in list(self._things.items()):
            if reason:
                if not was_held:
                    self._things[thing] = thing.toolTip()
                self._rest(thing)
            else:
                thing.setToolTip(own)
                thing.setEnabled(True)

    def _rest(self, thing: Thing) -> None:
        thing.setEnabled(False)
        thing.setToolTip(self.reason)

    @Slot(bool)
    def _check(self, enabled: bool) -> None:
        """A page that enables its action by its own state does not know that it is held."""
        action = self.sender()
        if enabled and self.reason and isinstance(action, QAction):
            action.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.reason or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.EnabledChange:
            parent = watched.parentWidget()
            if parent is not None and watched.isEnabledTo(parent):
                watched.setEnabled(False)
        elif event.type() == QEvent.Type.ToolTipChange and watched.toolTip() != self.reason:
            self._things[watched] = watched.toolTip()
            watched.setToolTip(self.reason)
        return False
