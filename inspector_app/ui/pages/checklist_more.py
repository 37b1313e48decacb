"""What else is done with a checklist that is being filled: read it through, finish it, try a version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import ChecklistRun
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.checklist_tabs import ChecklistTabs


class ChecklistMore(QObject):
    """A button with a menu; ``told`` says beside the questions what was done."""

    def __init__(
        self,
        page: Page,
        tabs: ChecklistTabs,
        where: Callable[[], tuple[InspectionId, ChecklistRunId]],
        told: Callable[[str], object],
    ) -> None:
        super().__init__(page)
        self._page, self._where, self._told = page, where, told
        self.finish_action = page.action(
            self.tr("Finish the checklist"), self._finish, "Ctrl+Shift+Return", changes=True
        )
        self.read_action = page.action(
            self.tr("Read, print or export it"), lambda: self._go("filled"), "Ctrl+R"
        )
        self.try_action = page.action(self.tr("Try another version…"), lambda: self._go("trial"))
        page.action(self.tr("Next checklist"), lambda: tabs.turn(1), "Ctrl+PgDown")
        page.action(self.tr("Checklist before"), lambda: tabs.turn(-1), "Ctrl+PgUp")
        self.menu = QMenu(page)
        self.menu.addActions([self.finish_action, self.read_action, self.try_action])
        self.button = QPushButton(self.tr("More"))
        self.button.setMenu(self.menu)

    def _go(self, place: str) -> None:
        _, run = self._where()
        if run:
            self._page.goTo.emit(f"{place}/{run}", "")

    def _finish(self) -> None:
        inspection, run = self._where()
        if run:
            self._page.worker.run(lambda a: a.checklists.finish(inspection, run), self._finished)

    @Slot(object)
    def _finished(self, run: ChecklistRun) -> None:
        if run.finished_at is not None:
            at = run.finished_at.astimezone(BEIJING)
            self._told(self.tr("Finished {time}").format(time=f"{at:%H:%M}"))
