"""The shipped checklists: each loads, can be walked to its end, and says what a fault becomes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.checklists.form import FormDefinition
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import finding_text, questions
from inspector_app.domain.checklist import QuestionView, progress_of
from tests.checklists.filling import FORMS, SHIPPED, fill, shipped
from tests.checklists.walks import ENTRIES, FAULTS, OUTCOMES, WALKS, spelled

PACKS = Path(__file__).parents[2] / "resources" / "packs"


JUDGING = ("涉嫌", "骗", "违法", "违规", "恶意", "诱导", "伪造", "严重", "故意", "虚假", "建议")


def begun(name: str) -> FormSession:
    """A checklist with as many entries in its repeats as the walk fills."""
    session = shipped(name)
    for number, repeat in enumerate(ENTRIES.get(name, ()), 2):
        session.add_instance(repeat, f"e{number}")
    return session


def faults(form: FormDefinition) -> Iterator[tuple[str, str]]:
    """Yield each question that may not comply, with each answer that does not; empty where a rule decides."""
    for bind in form.binds.values():
        for answer in sorted(bind.meaning.noncompliant):
            yield bind.path[-1], answer
        if bind.noncompliant_when:
            yield bind.path[-1], ""


def named(view: tuple[QuestionView, ...], name: str) -> QuestionView:
    return next(question for question in view if question.path.rpartition("/")[2] == name)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_checklist_can_be_walked_to_its_end(name: str) -> None:
    session = begun(name)
    view = fill(session, WALKS[name])
    progress = progress_of(view)
    assert progress.is_complete, [question.path for question in view if question.is_wrong]
    assert progress.answered == progress.total >= 20
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
def test_titles_and_units_are_written_in_both_languages(name: str) -> None:
    session = shipped(name)
    assert session.form.title_en.isascii()
    assert session.form.title_en
    assert not session.form.title.isascii()
    chinese = {question.path: question.meaning.unit for question in questions(session)}
    session.set_language("English (en)")
    english = {question.path: question.meaning.unit for question in questions(session)}
    for path, unit in english.items():
        assert unit == chinese[path] if chinese[path] in {"", "%", "℃", "㎡"} else unit.isascii(), path


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


OTHER_LIABILITY = {
    "no_ground": "regulation-44",
    "codes_twice": "regulation-38-7",
    "old_open": "regulation-36",
}
"""Questions whose fault falls under a liability besides that of their category."""


@pytest.mark.parametrize("name", SHIPPED)
def test_a_finding_names_the_liability_of_the_category_it_stands_under(name: str) -> None:
    law = tomllib.loads(next(PACKS.glob("law-*.toml")).read_text(encoding="utf-8"))
    categories = tomllib.loads(next(PACKS.glob("categories-*.toml")).read_text(encoding="utf-8"))
    liable = {clause["id"] for clause in law["clause"] if clause["role"] == "liability"}
    own = {category["id"]: set(category["clauses"]) for category in categories["category"]}
    for bind in shipped(name).form.binds.values():
        meaning = bind.meaning
        if not meaning.category:
            continue
        named = set(meaning.clauses)
        assert named & own[meaning.category] or not own[meaning.category], bind.path
        assert (named & liable) - own[meaning.category] <= {OTHER_LIABILITY.get(bind.path[-1], "")}, bind.path


WITHOUT_LOSS = ("shelf", "shop_shelf", "storage", "registered", "single_use", "signed")


@pytest.mark.parametrize("name", ["drug_in_out", "dialysis_consumables", "retail_pharmacy"])
def test_what_costs_the_fund_nothing_is_no_loss_and_no_forgery(name: str) -> None:
    found = {
        bind.path[-1]: bind.meaning.category
        for bind in shipped(name).form.binds.values()
        if bind.path[-1] in WITHOUT_LOSS and bind.meaning.category
    }
    assert found
    assert set(found.values()) <= {"agreement-breach", "pharmacy-agreement", "records-not-kept"}


def test_a_dear_dialyser_billed_for_a_cheap_one_is_a_swap_and_a_drug_without_need_is_overtreatment() -> None:
    meaning = {bind.path[-1]: bind.meaning for bind in shipped("dialysis_consumables").form.binds.values()}
    assert (meaning["high_flux"].category, meaning["epo"].category) == ("swap", "overtreatment")
    assert {meaning[asked].category for asked in ("over_records", "over_used", "beyond")} == {
        "dialysis-count"
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_fault_of_a_checklist_becomes_a_finding_with_the_answers_in_it(name: str) -> None:
    session = begun(name)
    fill(session, WALKS[name])
    told = {}
    for asked, answer in faults(session.form):
        paths = {path.rpartition("/")[2]: path for path in session.nodes}
        changed = spelled(FAULTS[name].get(asked, "")) | ({asked: answer} if answer else {})
        before = {other: state_of(session.node(paths[other])).value for other in changed}
        for other, value in changed.items():
            session.answer(paths[other], value)
        found = named(questions(session), asked)
        assert found.noncompliant, (asked, answer)
        told[asked] = finding_text(session, session.node(found.path))
        for other, value in reversed(before.items()):
            session.answer(paths[other], value)
        assert not any(question.noncompliant for question in questions(session)), asked
    assert all(text and "{" not in text for text in told.values()), told


@pytest.mark.parametrize("name", SHIPPED)
def test_what_does_not_comply_has_a_category_guidance_and_words_that_do_not_judge(name: str) -> None:
    session = shipped(name)
    session.set_language("English (en)")
    guidance = {question.path.rpartition("/")[2]: question.guidance for question in questions(session)}
    for bind in session.form.binds.values():
        if not (bind.meaning.noncompliant or bind.noncompliant_when):
            assert not bind.meaning.finding, bind.path
            continue
        asked, meaning = bind.path[-1], bind.meaning
        assert meaning.category, asked
        assert meaning.severity, asked
        assert meaning.clauses or meaning.category in {"not-rectified", "condition-not-met"}, asked
        assert meaning.finding, asked
        assert not [word for word in JUDGING if word in meaning.finding], asked
        if meaning.noncompliant:
            assert guidance[asked] != meaning.finding, asked
            assert guidance[asked], asked


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_a_checklist_works_out_what_an_inspector_would(name: str) -> None:
    for answers, wanted in OUTCOMES[name]:
        session = begun(name)
        view = fill(session, WALKS[name] | spelled(answers))
        shown = {question.path.rpartition("/")[2]: question.value for question in view}
        assert {asked: shown.get(asked) for asked in spelled(wanted)} == spelled(wanted)


def test_people_whom_nobody_accounts_for_become_a_finding_with_the_numbers_in_it() -> None:
    session = shipped("ward_headcount")
    view = fill(session, WALKS["ward_headcount"] | {"ward": "内二科", "seen": "21"})
    unaccounted = named(view, "unaccounted")
    assert (unaccounted.value, unaccounted.noncompliant) == ("9", True)
    assert named(view, "rate").value == "70"
    text = finding_text(session, session.node(unaccounted.path))
    assert text == "内二科系统显示在院30人，现场在床21人，另有9人去向未能说明。"


def test_who_was_transferred_and_verified_is_accounted_for() -> None:
    session = shipped("ward_headcount")
    view = fill(session, WALKS["ward_headcount"] | {"ward": "内二科", "seen": "21", "transferred": "9"})
    unaccounted = named(view, "unaccounted")
    assert (unaccounted.value, unaccounted.noncompliant) == ("0", False)


def test_the_in_out_identity_gives_the_difference_of_the_worked_example() -> None:
    session = shipped("drug_in_out")
    view = fill(
        session,
        WALKS["drug_in_out"]
        | {"billed": "3100", "cash": "0", "gross": "yes", "tolerance": "1", "price": "2.5"},
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


def test_goods_that_never_were_are_not_told_as_swapped() -> None:
    session = shipped("drug_in_out")
    view = fill(session, WALKS["drug_in_out"] | spelled("tolerance=10 billed=3100 cause=invented"))
    told = {question.path.rpartition("/")[2]: question.meaning for question in view if question.noncompliant}
    assert [meaning.category for meaning in told.values()] == ["invented-service"]
    assert told["no_goods"].clauses == ("regulation-20", "regulation-40-3")


def test_dialysis_billed_above_what_was_used_is_found_from_three_sides() -> None:
    session = shipped("dialysis_consumables")
    view = fill(session, WALKS["dialysis_consumables"] | {"billed": "560"})
    text = finding_text(session, session.node("/data/sessions/over_used"))
    assert text == "2026年2月1日至2026年2月28日期间血液透析计费560例次，透析器消耗500支，计费多于消耗60。"
    found = {question.path.rpartition("/")[2] for question in view if question.noncompliant}
    assert found == {"over_records", "over_schedule", "over_used"}


def test_the_forms_folder_holds_nothing_but_checklists_and_their_guide() -> None:
    assert {path.name for path in FORMS.iterdir()} == {"README.md", *(f"{name}.md" for name in SHIPPED)}
