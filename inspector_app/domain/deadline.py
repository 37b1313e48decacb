"""Deadlines: from the day of delivery to a printed date, and how long is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inspector_app.domain.calendar import HolidayCalendar


class DayUnit(StrEnum):
    """Calendar days (自然日) unless the region's pack says working days (工作日)."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time to comply; the day of delivery is not counted."""

    count: int
    unit: DayUnit = DayUnit.CALENDAR
    ends_on_working_day: bool = False
    """Move a last day that is a day off to the next working day."""

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(self.count)


class DeadlineState(StrEnum):
    """Where today stands against a deadline; the deadline's own day still counts as in time."""

    RUNNING = "running"
    LAST_DAY = "last_day"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """Whole days from today to the deadline, negative once it is past."""

    days: int

    @property
    def state(self) -> DeadlineState:
        if self.days > 0:
            return DeadlineState.RUNNING
        return DeadlineState.LAST_DAY if self.days == 0 else DeadlineState.OVERDUE


def deadline(term: Term, delivered_on: date, calendar: HolidayCalendar) -> date:
    """Return the last day in time.

    The calendar is asked only where the term speaks of working days; it raises
    ``MissingHolidayYear`` when the count reaches a year that it does not know.
    """
    if term.unit is DayUnit.WORKING:
        return calendar.after_working_days(delivered_on, term.count)
    last = delivered_on + timedelta(days=term.count)
    return calendar.on_or_after(last) if term.ends_on_working_day else last


def countdown(last_day: date, today: date) -> Countdown:
    """Return how far ``today`` is from the last day in time."""
    return Countdown(days=(last_day - today).days)


def printed_date(day: date) -> str:
    """Write a date as official documents do, in Arabic figures without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
