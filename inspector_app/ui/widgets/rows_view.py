"""Lines of ledgers under a title, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.ui.models.ledger_lines import LedgerLinesModel
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table


class RowsView(QWidget):
    """Shows what rows say; Escape leads back."""

    closed = Signal()

    def __init__(self, model: LedgerLinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.title = label("", "subtitle")
        self.table = plain_table(model, QCoreApplication.translate("RowsView", "Lines of the ledger"), 3)
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.top = QHBoxLayout()
        self.top.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 8)
        layout.addLayout(self.top)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def lead_back(self, action: QAction) -> None:
        """Offer the way back as a button."""
        self.top.addWidget(ActionButton(action, quiet=False))

    def show_lines(self, title: str, lines: list[LedgerLine]) -> None:
        self.title.setText(title)
        self._model.show_rows(lines)
        self.table.resizeColumnsToContents()
