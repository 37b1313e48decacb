"""Takes a document back with a reason; it stands apart, at the end of what is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.document import DocumentState
from inspector_app.ui.widgets.marks import label


class Withdrawing(QWidget):
    """Asks for the reason where it stands; the document and its reason stay in the file."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why it is withdrawn"))
        self.reason.setAccessibleName(self.tr("Why it is withdrawn"))
        self.button = QPushButton(self.tr("Withdraw"))
        self.button.setProperty("role", "danger")
        self.button.clicked.connect(self._give)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        words = self.tr("Withdraw this document: it stays in the file with its reason")
        layout.addWidget(label(words, "caption", wrap=True))
        layout.addLayout(row)

    def below(self, entries: QWidget) -> QWidget:
        """Stand under entries that may be greyed while this may still be used."""
        both = QWidget()
        self._rows.setContentsMargins(20, 0, 20, 16)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(entries, 1)
        column.addWidget(self)
        return both

    def show_state(self, state: DocumentState) -> None:
        self.setVisible(state is not DocumentState.WITHDRAWN)

    @Slot()
    def _give(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.reason.clear()
            self.wanted.emit(reason)
        else:
            self.reason.setFocus()
