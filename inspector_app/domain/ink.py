"""Strokes that somebody draws by hand on this computer, and which line of which paper they belong to.

Lengths are hundredths of a millimetre on the pad, from its top left corner; times are milliseconds
since the pen first came down; pressure goes from 0 to 1000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import DocumentId, InkId, PersonId, Sha256
from inspector_app.domain.wording import sentence

MOST_STROKES = 200
MOST_POINTS = 6000
LONGEST = 10 * 60 * 1000
"""Milliseconds that one signature may take."""
LARGEST_PAD = 60_000
"""Hundredths of a millimetre; no screen that is signed on is wider."""
FULL_PRESSURE = 1000
_LEAST_REACH = 300
"""Hundredths of a millimetre; what reaches less far is a touch by mistake."""
_LEAST_POINTS = 2
ATTEMPTS = 2
"""How often one line may be signed: once, and once more after the first was struck out."""

SIGNED_TYPES = frozenset(
    {
        DocumentType.RECORD,
        DocumentType.INTERVIEW,
        DocumentType.CONFIRMATION,
        DocumentType.EVIDENCE_LIST,
        DocumentType.REGISTRATION,
        DocumentType.COMMITMENT,
        DocumentType.DELIVERY,
    }
)
"""What is offered to be signed on the screen; whether a paper has lines is up to its template."""
_SIGNED = re.compile(r"party|person|witness|recorder|inspector-[1-9][0-9]?")
_FIELD = re.compile(rf"ink-({_SIGNED.pattern})-([1-{ATTEMPTS}])")
FOOT = "foot-{label}"
"""Name of the line to sign on below each page; labels are counted from 1."""
DAY_OF = ":day"
"""Ends the name of the place beside a line where the day is written."""


class Point(NamedTuple):
    """Where the pen was, when, and how hard it pressed."""

    x: int
    y: int
    at: int
    pressure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One movement of the pen from its touch to its lifting."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """All strokes of one signature, and the size of the pad they were drawn on."""

    strokes: tuple[Stroke, ...]
    width: int
    height: int

    def points(self) -> Iterator[Point]:
        for stroke in self.strokes:
            yield from stroke.points

    @property
    def extent(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of what was drawn; all zero where nothing was."""
        xs = [point.x for point in self.points()]
        ys = [point.y for point in self.points()]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSignature:
    """Strokes on one line of one paper: by whom, before whom, over which bytes; it never changes."""

    id: InkId
    document: DocumentId
    over: Sha256
    """Hash of the paper's bytes that lay before the person."""
    place: str
    """Name of the line in the template, such as ``party`` or ``inspector-1``."""
    line: str
    """What the paper prints before that line."""
    name: str
    post: str = ""
    present: tuple[str, ...] = ()
    """Names of those in whose presence it was drawn."""
    taken_at: datetime
    taken_by: PersonId
    ink: Ink
    strikes: InkId | None = None
    """The earlier strokes on this line that these strike out; both stay."""
    strike_reason: str = ""


def refuse_unfit(ink: Ink) -> None:
    """Refuse strokes that nobody draws: none, endless, outside the pad, backwards in time."""
    if len(ink.strokes) > MOST_STROKES or sum(len(one.points) for one in ink.strokes) > MOST_POINTS:
        raise UnusableInput(
            sentence("This is too much for a signature. Nothing was kept; clear the pad and sign again.")
        )
    if not (0 < ink.width <= LARGEST_PAD and 0 < ink.height <= LARGEST_PAD) or not _is_sound(ink):
        raise UnusableInput(
            sentence(
                "These strokes do not fit the pad they are said to come from. Nothing was kept; sign again."
            )
        )
    if is_nothing(ink):
        raise UnusableInput(sentence("Nothing is drawn yet. Sign on the pad first."))


def is_nothing(ink: Ink) -> bool:
    """Tell whether this is an empty pad or a touch by mistake."""
    left, top, right, bottom = ink.extent
    count = sum(len(one.points) for one in ink.strokes)
    return count < _LEAST_POINTS or max(right - left, bottom - top) < _LEAST_REACH


def _is_sound(ink: Ink) -> bool:
    before = 0
    for point in ink.points():
        if not (0 <= point.x <= ink.width and 0 <= point.y <= ink.height):
            return False
        if not (before <= point.at <= LONGEST and 0 <= point.pressure <= FULL_PRESSURE):
            return False
        before = point.at
    return all(stroke.points for stroke in ink.strokes)


def is_signed_by_hand(place: str) -> bool:
    """Tell whether a place of a template is a line on which a person writes their name."""
    return _SIGNED.fullmatch(place) is not None


def field_of(place: str, attempt: int) -> str:
    """Name the field in the PDF for the strokes on a line; ``attempt`` counts from 1."""
    return f"ink-{place}-{attempt}"


def place_of(field: str) -> tuple[str, int] | None:
    """Read the line and the attempt off a field's name; ``None`` for any other field."""
    found = _FIELD.fullmatch(field)
    return (found[1], int(found[2])) if found else None


def foot_label(place: str) -> str:
    """Name the line below each page that belongs to a line at the end; empty where none does.

    Templates have the inspected party's first and the inspectors' second.
    """
    if place in ("party", "person"):
        return FOOT.format(label=1)
    return FOOT.format(label=2) if place.startswith("inspector-") else ""
