"""What the shipped checklists decide beyond a single answer: levels, totals of many rows, several experts."""

from __future__ import annotations

import pytest

from inspector_app.checklists.running import FormSession
from inspector_app.checklists.views import finding_text, question_at, questions
from inspector_app.domain.checklist import QuestionView
from tests.checklists.filling import shipped


def at(session: FormSession, path: str) -> QuestionView:
    found = question_at(session, path)
    assert found is not None
    return found


@pytest.mark.parametrize(("level", "required"), [("first", True), ("second", False), ("third", False)])
def test_the_level_decides_which_questions_on_stays_must_be_answered(level: str, required: bool) -> None:
    session = shipped("inpatient_stay")
    session.answer("/data/scope/level", level)
    assert at(session, "/data/presence/leave_often").required is required
    assert at(session, "/data/presence/roll_call").required
    assert at(session, "/data/scope/focus_first").relevant is required
    assert at(session, "/data/scope/focus_higher").relevant is not required


def test_a_readmission_beyond_the_local_interval_is_no_split_stay() -> None:
    session = shipped("inpatient_stay")
    entry = "/data/stay[1]"
    session.answer("/data/scope/interval", "10")
    session.answer(f"{entry}/admitted", "2026-02-01")
    session.answer(f"{entry}/discharged", "2026-02-08")
    session.answer(f"{entry}/again", "2026-02-18")
    session.answer(f"{entry}/related", "same")
    session.answer(f"{entry}/changed", "no")
    assert at(session, f"{entry}/gap").value == "10"
    assert at(session, f"{entry}/split_here").noncompliant
    session.answer(f"{entry}/again", "2026-02-19")
    assert not at(session, f"{entry}/split_here").noncompliant


ROWS = (
    # visit, name, day, code, item, number, price, amount, kind, standard, number wrong
    ("Z01", "甲", "2026-02-03", "001101000010000", "诊查费", "2", "10", "20", "dup", "", "1"),
    ("Z02", "乙", "2026-02-04", "001201000030000", "Ⅱ级护理", "10", "12.5", "125", "over", "9.5", "10"),
    ("Z03", "丙", "2026-02-05", "002503000010000", "血气分析", "1", "48", "48", "ok", "", ""),
    ("Z04", "丁", "2026-02-06", "003400000010000", "红外线治疗", "3", "15.3", "45.9", "invent", "", "3"),
    ("Z05", "戊", "2026-02-06", "003400000010000", "红外线治疗", "-1", "15.3", "-15.3", "ok", "", ""),
)
NAMES = ("visit", "person", "day", "code", "item", "number", "price_billed", "amount", "kind")
NAMES += ("standard", "number_wrong")


def test_rows_that_are_pasted_are_totalled_by_what_is_wrong_with_them() -> None:
    session = shipped("charges")
    for path, value in (("from", "2026-02-01"), ("to", "2026-02-28"), ("fund_share", "60")):
        session.answer(f"/data/scope/{path}", value)
    session.answer("/data/scope/level", "second")
    for number, row in enumerate(ROWS, 1):
        entry = "/data/line[1]" if number == 1 else session.add_instance("/data/line", f"r{number}")
        for name, value in zip(NAMES, row, strict=True):
            session.answer(f"{entry}/{name}", value)
    result = {
        question.path.removeprefix("/data/result/"): question.value
        for question in questions(session)
        if question.path.startswith("/data/result/")
    }
    assert not [question.path for question in questions(session) if question.is_wrong]
    assert (result["rows"], result["billed_total"]) == ("5", "223.6")
    assert [result[f"{kind}_due"] for kind in ("dup", "over", "unbundle", "swap", "invent")] == [
        "10",
        "30",
        "0",
        "0",
        "45.9",
    ]
    assert (result["due_total"], result["fund_due"]) == ("85.9", "51.54")
    text = finding_text(session, session.node("/data/result/over_due"))
    assert text == "抽查收费明细5行，其中高于规定标准收取的1行，涉及金额30元。"


def test_a_row_whose_amount_is_not_number_times_price_is_pointed_out() -> None:
    session = shipped("charges")
    for name, value in (("number", "3"), ("price_billed", "12.5"), ("amount", "37.5")):
        session.answer(f"/data/line[1]/{name}", value)
    assert not at(session, "/data/line[1]/amount_off").relevant
    session.answer("/data/line[1]/amount", "40")
    assert at(session, "/data/line[1]/amount_off").relevant


@pytest.mark.parametrize(("number", "price"), [("-1", "15.3"), ("0", "15.3"), ("2", "0")])
def test_a_refund_is_answered_as_it_should_be_and_leads_nowhere_else(number: str, price: str) -> None:
    session = shipped("charges")
    for name, value in (("number", number), ("price_billed", price), ("kind", "dup")):
        session.answer(f"/data/line[1]/{name}", value)
    kind = at(session, "/data/line[1]/kind")
    assert kind.is_wrong
    assert "相符" in kind.error_text
    session.answer("/data/line[1]/kind", "ok")
    assert not at(session, "/data/line[1]/kind").is_wrong
    assert not at(session, "/data/line[1]/number_wrong").relevant


def test_a_price_of_the_list_above_what_was_charged_is_no_charge_above_the_list() -> None:
    session = shipped("charges")
    for name, value in (("number", "2"), ("price_billed", "9"), ("kind", "over"), ("standard", "10")):
        session.answer(f"/data/line[1]/{name}", value)
    assert at(session, "/data/line[1]/standard").is_wrong
    session.answer("/data/line[1]/standard", "8")
    session.answer("/data/line[1]/number_wrong", "2")
    assert at(session, "/data/line[1]/due").value == "2"


MARKS = ("mark_cold", "mark_staff", "mark_supply", "mark_service", "mark_system", "mark_manage")


def marked(session: FormSession, entry: str, *marks: int) -> None:
    for name, mark in zip(MARKS, marks, strict=True):
        session.answer(f"{entry}/{name}", str(mark))


def test_the_line_is_held_against_the_average_of_three_experts_at_least() -> None:
    session = shipped("special_drug_assessment")
    average, passes = "/data/result/average", "/data/result/passes"
    marked(session, "/data/expert[1]", 10, 12, 12, 10, 10, 6)
    marked(session, session.add_instance("/data/expert", "e2"), 16, 16, 16, 12, 12, 8)
    assert (at(session, average).value, at(session, average).noncompliant) == ("70", False)
    assert not at(session, passes).relevant
    third = session.add_instance("/data/expert", "e3")
    marked(session, third, 12, 14, 14, 12, 10, 7)
    assert (at(session, average).value, at(session, average).noncompliant) == ("69.67", True)
    text = finding_text(session, session.node(average))
    assert text == "3名专家评分，平均69.67分，合格线70分。"
    session.answer(f"{third}/mark_manage", "8")
    assert (at(session, average).value, at(session, average).noncompliant) == ("70", False)
    assert at(session, passes).relevant


def test_no_expert_gives_more_than_the_full_marks_which_add_up_to_a_hundred() -> None:
    session = shipped("special_drug_assessment")
    session.answer("/data/expert[1]/mark_manage", "11")
    assert at(session, "/data/expert[1]/mark_manage").is_wrong
    assert not at(session, "/data/standard/full_off").relevant
    session.answer("/data/standard/full_manage", "12")
    assert not at(session, "/data/expert[1]/mark_manage").is_wrong
    assert at(session, "/data/standard/full_off").relevant


def test_a_hospital_and_a_pharmacy_are_asked_for_their_own_papers_and_conditions() -> None:
    session = shipped("special_drug_assessment")
    for kind, other in (("hospital", "shop"), ("pharmacy", "hospital")):
        session.answer("/data/application/applicant", kind)
        mine = "shop" if kind == "pharmacy" else "hospital"
        assert at(session, f"/data/{mine}").relevant
        assert not at(session, f"/data/{other}").relevant
        assert at(session, f"/data/application/{mine}_has").relevant
        assert not at(session, f"/data/application/{other}_has").relevant


def test_a_nil_report_is_looked_into_and_told_only_where_something_was_found() -> None:
    session = shipped("self_check_review")
    session.answer("/data/figures/problems", "0")
    assert at(session, "/data/nil_report").relevant
    assert not at(session, "/data/result/nil_wrong").noncompliant
    session.answer("/data/item[1]/verdict", "missed")
    assert at(session, "/data/result/nil_wrong").noncompliant
    session.answer("/data/figures/problems", "2")
    assert not at(session, "/data/nil_report").relevant
    assert not at(session, "/data/result/nil_wrong").noncompliant


def test_what_is_all_put_right_and_paid_may_be_struck_off() -> None:
    session = shipped("rectification_review")
    for path, value in (
        ("earlier/demanded", "1"),
        ("earlier/refund_due", "800"),
        ("money/refunded", "799.99"),
        ("item[1]/state", "done"),
    ):
        session.answer(f"/data/{path}", value)
    assert not at(session, "/data/result/strike").relevant
    session.answer("/data/money/refunded", "800")
    assert at(session, "/data/result/strike").relevant
    session.answer("/data/item[1]/state", "again")
    assert not at(session, "/data/result/strike").relevant
    assert at(session, "/data/result/further").relevant
