"""Beds and sheets that are typed: kept at once, there again after leaving, many in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.domain.headcount import BedStatus
from inspector_app.ui.pages.wards import WardsPage
from inspector_app.ui.widgets.entry_strip import beds_of, person_of
from inspector_app.ui.worker import Worker
from tests.ui.bed_walk import Walk

Key = Qt.Key


@pytest.fixture
def walk(qtbot: QtBot, worker: Worker, tmp_path: Path) -> Walk:
    return Walk(qtbot, worker, tmp_path)


def beds(walk: Walk) -> list[tuple[str, str]]:
    model = walk.page.beds_model
    rows = [model.row(position) for position in range(model.rowCount())]
    return [(row.bed, row.name) for row in rows if row is not None]


def test_many_beds_are_one_line_and_stand_there_in_another_window(walk: Walk, worker: Worker) -> None:
    walk.page.ward_action.trigger()
    walk.type("内一科")
    walk.type("01~05")
    assert beds(walk) == [("01", ""), ("02", ""), ("03", ""), ("04", ""), ("05", "")]
    assert walk.row().bed == "05"
    again = WardsPage(worker)
    walk.qtbot.addWidget(again)
    again.show()
    again.open(walk.inspection)
    walk.settle()
    assert again.beds_model.rowCount() == 5


def test_enter_after_a_typed_bed_asks_for_the_next_one_with_its_number(walk: Walk) -> None:
    walk.page.ward_action.trigger()
    walk.type("内一科")
    line = walk.page.pane.strip.line
    walk.type("01")
    assert line.selectedText() == "02", "written as the one before, ready to be typed over"
    for text in ("02", "03", "04"):
        walk.qtbot.keyClicks(QApplication.focusWidget(), text)
        walk.qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    walk.settle()
    assert beds(walk) == [("01", ""), ("02", ""), ("03", ""), ("04", "")]
    assert walk.checks() == [], "no number was taken for a status"
    walk.qtbot.keyClicks(line, "07")
    walk.qtbot.keyClick(line, Key.Key_Tab)
    walk.settle()
    assert walk.row().bed == "07"
    walk.press("1")
    assert [(check.bed, check.status) for check in walk.checks()] == [("07", BedStatus.IN_BED)]


def test_after_an_unknown_person_the_keys_are_about_that_person(walk: Walk) -> None:
    walk.take_list()
    walk.press("1")
    walk.page.person_action.trigger()
    walk.type("1 老人甲")
    assert walk.row().name == "老人甲"


def test_a_sheet_that_was_left_is_there_again_as_typed(walk: Walk) -> None:
    walk.take_list()
    walk.page.back_action.trigger()
    sheet = walk.page.typing
    walk.qtbot.keyClicks(sheet.list, "118")
    sheet._new_line()
    sheet.strip.line.setText("21 外人")
    walk.qtbot.keyClick(sheet.strip.line, Key.Key_Return)
    walk.settle()
    walk.qtbot.keyClick(sheet.list, Key.Key_Escape)
    walk.settle()
    assert walk.checks() == []
    walk.page.back_action.trigger()
    walk.settle()
    assert [entry.status for entry in sheet.entries()] == [
        BedStatus.IN_BED,
        BedStatus.IN_BED,
        BedStatus.NOT_FOUND,
    ]
    assert sheet.model.row(sheet.model.rowCount() - 1).name == "外人"
    sheet.take()
    walk.settle()
    assert len(walk.checks()) == 3
    walk.page.back_action.trigger()
    walk.settle()
    assert sheet.entries() == (), "what was taken is no draft any more"


def test_looking_for_suspicions_leads_to_them(walk: Walk) -> None:
    walk.take_list()
    with walk.qtbot.waitSignal(walk.page.goTo) as gone:
        walk.page.suspicions_action.trigger()
    assert gone.args == ["findings/suspicions", ""]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("01~03", (("01", ""), ("02", ""), ("03", ""))),
        ("9至11", (("9", ""), ("10", ""), ("11", ""))),
        ("3 沈一禾", (("3", "沈一禾"),)),
        ("5~1", (("5~1", ""),)),
        ("1~900", (("1~900", ""),)),
        ("2-14", (("2-14", ""),)),
    ],
)
def test_a_line_of_beds_is_read_as_people_type_it(text: str, read: tuple[tuple[str, str], ...]) -> None:
    assert beds_of(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("06 老人甲", ("06", "老人甲")),
        ("06 07 老人甲", ("07", "老人甲")),
        ("07 老人甲", ("07", "老人甲")),
        ("06 ", ("06", "")),
    ],
)
def test_a_bed_typed_behind_the_proposed_one_is_the_bed_meant(text: str, read: tuple[str, str]) -> None:
    assert person_of(text, "06") == read
