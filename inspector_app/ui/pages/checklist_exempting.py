"""Questions that do not apply here: said by the form's own choice where it has one, else with a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.answer_pane import AnswerPane


class Exempting(QObject):
    """``saved`` and ``failed`` are told what the service said."""

    def __init__(
        self,
        page: Page,
        pane: AnswerPane,
        where: Callable[[], tuple[InspectionId, ChecklistRunId]],
        saved: Callable[..., object],
        failed: Callable[..., object],
    ) -> None:
        super().__init__(page)
        self._page, self._pane, self._where = page, pane, where
        self._saved, self._failed = saved, failed
        self.action = page.action(self.tr("The question does not apply"), self._ask, "Ctrl+D", changes=True)
        pane.exemption.given.connect(self._give)
        pane.exemption.left.connect(pane.take_focus)

    def _ask(self) -> None:
        question = self._pane.question
        if question is None or question.readonly:
            return
        if question.own_exemption:
            # The form has a choice for it; why belongs into the remark beside it.
            if question.own_exemption not in question.value.split():
                self._pane.answered.emit(question.path, question.own_exemption)
            self._pane.remark.setFocus()
        elif question.may_be_exempt:
            self._pane.exemption.ask()
        elif question.kind.is_answerable:
            (here, run), path = self._where(), question.path
            # Refused by the service, which says why; nothing was typed that could be called unsaved.
            self._page.worker.run(lambda a: a.checklists.exempt(here, run, path, ""), self._saved)

    @Slot(str)
    def _give(self, reason: str) -> None:
        question, (here, run) = self._pane.question, self._where()
        if question is not None:
            path = question.path
            self._page.worker.run(
                lambda a: a.checklists.exempt(here, run, path, reason), self._saved, self._failed
            )
            self._pane.take_focus()
