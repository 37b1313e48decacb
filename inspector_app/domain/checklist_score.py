"""Points of a checklist: what its author gives for answers (评分), and how many are reached."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

Points = tuple[tuple[str, Decimal], ...]
"""Points by answer; an empty answer stands for every one that complies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Points reached, and points that could be reached with what is asked now."""

    points: Decimal = Decimal(0)
    most: Decimal = Decimal(0)

    def __add__(self, other: Score) -> Score:
        return Score(points=self.points + other.points, most=self.most + other.most)


def read_points(text: str) -> Points:
    """Read ``5`` or ``yes=5 partly=2``; raise ``ValueError`` where it is neither."""
    words = text.replace(",", " ").split()
    if len(words) == 1 and "=" not in words[0]:
        return (("", _number(words[0])),)
    found = []
    for word in words:
        answer, sign, number = word.partition("=")
        if not answer or not sign:
            raise ValueError(word)
        found.append((answer, _number(number)))
    return tuple(found)


def reached(points: Points, value: str, *, complies: bool) -> Score:
    """Return the points of one answer; several choices add up, but never beyond the most there are."""
    if not points:
        return Score()
    if points[0][0] == "":
        most = points[0][1]
        return Score(points=most if value and complies else Decimal(0), most=most)
    most = max(number for _, number in points)
    by_answer = dict(points)
    given = sum((by_answer.get(one, Decimal(0)) for one in value.split()), Decimal(0))
    return Score(points=min(given, most), most=most)


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite():
        raise ValueError(text)
    return number
