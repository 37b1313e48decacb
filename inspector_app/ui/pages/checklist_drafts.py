"""Keeps what is being typed at every key, and brings it back where a program ended in the middle of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import Draft, RunView
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.ui.widgets.answer_pane import AnswerPane
from inspector_app.ui.worker import Worker


class DraftKeeper(QObject):
    """Stands between the pane, which says what is typed, and the service, which keeps it."""

    def __init__(
        self, worker: Worker, pane: AnswerPane, where: Callable[[], tuple[InspectionId, ChecklistRunId]]
    ) -> None:
        super().__init__(pane)
        self._worker, self._pane, self._where = worker, pane, where
        pane.typing.connect(self._keep)

    @Slot(object)
    def _keep(self, draft: Draft) -> None:
        here, run = self._where()
        self._worker.run(lambda a: a.checklists.keep_draft(here, run, draft))

    def bring_back(self, view: RunView) -> str:
        """Type again what was being typed; return what to say of a checklist that is gone on with."""
        question = self._pane.question
        draft = view.draft
        if draft is not None and question is not None and question.path == draft.path:
            self._pane.type_again(draft)
            return self.tr("What was being typed here is back. It is not saved yet.")
        times = [one.answered_at for one in view.questions if one.answered_at is not None]
        if view.is_finished and view.run.finished_at is not None:
            ended = view.run.finished_at.astimezone(BEIJING)
            return self.tr("Finished {time}").format(time=f"{ended:%m-%d %H:%M}")
        if not times:
            return ""
        at = max(times).astimezone(BEIJING)
        return self.tr("Unfinished. The last answer was saved at {time}.").format(time=f"{at:%m-%d %H:%M}")
