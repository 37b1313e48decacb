"""The shipped checklists under random answers: no crash, no dead end, everything reachable, nothing stale."""

from __future__ import annotations

import pytest

from inspector_app.checklists.form import Names
from inspector_app.checklists.running import FormSession
from inspector_app.checklists.state import state_of
from inspector_app.checklists.views import finding_text, questions
from inspector_app.domain.checklist import QuestionKind, QuestionView, progress_of
from tests.checklists.filling import SHIPPED, session_of, shipped, table, world
from tests.checklists.wandering import chance, change_minds, grow, wander

_FEWEST, _MOST = 3, 60
"""Walks through each checklist; more than the fewest only until everything was seen."""


def names_of(session: FormSession, view: tuple[QuestionView, ...], *, wrong: bool = False) -> set[Names]:
    return {
        state_of(session.nodes[one.path]).names
        for one in view
        if one.path in session.nodes and (one.noncompliant if wrong else one.relevant)
    }


def filled_afresh(session: FormSession, view: tuple[QuestionView, ...]) -> tuple[QuestionView, ...]:
    """Bring the same entries and answers into a new session, in the order of the form."""
    fresh = FormSession(session.form, world(), first=False)
    for one in view:
        if one.kind is QuestionKind.REPEAT_INSTANCE and one.path not in fresh.nodes:
            repeat, _, key = one.path[:-1].rpartition("[")
            fresh.add_instance(repeat, key)
    for one in view:
        if one.kind.is_answerable and not one.readonly:
            fresh.restore(one.path, one.value)
    return questions(fresh)


@pytest.mark.parametrize("name", SHIPPED)
def test_whatever_is_answered_a_shipped_checklist_comes_to_its_end_and_shows_everything_once(
    name: str,
) -> None:
    form = shipped(name).form
    unseen = {control.path for control in form.everything() if control.kind is not QuestionKind.REPEAT}
    without_fault = {
        bind.path for bind in form.binds.values() if bind.meaning.noncompliant or bind.noncompliant_when
    }
    for walk in range(_MOST):
        if walk >= _FEWEST and not (unseen or without_fault):
            break
        random, session = chance(walk), FormSession(form, world())
        grow(session, random)
        wander(session, random)
        change_minds(session, random)
        view = wander(session, random)
        assert progress_of(view).is_complete, walk
        assert not session.broken, walk
        stuck = [one.path for one in view if one.relevant and one.required and one.readonly and not one.value]
        assert stuck == [], walk
        told = [finding_text(session, session.node(one.path)) for one in view if one.noncompliant]
        assert all(text and "{" not in text and "NaN" not in text for text in told), (walk, told)
        if walk < _FEWEST:
            assert filled_afresh(session, view) == view, walk
        unseen -= names_of(session, view)
        without_fault -= names_of(session, view, wrong=True)
    assert unseen == set()
    assert without_fault == set()


def test_a_question_that_no_answer_satisfies_is_noticed() -> None:
    session = session_of(
        table(
            "survey",
            "type | name | label | required | constraint",
            "integer | a | A | yes |",
            "integer | b | B | yes | . > ${a} and . <= 0",
        )
    )
    session.answer("/data/a", "5")
    with pytest.raises(AssertionError, match="no way out"):
        wander(session, chance(1))


def test_money_that_is_reckoned_as_wrong_is_never_negative() -> None:
    for walk in range(_FEWEST):
        random, session = chance(walk), shipped("charges")
        grow(session, random)
        reckoned = [one for one in wander(session, random) if one.path.rpartition("/")[2].endswith("due")]
        assert len(reckoned) >= len(("dup", "over", "unbundle", "swap", "invent", "row"))
        assert all(float(one.value or 0) >= 0 for one in reckoned), walk
