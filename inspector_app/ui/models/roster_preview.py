"""What an export would give: persons, and lines set aside, as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.domain.roster import QuarantinedRow, RosterEntry
from inspector_app.ui.bed_words import note_word, quarantine_word

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Cells = Callable[[object], tuple[str, ...]]


class LinesModel(QAbstractTableModel):
    """Rows of text under headings; ``cells`` turns a value into its texts when they are shown."""

    def __init__(self, cells: Cells) -> None:
        super().__init__()
        self._cells = cells
        self._headings: tuple[str, ...] = ()
        self._values: Sequence[object] = ()

    def show(self, headings: tuple[str, ...], values: Sequence[object]) -> None:
        self.beginResetModel()
        self._headings, self._values = headings, values
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = self._cells(self._values[index.row()])
        return cells[index.column()] if index.column() < len(cells) else ""


def entry_cells(value: object) -> tuple[str, ...]:
    """A person: line, ward, bed, name, sex and age, numbers, admission, diagnosis, doubts; masked."""
    if not isinstance(value, RosterEntry):
        raise TypeError(type(value))
    return (
        str(value.row),
        value.ward,
        value.bed,
        mask_name(value.name),
        f"{value.sex} {value.age}".strip(),
        mask_number(value.id_number),
        mask_number(value.hospital_number),
        f"{value.admitted_at.astimezone():%Y-%m-%d %H:%M}" if value.admitted_at else value.admitted_text,
        value.diagnosis,
        "；".join(note_word(note) for note in value.notes),
    )


def quarantine_cells(value: object) -> tuple[str, ...]:
    """A line set aside: its number, why, and the line itself."""
    if not isinstance(value, QuarantinedRow):
        raise TypeError(type(value))
    why = quarantine_word(value.reason)
    if value.same_as_row is not None:
        why = f"{why} ({value.same_as_row})"
    return str(value.row), why, " | ".join(value.cells)
