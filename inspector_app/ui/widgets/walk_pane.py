"""The walk of one ward as it is laid out: counts on top, beds in the middle, keys at the foot."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.services.walk_views import WalkView
from inspector_app.ui import theme
from inspector_app.ui.models.bed_rows import BedRowsModel
from inspector_app.ui.widgets.action_bar import ActionBar
from inspector_app.ui.widgets.bed_list import BedList
from inspector_app.ui.widgets.entry_strip import EntryStrip
from inspector_app.ui.widgets.headcount_bar import HeadcountBar
from inspector_app.ui.widgets.identity_keys import IdentityStrip
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label, thin_line


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
        self.pass_button = ActionButton(pass_action)
        self.pass_button.setCheckable(True)
        self.match_button = ActionButton(match_action)
        self.match_button.hide()
        self.beds = BedList()
        self.beds.setModel(model)
        self.strip = EntryStrip()
        self.identity = IdentityStrip()
        hints = (("Enter", self.tr("next bed")), ("H", self.tr("hold: names")))
        self.foot = ActionBar(foot_actions, hints)
        head = QHBoxLayout()
        head.setContentsMargins(16, 6, 10, 6)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.counts, 1)
        head.addWidget(self.match_button)
        head.addWidget(self.pass_button)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 3, 12, 3)
        foot.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(thin_line())
        layout.addWidget(self.message)
        layout.addWidget(self.beds, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self.identity)
        layout.addLayout(foot)

    def show_view(self, view: WalkView, waiting: int) -> None:
        """Show counts and state; ``waiting`` is how many persons may be on the list."""
        self.message.hide()
        self.title.setText(view.ward.name)
        self.counts.show_counts(view)
        second = view.pass_number > 1
        self.pass_button.setChecked(second)
        self.pass_button.setText(self.tr("On the second pass") if second else self.tr("Second pass"))
        self.match_button.setText(self.tr("{count} to match").format(count=waiting))
        self.match_button.setVisible(bool(waiting))
        self.waiting = waiting

    def tell(self, text: str) -> None:
        """Say something about the walk until it moves on."""
        theme.set_role(self.message, "muted")
        self.message.setText(text)
        self.message.show()
