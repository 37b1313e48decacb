"""All documents of an inspection as rows of three calm lines."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.ui.document_listing import ListedDocument
from inspector_app.ui.document_words import name_of, step_word
from inspector_app.ui.models.entries import ENTRY, Entry
from inspector_app.ui.models.table import VALUE, TableModel

__all__ = ["VALUE", "DocumentListModel"]


class DocumentListModel(TableModel[ListedDocument]):
    """One column: type with its state, number, next step and the day it was begun."""

    def row_of(self, document_id: str) -> int:
        return next((row for row, one in enumerate(self._rows) if one.document.id == document_id), -1)

    def cell(self, value: ListedDocument, row: int, column: int, role: int) -> object:
        if role == ENTRY:
            begun = value.document.created_at.astimezone(BEIJING).strftime("%m-%d %H:%M")
            return Entry(
                title=name_of(value.document.type),
                about="  ·  ".join(part for part in (value.number, begun) if part),
                counts=f"→ {step_word(value.step)}" if value.step else value.document.withdrawn_reason,
                amount="",
                state=value.standing,
            )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name_of(value.document.type)} {value.number} {step_word(value.step)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return value.document.withdrawn_reason or None
        return None
