"""What stands before everything else: the first start, or who goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.ui.language import say
from inspector_app.ui.pages.unlock import UnlockPage
from inspector_app.ui.widgets.column import Column
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.ui.pages.first_start import FirstStartPage
    from inspector_app.ui.pages.recover import RecoverPage
    from inspector_app.ui.pages.restore import RestorePage
    from inspector_app.ui.pages.workspace_salvage import WorkspaceSalvagePage


class Gate(QWidget):
    """Shows the page that fits; says ``unlocked`` when somebody is in."""

    unlocked = Signal()
    languageWanted = Signal(str)

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.stack = QStackedWidget()
        self.first_start: FirstStartPage | None = None
        self.unlock: UnlockPage | None = None
        self.recover: RecoverPage | None = None
        self.restore: RestorePage | None = None
        self.salvage: WorkspaceSalvagePage | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        worker.glance(lambda door: door.exists, self._choose, self._cannot_begin)

    @Slot(object)
    def _choose(self, exists: bool) -> None:
        if exists:
            self._show_unlock()
            return
        from inspector_app.ui.pages.first_start import FirstStartPage

        self.first_start = FirstStartPage(self._worker)
        self.first_start.unlocked.connect(self.unlocked)
        self.first_start.languageWanted.connect(self.languageWanted)
        self.first_start.restoreWanted.connect(self._show_restore)
        self._show(self.first_start)

    @Slot()
    def _show_unlock(self) -> None:
        if self.unlock is None:
            self.unlock = UnlockPage(self._worker)
            self.unlock.unlocked.connect(self.unlocked)
            self.unlock.recoverWanted.connect(self._show_recover)
            self.unlock.damaged.connect(self._show_salvage)
        self._show(self.unlock)

    @Slot(str)
    def _show_recover(self, person_id: str) -> None:
        if self.recover is None:
            from inspector_app.ui.pages.recover import RecoverPage

            self.recover = RecoverPage(self._worker)
            self.recover.unlocked.connect(self.unlocked)
            self.recover.left.connect(self._show_unlock)
        self.recover.ask_for(person_id)
        self._show(self.recover)

    @Slot(str, str, object)
    def _show_salvage(self, person_id: str, passphrase: str, problem: Problem) -> None:
        if self.salvage is None:
            from inspector_app.ui.pages.workspace_salvage import WorkspaceSalvagePage

            self.salvage = WorkspaceSalvagePage(self._worker)
            self.salvage.unlocked.connect(self.unlocked)
            self.salvage.left.connect(self._show_unlock)
        self.salvage.ask(person_id, passphrase, problem)
        self._show(self.salvage)

    @Slot()
    def _show_restore(self) -> None:
        if self.restore is None:
            from inspector_app.ui.pages.restore import RestorePage

            self.restore = RestorePage(self._worker)
            self.restore.unlocked.connect(self.unlocked)
            self.restore.left.connect(self._show_first_start)
        self._show(self.restore)

    @Slot()
    def _show_first_start(self) -> None:
        if self.first_start is not None:
            self._show(self.first_start)

    def _show(self, page: QWidget) -> None:
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def _cannot_begin(self, problem: Problem) -> None:
        """Keys that are missing or damaged: nothing can be opened, and nothing must be begun anew."""
        column = Column(520)
        column.rows.addStretch(1)
        column.rows.addWidget(label(self.tr("The desk cannot be opened"), "title"))
        self.fault = label(say(problem), "", wrap=True)
        column.rows.addWidget(self.fault)
        column.rows.addStretch(2)
        self._show(column)
