"""How the person of a look was identified (核对方式): five keys that may be pressed together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from inspector_app.domain.headcount import IdentityCheck
from inspector_app.ui.bed_words import identity_word
from inspector_app.ui.keys import give_keys
from inspector_app.ui.widgets.key_button import KeyButton

KEYS = {str(number): way for number, way in enumerate(IdentityCheck, start=1)}


class IdentityKeys(QWidget):
    """Shows the ways and says the new ones at each press."""

    changed = Signal(object)
    """A tuple of ``IdentityCheck``."""

    def __init__(self, columns: int, *, with_keys: bool, parent: QWidget | None = None) -> None:
        """``with_keys`` shows the digits, where nothing else takes them for statuses."""
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.buttons: dict[IdentityCheck, KeyButton] = {}
        for number, (key, way) in enumerate(KEYS.items()):
            button = KeyButton(identity_word(way), key if with_keys else "", spread=not with_keys)
            button.setProperty("role", "quiet")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._say)
            grid.addWidget(button, number // columns, number % columns)
            self.buttons[way] = button

    @property
    def ways(self) -> tuple[IdentityCheck, ...]:
        return tuple(way for way, button in self.buttons.items() if button.isChecked())

    def show_ways(self, ways: tuple[IdentityCheck, ...]) -> None:
        """Show them without saying that they changed."""
        for way, button in self.buttons.items():
            button.setChecked(way in ways)

    def press(self, way: IdentityCheck) -> None:
        self.buttons[way].click()

    @Slot()
    def _say(self) -> None:
        self.changed.emit(self.ways)


class IdentityStrip(QFrame):
    """The same keys at the foot of the walk; digits press them, Enter or Escape goes back to the beds."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("How was the person identified?"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 12, 3)
        self.prompt = QLabel()
        self.keys = IdentityKeys(len(KEYS), with_keys=True)
        self.keys.changed.connect(self.changed)
        self.done = KeyButton(self.tr("Done"), "Enter")
        self.done.setProperty("role", "quiet")
        self.done.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.done.clicked.connect(self._leave)
        layout.addWidget(self.prompt)
        layout.addWidget(self.keys)
        layout.addStretch()
        layout.addWidget(self.done)
        for key, way in KEYS.items():
            self._action(identity_word(way), key, partial(self.keys.press, way))
        self._action(self.tr("Done"), "Return", self._leave).setShortcuts(
            [QKeySequence(one) for one in ("Return", "Enter", "Escape", "I")]
        )
        self.hide()

    def _action(self, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = give_keys(QAction(text, self), keys, Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

    def ask(self, prompt: str, ways: tuple[IdentityCheck, ...]) -> None:
        """Take the keyboard until the person is done."""
        self.prompt.setText(prompt)
        self.keys.show_ways(ways)
        self.show()
        self._fit()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The bed is marked in its row anyway: its words make room for the digits."""
        parts = (self.prompt, self.keys, self.done)
        needed = sum(part.sizeHint().width() for part in parts) + 40
        self.prompt.setVisible(needed <= self.width())

    @Slot()
    def _leave(self) -> None:
        self.hide()
        self.left.emit()
