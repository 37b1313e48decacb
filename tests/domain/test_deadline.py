"""Deadlines: units, the uncounted day of delivery, the countdown and the printed date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.calendar import HolidayCalendar, HolidayYear, MissingHolidayYear
from inspector_app.domain.deadline import (
    DayUnit,
    DeadlineState,
    Term,
    countdown,
    deadline,
    printed_date,
)
from inspector_app.domain.packs import PackKind, PackLabel

LABEL = PackLabel(kind=PackKind.HOLIDAYS, id="test", version=(1,), title="test")
NOTHING_KNOWN = HolidayCalendar(label=LABEL, years=())
OCTOBER = HolidayCalendar(
    label=LABEL,
    years=(
        HolidayYear(
            year=2026,
            days_off=frozenset(date(2026, 10, day) for day in range(1, 8)),
            working_weekends=frozenset({date(2026, 10, 10)}),
            source="test",
            verified=False,
        ),
    ),
)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 3650))
def test_calendar_days_need_no_calendar_and_leave_out_the_day_of_delivery(day: date, count: int) -> None:
    assert deadline(Term(count=count), day, NOTHING_KNOWN) == day + timedelta(days=count)


def test_working_days_pass_over_the_holidays() -> None:
    term = Term(count=2, unit=DayUnit.WORKING)
    assert deadline(term, date(2026, 9, 30), OCTOBER) == date(2026, 10, 9)


def test_a_last_day_off_moves_only_where_the_region_says_so() -> None:
    delivered = date(2026, 9, 28)
    assert deadline(Term(count=5), delivered, OCTOBER) == date(2026, 10, 3)
    assert deadline(Term(count=5, ends_on_working_day=True), delivered, OCTOBER) == date(2026, 10, 8)


def test_working_days_of_an_unknown_year_are_never_guessed() -> None:
    with pytest.raises(MissingHolidayYear, match="2026"):
        deadline(Term(count=1, unit=DayUnit.WORKING), date(2026, 3, 2), NOTHING_KNOWN)


def test_a_term_of_no_days_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="0"):
        Term(count=0)


@pytest.mark.parametrize(
    ("today", "days", "state"),
    [
        (date(2026, 11, 28), 2, DeadlineState.RUNNING),
        (date(2026, 11, 30), 0, DeadlineState.LAST_DAY),
        (date(2026, 12, 1), -1, DeadlineState.OVERDUE),
    ],
)
def test_the_last_day_is_still_in_time(today: date, days: int, state: DeadlineState) -> None:
    left = countdown(date(2026, 11, 30), today)
    assert (left.days, left.state) == (days, state)


def test_a_date_is_printed_without_leading_zeros() -> None:
    assert printed_date(date(2026, 4, 1)) == "2026年4月1日"
