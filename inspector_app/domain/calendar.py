"""Working days by the State Council's yearly schedule; a year without a schedule is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from inspector_app.domain.errors import Problem
from inspector_app.domain.packs import PackLabel
from inspector_app.domain.wording import sentence

BEIJING = timezone(timedelta(hours=8), "UTC+08:00")
"""Days of law are days by Beijing time, wherever the laptop's clock stands.

Screens show it too, so that they agree with the papers.
"""

BEIJING_SECONDS = 8 * 3600
"""The same as an offset in seconds, as date editors want it."""

ONE_DAY = timedelta(days=1)


class MissingHolidayYear(Problem):
    """The calendar holds no schedule for a year that the count reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayYear:
    """How one year departs from Monday to Friday."""

    year: int
    days_off: frozenset[date]
    working_weekends: frozenset[date]
    """Saturdays and Sundays that are worked in exchange (调休上班)."""
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayCalendar:
    """One version of the years that are known."""

    label: PackLabel
    years: tuple[HolidayYear, ...]

    def knows(self, year: int) -> bool:
        return any(known.year == year for known in self.years)

    def year(self, year: int) -> HolidayYear:
        """Return the schedule of a year; raise ``MissingHolidayYear`` rather than guess."""
        for known in self.years:
            if known.year == year:
                return known
        raise MissingHolidayYear(
            sentence(
                "The holiday calendar has no schedule for {year}, so no date was worked out. "
                "Add that year to the holidays pack, or enter the deadline as a date.",
                year=year,
            )
        )

    def is_working_day(self, day: date) -> bool:
        """Raise ``MissingHolidayYear`` for a day of an unknown year, weekends included."""
        schedule = self.year(day.year)
        if day in schedule.working_weekends:
            return True
        return day.weekday() < 5 and day not in schedule.days_off

    def after_working_days(self, start: date, count: int) -> date:
        """Return the ``count``-th working day after ``start``; ``start`` itself is not counted."""
        if count < 1:
            raise ValueError(count)
        day = start
        while count:
            day += ONE_DAY
            count -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
        count = 0
        day = start
        while day < end:
            day += ONE_DAY
            count += self.is_working_day(day)
        return count

    def on_or_after(self, day: date) -> date:
        """Return ``day``, or the first working day after it when it is a day off."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day


def official_day(moment: datetime) -> date:
    """Return the day by Beijing time of an aware moment."""
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment.astimezone(UTC).astimezone(BEIJING).date()
