"""Shows beside a question what was answered to it at the visit before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import QuestionView
from inspector_app.domain.earlier_checklist import EarlierChecklist
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.earlier_answers import earlier_checklist
from inspector_app.ui.pages.checklist_reading import language
from inspector_app.ui.widgets.answer_pane import AnswerPane
from inspector_app.ui.worker import Worker

_Asked = tuple[InspectionId, ChecklistRunId, str]


class EarlierVisit(QObject):
    """Asks once for each checklist that is opened; the questions are there before the answer is."""

    def __init__(
        self, worker: Worker, pane: AnswerPane, where: Callable[[], tuple[InspectionId, ChecklistRunId]]
    ) -> None:
        super().__init__(pane)
        self._worker, self._pane, self._where = worker, pane, where
        self._asked: _Asked | None = None
        self._found: EarlierChecklist | None = None

    def look(self) -> None:
        """Look for the visit before, where another checklist than the last one is shown."""
        here, run = self._where()
        wanted = here, run, language()
        if wanted == self._asked:
            return
        self._asked, self._found = wanted, None
        self._worker.run(lambda a: (wanted, earlier_checklist(a.desk, *wanted)), self._hear)

    @Slot(object)
    def _hear(self, told: tuple[_Asked, EarlierChecklist | None]) -> None:
        asked, found = told
        if asked == self._asked:
            self._found = found
            self.show_beside(self._pane.question)

    def show_beside(self, question: QuestionView | None) -> None:
        """Say what was answered then; nothing where nothing was."""
        self._pane.show_earlier(self._words(question) if question is not None else "")

    def _words(self, question: QuestionView) -> str:
        found = self._found
        answer = found.answers.get(question.path) if found is not None else None
        if found is None or answer is None:
            return ""
        words = [answer.words] if answer.words else []
        if answer.exempt:
            words.append(self.tr("does not apply: {reason}").format(reason=answer.exempt))
        if answer.noncompliant:
            words.append(self.tr("did not comply"))
        if answer.remark:
            words.append(self.tr("remark: {text}").format(text=answer.remark))
        told = self.tr("Earlier visit {day}: {answer}")
        return told.format(day=f"{found.at.astimezone(BEIJING):%Y-%m-%d}", answer="  ·  ".join(words))
