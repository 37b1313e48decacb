"""Says that a question does not apply, and why: a link, a line for the reason, then the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from inspector_app.domain.checklist import QuestionView
from inspector_app.ui.widgets.marks import label


class _Reason(QLineEdit):
    """A line that keeps Enter and Escape to itself."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Exemption(QWidget):
    """Nothing is saved without a reason; what was typed stays until another question is shown."""

    given = Signal(str)
    """The reason; empty where the question applies again."""
    left = Signal()
    """Nothing was said; the keyboard goes back to the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: QuestionView | None = None
        self.told = label("", "muted", wrap=True)
        self.link = QPushButton()
        self.link.setProperty("role", "link")
        self.link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.link.clicked.connect(self.ask)
        self.line = _Reason()
        self.line.setAccessibleName(self.tr("Why it does not apply"))
        self.line.setPlaceholderText(self.tr("Why it does not apply; Enter saves, Escape leaves"))
        self.line.returnPressed.connect(self.commit)
        self.line.left.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.line, 1)
        row.addWidget(self.link)
        row.addStretch()

    def show_question(self, question: QuestionView) -> None:
        """Offer it where the question may be left out; a reason being typed for it is left alone."""
        before, self._question = self._question, question
        may = question.may_be_exempt
        self.setVisible(may and (bool(question.exempt) or not question.value))
        if before is not None and before.path == question.path and before.exempt == question.exempt:
            return
        self.line.hide()
        self.line.clear()
        self.told.setText(self.tr("Does not apply: {reason}").format(reason=question.exempt))
        self.told.setVisible(bool(question.exempt))
        self.link.setText(
            self.tr("It applies after all") if question.exempt else self.tr("Does not apply …  Ctrl+D")
        )
        self.link.show()

    @Slot()
    def ask(self) -> None:
        """Ask for the reason; where one stands already the question applies again."""
        if self._question is None:
            return
        if self._question.exempt:
            self.given.emit("")
            return
        self.show()
        self.link.hide()
        self.line.show()
        self.line.setFocus()

    def ask_again(self, reason: str) -> None:
        """Put back a reason that was being typed."""
        if self._question is not None and not self._question.exempt:
            self.ask()
            self.line.setText(reason)

    @Slot()
    def commit(self) -> None:
        """Tell a reason that was typed and is not saved yet."""
        if self.line.isVisibleTo(self) and self.line.text().strip():
            self.line.hide()
            self.link.show()
            self.given.emit(self.line.text())

    @Slot()
    def _leave(self) -> None:
        self.line.hide()
        self.link.show()
        self.left.emit()
