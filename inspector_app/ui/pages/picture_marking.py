"""Marking one picture: reads it and its steps, keeps each change as it is made, undoes and redoes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.markup import MarkedCopy, Shape
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.evidence_showing import draw
from inspector_app.ui.widgets.markup_pane import MarkupPane
from inspector_app.ui.worker import Worker

Steps = tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    original: bytes
    steps: Steps


class PictureMarking(QObject):
    """What was set is saved at once; a refusal brings the saved steps back."""

    failed = Signal(object)
    """A ``Problem`` to be told."""

    def __init__(self, worker: Worker, pane: MarkupPane, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._pane = pane
        self._inspection = InspectionId("")
        self._evidence: Evidence | None = None
        self._steps: Steps = ()
        self._before: list[Steps] = []
        self._after: list[Steps] = []
        pane.drawn.connect(self._add)
        pane.undoWanted.connect(self._undo)
        pane.redoWanted.connect(self._redo)
        pane.removeWanted.connect(self._remove)

    def open(self, inspection_id: InspectionId, evidence: Evidence) -> None:
        """Show a picture to be marked, with what is marked already."""
        self._inspection, self._evidence = inspection_id, evidence
        self._steps, self._before, self._after = (), [], []
        self._pane.show_picture(QImage(), QSize())
        self._show()
        self._worker.run(
            partial(_read, inspection_id, evidence), partial(self._decode, evidence), self._on_problem
        )

    def forget(self) -> None:
        """Let go of the picture when the mode is left."""
        self._evidence = None
        self._pane.show_picture(QImage(), QSize())

    def _decode(self, evidence: Evidence, read: _Read) -> None:
        if self._is_wanted(evidence):
            self._worker.compute(
                lambda: draw(read.original, evidence.media_type, 0),
                partial(self._begin, evidence, read.steps),
                self._on_problem,
            )

    def _begin(self, evidence: Evidence, steps: Steps, drawn: tuple[QImage, int]) -> None:
        if self._is_wanted(evidence):
            self._steps = steps
            self._pane.show_picture(drawn[0], QSize(evidence.width or 0, evidence.height or 0))
            self._show()

    @Slot(object)
    def _add(self, shape: Shape) -> None:
        self._change((*self._steps, shape))

    @Slot()
    def _remove(self) -> None:
        if self._steps:
            self._change(self._steps[:-1])

    def _change(self, steps: Steps) -> None:
        self._before.append(self._steps)
        self._after.clear()
        self._keep(steps)

    @Slot()
    def _undo(self) -> None:
        if self._before:
            self._after.append(self._steps)
            self._keep(self._before.pop())

    @Slot()
    def _redo(self) -> None:
        if self._after:
            self._before.append(self._steps)
            self._keep(self._after.pop())

    def _keep(self, steps: Steps) -> None:
        evidence = self._evidence
        if evidence is None:
            return
        self._steps = steps
        self._show()
        self._worker.run(partial(_mark, self._inspection, evidence, steps), failed=self._on_problem)

    def _on_problem(self, problem: Problem) -> None:
        self.failed.emit(problem)
        evidence = self._evidence
        if evidence is not None:
            read = partial(_marks, self._inspection, evidence)
            self._worker.run(read, partial(self._show_saved, evidence), self.failed.emit)

    def _show_saved(self, evidence: Evidence, saved: MarkedCopy) -> None:
        if self._is_wanted(evidence):
            self._steps, self._before, self._after = saved.shapes, [], []
            self._show()

    def _show(self) -> None:
        self._pane.show_steps(self._steps, can_undo=bool(self._before), can_redo=bool(self._after))

    def _is_wanted(self, evidence: Evidence) -> bool:
        return self._evidence is not None and self._evidence.id == evidence.id


def _read(inspection: InspectionId, evidence: Evidence, activities: Activities) -> _Read:
    return _Read(
        original=activities.evidence.original(inspection, evidence.id),
        steps=activities.marked_copies.marks(inspection, evidence.id).shapes,
    )


def _marks(inspection: InspectionId, evidence: Evidence, activities: Activities) -> MarkedCopy:
    return activities.marked_copies.marks(inspection, evidence.id)


def _mark(inspection: InspectionId, evidence: Evidence, steps: Steps, activities: Activities) -> MarkedCopy:
    return activities.marked_copies.mark(inspection, evidence.id, steps)
