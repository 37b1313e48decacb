"""The handwriting of the invented witness, as a pad would report it."""

from __future__ import annotations

from itertools import pairwise

from inspector_app.domain.ink import FULL_PRESSURE, Ink, Point, Stroke

_Line = tuple[tuple[int, int], ...]
_NAME: tuple[tuple[_Line, ...], ...] = (
    (((25, 22), (75, 18)), ((10, 46), (92, 42)), ((45, 46), (22, 80), (70, 74)), ((62, 62), (80, 88))),
    (
        ((22, 30), (25, 63)),
        ((22, 30), (78, 26), (74, 60)),
        ((25, 62), (74, 58)),
        ((51, 5), (50, 60), (49, 98)),
    ),
    (
        ((8, 22), (5, 36)),
        ((8, 22), (48, 19), (42, 32)),
        ((29, 8), (20, 42), (8, 62)),
        ((20, 42), (20, 95)),
        ((33, 33), (39, 42)),
        ((20, 52), (48, 49)),
        ((20, 66), (46, 63)),
        ((20, 80), (46, 77)),
        ((34, 48), (34, 92)),
        ((20, 94), (52, 90)),
        ((70, 6), (62, 22)),
        ((60, 22), (60, 56)),
        ((60, 23), (85, 20), (82, 37)),
        ((68, 27), (73, 34)),
        ((60, 56), (93, 53), (90, 86), (80, 95)),
        ((54, 75), (81, 72)),
    ),
)
"""Characters in boxes of a hundred, stroke by stroke."""
_CHARACTER, _GAP = 2600, 300
_WIDTH, _HEIGHT = 12_000, 4000
_STEP = 3
"""Parts of the box between two reports of the pen."""


def handwriting() -> Ink:
    """Return the three characters of the witness's name."""
    strokes, time = [], 0
    for place, character in enumerate(_NAME):
        left = 1500 + place * (_CHARACTER + _GAP)
        for line in character:
            corners = [(left + x * _CHARACTER // 100, 700 + y * _CHARACTER // 100) for x, y in line]
            points = _along(corners, time)
            strokes.append(Stroke(points=tuple(points)))
            time = points[-1].at + 120
    return Ink(strokes=tuple(strokes), width=_WIDTH, height=_HEIGHT)


def _along(corners: list[tuple[int, int]], begun: int) -> list[Point]:
    """Go from corner to corner, pressed less where the pen comes down and leaves."""
    places = [corners[0]]
    for (x1, y1), (x2, y2) in pairwise(corners):
        steps = max(abs(x2 - x1), abs(y2 - y1)) * 100 // (_CHARACTER * _STEP) + 1
        places += [(x1 + (x2 - x1) * n // steps, y1 + (y2 - y1) * n // steps) for n in range(1, steps + 1)]
    last = max(len(places) - 1, 1)
    return [
        Point(x, y, begun + 11 * n, FULL_PRESSURE * (30 + 45 * 4 * n * (last - n) // (last * last)) // 100)
        for n, (x, y) in enumerate(places)
    ]
