"""The menu: whatever can be done here, in groups, by F10, by Alt alone and by its button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.commands import actions_below, keys_of
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.pages.page import Page
from inspector_app.ui.wiring import inspection_places, window_places
from inspector_app.ui.worker import Worker
from tests import builders
from tests.ui.test_main_window import Gate

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Alt = Qt.KeyboardModifier.AltModifier
OF_ONE_LIST = Qt.ShortcutContext.WidgetShortcut


@pytest.fixture
def window(qtbot: QtBot, worker: Worker, do: Callable[[Any], Any]) -> Iterator[MainWindow]:
    made = MainWindow(worker, window_places(Page), inspection_places(), Gate)
    qtbot.addWidget(made)
    inspection = do(
        lambda a: a.inspections.open(
            builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="夜间在床核查"
        )
    )
    made.enter()
    made.show()
    qtbot.waitExposed(made)
    made.go_to("wards", InspectionId(inspection.id))
    qtbot.waitUntil(lambda: worker.idle)
    yield made
    made.frame.menu.close()


def lines(actions: list[QAction]) -> set[str]:
    return {action.text() for action in actions}


def test_f10_opens_the_page_the_inspection_the_places_and_the_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu = window.frame.menu
    assert menu.isVisible()
    assert list(menu.parts()) == ["Wards", "In the inspection", "Go to"]
    assert {"New &ward", "Import a list"} <= lines(menu.parts()["Wards"].actions())
    assert {"Wards", "Findings"} <= lines(menu.parts()["In the inspection"].actions())
    assert {"Home", "Safety copy", "Settings"} <= lines(menu.parts()["Go to"].actions())
    assert {"Find an action or a place", "All keys"} <= lines(menu.actions())


def test_the_menu_shows_the_very_actions_so_that_what_is_chosen_happens(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    window.rail.menu_button.click()
    inside = window.frame.menu.parts()["In the inspection"]
    next(action for action in inside.actions() if action.text() == "Timeline").trigger()
    qtbot.waitUntil(lambda: worker.idle)
    assert window.page is not None
    assert window.page.objectName() == "timeline"


def test_a_rested_action_is_grey_in_the_menu_and_not_left_out(qtbot: QtBot, window: MainWindow) -> None:
    window.frame.open_menu()
    found = {action.text(): action for action in window.frame.menu.parts()["Wards"].actions()}
    assert not found["&Match with the list"].isEnabled(), "no list was taken in"


def test_alt_alone_opens_the_menu_and_alt_with_another_key_does_not(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    native: Any = window.windowHandle()
    qtbot.keyPress(native, Qt.Key.Key_Alt)
    qtbot.keyClick(native, Qt.Key.Key_9, Alt)
    qtbot.keyRelease(native, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: worker.idle)
    assert not window.frame.menu.isVisible()
    qtbot.keyPress(native, Qt.Key.Key_Alt)
    qtbot.keyRelease(native, Qt.Key.Key_Alt)
    assert window.frame.menu.isVisible()


def test_no_menu_opens_before_somebody_is_in(qtbot: QtBot, worker: Worker, window: MainWindow) -> None:
    window.lock()
    qtbot.waitUntil(lambda: worker.idle)
    native: Any = window.windowHandle()
    qtbot.keyPress(native, Qt.Key.Key_Alt)
    qtbot.keyRelease(native, Qt.Key.Key_Alt)
    qtbot.keyClick(window, Qt.Key.Key_F10)
    assert not window.frame.menu.isVisible()


def test_on_every_page_keys_are_said_in_tooltips_and_no_two_actions_share_them(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    frame, twice, silent = window.frame, [], []
    everywhere = [*frame.everywhere(), window.view.reviewing.action]
    for place in (*window.places_outside, *window.places_inside):
        window.go_to(place, window.view.inspection_id)
        qtbot.waitUntil(lambda: worker.idle)
        assert window.page is not None
        if place not in ("settings", "salvage", "clause"):
            silent += [(place, text) for text in _silent(window.page)]
        found = (*actions_below(window.page), *everywhere)
        keys = [keys_of(one) for one in found if keys_of(one) and one.shortcutContext() != OF_ONE_LIST]
        twice += [(place, one) for one in sorted(set(keys)) if keys.count(one) > 1]
        rests = {keys_of(one) for one in actions_below(window.page, resting=True)} - {""}
        twice += [(place, one) for one in sorted(rests & {keys_of(each) for each in everywhere})]
    assert (silent, twice) == ([], [])


def _silent(page: QWidget) -> list[str]:
    found = actions_below(page, resting=True)
    return [action.text() for action in found if keys_of(action) and keys_of(action) not in action.toolTip()]
