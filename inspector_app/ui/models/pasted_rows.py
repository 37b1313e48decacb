"""Rows about to be pasted into a checklist: each cell as the answer it becomes, or why it is none."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.domain.pasted_rows import PastedCell
from inspector_app.ui import theme
from inspector_app.ui.language import say
from inspector_app.ui.models.table import TableModel


def fault_words(cell: PastedCell) -> str:
    """Say why a cell cannot stand; nothing where it can."""
    return cell.told_text or (say(cell.told) if cell.told is not None else "")


class PastedRowsModel(TableModel[tuple[PastedCell, ...]]):
    """The number of the row, then one column for each question."""

    def cell(self, value: tuple[PastedCell, ...], row: int, column: int, role: int) -> object:
        if column == 0:
            if role == Qt.ItemDataRole.DisplayRole:
                return str(row + 1)
            if role == Qt.ItemDataRole.DecorationRole and any(cell.is_wrong for cell in value):
                return theme.icon("triangle-alert", "danger")
            return None
        cell = value[column - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words or cell.text
        if role == Qt.ItemDataRole.ForegroundRole and cell.is_wrong:
            return theme.colour("danger")
        if role == Qt.ItemDataRole.ToolTipRole:
            return fault_words(cell) or cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole and cell.is_wrong:
            return f"{cell.text}: {fault_words(cell)}"
        return None
