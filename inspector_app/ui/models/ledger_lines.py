"""Rows of ledgers as a person looks them up in the source."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.masking import mask_name
from inspector_app.domain.money import figures
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.ui.models.table import TableModel

SOURCE, ROW, DAY, NAME, QUANTITY, UNIT, AMOUNT, FUND, PERSON = range(9)


class LedgerLinesModel(TableModel[LedgerLine]):
    """File and line first, so that the row is found in the hospital's own file."""

    amounts = frozenset({ROW, QUANTITY, AMOUNT, FUND})

    def __init__(self) -> None:
        super().__init__(
            (
                QCoreApplication.translate("Ledger", "File"),
                QCoreApplication.translate("Ledger", "Line"),
                QCoreApplication.translate("Ledger", "Date"),
                QCoreApplication.translate("Ledger", "Item name"),
                QCoreApplication.translate("Ledger", "Quantity"),
                QCoreApplication.translate("Ledger", "Unit"),
                QCoreApplication.translate("Ledger", "Amount"),
                QCoreApplication.translate("Ledger", "Fund"),
                QCoreApplication.translate("Ledger", "Person or supplier"),
            )
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
            "" if value.fund is None else figures(value.fund),
            mask_name(value.person) if len(value.person) <= 4 else value.person,
        )
        return texts[column]
