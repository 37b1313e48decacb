"""The columns of an export: header, meaning, why it was guessed, what stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.domain.roster import ColumnGuess, Mapping, RosterField
from inspector_app.ui.bed_words import field_word
from inspector_app.ui.language import say

HEADER, MEANING, REASON, SAMPLE = range(4)


class ColumnTable(QTableWidget):
    """One column of the export a line; the meaning is chosen by keyboard, a field belongs to one column."""

    mappingChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
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
        self._mapping: Mapping | None = None
        self._boxes: list[QComboBox] = []

    def show_columns(self, columns: tuple[ColumnGuess, ...], mapping: Mapping) -> None:
        focused = next((place for place, box in enumerate(self._boxes) if box.hasFocus()), -1)
        if self.rowCount() != len(columns):
            self.setRowCount(len(columns))
            self._boxes = [self._box(place) for place in range(len(columns))]
            self.setColumnWidth(HEADER, 150)
            self.setColumnWidth(MEANING, 170)
            self.setColumnWidth(REASON, 300)
        self._mapping = mapping
        for place, column in enumerate(columns):
            header = column.header or self.tr("column {number}").format(number=column.index + 1)
            for part, text in (
                (HEADER, header),
                (REASON, say(column.reason)),
                (SAMPLE, "、".join(_masked(column.field, sample) for sample in column.samples)),
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(place, part, item)
            box = self._boxes[place]
            box.setAccessibleName(self.tr("Meaning of column {header}").format(header=header))
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(column.field) if column.field else 0)
            box.blockSignals(False)
        if focused >= 0:
            self._boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def box(self, place: int) -> QComboBox:
        """The choice of one column, such as for tests and for the first focus."""
        return self._boxes[place]

    def _box(self, place: int) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("— left out —"), None)
        for field in RosterField:
            box.addItem(field_word(field), field)
        box.currentIndexChanged.connect(lambda _index, place=place: self._on_chosen(place))
        self.setCellWidget(place, MEANING, box)
        self.setRowHeight(place, 44)
        return box

    def _on_chosen(self, place: int) -> None:
        if self._mapping is None:
            return
        data = self._boxes[place].currentData()  # Qt hands a StrEnum back as a plain string
        chosen = RosterField(data) if data else None
        meanings = {
            index: meaning
            for index, meaning in self._mapping.columns
            if index != place and meaning is not chosen
        }
        if chosen is not None:
            meanings[place] = chosen
        self.mappingChosen.emit(
            Mapping(
                header_row=self._mapping.header_row,
                header_lines=self._mapping.header_lines,
                columns=tuple(sorted(meanings.items())),
            )
        )


def _masked(field: RosterField | None, sample: str) -> str:
    if field is RosterField.NAME:
        return mask_name(sample)
    digits = sum(sign.isdigit() for sign in sample)
    if field in (RosterField.ID_NUMBER, RosterField.HOSPITAL_NUMBER) or digits >= 15:
        return mask_number(sample)
    return sample
