"""An inspection that is here for review: what would change it is grey and says why; the team may."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.ids import InspectionId
from inspector_app.ui.holding import Holding
from inspector_app.ui.inspection_view import InspectionView
from inspector_app.ui.pages.page import Page
from inspector_app.ui.wiring import inspection_places
from tests.ui.laptops import Laptop
from tests.ui.test_hand_over_journey import he, inspection, known, lin, many_lines_at_once, stick

__all__ = ["he", "inspection", "known", "lin", "many_lines_at_once", "stick"]
PLACES = tuple(place.key for place in inspection_places())
WORDS = "read only"


def test_what_its_page_enables_stays_grey_while_it_is_held(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    button, action = QPushButton("Sign"), QAction("Sign", page)
    box.addWidget(button)
    action.setToolTip("Sign it")
    holding = Holding(page)
    holding.mark(button)
    holding.mark(action)
    holding.hold(WORDS)
    for thing in (button, action):
        thing.setEnabled(True)
        assert not thing.isEnabled()
        assert thing.toolTip() == WORDS
    page.setEnabled(False)
    page.setEnabled(True)
    assert not button.isEnabled()
    holding.hold("")
    assert button.isEnabled()
    assert action.isEnabled()
    assert action.toolTip() == "Sign it"


def test_what_is_made_later_is_held_too(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    holding = Holding(page)
    holding.hold(WORDS)
    late = QAction("Withdraw", page)
    holding.mark(late)
    assert not late.isEnabled()


def view_of(laptop: Laptop, inspection: InspectionId, place: str) -> tuple[InspectionView, list[Any]]:
    """The window's part for one inspection at a place, and everything on it that changes something."""
    view = InspectionView(laptop.worker, inspection_places())
    laptop.qtbot.addWidget(view)
    view.resize(1366, 768)
    view.show()
    view.open(inspection, place)
    laptop.rest()
    assert view.page is not None
    pages: list[Page] = [view.page, *view.page.findChildren(Page)]
    return view, [thing for page in pages for thing in page.holding.things]


# A version of a checklist can only be accepted where there is another one; its own tests see to it.
_NOTHING_TO_CHANGE = ("handover", "timeline", "trial")


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("place", [place for place in PLACES if place not in _NOTHING_TO_CHANGE])
def test_a_reviewer_changes_nothing_and_the_team_may(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Any, place: str
) -> None:
    he.take(lin.hand_over(inspection, stick))
    _mine, own = view_of(lin, inspection, place)
    assert any(thing.isEnabled() for thing in own), "the team may"
    view, things = view_of(he, inspection, place)
    assert things
    assert not [thing for thing in things if thing.isEnabled()]
    assert all("read only" in thing.toolTip() for thing in things)
    assert not view.reviewing.isHidden()
    assert not he.problems


@pytest.mark.usefixtures("known")
def test_neither_key_nor_click_gives_a_bed_another_status(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Any
) -> None:
    he.take(lin.hand_over(inspection, stick))
    view, _things = view_of(he, inspection, "wards")
    beds = view.page.pane.beds  # type: ignore[union-attr]
    before = he.do(lambda a: a.desk.inspection(inspection).all(BedCheck))
    beds.setFocus()
    he.qtbot.keyClick(beds, Qt.Key.Key_3)
    delegate = beds.itemDelegate()
    assert delegate.is_resting
    he.rest()
    assert he.do(lambda a: a.desk.inspection(inspection).all(BedCheck)) == before
    assert not he.problems
