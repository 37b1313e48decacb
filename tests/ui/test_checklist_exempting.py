"""Saying with the keyboard that a question does not apply."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.ui.worker import Worker
from tests.ui.checklist_screen import Screen

WARD = "/data/counts/his_in"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ward(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    screen = Screen(qtbot, worker, do)
    screen.start("ward_headcount")
    screen.go(WARD)
    return screen


def test_a_reason_is_typed_and_stands_in_the_list_and_at_the_question(ward: Screen) -> None:
    ward.page.exempting.action.trigger()
    assert ward.page.pane.exemption.line.hasFocus()
    ward.type("no beds here")
    ward.key(Qt.Key.Key_Return)
    assert ward.row(WARD)[2] == "does not apply: no beds here"
    assert ward.path() == WARD
    assert ward.page.pane.exemption.told.text() == "Does not apply: no beds here"
    ward.page.exempting.action.trigger()
    ward.settle()
    assert ward.row(WARD)[2] == ""


def test_without_a_reason_nothing_is_saved_and_escape_gives_the_keyboard_back(ward: Screen) -> None:
    ward.page.exempting.action.trigger()
    ward.key(Qt.Key.Key_Return)
    assert ward.page.pane.exemption.line.hasFocus()
    ward.key(Qt.Key.Key_Escape)
    assert ward.page.pane.entry.hasFocus()
    assert ward.row(WARD)[2] == ""


def test_a_reason_that_was_typed_is_saved_when_another_question_is_gone_to(ward: Screen) -> None:
    ward.page.exempting.action.trigger()
    ward.type("no beds here")
    ward.page.down_action.trigger()
    ward.settle()
    assert ward.path() != WARD
    assert ward.row(WARD)[2] == "does not apply: no beds here"


def test_where_the_form_has_a_choice_for_it_that_is_chosen_and_the_remark_asks_why(ward: Screen) -> None:
    own = next(one for one in ward.page.model.questions if one.own_exemption)
    ward.go(own.path)
    ward.page.exempting.action.trigger()
    ward.settle()
    assert ward.answers()[own.path] == own.own_exemption
    assert ward.page.pane.remark.hasFocus()


def test_a_reviewer_cannot_leave_a_question_out(ward: Screen) -> None:
    ward.page.hold("handed over for review")
    assert not ward.page.exempting.action.isEnabled()


def test_where_the_form_forbids_it_the_key_says_so(qtbot: QtBot, worker: Worker, do: Any) -> None:
    screen = Screen(qtbot, worker, do)
    screen.start("special_drug_assessment")
    screen.go("/data/application/applicant")
    with qtbot.waitSignal(worker.problem) as told:
        screen.page.exempting.action.trigger()
    assert "cannot be said not to apply" in str(told.args[0].sentence)
    assert not screen.page.pane.exemption.isVisibleTo(screen.page.pane)
    assert screen.page.saved.text() == ""
