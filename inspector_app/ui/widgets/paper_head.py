"""The top of a document of the visit: what it is, whether it is open, one next step; closing asks here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import label

_TITLE = 260
"""Pixels that a title keeps, or as many as it needs."""
_EDGES = 90
"""Pixels beside everything: margins, gaps and the way back."""


class Asking(QFrame):
    """Shows exactly what will happen and asks once; Escape or "Not yet" leaves everything as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
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
        button = QPushButton(text)
        button.setProperty("role", role)
        button.clicked.connect(slot)
        self.buttons.addWidget(button)
        return button


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
        self.next = QPushButton()
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self.nextWanted)
        self.asking = Asking()
        self._others = QHBoxLayout()
        self._others.setSpacing(4)
        self._button_of: dict[QAction, QPushButton] = {}
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
        button = QPushButton(text)
        button.setProperty("role", "quiet")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        if action.isCheckable():
            button.setCheckable(True)
            action.toggled.connect(button.setChecked)
        self._others.addWidget(button)
        self._button_of[action] = button

    def allow(self, action: QAction, allowed: bool) -> None:
        action.setEnabled(allowed)
        (self._allowed.add if allowed else self._allowed.discard)(action)
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
        wide = {action: self._button_of[action].sizeHint().width() + 4 for action in allowed}
        fixed = (self.chip, self.next) if self.next.text() else (self.chip,)
        taken = sum(widget.sizeHint().width() + 10 for widget in fixed)
        taken += min(self.title.sizeHint().width(), _TITLE) + _EDGES
        room = self.width() - taken
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

    def show_state(self, title: str, state: str, *, closed: bool) -> None:
        theme.set_role(self.chip, "chip-success" if closed else "chip-warning")
        self.title.setText(title)
        self.chip.setText(state)
        self._arrange()

    def show_next(self, text: str, keys: str, hint: str) -> None:
        self.next.setText(text)
        self.next.setToolTip(f"{text}  {keys}")
        self.next.setVisible(bool(text))
        self._arrange()
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
