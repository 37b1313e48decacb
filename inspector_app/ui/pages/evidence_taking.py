"""The ways evidence comes in: camera, files, scans, drops, pastes, recordings; and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import IntakeWay, Target
from inspector_app.domain.ids import InspectionId
from inspector_app.services.intake import Intake, Source
from inspector_app.ui.camera import FrameSource, find_sources, to_jpeg
from inspector_app.ui.incoming import Incoming, ask_files, of_files, of_mime, to_png
from inspector_app.ui.intake_queue import IntakeQueue
from inspector_app.ui.language import say
from inspector_app.ui.pages.evidence_editing import EvidenceEditing
from inspector_app.ui.pages.recording_intake import RecordingIntake
from inspector_app.ui.thumbnails import Thumbnails
from inspector_app.ui.worker import Worker

_SOME = 3
"""Refusals told one by one; more are counted."""


class EvidenceTaking(EvidenceEditing):
    """Leads everything that comes in through the one intake."""

    queue: IntakeQueue
    recordings: RecordingIntake
    thumbnails: Thumbnails

    def __init__(
        self,
        worker: Worker,
        parent: QWidget | None = None,
        *,
        cameras: Callable[[QWidget], list[FrameSource]] = find_sources,
    ) -> None:
        super().__init__(worker, parent)
        self._cameras = cameras
        self._stills = 0
        self._came_from: Target | None = None

    def _read_again(self) -> None:
        raise NotImplementedError

    @Slot()
    def _open_camera(self) -> None:
        self._stills = 0
        self._came_from = None
        self.camera.show_way_back(self.tr("Back to the gallery"))
        self.camera.show_count("")
        self.bar.hide()
        self.stack.setCurrentWidget(self.camera)
        self._look_for_cameras()
        self.camera.setFocus()

    @Slot()
    def _look_for_cameras(self) -> None:
        self.camera.show_sources(self._cameras(self.camera))

    @Slot(QImage, str, bool)
    def _on_still(self, image: QImage, device: str, is_drawn: bool) -> None:
        inspection, target = InspectionId(self.inspection_id), self._target

        def keep(jpeg: bytes) -> None:
            self.worker.run(
                lambda a: a.evidence.take_still(
                    inspection, jpeg, device=device, is_drawn=is_drawn, target=target
                ),
                self._still_kept,
                self._on_problem,
            )

        self.worker.compute(lambda: to_jpeg(image), keep)

    def _still_kept(self, intake: Intake) -> None:
        self._stills += 1
        if intake.evidence is not None:
            self.camera.show_count(
                self.tr("{count} taken · {number} saved").format(
                    count=self._stills, number=intake.evidence.number
                )
            )

    @Slot()
    def _choose_files(self) -> None:
        kinds = self.tr("Pictures, documents, recordings") + " (*)"
        self._take(of_files(ask_files(self, self.tr("Take in files"), kinds), IntakeWay.FILE))

    @Slot()
    def _choose_scans(self) -> None:
        kinds = self.tr("Scans") + " (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)"
        self._take(of_files(ask_files(self, self.tr("Take in scans"), kinds), IntakeWay.SCAN))

    @Slot()
    def _paste(self) -> None:
        incoming = of_mime(QGuiApplication.clipboard().mimeData(), IntakeWay.PASTE)
        if incoming.is_empty:
            self.banner.tell(self.tr("The clipboard holds no file and no picture."), "info")
        self._take(incoming)

    @Slot(object)
    def _on_drop(self, data: QMimeData) -> None:
        self._take(of_mime(data, IntakeWay.DROP))

    def _take(self, incoming: Incoming) -> None:
        inspection, target = InspectionId(self.inspection_id), self._target
        self.queue.add(inspection, incoming.sources, target)
        self.recordings.add(inspection, incoming.recordings, lambda: self._target)
        pixels = incoming.pixels
        if pixels is not None:
            name = self.tr("pasted picture") + ".png"

            def add(png: bytes) -> None:
                self.queue.add(inspection, [Source(name=name, way=IntakeWay.PASTE, data=png)], target)

            self.worker.compute(lambda: to_png(pixels), add)

    @Slot(int, int)
    def _on_moved(self, done: int, total: int) -> None:
        self.thumbnails.hold(total > 1 and done < total)
        if total > 1:
            text = self.tr("Taking in {done} of {total}").format(done=done, total=total)
            self.strip.show_progress(text, done, total)

    @Slot(str, float, float)
    def _on_measured(self, name: str, done: float, total: float) -> None:
        text = self.tr("Measuring {name}: {done} of {total} MB").format(
            name=name, done=round(done), total=round(total)
        )
        self.strip.show_progress(text, round(done), round(total))

    @Slot(object)
    def _on_registered(self, intake: Intake) -> None:
        self.banner.hide()  # what an earlier try said is over
        self._on_finished([intake])

    @Slot(object)
    def _on_finished(self, results: list[Intake]) -> None:
        """Say what was not taken in or was here already; what went well is seen in the gallery."""
        self.strip.hide()
        self.thumbnails.hold(False)
        self._read_again()
        if self.stack.currentWidget() is self.camera:
            for result in results:
                if result.evidence is not None:
                    self._still_kept(result)  # files taken in beside the camera count like its photographs
        told = [say(result.said) for result in results if result.said is not None]
        refused = sum(result.evidence is None for result in results)
        if not told:
            return
        text = "\n".join(told[:_SOME])
        if len(told) > _SOME:
            text += "\n" + self.tr("… and {count} more.").format(count=len(told) - _SOME)
        taken = sum(result.evidence is not None and not result.is_duplicate for result in results)
        if len(results) > 1:
            text = (
                self.tr("{taken} of {count} taken in.").format(taken=taken, count=len(results)) + "\n" + text
            )
        self.banner.tell(text, "danger" if refused else "info")

    @Slot(str)
    def _choose_group(self, letter: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.evidence.choose_group(inspection, letter), self.group.show_groups, self._group_refused
        )

    def _group_refused(self, problem: Problem) -> None:
        self._on_problem(problem)
        self._read_again()
