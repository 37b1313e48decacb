"""Entries of repeats: added and removed from wherever in them the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.checklist import QuestionKind
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.ui.models.questions import QuestionsModel
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.answer_pane import AnswerPane


class RepeatEntries(QObject):
    """``added`` is told the new entry's path, ``removed`` what the removal changed."""

    def __init__(
        self,
        page: Page,
        model: QuestionsModel,
        pane: AnswerPane,
        where: Callable[[], tuple[InspectionId, ChecklistRunId]],
        added: Callable[[str], object],
        removed: Callable[..., object],
    ) -> None:
        super().__init__(page)
        self._page, self._model, self._pane, self._where = page, model, pane, where
        self._added, self._removed = added, removed
        self.add_action = page.action(self.tr("Add an entry"), self._add_here, "Ctrl++", changes=True)
        self.drop_action = page.action(
            self.tr("Remove this entry"), self._drop_here, "Ctrl+Delete", changes=True
        )
        pane.entryWanted.connect(self._add)
        pane.entryUnwanted.connect(self._drop)

    def _row(self) -> int:
        question = self._pane.question
        return self._model.row_of(question.path) if question is not None else -1

    def repeat_here(self) -> str:
        """Return the growing repeat the question stands in, or after; empty where there is none above."""
        row = self._row()
        while (question := self._model.question(row)) is not None:
            if question.kind is QuestionKind.REPEAT and not question.readonly:
                return question.path
            row -= 1
        return ""

    def _add_here(self) -> None:
        """Add an entry to the repeat the question stands in."""
        if repeat := self.repeat_here():
            self._add(repeat)

    @Slot(str)
    def _add(self, repeat: str) -> None:
        inspection, run = self._where()
        self._page.worker.run(lambda a: a.checklists.add_entry(inspection, run, repeat), self._added)

    def _drop_here(self) -> None:
        """Remove the entry the question stands in."""
        row, here = self._row(), self._pane.question
        while here is not None and (question := self._model.question(row)) is not None:
            if question.removable and here.path.startswith(question.path):
                self._drop(question.path)
                return
            row -= 1

    @Slot(str)
    def _drop(self, path: str) -> None:
        inspection, run = self._where()
        self._page.worker.run(lambda a: a.checklists.remove_entry(inspection, run, path), self._removed)
