"""The column at the left of the walk: the wards, whose they are, and what one does with lists and sheets."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.services.walk_views import WardProgress
from inspector_app.ui.models.bed_rows import WardsModel
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label, thin_line
from inspector_app.ui.widgets.ward_list import WardList

_WIDTH = 196


class WardColumn(QWidget):
    """The page shows it where there is a ward."""

    def __init__(
        self,
        model: WardsModel,
        mine_action: QAction,
        foot_actions: tuple[tuple[QAction, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        """``foot_actions`` are pairs of an action and an icon."""
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._wards: tuple[WardProgress, ...] = ()
        self.only_mine = False
        self.list = WardList(model)
        self.mine_button = ActionButton(mine_action)
        self.mine_button.setCheckable(True)
        self.foot = tuple(ActionButton(action, icon=icon, spread=True) for action, icon in foot_actions)
        head = QHBoxLayout()
        head.setContentsMargins(14, 2, 6, 2)
        head.addWidget(label(self.tr("Wards"), "caption"), 1)
        head.addWidget(self.mine_button)
        below = QVBoxLayout()
        below.setContentsMargins(4, 2, 4, 3)
        below.setSpacing(0)
        for button in self.foot:
            button.setMinimumHeight(34)
            button.setMaximumHeight(36)
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(thin_line())
        layout.addLayout(below)
        self.mine_button.hide()
        self.hide()

    def show_wards(self, wards: tuple[WardProgress, ...], ward_id: str) -> None:
        """Show the wards, or those of whoever uses this laptop, and mark one."""
        self._wards = wards
        given = any(one.is_mine for one in wards)
        self.mine_button.setVisible(given)
        self.only_mine = self.only_mine and given
        self.mine_button.setChecked(self.only_mine)
        shown = tuple(one for one in wards if one.is_mine) if self.only_mine else wards
        self.list.show_wards(shown, ward_id)

    @Slot()
    def toggle_mine(self) -> None:
        """Show only one's own wards, or all again."""
        self.only_mine = not self.only_mine
        self.show_wards(self._wards, self.list.ward_id)
