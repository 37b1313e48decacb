"""Documents of an inspection as rows: number and state."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.domain.document import Document
from inspector_app.ui.models.table import VALUE, TableModel
from inspector_app.ui.states import sign, word

__all__ = ["VALUE", "DocumentsModel"]


class DocumentsModel(TableModel[Document]):
    """Columns: number as printed, state."""

    NUMBER, STATE = range(2)

    def show(self, documents: list[Document]) -> None:
        self.show_rows(documents)

    def row_of(self, document_id: str) -> int:
        return next((row for row, known in enumerate(self._rows) if known.id == document_id), -1)

    def cell(self, value: Document, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole and column == self.STATE:
            return sign(value.state)
        if role == Qt.ItemDataRole.ToolTipRole and value.withdrawn_reason:
            return value.withdrawn_reason
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == self.NUMBER:
            return value.number or value.draft_number
        return word(value.state)
