"""The walk of one ward as it is laid out: counts on top, beds in the middle, keys at the foot."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.services.headcounts import WalkView
from inspector_app.ui.models.bed_rows import BedRowsModel
from inspector_app.ui.widgets.bed_list import BedList
from inspector_app.ui.widgets.entry_strip import EntryStrip
from inspector_app.ui.widgets.headcount_bar import HeadcountBar
from inspector_app.ui.widgets.marks import label, thin_line


def action_button(action: QAction, *, takes_focus: bool = False) -> QPushButton:
    """A finger-sized button that runs an action and shows its key; on the walk the beds keep the keyboard."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = re.sub(r"\(&\w\)", "", action.text()).replace("&", "")
    button = QPushButton(f"{text}  {key}")
    button.setMinimumHeight(40)
    if not takes_focus:
        button.setProperty("role", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda _checked=False: action.trigger())
    return button


class WalkPane(QWidget):
    """Shows a walk; what is pressed goes to the page through its actions and the list's signals."""

    def __init__(
        self,
        model: BedRowsModel,
        pass_action: QAction,
        match_action: QAction,
        foot_actions: tuple[QAction, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.waiting = 0
        """Persons who may be on the list."""
        self.title = label("", "subtitle")
        self.counts = HeadcountBar()
        self.message = label("", "muted", wrap=True)
        self.message.setContentsMargins(16, 4, 16, 4)
        self.message.hide()
        self.pass_button = action_button(pass_action)
        self.pass_button.setCheckable(True)
        self.match_button = action_button(match_action)
        self.beds = BedList()
        self.beds.setModel(model)
        self.strip = EntryStrip()
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 6)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.counts, 1)
        head.addWidget(self.match_button)
        head.addWidget(self.pass_button)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 16, 6)
        foot.setSpacing(2)
        for action in foot_actions:
            foot.addWidget(action_button(action))
        foot.addStretch()
        foot.addWidget(label(self.tr("Enter: next bed · hold H: names"), "small"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(thin_line())
        layout.addWidget(self.message)
        layout.addWidget(self.beds, 1)
        layout.addWidget(self.strip)
        layout.addLayout(foot)

    def show_view(self, view: WalkView, waiting: int) -> None:
        """Show counts and state; ``waiting`` is how many persons may be on the list."""
        self.message.hide()
        self.title.setText(view.ward.name)
        self.counts.show_counts(view.ward_summary, view.house_summary)
        self.pass_button.setChecked(view.pass_number > 1)
        self.match_button.setText(self.tr("{count} to match  M").format(count=waiting))
        self.match_button.setVisible(bool(waiting))
        self.waiting = waiting

    def tell(self, text: str) -> None:
        """Say something about the walk until it moves on."""
        self.message.setText(text)
        self.message.show()
