"""Versions of checklists as rows, and what was found out about one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist_shelf import Change, ChecklistUse, Comparison, Place, RowChange, ShelfLine
from inspector_app.domain.checklist_table import TableFault
from inspector_app.domain.checklist_trial import Outcome, TriedRun
from inspector_app.ui.language import say, titled
from inspector_app.ui.models.table import VALUE, TableModel

TITLE, VERSION, PLACE, FILE = range(4)
Cells = tuple[str, ...]
_PLACES = {
    Place.SHIPPED: QT_TRANSLATE_NOOP("ChecklistPlace", "shipped"),
    Place.IMPORTED: QT_TRANSLATE_NOOP("ChecklistPlace", "taken in"),
    Place.SUPERSEDED: QT_TRANSLATE_NOOP("ChecklistPlace", "superseded"),
    Place.RETIRED: QT_TRANSLATE_NOOP("ChecklistPlace", "put away"),
}
_CHANGES = {
    Change.ADDED: QT_TRANSLATE_NOOP("ChecklistPlace", "added"),
    Change.REMOVED: QT_TRANSLATE_NOOP("ChecklistPlace", "removed"),
    Change.CHANGED: QT_TRANSLATE_NOOP("ChecklistPlace", "changed"),
}


def _said(source: object) -> str:
    return QCoreApplication.translate("ChecklistPlace", str(source))


class ShelfModel(TableModel[ShelfLine]):
    """All versions; those of one checklist stand together."""

    def __init__(self) -> None:
        super().__init__()
        self._headings = (self.tr("Checklist"), self.tr("Version"), self.tr("State"), self.tr("File"))

    def cell(self, value: ShelfLine, row: int, column: int, role: int) -> object:
        if role == VALUE:
            return value
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column == TITLE:
            return titled(value.form)
        if column == VERSION:
            return value.form.version
        if column == FILE:
            return value.form.source_name
        place = _said(_PLACES[value.place])
        if value.lock is None:
            return place
        return self.tr("{place} · set for the team by {name}").format(place=place, name=value.lock.name)

    def row_of(self, form_id: str) -> int:
        """Return the row of a version, or -1."""
        return next((row for row, one in enumerate(self._rows) if one.form.id == form_id), -1)


class FoundModel(TableModel[Cells]):
    """What was found out: lines of text that can be copied."""

    wide: frozenset[int] = frozenset()
    """Columns of running text, which share the room."""

    def cell(self, value: Cells, row: int, column: int, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return value[column]
        return None

    def as_text(self) -> str:
        """Return everything as a spreadsheet takes it: a line a row, columns apart by tabs."""
        lines = (self._headings, *self._rows)
        return "\n".join("\t".join(cell.replace("\n", " ") for cell in line) for line in lines)

    def show_faults(self, faults: Sequence[TableFault]) -> None:
        headings = (self.tr("Place"), "", self.tr("What is wrong"), self.tr("There it says"))
        kinds = {True: self.tr("mistake"), False: self.tr("note")}
        rows = [
            (self._place(fault), kinds[fault.is_error], say(fault.told), fault.cell)
            for fault in sorted(faults, key=lambda fault: not fault.is_error)
        ]
        self.wide = frozenset({2, 3})
        self.show_rows(rows, headings)

    def _place(self, fault: TableFault) -> str:
        if not fault.row:
            return fault.sheet or "–"
        words = self.tr("{sheet}, row {row}, {column}")
        return words.format(sheet=fault.sheet, row=fault.row, column=fault.column)

    def show_comparison(self, found: Comparison) -> None:
        headings = ("", self.tr("Question"), self.tr("Column"), found.before.version, found.after.version)
        if found.before.version == found.after.version:
            headings = (*headings[:3], self.tr("this one"), self.tr("the other one"))
        self.wide = frozenset({3, 4})
        self.show_rows([row for change in found.changes for row in _cells(change)], headings)

    def show_uses(self, uses: Sequence[ChecklistUse]) -> None:
        headings = (self.tr("Institution"), self.tr("Opened"), self.tr("Checklists"))
        rows = [
            (use.institution, f"{use.created_at.astimezone(BEIJING):%Y-%m-%d %H:%M}", str(use.count))
            for use in uses
        ]
        self.wide = frozenset({0})
        self.show_rows(rows, headings)

    def show_trials(self, tried: Sequence[TriedRun]) -> None:
        headings = (
            self.tr("Institution"),
            self.tr("Opened"),
            self.tr("Now with"),
            self.tr("Stand"),
            self.tr("Gone"),
            self.tr("Not asked"),
            self.tr("Do not fit"),
            self.tr("To answer"),
        )
        self.wide = frozenset({0})
        self.show_rows([_trial(one) for one in tried], headings)


def _trial(one: TriedRun) -> Cells:
    opened = f"{one.created_at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    if one.trial is None:
        told = say(one.problem) if one.problem is not None else ""
        return (f"{one.institution} · {told}", opened, one.run.version, *("–",) * 5)
    kinds = (Outcome.GONE, Outcome.UNASKED, Outcome.INVALID, Outcome.MISSING)
    counts = (one.trial.kept, *(one.trial.count(kind) for kind in kinds))
    return (one.institution, opened, one.run.version, *(str(count) for count in counts))


def _cells(change: RowChange) -> list[Cells]:
    word = _said(_CHANGES[change.change])
    if change.change is not Change.CHANGED:
        return [(word, change.name, "", change.before, change.after)]
    return [(word, change.name, cell.column, cell.before, cell.after) for cell in change.cells]
