"""The top of a document of the visit: what it is, whether it is open, one next step; closing asks here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.widgets.marks import label


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
        self._top = top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.chip)
        top.addStretch()
        top.addLayout(self._others)
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
        if action in self._button_of:
            self._button_of[action].setVisible(allowed)

    def rename(self, action: QAction, text: str) -> None:
        self._button_of[action].setText(text)

    def show_state(self, title: str, state: str, *, closed: bool) -> None:
        theme.set_role(self.chip, "chip-success" if closed else "chip-warning")
        self.title.setText(title)
        self.chip.setText(state)

    def show_next(self, text: str, keys: str, hint: str) -> None:
        self.next.setText(text)
        self.next.setToolTip(f"{text}  {keys}")
        self.next.setVisible(bool(text))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
