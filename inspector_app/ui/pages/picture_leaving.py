"""How a picture of bars leaves the page: as a file of its own, or into the record as a piece of evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.services.intake import Intake, clean_name
from inspector_app.services.result_files import write_result
from inspector_app.ui.bar_picture import BarPicture, png_of
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.key_button import ActionButton


class PictureLeaving(QObject):
    """Two actions of a page that shows bars; without bars nothing happens."""

    def __init__(
        self, page: InspectionPage, banner: Banner, picture: Callable[[], BarPicture | None]
    ) -> None:
        """``picture`` gives what is shown now."""
        super().__init__(page)
        self._page, self._banner, self._picture = page, banner, picture
        self.save_action = page.action(self.tr("Save the picture"), self.save, "Ctrl+Alt+S")
        self.keep_action = page.action(
            self.tr("Picture into the record"), self.keep, "Ctrl+Alt+R", changes=True
        )

    def buttons(self) -> QVBoxLayout:
        """Both actions one below the other: they stand in narrow columns."""
        column = QVBoxLayout()
        column.setSpacing(2)
        for action, icon in ((self.keep_action, "file-check"), (self.save_action, "save")):
            column.addWidget(ActionButton(action, icon=icon), 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def enable(self, *, has_picture: bool) -> None:
        for action in (self.save_action, self.keep_action):
            action.setEnabled(has_picture)

    def save(self) -> None:
        """Write the picture as a PNG file, where a person wants it."""
        picture = self._picture()
        if picture is None:
            return
        title = self.tr("Save the picture; the copy is not encrypted")
        suggested = f"{clean_name(picture.title.replace('/', ' '))}.png"
        name, _ = QFileDialog.getSaveFileName(self._page, title, suggested, "PNG (*.png)")
        if name:
            path = Path(name if name.lower().endswith(".png") else f"{name}.png")
            png = png_of(picture)
            self._page.worker.compute(
                lambda: write_result(path, png), lambda _done: self._saved(path), self._on_fault
            )

    def keep(self) -> None:
        """Put the picture into the record: a numbered piece, listed and printed with the others."""
        picture = self._picture()
        if picture is None:
            return
        inspection, target, png = InspectionId(self._page.inspection_id), self._page.target(), png_of(picture)
        name = f"{clean_name(picture.title.replace('/', ' '))}.png"
        caption = "  ".join((picture.title, *picture.below[:1]))
        self._page.worker.run(
            lambda a: a.evidence.keep_drawn(inspection, name, png, caption=caption, target=target),
            self._kept,
            self._on_fault,
        )

    def _saved(self, path: Path) -> None:
        self._banner.tell(self.tr("{name} was written. It is not encrypted.").format(name=path.name), "info")

    @Slot(object)
    def _kept(self, intake: Intake) -> None:
        if intake.evidence is not None:
            told = self.tr(
                "The picture is evidence {number}; it stands in the record and is printed with it."
            )
            self._banner.tell(told.format(number=intake.evidence.number), "success")

    def _on_fault(self, problem: Problem) -> None:
        self._banner.tell(say(problem))
