"""Findings and suspicions as rows."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from inspector_app.domain.finding import Finding
from inspector_app.domain.money import figures
from inspector_app.domain.suspicion import Suspicion
from inspector_app.ui import theme
from inspector_app.ui.states import mark, word

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
VALUE = int(Qt.ItemDataRole.UserRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def amount_text(amount: Decimal | None) -> str:
    """An amount with separators; nothing for none."""
    return "" if amount is None else figures(amount)


def _sign(state: object) -> QIcon:
    """The icon of a state in its colour."""
    found = mark(state)
    return theme.icon(found.icon, found.role.removeprefix("chip").removeprefix("-") or "neutral")


class FindingsModel(QAbstractTableModel):
    """Columns: number, item, to return, state."""

    NUMBER, ITEM, AMOUNT, STATE = range(4)

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__()
        self._headings = headings
        self._findings: list[Finding] = []

    def show(self, findings: list[Finding]) -> None:
        self.beginResetModel()
        self._findings = findings
        self.endResetModel()

    def row_of(self, finding_id: str) -> int:
        return next((row for row, known in enumerate(self._findings) if known.id == finding_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == self.AMOUNT:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        column = index.column()
        if role == VALUE:
            return finding
        if role == Qt.ItemDataRole.TextAlignmentRole and column == self.AMOUNT:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.description
        if role == Qt.ItemDataRole.DecorationRole and column == self.STATE:
            return _sign(finding.state)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == self.NUMBER:
            return str(index.row() + 1)
        if column == self.ITEM:
            return finding.item or finding.description
        if column == self.AMOUNT:
            return amount_text(finding.amounts.to_return)
        return word(finding.state)


class SuspicionsModel(QAbstractTableModel):
    """Columns: what it is about, state."""

    TITLE, STATE = range(2)

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__()
        self._headings = headings
        self._suspicions: list[Suspicion] = []

    def show(self, suspicions: list[Suspicion]) -> None:
        self.beginResetModel()
        self._suspicions = suspicions
        self.endResetModel()

    def row_of(self, suspicion_id: str) -> int:
        return next((row for row, known in enumerate(self._suspicions) if known.id == suspicion_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._suspicions)

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
        suspicion = self._suspicions[index.row()]
        if role == VALUE:
            return suspicion
        if role == Qt.ItemDataRole.ToolTipRole:
            return suspicion.statement
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self.STATE:
            return _sign(suspicion.state)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return suspicion.title if index.column() == self.TITLE else word(suspicion.state)
