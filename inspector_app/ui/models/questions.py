"""The questions of a checklist as rows: what is relevant now, its answer, and what it lacks."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from inspector_app.domain.checklist import QuestionKind, QuestionView
from inspector_app.ui import theme

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
VALUE = int(Qt.ItemDataRole.UserRole)
_HEADINGS = frozenset({QuestionKind.GROUP, QuestionKind.REPEAT, QuestionKind.REPEAT_INSTANCE})


class QuestionsModel(QAbstractTableModel):
    """Columns: sign, question, answer, and what hangs on it (photographs, remark)."""

    SIGN, QUESTION, ANSWER, MORE = range(4)

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._all: dict[str, QuestionView] = {}
        self._shown: list[QuestionView] = []
        self._rows: dict[str, int] = {}
        self._with_finding: frozenset[str] = frozenset()

    def show(self, questions: tuple[QuestionView, ...], with_finding: frozenset[str]) -> None:
        """Show a checklist anew."""
        self.beginResetModel()
        self._all = {question.path: question for question in questions}
        self._with_finding = with_finding
        self._select()
        self.endResetModel()

    def update(self, changed: tuple[QuestionView, ...]) -> bool:
        """Take over what an answer changed; return whether rows came or went."""
        before = [question.path for question in self._shown]
        for question in changed:
            self._all[question.path] = question
        relevant = [question.path for question in self._all.values() if question.relevant]
        if relevant != before:
            self.beginResetModel()
            self._select()
            self.endResetModel()
            return True
        for question in changed:
            row = self._rows.get(question.path)
            if row is not None:
                self._shown[row] = question
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.MORE))
        return False

    def _select(self) -> None:
        self._shown = [question for question in self._all.values() if question.relevant]
        self._rows = {question.path: row for row, question in enumerate(self._shown)}

    @property
    def questions(self) -> list[QuestionView]:
        """What is relevant now, row by row."""
        return self._shown

    @property
    def rows(self) -> dict[str, int]:
        """The row of each path that is shown."""
        return self._rows

    def question(self, row: int) -> QuestionView | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, path: str) -> int:
        return self._rows.get(path, -1)

    def next_open(self, row: int, step: int = 1) -> int:
        """Return the next row that has no answer or a wrong one, going round once; -1 when all is done."""
        count = len(self._shown)
        for distance in range(1, count + 1):
            candidate = (row + step * distance) % count
            question = self._shown[candidate]
            if question.is_open or question.is_wrong or question.is_missing:
                return candidate
        return -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        question = self.question(index.row()) if index.isValid() else None
        if question is None:
            return None
        column = index.column()
        if role == VALUE:
            return question
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(question, column)
        if role == Qt.ItemDataRole.DecorationRole and column == self.SIGN:
            return self._sign(question)
        if role == Qt.ItemDataRole.DecorationRole and column == self.MORE and question.photographs:
            return theme.icon("camera", "muted")
        if role == Qt.ItemDataRole.ToolTipRole and column == self.QUESTION:
            return question.label
        if role == Qt.ItemDataRole.AccessibleTextRole and column == self.QUESTION:
            return f"{question.number} {question.label}: {question.value_label or question.value}"
        if role == Qt.ItemDataRole.FontRole and question.kind in _HEADINGS:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            if question.is_wrong or question.noncompliant:
                return theme.colour("danger")
            if question.kind is QuestionKind.NOTE or question.readonly:
                return theme.colour("muted")
        return None

    def _text(self, question: QuestionView, column: int) -> str:
        if column == self.QUESTION:
            indent = "    " * max(question.depth - 1, 0)
            return f"{indent}{question.number}  {question.label}"
        if column == self.ANSWER:
            if question.exempt:
                return self.tr("does not apply: {reason}").format(reason=question.exempt)
            return question.value_label
        if column == self.MORE:
            remark = "✎" if question.remark else ""
            return f"{remark} {question.photographs or ''}".strip()
        return ""

    def _sign(self, question: QuestionView) -> QIcon | None:
        if question.is_wrong:
            return theme.icon("triangle-alert", "danger")
        if question.noncompliant:
            found = question.path in self._with_finding
            return theme.icon("flag" if found else "circle-x", "danger")
        if question.kind.takes_evidence and (question.photographs or question.is_missing):
            proven = "circle-dot" if question.is_missing else "circle-check"
            return theme.icon(proven, "muted" if question.is_missing else "success")
        if not question.kind.is_answerable or question.readonly:
            return None
        if question.exempt:
            return theme.icon("circle-check", "muted")
        if question.value:
            return theme.icon("circle-check", "success")
        return theme.icon("circle-dot" if question.required else "circle", "muted")
