"""The shipped checklists: each loads, can be walked to its end, and says what a fault becomes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from inspector_app.checklists.views import finding_text, questions
from inspector_app.domain.checklist import QuestionView, progress_of
from tests.checklists.filling import FORMS, SHIPPED, fill, shipped

PACKS = Path(__file__).parents[2] / "resources" / "packs"


def spelled(text: str) -> dict[str, str]:
    """Read ``name=value`` pairs separated by blanks."""
    return dict(pair.split("=") for pair in text.split())


WARD = spelled(
    "his_in=30 beds_open=40 seen=30 leave_ok=0 leave_bad=0 exam_out=0 transferred=0 discharged=0 "
    "nobody=0 shared=0 impostor=0"
)
DRUG = spelled(
    "to=2026-02-28 item_code=XA01BC02 pack=24 opening=240 bought=2880 closing=104 billed=3000 cash=16 "
    "bought_back=0 sold_back=0 moved_in=0 moved_out=0 lost=0 own_use=0"
)
DIALYSIS = spelled(
    "to=2026-02-28 machines=10 shifts=3 days=24 billed=500 records=500 schedule=500 "
    "dz_open=100 dz_bought=500 dz_back=0 dz_close=100 monthly_max=13 cap=13 needles=2 extra=0"
)
ANSWERS = {"ward_headcount": WARD, "drug_in_out": DRUG, "dialysis_consumables": DIALYSIS}


def named(view: tuple[QuestionView, ...], name: str) -> QuestionView:
    return next(question for question in view if question.path.rpartition("/")[2] == name)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_checklist_can_be_walked_to_its_end(name: str) -> None:
    session = shipped(name)
    view = fill(session, ANSWERS[name])
    progress = progress_of(view)
    assert progress.is_complete, [question.path for question in view if question.is_wrong]
    assert progress.answered == progress.total >= 25
    assert [question.label for question in view if question.noncompliant] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_is_written_in_both_languages(name: str) -> None:
    session = shipped(name)
    chinese = {question.path: question for question in questions(session)}
    session.set_language("English (en)")
    for question in questions(session):
        other = chinese[question.path]
        assert question.label
        assert question.label != other.label, question.path
        assert len(question.choices) == len(other.choices)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_clause_and_category_is_in_the_packs(name: str) -> None:
    law = tomllib.loads(next(PACKS.glob("law-*.toml")).read_text(encoding="utf-8"))
    categories = tomllib.loads(next(PACKS.glob("categories-*.toml")).read_text(encoding="utf-8"))
    clauses = {clause["id"] for clause in law["clause"]}
    known = {category["id"] for category in categories["category"]}
    meanings = [bind.meaning for bind in shipped(name).form.binds.values()]
    assert {clause for meaning in meanings for clause in meaning.clauses} <= clauses
    assert {meaning.category for meaning in meanings if meaning.category} <= known
    assert sum(1 for meaning in meanings if meaning.finding) >= 10


@pytest.mark.parametrize("name", SHIPPED)
def test_findings_name_only_questions_that_exist(name: str) -> None:
    session = shipped(name)
    fill(session, ANSWERS[name])
    for node in list(session.nodes.values()):
        assert "{" not in finding_text(session, node)


def test_people_whom_nobody_accounts_for_become_a_finding_with_the_numbers_in_it() -> None:
    session = shipped("ward_headcount")
    view = fill(session, WARD | {"ward": "内二科", "seen": "21"})
    unaccounted = named(view, "unaccounted")
    assert (unaccounted.value, unaccounted.noncompliant) == ("9", True)
    assert named(view, "rate").value == "70"
    text = finding_text(session, session.node(unaccounted.path))
    assert text == "内二科系统显示在院30人，现场在床21人，另有9人去向未能说明。"


def test_who_was_transferred_and_verified_is_accounted_for() -> None:
    session = shipped("ward_headcount")
    view = fill(session, WARD | {"ward": "内二科", "seen": "21", "transferred": "9"})
    unaccounted = named(view, "unaccounted")
    assert (unaccounted.value, unaccounted.noncompliant) == ("0", False)


def test_the_in_out_identity_gives_the_difference_of_the_worked_example() -> None:
    session = shipped("drug_in_out")
    view = fill(
        session, DRUG | {"billed": "3100", "cash": "0", "gross": "yes", "tolerance": "1", "price": "2.5"}
    )
    assert named(view, "available").value == "3016"
    assert named(view, "difference").value == "84"
    assert named(view, "packs_over").value == "3.5"
    assert named(view, "amount").value == "210"
    assert named(view, "total").value == "210"
    assert named(view, "difference").noncompliant
    causes = [choice.value for choice in named(view, "cause").choices]
    assert "invented" in causes
    assert "offbook" not in causes


def test_dialysis_billed_above_what_was_used_is_found_from_three_sides() -> None:
    session = shipped("dialysis_consumables")
    view = fill(session, DIALYSIS | {"billed": "560"})
    text = finding_text(session, session.node("/data/sessions/over_used"))
    assert text == "2026年2月1日至2026年2月28日期间血液透析计费560例次，透析器消耗500支，差异60。"
    found = {question.path.rpartition("/")[2] for question in view if question.noncompliant}
    assert found == {"over_records", "over_schedule", "over_used"}


def test_the_forms_folder_holds_nothing_but_checklists_and_their_guide() -> None:
    assert {path.name for path in FORMS.iterdir()} == {"README.md", *(f"{name}.md" for name in SHIPPED)}
