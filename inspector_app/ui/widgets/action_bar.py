"""A row of actions that never cuts one: what has no room goes into a menu at the end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from inspector_app.ui.widgets.key_button import ActionButton, KeyButton
from inspector_app.ui.widgets.key_caps import HEIGHT, Hint, KeyHints

_GAP = 2


class ActionBar(QWidget):
    """Buttons in the order of need; the last ones make room first, the hints before all of them."""

    def __init__(
        self,
        actions: tuple[QAction, ...],
        hints: tuple[Hint, ...] = (),
        *,
        at_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._at_right = at_right
        self._width_of_all = 0
        self.buttons = tuple(ActionButton(action) for action in actions)
        self.hints = KeyHints(hints, self) if hints else None
        self.more = KeyButton(self.tr("More"), "", icon="chevron-down")
        self.more.setProperty("role", "quiet")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.open_menu)
        self.menu = QMenu(self)
        for button in (*self.buttons, self.more):
            button.setParent(self)
        for action in actions:
            action.changed.connect(self._follow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def button(self, action: QAction) -> ActionButton:
        return next(button for button in self.buttons if button.action is action)

    def sizeHint(self) -> QSize:
        return QSize(self._whole(self.buttons), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.more.sizeHint().width(), HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _follow(self) -> None:
        """Make room anew where an action took another name."""
        if self._whole(self.buttons) != self._width_of_all:
            self.updateGeometry()
            self._arrange()

    def _whole(self, buttons: tuple[ActionButton, ...]) -> int:
        return sum(button.sizeHint().width() + _GAP for button in buttons)

    def _arrange(self) -> None:
        width = self.width()
        self._width_of_all = self._whole(self.buttons)
        shown = self.buttons
        if self._whole(shown) > width:
            room = width - self.more.sizeHint().width() - _GAP
            while shown and self._whole(shown) > room:
                shown = shown[:-1]
        hidden = self.buttons[len(shown) :]
        self.menu.clear()
        self.menu.addActions([button.action for button in hidden])
        used = self._whole(shown) + (self.more.sizeHint().width() if hidden else 0)
        left = width - used if self._at_right else 0
        for button in self.buttons:
            button.setVisible(button in shown)
            if button in shown:
                wide = button.sizeHint().width()
                button.setGeometry(left, 0, wide, HEIGHT)
                left += wide + _GAP
        self.more.setVisible(bool(hidden))
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), HEIGHT)
        if self.hints is not None:
            wide = self.hints.sizeHint().width()
            fits = not hidden and left + wide + 12 <= width
            self.hints.setVisible(fits)
            self.hints.setGeometry(width - wide, 0, wide, HEIGHT)

    @Slot()
    def open_menu(self) -> None:
        """Show what had no room, above the button where the bar stands at the foot."""
        corner = self.more.mapToGlobal(QPoint(0, -self.menu.sizeHint().height()))
        self.menu.popup(corner)
