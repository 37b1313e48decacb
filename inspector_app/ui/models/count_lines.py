"""Lines of a count sheet with a box for every unit, typed back one after the other."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from inspector_app.domain.count_sheet import CountLine, CountSheet
from inspector_app.ui.models.table import TableModel

NUMBER, ITEM, SPEC, FIRST, SECOND = range(5)
_FIGURE = re.compile(r"(\d{1,9}(\.\d{1,4})?)?")


class CountLinesModel(TableModel[CountLine]):
    """The printed lines in their order; a box takes a figure and nothing else."""

    amounts = frozenset({NUMBER, FIRST, SECOND})
    typed = Signal()
    """A figure was typed or taken out."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            (
                translate("CountLines", "Line"),
                translate("CountLines", "Item"),
                translate("CountLines", "Specification"),
                translate("CountLines", "Packs"),
                translate("CountLines", "Loose"),
            )
        )
        self.figures: dict[int, list[str]] = {}

    def show_sheet(self, sheet: CountSheet | None, figures: dict[int, list[str]]) -> None:
        """Show the lines of a sheet with what was typed before."""
        self.figures = figures
        self.show_rows(sheet.lines if sheet is not None else ())

    def boxes(self, row: int) -> tuple[int, ...]:
        """The columns of a line that take a figure: the base unit stands in the last one."""
        return (FIRST, SECOND) if len(self._rows[row].units) > 1 else (SECOND,)

    def row_of(self, number: int) -> int:
        return next((row for row, line in enumerate(self._rows) if line.number == number), -1)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() in self.boxes(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def cell(self, value: CountLine, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole and column in self.boxes(row):
            return self._figure(value, column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column in (FIRST, SECOND):
            if column not in self.boxes(row):
                return ""
            unit = value.units[self._box(value, column)]
            return "  ".join(part for part in (self._figure(value, column) or "·", unit) if part)
        return (str(value.number), value.name or value.code, "  ".join((value.spec, value.maker)).strip())[
            column
        ]

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Take a figure, full width or not; what is none is refused and the box stays as it was."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if index.column() not in self.boxes(index.row()):
            return False
        text = unicodedata.normalize("NFKC", str(value or "")).strip()
        if not _FIGURE.fullmatch(text):
            return False
        line = self._rows[index.row()]
        texts = self.figures.setdefault(line.number, [""] * len(line.units))
        box = self._box(line, index.column())
        if texts[box] == text:
            return True
        texts[box] = text
        if not any(texts):
            del self.figures[line.number]
        self.dataChanged.emit(index, index)
        self.typed.emit()
        return True

    def _figure(self, line: CountLine, column: int) -> str:
        texts = self.figures.get(line.number)
        return texts[self._box(line, column)] if texts else ""

    @staticmethod
    def _box(line: CountLine, column: int) -> int:
        """Of two boxes the first column is the pack's; a single one stands in the last column."""
        return column - FIRST if len(line.units) > 1 else 0
