"""A place with several pages side by side: ledgers, and the checklist that is filled on site."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector_app.domain.evidence import Target
from inspector_app.ui.pages.one_checklist import OneChecklistPage
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.worker import Worker


class TabbedPlace(InspectionPage):
    """Pages under tabs; links to an answer lead to the checklist, others to the first page."""

    concerns = frozenset({"none"})
    """The pages refresh themselves."""

    def __init__(
        self, worker: Worker, pages: tuple[tuple[str, InspectionPage], ...], parent: QWidget | None = None
    ) -> None:
        """``pages`` are the pages with their titles, the one that is shown first in front."""
        super().__init__(worker, parent)
        self.pages = tuple(page for _, page in pages)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Ledgers or checklist"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.switch_action = self.action(self.tr("Reconciliation or checklist"), self._switch, "Ctrl+Tab")
        self.stack = QStackedWidget()
        for title, page in pages:
            self.tabs.addTab(title)
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
        return self.pages[max(self.tabs.currentIndex(), 0)]

    def open(self, inspection_id: str) -> None:
        self.inspection_id = inspection_id
        self.page.open(inspection_id)
        self.setFocusProxy(self.page)

    def refresh(self) -> None:
        self.page.refresh()

    def select(self, identity: str) -> None:
        """Show the ledgers, or the answer that a link from a checklist leads to."""
        is_answer = "/" in identity or ":" in identity
        checklist = self._checklist()
        self.tabs.setCurrentIndex(checklist if is_answer and checklist is not None else 0)
        if is_answer:
            self.page.select(identity)

    def target(self) -> Target | None:
        return self.page.target()

    def remark_target(self) -> Target | None:
        return self.page.remark_target()

    def progress_text(self) -> str:
        """How far the checklist is; one that still shows another inspection says nothing of this one."""
        place = self._checklist()
        checklist = None if place is None else self.pages[place]
        is_ours = checklist is not None and checklist.inspection_id == self.inspection_id
        return checklist.progress_text() if checklist is not None and is_ours else ""

    def _checklist(self) -> int | None:
        """Where the checklist stands among the pages."""
        found = (place for place, page in enumerate(self.pages) if isinstance(page, OneChecklistPage))
        return next(found, None)

    def _switch(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % len(self.pages))
        self.page.setFocus()

    @Slot()
    def _show_page(self, *_: object) -> None:
        self.contextChanged.emit(None)
        self.stack.setCurrentWidget(self.page)
        self.setFocusProxy(self.page)
        if self.inspection_id:
            self.page.open(self.inspection_id)
