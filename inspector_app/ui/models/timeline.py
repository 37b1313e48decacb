"""The journal as history: one line an intention, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.domain.chain import code_of
from inspector_app.domain.journal import Line
from inspector_app.ui.intentions import what_happened
from inspector_app.ui.models.table import VALUE, TableModel

LINE = VALUE
TIME, WHO, WHAT, CODE = range(4)


class TimelineModel(TableModel[Line]):
    """Columns: time, person, what happened, code of the line."""

    def __init__(self, headings: tuple[str, str, str, str]) -> None:
        super().__init__(headings)
        self._names: dict[str, str] = {}

    def show(self, lines: list[Line], names: dict[str, str]) -> None:
        self._names = names
        self.show_rows(lines)

    def cell(self, value: Line, row: int, column: int, role: int) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == TIME:
            return value.at.astimezone().strftime("%Y-%m-%d  %H:%M:%S")
        if column == WHO:
            return self._names.get(value.person, value.person[:8])
        if column == WHAT:
            return what_happened(value)
        return code_of(value.hash)
