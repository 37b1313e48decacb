"""The checklists page, driven by keys as in a corridor at night."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import DiskFull
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.wording import sentence
from inspector_app.ui.models.questions import QuestionsModel
from inspector_app.ui.pages.one_checklist import DialysisPage, StockPage
from inspector_app.ui.worker import Worker
from tests.checklists.filling import SHIPPED
from tests.ui.checklist_screen import Screen

WARD = "/data/counts"


@pytest.fixture
def screen(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    return Screen(qtbot, worker, do)


@pytest.fixture
def ward(screen: Screen) -> Screen:
    screen.start("ward_headcount")
    screen.page.pane.take_focus()
    return screen


def test_an_empty_page_offers_the_shipped_checklists(screen: Screen) -> None:
    assert screen.page.stack.currentWidget() is screen.page.empty
    entries = screen.page.menu.actions()
    assert sum(1 for entry in entries if entry.data()) == len(SHIPPED)
    headings = [entry for entry in entries if not entry.data() and not entry.isSeparator()]
    assert [heading.text() for heading in headings] == [
        "Hospital",
        "Any institution",
        "Pharmacy",
        "Insurance agency",
    ]
    assert not any(heading.isEnabled() for heading in headings)
    assert screen.page.progress_text() == ""


def test_nothing_is_called_empty_before_it_is_known(screen: Screen) -> None:
    page = screen.page
    page.inspection_id = ""
    page.menu.clear()
    page.open(screen.here)
    assert not page.empty.isVisible()
    page.start_action.trigger()
    screen.settle()
    assert page.empty.isVisible()


def test_a_started_checklist_stands_at_its_first_question(ward: Screen) -> None:
    assert ward.path() == "/data/before/ward"
    assert ward.page.pane.text.text() == "病区（科室）名称"
    assert ward.page.tabs.tabText(0).startswith("病区在床核查  0/")


def test_a_started_checklist_takes_the_first_key_that_is_typed(screen: Screen) -> None:
    screen.start("ward_headcount")
    screen.qtbot.waitUntil(screen.page.pane.entry.hasFocus)
    screen.type("n2")
    assert screen.page.pane.entry.text() == "n2"


def test_what_is_typed_beside_the_field_goes_into_it(screen: Screen) -> None:
    screen.start("ward_headcount")
    screen.page.pane.setFocus()
    screen.type("n")
    screen.type("2")
    assert screen.page.pane.entry.text() == "n2"


def test_typing_and_enter_save_and_lead_to_the_next_open_question(ward: Screen) -> None:
    ward.type("内二科")
    ward.key(Qt.Key.Key_Return)
    assert ward.path() == "/data/before/list_time"
    ward.type("2026-03-01 19:05")
    ward.key(Qt.Key.Key_Return)
    assert ward.path() == "/data/before/walk_time"
    assert ward.answers() == {"/data/before/ward": "内二科", "/data/before/list_time": "2026-03-01T19:05"}
    assert ward.page.saved.text().startswith("Saved ")
    assert ward.page.progress_text().startswith("2/")


def test_one_key_answers_and_the_same_key_takes_it_back(ward: Screen) -> None:
    path = "/data/rules/identity"
    ward.go(path)
    ward.key(Qt.Key.Key_2)
    assert ward.answers()[path] == "no"
    assert ward.row(path)[QuestionsModel.ANSWER] == "否"
    ward.key(Qt.Key.Key_Y)
    assert ward.answers()[path] == "yes"
    ward.key(Qt.Key.Key_1)
    assert path not in ward.answers()


def test_a_wrong_number_stays_as_typed_and_is_explained_beside_it(ward: Screen) -> None:
    path = f"{WARD}/his_in"
    ward.go(path)
    ward.type("3o")
    ward.key(Qt.Key.Key_Down)
    assert ward.path() == f"{WARD}/seen"
    ward.key(Qt.Key.Key_Up)
    assert ward.page.pane.entry.text() == "3o"
    assert ward.page.pane.error.isVisible()
    assert "3o" in ward.page.pane.error.text()
    assert "1 wrong" in ward.page.state.text()


def test_where_enter_leads_is_decided_after_the_answer_took_effect(ward: Screen) -> None:
    for name, value in (("beds_open", "10"), ("his_in", "30"), ("seen", "30"), ("leave_ok", "1")):
        ward.do(lambda a, n=name, v=value: a.checklists.answer(ward.here, ward.page._run, f"{WARD}/{n}", v))
    assert ward.page.model.row_of("/data/rules/leave_papers") == -1
    ward.go(f"{WARD}/leave_bad")
    ward.type("1")
    ward.key(Qt.Key.Key_Return)
    assert ward.page.model.row_of("/data/rules/leave_papers") > 0
    assert ward.path() == f"{WARD}/exam_out"


def test_f8_goes_to_the_next_open_question_and_back(ward: Screen) -> None:
    ward.key(Qt.Key.Key_F8)
    assert ward.path() == "/data/before/list_time"
    ward.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert ward.path() == "/data/before/ward"
    ward.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert ward.path() == "/data/before/list_time"


def test_a_non_compliant_answer_offers_its_finding_beside_it(ward: Screen) -> None:
    path = "/data/rules/identity"
    ward.do(lambda a: a.checklists.answer(ward.here, ward.page._run, "/data/before/ward", "内二科"))
    ward.go(path)
    assert not ward.page.offer.isVisible()
    ward.key(Qt.Key.Key_N)
    assert ward.page.offer.isVisible()
    assert ward.page.offer.text.toPlainText() == "内二科部分患者身份证件、腕带、床头卡不一致。"
    assert "第四十条" in ward.page.offer.clauses.text()
    ward.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    findings = ward.do(lambda a: a.findings.findings(ward.here))
    assert [finding.category for finding in findings] == ["false-visit"]
    assert ward.page.offer.link.isVisible()
    with ward.qtbot.waitSignal(ward.page.goTo) as went:
        ward.page.offer.link.click()
    assert went.args == [f"findings/{findings[0].id}", ""]


def test_the_words_of_a_finding_can_be_corrected_before_it_is_recorded(ward: Screen) -> None:
    ward.go("/data/rules/identity")
    ward.key(Qt.Key.Key_N)
    ward.page.offer.text.setPlainText("三名患者腕带姓名不符。")
    ward.page.offer.record.click()
    ward.settle()
    findings = ward.do(lambda a: a.findings.findings(ward.here))
    assert [finding.description for finding in findings] == ["三名患者腕带姓名不符。"]


def test_undo_takes_the_last_answer_back_and_shows_it(ward: Screen) -> None:
    ward.go("/data/rules/identity")
    ward.key(Qt.Key.Key_N)
    ward.key(Qt.Key.Key_Down)
    ward.page.pane.setFocus()
    ward.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ward.path() == "/data/rules/identity"
    assert ward.page.pane.hasFocus()
    assert ward.answers() == {}


def test_entries_are_added_and_removed_by_keys(ward: Screen) -> None:
    ward.go("/data/patient")
    ward.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    entry = ward.path()
    assert entry.startswith("/data/patient[")
    assert entry != "/data/patient[1]"
    assert ward.page.pane.hasFocus()
    ward.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert ward.page.model.row_of(entry) == -1


def test_what_could_not_be_saved_stays_typed_and_is_not_called_saved(ward: Screen) -> None:
    full = DiskFull(sentence("The disk is full. Make room and enter the answer again."))

    def refuse(*_: object) -> None:
        raise full

    answer = ward.do(lambda a: a.checklists.answer)
    ward.do(lambda a: setattr(a.checklists, "answer", refuse))
    ward.type("ward 2")
    with ward.qtbot.waitSignal(ward.worker.problem) as told:
        ward.key(Qt.Key.Key_Return)
    assert told.args == [full]
    assert (ward.page.saved.text(), ward.path()) == ("Not saved", "/data/before/ward")
    assert ward.page.pane.entry.text() == "ward 2"
    ward.do(lambda a: setattr(a.checklists, "answer", answer))
    ward.key(Qt.Key.Key_Return)
    assert ward.answers() == {"/data/before/ward": "ward 2"}


def test_evidence_is_bound_to_the_question_shown_and_a_remark_is_kept(ward: Screen) -> None:
    path = "/data/rules/identity"
    ward.go(path)
    target = ward.page.target()
    assert target == Target(
        kind=TargetKind.ANSWER, id=f"{ward.page._run}:{path}", label="身份证件、腕带、床头卡三者一致"
    )
    ward.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    ward.type("腕带缺失两人")
    ward.key(Qt.Key.Key_Down)
    assert "✎" in ward.row(path)[QuestionsModel.MORE]
    with ward.qtbot.waitSignal(ward.page.evidenceWanted):
        ward.page.pane.photographs.click()


def test_the_questions_speak_the_language_of_the_window(ward: Screen) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    ward.page.refresh()
    ward.settle()
    assert ward.page.pane.text.text() == "Name of the ward"
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))


def test_answers_do_not_build_the_list_again(ward: Screen) -> None:
    resets: list[bool] = []
    ward.page.model.modelReset.connect(lambda: resets.append(True))
    ward.go("/data/rules/identity")
    resets.clear()
    keys = list(ward.page.pane._keys)
    ward.key(Qt.Key.Key_N)
    ward.key(Qt.Key.Key_Y)
    assert resets == []
    assert ward.page.pane._keys == keys


def test_every_control_has_a_name_for_those_who_do_not_see_it(ward: Screen) -> None:
    for widget in (ward.page.list, ward.page.tabs, ward.page.pane.entry, ward.page.pane.remark):
        assert widget.accessibleName()
    ward.go("/data/rules/identity")
    assert [button.accessibleName() for button in ward.page.pane._keys[:3]] == ["是", "否", "不适用"]


def test_stock_and_dialysis_say_what_belongs_there_and_start_their_own_checklist(
    qtbot: QtBot, worker: Worker, do: Any, screen: Screen
) -> None:
    for kind, word, form in (
        (StockPage, "stock", "drug_in_out"),
        (DialysisPage, "Dialysis", "dialysis_consumables"),
    ):
        page = kind(worker)
        qtbot.addWidget(page)
        page.open(screen.here)
        screen.settle()
        assert word in page.empty.title.text()
        page.start_action.trigger()
        screen.settle()
        assert page.stack.currentWidget() is not page.empty
        assert [run.run.form_id for run in do(lambda a: a.checklists.runs(screen.here))][-1] == form
