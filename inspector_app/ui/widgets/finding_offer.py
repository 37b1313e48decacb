"""What a non-compliant answer would become, beside the answer: words to correct, and one key to record."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.finding import Finding
from inspector_app.ui.widgets.marks import label


class FindingOffer(QFrame):
    """Shows a proposed finding, or the way to the one recorded."""

    recordWanted = Signal(object)
    """The ``Finding`` with the words as they now stand."""
    followed = Signal(str)

    def __init__(self, record: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._finding: Finding | None = None
        self._recorded = ""
        self.heading = label("", "subtitle")
        self.category = label("", "muted", wrap=True)
        self.clauses = label("", "small", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the finding"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(92)
        self.record = QPushButton(record.text())
        self.record.setProperty("role", "primary")
        self.record.setToolTip(record.toolTip())
        self.record.clicked.connect(record.trigger)
        self.link = QPushButton(self.tr("Open the finding"))
        self.link.setProperty("role", "link")
        self.link.clicked.connect(self._follow)
        buttons = QHBoxLayout()
        buttons.addWidget(self.link)
        buttons.addStretch()
        buttons.addWidget(self.record)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        for widget in (self.heading, self.category, self.clauses, self.text):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.hide()

    @property
    def path_of(self) -> str:
        """The origin of the finding shown."""
        return self._finding.origin if self._finding else ""

    def propose(self, finding: Finding, category: str, citations: str) -> None:
        """Offer a finding; words that a person began to change for the same answer are kept."""
        same = self._finding is not None and self._finding.origin == finding.origin
        self._finding, self._recorded = finding, ""
        self.heading.setText(self.tr("Does not comply"))
        self.category.setText(category)
        self.clauses.setText(citations)
        if not (same and self.text.document().isModified()):
            self.text.setPlainText(finding.description)
            self.text.document().setModified(False)
        for widget in (self.category, self.clauses, self.text, self.record):
            widget.show()
        self.link.hide()
        self.show()

    def tell_recorded(self, finding_id: str) -> None:
        """Say that the answer became a finding already."""
        self._finding, self._recorded = None, finding_id
        self.heading.setText(self.tr("Recorded as a finding"))
        for widget in (self.category, self.clauses, self.text, self.record):
            widget.hide()
        self.link.show()
        self.show()

    def forget(self) -> None:
        self._finding, self._recorded = None, ""
        self.hide()

    @Slot()
    def tell(self) -> None:
        """Hand over the finding with the words as they stand."""
        if self._finding is not None:
            words = self.text.toPlainText().strip() or self._finding.description
            self.recordWanted.emit(replace(self._finding, description=words))

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self._recorded)
