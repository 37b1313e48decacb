"""Rows of ledgers as a person looks them up in the source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.masking import mask_name
from inspector_app.domain.money import figures
from inspector_app.services.stock_sheet import LedgerLine
from inspector_app.ui.models.table import TableModel

SOURCE, ROW, DAY, NAME, QUANTITY, UNIT, AMOUNT, PERSON = range(8)


class LedgerLinesModel(TableModel[LedgerLine]):
    """File and line first, so that the row is found in the hospital's own file."""

    amounts = frozenset({ROW, QUANTITY, AMOUNT})

    def show(self, lines: Sequence[LedgerLine]) -> None:
        said = QCoreApplication.translate
        self.show_rows(
            lines,
            (
                said("Ledger", "File"),
                said("Ledger", "Line"),
                said("Ledger", "Date"),
                said("Ledger", "Item name"),
                said("Ledger", "Quantity"),
                said("Ledger", "Unit"),
                said("Ledger", "Amount"),
                said("Ledger", "Person or supplier"),
            ),
        )

    def cell(self, value: LedgerLine, row: int, column: int, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        texts = (
            value.source,
            f"{value.row:,}",
            value.day.isoformat() if value.day else "",
            value.name,
            "" if value.quantity is None else f"{value.quantity.normalize():f}",
            value.unit,
            "" if value.amount is None else figures(value.amount),
            mask_name(value.person) if len(value.person) <= 4 else value.person,
        )
        return texts[column]
