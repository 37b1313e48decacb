"""A filled checklist as rows to be read: number and question, answer, and what hangs on it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from inspector_app.domain.filled_checklist import FilledLine
from inspector_app.ui import theme
from inspector_app.ui.models.table import TableModel

SIGN, QUESTION, ANSWER, MORE = range(4)
_INDENT = "    "


class FilledLinesModel(TableModel[FilledLine]):
    """Sections stand as headings between their questions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._headings = ("", self.tr("Question"), self.tr("Answer"), self.tr("Beside it"))

    def row_of(self, path: str) -> int:
        """Return the row of a place, or -1."""
        return next((row for row, one in enumerate(self._rows) if one.question.path == path), -1)

    def cell(self, value: FilledLine, row: int, column: int, role: int) -> object:
        question = value.question
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(value, column)
        if role == Qt.ItemDataRole.ToolTipRole and column in (QUESTION, ANSWER):
            return question.label if column == QUESTION else question.value_label
        if role == Qt.ItemDataRole.DecorationRole and column == SIGN:
            return self._sign(value)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == QUESTION:
            return f"{question.number} {question.label}: {question.value_label or question.value}"
        if role == Qt.ItemDataRole.FontRole and value.is_heading:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            if question.is_wrong or question.noncompliant:
                return theme.colour("danger")
            if column == ANSWER and question.is_open:
                return theme.colour("muted")
        return None

    def _text(self, line: FilledLine, column: int) -> str:
        question = line.question
        if column == QUESTION:
            return f"{_INDENT * max(question.depth - 1, 0)}{question.number}  {question.label}"
        if column == ANSWER:
            if question.exempt:
                return self.tr("does not apply: {reason}").format(reason=question.exempt)
            return self.tr("not answered") if question.is_open else question.value_label
        return self._beside(line) if column == MORE else ""

    def _beside(self, line: FilledLine) -> str:
        parts = []
        if line.evidence:
            parts.append("、".join(piece.number for piece in line.evidence[:3]))
        if line.question.remark:
            parts.append(self.tr("remark"))
        if line.is_changed:
            parts.append(self.tr("changed"))
        if line.comments:
            is_open = any(one.settled_at is None for one in line.comments)
            parts.append(self.tr("asked about") if is_open else self.tr("settled"))
        return " · ".join(parts)

    def _sign(self, line: FilledLine) -> object:
        question = line.question
        if question.is_wrong:
            return theme.icon("triangle-alert", "danger")
        if question.noncompliant:
            return theme.icon("flag" if line.finding else "circle-x", "danger")
        if not question.kind.is_answerable or question.readonly:
            return None
        if question.value:
            return theme.icon("circle-check", "success")
        return theme.icon("circle-dot" if question.required else "circle", "muted")
