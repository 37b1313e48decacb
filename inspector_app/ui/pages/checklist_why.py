"""Asks why the question shown stands as it does, and lets the pane say it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.ui.pages.checklist_reading import Explanation, explained, language
from inspector_app.ui.widgets.answer_pane import AnswerPane
from inspector_app.ui.worker import Worker


class WhyAsker(QObject):
    """One question at a time; an answer that comes late is not shown at another question."""

    def __init__(
        self, worker: Worker, pane: AnswerPane, where: Callable[[], tuple[InspectionId, ChecklistRunId]]
    ) -> None:
        super().__init__(pane)
        self._worker, self._pane, self._where = worker, pane, where

    def ask(self) -> None:
        question, (here, run), spoken = self._pane.question, self._where(), language()
        if question is not None:
            path = question.path
            self._worker.run(lambda a: explained(a, here, run, path, spoken), self._tell)

    @Slot(object)
    def _tell(self, found: Explanation) -> None:
        question = self._pane.question
        if question is not None and question.path == found.path:
            self._pane.explain(found.reasons, found.reaches)
