"""Days and times typed in a hurry."""

from __future__ import annotations

from datetime import datetime

import pytest

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import QuestionKind
from inspector_app.ui.widgets.typed_moments import as_moment

NOW = datetime(2026, 11, 23, 23, 4, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        (QuestionKind.TIME, "2105", "21:05"),
        (QuestionKind.TIME, "905", "09:05"),
        (QuestionKind.TIME, "９：５", "09:05"),
        (QuestionKind.TIME, "9点05分", "09:05"),
        (QuestionKind.DATE, "1101", "2026-11-01"),
        (QuestionKind.DATE, "20261101", "2026-11-01"),
        (QuestionKind.DATE_TIME, "2105", "2026-11-23 21:05"),
        (QuestionKind.DATE_TIME, "21:05", "2026-11-23 21:05"),
        (QuestionKind.DATE_TIME, "11-1 21:05", "2026-11-01 21:05"),
        (QuestionKind.DATE_TIME, "20261101 2105", "2026-11-01 21:05"),
        (QuestionKind.DATE_TIME, "2026年11月1日9点5分", "2026-11-01 09:05"),
        (QuestionKind.DATE_TIME, "2026-11-01T21:05", "2026-11-01 21:05"),
    ],
)
def test_what_is_left_out_is_todays(kind: QuestionKind, typed: str, meant: str) -> None:
    assert as_moment(kind, typed, NOW) == meant


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (QuestionKind.TIME, "2560"),
        (QuestionKind.TIME, "20261101 2105"),
        (QuestionKind.TIME, "soon"),
        (QuestionKind.DATE, "20261399"),
        (QuestionKind.DATE_TIME, "2026-11-23 8:60"),
        (QuestionKind.DATE_TIME, "2026-02-30 08:00"),
        (QuestionKind.DATE_TIME, "20261101"),
        (QuestionKind.DATE_TIME, "2026-11-01T21:05:30.000+08:00"),
        (QuestionKind.TEXT, " 2105 "),
        (QuestionKind.INTEGER, "2105"),
    ],
)
def test_what_is_no_day_or_time_stays_as_it_was_typed(kind: QuestionKind, typed: str) -> None:
    assert as_moment(kind, typed, NOW) == typed
