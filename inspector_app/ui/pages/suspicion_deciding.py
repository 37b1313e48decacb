"""Deciding on suspicions: one alone, or several chosen together that become one finding."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal, Slot
from PySide6.QtWidgets import QTableView

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.suspicion import Suspicion, SuspicionState
from inspector_app.ui.models.findings import VALUE, SuspicionsModel
from inspector_app.ui.pages.finding_reading import Joint, read_joint
from inspector_app.ui.widgets.plain import choose
from inspector_app.ui.widgets.suspicion_view import SuspicionView
from inspector_app.ui.worker import Worker


class SuspicionDeciding(QObject):
    """Joins the list of suspicions, what stands beside it, and the decision."""

    confirmed = Signal(object)
    """The ``Finding`` that was made."""

    def __init__(self, worker: Worker, table: QTableView, view: SuspicionView, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._table = table
        self._view = view
        self._inspection = InspectionId("")
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        table.selectionModel().selectionChanged.connect(self._on_selection)
        view.confirmWanted.connect(self._confirm)
        view.dismissWanted.connect(self._dismiss)
        view.reopenWanted.connect(self._reopen)

    def open(self, inspection: InspectionId) -> None:
        self._inspection = inspection

    def confirm_shown(self) -> None:
        """Confirm what is shown, where it can be."""
        if self._view.confirm.isVisible():
            self._view.confirm.click()

    def ask_reason(self) -> None:
        """Lead to the reason of a dismissal; Enter there dismisses."""
        if self._view.reason.isVisible():
            self._view.reason.setFocus()

    def selected(self) -> tuple[Suspicion, ...]:
        """Return the suspicions that are selected, in the order of the list."""
        rows = sorted(self._table.selectionModel().selectedRows(), key=lambda index: index.row())
        found = (index.data(VALUE) for index in rows)
        return tuple(value for value in found if isinstance(value, Suspicion))

    def show(self, model: SuspicionsModel, suspicions: list[Suspicion], wanted: str) -> None:
        """Show the list anew; what was selected stays selected, unless one is wanted."""
        current = self._table.currentIndex().data(VALUE)
        kept = [known.id for known in self.selected()]
        model.show(suspicions)
        if not suspicions:
            return
        row = model.row_of(wanted)
        if row < 0:
            row = max(model.row_of(current.id) if isinstance(current, Suspicion) else -1, 0)
        else:
            kept = []
        choose(self._table, row)
        if len(kept) > 1:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for other in (model.row_of(known) for known in kept):
                if other >= 0:
                    self._table.selectionModel().select(model.index(other, 0), flags)

    def _together(self) -> tuple[Suspicion, ...]:
        """Those selected that nobody decided yet; what is decided already stays as it is."""
        return tuple(known for known in self.selected() if known.state is SuspicionState.OPEN)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        together, selected = self._together(), self.selected()
        if len(together) > 1:
            inspection = self._inspection
            self._worker.run(lambda a: read_joint(a, inspection, together), self._show_joint)
        elif selected:
            self._view.show_suspicion((together or selected)[0])

    @Slot(object)
    def _show_joint(self, joint: Joint) -> None:
        if joint.suspicions == self._together():
            self._view.show_together(joint.suspicions, joint.proposal)

    @Slot(object)
    def _confirm(self, suspicions: tuple[Suspicion, ...]) -> None:
        inspection = self._inspection
        known = tuple(suspicion.id for suspicion in suspicions)
        self._worker.run(
            lambda a: a.findings.confirm_together(
                inspection, known, read_joint(a, inspection, suspicions).proposal
            ),
            self._on_confirmed,
        )

    @Slot(object)
    def _on_confirmed(self, finding: object) -> None:
        self.confirmed.emit(finding)

    @Slot(object, str)
    def _dismiss(self, suspicions: tuple[Suspicion, ...], reason: str) -> None:
        inspection, known = self._inspection, tuple(suspicion.id for suspicion in suspicions)
        self._worker.run(lambda a: a.findings.dismiss_together(inspection, known, reason))

    @Slot(object)
    def _reopen(self, suspicion: Suspicion) -> None:
        inspection = self._inspection
        self._worker.run(lambda a: a.findings.reopen(inspection, suspicion.id))
