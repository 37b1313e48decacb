"""The top of a document of the visit: what it is, whether it is open, one next step; closing asks here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui import theme
from inspector_app.ui.widgets.key_button import KeyButton
from inspector_app.ui.widgets.marks import label

_TITLE = 260
"""Pixels that a title keeps, or as many as it needs."""
_EDGES = 90
"""Pixels beside everything: margins, gaps and the way back."""
_NATIVE = QKeySequence.SequenceFormat.NativeText


class Asking(QFrame):
    """Shows exactly what will happen and asks once; Escape or "Not yet" leaves everything as it is."""

    def __init__(self, back: QWidget) -> None:
        """``back`` has the keyboard again once the question is gone."""
        super().__init__()
        self._back = back
        self.setProperty("role", "panel")
        self._leave: QPushButton | None = None
        self.words = label("", wrap=True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addLayout(self.buttons)
        self.hide()

    def add(self, text: str, role: str, slot: object) -> QPushButton:
        return self._put(QPushButton(text), role, slot)

    def add_leave(self, text: str, slot: object) -> QPushButton:
        """The button that leaves everything as it is; Escape presses it."""
        self._leave = self._put(
            KeyButton(text, QKeySequence(Qt.Key.Key_Escape).toString(_NATIVE)), "quiet", slot
        )
        return self._leave

    def ask(self) -> None:
        """Show the question; the keyboard stands on what changes nothing: Enter twice ends nothing."""
        self.show()
        if self._leave is not None:
            self._leave.setFocus()

    def _put(self, button: QPushButton, role: str, slot: object) -> QPushButton:
        button.setProperty("role", role)
        button.clicked.connect(slot)
        self.buttons.addWidget(button)
        return button

    def hideEvent(self, event: QHideEvent) -> None:
        now = QApplication.focusWidget()
        if self.isHidden() and now is not None and self.isAncestorOf(now):
            self._back.setFocus()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._leave is not None:
            self._leave.click()
        else:
            super().keyPressEvent(event)


class PaperHead(QWidget):
    """Title and state at the left; at the right what else may be done, and one primary button."""

    nextWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "subtitle")
        self.title.setMinimumWidth(60)
        self.chip = label("", "chip")
        self.chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.hint = label("", "muted", wrap=True)
        self.next = KeyButton("")
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self.nextWanted)
        self.asking = Asking(self.next)
        self._others = QHBoxLayout()
        self._others.setSpacing(4)
        self._button_of: dict[QAction, KeyButton] = {}
        self._allowed: set[QAction] = set()
        self.more = QPushButton(self.tr("More"))
        self.more.setProperty("role", "quiet")
        self.menu = QMenu(self.more)
        """What has no room beside the title."""
        self.more.setMenu(self.menu)
        self.more.hide()
        self._top = top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.chip)
        top.addStretch()
        top.addLayout(self._others)
        top.addWidget(self.more)
        top.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 6, 20, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.asking)

    def put_first(self, widget: QWidget) -> None:
        """Put the way back before the title."""
        self._top.insertWidget(0, widget)

    def offer(self, action: QAction, text: str) -> None:
        """Put a quiet button for an action; it is seen while the action may be used."""
        button = KeyButton(text)
        button.setProperty("role", "quiet")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        if action.isCheckable():
            button.setCheckable(True)
            action.toggled.connect(button.setChecked)
        self._others.addWidget(button)
        self._button_of[action] = button

    def allow(self, action: QAction, allowed: bool, *, is_next: bool = False) -> None:
        """Let an action be done; where it is the next step its keys work and one button is enough."""
        action.setEnabled(allowed)
        (self._allowed.add if allowed and not is_next else self._allowed.discard)(action)
        self._arrange()

    def rename(self, action: QAction, text: str) -> None:
        self._button_of[action].setText(text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the title its room; the last of what may be done besides goes into the menu."""
        allowed = [action for action in self._button_of if action in self._allowed]
        fixed = (self.chip, self.next) if self.next.text() else (self.chip,)
        taken = sum(widget.sizeHint().width() + 10 for widget in fixed)
        taken += min(self.title.sizeHint().width(), _TITLE) + _EDGES
        room = self.width() - taken
        wide = self._widths(allowed, room)
        shown = list(allowed)
        if sum(wide.values()) > room:
            room -= self.more.sizeHint().width() + 10
            while shown and sum(wide[action] for action in shown) > room:
                shown.pop()
        for action, button in self._button_of.items():
            button.setVisible(action in shown)
        rest = [action for action in allowed if action not in shown]
        if self.menu.actions() != rest:
            self.menu.clear()
            self.menu.addActions(rest)
        self.more.setVisible(bool(rest))

    def _widths(self, allowed: list[QAction], room: int) -> dict[QAction, int]:
        """How wide the buttons are: with the caps of their keys where all of them have room so."""
        for with_keys in (True, False):
            for action in allowed:
                self._button_of[action].keys = action.shortcut().toString(_NATIVE) if with_keys else ""
            wide = {action: self._button_of[action].sizeHint().width() + 4 for action in allowed}
            if sum(wide.values()) <= room:
                break
        for action in allowed:
            self._button_of[action].updateGeometry()
        return wide

    def show_state(self, title: str, state: str, *, closed: bool) -> None:
        theme.set_role(self.chip, "chip-success" if closed else "chip-warning")
        self.title.setText(title)
        self.chip.setText(state)
        self._arrange()

    def show_next(self, text: str, keys: str, hint: str) -> None:
        self.next.setText(text)
        self.next.keys = QKeySequence(keys).toString(_NATIVE)
        self.next.setToolTip(f"{text}  {keys}")
        self.next.setVisible(bool(text))
        self._arrange()
        self.show_hint(hint)

    def show_hint(self, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
