"""Questions said not to apply: with a reason, in place of an answer, undone and read like one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.form import OUR_NAMESPACE
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.views import questions
from inspector_app.domain.checklist import Answer, QuestionView, progress_of
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.answer_history import answer_history
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.packs import PackService
from tests.checklists.filling import FORMS, table, world

INSPECTION = InspectionId("f" * 32)
WARD = "/data/counts/his_in"
REASON = "本科室不设住院床位"


@pytest.fixture
def checklists(desk: Desk, findings: FindingService, tmp_path: Path) -> ChecklistService:
    desk.new_inspection(INSPECTION)
    return ChecklistService(desk, FORMS, findings, PackService(tmp_path / "packs"))


@pytest.fixture
def run(checklists: ChecklistService) -> ChecklistRunId:
    form = next(form for form in checklists.available() if form.form_id == "ward_headcount")
    return checklists.start(INSPECTION, form.id).id


def question(checklists: ChecklistService, run: ChecklistRunId, path: str = WARD) -> QuestionView:
    view = checklists.view(INSPECTION, run)
    return next(one for one in view.questions if one.path == path)


def test_a_reason_settles_a_required_question_with_one_line_of_the_journal(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    before = checklists.view(INSPECTION, run).progress
    assert question(checklists, run).required
    lines = desk.inspection(INSPECTION).journal.count()
    result = checklists.exempt(INSPECTION, run, WARD, f" {REASON} ")
    assert desk.inspection(INSPECTION).journal.count() == lines + 1
    assert [one.exempt for one in result.changed if one.path == WARD] == [REASON]
    assert result.progress.required_missing == before.required_missing - 1
    assert result.progress.answered == before.answered + 1
    assert not question(checklists, run).is_open


def test_it_takes_the_place_of_the_answer_and_undo_brings_the_answer_back(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    checklists.answer(INSPECTION, run, WARD, "30")
    checklists.remark(INSPECTION, run, WARD, "系统已停用")
    checklists.exempt(INSPECTION, run, WARD, REASON)
    shown = question(checklists, run)
    assert (shown.value, shown.exempt, shown.remark) == ("", REASON, "系统已停用")
    checklists.undo(INSPECTION, run)
    shown = question(checklists, run)
    assert (shown.value, shown.exempt) == ("30", "")


def test_an_answer_takes_the_place_of_the_reason_and_a_remark_leaves_it(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    checklists.exempt(INSPECTION, run, WARD, REASON)
    checklists.remark(INSPECTION, run, WARD, "已核实")
    assert question(checklists, run).exempt == REASON
    checklists.answer(INSPECTION, run, WARD, "3")
    assert question(checklists, run).exempt == ""


def test_without_a_reason_the_question_applies_again(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    checklists.exempt(INSPECTION, run, WARD, REASON)
    checklists.exempt(INSPECTION, run, WARD, "  ")
    assert question(checklists, run).is_open
    lines = desk.inspection(INSPECTION).journal.count()
    checklists.exempt(INSPECTION, run, WARD, "")
    assert desk.inspection(INSPECTION).journal.count() == lines
    told = answer_history(desk, INSPECTION, run, WARD)
    assert [change.exempt for change in told] == ["", REASON]


def test_the_reason_is_there_again_after_the_file_was_closed(
    checklists: ChecklistService, run: ChecklistRunId, desk: Desk
) -> None:
    checklists.exempt(INSPECTION, run, WARD, REASON)
    desk.close_inspection(INSPECTION)
    assert question(checklists, run).exempt == REASON
    assert [one.exempt for one in desk.inspection(INSPECTION).all(Answer)] == [REASON]


def test_what_is_computed_or_has_its_own_choice_for_it_is_answered_as_the_form_asks(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    views = checklists.view(INSPECTION, run).questions
    own = next(one for one in views if one.own_exemption)
    computed = next(one for one in views if one.readonly and one.kind.is_answerable)
    for one in (own, computed):
        with pytest.raises(NotAllowed, match="cannot be said not to apply"):
            checklists.exempt(INSPECTION, run, one.path, REASON)


def test_whoever_reads_the_filled_checklist_is_told_the_reason_and_by_whom(
    checklists: ChecklistService, run: ChecklistRunId
) -> None:
    checklists.exempt(INSPECTION, run, WARD, REASON)
    filled = checklists.filled.read(INSPECTION, run)
    line = next(one for one in filled.lines if one.question.path == WARD)
    assert line.question.exempt == REASON
    assert [change.exempt for change in line.changes] == [REASON]


def test_a_form_forbids_it_for_all_its_questions_or_for_one_and_one_may_be_let_off() -> None:
    def asked(column: str, setting: str = "") -> QuestionView:
        settings = f't | 1 | fm="{OUR_NAMESPACE}" | {setting}'
        text = "\n".join(
            (
                table(
                    "survey",
                    "type | name | label | required | bind::fm:exempt",
                    f"text | a | A | yes | {column}",
                ),
                table("settings", "form_id | version | namespaces | attribute::fm:exempt", settings),
            )
        )
        session = FormSession(read_form(compile_xlsform(text.encode(), "f.md")), world())
        (only,) = questions(session)
        return only

    assert [asked(*said).may_be_exempt for said in (("",), ("yes",), ("no",))] == [True, True, False]
    assert [asked(*said).may_be_exempt for said in (("", "no"), ("yes", "no"))] == [False, True]
    old = replace(asked("no"), exempt=REASON)
    assert not old.is_settled
    assert progress_of((old,)).required_missing == 1
