"""The rows of the bed walk, and the wards beside it, for Qt's views."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.headcount import BedRow
from inspector_app.domain.masking import mask_name
from inspector_app.domain.roster import bed_key
from inspector_app.services.walk_views import WardProgress
from inspector_app.ui.bed_words import status_word

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
VALUE = int(Qt.ItemDataRole.UserRole)


class BedRowsModel(QAbstractListModel):
    """One bed row a line, in the order of walking."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[BedRow] = []
        self.revealed = False

    def position_of_bed(self, bed: str, name: str) -> int:
        """Position of a bed that is there already; a given name must agree."""
        for position, row in enumerate(self._rows):
            if bed_key(row.bed) == bed_key(bed) and name in ("", row.name):
                return position
        return -1

    def show(self, rows: tuple[BedRow, ...]) -> None:
        """Show these rows; where only values changed, the selection and the scrolling stay."""
        if [row.key for row in rows] == [row.key for row in self._rows]:
            for position, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old != new:
                    self._rows[position] = new
                    self.dataChanged.emit(self.index(position), self.index(position))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def reveal(self, revealed: bool) -> None:
        """Show names whole while the key is held."""
        if self.revealed != revealed:
            self.revealed = revealed
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row(self, position: int) -> BedRow | None:
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def position_of(self, key: str) -> int:
        return next((position for position, row in enumerate(self._rows) if row.key == key), -1)

    def position_of_row(self, before: BedRow) -> int:
        """Where a row is now, also after its person was looked at or matched with the list."""
        for position, row in enumerate(self._rows):
            if row.key == before.key:
                return position
        check = before.check.id if before.check is not None else None
        for position, row in enumerate(self._rows):
            same_look = check is not None and row.check is not None and row.check.id == check
            just_saved = check is None and before.listed is None and row.bed == before.bed
            if same_look or (just_saved and row.name == before.name):
                return position
        return -1

    def find(self, text: str, start: int = 0) -> int:
        """Position of the next row whose bed begins with, or whose name contains, the text."""
        wanted = text.strip().upper()
        count = len(self._rows)
        for step in range(count):
            position = (start + step) % count
            row = self._rows[position]
            if wanted and (row.bed.upper().lstrip("0").startswith(wanted) or wanted in row.name.upper()):
                return position
        return -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == VALUE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = row.name if self.revealed else mask_name(row.name)
            status = status_word(row.check.status) if row.check else ""
            return " ".join(part for part in (row.bed, name, status) if part)
        return None


class WardsModel(QAbstractListModel):
    """One ward a line with how far it has come."""

    def __init__(self) -> None:
        super().__init__()
        self._wards: list[WardProgress] = []

    def show(self, wards: tuple[WardProgress, ...]) -> None:
        if [one.ward.id for one in wards] == [one.ward.id for one in self._wards]:
            self._wards = list(wards)
            if wards:
                self.dataChanged.emit(self.index(0), self.index(len(wards) - 1))
            return
        self.beginResetModel()
        self._wards = list(wards)
        self.endResetModel()

    def ward(self, position: int) -> WardProgress | None:
        return self._wards[position] if 0 <= position < len(self._wards) else None

    def position_of(self, ward_id: str) -> int:
        return next((p for p, one in enumerate(self._wards) if one.ward.id == ward_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._wards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.ward(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == VALUE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            takers = takers_of(one)
            return "  ".join(part for part in (one.ward.name, takers, progress_of(one)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return takers_of(one) or None
        return None


def progress_of(one: WardProgress) -> str:
    """How far a ward has come, and after a question mark how many wait for a match."""
    summary = one.summary
    whole = summary.listed if summary.has_list else summary.looked_at + one.to_walk
    waiting = f"  ?{one.proposals}" if one.proposals else ""
    return f"{summary.looked_at}/{whole}{waiting}"


def takers_of(one: WardProgress) -> str:
    """The group's letter and the names of those who walk a ward."""
    group = f"[{one.ward.group}]" if one.ward.group else ""
    return " ".join(part for part in (group, "、".join(one.taken_by)) if part)
