"""Stock in an inspection: the reconciliation of the ledgers, and the checklist that is filled on site."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector_app.domain.evidence import Target
from inspector_app.ui.pages.one_checklist import StockPage
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.stock_sheet import StockSheetPage
from inspector_app.ui.worker import Worker

LEDGERS, CHECKLIST = range(2)


class StockPlace(InspectionPage):
    """Two pages of one place; links to a ledger lead to the first, links to an answer to the second."""

    concerns = frozenset({"none"})
    """The pages refresh themselves."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.sheet, self.checklist = StockSheetPage(worker), StockPage(worker)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Ledgers or checklist"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Reconciliation"))
        self.tabs.addTab(self.tr("Checklist"))
        self.switch_action = self.action(self.tr("Reconciliation or checklist"), self._switch, "Ctrl+Tab")
        self.stack = QStackedWidget()
        for page in (self.sheet, self.checklist):
            self.stack.addWidget(page)
            page.goTo.connect(self.goTo)
            page.evidenceWanted.connect(self.evidenceWanted)
            page.contextChanged.connect(self.contextChanged)
        self.tabs.currentChanged.connect(self._show_page)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 20, 0)
        head.addWidget(self.tabs)
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)

    @property
    def page(self) -> InspectionPage:
        """The page that is shown."""
        return self.checklist if self.tabs.currentIndex() == CHECKLIST else self.sheet

    def open(self, inspection_id: str) -> None:
        self.inspection_id = inspection_id
        self.page.open(inspection_id)
        self.setFocusProxy(self.page)

    def refresh(self) -> None:
        self.page.refresh()

    def select(self, identity: str) -> None:
        """Show the ledgers, or the answer that a link from a checklist leads to."""
        is_answer = "/" in identity or ":" in identity
        self.tabs.setCurrentIndex(CHECKLIST if is_answer else LEDGERS)
        if is_answer:
            self.checklist.select(identity)

    def target(self) -> Target | None:
        return self.page.target()

    def remark_target(self) -> Target | None:
        return self.page.remark_target()

    def progress_text(self) -> str:
        return self.checklist.progress_text()

    def _switch(self) -> None:
        self.tabs.setCurrentIndex(CHECKLIST if self.page is self.sheet else LEDGERS)
        self.page.setFocus()

    @Slot()
    def _show_page(self, *_: object) -> None:
        self.contextChanged.emit(None)
        self.stack.setCurrentWidget(self.page)
        self.setFocusProxy(self.page)
        if self.inspection_id:
            self.page.open(self.inspection_id)
