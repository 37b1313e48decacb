"""Tables of documents: columns of wrapped text, rows that break across pages under a repeated head."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import LEFT, Pen, Piece, baseline_in, measure_in
from inspector_app.documents.linebreak import Line, break_lines

SIZE = 10.5
LEADING = 15.0
PAD = 4.0
_WIDEST_GAP = 0.16
_MOST_LINES = 30
"""Lines of a row beyond which it is cut, so that no row is higher than a page."""
_FIGURE = re.compile(r"[-−]?[\d,]*\.?\d+%?")


class Align(StrEnum):
    """How a cell's text stands; ``SPREAD`` sets a label left and its figure right."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its width in points, and how its cells stand."""

    wide: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Paragraphs of text; a pair in a ``SPREAD`` column is label and figure, parted by a tab."""

    paragraphs: tuple[str, ...]
    face: Face = Face.SONG
    first_face: Face | None = None
    """Face of the first paragraph, where it is a heading."""
    align: Align | None = None
    span: int = 1
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class _CellLine:
    line: Line
    face: Face = Face.SONG
    right: Line | None = None
    scale: float = 1.0
    """Below one where a figure is wider than its column: it is set smaller, a sum is never broken."""


def row_pieces(
    cells: Sequence[Cell], columns: Sequence[Column], *, header: tuple[Piece, ...] = (), shaded: bool = False,
    size: float = SIZE, leading: float = LEADING, least_height: float = 0.0, centre_vertically: bool = False,
    left: float = LEFT,
) -> list[Piece]:  # fmt: skip
    """Return a row; a very high one comes in several pieces that join without a line between."""
    boxes = _boxes(cells, columns, left)
    lines = [_lines(cell, wide - 2 * PAD, align, size) for cell, _, wide, align in boxes]
    most = max(map(len, lines))
    parts = [(start, min(start + _MOST_LINES, most)) for start in range(0, most, _MOST_LINES)]
    pieces = []
    for number, (start, end) in enumerate(parts):
        high = (end - start) * leading + 2 * PAD
        if number == len(parts) - 1:
            high = max(high, least_height)
        chosen = [(box, of_cell[start:end]) for box, of_cell in zip(boxes, lines, strict=True)]
        drawer = _row_drawer(chosen, high, size, leading, shaded=shaded, centre=centre_vertically,
                             open_above=number > 0, open_below=number < len(parts) - 1)  # fmt: skip
        pieces.append(Piece(height=high, draw=drawer, header=header))
    return pieces


_EMPTY = Line("", 0.0, 0.0)
_Box = tuple[Cell, float, float, Align]


def _boxes(cells: Sequence[Cell], columns: Sequence[Column], left: float) -> list[_Box]:
    boxes = []
    x, position = left, 0
    for cell in cells:
        spanned = columns[position : position + cell.span]
        wide = sum(column.wide for column in spanned)
        boxes.append((cell, x, wide, cell.align or spanned[0].align))
        x += wide
        position += cell.span
    return boxes


def _lines(cell: Cell, wide: float, align: Align, size: float) -> list[_CellLine]:
    room = wide / size
    lines: list[_CellLine] = []
    for number, text in enumerate(cell.paragraphs):
        face = cell.first_face if cell.first_face and number == 0 else cell.face
        measure = measure_in(face)
        if align is Align.SPREAD and "\t" in text:
            label, _, figure = text.partition("\t")
            left, right = (break_lines(part, 99, measure)[0] for part in (label, figure))
            if left.width + right.width <= room:
                lines.append(_CellLine(left, face, right))
            else:
                scale = min(1.0, room / right.width) if right.width else 1.0
                lines += [_CellLine(left, face), _CellLine(_EMPTY, face, right, scale)]
            continue
        if align is not Align.LEFT and _FIGURE.fullmatch(text):
            whole = break_lines(text, 99, measure)[0]
            lines.append(_CellLine(whole, face, scale=min(1.0, room / whole.width)))
            continue
        broken = break_lines(text, room, measure, justify=align is Align.LEFT, widest_gap=_WIDEST_GAP)
        lines.extend(_CellLine(line, face) for line in broken)
    return lines or [_CellLine(_EMPTY)]


def _row_drawer(
    chosen: list[tuple[_Box, list[_CellLine]]], high: float, size: float, leading: float, *, shaded: bool,
    centre: bool, open_above: bool, open_below: bool,
) -> Callable[[Pen, float], None]:  # fmt: skip
    def draw(pen: Pen, top: float) -> None:
        for (cell, x, wide, align), lines in chosen:
            if shaded or cell.shaded:
                pen.shade(x, top, wide, high, 0.93)
            start = top + PAD
            if centre or align is Align.CENTRE:
                start = top + (high - len(lines) * leading) / 2
            for number, line in enumerate(lines):
                baseline = start + number * leading + baseline_in(leading, size)
                own = size * line.scale
                shift = _shift(align, wide, line.line.width * own)
                _write(pen, line.line, x + shift, baseline, line.face, own)
                if line.right is not None:
                    _write(pen, line.right, x + wide - PAD - line.right.width * own, baseline, line.face, own)
            pen.line(x, top, x, top + high)
        first, right = chosen[0][0][1], x + wide
        pen.line(right, top, right, top + high)
        if not open_above:
            pen.line(first, top, right, top)
        if not open_below:
            pen.line(first, top + high, right, top + high)

    return draw


def _shift(align: Align, wide: float, text: float) -> float:
    """How far from the cell's left edge a line begins."""
    if align is Align.CENTRE:
        return (wide - text) / 2
    return wide - PAD - text if align is Align.RIGHT else PAD


def _write(pen: Pen, line: Line, x: float, baseline: float, face: Face, size: float) -> None:
    pen.text(line.text, x, baseline, face, size, gap=line.gap * size)
