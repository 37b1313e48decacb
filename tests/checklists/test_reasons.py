"""Why a question is hidden, required, read-only or wrong, and what a change would reach."""

from __future__ import annotations

import pytest

from inspector_app.checklists.reasons import reaches, why
from inspector_app.checklists.running import FormSession
from inspector_app.domain.reasons import Effect, Reason
from inspector_app.services.reason_words import in_words
from tests.checklists.filling import SHIPPED, session_of, shipped, table

YES_NO = table("choices", "list_name | name | label", "yn | yes | 是", "yn | no | 否")


@pytest.fixture
def session() -> FormSession:
    return session_of(
        table(
            "survey",
            "type|name|label|relevant|required|readonly|constraint|constraint_message|calculation",
            "select_one yn | stay | 住院 | | | | | | ",
            "integer | days | 天数 | ${stay} = 'yes' | | | | | ",
            "integer | beds | 床位 | | | | . <= 99 and . > ${days} | 床位不对 | ",
            "begin_group | more | 更多 | ${long} = 'true' and ${beds} > 1 | | | | | ",
            "text | note | 说明 | | ${days} > 10 or ${beds} > 50 | ${stay} = 'no' | | | ",
            "end_group | | | | | | | | ",
            "calculate | long | | | | | | | ${days} > 3",
            "integer | total | 合计 | | | | | | ${days} + ${beds}",
        ),
        YES_NO,
    )


def reason(session: FormSession, path: str, effect: Effect) -> Reason:
    return next(one for one in why(session, path) if one.effect is effect)


def told(one: Reason) -> dict[str, str]:
    return {answer.label: answer.value for answer in one.answers}


def test_a_hidden_question_names_the_answer_in_the_words_of_the_form(session: FormSession) -> None:
    session.answer("/data/stay", "no")
    assert told(reason(session, "/data/days", Effect.HIDDEN)) == {"住院": "否"}


def test_a_question_in_a_closed_section_names_the_section_and_what_lies_behind_what_is_computed(
    session: FormSession,
) -> None:
    session.answer("/data/stay", "yes")
    session.answer("/data/days", "2")
    session.answer("/data/beds", "5")
    found = reason(session, "/data/more/note", Effect.HIDDEN)
    assert found.section == "更多"
    assert told(found) == {"天数": "2"}
    session.answer("/data/beds", "0")
    assert "床位" in told(reason(session, "/data/more/note", Effect.HIDDEN))


def test_only_the_part_that_decides_is_named(session: FormSession) -> None:
    session.answer("/data/stay", "yes")
    session.answer("/data/days", "20")
    session.answer("/data/beds", "40")
    assert told(reason(session, "/data/more/note", Effect.REQUIRED)) == {"天数": "20"}
    session.answer("/data/beds", "60")
    assert told(reason(session, "/data/more/note", Effect.REQUIRED)) == {"天数": "20", "床位": "60"}


def test_what_is_wrong_is_said_with_the_message_and_both_answers(session: FormSession) -> None:
    session.answer("/data/stay", "yes")
    session.answer("/data/days", "7")
    session.answer("/data/beds", "5")
    found = reason(session, "/data/beds", Effect.WRONG)
    assert found.message == "床位不对"
    assert told(found) == {"天数": "7", "床位": "5"}
    assert [answer.is_own for answer in found.answers] == [False, True]
    session.answer("/data/beds", "100")
    assert told(reason(session, "/data/beds", Effect.WRONG)) == {"床位": "100"}


def test_what_is_no_answer_of_its_type_is_wrong_by_itself(session: FormSession) -> None:
    session.answer("/data/beds", "viele")
    one = reason(session, "/data/beds", Effect.WRONG)
    assert str(in_words(one)) == "Cannot stand: viele is no whole number. Enter digits only."


def test_a_rule_without_a_message_is_told_with_the_names_of_its_questions() -> None:
    session = session_of(
        table(
            "survey",
            "type|name|label|constraint",
            "integer | beds | 床位 |",
            "integer | stay | 在床 | . <= ${beds} and . != 3 div 1",
        )
    )
    session.answer("/data/beds", "2")
    session.answer("/data/stay", "3")
    assert reason(session, "/data/stay", Effect.WRONG).message == "(. <= 床位 and . != 3 div 1)"


def test_what_is_computed_says_from_what(session: FormSession) -> None:
    session.answer("/data/stay", "no")
    found = reason(session, "/data/total", Effect.COMPUTED)
    assert [(answer.label, answer.hidden) for answer in found.answers] == [("天数", True), ("床位", False)]


def test_a_question_that_nothing_concerns_has_no_reasons(session: FormSession) -> None:
    assert why(session, "/data/stay") == ()


def test_a_change_reaches_what_depends_on_it_through_what_is_hidden_and_computed(
    session: FormSession,
) -> None:
    found = {one.label: set(one.effects) for one in reaches(session, "/data/stay")}
    assert found["天数"] == {Effect.HIDDEN}
    assert Effect.READONLY in found["说明"]
    assert found["合计"] == {Effect.COMPUTED}
    assert found["更多"] == {Effect.HIDDEN}
    assert reaches(session, "/data/more/note") == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_of_a_shipped_checklist_can_say_why(name: str) -> None:
    form = shipped(name)
    hidden = [path for path, node in form.nodes.items() if not getattr(node.state, "relevant", True)]
    for path in list(form.nodes):
        assert isinstance(why(form, path), tuple)
        assert isinstance(reaches(form, path), tuple)
    assert all(any(one.effect is Effect.HIDDEN for one in why(form, path)) for path in hidden)
