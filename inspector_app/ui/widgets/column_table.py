"""The columns of an export: header, meaning, why it was guessed, what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from inspector_app.domain.wording import Sentence
from inspector_app.ui.language import say

HEADER, MEANING, REASON, SAMPLE = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of an export as it is shown; ``field`` is the value of what it means, or ``None``."""

    header: str
    field: str | None
    reason: Sentence
    samples: tuple[str, ...] = ()
    """Masked already where they name a person."""


class ColumnTable(QTableWidget):
    """One column of the export a line; the meaning is chosen by keyboard among those that are offered."""

    meaningChosen = Signal(int, object)
    """Place of the column, and the value of the field or ``None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._offered: tuple[tuple[str, str], ...] = ()
        self.setObjectName("columnTable")
        self.setAccessibleName(self.tr("Columns of the file"))
        self.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Means"), self.tr("Why"), self.tr("For example")]
        )
        self.verticalHeader().hide()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._boxes: list[QComboBox] = []

    def offer(self, fields: Sequence[tuple[str, str]]) -> None:
        """Offer these meanings, each by its value and its word."""
        if tuple(fields) != self._offered:
            self._offered = tuple(fields)
            self._boxes = []
            self.setRowCount(0)

    def show_columns(self, columns: Sequence[Column]) -> None:
        focused = next((place for place, box in enumerate(self._boxes) if box.hasFocus()), -1)
        if self.rowCount() != len(columns):
            self.setRowCount(len(columns))
            self._boxes = [self._box(place) for place in range(len(columns))]
            self.setColumnWidth(HEADER, 150)
            self.setColumnWidth(MEANING, 190)
            self.setColumnWidth(REASON, 300)
        for place, column in enumerate(columns):
            header = column.header or self.tr("column {number}").format(number=place + 1)
            for part, text in (
                (HEADER, header),
                (REASON, say(column.reason)),
                (SAMPLE, "、".join(column.samples)),
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(place, part, item)
            box = self._boxes[place]
            box.setAccessibleName(self.tr("Meaning of column {header}").format(header=header))
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(column.field) if column.field else 0)
            box.blockSignals(False)
        if 0 <= focused < len(self._boxes):
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def box(self, place: int) -> QComboBox:
        """The choice of one column, such as for tests and for the first focus."""
        return self._boxes[place]

    def _box(self, place: int) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("— left out —"), None)
        for field, word in self._offered:
            box.addItem(word, field)
        box.currentIndexChanged.connect(lambda _index, place=place: self._on_chosen(place))
        self.setCellWidget(place, MEANING, box)
        self.setRowHeight(place, 44)
        return box

    def _on_chosen(self, place: int) -> None:
        self.meaningChosen.emit(place, self._boxes[place].currentData())
