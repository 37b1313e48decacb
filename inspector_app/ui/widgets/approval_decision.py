"""The approver's word on a draft of another laptop: approved, or returned with a remark."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from inspector_app.ui.widgets.form import Field
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import passphrase_edit


class ApprovalDecision(QFrame):
    """Asks once; the answer is signed by this laptop and cannot be taken back."""

    approved = Signal(str, str)
    """Remark and passphrase."""
    returned = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.remark = QPlainTextEdit()
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(68)
        self.passphrase = passphrase_edit()
        self.hindrance = label("", "error", wrap=True)
        self.passphrase_field = Field(self.tr("Your passphrase"), self.passphrase)
        self.approve = QPushButton(self.tr("Approve"))
        self.approve.setProperty("role", "primary")
        self.approve.clicked.connect(self._approve)
        self.give_back = QPushButton(self.tr("Return with the remark"))
        self.give_back.clicked.connect(self._return)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.approve)
        buttons.addWidget(self.give_back)
        buttons.addStretch()
        hint = self.tr(
            "Your word is signed with this laptop's key and written beside the request; give that file back."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(10)
        rows.addWidget(label(self.tr("Your decision"), "subtitle"))
        rows.addWidget(label(hint, "small", wrap=True))
        rows.addWidget(self.hindrance)
        rows.addWidget(Field(self.tr("Remark; needed for a return"), self.remark))
        rows.addWidget(self.passphrase_field)
        rows.addLayout(buttons)
        self.hindrance.hide()
        self.setFocusProxy(self.passphrase)

    def begin(self, hindrance: str) -> None:
        """Start anew; ``hindrance`` says why approving is not offered, empty where it is."""
        self.remark.clear()
        self.passphrase.clear()
        self.tell("")
        self.hindrance.setText(hindrance)
        self.hindrance.setVisible(bool(hindrance))
        self.approve.setEnabled(not hindrance)

    def tell(self, fault: str) -> None:
        self.passphrase_field.tell(fault)

    def _given(self) -> tuple[str, str]:
        typed = self.passphrase.text()
        self.passphrase.clear()
        return self.remark.toPlainText().strip(), typed

    @Slot()
    def _approve(self) -> None:
        if self.passphrase.text():
            self.approved.emit(*self._given())
        else:
            self.passphrase.setFocus()

    @Slot()
    def _return(self) -> None:
        if not self.remark.toPlainText().strip():
            self.remark.setFocus()
        elif not self.passphrase.text():
            self.passphrase.setFocus()
        else:
            self.returned.emit(*self._given())
