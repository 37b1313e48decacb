"""What every read-only table of values shares: headings, rows, and the value under a role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
VALUE = int(Qt.ItemDataRole.UserRole)
"""Role under which a cell gives its row's whole value."""
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

T = TypeVar("T")


class TableModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind of value; a subclass says what stands in a cell."""

    amounts: frozenset[int] = frozenset()
    """Columns whose cells and heading stand at the right."""

    def __init__(self, headings: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._headings = headings
        self._rows: Sequence[T] = ()

    def show_rows(self, rows: Sequence[T], headings: tuple[str, ...] | None = None) -> None:
        """Show other rows, and other headings where they are given."""
        self.beginResetModel()
        self._rows = rows
        if headings is not None:
            self._headings = headings
        self.endResetModel()

    @property
    def rows(self) -> Sequence[T]:
        """The values that are shown, in their order."""
        return self._rows

    def cell(self, value: T, row: int, column: int, role: int) -> object:
        """Return what ``role`` asks of one cell; ``None`` where it has nothing."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in self.amounts else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value = self._rows[index.row()]
        if role == VALUE:
            return value
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self.amounts:
            return RIGHT
        return self.cell(value, index.row(), index.column(), role)
