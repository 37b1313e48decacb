"""The one question before a notice is issued: what goes out, and that nothing changes it afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector_app.services.notices import NoticeView
from inspector_app.ui.models.findings import amount_text
from inspector_app.ui.widgets.marks import IconLabel, label


class IssueQuestion(QFrame):
    """Stands where the button was; the keyboard begins on the answer that changes nothing."""

    agreed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.title = label("", "subtitle", wrap=True)
        self.facts = label("", "", wrap=True)
        self.meaning = label(
            self.tr(
                "The bureau's signature closes the paper. Afterwards nothing in it can be changed: it can "
                "only be withdrawn, or corrected by a new notice, and both stay in the file."
            ),
            "muted",
            wrap=True,
        )
        self.number_missing = label(
            self.tr(
                "No official number is left on this laptop, so it goes out under its draft number. To have "
                "an official one, enter the block in the settings, then withdraw and write it anew."
            ),
            "warning",
            wrap=True,
        )
        self.no = QPushButton(self.tr("Not yet"))
        self.no.clicked.connect(self.left)
        self.yes = QPushButton(self.tr("Issue now"))
        self.yes.setProperty("role", "primary")
        self.yes.clicked.connect(self.agreed)
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in (self.title, self.facts, self.number_missing, self.meaning):
            words.addWidget(line)
        across = QHBoxLayout(self)
        across.setContentsMargins(14, 10, 10, 10)
        across.setSpacing(14)
        across.addWidget(IconLabel("triangle-alert", "warning", 20), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addWidget(self.no, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignTop)

    def ask(self, view: NoticeView) -> None:
        """Show what is about to leave."""
        self.title.setText(self.tr("Issue {number} to {party}?").format(number=view.number, party=view.party))
        deadline = view.document.deadline
        self.facts.setText(
            "  ·  ".join(
                part
                for part in (
                    self.tr("Findings: {count}").format(count=view.findings),
                    self.tr("To return: ¥ {amount}").format(amount=amount_text(view.to_return)),
                    self.tr("Deadline: {day}").format(day=deadline.isoformat()) if deadline else "",
                )
                if part
            )
        )
        self.number_missing.setVisible(not view.document.number)
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
