"""Rows of a ledger that cannot be used: where they stand, why, and what stands there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.ledger import QuarantinedRow
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import field_word
from inspector_app.ui.models.table import TableModel


class SetAsideModel(TableModel[QuarantinedRow]):
    """Line, reason with its column, and the cells as they stand in the source."""

    def __init__(self) -> None:
        super().__init__(
            (
                QCoreApplication.translate("Ledger", "Line"),
                QCoreApplication.translate("Ledger", "Why"),
                QCoreApplication.translate("Ledger", "What stands there"),
            )
        )

    def cell(self, value: QuarantinedRow, row: int, column: int, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        why = say(value.sentence)
        if value.field is not None:
            why = f"{field_word(value.field)}: {why}"
        return (str(value.place.row), why, " | ".join(value.cells))[column]
