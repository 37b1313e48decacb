"""The keys that act on the question shown, in one quiet line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from inspector_app.domain.checklist import QuestionKind, QuestionView

_SELECTS = frozenset({QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK})
_TEN = 10


class KeyBar(QLabel):
    """Says what each key does here; what cannot be done now is not named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "small")
        self.setAccessibleName(self.tr("Keys"))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)

    def show_question(self, question: QuestionView | None, *, may_change: bool) -> None:
        keys = [] if question is None else [*self._of(question, may_change=may_change)]
        self.setText("&nbsp;&nbsp;&nbsp; ".join(f"<b>{key}</b>&nbsp;{words}" for key, words in keys))
        self.setVisible(bool(keys))

    def _of(self, question: QuestionView, *, may_change: bool) -> Iterator[tuple[str, str]]:
        if may_change and not question.readonly:
            yield from self._answering(question)
        if may_change and question.noncompliant:
            yield "Ctrl+Enter", self.tr("finding")
        yield "Enter", self.tr("next open")
        yield "↑ ↓", self.tr("question")
        if may_change and question.kind.is_answerable:
            if question.may_be_exempt or question.own_exemption:
                yield "Ctrl+D", self.tr("does not apply")
            yield "Ctrl+M", self.tr("remark")
            yield "Ctrl+E", self.tr("evidence")
            yield "Ctrl+Z", self.tr("undo")
        yield "F7", self.tr("why")
        if question.kind.is_answerable:
            yield "Ctrl+H", self.tr("history")
        yield "Ctrl+J", self.tr("sections")
        yield "Ctrl+F", self.tr("find")

    def _answering(self, question: QuestionView) -> Iterator[tuple[str, str]]:
        values = [choice.value for choice in question.choices]
        if question.kind in _SELECTS and values:
            last = min(len(values), _TEN)
            yield (f"1–{last % _TEN}" if last > 1 else "1"), self.tr("choose")
            if {"yes", "no"} <= set(values):
                yield "Y / N", self.tr("yes, no")
            yield "Delete", self.tr("take back")
        elif question.kind is QuestionKind.ACKNOWLEDGE:
            yield "Y", self.tr("acknowledge")
        elif question.kind is QuestionKind.REPEAT:
            yield "Ctrl++", self.tr("add an entry")
            yield "Ctrl+Shift+V", self.tr("paste rows")
        if question.removable:
            yield "Ctrl+Delete", self.tr("remove the entry")
