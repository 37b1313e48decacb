"""Which lines of a filled checklist somebody reads."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inspector_app.domain.checklist import ChecklistRun, QuestionKind, QuestionView, RunProgress
from inspector_app.domain.filled_checklist import AnswerChange, FilledChecklist, FilledLine, Reading
from inspector_app.domain.ids import ChecklistId, ChecklistRunId, FindingId, PersonId

AT = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)


def heading(number: str) -> FilledLine:
    depth = number.count(".") + 1
    return FilledLine(question=QuestionView(path=number, kind=QuestionKind.GROUP, number=number, depth=depth))


def line(number: str, *values: str, finding: str = "", **about: object) -> FilledLine:
    question = QuestionView(
        path=number,
        kind=QuestionKind.TEXT,
        number=number,
        depth=number.count(".") + 1,
        value=values[-1] if values else "",
        **about,  # type: ignore[arg-type]
    )
    changes = tuple(AnswerChange(at=AT, person="林知远", words=value) for value in reversed(values))
    return FilledLine(question=question, changes=changes, finding=FindingId(finding) if finding else None)


def filled(*lines: FilledLine) -> FilledChecklist:
    run = ChecklistRun(
        id=ChecklistRunId("run"),
        form=ChecklistId("own:1"),
        form_id="own",
        title="自查",
        version="1",
        started_at=AT,
        started_by=PersonId("lin"),
    )
    return FilledChecklist(
        run=run,
        institution="青禾县仁安医院",
        bureau="",
        started_by="林知远",
        progress=RunProgress(answered=0, total=0, required_missing=0, wrong=0, noncompliant=0),
        lines=lines,
    )


LIST = filled(
    heading("1"),
    line("1.1", "有"),
    line("1.2", required=True),
    heading("1.3"),
    line("1.3.1", "有"),
    line("1.3.2", "有", "无", noncompliant=True),
    heading("2"),
    line("2.1"),
    line("2.2", "有", remark="现场看过"),
    line("2.3", "三十", error_text="请填数字"),
    line("2.4", "有", finding="f"),
    heading("3"),
    line("3.1", "有"),
)


@pytest.mark.parametrize(
    ("reading", "numbers"),
    [
        (Reading.MATTERS, ["1", "1.2", "1.3", "1.3.2", "2", "2.2", "2.3", "2.4"]),
        (Reading.NONCOMPLIANT, ["1", "1.3", "1.3.2", "2", "2.4"]),
        (Reading.UNANSWERED, ["1", "1.2", "2", "2.1"]),
        (Reading.WRONG, ["2", "2.3"]),
        (Reading.CHANGED, ["1", "1.3", "1.3.2"]),
        (Reading.REMARKED, ["2", "2.2"]),
        (Reading.EVIDENCE, []),
        (Reading.ASKED, []),
    ],
)
def test_each_kind_is_read_under_its_headings(reading: Reading, numbers: list[str]) -> None:
    assert [one.question.number for one in LIST.only(reading)] == numbers


def test_everything_is_read_as_it_stands() -> None:
    assert LIST.only(Reading.ALL) == LIST.lines


def test_questions_are_counted_and_headings_are_not() -> None:
    assert LIST.count(Reading.ALL) == 9
    assert LIST.count(Reading.MATTERS) == 5
    assert LIST.count(Reading.UNANSWERED) == 2


def test_a_first_answer_is_no_change() -> None:
    assert not line("1", "有").is_changed
    assert line("1", "有", "").is_changed
