"""What a person types, checked against the question's type and brought into the form's spelling."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

from inspector_app.domain.checklist import QuestionKind
from inspector_app.domain.wording import Sentence, sentence

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\Z")


def normalized(kind: QuestionKind, typed: str) -> str:
    """Return the value expressions work with; only for entries without a fault."""
    if kind in _NUMERIC or kind in {QuestionKind.DATE, QuestionKind.TIME, QuestionKind.DATE_TIME}:
        text = unicodedata.normalize("NFKC", typed).strip()
        if kind in _NUMERIC:
            return text.replace(",", "")
        if kind is QuestionKind.DATE and (match := _DATE.match(text)):
            return f"{int(match[1]):04d}-{int(match[2]):02d}-{int(match[3]):02d}"
        if kind is QuestionKind.DATE_TIME:
            return text.replace(" ", "T", 1)
        return text
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
        return sentence("{typed} is no date with time. Enter it as 2026-03-01T21:30.", typed=typed)
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


_NUMERIC = frozenset({QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.RANGE})


def _parses(kind: type[date] | type[time] | type[datetime], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True
