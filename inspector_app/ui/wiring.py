"""Which page stands at which place; the one list of the window's pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector_app.ui import places
from inspector_app.ui.pages.checklists import ChecklistsPage
from inspector_app.ui.pages.documents import DocumentsPage
from inspector_app.ui.pages.evidence import EvidencePage
from inspector_app.ui.pages.findings import FindingsPage
from inspector_app.ui.pages.gate import Gate
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.pages.institution import InstitutionPage
from inspector_app.ui.pages.new_inspection import NewInspectionPage
from inspector_app.ui.pages.one_checklist import dialysis_page, stock_page
from inspector_app.ui.pages.overview import OverviewPage
from inspector_app.ui.pages.page import Page
from inspector_app.ui.pages.people import PeoplePage
from inspector_app.ui.pages.timeline import TimelinePage
from inspector_app.ui.pages.wards import WardsPage
from inspector_app.ui.places import Place, place
from inspector_app.ui.worker import Worker


def window_places(make_settings: Callable[[Worker], Page]) -> tuple[Place, ...]:
    """Places outside an inspection, in the order of the rail."""
    return (
        place(places.HOME, HomePage),
        place(places.NEW, NewInspectionPage, on_rail=False),
        place(places.PEOPLE, PeoplePage),
        place(places.SETTINGS, make_settings),
    )


def inspection_places() -> tuple[Place, ...]:
    """Places of an inspection, in the order of the visit."""
    return (
        place(places.OVERVIEW, OverviewPage),
        place(places.WARDS, WardsPage),
        place(places.STOCK, stock_page),
        place(places.DIALYSIS, dialysis_page),
        place(places.CHECKLISTS, ChecklistsPage),
        place(places.EVIDENCE, EvidencePage),
        place(places.FINDINGS, FindingsPage),
        place(places.DOCUMENTS, DocumentsPage),
        place(places.TIMELINE, TimelinePage),
        place(places.INSTITUTION, InstitutionPage, on_rail=False),
    )


def make_gate(worker: Worker) -> QWidget:
    """What asks for the passphrase, or sets the laptop up."""
    return Gate(worker)
