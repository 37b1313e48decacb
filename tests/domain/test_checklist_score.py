"""Points of a checklist: read as written, counted by answer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.checklist import Meaning, QuestionKind, QuestionView, progress_of
from inspector_app.domain.checklist_score import Score, reached, read_points


def test_points_stand_for_an_answer_that_complies() -> None:
    points = read_points("5")
    assert reached(points, "yes", complies=True) == Score(points=Decimal(5), most=Decimal(5))
    assert reached(points, "no", complies=False) == Score(points=Decimal(0), most=Decimal(5))
    assert reached(points, "", complies=True).points == 0


def test_points_by_answer_are_counted_as_written() -> None:
    points = read_points("yes=5, partly=2.5 no=0")
    assert reached(points, "partly", complies=False) == Score(points=Decimal("2.5"), most=Decimal(5))
    assert reached(points, "na", complies=True).points == 0


@pytest.mark.parametrize("text", ["many", "yes=", "=5", "5 6", "yes=NaN", "Infinity"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - its words are for nobody
        read_points(text)


def test_a_question_without_points_counts_nothing() -> None:
    assert read_points("") == ()
    assert reached((), "yes", complies=True) == Score()


@given(st.lists(st.sampled_from(["a", "b", "c"]), unique=True))
def test_several_choices_never_reach_more_than_the_most(chosen: list[str]) -> None:
    score = reached(read_points("a=3 b=2 c=1"), " ".join(chosen), complies=True)
    assert 0 <= score.points <= score.most == 3


def test_only_what_is_asked_now_counts_for_the_whole() -> None:
    def question(value: str, *, relevant: bool) -> QuestionView:
        meaning = Meaning(points=read_points("10"))
        kind = QuestionKind.TEXT
        return QuestionView(path="/a", kind=kind, value=value, relevant=relevant, meaning=meaning)

    views = (question("yes", relevant=True), question("", relevant=True), question("yes", relevant=False))
    assert progress_of(views).score == Score(points=Decimal(10), most=Decimal(20))
