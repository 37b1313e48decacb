"""One entry of the documents page: the bundle for the inspected party, into a folder of choice."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.incoming import ask_folder
from inspector_app.ui.language import say

if TYPE_CHECKING:
    from inspector_app.domain.errors import Problem
    from inspector_app.services.activities import Activities
    from inspector_app.ui.pages.page import InspectionPage
    from inspector_app.ui.widgets.banner import Banner


class PartyBundleEntry(QObject):
    """Adds the entry to a page and does what it says."""

    def __init__(self, page: InspectionPage, banner: Banner) -> None:
        super().__init__(page)
        self._page = page
        self._banner = banner
        words = self.tr("Write the bundle for the inspected party")
        self.action = page.action(words, self.write, "Ctrl+Shift+U")

    def write(self) -> None:
        """Ask for a folder and write; nothing happens where none is chosen."""
        folder = ask_folder(self._page, self.tr("Write the bundle, unencrypted, to"))
        if folder is not None and self._page.inspection_id:
            work = partial(_write, InspectionId(self._page.inspection_id), folder)
            self._page.worker.run(work, self._written, self._refused)

    def _refused(self, problem: Problem) -> None:
        self._banner.tell(say(problem))

    @Slot(object)
    def _written(self, path: Path) -> None:
        self._banner.tell(self.tr("{name} was written. It is not encrypted.").format(name=path.name), "info")


def _write(inspection: InspectionId, folder: Path, activities: Activities) -> Path:
    return activities.party_bundle.write(inspection, folder)
