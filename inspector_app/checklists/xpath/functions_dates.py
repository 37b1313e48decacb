"""Functions of dates and times; the zone and the present moment come from the world."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, tzinfo

from inspector_app.checklists.xpath.context import Context
from inspector_app.checklists.xpath.registry import function
from inspector_app.checklists.xpath.values import (
    Moment,
    Value,
    days,
    from_days,
    parse_clock,
    parse_moment,
    to_number,
    to_string,
)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment(value: Value, zone: tzinfo) -> Moment:
    """Read a moment from a value: text as a date, a number as days since the epoch."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, bool):
        return Moment(None)
    if isinstance(value, float):
        return Moment(None) if math.isnan(value) else from_days(value, zone)
    text = to_string(value)
    found = parse_moment(text, zone)
    if found.at is None and not math.isnan(count := to_number(text, zone)):
        return from_days(count, zone)
    return found


@function("date", "date-time", takes=(1, 1))
def date_of(context: Context, value: Value) -> Value:
    if not isinstance(value, Moment | float | bool) and to_string(value) == "":
        return ""
    return moment(value, context.world.zone)


@function("today", takes=(0, 0))
def today(context: Context) -> Value:
    now = context.world.now().astimezone(context.world.zone)
    return Moment(now.replace(hour=0, minute=0, second=0, microsecond=0))


@function("now", takes=(0, 0))
def now(context: Context) -> Value:
    return Moment(context.world.now().astimezone(context.world.zone))


@function("decimal-date-time", "decimal-date", takes=(1, 1))
def decimal_date_time(context: Context, value: Value) -> Value:
    return days(moment(value, context.world.zone))


@function("decimal-time", takes=(1, 1))
def decimal_time(context: Context, value: Value) -> Value:
    world = context.world
    return parse_clock(to_string(value), world.zone, world.now().astimezone(world.zone))


_FORMATS: dict[str, Callable[[datetime], str]] = {
    "%": lambda _: "%",
    "Y": lambda at: f"{at.year:04d}",
    "y": lambda at: f"{at.year % 100:02d}",
    "m": lambda at: f"{at.month:02d}",
    "n": lambda at: str(at.month),
    "b": lambda at: _MONTHS[at.month - 1],
    "d": lambda at: f"{at.day:02d}",
    "e": lambda at: str(at.day),
    "H": lambda at: f"{at.hour:02d}",
    "h": lambda at: str(at.hour),
    "M": lambda at: f"{at.minute:02d}",
    "S": lambda at: f"{at.second:02d}",
    "3": lambda at: f"{at.microsecond // 1000:03d}",
    "a": lambda at: _WEEKDAYS[at.weekday()],
    "W": lambda at: f"{at.isocalendar().week:02d}",
    "Z": lambda at: at.strftime("%z"),
}


@function("format-date", "format-date-time", takes=(2, 2))
def format_date(context: Context, value: Value, pattern: Value) -> Value:
    """Write a moment by a pattern; a sign that no pattern knows is left as it stands."""
    at = moment(value, context.world.zone).at
    if at is None:
        return ""
    written: list[str] = []
    signs = iter(to_string(pattern))
    for sign in signs:
        if sign != "%":
            written.append(sign)
            continue
        kind = next(signs, "")
        written.append(_FORMATS[kind](at) if kind in _FORMATS else f"%{kind}")
    return "".join(written)
