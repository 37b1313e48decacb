"""The team lead's answer to a hand-over: what is asked, returned or accepted with the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from inspector_app.ui.widgets.form import Form
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.passphrase import passphrase_edit


class ReviewDecision(QFrame):
    """Asks once: a decision is signed and travels back to the team."""

    returned = Signal(str, str)
    """What is asked, and the passphrase."""
    accepted = Signal(str)
    """The passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.reason, self.passphrase = QLineEdit(), passphrase_edit()
        form = Form(2)
        form.add(self.tr("What is asked of the team"), self.reason)
        self.field = form.add(self.tr("Your passphrase"), self.passphrase)
        self.accept_button = QPushButton(self.tr("Accept"))
        self.accept_button.setProperty("role", "primary")
        self.return_button = QPushButton(self.tr("Return to the team"))
        self.reason.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.returnPressed.connect(self._to_button)
        self.accept_button.clicked.connect(self._accept)
        self.return_button.clicked.connect(self._return)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.return_button)
        buttons.addStretch()
        hint = self.tr(
            "Remarks and the decision are signed with your passphrase; hand the inspection over to the "
            "team's laptop afterwards, so that they get there."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(10)
        rows.addWidget(label(self.tr("Your decision"), "subtitle"))
        rows.addWidget(label(hint, "muted", wrap=True))
        rows.addWidget(form)
        rows.addLayout(buttons)

    def tell(self, fault: str) -> None:
        self.field.tell(fault)

    def clear(self) -> None:
        self.reason.clear()
        self.passphrase.clear()
        self.field.tell("")

    @Slot()
    def _to_button(self) -> None:
        """Enter leads to the answer that fits what was written; a second Enter gives it."""
        (self.return_button if self.reason.text().strip() else self.accept_button).setFocus()

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self.passphrase.text())

    @Slot()
    def _return(self) -> None:
        self.returned.emit(self.reason.text(), self.passphrase.text())
