"""The questions of a checklist as a calm list; the keyboard belongs to the pane beside it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

_SIGN, _QUESTION, _ANSWER, _MORE = range(4)
_WIDTHS = {_SIGN: 40, _ANSWER: 152, _MORE: 48}


class QuestionList(QTableView):
    """Columns: sign, question, answer, what hangs on it; the question takes what room there is."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(36)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def bring(self, row: int) -> None:
        """Bring a row into sight with what comes before and after it: where one is going is seen."""
        for place in (row - 1, row + 2, row + 1, row):
            if 0 <= place < self.model().rowCount():
                self.scrollTo(self.model().index(place, _QUESTION))
