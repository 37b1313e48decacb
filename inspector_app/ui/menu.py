"""The one menu of the window: whatever can be done here, in groups, each with its keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QMenu, QWidget

ActionGroup = tuple[str, list[QAction]]
"""A heading and its actions."""

_ENDS_A_TAP = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.ApplicationStateChange,
    )
)


class WindowMenu(QMenu):
    """A part for the page and for each group of places; what belongs to the window stands below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Menu"))
        self.setToolTipsVisible(True)
        # Some desktops hide keys in menus that are opened by a button.
        QGuiApplication.styleHints().setShowShortcutsInContextMenus(True)

    def fill(self, parts: Iterable[ActionGroup], window_actions: Iterable[QAction]) -> None:
        """List what can be done now; a rested action is shown grey rather than left out."""
        self.clear()
        for heading, actions in parts:
            part = self.addMenu(heading.replace("&", "&&"))
            part.setToolTipsVisible(True)
            part.addActions(actions)
        self.addSeparator()
        self.addActions(list(window_actions))

    def parts(self) -> dict[str, QMenu]:
        """The groups by their headings."""
        found = {}
        for action in self.actions():
            part = action.menu()
            if isinstance(part, QMenu):
                found[action.text()] = part
        return found

    def open_below(self, button: QWidget) -> None:
        """Open under a button with the first line chosen, so that arrows go on at once; or close again."""
        if self.isVisible():
            self.close()
            return
        self.popup(button.mapToGlobal(QPoint(6, button.height())))
        if self.actions():
            self.setActiveAction(self.actions()[0])


class AltTap(QObject):
    """Tells when Alt was pressed and let go with nothing between, as people open menus with it."""

    tapped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_down = False

    def watch(self, window: QWindow) -> None:
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
            if kind == QEvent.Type.KeyPress and isinstance(watched, QWindow) and not event.isAutoRepeat():
                self._begin(is_alone=event.modifiers() in (_NONE, _ALT))
            elif kind == QEvent.Type.KeyRelease and self._is_down:
                self._end()
                self.tapped.emit()
        elif self._is_down and kind in _ENDS_A_TAP:
            self._end()
        return super().eventFilter(watched, event)

    def _begin(self, *, is_alone: bool) -> None:
        """While the key is down, and only then, the whole program is watched: it hears every shortcut."""
        app = QGuiApplication.instance()
        if is_alone and not self._is_down and app is not None:
            self._is_down = True
            app.installEventFilter(self)

    def _end(self) -> None:
        self._is_down = False
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)


_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
