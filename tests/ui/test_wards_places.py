"""What stands on the page of the wards: places for everything, words that are read, people who take wards."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from inspector_app.domain.headcount import STATUS_KEYS, BedStatus, IdentityCheck
from inspector_app.ui.bed_remarks import remark
from inspector_app.ui.focus import enter
from inspector_app.ui.widgets.bed_list import key_rect, key_word
from inspector_app.ui.worker import Worker
from tests import builders
from tests.ui.bed_walk import Walk

Key = Qt.Key


@pytest.fixture
def walk(qtbot: QtBot, worker: Worker, tmp_path: Path) -> Walk:
    return Walk(qtbot, worker, tmp_path)


def visible_buttons(walk: Walk) -> dict[str, Any]:
    page = walk.page
    buttons = (*page.column.foot, *page.pane.foot.buttons, page.pane.pass_button)
    return {button.text(): button for button in buttons if button.isVisible()}


def test_lists_sheets_and_new_wards_have_a_button_on_a_full_page(walk: Walk) -> None:
    walk.take_list()
    texts = visible_buttons(walk)
    for wanted in ("New ward", "Import a list", "Match with the list", "Print ward sheet",
                   "Type a sheet back", "Who goes here", "Second pass", "Note", "Identified by"):  # fmt: skip
        assert wanted in texts
        assert texts[wanted].keys


def test_a_ward_is_entered_and_walked_with_the_mouse_alone(walk: Walk) -> None:
    walk.take_list()
    walk.click(visible_buttons(walk)["New ward"])
    walk.type("儿科")
    walk.type("3")
    walk.click_key(0, BedStatus.SHARED_BED)
    walk.click(walk.page.pane.foot.button(walk.page.undo_action))
    assert walk.checks() == []
    walk.click_key(0, BedStatus.IN_BED)
    assert [(check.ward, check.status) for check in walk.checks()] == [("儿科", BedStatus.IN_BED)]


def test_nobody_to_match_leaves_the_button_resting(walk: Walk) -> None:
    walk.take_list()
    assert not visible_buttons(walk)["Match with the list"].isEnabled()


@pytest.mark.parametrize("width", [620, 700, 880, 1500])
def test_words_on_the_keys_fit_and_the_keys_fit_a_finger(walk: Walk, width: int) -> None:
    row = QRect(0, 0, width, 50)
    font = walk.beds.font()
    font.setPixelSize(11)
    rects = [key_rect(row, number) for number in range(len(STATUS_KEYS))]
    for rect, status in zip(rects, STATUS_KEYS.values(), strict=True):
        assert min(rect.width(), rect.height()) >= 40
        assert QFontMetrics(font).horizontalAdvance(key_word(status, QFontMetrics(font), 40)) <= 40
    assert rects[0].left() >= 100
    assert rects[-1].right() < width
    assert all(left.right() < right.left() for left, right in pairwise(rects))


@pytest.mark.parametrize("width", [764, 960, 1400])
def test_no_button_at_the_foot_is_cut_what_has_no_room_is_in_the_menu(walk: Walk, width: int) -> None:
    walk.take_list()
    walk.page.resize(width, 440)
    walk.qtbot.waitUntil(lambda: walk.page.width() == width)
    bar = walk.page.pane.foot
    assert walk.page.pane.geometry().right() < width
    shown = [button for button in bar.buttons if button.isVisible()]
    assert all(bar.rect().contains(button.geometry()) for button in shown)
    assert all(button.width() >= button.sizeHint().width() for button in shown)
    rest = [button.action for button in bar.buttons if button not in shown]
    assert bar.menu.actions() == rest
    assert bar.more.isVisible() == bool(rest)
    assert not rest or bar.rect().contains(bar.more.geometry())


def test_a_list_that_is_looked_at_stays_with_its_inspection(walk: Walk) -> None:
    page = walk.page
    page.stack.setCurrentWidget(page.importing)
    other = walk.ask(
        lambda a: a.inspections.open(builders.institution(), bureau="局", team=builders.team()).id
    )
    page.open(str(other))
    walk.settle()
    assert page.stack.currentWidget() is not page.importing


def test_how_somebody_was_identified_is_two_keys(walk: Walk) -> None:
    walk.take_list()
    walk.press("i")
    assert walk.page.pane.message.isVisible()
    walk.press("1", "i")
    strip = walk.page.pane.identity
    assert strip.isVisible()
    for key in ("2", "3", "2"):
        walk.qtbot.keyClicks(strip, key)
        walk.settle()
    walk.qtbot.keyClick(strip, Key.Key_Return)
    assert walk.beds.hasFocus()
    (check,) = walk.checks()
    assert check.identified_by == (IdentityCheck.BED_CARD,)
    assert check.status is BedStatus.IN_BED
    assert "bed card" in remark(walk.row(), revealed=False)[0]


def test_how_somebody_was_identified_is_one_click_beside_the_bed(walk: Walk) -> None:
    walk.take_list()
    keys = walk.page.details.identity
    assert keys.isHidden()
    walk.press("1")
    assert not keys.isHidden()
    keys.press(IdentityCheck.WRISTBAND)
    walk.settle()
    assert walk.checks()[0].identified_by == (IdentityCheck.WRISTBAND,)
    walk.page.undo_action.trigger()
    walk.settle()
    assert keys.ways == ()


def test_a_ward_is_given_to_people_and_only_ones_own_are_shown(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.take_list()
    page = walk.page
    monkeypatch.setattr(page.takers.menu, "popup", lambda _where: None)  # a menu would keep the mouse
    assert page.column.mine_button.isHidden()
    walk.press("g")
    me = page.takers.menu.actions()[0]
    assert builders.person().name in me.text()
    me.trigger()
    walk.settle()
    first = page.wards_model.index(0)
    assert builders.person().name in first.data()
    assert page.wards_model.rowCount() == 2
    walk.click(page.column.mine_button)
    assert page.wards_model.rowCount() == 1
    walk.qtbot.keyClick(walk.beds, Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert page.wards_model.rowCount() == 2
    walk.press("g")
    page.takers.menu.actions()[-2].trigger()
    walk.settle()
    assert builders.person().name not in first.data()
    assert walk.problems == []


def test_list_time_stands_against_walk_time_and_a_later_list_is_marked(walk: Walk) -> None:
    walk.take_list()
    times = walk.page.pane.counts.times
    assert "nobody seen yet" in times.text()
    walk.press("1")
    assert "walked from" in times.text()
    assert times.property("role") == "small"
    walk.take_list(+30)
    walk.page.refresh()
    walk.settle()
    walk.press("1")
    assert "later" in times.text()
    assert times.property("role") == "warning"


def test_the_second_pass_says_that_it_is_one(walk: Walk) -> None:
    walk.take_list()
    walk.press("8")
    walk.click(walk.page.pane.pass_button)
    assert walk.page.pane.pass_button.text() == "On the second pass"
    assert walk.page.pane.pass_button.isChecked()
    assert "No such person" in remark(walk.row(), revealed=False)[0]
    walk.click(walk.page.pane.pass_button)
    assert walk.page.pass_number == 1


def test_more_leave_than_allowed_is_said_at_the_bed(walk: Walk) -> None:
    walk.take_list()
    model, rows = walk.page.beds_model, []
    for step in (0, 1):
        walk.page.ward_list.step(step)
        walk.settle()
        rows += [model.row(position) for position in range(model.rowCount())]
    marked = [row for row in rows if row.exceeds_leave]
    assert marked
    assert remark(marked[0], revealed=False) == (remark(marked[0], revealed=False)[0], "danger")
    assert "too much leave" in remark(marked[0], revealed=False)[0]


def test_wards_do_not_change_while_a_sheet_is_typed(walk: Walk) -> None:
    walk.take_list()
    walk.click(visible_buttons(walk)["Type a sheet back"])
    assert not walk.page.ward_list.isEnabled()
    walk.qtbot.keyClick(walk.page.typing.list, Key.Key_Escape)
    assert walk.page.ward_list.isEnabled()


def test_undoing_the_first_look_keeps_the_bed_that_was_typed(walk: Walk) -> None:
    walk.page.ward_action.trigger()
    walk.type("内一科")
    walk.type("3 沈一禾")
    walk.press("1")
    walk.page.undo_action.trigger()
    walk.settle()
    assert (walk.row().bed, walk.row().name, walk.row().check) == ("3", "沈一禾", None)
    walk.press("8")
    assert [check.status for check in walk.checks()] == [BedStatus.NOT_FOUND]
    assert walk.page.beds_model.rowCount() == 1


def test_a_name_that_is_learned_later_is_written_to_the_bed(walk: Walk) -> None:
    walk.page.ward_action.trigger()
    walk.type("内一科")
    walk.type("3")
    walk.press("1", Key.Key_F2)
    assert walk.page.pane.strip.line.text() == "3 "
    walk.type("4 沈一禾")
    assert [(check.bed, check.name) for check in walk.checks()] == [("4", "沈一禾")]
    assert [walk.page.beds_model.row(0).bed, walk.page.beds_model.rowCount()] == ["4", 1]


def test_bed_and_name_of_somebody_on_the_list_are_the_lists(walk: Walk) -> None:
    walk.take_list()
    walk.press("1", Key.Key_F2)
    assert not walk.page.pane.strip.isVisible()
    assert "list" in walk.page.pane.message.text()


def test_the_wards_make_room_while_a_list_is_looked_at(walk: Walk) -> None:
    assert walk.page.column.isHidden()
    walk.take_list()
    assert walk.page.column.isVisible()
    walk.page.stack.setCurrentWidget(walk.page.importing)
    assert walk.page.column.isHidden()
    walk.page.importing.close_action.trigger()
    assert walk.page.column.isVisible()


def test_a_note_on_a_sheet_belongs_to_the_line_that_was_ticked_last(walk: Walk) -> None:
    walk.take_list()
    walk.page.back_action.trigger()
    sheet = walk.page.typing
    walk.qtbot.keyClicks(sheet.list, "12n")
    walk.qtbot.keyClicks(sheet.strip.line, "x-ray")
    walk.qtbot.keyClick(sheet.strip.line, Key.Key_Return)
    walk.qtbot.keyClicks(sheet.list, "8")
    assert [(line.status, line.note) for line in sheet.entries()] == [
        (BedStatus.IN_BED, ""),
        (BedStatus.LEAVE_WITH_SLIP, "x-ray"),
        (BedStatus.NOT_FOUND, ""),
    ]


def test_coming_back_to_the_page_the_keyboard_is_on_the_beds_again(walk: Walk) -> None:
    walk.take_list()
    walk.press(Key.Key_Down)
    stood = walk.beds.currentIndex().row()
    walk.page.ward_list.setFocus()
    enter(walk.page)
    assert (walk.page.focusWidget(), walk.beds.currentIndex().row()) == (walk.beds, stood)


def test_another_ward_is_begun_at_its_first_bed_that_nobody_saw(walk: Walk) -> None:
    walk.take_list()
    walk.press(Key.Key_Down, Key.Key_Down)
    first, wards = walk.page.ward_id, walk.page.ward_list
    wards.step(1)
    walk.settle()
    assert walk.page.ward_id != first
    assert walk.beds.currentIndex().row() == 0
    walk.press("1")
    wards.step(-1)
    walk.settle()
    wards.step(1)
    walk.settle()
    assert walk.beds.currentIndex().row() == 1


def test_after_a_click_on_a_ward_the_keys_are_the_beds(walk: Walk) -> None:
    walk.take_list()
    wards = walk.page.ward_list
    index = wards.model().index(1, 0)
    walk.qtbot.mouseClick(wards.viewport(), Qt.MouseButton.LeftButton, pos=wards.visualRect(index).center())
    walk.settle()
    assert walk.page.focusWidget() is walk.beds
