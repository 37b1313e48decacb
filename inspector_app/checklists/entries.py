"""What a person types, checked against the question's type and brought into the form's spelling."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

from inspector_app.domain.checklist import QuestionKind
from inspector_app.domain.wording import Sentence, sentence

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))\Z")
_HOUR = re.compile(r"(?:(\d{1,2})[:时点](\d{1,2})分?|(\d\d)(\d\d))(?=:|\Z)")


def normalized(kind: QuestionKind, typed: str) -> str:
    """Return the value expressions work with; only for entries without a fault."""
    if kind in _NUMERIC or kind in {QuestionKind.DATE, QuestionKind.TIME, QuestionKind.DATE_TIME}:
        text = unicodedata.normalize("NFKC", typed).strip()
        if kind in _NUMERIC:
            return text.replace(",", "")
        if kind is QuestionKind.DATE:
            return _day(text)
        if kind is QuestionKind.TIME:
            return _hour(text)
        day, between, hour = text.replace("T", " ", 1).partition(" ")
        return f"{_day(day)}T{_hour(hour.strip())}" if between else _day(day)
    if kind.has_choices:
        return " ".join(typed.split())
    return typed


def fault_of(kind: QuestionKind, typed: str) -> Sentence | None:
    """Tell why what was typed is no value of its kind; nothing typed is never wrong."""
    if not typed.strip():
        return None
    text = normalized(kind, typed)
    if kind is QuestionKind.INTEGER and not re.fullmatch(r"[+-]?\d{1,15}", text):
        return sentence("{typed} is no whole number. Enter digits only.", typed=typed)
    if kind in {QuestionKind.DECIMAL, QuestionKind.RANGE} and not re.fullmatch(
        r"[+-]?(\d{1,15}(\.\d{0,12})?|\.\d{1,12})", text
    ):
        return sentence("{typed} is no number. Enter digits with at most one decimal point.", typed=typed)
    if kind is QuestionKind.DATE and not _parses(date, text):
        return sentence("{typed} is no date. Enter it as 2026-03-01.", typed=typed)
    if kind is QuestionKind.TIME and not _parses(time, text):
        return sentence("{typed} is no time of day. Enter it as 21:30.", typed=typed)
    if kind is QuestionKind.DATE_TIME and not _parses(datetime, text):
        return sentence("{typed} is no date with time. Enter it as 2026-03-01 21:30.", typed=typed)
    return None


def span_fault(span: tuple[str, str, str] | None, typed: str) -> Sentence | None:
    """Tell why a number does not stand on its scale."""
    if span is None or not typed.strip():
        return None
    start, end, step = (Decimal(part) for part in span)
    value = Decimal(normalized(QuestionKind.RANGE, typed))
    low, high = min(start, end), max(start, end)
    if low <= value <= high and (not step or (value - start) % abs(step) == 0):
        return None
    return sentence(
        "{typed} does not stand on the scale from {start} to {end} in steps of {step}.",
        typed=typed,
        start=span[0],
        end=span[1],
        step=span[2],
    )


def _day(text: str) -> str:
    """Write a day as expressions compare it: ``20260301`` and ``2026年3月1日`` as ``2026-03-01``."""
    if match := _DATE.match(text):
        year, month, day = match[1], match[2] or match[4], match[3] or match[5]
        return f"{year}-{int(month):02d}-{int(day):02d}"
    return text


def _hour(text: str) -> str:
    """Write a time of day with two digits and a colon; seconds and a zone stay as they are."""
    if match := _HOUR.match(text):
        hour, minute = match[1] or match[3], match[2] or match[4]
        return f"{int(hour):02d}:{int(minute):02d}{text[match.end() :]}"
    return text


_SPELT: dict[type[date] | type[time] | type[datetime], re.Pattern[str]] = {
    date: re.compile(r"\d{4}-\d\d-\d\d"),
    time: re.compile(r"\d\d:\d\d"),
    datetime: re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d|\Z)"),
}
"""Other spellings of the standard, such as weeks, would be compared as words."""
_NUMERIC = frozenset({QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.RANGE})


def _parses(kind: type[date] | type[time] | type[datetime], text: str) -> bool:
    if not _SPELT[kind].match(text):
        return False
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True
