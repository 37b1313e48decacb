"""Templates of documents as rows: title, version, whose it is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.services.templates import TemplateLine
from inspector_app.ui.models.table import VALUE, TableModel

TITLE, VERSION, SOURCE = range(3)


class TemplatesModel(TableModel[TemplateLine]):
    """Rows in the order of the visit."""

    def __init__(self) -> None:
        super().__init__()
        self._headings = (self.tr("Document"), self.tr("Version"), self.tr("Source"))

    def cell(self, value: TemplateLine, row: int, column: int, role: int) -> object:
        if role == VALUE:
            return value
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column == TITLE:
            return value.title
        if column == VERSION:
            return value.version or self.tr("cannot be used")
        return self.tr("the bureau's own") if value.is_own else self.tr("shipped")

    def row_of(self, document_type: str) -> int:
        """Return the row of a type, or -1."""
        return next((row for row, one in enumerate(self._rows) if one.type == document_type), -1)
