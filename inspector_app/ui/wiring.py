"""Which page stands at which place; the one list of the window's pages.

A page's module is imported when somebody first goes there: the unlock page waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector_app.ui import places
from inspector_app.ui.pages.gate import Gate
from inspector_app.ui.pages.page import Page
from inspector_app.ui.places import Place, place
from inspector_app.ui.worker import Worker


def window_places(make_settings: Callable[[Worker], Page]) -> tuple[Place, ...]:
    """Places outside an inspection, in the order of the rail."""
    return (
        place(places.HOME, _home),
        place(places.NEW, _new_inspection, on_rail=False),
        place(places.SALVAGE, _salvage, on_rail=False),
        place(places.CLAUSE, _clause, on_rail=False),
        place(places.DEPARTURE, _departure),
        place(places.SAFETY, _safety, on_rail=False),
        place(places.LAPTOPS, _laptops, on_rail=False),
        place(places.APPROVE, _approve, on_rail=False),
        place(places.TEMPLATES, _templates, on_rail=False),
        place(places.LIBRARY, _library, on_rail=False),
        place(places.PEOPLE, _people),
        place(places.SETTINGS, make_settings),
    )


def inspection_places() -> tuple[Place, ...]:
    """Places of an inspection, in the order of the visit."""
    return (
        place(places.OVERVIEW, _overview),
        place(places.WARDS, _wards),
        place(places.STOCK, _stock),
        place(places.DIALYSIS, _dialysis),
        place(places.CHECKLISTS, _checklists),
        place(places.EVIDENCE, _evidence),
        place(places.FINDINGS, _findings),
        place(places.INTERVIEWS, _interviews),
        place(places.RECORD, _record),
        place(places.DOCUMENTS, _documents),
        place(places.HAND_OVER, _hand_over),
        place(places.TIMELINE, _timeline),
        place(places.INSTITUTION, _institution, on_rail=False),
        place(places.FILLED, _filled, within="checklists"),
        place(places.TRIAL, _trial, within="checklists"),
        place(places.PICTURES, _pictures, within="wards"),
    )


def make_gate(worker: Worker) -> QWidget:
    """What asks for the passphrase, or sets the laptop up."""
    return Gate(worker)


def _filled(worker: Worker) -> Page:
    from inspector_app.ui.pages.filled_checklist import FilledChecklistPage

    return FilledChecklistPage(worker)


def _trial(worker: Worker) -> Page:
    from inspector_app.ui.pages.checklist_trial import ChecklistTrialPage

    return ChecklistTrialPage(worker)


def _pictures(worker: Worker) -> Page:
    from inspector_app.ui.pages.ward_bars import WardBarsPage

    return WardBarsPage(worker)


def _home(worker: Worker) -> Page:
    from inspector_app.ui.pages.home import HomePage

    return HomePage(worker)


def _new_inspection(worker: Worker) -> Page:
    from inspector_app.ui.pages.new_inspection import NewInspectionPage

    return NewInspectionPage(worker)


def _laptops(worker: Worker) -> Page:
    from inspector_app.ui.pages.laptops import LaptopsPage

    return LaptopsPage(worker)


def _approve(worker: Worker) -> Page:
    from inspector_app.ui.pages.approval_request import ApprovalRequestPage

    return ApprovalRequestPage(worker)


def _templates(worker: Worker) -> Page:
    from inspector_app.ui.pages.templates import TemplatesPage

    return TemplatesPage(worker)


def _library(worker: Worker) -> Page:
    from inspector_app.ui.pages.checklist_library import ChecklistLibraryPage

    return ChecklistLibraryPage(worker)


def _clause(worker: Worker) -> Page:
    from inspector_app.ui.pages.clause import ClausePage

    return ClausePage(worker)


def _salvage(worker: Worker) -> Page:
    from inspector_app.ui.pages.salvage import SalvagePage

    return SalvagePage(worker)


def _departure(worker: Worker) -> Page:
    from inspector_app.ui.pages.departure import DeparturePage

    return DeparturePage(worker)


def _safety(worker: Worker) -> Page:
    from inspector_app.ui.pages.safety import SafetyPage

    return SafetyPage(worker)


def _people(worker: Worker) -> Page:
    from inspector_app.ui.pages.people import PeoplePage

    return PeoplePage(worker)


def _overview(worker: Worker) -> Page:
    from inspector_app.ui.pages.overview import OverviewPage

    return OverviewPage(worker)


def _wards(worker: Worker) -> Page:
    from inspector_app.ui.pages.wards import WardsPage

    return WardsPage(worker)


def _stock(worker: Worker) -> Page:
    from inspector_app.ui.pages.stock_place import StockPlace

    return StockPlace(worker)


def _dialysis(worker: Worker) -> Page:
    from inspector_app.ui.pages.dialysis_place import DialysisPlace

    return DialysisPlace(worker)


def _checklists(worker: Worker) -> Page:
    from inspector_app.ui.pages.checklists import ChecklistsPage

    return ChecklistsPage(worker)


def _evidence(worker: Worker) -> Page:
    from inspector_app.ui.pages.evidence import EvidencePage

    return EvidencePage(worker)


def _findings(worker: Worker) -> Page:
    from inspector_app.ui.pages.findings import FindingsPage

    return FindingsPage(worker)


def _interviews(worker: Worker) -> Page:
    from inspector_app.ui.pages.interviews import InterviewsPage

    return InterviewsPage(worker)


def _record(worker: Worker) -> Page:
    from inspector_app.ui.pages.record import RecordPage

    return RecordPage(worker)


def _documents(worker: Worker) -> Page:
    from inspector_app.ui.pages.documents_place import DocumentsPlace

    return DocumentsPlace(worker)


def _hand_over(worker: Worker) -> Page:
    from inspector_app.ui.pages.hand_over import HandOverPage

    return HandOverPage(worker)


def _timeline(worker: Worker) -> Page:
    from inspector_app.ui.pages.timeline import TimelinePage

    return TimelinePage(worker)


def _institution(worker: Worker) -> Page:
    from inspector_app.ui.pages.institution import InstitutionPage

    return InstitutionPage(worker)
