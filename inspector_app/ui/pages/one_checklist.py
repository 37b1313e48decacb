"""A place that has a checklist of its own: stock and dialysis."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.domain.ids import InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.checklist_reading import Shown, language, offered
from inspector_app.ui.pages.checklists import ChecklistsPage
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.worker import Worker


def _only(activities: Activities, inspection: InspectionId, form: str, wanted: str, language: str) -> Shown:
    checklists = activities.checklists
    runs = [one for one in checklists.runs(inspection) if one.run.form_id == form]
    chosen = next((one.run.id for one in runs if one.run.id == wanted), runs[0].run.id if runs else None)
    view = None if chosen is None else checklists.view(inspection, chosen, language)
    forms = [one for one in checklists.available() if one.form_id == form]
    return Shown(runs=runs, forms=offered(activities, inspection, forms), view=view)


class OneChecklistPage(ChecklistsPage):
    """The checklist page for one form only."""

    def __init__(self, worker: Worker, form: str, parent: QWidget | None = None) -> None:
        """``form`` is the form's own id, such as ``drug_in_out``; all its versions count."""
        self._form = form
        super().__init__(worker, parent)

    def refresh(self) -> None:
        inspection, form, run = InspectionId(self.inspection_id), self._form, self._run
        spoken = language()
        self.worker.run(lambda a: _only(a, inspection, form, run, spoken), self._show)


class StockPage(OneChecklistPage):
    """Drugs and consumables in and out."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, "drug_in_out", parent)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "package",
            self.tr("The stock has not been checked yet"),
            self.tr(
                "The checklist for drugs and consumables asks for invoices and delivery notes, the books, "
                "and what is counted on the shelves against what was billed."
            ),
            self.start_action,
        )


class DialysisPage(OneChecklistPage):
    """Dialysis consumables."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, "dialysis_consumables", parent)

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "droplets",
            self.tr("Dialysis has not been checked yet"),
            self.tr(
                "The checklist for dialysis compares sessions billed with treatment records and machines, "
                "and filters billed with filters bought, used and still on the shelf."
            ),
            self.start_action,
        )
