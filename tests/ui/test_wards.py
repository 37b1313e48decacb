"""The bed walk, driven by keys as in a corridor at night."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.roster import bed_key
from inspector_app.services import fiction
from inspector_app.services.activities import Activities
from inspector_app.ui.models.bed_rows import BedRowsModel, WardsModel
from inspector_app.ui.widgets.bed_list import ROW_HEIGHT, key_rect
from inspector_app.ui.widgets.match_row import key_rect as answer_rect
from inspector_app.ui.worker import Worker
from tests import builders
from tests.ui.bed_walk import Walk

Key = Qt.Key


@pytest.fixture
def walk(qtbot: QtBot, worker: Worker, tmp_path: Path) -> Walk:
    return Walk(qtbot, worker, tmp_path)


def test_an_empty_page_says_what_belongs_here(walk: Walk) -> None:
    assert walk.page.stack.currentWidget() is walk.page.empty
    assert walk.page.empty.text.text()


def test_a_walk_with_nothing_goes_bed_by_bed_without_touching_the_mouse(walk: Walk) -> None:
    walk.page.ward_action.trigger()
    walk.type("内一科")
    walk.type("3 沈一禾")
    walk.press("1", Key.Key_Return)
    walk.type("")  # nothing typed: no bed
    walk.press(Key.Key_Return)
    assert walk.page.pane.strip.line.text() == "4"
    walk.type("4")
    walk.press("8")
    assert [(c.bed, c.name, c.status) for c in walk.checks()] == [
        ("3", "沈一禾", BedStatus.IN_BED),
        ("4", "", BedStatus.NOT_FOUND),
    ]
    assert walk.page.pane.counts.rate.text() == "50.0%"
    assert walk.problems == []


def test_a_status_is_one_key_and_another_key_corrects_it(walk: Walk) -> None:
    walk.take_list()
    walk.press("1", "8", "e", "2")
    (check,) = walk.checks()
    assert check.status is BedStatus.LEAVE_WITH_SLIP
    assert check.is_matched


def test_two_quick_keys_on_one_bed_are_one_look(walk: Walk) -> None:
    walk.page.ward_action.trigger()
    walk.type("内一科")
    walk.type("3")
    walk.beds.setFocus()
    walk.qtbot.keyClicks(walk.beds, "18")
    walk.settle()
    (check,) = walk.checks()
    assert check.status is BedStatus.NOT_FOUND


def test_enter_is_the_next_bed_and_arrows_move(walk: Walk) -> None:
    walk.take_list()
    walk.press("1", Key.Key_Return, "1", Key.Key_Down, "8", Key.Key_Up)
    assert [(bed_key(c.bed), c.status) for c in walk.checks()] == [
        ("1", BedStatus.IN_BED),
        ("2", BedStatus.IN_BED),
        ("3", BedStatus.NOT_FOUND),
    ]
    assert bed_key(walk.row().bed) == "2"


def test_a_key_on_the_row_is_large_enough_for_a_finger_and_does_the_same(walk: Walk) -> None:
    walk.take_list()
    index = walk.page.beds_model.index(2)
    rect = walk.beds.visualRect(index)
    target = key_rect(rect, 7)
    assert min(target.width(), target.height()) >= 40
    assert rect.height() == ROW_HEIGHT
    walk.qtbot.mouseClick(walk.beds.viewport(), Qt.MouseButton.LeftButton, pos=target.center())
    walk.settle()
    (check,) = walk.checks()
    assert (bed_key(check.bed), check.status) == ("3", BedStatus.NOT_FOUND)
    assert walk.beds.viewport().rect().contains(target.center() + QPoint(20, 0))


def test_undo_takes_the_last_key_back(walk: Walk) -> None:
    walk.take_list()
    walk.press("1", "8")
    walk.page.undo_action.trigger()
    walk.settle()
    assert walk.checks()[0].status is BedStatus.IN_BED
    walk.page.undo_action.trigger()
    walk.settle()
    assert walk.checks() == []
    walk.press("1")
    assert len(walk.checks()) == 1
    assert walk.problems == []


def test_a_note_is_typed_beside_the_bed(walk: Walk) -> None:
    walk.take_list()
    walk.press("1")
    walk.page.note_action.trigger()
    walk.type("无洗漱用品")
    assert walk.checks()[0].note == "无洗漱用品"
    assert walk.beds.hasFocus()


def test_escape_from_a_note_loses_nothing(walk: Walk) -> None:
    walk.take_list()
    walk.press("1")
    walk.page.note_action.trigger()
    line = walk.page.pane.strip.line
    walk.qtbot.keyClicks(line, "halb")
    walk.qtbot.keyClick(line, Key.Key_Escape)
    assert walk.beds.hasFocus()
    walk.page.note_action.trigger()
    assert line.text() == "halb"


def test_a_photograph_is_wanted_for_the_bed_once_something_was_seen(walk: Walk) -> None:
    wanted: list[Any] = []
    walk.page.evidenceWanted.connect(wanted.append)
    walk.take_list()
    walk.page.photograph_action.trigger()
    assert wanted == []
    assert walk.page.pane.message.isVisible()
    walk.press("1")
    walk.page.photograph_action.trigger()
    assert wanted[0].id == walk.checks()[0].id
    assert wanted[0] == walk.page.target()


def test_an_unknown_person_stands_beside_the_bed_and_outside_the_rate(walk: Walk) -> None:
    walk.take_list()
    walk.press("1")
    walk.page.person_action.trigger()
    walk.type("1 陪护")
    summary = walk.ask(lambda a: a.headcounts.summary(walk.inspection))
    assert (summary.rate, summary.unknown) == (Fraction(1), 1)


def test_who_shares_a_bed_marks_both(walk: Walk) -> None:
    walk.take_list()
    walk.press("1")
    walk.page.share_action.trigger()
    walk.type("")
    assert [check.status for check in walk.checks()] == [BedStatus.SHARED_BED] * 2


def test_names_are_masked_until_the_key_is_held(walk: Walk) -> None:
    walk.take_list()
    index = walk.page.beds_model.index(0)
    name = walk.row().name
    assert name not in index.data()
    assert f"{name[0]}**" in index.data()
    walk.qtbot.keyPress(walk.beds, Key.Key_H)
    assert name in index.data()
    repeat = QKeyEvent(QKeyEvent.Type.KeyRelease, Key.Key_H, Qt.KeyboardModifier.NoModifier, "h", True)
    walk.beds.keyReleaseEvent(repeat)
    assert name in index.data()
    walk.qtbot.keyRelease(walk.beds, Key.Key_H)
    assert name not in index.data()


def test_a_name_or_bed_is_found_while_it_is_typed(walk: Walk) -> None:
    walk.take_list()
    wanted = walk.page.beds_model.row(11)
    walk.page.find_action.trigger()
    walk.qtbot.keyClicks(walk.page.pane.strip.line, "12")
    assert walk.row() == wanted
    walk.qtbot.keyClick(walk.page.pane.strip.line, Key.Key_Return)
    assert walk.beds.hasFocus()


def test_the_second_pass_begins_blank_and_shows_what_was_before(walk: Walk) -> None:
    walk.take_list()
    walk.press("8")
    walk.page.pass_action.trigger()
    walk.settle()
    assert walk.row().check is None
    assert walk.row().earlier.status is BedStatus.NOT_FOUND
    walk.press("1")
    assert [check.pass_number for check in walk.checks()] == [1, 2]
    assert walk.page.pane.counts.rate.text() == "100.0%"


def test_a_list_that_comes_later_is_matched_by_a_person(walk: Walk) -> None:
    name = fiction.inpatients(builders.EVENING)[0].name
    walk.page.ward_action.trigger()
    walk.type("内一科")
    walk.type(f"1 {name}")
    walk.press("1")
    walk.take_list(+30)
    walk.page.refresh()
    walk.settle()
    assert walk.page.pane.match_button.isVisible()
    walk.page.match_action.trigger()
    walk.settle()
    pairs = walk.page.matching.pairs
    assert name not in pairs.list.item(0).text()
    walk.qtbot.keyPress(pairs.list, Key.Key_H)
    assert pairs.list.item(0).text().count(name) == 2
    walk.qtbot.keyRelease(pairs.list, Key.Key_H)
    assert name not in pairs.list.item(0).text()
    row = pairs.list.visualItemRect(pairs.list.item(0))
    walk.qtbot.mouseClick(
        pairs.list.viewport(), Qt.MouseButton.LeftButton, pos=answer_rect(row, same=True).center()
    )
    walk.settle()
    (check,) = walk.checks()
    assert check.match_confirmed_by == builders.LIN
    assert walk.page.stack.currentWidget() is walk.page.pane
    assert walk.row().list_is_later


def test_a_sheet_is_typed_back_one_key_a_line(walk: Walk) -> None:
    walk.take_list()
    walk.page.back_action.trigger()
    sheet = walk.page.typing
    walk.qtbot.keyClicks(sheet.list, "1128")
    sheet._new_line()
    sheet.strip.line.setText("21 外人")
    walk.qtbot.keyClick(sheet.strip.line, Key.Key_Return)
    walk.qtbot.keyClicks(sheet.list, "1")
    sheet.take()
    walk.settle()
    assert [(bed_key(check.bed), check.status) for check in walk.checks()] == [
        ("1", BedStatus.IN_BED),
        ("2", BedStatus.IN_BED),
        ("3", BedStatus.LEAVE_WITH_SLIP),
        ("4", BedStatus.NOT_FOUND),
        ("21", BedStatus.IN_BED),
    ]
    assert walk.page.stack.currentWidget() is walk.page.pane


def test_the_letters_on_the_buttons_are_the_keys(walk: Walk) -> None:
    walk.take_list()
    walk.press("1")
    strip = walk.page.pane.strip
    for key, prompt in (("n", walk.page.tr("Note for bed {bed}").format(bed="01")), ("u", "Unknown person")):
        walk.press(key)
        assert strip.isVisible()
        assert prompt[:4] in strip.prompt.text()
        walk.qtbot.keyClick(strip.line, Key.Key_Escape)
    walk.press("/")
    assert strip.prompt.text() == "Find"
    walk.qtbot.keyClicks(strip.line, "n1")  # letters in the line are text, not actions
    assert strip.line.text() == "n1"
    walk.qtbot.keyClick(strip.line, Key.Key_Escape)
    walk.press("t")
    assert walk.page.pass_number == 2


def test_a_sheet_has_keys_of_its_own_while_it_is_typed(walk: Walk) -> None:
    walk.take_list()
    walk.page.back_action.trigger()
    sheet = walk.page.typing
    walk.qtbot.keyClicks(sheet.list, "1b")
    assert sheet.strip.isVisible()
    assert not walk.page.pane.strip.isVisible()
    walk.qtbot.keyClick(sheet.strip.line, Key.Key_Escape)
    walk.qtbot.keyClick(sheet.list, Key.Key_Escape)
    assert walk.page.stack.currentWidget() is walk.page.pane
    assert walk.page.note_action.isEnabled()
    assert walk.checks() == []


def test_the_sheet_of_the_ward_goes_to_the_printer(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Any, ...]] = []
    monkeypatch.setattr(walk.page.printing, "ask", lambda *given: asked.append(given))
    walk.take_list()
    walk.page.sheet_action.trigger()
    walk.settle()
    ((pdf, _title, copies, *_),) = asked
    assert pdf.startswith(b"%PDF")
    assert copies == 1


def test_wards_are_given_to_groups_and_changed_by_keys(walk: Walk) -> None:
    walk.take_list()
    walk.page.group_action.trigger()
    walk.type("b")
    walk.page.ward_list.step(1)
    walk.settle()
    assert walk.page.pane.title.text() == "康复科"
    assert "[B]" in walk.page.wards_model.index(0).data()
    walk.page._move_ward(-1)
    walk.settle()
    assert [walk.page.wards_model.index(n).data()[:3] for n in range(2)] == ["康复科", "内一科"]
    assert walk.page.pane.title.text() == "康复科"


def test_a_look_that_a_link_names_is_shown(walk: Walk) -> None:
    walk.take_list()
    walk.press(Key.Key_Down, Key.Key_Down, "8", Key.Key_Up)
    walk.page.select(walk.checks()[0].id)
    walk.settle()
    assert bed_key(walk.row().bed) == "3"


def test_when_the_last_bed_was_seen_the_suspicions_are_there(walk: Walk) -> None:
    walk.take_list()

    def see_all(a: Activities) -> None:
        for one in a.rosters.listed(walk.inspection):
            a.headcounts.check_bed(
                walk.inspection,
                ward=one.entry.ward,
                bed=one.entry.bed,
                status=BedStatus.NOT_FOUND,
                listed=one,
            )

    walk.ask(lambda a: see_all(a) or True)
    walk.settle()
    before = walk.ask(lambda a: a.findings.suspicions(walk.inspection))
    walk.press("1")  # in bed after all
    after = walk.ask(lambda a: a.findings.suspicions(walk.inspection))
    assert len(after) == len(before) - 1


def test_the_models_keep_qts_rules(walk: Walk, qtmodeltester: ModelTester) -> None:
    walk.take_list()
    assert walk.page.beds_model.rowCount() == 20
    qtmodeltester.check(walk.page.beds_model)
    qtmodeltester.check(walk.page.wards_model)
    qtmodeltester.check(BedRowsModel())
    qtmodeltester.check(WardsModel())
