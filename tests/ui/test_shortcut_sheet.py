"""The sheet of keys: whole groups in its columns, as high as they are, put away by Escape."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.commands import text_of
from inspector_app.ui.widgets.shortcut_sheet import ShortcutSheet
from inspector_app.ui.widgets.spine import Spine

GROUPS = [
    ("Page", [("Open", "Ctrl+O"), ("Print", "Ctrl+P")]),
    ("Everywhere", [(f"Action {number}", f"F{number}") for number in range(1, 9)]),
    ("Places", [(f"Place {number}", f"Alt+{number}") for number in range(1, 10)]),
]


def _sheet(qtbot: QtBot, width: int = 1366, height: int = 768) -> tuple[QWidget, ShortcutSheet]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    sheet = ShortcutSheet(window)
    window.show()
    sheet.show_groups(GROUPS)
    qtbot.waitUntil(sheet.isVisible)
    return window, sheet


def test_a_heading_stands_above_its_own_lines(qtbot: QtBot) -> None:
    window, sheet = _sheet(qtbot)
    qtbot.waitUntil(lambda: all(one.width() > 0 for one in sheet.findChildren(QLabel)))
    places = {one.text(): one.mapTo(window, one.rect().topLeft()) for one in sheet.findChildren(QLabel)}
    for heading, pairs in GROUPS:
        for text, _keys in pairs:
            assert places[text].x() == places[heading].x()
            assert places[text].y() > places[heading].y()


def test_the_sheet_is_no_higher_than_its_lines(qtbot: QtBot) -> None:
    _window, sheet = _sheet(qtbot, height=1400)
    _higher, same = _sheet(qtbot, height=1800)
    assert sheet.height() == same.height() < 1000


def test_a_low_window_keeps_the_sheet_inside(qtbot: QtBot) -> None:
    window, sheet = _sheet(qtbot, 800, 400)
    assert window.rect().contains(sheet.geometry())


def test_escape_puts_the_sheet_away(qtbot: QtBot) -> None:
    _window, sheet = _sheet(qtbot)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_an_action_is_named_without_the_marks_of_its_mnemonic(qtbot: QtBot) -> None:
    assert text_of(QAction("&Take in…")) == "Take in"
    assert text_of(QAction("People && keys")) == "People & keys"


def test_the_first_place_is_marked_even_where_it_had_the_focus_before(qtbot: QtBot) -> None:
    spine = Spine()
    qtbot.addWidget(spine)
    spine.add("overview", "Overview", "home", "")
    spine.add("wards", "Wards", "home", "")
    spine.setCurrentItem(spine.item(0))
    spine.clearSelection()
    spine.show_chosen("overview")
    assert spine.item(0).isSelected()
