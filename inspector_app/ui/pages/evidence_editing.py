"""What people say of evidence: captions, kinds, certified copies, bindings; with undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.evidence import Evidence, EvidenceType, Target
from inspector_app.domain.ids import CitationId, EvidenceId, InspectionId
from inspector_app.domain.markup import CopyKind, can_be_marked
from inspector_app.services.activities import Activities
from inspector_app.ui.evidence_words import PLACES
from inspector_app.ui.incoming import ask_folder
from inspector_app.ui.language import say
from inspector_app.ui.pages.evidence_layout import EvidenceLayout
from inspector_app.ui.worker import Worker


class EvidenceEditing(EvidenceLayout):
    """Turns what was entered into intentions."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._target: Target | None = None
        self._undone: list[Evidence] = []

    def _selected(self) -> list[Evidence]:
        rows = sorted(index.row() for index in self.grid.selectionModel().selectedIndexes())
        return [self.model.evidence(row) for row in rows]

    def _on_problem(self, problem: Problem) -> None:
        self.strip.hide()
        self.banner.tell(say(problem), "info" if isinstance(problem, Cancelled) else "danger")

    def _describe(
        self,
        evidence_id: str,
        *,
        caption: str | None = None,
        provided_by: str | None = None,
        copied_from: str | None = None,
        evidence_type: EvidenceType | None = None,
    ) -> None:
        row = self.model.row_of(evidence_id)
        if row >= 0:
            self._undone.append(self.model.evidence(row))
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.evidence.describe(
                inspection,
                EvidenceId(evidence_id),
                caption=caption,
                provided_by=provided_by,
                copied_from=copied_from,
                evidence_type=evidence_type,
            )
        )

    @Slot()
    def _undo(self) -> None:
        if not self._undone:
            self.banner.tell(self.tr("There is nothing to undo here."), "info")
            return
        before, inspection = self._undone.pop(), InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.evidence.describe(
                inspection,
                before.id,
                caption=before.caption,
                provided_by=before.provided_by,
                copied_from=before.copied_from,
                evidence_type=before.evidence_type,
            )
        )

    @Slot(str, str)
    def _certify(self, evidence_id: str, name: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.evidence.certify_copy(inspection, EvidenceId(evidence_id), name))

    @Slot(str, str)
    def _set_aside(self, evidence_id: str, reason: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.evidence.set_aside(inspection, EvidenceId(evidence_id), reason),
            None,
            self._on_problem,
        )

    @Slot()
    def _bind(self) -> None:
        target, ids = self._target, [evidence.id for evidence in self._selected()]
        inspection = InspectionId(self.inspection_id)
        if target is not None and ids:
            self.worker.run(lambda a: a.evidence.cite(inspection, ids, target))

    @Slot(str)
    def _uncite(self, citation_id: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.evidence.uncite(inspection, CitationId(citation_id)))

    @Slot(object)
    def _follow(self, target: Target) -> None:
        self.goTo.emit(f"{PLACES[target.kind]}/{target.id}", "")

    @Slot()
    def _export(self) -> None:
        selected = self._selected()
        folder = ask_folder(self, self.tr("Write the original, unencrypted, to")) if selected else None
        if folder is None:
            return
        inspection = InspectionId(self.inspection_id)
        for evidence in selected:
            self.worker.run(partial(_write, inspection, evidence, folder), self._exported, self._on_problem)

    def _export_copies(self, kind: CopyKind) -> None:
        selected = [piece for piece in self._selected() if can_be_marked(piece)]
        if not selected:
            self.banner.tell(self.tr("Select a picture first; only pictures have such copies."), "info")
            return
        folder = ask_folder(self, self.tr("Write the copy, unencrypted, to"))
        if folder is None:
            return
        inspection = InspectionId(self.inspection_id)
        for evidence in selected:
            write = partial(_write_copy, inspection, evidence, folder, kind)
            self.worker.run(write, self._copied, self._on_problem)

    def _copied(self, written: tuple[Path, int]) -> None:
        told = self.tr("{name} was written, unencrypted. Copies of this picture so far: {count}.")
        self.banner.tell(told.format(name=written[0].name, count=written[1]), "success")

    def _exported(self, path: Path) -> None:
        text = self.tr("{name} was written. It is not encrypted there.").format(name=path.name)
        self.banner.tell(text, "success")


def _write_copy(
    inspection: InspectionId, evidence: Evidence, folder: Path, kind: CopyKind, activities: Activities
) -> tuple[Path, int]:
    copies = activities.marked_copies
    path = copies.export(inspection, evidence.id, folder, kind)
    return path, len(copies.exports(inspection, evidence.id))


def _write(inspection: InspectionId, evidence: Evidence, folder: Path, activities: Activities) -> Path:
    return activities.evidence.export_original(inspection, evidence.id, folder)
