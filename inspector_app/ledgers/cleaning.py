"""Turns a cell's text into a value: widths, dates in many forms, Excel's serials, identity numbers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from inspector_app.domain.roster import narrow

HOSPITAL_TIME = timezone(timedelta(hours=8))
"""Exports are written in China Standard Time, which has no summer time."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_DATED = re.compile(
    r"(?P<y>(?:19|20)\d{2})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?"
    r"(?:[\sT]*(?P<H>\d{1,2})\s*[:时点]\s*(?P<M>\d{1,2})?\s*[:分]?\s*(?P<S>\d{1,2})?(?:\.\d+)?\s*秒?)?"
)
_COMPACT = re.compile(
    r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})\s*(?P<H>\d{2})?:?(?P<M>\d{2})?:?(?P<S>\d{2})?"
)
_KEPT_AS_TEXT = re.compile(r"""="(?P<formula>[^"]*)"|['`](?P<quote>[^'`].*)""", re.DOTALL)
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_EXPONENT = re.compile(r"\d(\.\d+)?E\+?1[4-9]", re.IGNORECASE)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def clean(text: str) -> str:
    """Half-width signs, single spaces, nothing invisible; characters of names stay as they are.

    The marks that make a spreadsheet keep a number as text, ``="0123"`` and ``'0123``, are no part of it.
    """
    plain = re.sub(r"\s+", " ", narrow(_INVISIBLE.sub("", text))).strip()
    marked = _KEPT_AS_TEXT.fullmatch(plain)
    return (marked["formula"] if marked["quote"] is None else marked["quote"]).strip() if marked else plain


def clean_name(text: str) -> str:
    """A person's name; the space that pads two-character names goes, the one in Latin names stays."""
    name = clean(text).lstrip("'*")
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", name)


def read_moment(text: str) -> datetime | None:
    """A date or time in any usual form, as UTC; ``None`` where it cannot be told which day is meant."""
    folded = clean(text).lstrip("'")
    match = _DATED.fullmatch(folded) or _COMPACT.fullmatch(folded)
    if match:
        parts = match.groupdict()
        try:
            local = datetime(
                int(parts["y"]),
                int(parts["m"]),
                int(parts["d"]),
                int(parts["H"] or 0),
                int(parts["M"] or 0),
                int(parts["S"] or 0),
                tzinfo=HOSPITAL_TIME,
            )
        except ValueError:
            return None
        return local.astimezone(UTC)
    if _SERIAL.fullmatch(folded) and 20_000 <= float(folded) < 80_000:
        start = datetime(1899, 12, 30, tzinfo=HOSPITAL_TIME)
        seconds = round(float(folded) * 86_400)
        return (start + timedelta(seconds=seconds)).astimezone(UTC)
    return None


def read_number(text: str) -> Decimal | None:
    """The number at the start of a cell such as ``3次`` or ``2.5 天``."""
    match = re.match(r"\s*(-?\d+(?:\.\d+)?)\s*[次天日回]?\s*$", clean(text))
    if not match:
        return None
    try:
        return Decimal(match[1])
    except InvalidOperation:
        return None


class IdState(StrEnum):
    """What can be said of an identity number without asking anybody."""

    FINE = "fine"
    DIGITS_LOST = "digits_lost"
    CHECK_DIGIT = "check_digit"
    OTHER = "other"


def read_id_number(text: str) -> tuple[str, IdState]:
    """An identity number kept whole, and whether a spreadsheet or a typing error has harmed it."""
    number = re.sub(r"\s+", "", clean(text)).lstrip("'").upper()
    if _EXPONENT.fullmatch(number):
        return number, IdState.DIGITS_LOST
    if re.fullmatch(r"\d{17}[\dX]", number):
        total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
        if "10X98765432"[total % 11] == number[17]:
            return number, IdState.FINE
        return number, IdState.DIGITS_LOST if number.endswith("000") else IdState.CHECK_DIGIT
    return number, IdState.OTHER
