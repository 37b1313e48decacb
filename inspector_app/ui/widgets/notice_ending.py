"""How a notice ends before its time: withdrawn or corrected, with what will happen and why."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.document import DocumentState
from inspector_app.services.notices import NoticeView
from inspector_app.ui.widgets.marks import label


class NoticeEnding(QWidget):
    """Says what each way does before it is done; the reason that must be typed is the one question."""

    withdrawn = Signal(str)
    corrected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = ""
        self.title = label("", "caption")
        self.correcting = label(
            self.tr(
                "Correct: this notice is withdrawn, and a new draft begins that names it and takes over what "
                "was typed. It is approved and signed anew."
            ),
            "small",
            wrap=True,
        )
        self.withdrawing = label("", "small", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason; it stays with the notice"))
        self.reason.setAccessibleName(self.tr("Reason; it stays with the notice"))
        self.correct = QPushButton(self.tr("Correct by a new notice"))
        self.withdraw = QPushButton(self.tr("Withdraw"))
        self.withdraw.setProperty("role", "danger")
        self.correct.clicked.connect(self._correct)
        self.withdraw.clicked.connect(self._withdraw)
        self.reason.textChanged.connect(self._enable)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.correct)
        buttons.addWidget(self.withdraw)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.title, self.correcting, self.withdrawing, self.reason):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._enable()

    def show_view(self, view: NoticeView) -> None:
        document = view.document
        is_issued = document.state is DocumentState.ISSUED
        self.setVisible(document.state is not DocumentState.WITHDRAWN)
        self.correcting.setVisible(is_issued)
        self.correct.setVisible(is_issued)
        self.title.setText(self.tr("Correct or withdraw") if is_issued else self.tr("Give this notice up"))
        if is_issued:
            words = self.tr(
                "Withdraw: the notice keeps its number and is marked withdrawn; its findings are open again. "
                "Copies on paper must be taken back by you. None of it can be undone."
            )
        elif document.number:
            words = self.tr(
                "The number {number} becomes void and is never given again; the findings can stand in "
                "another notice. It cannot be undone."
            ).format(number=document.number)
        else:
            words = self.tr(
                "The draft stays in the list as withdrawn; its findings can stand in another notice."
            )
        self.withdrawing.setText(words)
        if document.id != self._document:
            self._document = document.id
            self.reason.clear()

    @Slot()
    def _enable(self) -> None:
        has_reason = bool(self.reason.text().strip())
        self.correct.setEnabled(has_reason)
        self.withdraw.setEnabled(has_reason)

    @Slot()
    def _correct(self) -> None:
        self.corrected.emit(self.reason.text().strip())

    @Slot()
    def _withdraw(self) -> None:
        self.withdrawn.emit(self.reason.text().strip())
