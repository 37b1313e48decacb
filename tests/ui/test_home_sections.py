"""Home in sections: counted, turned by Left and Right, sorted; late work first, what left last."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.exchange import Purged, ReviewState
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import InspectionCard, Section, Stage, section_of
from inspector_app.ui.models.inspections import Order
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.worker import Worker
from tests import builders

TODAY = date(2026, 11, 20)
LONG_AGO = datetime(2026, 10, 1, 12, tzinfo=UTC)


def card(**over: Any) -> InspectionCard:
    plain: dict[str, Any] = {
        "id": InspectionId("i"),
        "institution_name": "青禾县仁安医院",
        "institution_code": "",
        "stage": Stage.VISITED,
        "created_at": LONG_AGO,
        "visited_at": LONG_AGO,
        "deadline": None,
        "beds_checked": 0,
        "beds_expected": 0,
        "answers_given": 0,
        "evidence_count": 0,
        "findings_count": 0,
        "open_suspicions": 0,
        "next_step": "walk",
        "team_names": (),
    }
    return InspectionCard(**{**plain, **over})


@pytest.mark.parametrize(
    ("over", "section"),
    [
        ({}, Section.OPEN),
        ({"visited_at": datetime(2026, 11, 19, 16, 30, tzinfo=UTC)}, Section.TODAY),  # 00:30 in Beijing
        ({"stage": Stage.VISITING}, Section.TODAY),
        ({"deadline": TODAY}, Section.OPEN),
        ({"deadline": TODAY - timedelta(days=1)}, Section.OVERDUE),
        ({"call_until": TODAY - timedelta(days=1)}, Section.OVERDUE),
        ({"review": ReviewState.WAITING}, Section.HANDED_OVER),
        ({"review": ReviewState.ACCEPTED}, Section.HANDED_OVER),
        ({"review": ReviewState.RETURNED}, Section.OPEN),
        ({"review": ReviewState.WAITING, "deadline": TODAY - timedelta(days=1)}, Section.OVERDUE),
        ({"stage": Stage.CLOSED, "deadline": TODAY - timedelta(days=1)}, Section.ARCHIVED),
        ({"purged_at": LONG_AGO}, Section.ARCHIVED),
    ],
)
def test_each_inspection_stands_in_one_section(over: dict[str, Any], section: Section) -> None:
    assert section_of(card(**over), TODAY) is section


@pytest.fixture
def home(qtbot: QtBot, worker: Worker, do: Any) -> HomePage:
    def fill(activities: Any) -> None:
        for name in ("乙医院", "甲医院", "丙医院"):
            institution = replace(builders.institution(), name=name)
            activities.inspections.open(institution, bureau="青禾县医疗保障局", team=builders.team())
        gone = Purged(
            id=InspectionId("gone"),
            institution_name="丁医院",
            held_by="AAAA",
            receipt="r",
            purged_by=builders.LIN,
            purged_at=LONG_AGO,
        )
        with activities.desk.workspace.intention("inspection purged", activities.desk.author) as unit:
            unit.put(gone)

    do(fill)
    page = HomePage(worker)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: worker.idle)
    return page


def names(home: HomePage) -> list[str]:
    return [one.institution_name for one in home.model.cards]


def test_sections_say_how_many_and_turn_by_left_and_right(qtbot: QtBot, home: HomePage) -> None:
    shown = [home.sections.tabText(place) for place in range(home.sections.count())]
    assert shown == ["All  4", "Overdue", "Today  3", "Open", "Handed over", "Archived  1"]
    home.list.setFocus()
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert names(home) == ["丁医院"]
    qtbot.keyClick(home.list, Qt.Key.Key_Right)
    assert names(home) == ["丁医院"], "the last one stays"
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert home.nothing.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert sorted(names(home)) == sorted(["乙医院", "甲医院", "丙医院"])


def test_the_list_is_sorted_as_asked(qtbot: QtBot, home: HomePage) -> None:
    entries = {Order(one.data()): one for one in home.orders.actions()}
    entries[Order.INSTITUTION].trigger()
    assert names(home) == [*sorted(["乙医院", "甲医院", "丙医院"]), "丁医院"]
    assert home.sort_button.text() == "By institution"
    entries[Order.DAY].trigger()
    assert names(home)[-1] == "丁医院"


def test_what_was_removed_says_where_it_is(qtbot: QtBot, home: HomePage, worker: Worker) -> None:
    home.sections.setCurrentIndex(5)
    with qtbot.waitSignal(worker.problem) as told:
        home.list.activated.emit(home.list.currentIndex())
    assert "another laptop holds all of it" in str(told.args[0])
