"""Working days: worked examples of the real schedule, laws of the count, and years that are refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.calendar import HolidayCalendar, MissingHolidayYear, official_day
from inspector_app.services.packs import SHIPPED
from inspector_app.system.packs import read_pack


def _shipped() -> HolidayCalendar:
    pack = read_pack(SHIPPED / "holidays-CN-2026.1.toml")
    assert isinstance(pack, HolidayCalendar)
    return pack


CALENDAR = _shipped()
STARTS = st.dates(date(2025, 1, 1), date(2026, 9, 30))
COUNTS = st.integers(1, 50)


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (date(2026, 3, 2), 1, date(2026, 3, 3)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),
        (date(2026, 3, 6), 5, date(2026, 3, 13)),
        # Spring Festival: the 14th and the 28th of February are worked Saturdays.
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
        (date(2026, 2, 13), 7, date(2026, 3, 2)),
        # National Day: 10 October is a worked Saturday.
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        # Over the turn of a year that is known on both sides.
        (date(2025, 12, 31), 1, date(2026, 1, 4)),
        (date(2025, 9, 30), 1, date(2025, 10, 9)),
    ],
)
def test_working_days_follow_the_years_schedule(start: date, count: int, last: date) -> None:
    assert CALENDAR.after_working_days(start, count) == last


@pytest.mark.parametrize(("year", "working_days"), [(2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_the_schedule_leaves(year: int, working_days: int) -> None:
    first = date(year, 1, 1)
    days = [first + timedelta(days=n) for n in range(365)]
    assert sum(CALENDAR.is_working_day(day) for day in days) == working_days


@given(STARTS, COUNTS)
def test_the_last_day_is_a_working_day_after_the_start(start: date, count: int) -> None:
    last = CALENDAR.after_working_days(start, count)
    assert CALENDAR.is_working_day(last)
    assert last > start


@given(STARTS, COUNTS)
def test_counting_back_gives_the_count(start: date, count: int) -> None:
    assert CALENDAR.working_days_between(start, CALENDAR.after_working_days(start, count)) == count


@given(STARTS, COUNTS)
def test_a_longer_term_ends_later(start: date, count: int) -> None:
    assert CALENDAR.after_working_days(start, count + 1) > CALENDAR.after_working_days(start, count)


@given(STARTS, COUNTS)
def test_a_later_delivery_never_ends_earlier(start: date, count: int) -> None:
    later = start + timedelta(days=1)
    assert CALENDAR.after_working_days(later, count) >= CALENDAR.after_working_days(start, count)


@given(STARTS, st.integers(1, 20), st.integers(1, 20))
def test_terms_add_up(start: date, first: int, second: int) -> None:
    in_steps = CALENDAR.after_working_days(CALENDAR.after_working_days(start, first), second)
    assert in_steps == CALENDAR.after_working_days(start, first + second)


@pytest.mark.parametrize("day", [date(2027, 1, 4), date(2024, 12, 31), date(2027, 1, 2)])
def test_a_day_of_an_unknown_year_is_refused_even_on_a_weekend(day: date) -> None:
    with pytest.raises(MissingHolidayYear, match=str(day.year)):
        CALENDAR.is_working_day(day)


def test_a_count_that_reaches_an_unknown_year_is_refused() -> None:
    assert CALENDAR.after_working_days(date(2026, 12, 30), 1) == date(2026, 12, 31)
    with pytest.raises(MissingHolidayYear, match="2027"):
        CALENDAR.after_working_days(date(2026, 12, 30), 2)


def test_a_day_off_moves_on_to_the_next_working_day() -> None:
    assert CALENDAR.on_or_after(date(2026, 10, 1)) == date(2026, 10, 8)
    assert CALENDAR.on_or_after(date(2026, 10, 8)) == date(2026, 10, 8)


@pytest.mark.parametrize("count", [0, -1])
def test_a_term_has_at_least_one_day(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        CALENDAR.after_working_days(date(2026, 3, 2), count)


def test_the_day_of_law_is_the_day_in_beijing() -> None:
    assert official_day(datetime(2026, 11, 22, 15, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert official_day(datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == date(2026, 11, 23)


def test_a_moment_without_a_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match="2026"):
        official_day(datetime(2026, 11, 22, 15, 59))  # noqa: DTZ001
