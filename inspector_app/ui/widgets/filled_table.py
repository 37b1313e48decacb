"""The questions and answers of a filled checklist as a table; on a small screen what hangs on them goes."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from inspector_app.ui.models.filled_lines import ANSWER, MORE, QUESTION, SIGN

_ROW = 34
_SIGN_WIDTH = 40
_NARROW = 520
"""Width in pixels below which the answer closely at the right has to do."""


class FilledTable(QTableView):
    """One row is chosen at a time; the question has what room the others leave."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Questions and answers"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(SIGN, _SIGN_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width()
        self.setColumnHidden(MORE, width < _NARROW)
        header = self.horizontalHeader()
        header.resizeSection(ANSWER, width * (35 if width < _NARROW else 20) // 100)
        header.resizeSection(MORE, width * 30 // 100)
        super().resizeEvent(event)
