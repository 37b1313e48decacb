"""The parts that documents are put together from: grids, tables, photographs, lines to sign on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import (
    BLACK,
    BODY,
    FORM,
    GREY,
    LETTER,
    LINE,
    MM,
    PITCH,
    WIDE_FORM,
    Foot,
    Frame,
    PageNumbers,
    Pen,
    Piece,
    baseline_in,
    measure_in,
    paragraph,
)
from inspector_app.documents.linebreak import even_lines
from inspector_app.documents.tables import Align, Cell, Column, row_pieces
from inspector_app.domain.ink import DAY_OF, FOOT
from inspector_app.domain.papers import Photograph
from inspector_app.domain.template import Block, PaperKind, Stand

_ALIGN = {Stand.LEFT: Align.LEFT, Stand.CENTRE: Align.CENTRE, Stand.RIGHT: Align.RIGHT}
_LABEL_SHARE = 0.17
_LABEL_AT_MOST = 0.6
"""Of the width, for the label of a line to sign on; a longer one stands in several lines."""
_DATE = "　　　　年　　月　　日"
_FOOT_BELOW, _FOOT_SIZE, _FOOT_GAP = 7 * MM, 10.5, 4 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Sizes of one kind of paper, in points."""

    frame: Frame
    page_numbers: PageNumbers
    size: float
    pitch: float
    leading: float
    table_size: float
    table_leading: float

    def width(self, text: str, face: Face = Face.FANG) -> float:
        """Return how wide a line of body text is."""
        return sum(map(measure_in(face), text)) * self.pitch


STYLES = {
    PaperKind.LETTER: Style(
        frame=LETTER, page_numbers=PageNumbers.DASHED, size=BODY, pitch=PITCH, leading=LINE, table_size=11,
        table_leading=16,
    ),
    PaperKind.FORM: Style(
        frame=FORM, page_numbers=PageNumbers.COUNTED, size=13, pitch=13, leading=22, table_size=11,
        table_leading=16.5,
    ),
    PaperKind.WIDE_FORM: Style(
        frame=WIDE_FORM, page_numbers=PageNumbers.COUNTED, size=12, pitch=12, leading=20, table_size=10.5,
        table_leading=15,
    ),
}  # fmt: skip


def text_pieces(
    text: str, style: Style, *, face: Face = Face.FANG, indent: float = 2.0, stand: Stand = Stand.LEFT
) -> list[Piece]:
    """Return paragraphs, one a line of ``text``; nothing for an empty text."""
    pieces: list[Piece] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        left, wide = style.frame.left, style.frame.wide
        if stand is Stand.RIGHT:
            shift = max(wide - style.width(line, face) - 0.01, 0.0)
            left, wide, indent = left + shift, wide - shift + 0.02, 0.0
        pieces += paragraph(
            line.rstrip(), face=face, indent=0.0 if stand is Stand.CENTRE else indent, size=style.size,
            pitch=style.pitch, leading=style.leading, left=left, wide=wide, centred=stand is Stand.CENTRE,
        )  # fmt: skip
    return pieces


def heading_pieces(text: str, style: Style, *, indent: float) -> list[Piece]:
    """Return a heading that stays with what follows."""
    pieces = text_pieces(text, style, face=Face.HEI, indent=indent)
    for piece in pieces:
        piece.stays_with_next = True
    return pieces


def pair_pieces(rows: Sequence[Sequence[str]], style: Style) -> list[Piece]:
    """Return a grid of labels and values; a row of one pair takes the whole width."""
    wide = style.frame.wide
    label, value = wide * _LABEL_SHARE, wide * (0.5 - _LABEL_SHARE)
    columns = tuple(Column(wide=part) for part in (label, value, label, value))
    pieces: list[Piece] = []
    for row in rows:
        cells = [
            Cell(paragraphs=tuple(text.splitlines()) or ("",), face=Face.FANG if position % 2 else Face.SONG,
                 align=Align.LEFT if position % 2 else Align.CENTRE, shaded=position % 2 == 0,
                 span=3 if len(row) == 2 and position == 1 else 1)
            for position, text in enumerate(row)
        ]  # fmt: skip
        pieces += row_pieces(
            cells, columns, size=style.table_size, leading=style.table_leading, left=style.frame.left,
            least_height=style.table_leading + 10, centre_vertically=True,
        )  # fmt: skip
    return [*pieces, Piece(height=0.4 * style.leading, blank=True)]


def table_pieces(
    block: Block, rows: Sequence[Sequence[str]], total: Sequence[str], style: Style
) -> list[Piece]:
    """Return a table under a head that every page repeats; ``least_rows`` leaves rows for the pen."""
    shares = sum(column.share for column in block.columns)
    columns = tuple(
        Column(wide=style.frame.wide * column.share / shares, align=_ALIGN[column.stand])
        for column in block.columns
    )
    small = style.table_size - 0.5

    def row(texts: Sequence[str], header: tuple[Piece, ...] = (), *, is_head: bool = False) -> list[Piece]:
        cells = [
            Cell(paragraphs=tuple(text.splitlines()) or ("",), face=Face.HEI if is_head else Face.SONG,
                 align=Align.CENTRE if is_head else None)
            for text in texts
        ]  # fmt: skip
        return row_pieces(
            cells, columns, header=header, shaded=is_head, size=small, leading=style.table_leading,
            left=style.frame.left, least_height=style.table_leading + 8, centre_vertically=True,
        )  # fmt: skip

    head = row([column.title for column in block.columns], is_head=True)
    for piece in head:
        piece.stays_with_next = True
    pieces = [*head]
    blanks = [[""] * len(columns)] * max(block.least_rows - len(rows), 0)
    for texts in (*rows, *blanks):
        pieces += row(texts, tuple(head))
    if total:
        pieces[-1].stays_with_next = True
        pieces += row(total, tuple(head))
    return [*pieces, Piece(height=0.4 * style.leading, blank=True)]


def photograph_pieces(photographs: Sequence[Photograph], style: Style, *, a_row: int) -> list[Piece]:
    """Return photographs with caption, number and the original's hash; one of them fills a page."""
    gap = 6 * MM
    wide = (style.frame.wide - gap * (a_row - 1)) / a_row
    room = wide * 0.75 if a_row > 1 else style.frame.high - 60
    pieces = []
    for start in range(0, len(photographs), a_row):
        chosen = photographs[start : start + a_row]
        captions = [
            _caption(photograph, style, style.frame.left + position * (wide + gap), wide)
            for position, photograph in enumerate(chosen)
        ]
        text_high = max(sum(piece.height for piece in caption) for caption in captions)
        high = room if a_row > 1 else min(room, style.frame.high - text_high - 8)
        drawer = _photographs(chosen, captions, style.frame.left, wide, high, gap)
        pieces.append(Piece(height=high + text_high + 8, draw=drawer))
    return pieces


def _caption(photograph: Photograph, style: Style, left: float, wide: float) -> list[Piece]:
    text = f"{photograph.label}　{photograph.caption}".strip()
    shown = paragraph(text, face=Face.SONG, indent=0, size=10, pitch=10, leading=14, left=left,
                      wide=wide)  # fmt: skip
    size = 6.2 if wide < style.frame.wide * 0.9 else 8.0
    printed = f"SHA-256 {photograph.sha256}"
    return [*shown, *paragraph(printed, face=Face.SONG, indent=0, size=size, pitch=size, leading=size + 3,
                               left=left, wide=wide, colour=GREY)]  # fmt: skip


def _photographs(
    chosen: Sequence[Photograph], captions: Sequence[list[Piece]], left: float, wide: float, high: float,
    gap: float,
) -> Callable[[Pen, float], None]:  # fmt: skip
    def draw(pen: Pen, top: float) -> None:
        for position, (photograph, caption) in enumerate(zip(chosen, captions, strict=True)):
            x = left + position * (wide + gap)
            scale = min(wide / photograph.width, high / photograph.height)
            drawn = photograph.width * scale, photograph.height * scale
            pen.picture(photograph.jpeg, x + (wide - drawn[0]) / 2, top + (high - drawn[1]) / 2, *drawn)
            y = top + high + 3
            for line in caption:
                line.draw(pen, y)
                y += line.height

    return draw


def signature_pieces(rows: Sequence[Sequence[str]], style: Style) -> list[Piece]:
    """Return lines to sign on: a name for the place, its label, and whether a date is written beside it."""
    left, right = style.frame.left, style.frame.left + style.frame.wide
    high = max(1.35 * style.leading, 27.0)
    pieces = []
    for name, label, *more in rows:
        text = (more[0] or _DATE) if more else ""
        pieces.append(_signature_line(name, label, text, style, left, right, high))
    for piece in pieces[:-1]:
        piece.stays_with_next = True
    return pieces


def _signature_line(
    name: str, label: str, after: str, style: Style, left: float, right: float, high: float
) -> Piece:
    lines = even_lines(label, (right - left) * _LABEL_AT_MOST, style.width)
    label_wide, after_wide = max(map(style.width, lines)), style.width(after)
    high += style.leading * (len(lines) - 1)
    start = left + label_wide
    end = right - after_wide - (style.pitch if after else 0.0)
    if end < start + 4 * style.pitch:  # no room for both: the line to sign on matters more
        after, end = "", right

    def draw(pen: Pen, top: float) -> None:
        baseline = top + high - style.leading + baseline_in(style.leading, style.size)
        for above, line in enumerate(reversed(lines)):
            pen.text(line, left, baseline - above * style.leading, Face.FANG, style.size, pitch=style.pitch)
        pen.line(start, top + high - 4, end, top + high - 4)
        if after:
            pen.text(after, end + style.pitch, baseline, Face.FANG, style.size, pitch=style.pitch)

    places = [(name, start, 2.0, end - start, high - 7)]
    if after == _DATE:
        places.append((f"{name}{DAY_OF}", end + style.pitch, 0.0, after_wide, high - 4))
    return Piece(height=high, draw=draw, places=tuple(places))


def ruled_lines(count: int, style: Style) -> list[Piece]:
    """Return empty lines to write on with a pen."""

    def draw(pen: Pen, top: float) -> None:
        y = top + style.leading * 1.2 - 3
        pen.line(style.frame.left, y, style.frame.left + style.frame.wide, y, thickness=0.4, colour=GREY)

    return [Piece(height=style.leading * 1.2, draw=draw, stays_with_next=True) for _ in range(count)]


def seal_pieces(name: str, seal: str, date: str, style: Style) -> list[Piece]:
    """Return issuing body, place of its seal and date, as official letters end; the field is ``bureau``."""
    right = style.frame.left + style.frame.wide
    names = even_lines(name, style.frame.wide, style.width)
    longest = max(map(style.width, names))
    centre = right - 4 * style.pitch - style.width(date) / 2
    if longest / 2 > right - centre:  # a long name keeps the right edge instead
        centre = right - longest / 2
    side = 3 * style.leading

    def line(text: str, colour: tuple[float, float, float] = BLACK) -> Piece:
        x = max(style.frame.left, centre - style.width(text) / 2)

        def draw(pen: Pen, top: float) -> None:
            baseline = top + baseline_in(style.leading, style.size)
            pen.text(text, x, baseline, Face.FANG, style.size, pitch=style.pitch, colour=colour)

        return Piece(height=style.leading, draw=draw, stays_with_next=True)

    *before, named = map(line, names)
    last = line(date)
    named.places = (("bureau", centre - side / 2, 0.0, side, side),)
    last.stays_with_next = False
    gap = Piece(height=style.leading, blank=True, stays_with_next=True)
    return [gap, *before, named, line(seal, GREY), last]


def foot_line(labels: Sequence[str], style: Style) -> Foot:
    """Return what draws a line to sign on below the area of every page."""

    def draw(pen: Pen, _page: int, _pages: int) -> None:
        top = style.frame.top + style.frame.high + _FOOT_BELOW
        for label, x, start, wide in _foot(labels, style):
            pen.text(label, x, top + _FOOT_SIZE, Face.SONG, _FOOT_SIZE)
            pen.line(start, top + _FOOT_SIZE + 2, start + wide, top + _FOOT_SIZE + 2)

    return draw


def foot_places(labels: Sequence[str], style: Style) -> tuple[tuple[str, float, float, float, float], ...]:
    """Return the boxes above the lines of :func:`foot_line`: name, x, top within the area, width, height."""
    high = _FOOT_SIZE + 14
    return tuple(
        (FOOT.format(label=number), start, style.frame.high + _FOOT_BELOW - 13, wide, high)
        for number, (_, _, start, wide) in enumerate(_foot(labels, style), start=1)
    )


def _foot(labels: Sequence[str], style: Style) -> list[tuple[str, float, float, float]]:
    """Return each label with its x, and where its line begins and how long it is."""
    wides = [sum(map(measure_in(Face.SONG), label)) * _FOOT_SIZE for label in labels]
    rule = max((style.frame.wide - sum(wides)) / len(labels) - _FOOT_GAP, _FOOT_GAP)
    found, x = [], style.frame.left
    for label, wide in zip(labels, wides, strict=True):
        found.append((label, x, x + wide, rule))
        x += wide + rule + _FOOT_GAP
    return found
