"""Chooses the letter that the next evidence of this laptop is numbered with."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from inspector_app.services.labels import Groups


class GroupChoice(QComboBox):
    """Letters of other laptops are shown and cannot be chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Group letter of new evidence"))
        self.setToolTip(self.tr("New evidence of this laptop is numbered with this letter."))
        self.addItems([self.tr("Group {letter}").format(letter=letter) for letter in ascii_uppercase])
        self.activated.connect(self._on_activated)

    def show_groups(self, groups: Groups) -> None:
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for row, letter in enumerate(ascii_uppercase):
                model.item(row).setEnabled(letter not in groups.foreign)
        self.setCurrentIndex(ascii_uppercase.index(groups.letter))

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        self.chosen.emit(ascii_uppercase[row])
