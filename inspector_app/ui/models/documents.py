"""Documents of an inspection as rows: number and state."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.document import Document
from inspector_app.ui import theme
from inspector_app.ui.states import mark, word

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
VALUE = int(Qt.ItemDataRole.UserRole)


class DocumentsModel(QAbstractTableModel):
    """Columns: number as printed, state."""

    NUMBER, STATE = range(2)

    def __init__(self, headings: tuple[str, str]) -> None:
        super().__init__()
        self._headings = headings
        self._documents: list[Document] = []

    def show(self, documents: list[Document]) -> None:
        self.beginResetModel()
        self._documents = documents
        self.endResetModel()

    def row_of(self, document_id: str) -> int:
        return next((row for row, known in enumerate(self._documents) if known.id == document_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        document = self._documents[index.row()]
        if role == VALUE:
            return document
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self.STATE:
            found = mark(document.state)
            return theme.icon(found.icon, found.role.removeprefix("chip").removeprefix("-") or "neutral")
        if role == Qt.ItemDataRole.ToolTipRole and document.withdrawn_reason:
            return document.withdrawn_reason
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == self.NUMBER:
            return document.number or document.draft_number
        return word(document.state)
