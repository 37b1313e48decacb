"""By when a registration (先行登记保存) is decided: the region's working days, or a day that was typed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import HolidayCalendar, MissingHolidayYear, official_day
from inspector_app.domain.deadline import deadline
from inspector_app.domain.wording import Sentence, sentence

if TYPE_CHECKING:
    from inspector_app.domain.deadline import Term
    from inspector_app.domain.record import Registration

_NUMBERS = re.compile(r"\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")


def decided_by(
    registration: Registration, term: Term | None, typed: str, calendar: HolidayCalendar
) -> tuple[date | None, Sentence | None]:
    """Return the day, or why there is none yet; a typed one stands where the calendar cannot tell.

    A typed day is never later than the term: it is the law's, and only a missing calendar leaves it open.
    """
    if registration.registered_at is None or term is None:
        return None, None
    begun = official_day(registration.registered_at)
    latest, unknown = None, None
    try:
        latest = deadline(term, begun, calendar)
    except MissingHolidayYear as problem:
        unknown = problem.sentence
    if not typed:
        return latest, unknown
    day = _read(typed)
    if day is None:
        return None, sentence("“{text}” is no day. Enter the deadline like 2027-01-07.", text=typed)
    if latest is None and day < begun:
        return None, sentence("The deadline lies before the registration. Enter a later day.")
    if latest is not None and not begun <= day <= latest:
        return None, sentence(
            "The deadline lies between the registration and {date}. Enter such a day.", date=latest
        )
    return day, None


def _read(typed: str) -> date | None:
    found = _NUMBERS.fullmatch(typed)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
