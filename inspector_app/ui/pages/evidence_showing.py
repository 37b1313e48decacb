"""Brings the original of one piece into the viewer: read on the databases' thread, decoded beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QImage

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.markup import can_be_marked
from inspector_app.services.activities import Activities
from inspector_app.services.intake import draw_preview
from inspector_app.ui.evidence_words import heading
from inspector_app.ui.language import say
from inspector_app.ui.pdf_pages import draw_page
from inspector_app.ui.widgets.evidence_viewer import EvidenceViewer
from inspector_app.ui.worker import Worker

LARGEST = 3200
"""Pixels a side of what is looked at; the original keeps all of them."""


class Showing(QObject):
    """Only the newest wish is shown, however late an older one comes."""

    def __init__(self, worker: Worker, viewer: EvidenceViewer, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._viewer = viewer
        self._inspection = InspectionId("")
        self._evidence: Evidence | None = None
        self._original = b""
        self._place = ""
        self._has_copy = self._is_copy = False
        viewer.pageWanted.connect(self._on_page)
        viewer.copyWanted.connect(self._swap)

    def show(
        self,
        inspection_id: InspectionId,
        evidence: Evidence,
        place: str,
        *,
        has_copy: bool = False,
        is_copy: bool = False,
    ) -> None:
        """Show the original, or the marked copy where there is one and it is wanted."""
        self._inspection, self._evidence, self._original = inspection_id, evidence, b""
        self._place, self._has_copy, self._is_copy = place, has_copy, has_copy and is_copy
        self._viewer.announce(heading(evidence), place)
        if not evidence.stored:
            told = QCoreApplication.translate("Evidence", "This recording is kept at: {place}")
            self._viewer.say(told.format(place=evidence.storage_place))
            return
        if not evidence.media_type.startswith("image/") and evidence.media_type != "application/pdf":
            told = QCoreApplication.translate(
                "Evidence", "This file has no picture. Write the original to a folder to open it."
            )
            self._viewer.say(told)
            return
        self._viewer.show_ways(
            can_mark=can_be_marked(evidence), has_copy=self._has_copy, is_copy=self._is_copy
        )
        self._worker.run(
            partial(_read_copy if self._is_copy else _read, inspection_id, evidence),
            partial(self._decode, evidence, 0, self._is_copy),
            partial(self._cannot, evidence),
        )

    def forget(self) -> None:
        """Let go of the bytes when the viewer is left."""
        self._evidence, self._original = None, b""
        self._viewer.picture.clear()

    @Slot(int)
    def _on_page(self, page: int) -> None:
        if self._evidence is not None and self._original:
            self._decode(self._evidence, page, False, self._original)

    @Slot()
    def _swap(self) -> None:
        if self._evidence is not None and self._has_copy:
            self.show(self._inspection, self._evidence, self._place, has_copy=True, is_copy=not self._is_copy)

    def _decode(self, evidence: Evidence, page: int, is_copy: bool, original: bytes) -> None:
        if not self._is_wanted(evidence) or is_copy is not self._is_copy:
            return
        self._original = original if evidence.media_type == "application/pdf" else b""
        self._worker.compute(
            lambda: draw(original, evidence.media_type, page),
            partial(self._shown, evidence, page, is_copy),
            partial(self._cannot, evidence),
        )

    def _shown(self, evidence: Evidence, page: int, is_copy: bool, drawn: tuple[QImage, int]) -> None:
        if not self._is_wanted(evidence) or is_copy is not self._is_copy:
            return
        image, pages = drawn
        if image.isNull():
            told = QCoreApplication.translate(
                "Evidence", "This document cannot be shown here. Its bytes are safe and unchanged."
            )
            self._viewer.say(told)
            return
        self._viewer.show_image(image, page, pages)

    def _cannot(self, evidence: Evidence, problem: Problem) -> None:
        if self._is_wanted(evidence):
            self._viewer.say(say(problem))

    def _is_wanted(self, evidence: Evidence) -> bool:
        return self._evidence is not None and self._evidence.id == evidence.id


def _read(inspection_id: InspectionId, evidence: Evidence, activities: Activities) -> bytes:
    return activities.evidence.original(inspection_id, evidence.id)


def _read_copy(inspection_id: InspectionId, evidence: Evidence, activities: Activities) -> bytes:
    return activities.marked_copies.copy(inspection_id, evidence.id)


def draw(original: bytes, media_type: str, page: int) -> tuple[QImage, int]:
    """Return upright pixels to look at, and how many pages there are."""
    if media_type == "application/pdf":
        return draw_page(original, page, LARGEST)
    raster = draw_preview(original, LARGEST)
    image = QImage(raster.rgb, raster.width, raster.height, raster.width * 3, QImage.Format.Format_RGB888)
    return image.copy(), 1  # the copy owns its pixels
