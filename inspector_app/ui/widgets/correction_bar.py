"""Below the rows that were set aside: what should stand in one column of those selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from inspector_app.domain.ledger import LedgerField, QuarantinedRow
from inspector_app.ui.ledger_words import field_word
from inspector_app.ui.widgets.marks import label


class CorrectionBar(QWidget):
    """Asks; the source is never touched."""

    wanted = Signal(object, object, str)
    """The rows, the ``LedgerField``, and what should stand there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[QuarantinedRow, ...] = ()
        self.said = label("", "muted")
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Column to correct"))
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("What should stand there"))
        self.value.setPlaceholderText(self.tr("What should stand there; Enter uses it"))
        self.value.returnPressed.connect(self._on_use)
        self.use = QPushButton(self.tr("Use it"))
        self.use.clicked.connect(self._on_use)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self.field)
        layout.addWidget(self.value, 1)
        layout.addWidget(self.use)
        self.hide()

    def offer(self, fields: Sequence[LedgerField]) -> None:
        """Offer the columns of this kind of ledger."""
        self.field.clear()
        for field in fields:
            self.field.addItem(field_word(field), field.value)

    def show_rows(self, rows: tuple[QuarantinedRow, ...]) -> None:
        """Show what is selected; the column that is at fault is proposed."""
        self._rows = rows
        self.setVisible(bool(rows))
        if not rows:
            return
        self.said.setText(
            self.tr("Line {row}").format(row=rows[0].place.row)
            if len(rows) == 1
            else self.tr("{count} lines").format(count=len(rows))
        )
        fault = rows[0].field
        if fault is not None:
            self.field.setCurrentIndex(max(self.field.findData(fault.value), 0))

    @Slot()
    def _on_use(self) -> None:
        if self._rows and self.field.currentIndex() >= 0:
            self.wanted.emit(self._rows, LedgerField(self.field.currentData()), self.value.text())
