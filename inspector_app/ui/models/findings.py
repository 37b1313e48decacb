"""Findings and suspicions as rows."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from inspector_app.domain.finding import Finding
from inspector_app.domain.money import figures
from inspector_app.domain.suspicion import Suspicion
from inspector_app.ui.models.table import VALUE, TableModel
from inspector_app.ui.states import sign, word

__all__ = ["VALUE", "FindingsModel", "SuspicionsModel", "amount_text"]


def amount_text(amount: Decimal | None) -> str:
    """An amount with separators; nothing for none."""
    return "" if amount is None else figures(amount)


class FindingsModel(TableModel[Finding]):
    """Columns: number, item, to return, state."""

    NUMBER, ITEM, AMOUNT, STATE = range(4)
    amounts = frozenset({AMOUNT})

    def show(self, findings: list[Finding]) -> None:
        self.show_rows(findings)

    def row_of(self, finding_id: str) -> int:
        return next((row for row, known in enumerate(self._rows) if known.id == finding_id), -1)

    def cell(self, value: Finding, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.description
        if role == Qt.ItemDataRole.DecorationRole and column == self.STATE:
            return sign(value.state)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == self.NUMBER:
            return str(row + 1)
        if column == self.ITEM:
            return value.item or value.description
        if column == self.AMOUNT:
            return amount_text(value.amounts.to_return)
        return word(value.state)


class SuspicionsModel(TableModel[Suspicion]):
    """Columns: what it is about, state."""

    TITLE, STATE = range(2)

    def show(self, suspicions: list[Suspicion]) -> None:
        self.show_rows(suspicions)

    def row_of(self, suspicion_id: str) -> int:
        return next((row for row, known in enumerate(self._rows) if known.id == suspicion_id), -1)

    def cell(self, value: Suspicion, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.statement
        if role == Qt.ItemDataRole.DecorationRole and column == self.STATE:
            return sign(value.state)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return value.title if column == self.TITLE else word(value.state)
