"""Remarks of the review as rows: a link to the thing, what is asked, and what the team did about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.domain.exchange import Comment
from inspector_app.ui.exchange_words import kind_word, moment
from inspector_app.ui.widgets.marks import IconLabel, label


class RemarkRow(QFrame):
    """One remark; an open one has a line for the answer where the team may give one."""

    def __init__(self, comment: Comment, *, may_settle: bool, linked: bool = True) -> None:
        super().__init__()
        self.comment = comment
        self.setProperty("role", "row")
        is_open = comment.settled_at is None
        sign = IconLabel("circle-dashed" if is_open else "circle-check", "warning" if is_open else "success")
        sign.setAccessibleName(self.tr("open") if is_open else self.tr("settled"))
        thing = comment.label or self.tr("The inspection")
        self.link = QPushButton(f"{kind_word(comment.kind)} · {thing}" if comment.kind else thing)
        self.link.setProperty("role", "link")
        self.link.setAccessibleName(self.tr("Go to {thing}").format(thing=thing))
        by = self.tr("{name}, {when}").format(name=comment.written_by_name, when=moment(comment.written_at))
        head = QHBoxLayout()
        if linked:
            head.addWidget(self.link)
            head.addStretch()
        head.addWidget(label(by, "small", wrap=not linked))
        rows = QVBoxLayout()
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(label(comment.text, wrap=True))
        self.answer: QLineEdit | None = None
        self.settle: QPushButton | None = None
        if not is_open:
            done = comment.answer or self.tr("settled without a word")
            rows.addWidget(label(self.tr("Done: {answer}").format(answer=done), "muted", wrap=True))
        elif may_settle:
            self.answer = QLineEdit()
            self.answer.setPlaceholderText(self.tr("What was done about it"))
            self.answer.setAccessibleName(f"{self.answer.placeholderText()}: {thing}")
            self.settle = QPushButton(self.tr("Settle"))
            self.settle.setAccessibleName(f"{self.settle.text()}: {thing}")
            across = QHBoxLayout()
            across.addWidget(self.answer, 1)
            across.addWidget(self.settle)
            rows.addLayout(across)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(12)
        layout.addWidget(sign)
        layout.addLayout(rows, 1)


class RemarkRows(QWidget):
    """Open remarks first; what is typed stays while the list is read again."""

    followed = Signal(object)
    """A ``Comment`` whose thing somebody wants to see."""
    settled = Signal(str, str)
    """A remark's id and the answer."""

    def __init__(self, *, linked: bool = True) -> None:
        """``linked`` leads from each remark to its thing; where that is in view it is left out."""
        super().__init__()
        self._linked = linked
        self.rows: list[RemarkRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_comments(self, comments: Sequence[Comment], *, may_settle: bool) -> None:
        written = next((row for row in self.rows if row.answer is not None and row.answer.hasFocus()), None)
        typed = {row.comment.id: row.answer.text() for row in self.rows if row.answer is not None}
        for row in self.rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        ordered = sorted(comments, key=lambda one: (one.settled_at is not None, one.written_at))
        for comment in ordered:
            row = RemarkRow(comment, may_settle=may_settle, linked=self._linked)
            row.link.clicked.connect(partial(self._follow, comment))
            if row.answer is not None and row.settle is not None:
                row.answer.setText(typed.get(comment.id, ""))
                row.answer.returnPressed.connect(partial(self._settle, row))
                row.settle.clicked.connect(partial(self._settle, row))
            self.rows.append(row)
            self._layout.addWidget(row)
        if written is not None:  # the same line where it is still open, else the next one
            answers = {row.comment.id: row.answer for row in self.rows if row.answer is not None}
            go_on = answers.get(written.comment.id) or self.first_open
            for row in self.rows:
                row.show()  # at once: what is not seen yet takes no keys
            if go_on is not None:
                go_on.setFocus()

    @property
    def first_open(self) -> QLineEdit | None:
        """Where the first open remark is answered."""
        return next((row.answer for row in self.rows if row.answer is not None), None)

    def _follow(self, comment: Comment, _checked: bool = False) -> None:
        self.followed.emit(comment)

    def _settle(self, row: RemarkRow, _checked: bool = False) -> None:
        if row.answer is not None:
            self.settled.emit(row.comment.id, row.answer.text())
