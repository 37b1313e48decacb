"""What else is done with a checklist that is being filled: read through, finished, another version tried."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import Problem
from inspector_app.ui.worker import Worker
from tests.checklists.filling import table
from tests.ui.checklist_screen import Screen

FORM = "\n".join(
    (
        table(
            "survey",
            "type | name | label | required",
            "text | keeper | 库管人员 | yes",
            "text | note | 说明 |",
        ),
        table("settings", "form_title | form_id | version", "自查 | own | 1"),
    )
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    do(lambda a: a.checklists.import_form(FORM.encode(), "own.md"))
    screen = Screen(qtbot, worker, do)
    screen.start("own")
    screen.page.pane.take_focus()
    return screen


def test_an_empty_page_has_nothing_to_read_or_finish(qtbot: QtBot, worker: Worker, do: Any) -> None:
    page = Screen(qtbot, worker, do).page
    assert page.more.button.isHidden()


@pytest.mark.parametrize(("name", "place"), [("read_action", "filled"), ("try_action", "trial")])
def test_the_menu_leads_to_reading_and_trying(screen: Screen, name: str, place: str) -> None:
    with screen.qtbot.waitSignal(screen.page.goTo) as told:
        getattr(screen.page.more, name).trigger()
    assert told.args == [f"{place}/{screen.page._run}", ""]


def test_ctrl_r_reads_it_through_and_pages_turn_the_checklists(screen: Screen) -> None:
    with screen.qtbot.waitSignal(screen.page.goTo) as told:
        screen.key(Qt.Key.Key_R, CONTROL)
    assert told.args[0].startswith("filled/")
    first = screen.page._run
    screen.start("own")
    second = screen.page._run
    for key, run in ((Qt.Key.Key_PageUp, first), (Qt.Key.Key_PageUp, first), (Qt.Key.Key_PageDown, second)):
        screen.key(key, CONTROL)
        assert screen.page._run == run
        assert screen.page.pane.entry.hasFocus()


def test_what_misses_an_answer_is_not_finished_and_says_so(screen: Screen) -> None:
    refused: list[Problem] = []
    screen.worker.problem.connect(refused.append)
    screen.key(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert "required and missing 1" in str(refused[0])
    run = screen.page._run
    assert not screen.do(lambda a: a.checklists.view(screen.here, run)).is_finished


def test_a_finished_checklist_says_when_until_an_answer_changes(screen: Screen) -> None:
    screen.type("Lin")
    screen.key(Qt.Key.Key_Return)
    screen.page.more.finish_action.trigger()
    screen.settle()
    run = screen.page._run
    assert screen.do(lambda a: a.checklists.view(screen.here, run)).is_finished
    assert screen.page.saved.text().startswith("Finished ")
    screen.page.open(screen.here)
    screen.settle()
    assert screen.page.saved.text().startswith("Finished ")
