"""The journal as history: one line an intention, newest first."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.chain import code_of
from inspector_app.domain.journal import Line
from inspector_app.ui.intentions import what_happened

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
LINE = int(Qt.ItemDataRole.UserRole)
TIME, WHO, WHAT, CODE = range(4)


class TimelineModel(QAbstractTableModel):
    """Columns: time, person, what happened, code of the line."""

    def __init__(self, headings: tuple[str, str, str, str]) -> None:
        super().__init__()
        self._headings = headings
        self._lines: list[Line] = []
        self._names: dict[str, str] = {}

    def show(self, lines: list[Line], names: dict[str, str]) -> None:
        self.beginResetModel()
        self._lines, self._names = lines, names
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == TIME:
            return line.at.astimezone().strftime("%Y-%m-%d  %H:%M:%S")
        if index.column() == WHO:
            return self._names.get(line.person, line.person[:8])
        if index.column() == WHAT:
            return what_happened(line)
        return code_of(line.hash)
