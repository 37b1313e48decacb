"""Scanned trace codes as rows: the code, what it is, what the ledgers say, and when it was scanned."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.scanned_codes import ScanFacts, ScannedCode
from inspector_app.ui import theme
from inspector_app.ui.models.table import TableModel
from inspector_app.ui.states import mark, sign

CODE, ITEM, MEANING, WHEN = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanLine:
    """One scanned box with what is known of it."""

    scanned: ScannedCode
    facts: ScanFacts


class ScannedCodesModel(TableModel[ScanLine]):
    """The latest scan first."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            (
                translate("ScannedCodes", "Trace code"),
                translate("ScannedCodes", "Item"),
                translate("ScannedCodes", "What the ledgers say"),
                translate("ScannedCodes", "Scanned"),
            )
        )

    def cell(self, value: ScanLine, row: int, column: int, role: int) -> object:
        facts = value.facts
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (facts.code, facts.name, scan_text(facts), _when(value.scanned))[column]
        if role == Qt.ItemDataRole.DecorationRole and column == MEANING:
            return sign(facts.meaning)
        if role == Qt.ItemDataRole.ForegroundRole and column == MEANING:
            return theme.colour(mark(facts.meaning).role.removeprefix("chip").removeprefix("-") or "muted")
        return None


def scan_text(facts: ScanFacts) -> str:
    """What it means, with the days that say so."""
    days = " … ".join(dict.fromkeys(str(day) for day in (facts.settled_first, facts.settled_last) if day))
    if not facts.settled:
        days = str(facts.bought or "")
    return "  ".join(part for part in (mark(facts.meaning).word, days) if part)


def _when(scanned: ScannedCode) -> str:
    return f"{scanned.scanned_at.astimezone(BEIJING):%m-%d %H:%M:%S}"
