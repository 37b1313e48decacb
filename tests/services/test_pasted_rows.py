"""Rows of a spreadsheet pasted into a repeat: told first, saved at once, undone at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.checklists.pasting import MOST_ROWS, cells_of
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.pasted_rows import PastedRows
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.packs import PackService
from tests.checklists.filling import FORMS

INSPECTION = InspectionId("f" * 32)
LINES = "/data/line"
GOOD = "ZY001\t甲某\t2026/3/1 0:00\tA-1001\t血常规\t2\t¥20\t40\t重复收费"
BAD = "ZY002\t乙某\t三月\tA-1002\t血糖\tzwei\t10\t20\t不清楚"


@pytest.fixture
def checklists(desk: Desk, findings: FindingService, tmp_path: Path) -> ChecklistService:
    desk.new_inspection(INSPECTION)
    return ChecklistService(desk, FORMS, findings, PackService(tmp_path / "packs"))


@pytest.fixture
def run(checklists: ChecklistService) -> ChecklistRunId:
    form = next(form for form in checklists.available() if form.form_id == "charges")
    return checklists.start(INSPECTION, form.id).id


def plan(checklists: ChecklistService, run: ChecklistRunId, text: str) -> PastedRows:
    return checklists.rows.plan(INSPECTION, run, LINES, text)


def values(checklists: ChecklistService, run: ChecklistRunId) -> dict[str, str]:
    """Return answers by the last part of their path; of several entries, the last one's."""
    view = checklists.view(INSPECTION, run)
    return {one.path.rpartition("/")[2]: one.value for one in view.questions if one.value}


def test_a_plan_says_what_each_cell_becomes_and_stores_nothing(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    lines = desk.inspection(INSPECTION).journal.count()
    found = plan(checklists, run, f"{GOOD}\n{BAD}\n")
    assert [cell.words for cell in found.rows[0]] == [
        "ZY001", "甲某", "2026-03-01", "A-1001", "血常规", "2", "20", "40", "重复收费",
    ]  # fmt: skip
    assert [found.columns[at] for at, cell in enumerate(found.rows[1]) if cell.is_wrong] == [
        "费用日期", "数量", "核对结果",
    ]  # fmt: skip
    assert found.wrong == 3
    assert desk.inspection(INSPECTION).journal.count() == lines
    assert "visit" not in values(checklists, run)


def test_rows_are_saved_by_one_line_of_the_journal_and_the_form_totals_them(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    lines = desk.inspection(INSPECTION).journal.count()
    checklists.rows.add(INSPECTION, run, LINES, f"{GOOD}\n{GOOD}")
    assert desk.inspection(INSPECTION).journal.count() == lines + 1
    found = values(checklists, run)
    assert (found["rows"], found["billed_total"], found["kind"]) == ("2", "80", "dup")


def test_one_undo_takes_all_rows_away_and_the_history_keeps_them(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    checklists.rows.add(INSPECTION, run, LINES, GOOD)
    before = values(checklists, run)
    checklists.rows.add(INSPECTION, run, LINES, "\n".join([BAD] * 5))
    assert values(checklists, run)["rows"] == "6"
    checklists.undo(INSPECTION, run)
    assert values(checklists, run) == before
    checklists.undo(INSPECTION, run)
    assert "visit" not in values(checklists, run)
    assert values(checklists, run)["rows"] == "1"


def test_the_empty_entry_a_form_begins_with_takes_the_first_row_and_an_answered_one_none(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    checklists.rows.add(INSPECTION, run, LINES, GOOD)
    assert values(checklists, run)["rows"] == "1"
    first = checklists.rows.add(INSPECTION, run, LINES, GOOD).first
    assert values(checklists, run)["rows"] == "2"
    checklists.answer(INSPECTION, run, f"{first}/person", "丙某")
    checklists.rows.add(INSPECTION, run, LINES, GOOD)
    assert values(checklists, run)["rows"] == "3"


def test_what_is_wrong_is_kept_as_it_was_pasted(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    entry = checklists.rows.add(INSPECTION, run, LINES, BAD).first
    desk.close_inspection(INSPECTION)
    view = {one.path: one for one in checklists.view(INSPECTION, run).questions}
    assert view[f"{entry}/number"].value == "zwei"
    assert view[f"{entry}/number"].is_wrong
    assert view[f"{entry}/day"].value == "三月"
    assert (view[f"{entry}/kind"].value, view[f"{entry}/kind"].remark) == ("", "不清楚")


def test_a_heading_puts_columns_where_they_belong_and_names_what_is_left_out(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    block = "金额\t科室\t项目名称 *\tvisit\n40.00\t内科\t血常规\tZY001"
    found = plan(checklists, run, block)
    assert found.has_heading
    assert found.columns == ("金额", "项目名称", "就诊号（住院号）")
    assert found.left_out == ("科室",)
    assert [cell.text for cell in found.rows[0]] == ["40.00", "血常规", "ZY001"]


def test_headings_and_choices_are_known_in_every_language_of_the_form(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    assert plan(checklists, run, "住院号\t金额\nZY001\t5").left_out == ()
    for block in ("What was found\tAmount\nCharged twice\t5", "核对结果\t金额\n重复收费\t5"):
        for language in ("zh", "en"):
            found = checklists.rows.plan(INSPECTION, run, LINES, block, language)
            assert found.has_heading
            assert found.wrong == 0
            assert found.rows[0][0].words == {"zh": "重复收费", "en": "Charged twice"}[language]


def test_cells_beyond_the_last_question_are_named_and_not_passed_over(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    wide = "\t".join(["1"] * 40)
    found = plan(checklists, run, wide)
    assert len(found.columns) + len(found.left_out) == 40
    assert found.left_out[-1] == "40"


def test_an_answer_that_the_row_does_not_ask_for_is_told(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    found = plan(checklists, run, "核对结果\t规定单价\n相符\t5")
    told = found.rows[0][1].told
    assert told is not None
    assert "not asked" in told.template


def test_a_cell_in_quotation_marks_may_hold_a_line_break_and_a_lone_mark_is_only_a_mark() -> None:
    assert cells_of('a\t"one\r\ntwo ""x"""\r\nb\tc') == [["a", 'one\ntwo "x"'], ["b", "c"]]
    assert cells_of('5" tube\t1\n\n\t \nnext\t2') == [['5" tube', "1"], ["next", "2"]]


@pytest.mark.parametrize(
    "text", ["", " \t \n", "x" * 3_000_000, "a\n" * (MOST_ROWS + 2), '"' + "y" * 200_000 + '"']
)
def test_what_is_no_block_of_rows_is_refused_in_words(text: str) -> None:
    with pytest.raises(UnusableInput):
        cells_of(text)


def test_only_a_heading_or_a_repeat_that_cannot_grow_is_refused_and_leaves_no_entry(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    for repeat, text in ((LINES, "金额\t数量"), ("/data/none", GOOD), ("/data/result", GOOD)):
        with pytest.raises(UnusableInput):
            checklists.rows.add(INSPECTION, run, repeat, text)
    assert "visit" not in values(checklists, run)
    assert values(checklists, run)["rows"] == "1"
