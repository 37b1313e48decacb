"""Evidence: gallery, viewer, camera and intake of one inspection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QItemSelection, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QWidget,
)

from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import EvidenceId, InspectionId, PersonId
from inspector_app.domain.markup import CopyKind, can_be_marked
from inspector_app.services.activities import Activities
from inspector_app.services.evidence import Gallery
from inspector_app.services.labels import Groups
from inspector_app.ui.camera import FrameSource, find_sources
from inspector_app.ui.evidence_words import PLACES, target_word
from inspector_app.ui.intake_queue import IntakeQueue
from inspector_app.ui.models.evidence import Filter
from inspector_app.ui.pages.evidence_showing import Showing
from inspector_app.ui.pages.evidence_taking import EvidenceTaking
from inspector_app.ui.pages.picture_marking import PictureMarking
from inspector_app.ui.pages.recording_intake import RecordingIntake
from inspector_app.ui.thumbnails import Thumbnails
from inspector_app.ui.turns import Turn
from inspector_app.ui.widgets.plain import choose
from inspector_app.ui.worker import Worker

_LATER_MS = 1000
_PORTION = 500
"""Pieces read at once, some screens' worth."""
_REST = 1500
"""Pieces read at a time after those; an answer waits for one portion at most."""
_SOME = 3
"""Refusals told one by one; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    gallery: Gallery
    names: dict[PersonId, str]
    groups: Groups | None
    """``None`` until the gallery is whole."""
    marked: frozenset[EvidenceId] = frozenset()


def _read(activities: Activities, inspection_id: InspectionId, portion: int) -> _Shown:
    team = activities.inspections.inspection(inspection_id).team
    gallery = activities.evidence.gallery(inspection_id, portion)
    return _Shown(
        gallery=gallery,
        names={person.id: person.name for person in (*team, activities.desk.person)},
        groups=activities.evidence.groups(inspection_id) if gallery.is_whole else None,
        marked=activities.marked_copies.marked(inspection_id),
    )


class EvidencePage(EvidenceTaking):
    """Joins the ways in, the gallery and what is known of the selected piece."""

    concerns = frozenset({"evidence", "citation", "marked_copy"})

    def __init__(
        self,
        worker: Worker,
        parent: QWidget | None = None,
        *,
        cameras: Callable[[QWidget], list[FrameSource]] = find_sources,
    ) -> None:
        super().__init__(worker, parent, cameras=cameras)
        self._shown = _Shown(gallery=Gallery(), names={}, groups=Groups(letter="A"))
        self._wanted = ""
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Evidence"))
        self._make_widgets()
        self._make_actions()
        self._lay_out(self.camera_action, self.files_action, self.bind_action)
        about = self.details
        self.changes(
            about.caption, about.kind, about.provider, about.copied_from, about.certifier, about.aside
        )
        self.changes(self.group, self.form, self.markup)
        self._connect()

    # What the window asks

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._target = None
            self._undone.clear()
        self.thumbnails.open(InspectionId(inspection_id))
        super().open(inspection_id)
        self._show_target()
        self._show_gallery()

    def refresh(self) -> None:
        """Read the gallery again; while a pile comes in, now and then instead of after each piece."""
        if self.queue.is_idle:
            self._read_again()
        elif not self._later.isActive():
            self._later.start()

    @Slot()
    def _read_again(self) -> None:
        self._later.stop()
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: _read(a, inspection, _PORTION), partial(self._show_read, inspection))

    def _show_read(self, inspection: InspectionId, shown: _Shown) -> None:
        """Show what was read so far; what is older follows while nothing else is asked for."""
        if inspection != self.inspection_id:
            return
        self._show(shown)
        if not shown.gallery.is_whole:
            self.worker.run(
                lambda a: _read(a, inspection, _REST), partial(self._show_read, inspection), turn=Turn.SOON
            )

    def select(self, identity: str) -> None:
        self._wanted = identity
        self._select_wanted()

    def take_for(self, target: Target) -> None:
        """Let the next evidence belong to ``target``, and show the camera."""
        self._target = target
        self._show_target()
        self._open_camera()
        self._came_from = target
        self.camera.show_way_back(self.tr("Back to where you were"))

    def remark_target(self) -> Target | None:
        selected = self._selected()
        if len(selected) != 1:
            return None
        return Target(kind=TargetKind.EVIDENCE, id=selected[0].id, label=selected[0].number)

    def progress_text(self) -> str:
        return str(self.model.total or "")

    # Building

    def _make_actions(self) -> None:
        add = self.action
        self.camera_action = add(self.tr("Take photographs"), self._open_camera, "P", changes=True)
        self.files_action = add(self.tr("Take in files…"), self._choose_files, "Ctrl+O", changes=True)
        self.paste_action = add(self.tr("Paste"), self._paste, "Ctrl+V", changes=True)
        self.scan_action = add(self.tr("Take in scans…"), self._choose_scans, "Ctrl+Shift+O", changes=True)
        self.bind_action = add(
            self.tr("Bind what is selected to the target"), self._bind, "Ctrl+B", changes=True
        )
        self.view_action = add(self.tr("View the selected piece"), self._view, "Return")
        self.view_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.grid.addAction(self.view_action)  # Return in a field belongs to the field
        self.caption_action = add(self.tr("Write the caption"), self._edit_caption, "F2", changes=True)
        self.aside_action = add(
            self.tr("Set the selected piece aside"), self._edit_reason, "Ctrl+Delete", changes=True
        )
        self.undo_action = add(self.tr("Undo the last description"), self._undo, "Ctrl+Z", changes=True)
        self.search_action = add(self.tr("Search the evidence"), self._search, "/")
        for text, kind, keys in (
            (self.tr("Write the marked copy to a folder…"), CopyKind.MARKED, "Ctrl+Shift+M"),
            (self.tr("Write a copy with time and place to a folder…"), CopyKind.WATERMARKED, "Ctrl+Shift+W"),
        ):
            add(text, partial(self._export_copies, kind), keys, changes=True)
        self.export_action = add(
            self.tr("Write the original to a folder…"), self._export, "Ctrl+Shift+E", changes=True
        )

    def _connect(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._read_again)
        self.grid.doubleClicked.connect(self._view)
        self.grid.selectionModel().selectionChanged.connect(self._on_selection)
        self.dropped.connect(self._on_drop)
        self.thumbnails = Thumbnails(self.worker, self)
        self.model.picturesWanted.connect(self.thumbnails.fetch)
        self.thumbnails.ready.connect(self.model.put_picture)
        self.search.textChanged.connect(self._on_filter)
        self.part.activated.connect(self._on_filter)
        self.drop_target.clicked.connect(self._forget_target)
        self.viewer.stepWanted.connect(self._step)
        self.viewer.closed.connect(self._show_gallery)
        self.viewer.markWanted.connect(self._mark)
        self.showing = Showing(self.worker, self.viewer, self)
        self.marking = PictureMarking(self.worker, self.markup, self)
        self.marking.failed.connect(self._on_problem)
        self.markup.closed.connect(self._leave_marking)
        about = self._describe
        self.details.captionChanged.connect(lambda known, text: about(known, caption=text))
        self.details.providerChanged.connect(lambda known, text: about(known, provided_by=text))
        self.details.copiedFromChanged.connect(lambda known, text: about(known, copied_from=text))
        self.details.typeChanged.connect(lambda known, kind: about(known, evidence_type=kind))
        self.model.captionEdited.connect(lambda known, text: about(known, caption=text))
        self.details.certified.connect(self._certify)
        self.details.setAside.connect(self._set_aside)
        self.details.unciteWanted.connect(self._uncite)
        self.details.targetWanted.connect(self._follow)
        self.queue = IntakeQueue(self.worker, self)
        self.queue.moved.connect(self._on_moved)
        self.queue.finished.connect(self._on_finished)
        self.recordings = RecordingIntake(self.worker, self.form, self)
        self.recordings.asked.connect(self._show_form)
        self.recordings.moved.connect(self._on_measured)
        self.recordings.registered.connect(self._on_registered)
        self.recordings.failed.connect(self._on_problem)
        self.recordings.finished.connect(self._show_gallery)
        self.camera.filesWanted.connect(self._choose_files)
        self.group.chosen.connect(self._choose_group)
        self.camera.stillTaken.connect(self._on_still)
        self.camera.closed.connect(self._leave_camera)
        self.camera.lookAgainWanted.connect(self._look_for_cameras)
        self.strip.cancelWanted.connect(self.queue.cancel)
        self.strip.cancelWanted.connect(self.recordings.stop)

    # Showing

    @Slot(object)
    def _show(self, shown: _Shown) -> None:
        selected = [evidence.id for evidence in self._selected()]
        self._shown = shown
        self.model.show_gallery(shown.gallery)
        self.model.show_marked(shown.marked)
        self.group.setEnabled(shown.groups is not None)
        if shown.groups is not None:
            self.group.show_groups(shown.groups)
        self._select_rows(selected)
        self._select_wanted()
        if self.model.rowCount() and not self.grid.currentIndex().isValid():
            choose(self.grid, 0)
        self._show_context()
        if self.stack.currentWidget() in self._lists:
            self._show_list()

    def _show_list(self) -> None:
        if not self.model.total:
            self.stack.setCurrentWidget(self.empty)
        else:
            self.stack.setCurrentWidget(self.grid if self.model.rowCount() else self.nothing)
            if self.hasFocus():
                self.grid.setFocus()

    @Slot()
    def _leave_camera(self) -> None:
        """Go back to the bed, the answer or the finding that the camera was opened for."""
        self._show_gallery()
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            place = PLACES[came_from.kind]
            selects = came_from.kind is not TargetKind.VISIT and came_from.id
            self.goTo.emit(f"{place}/{came_from.id}" if selects else place, "")

    @Slot()
    def _show_gallery(self) -> None:
        self.camera.stop()
        self.showing.forget()
        self.marking.forget()
        self.bar.show()
        self._show_list()
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        shown = self.stack.currentWidget()
        if shown in (self.grid, self.viewer, self.camera, self.markup):
            shown.setFocus()

    @Slot()
    def _show_form(self) -> None:
        self.bar.hide()
        self.stack.setCurrentWidget(self.form)

    def _show_target(self) -> None:
        bound = self._target
        self.drop_target.setVisible(bound is not None)
        self.bind.setVisible(bound is not None)
        self.bind_action.setEnabled(bound is not None)
        text = self.tr("New evidence is bound to nothing yet; press Ctrl+E on a bed, answer or finding.")
        if bound is not None:
            text = self.tr("New evidence is bound to: {target}").format(
                target=f"{target_word(bound.kind)} · {bound.label or bound.id[:8]}"
            )
        self.target_text.setText(text)
        self.camera.show_target(text)

    @Slot()
    def _forget_target(self) -> None:
        self._target = None
        self._show_target()

    @Slot()
    def _on_filter(self) -> None:
        selected = [evidence.id for evidence in self._selected()]
        self.model.show_only(self.search.text(), Filter(self.part.currentData()))
        self._select_rows(selected)
        self._show_list()

    def _select_rows(self, ids: Sequence[str]) -> None:
        rows = [row for row in map(self.model.row_of, ids) if row >= 0]
        if not rows:
            return
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row), self.model.index(row))
        model = self.grid.selectionModel()
        model.setCurrentIndex(self.model.index(rows[0]), model.SelectionFlag.NoUpdate)
        model.select(chosen, model.SelectionFlag.ClearAndSelect)

    def _select_wanted(self) -> None:
        if self._wanted and self.model.row_of(self._wanted) >= 0:
            self._select_rows([self._wanted])
            self.grid.scrollTo(self.grid.currentIndex())
            self._wanted = ""

    @Slot()
    def _on_selection(self) -> None:
        self._show_context()

    def _show_context(self) -> None:
        selected = self._selected()
        if len(selected) != 1:
            self.contextChanged.emit(None)
            return
        evidence = selected[0]
        cited = self._shown.gallery.cited.get(evidence.id, ())
        person = self._shown.names.get(evidence.taken_in_by, "")
        self.details.show_evidence(evidence, cited, person)
        self.contextChanged.emit(self.details)

    # Viewer

    @Slot()
    def _view(self) -> None:
        if not self.grid.currentIndex().isValid() or self.stack.currentWidget() is not self.grid:
            return
        self.bar.hide()
        self.stack.setCurrentWidget(self.viewer)
        self.viewer.setFocus()
        self._show_current()

    @Slot()
    def _mark(self) -> None:
        row = self.grid.currentIndex().row()
        if row >= 0 and can_be_marked(self.model.evidence(row)):
            self.showing.forget()
            self.stack.setCurrentWidget(self.markup)
            self.marking.open(InspectionId(self.inspection_id), self.model.evidence(row))
            self.markup.setFocus()

    @Slot()
    def _leave_marking(self) -> None:
        """Back to the viewer, which shows the copy as it is now; reading comes after the last save."""
        inspection = InspectionId(self.inspection_id)
        self.marking.forget()
        self.stack.setCurrentWidget(self.viewer)
        self.viewer.setFocus()
        self.worker.run(lambda a: a.marked_copies.marked(inspection), self._show_marked_copy)

    def _show_marked_copy(self, marked: frozenset[EvidenceId]) -> None:
        self._shown = replace(self._shown, marked=marked)
        if self.stack.currentWidget() is self.viewer:
            self._show_current(is_copy=True)

    @Slot(int)
    def _step(self, by: int) -> None:
        row = self.grid.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            choose(self.grid, row)
            self._show_current()

    def _show_current(self, *, is_copy: bool = False) -> None:
        row = self.grid.currentIndex().row()
        place = self.tr("{number} of {count}").format(number=row + 1, count=self.model.rowCount())
        piece = self.model.evidence(row)
        has_copy = piece.id in self._shown.marked
        inspection = InspectionId(self.inspection_id)
        self.showing.show(inspection, piece, place, has_copy=has_copy, is_copy=is_copy)

    @Slot()
    def _edit_caption(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid() and self.stack.currentWidget() is self.grid:
            self.grid.edit(index)
        elif self.details.isVisible():
            self.details.focus_caption()

    @Slot()
    def _edit_reason(self) -> None:
        if self._selected():
            self._show_context()
            self.details.aside.setFocus()

    @Slot()
    def _search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
