"""Values of expressions and how one kind becomes another, as OpenRosa forms expect."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal

from inspector_app.checklists.xpath.nodes import Node


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a point in time, in the zone of the form; ``None`` is what no calendar knows."""

    at: datetime | None


Value = float | str | bool | list[Node] | Moment

_NUMBER = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*\Z", re.ASCII)
_MOMENT = re.compile(
    r"(?P<date>\d{4,}-\d{1,2}-\d{1,2})"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?\Z",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?\Z",
    re.ASCII,
)
_DAY = 86400.0


def to_number(value: Value, zone: tzinfo) -> float:
    """Numbers of text; a date counts as days since 1970-01-01 UTC; everything else is not a number."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, Moment):
        return days(value)
    text = value if isinstance(value, str) else to_string(value)
    if _NUMBER.match(text):
        return float(text)
    if len(text) >= 8 and text[4:5] == "-":
        return days(parse_moment(text, zone))
    return math.nan


def to_string(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, Moment):
        return moment_text(value)
    return value[0].string() if value else ""


def to_boolean(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    if isinstance(value, Moment):
        return value.at is not None
    return bool(value)


def number_text(number: float) -> str:
    """Write a number without an exponent and without a needless decimal point."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    text = repr(number)
    return f"{Decimal(text):f}" if "e" in text else text


def moment_text(moment: Moment) -> str:
    """Write a date alone where the time is midnight, else date, time and offset."""
    at = moment.at
    if at is None:
        return "Invalid Date"
    if at.timetz().replace(tzinfo=None) == time():
        return f"{at:%Y-%m-%d}"
    return at.isoformat(timespec="milliseconds")


def days(moment: Moment) -> float:
    """Days since the epoch, with the time as a fraction."""
    return math.nan if moment.at is None else moment.at.timestamp() / _DAY


def from_days(count: float, zone: tzinfo) -> Moment:
    try:
        return Moment(datetime.fromtimestamp(count * _DAY, zone))
    except (OverflowError, OSError, ValueError):
        return Moment(None)


def parse_moment(text: str, zone: tzinfo) -> Moment:
    """Read a date or a date with time; without an offset it is meant in ``zone``."""
    match = _MOMENT.match(text.strip())
    if match is None:
        return Moment(None)
    year, month, day = (int(part) for part in match["date"].split("-"))
    try:
        at = datetime(year, month, day, tzinfo=zone)
        if match["hour"]:
            at = at.replace(
                hour=int(match["hour"]),
                minute=int(match["minute"]),
                second=int(match["second"] or 0),
                microsecond=int((match["fraction"] or "0")[:6].ljust(6, "0")),
            )
        if match["zone"]:
            at = at.replace(tzinfo=_offset(match["zone"])).astimezone(zone)
    except (ValueError, OverflowError):
        return Moment(None)
    return Moment(at)


def parse_clock(text: str, zone: tzinfo, today: datetime) -> float:
    """Read a time of day as a fraction of the day in ``zone``."""
    match = _CLOCK.match(text.strip())
    if match is None:
        return math.nan
    try:
        at = today.replace(
            hour=int(match["hour"]),
            minute=int(match["minute"]),
            second=int(match["second"] or 0),
            microsecond=int((match["fraction"] or "0")[:6].ljust(6, "0")),
        )
    except ValueError:
        return math.nan
    if match["zone"]:
        at = at.replace(tzinfo=_offset(match["zone"])).astimezone(zone)
    seconds = at.hour * 3600 + at.minute * 60 + at.second + at.microsecond / 1e6
    return seconds / _DAY


def compare(operator: str, left: Value, right: Value, zone: tzinfo) -> bool:
    """Compare as XPath 1.0 does; dates count as numbers."""
    if isinstance(left, list) and isinstance(right, list):
        if operator in {"=", "!="}:
            rights = [node.string() for node in right]
            return any(_ordered(operator, node.string(), other) for node in left for other in rights)
        return any(compare(operator, node.string(), right, zone) for node in left)
    if isinstance(left, list):
        return _any(operator, left, right, zone)
    if isinstance(right, list):
        return _any(_MIRROR[operator], right, left, zone)
    if operator in {"=", "!="}:
        if isinstance(left, bool) or isinstance(right, bool):
            return _ordered(operator, to_boolean(left), to_boolean(right))
        if isinstance(left, str) and isinstance(right, str):
            return _ordered(operator, left, right)
    return _ordered(operator, to_number(left, zone), to_number(right, zone))


_MIRROR = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _any(operator: str, nodes: list[Node], other: Value, zone: tzinfo) -> bool:
    # The order of places and truths: XPath 1.0, 3.4 would make one truth of all places; every engine of
    # the ODK world compares each place as a number, and forms are written for these engines.
    if isinstance(other, bool) and operator in {"=", "!="}:
        return compare(operator, bool(nodes), other, zone)
    return any(compare(operator, node.string(), other, zone) for node in nodes)


def _ordered(operator: str, left: float | str, right: float | str) -> bool:
    if operator == "=":
        return left == right
    if operator == "!=":
        return left != right
    if isinstance(left, str) or isinstance(right, str):
        raise TypeError(operator)
    if operator == "<":
        return left < right
    if operator == "<=":
        return left <= right
    if operator == ">":
        return left > right
    return left >= right


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-shift if text[0] == "-" else shift)
