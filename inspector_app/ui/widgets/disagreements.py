"""What two laptops disagree about: both values side by side, one key for the left, one for the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from inspector_app.services.conflicts import Disagreement, Side
from inspector_app.ui.exchange_words import differences, heading, moment
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain_button import button_of


class DisagreementView(QFrame):
    """Shows the first that is open; deciding brings the next."""

    decided = Signal(str, str)
    """The conflict's id and the line whose value shall hold."""

    def __init__(self, left: QAction, right: QAction) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._open: tuple[Disagreement, ...] = ()
        self._names: dict[str, str] = {}
        self._own = ""
        self.title = label("", "subtitle", wrap=True)
        self.count = label("", "muted", wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(18)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.left = button_of(left)
        self.right = button_of(right)
        buttons = QGridLayout()
        buttons.setColumnStretch(0, 1)
        buttons.setColumnStretch(1, 1)
        buttons.addWidget(self.left, 0, 0)
        buttons.addWidget(self.right, 0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(10)
        rows.addWidget(self.title)
        rows.addWidget(self.count)
        rows.addLayout(self.grid)
        rows.addLayout(buttons)
        self._actions = (left, right)
        left.triggered.connect(lambda: self._decide(is_left=True))
        right.triggered.connect(lambda: self._decide(is_left=False))
        self.show_open((), {})

    def show_open(self, found: tuple[Disagreement, ...], names: dict[str, str], own: str = "") -> None:
        """``names`` says whose each laptop is, ``own`` which one this is."""
        self._open, self._names, self._own = found, names, own
        self.setVisible(bool(found))
        for action in self._actions:
            action.setEnabled(bool(found))
        while (item := self.grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not found:
            return
        first = found[0]
        self.title.setText(heading(first))
        self.count.setText(
            self.tr(
                "Two laptops changed this without knowing of each other ({count} open). Choose what holds; "
                "the other value stays in the history."
            ).format(count=len(found))
        )
        self._put(0, 1, self._side(first.here), "caption")
        self._put(0, 2, self._side(first.there), "caption")
        for row, (name, here, there) in enumerate(differences(first), start=1):
            self._put(row, 0, name, "muted")
            self._put(row, 1, here)
            self._put(row, 2, there)

    def _put(self, row: int, column: int, text: str, role: str = "") -> None:
        made = label(text, role, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)

    def _side(self, side: Side) -> str:
        if side.line.device == self._own:  # one person may have worked on two
            return self.tr("This laptop, {when}").format(when=moment(side.line.at))
        laptop = self._names.get(side.line.device, side.line.device)
        return self.tr("{name}'s laptop, {when}").format(name=laptop, when=moment(side.line.at))

    def _decide(self, *, is_left: bool) -> None:
        if self._open:
            first = self._open[0]
            self.decided.emit(first.conflict.id, (first.here if is_left else first.there).line.id)
