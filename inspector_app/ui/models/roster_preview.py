"""What an export would give: persons, and lines set aside, as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.domain.roster import QuarantinedRow, RosterEntry
from inspector_app.ui.bed_words import note_word, quarantine_word
from inspector_app.ui.models.table import TableModel

Cells = Callable[[object], tuple[str, ...]]


class LinesModel(TableModel[object]):
    """Rows of text under headings; ``cells`` turns a value into its texts when they are shown."""

    def __init__(self, cells: Cells) -> None:
        super().__init__()
        self._cells = cells

    def show(self, headings: tuple[str, ...], values: Sequence[object]) -> None:
        self.show_rows(values, headings)

    def cell(self, value: object, row: int, column: int, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = self._cells(value)
        return cells[column] if column < len(cells) else ""


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
        f"{value.admitted_at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
        if value.admitted_at
        else value.admitted_text,
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
