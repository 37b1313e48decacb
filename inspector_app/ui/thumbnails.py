"""Fetches small pictures: kept ones at once, others drawn beside the window from the original, then kept."""

from __future__ import annotations

from collections import deque
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import InspectionId, Sha256
from inspector_app.services.activities import Activities
from inspector_app.services.intake import draw_thumbnail
from inspector_app.ui.models.evidence import SHOWN
from inspector_app.ui.pdf_pages import draw_page
from inspector_app.ui.turns import Turn
from inspector_app.ui.worker import Worker

PIXELS = 512
_AT_ONCE = 2
"""Originals being drawn at the same time; what is in view goes first."""


class Thumbnails(QObject):
    """Answers every wanted picture once; a null image stands for one that cannot be drawn."""

    ready = Signal(str, QImage)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._inspection = InspectionId("")
        self._missing: deque[Evidence] = deque()
        self._drawing = 0
        self._held = False

    def open(self, inspection_id: InspectionId) -> None:
        """Work for this inspection; what was wanted for another is dropped."""
        if inspection_id != self._inspection:
            self._missing.clear()
        self._inspection = inspection_id

    def hold(self, held: bool) -> None:
        """Draw nothing new while a pile is being taken in: photographs first, their pictures after."""
        self._held = held
        if not held:
            self._next()

    @Slot(object)
    def fetch(self, wanted: list[Evidence]) -> None:
        inspection = self._inspection
        hashes = [evidence.sha256 for evidence in wanted]
        self._worker.run(
            lambda a: a.evidence.thumbnails(inspection, hashes),
            partial(self._found, inspection, {evidence.sha256: evidence for evidence in wanted}),
            turn=Turn.SOON,
        )

    def _found(
        self,
        inspection: InspectionId,
        wanted: dict[Sha256, Evidence],
        kept: dict[Sha256, bytes | None],
    ) -> None:
        if inspection != self._inspection:
            return
        here = [(sha256, jpeg) for sha256, jpeg in kept.items() if jpeg is not None]
        if here:
            self._worker.compute(lambda: [(sha256, _decoded(jpeg)) for sha256, jpeg in here], self._show)
        # The last ones asked for are those in view now.
        self._missing.extendleft(wanted[sha256] for sha256, jpeg in kept.items() if jpeg is None)
        self._next()

    def _show(self, decoded: list[tuple[Sha256, QImage]]) -> None:
        for sha256, image in decoded:
            self.ready.emit(sha256, image)

    def _next(self) -> None:
        while self._missing and not self._held and self._drawing < _AT_ONCE:
            evidence = self._missing.popleft()
            self._drawing += 1
            inspection = self._inspection
            self._worker.run(
                partial(_original, inspection, evidence),
                partial(self._draw, inspection, evidence),
                partial(self._cannot, inspection, evidence.sha256),
                turn=Turn.SOON,
            )

    def _draw(self, inspection: InspectionId, evidence: Evidence, original: bytes) -> None:
        self._worker.compute(
            lambda: _drawn(original, evidence.media_type),
            partial(self._keep, inspection, evidence.sha256),
            partial(self._cannot, inspection, evidence.sha256),
        )

    def _cannot(self, inspection: InspectionId, sha256: Sha256, _problem: Problem) -> None:
        self._keep(inspection, sha256, (b"", QImage()))

    def _keep(self, inspection: InspectionId, sha256: Sha256, drawn: tuple[bytes, QImage]) -> None:
        jpeg, image = drawn
        self._drawing -= 1
        self._worker.run(lambda a: a.evidence.keep_thumbnail(inspection, sha256, jpeg), turn=Turn.SOON)
        if inspection == self._inspection:
            self.ready.emit(sha256, image)
        self._next()


def _original(inspection: InspectionId, evidence: Evidence, activities: Activities) -> bytes:
    return activities.evidence.original(inspection, evidence.id)


def _drawn(original: bytes, media_type: str) -> tuple[bytes, QImage]:
    jpeg = _small(original, media_type)
    return jpeg, _decoded(jpeg)


def _small(original: bytes, media_type: str) -> bytes:
    if media_type.startswith("image/"):
        return draw_thumbnail(original)
    if media_type != "application/pdf":
        return b""
    page, _count = draw_page(original, 0, PIXELS)
    if page.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.save(buffer, "JPEG", 85)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _decoded(jpeg: bytes) -> QImage:
    """Decode at just the size a cell needs on this screen, so that painting has nothing left to scale."""
    image = QImage.fromData(jpeg) if jpeg else QImage()
    if image.isNull():
        return image
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(SHOWN * ratio, keep, smooth)
    small.setDevicePixelRatio(ratio)
    return small
