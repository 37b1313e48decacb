"""A new version of a checklist, tried on a running one before anybody accepts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.checklist import Answer, ChecklistForm, ChecklistRun
from inspector_app.domain.checklist_trial import Outcome
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.ports import Silent, finish
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.packs import PackService

INSPECTION = InspectionId("e" * 32)
FORMS = Path(__file__).parents[2] / "forms"
COLUMNS = "type | name | label | relevant | required | constraint | constraint_message"
YES_NO = ["| choices |", "| | list_name | name | label |", "| | yn | yes | 是 |", "| | yn | no | 否 |"]


def form(service: ChecklistService, version: str, *rows: str, more: str = "") -> ChecklistForm:
    survey = ["| survey |", *(f"| | {row} |" for row in (COLUMNS, *rows))]
    settings = ["| settings |", "| | form_id | version |", f"| | own{more} | {version} |"]
    return service.import_form("\n".join([*survey, *YES_NO, *settings]).encode(), "own.md")


@pytest.fixture
def checklists(desk: Desk, findings: FindingService, tmp_path: Path) -> ChecklistService:
    desk.new_inspection(INSPECTION)
    return ChecklistService(desk, FORMS, findings, PackService(tmp_path / "packs"))


@pytest.fixture
def run(checklists: ChecklistService) -> ChecklistRunId:
    first = form(
        checklists,
        "1",
        "select_one yn | open | 营业",
        "integer | staff | 人数",
        "text | note | 说明",
        "integer | beds | 床位",
        "begin_repeat | row | 行",
        "integer | count | 数量",
        "end_repeat | |",
    )
    started = checklists.start(INSPECTION, first.id).id
    for name, value in (("open", "no"), ("staff", "12"), ("note", "夜间无人"), ("beds", "3")):
        checklists.answer(INSPECTION, started, f"/data/{name}", value)
    entry = checklists.add_entry(INSPECTION, started, "/data/row")
    checklists.answer(INSPECTION, started, f"{entry}/count", "7")
    return started


def second(service: ChecklistService) -> ChecklistForm:
    return form(
        service,
        "2",
        "select_one yn | open | 营业",
        "integer | staff | 在岗人数 | | | . < 10 | 人数过多。",
        "integer | beds | 床位 | ${open} = 'yes'",
        "text | chief | 负责人 | | yes",
        "begin_repeat | row | 行",
        "integer | count | 数量",
        "end_repeat | |",
    )


def test_a_trial_names_what_would_change_and_changes_nothing(
    checklists: ChecklistService,
    run: ChecklistRunId,
    desk: Desk,
) -> None:
    newer = second(checklists)
    before = desk.inspection(INSPECTION).journal.count()
    assert [found.id for found in checklists.versions(INSPECTION, run)] == [newer.id]
    trial = checklists.try_version(INSPECTION, run, newer.id)
    assert [(one.label, one.value, one.outcome, one.message) for one in trial.changed] == [
        ("在岗人数", "12", Outcome.INVALID, "人数过多。"),
        ("说明", "夜间无人", Outcome.GONE, ""),
        ("床位", "3", Outcome.UNASKED, ""),
        ("负责人", "", Outcome.MISSING, ""),
    ]
    reasons = {one.label: str(one.reason) for one in trial.changed if one.reason is not None}
    assert reasons == {"床位": "Not asked, because “营业” is 否."}
    assert trial.kept == 2
    assert desk.inspection(INSPECTION).journal.count() == before
    assert checklists.view(INSPECTION, run).run.version == "1"


def test_an_accepted_version_goes_on_with_the_answers_and_loses_none(
    checklists: ChecklistService,
    run: ChecklistRunId,
    desk: Desk,
) -> None:
    checklists.accept_version(INSPECTION, run, second(checklists).id)
    view = checklists.view(INSPECTION, run)
    assert view.run.version == "2"
    assert {one.label: one.value for one in view.questions if one.value}["在岗人数"] == "12"
    stored = {answer.path: answer.value for answer in desk.inspection(INSPECTION).all(Answer)}
    assert stored["/data/note"] == "夜间无人"
    assert len(desk.inspection(INSPECTION).all(ChecklistRun)) == 1


def test_another_checklist_is_no_other_version(checklists: ChecklistService, run: ChecklistRunId) -> None:
    other = form(checklists, "1", "text | a | A", more="_else")
    with pytest.raises(NotAllowed, match="another checklist"):
        checklists.try_version(INSPECTION, run, other.id)


def test_a_checklist_may_begin_with_what_was_answered_last(checklists: ChecklistService) -> None:
    survey = [
        "| survey |",
        "| | type | name | label | default |",
        "| | text | chief | 负责人 | ${last-saved#chief} |",
    ]
    settings = ["| settings |", "| | form_id | version |", "| | kept | 1 |"]
    made = checklists.import_form("\n".join([*survey, *settings]).encode(), "kept.md")
    first = checklists.start(INSPECTION, made.id).id
    checklists.answer(INSPECTION, first, "/data/chief", "云岭")
    second_run = checklists.start(INSPECTION, made.id).id
    (question,) = (one for one in checklists.view(INSPECTION, second_run).questions if one.label)
    assert question.value == "云岭"
    checklists.answer(INSPECTION, first, "/data/chief", "青禾")
    (question,) = (one for one in checklists.view(INSPECTION, second_run).questions if one.label)
    assert question.value == "云岭"


def test_a_version_is_tried_on_every_unfinished_checklist(
    checklists: ChecklistService,
    run: ChecklistRunId,
    desk: Desk,
    inspections: InspectionService,
) -> None:
    other = inspections.open(
        inspections.new_institution("青禾县示例医院"), bureau="云岭市医疗保障局", team=(desk.person,)
    ).id
    started = checklists.start(other, desk.inspection(INSPECTION).all(ChecklistRun)[0].form).id
    finished = checklists.start(other, desk.inspection(INSPECTION).all(ChecklistRun)[0].form).id
    checklists.finish(other, finished)
    newer = second(checklists)
    before = desk.inspection(other).journal.count()
    (tried,) = finish(checklists.trials.everywhere(newer.id, Silent()))
    assert (tried.institution, tried.run.id, tried.problem) == ("青禾县示例医院", started, None)
    assert tried.trial is not None
    assert (tried.trial.kept, tried.trial.count(Outcome.MISSING)) == (0, 1)
    assert desk.inspection(other).journal.count() == before
    assert run != started
