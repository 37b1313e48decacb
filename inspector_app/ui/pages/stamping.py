"""What a signed document's page does about time stamps: asked for by a person, beside other work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from inspector_app.domain.document import Document
from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.time_stamping import StampPlan, obtain
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner


class Stamping(QObject):
    """One action of the page; what fails is told and leaves the document as it was."""

    def __init__(
        self, page: InspectionPage, banner: Banner, document: Callable[[], DocumentId | None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._banner = banner
        self._document = document
        self.action = page.action(self.tr("Add a time stamp"), self.add)

    def add(self) -> None:
        """Ask the authority that the settings name."""
        inspection, document = InspectionId(self._page.inspection_id), self._document()
        if document is not None:
            self._page.worker.run(
                lambda a: a.time_stamping.plan(inspection, document), self._obtain, self._failed
            )

    def _obtain(self, plan: StampPlan) -> None:
        self._page.worker.study(
            lambda _progress: obtain(plan),
            lambda stamped: self._keep(plan, stamped),
            self._failed,
            title=self.tr("Asking for a time stamp"),
        )

    def _keep(self, plan: StampPlan, stamped: bytes) -> None:
        self._page.worker.run(lambda a: a.time_stamping.keep(plan, stamped), self._kept, self._failed)

    def _kept(self, _document: Document) -> None:
        self._banner.tell(
            self.tr("The time stamp is added. Verify tells its time and who vouches."), "success"
        )

    def _failed(self, problem: Problem) -> None:
        if not isinstance(problem, Cancelled):
            self._banner.tell(say(problem))
