"""Going about in a checklist: sections, words that are looked for, keys that act here, earlier answers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist_gaps import GapKind
from inspector_app.ui.worker import Worker
from tests.ui.checklist_screen import Screen


@pytest.fixture
def ward(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    screen = Screen(qtbot, worker, do)
    screen.start("ward_headcount")
    return screen


def sections(screen: Screen) -> list[str]:
    box = screen.page.going.finder.sections
    return [box.itemText(place) for place in range(box.count())]


def test_sections_say_how_far_each_is_and_lead_to_their_first_question(ward: Screen) -> None:
    box = ward.page.going.finder.sections
    assert len(sections(ward)) > 1
    before = sections(ward)[0]
    ward.type("内一科")
    ward.key(Qt.Key.Key_Return)
    assert sections(ward)[0] != before
    box.setCurrentIndex(1)
    box.activated.emit(1)
    ward.settle()
    assert ward.path().startswith(str(box.itemData(1)))
    question = ward.page.pane.question
    assert question is not None
    assert question.kind.is_answerable
    assert box.currentIndex() == 1


def test_what_is_unfinished_is_told_as_links_and_a_wrong_answer_is_told_before_one_goes_on(
    ward: Screen,
) -> None:
    page, strip = ward.page, ward.page.going.gaps
    missing = len(strip.gaps)
    assert strip.gaps[0].path == "/data/before/ward"
    assert strip.links[0].isVisible()
    assert strip.more.isVisible()
    assert not strip.links[-1].isVisible()

    ward.go("/data/before/list_time")
    ward.type("Tea")
    ward.key(Qt.Key.Key_Return)
    assert page.pane.entry.text() == "Tea"
    ward.type("2566")
    ward.key(Qt.Key.Key_Return)
    assert ward.path() == "/data/before/list_time"
    assert page.pane.error.isVisible()
    assert page.pane.entry.text() == "2566"
    assert (strip.gaps[0].path, strip.gaps[0].kind) == ("/data/before/list_time", GapKind.WRONG)
    ward.key(Qt.Key.Key_Return)
    assert ward.path() == "/data/before/walk_time"
    assert ward.answers()["/data/before/list_time"] == "2566"

    strip.links[0].click()
    assert ward.path() == "/data/before/list_time"
    ward.type("0000")
    ward.key(Qt.Key.Key_Return)
    assert ward.row("/data/before/list_time")[2].endswith(" 00:00")
    assert ward.answers()["/data/before/list_time"].endswith("T00:00")
    ward.go("/data/before/list_time")
    page.going.history_action.trigger()
    ward.settle()
    assert " 00:00" in page.pane.why.text().splitlines()[0]
    ward.go("/data/before/walk_time")
    ward.key(Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.question is not None
    assert not page.pane.question.is_open
    assert len(strip.gaps) == missing - 2

    strip.menu.aboutToShow.emit()
    entries = strip.menu.actions()
    assert f"{len(strip.gaps) - len(entries) + 1} more" in entries[-1].text()
    entries[-2].trigger()
    assert ward.path() == strip.gaps[len(entries) - 2].path


def test_words_lead_to_the_questions_they_stand_in_and_round_again(ward: Screen) -> None:
    page = ward.page
    page.going.find_action.trigger()
    line = page.going.finder.line
    assert line.hasFocus()
    question = page.model.question(page.model.rowCount() - 1)
    assert question is not None
    line.setText(question.label[:12])
    ward.settle()
    assert question.label[:12] in (page.pane.question.label if page.pane.question else "")
    count = int(page.going.finder.hits.text().split("/")[1])
    places = []
    for _ in range(count):
        places.append(ward.path())
        ward.key(Qt.Key.Key_Return)
        assert line.hasFocus()
    assert len(set(places)) == count
    assert ward.path() == places[0]
    ward.key(Qt.Key.Key_Escape)
    assert not line.hasFocus()


def test_what_is_nowhere_is_said_to_be_nowhere(ward: Screen) -> None:
    before = ward.path()
    ward.page.going.finder.line.setText("no question has this")
    ward.settle()
    assert ward.page.going.finder.hits.text() == "not found"
    assert ward.path() == before


def test_the_keys_named_are_those_that_act_on_the_question_shown(ward: Screen) -> None:
    assert "choose" not in ward.page.keys.text()
    for row in range(ward.page.model.rowCount()):
        question = ward.page.model.question(row)
        if question is not None and {"yes", "no"} <= {choice.value for choice in question.choices}:
            ward.go(question.path)
            break
    assert "<b>Y / N</b>" in ward.page.keys.text()
    ward.page.hold("handed over for review")
    ward.page._show_row(ward.page.list.currentIndex().row())
    assert "<b>Y / N</b>" not in ward.page.keys.text()
    assert "find" in ward.page.keys.text()


def test_the_history_of_an_answer_says_what_was_answered_when_and_by_whom(ward: Screen) -> None:
    path = ward.path()
    for text in ("内一科", "内二科"):
        ward.go(path)
        ward.page.pane.entry.selectAll()
        ward.type(text)
        ward.key(Qt.Key.Key_Return)
    ward.go(path)
    ward.page.going.history_action.trigger()
    ward.settle()
    first, second = ward.page.pane.why.text().splitlines()[:2]
    assert "内二科" in first
    assert "内一科" in second
    assert QGuiApplication.focusObject() is not None


def test_a_question_without_an_answer_has_no_history(ward: Screen) -> None:
    ward.page.going.history_action.trigger()
    ward.settle()
    assert ward.page.pane.why.text() == "Nothing was answered here yet."
