"""One answered question read closely: answer, remark, evidence, who changed it, what the review asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.filled_checklist import AnswerChange, FilledLine
from inspector_app.services.evidence import Gallery
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.keys import give_keys
from inspector_app.ui.language import say
from inspector_app.ui.models.evidence import EvidenceModel
from inspector_app.ui.widgets.evidence_grid import EvidenceGrid
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.remark_rows import RemarkRows

_PICTURE = QSize(132, 99)
_MOST_CHANGES = 12


class FilledLineView(QWidget):
    """Reads only; a remark of the review is all that can be written here."""

    evidenceFollowed = Signal(str)
    findingFollowed = Signal(str)
    questionFollowed = Signal()
    commented = Signal(str)
    settled = Signal(str, str)
    left = Signal()
    """The keyboard goes back to where the answers are; what was typed stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = label("", "caption")
        self.question = label("", "subtitle", wrap=True)
        self.answer = label("", "figure", wrap=True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = label("", "error", wrap=True)
        self.remark = label("", "", wrap=True)
        self.finding = self._link(self.tr("The finding it became"), self._on_finding)
        self.open = self._link(self.tr("Go to the question"), self.questionFollowed.emit)
        self.open.setToolTip(self.tr("Go to the question  Ctrl+Enter"))
        self.pictures = label(self.tr("Evidence"), "caption")
        self.model = EvidenceModel(self)
        self.grid = EvidenceGrid(_PICTURE)
        self.grid.setModel(self.model)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setAccessibleName(self.tr("Evidence of this answer"))
        self.grid.setTabKeyNavigation(False)
        self.grid.doubleClicked.connect(self._on_picture)
        self.grid.tall.connect(self.grid.setFixedHeight)
        show = give_keys(
            QAction(self.tr("Show this evidence"), self.grid), "Return", Qt.ShortcutContext.WidgetShortcut
        )
        show.triggered.connect(lambda: self._on_picture(self.grid.currentIndex()))
        self.grid.addAction(show)
        self.history = label(self.tr("Who answered, newest first"), "caption")
        self.changes = label("", "", wrap=True)
        self.changes.setTextFormat(Qt.TextFormat.PlainText)
        self.asked = label(self.tr("Remarks of the review"), "caption")
        self.comments = RemarkRows(linked=False)
        self.comments.settled.connect(self.settled)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("Ask or remark on this answer; Enter writes it"))
        self.comment.setAccessibleName(self.tr("Remark on this answer"))
        self.comment.returnPressed.connect(self._write)
        leave = give_keys(
            QAction(self.tr("Back to the answers"), self.comment), "Esc", Qt.ShortcutContext.WidgetShortcut
        )
        leave.triggered.connect(self.left)
        self.comment.addAction(leave)
        self._identity = ""
        self._typed: dict[str, str] = {}
        """Remarks that were begun and not written, by the identity of the answer they are about."""
        self._lay_out()
        self.show_line(None)

    def _link(self, text: str, followed: object) -> QPushButton:
        link = QPushButton(text)
        link.setProperty("role", "link")
        link.clicked.connect(followed)
        return link

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.finding)
        links.addWidget(self.open)
        links.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 20, 16)
        layout.setSpacing(6)
        for part in (self.number, self.question, self.answer, self.state, self.remark):
            layout.addWidget(part)
        layout.addLayout(links)
        below: tuple[QWidget, ...] = (self.pictures, self.grid, self.history, self.changes)
        for piece in (*below, self.asked, self.comments, self.comment):
            layout.addWidget(piece)
        layout.addStretch()

    def show_line(self, line: FilledLine | None, identity: str = "", *, may_settle: bool = False) -> None:
        """Show one line by the identity of its answer; a heading shows its words alone."""
        self._keep(identity)
        self.setVisible(line is not None)
        if line is None:
            return
        question = line.question
        asks = not line.is_heading
        self.number.setText(question.number)
        self.question.setText(question.label)
        unit = f" {question.meaning.unit}" if question.value and question.meaning.unit else ""
        self.answer.setText(f"{question.value_label}{unit}" or "")
        self.answer.setVisible(bool(question.value_label))
        self._say_state(line)
        self.remark.setText(self.tr("Remark: {text}").format(text=question.remark))
        self.remark.setVisible(bool(question.remark))
        self.finding.setVisible(line.finding is not None)
        self._finding = line.finding or ""
        self.open.setVisible(asks)
        self.model.show_gallery(Gallery(evidence=list(line.evidence)[::-1]))
        for part in (self.pictures, self.grid):
            part.setVisible(bool(line.evidence))
        self.grid.measure()
        self.changes.setText(_history(line.changes, self.tr("taken back")))
        for part in (self.history, self.changes):
            part.setVisible(bool(line.changes))
        self.comments.show_comments(line.comments, may_settle=may_settle)
        self.asked.setVisible(bool(line.comments))
        self.comment.setVisible(asks)

    def _keep(self, identity: str) -> None:
        """Keep what was typed with the answer that it is about, and never with another one."""
        if identity == self._identity:
            return
        self._typed[self._identity] = self.comment.text()
        self._identity = identity
        self.comment.setText(self._typed.pop(identity, ""))

    def written(self, identity: str) -> None:
        """The remark on that answer is stored: its words go."""
        self._typed.pop(identity, None)
        if identity == self._identity:
            self.comment.clear()

    def _say_state(self, line: FilledLine) -> None:
        question = line.question
        words = []
        if question.noncompliant:
            words.append(self.tr("Does not comply"))
        if question.error_text:
            words.append(question.error_text)
        elif question.error is not None:
            words.append(say(question.error))
        if question.exempt:
            words.append(self.tr("Does not apply: {reason}").format(reason=question.exempt))
        if question.is_open:
            words.append(self.tr("Required, not answered") if question.required else self.tr("Not answered"))
        self.state.setText(" · ".join(words))
        self.state.setVisible(bool(words))

    @Slot()
    def _on_finding(self) -> None:
        self.findingFollowed.emit(self._finding)

    @Slot(QModelIndex)
    def _on_picture(self, index: QModelIndex) -> None:
        if index.isValid():
            self.evidenceFollowed.emit(self.model.evidence(index.row()).id)

    @Slot()
    def _write(self) -> None:
        if self.comment.text().strip():
            self.commented.emit(self.comment.text())


def _history(changes: Sequence[AnswerChange], taken_back: str) -> str:
    lines = []
    for change in changes[:_MOST_CHANGES]:
        words = change.words or ("" if change.remark or change.exempt else taken_back)
        said = " ✎ ".join(part for part in (words, change.exempt, change.remark) if part)
        lines.append(f"{moment(change.at)}  {change.person}  {said}")
    rest = len(changes) - _MOST_CHANGES
    return "\n".join([*lines, f"… +{rest}"] if rest > 0 else lines)
