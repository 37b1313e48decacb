"""Reconciled items as rows: what could be sold, what was billed, the difference and what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.domain.money import figures
from inspector_app.domain.stock import StockLine
from inspector_app.ui import theme
from inspector_app.ui.models.table import VALUE, TableModel
from inspector_app.ui.states import mark, sign
from inspector_app.ui.stock_words import difference_text, quantity_text

__all__ = ["VALUE", "StockLinesModel"]

ITEM, UNIT, AVAILABLE, BILLED, DIFFERENCE, AMOUNT, STATUS = range(7)


class StockLinesModel(TableModel[StockLine]):
    """One row an item; the difference and its worth stand beside each other, the status last."""

    amounts = frozenset({AVAILABLE, BILLED, DIFFERENCE, AMOUNT})

    def row_of(self, key: str) -> int:
        return next((row for row, line in enumerate(self._rows) if line.key == key), -1)

    def cell(self, value: StockLine, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(value, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return " ".join((value.name, value.spec, value.code, *value.makers)) if column == ITEM else None
        if role == Qt.ItemDataRole.DecorationRole and column == STATUS:
            return sign(value.status)
        if role == Qt.ItemDataRole.ForegroundRole and column in (DIFFERENCE, STATUS):
            shade = mark(value.status).role.removeprefix("chip").removeprefix("-") or "muted"
            return theme.colour(shade)
        return None

    def _text(self, line: StockLine, column: int) -> str:
        if column == ITEM:
            return "  ".join(part for part in (line.name or line.code, line.spec) if part)
        if column == UNIT:
            return line.unit
        if column == AVAILABLE:
            return quantity_text(line.terms.available) if line.difference is not None else "—"
        if column == BILLED:
            return quantity_text(line.terms.billed) if line.unit else "—"
        if column == DIFFERENCE:
            return difference_text(line.difference)
        if column == AMOUNT:
            return "" if line.amount is None or line.difference in (None, 0) else figures(line.amount)
        return mark(line.status).word
