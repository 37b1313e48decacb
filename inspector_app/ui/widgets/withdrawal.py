"""Takes a finding back with a reason; it stands apart from everything that is done often."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.ui.widgets.marks import label


class Withdrawal(QWidget):
    """Asks for the reason where it stands; without one nothing happens but a word beneath."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(
            self.tr("Reason for withdrawing, such as: does not hold after checking")
        )
        self.reason.setAccessibleName(self.tr("Reason for withdrawing this finding"))
        self.reason.returnPressed.connect(self._on_withdraw)
        self.reason.textEdited.connect(self._on_edited)
        self.button = QPushButton(self.tr("Withdraw this finding"))
        self.button.setProperty("role", "danger")
        self.button.clicked.connect(self._on_withdraw)
        self.fault = label(self.tr("Enter why this finding is withdrawn."), "error", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(
            label(
                self.tr("Withdraw this finding: it leaves the notice and stays in the history"),
                "caption",
                wrap=True,
            )
        )
        layout.addLayout(row)
        layout.addWidget(self.fault)
        self.fault.hide()

    def clear(self) -> None:
        self.reason.clear()
        self.fault.hide()

    @Slot()
    def _on_edited(self) -> None:
        self.fault.hide()

    @Slot()
    def _on_withdraw(self) -> None:
        reason = self.reason.text().strip()
        self.fault.setVisible(not reason)
        if reason:
            self.wanted.emit(reason)
        else:
            self.reason.setFocus()
