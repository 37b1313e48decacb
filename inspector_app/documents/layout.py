"""The page of GB/T 9704-2012: its frame, and how pieces of a document flow through it.

All lengths are in points, measured from the top left corner downwards, as people read; only
:class:`Pen` knows that PDF counts upwards.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents.fonts import Face, face_for, font, runs, width
from inspector_app.documents.linebreak import Line, break_lines

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
TOP, LEFT = 37 * MM, 28 * MM
AREA_WIDTH, AREA_HEIGHT = 156 * MM, 225 * MM
COLUMNS, ROWS = 28, 22
PITCH = AREA_WIDTH / COLUMNS
"""Distance of characters; 28 of 16 pt would be wider than the area, so the pitch is a little less."""
LINE = AREA_HEIGHT / ROWS
BODY = 16.0
RED = (0.86, 0.06, 0.09)
BLACK = (0.0, 0.0, 0.0)
GREY = (0.45, 0.45, 0.45)
PALE = (0.88, 0.88, 0.88)
Colour = tuple[float, float, float]
BOTTOM_TO_NUMBER = 7 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sheet of paper and the area on it that text may fill."""

    page_width: float = PAGE_WIDTH
    page_height: float = PAGE_HEIGHT
    left: float = LEFT
    top: float = TOP
    wide: float = AREA_WIDTH
    high: float = AREA_HEIGHT


LETTER = Frame()
"""The frame of GB/T 9704."""
FORM = Frame(left=25 * MM, top=25 * MM, wide=160 * MM, high=236 * MM)
"""Records and lists, which have a line to sign on below each page."""
WIDE_FORM = Frame(
    page_width=PAGE_HEIGHT, page_height=PAGE_WIDTH, left=20 * MM, top=20 * MM, wide=257 * MM, high=154 * MM
)
"""Tables of many columns, on paper turned round."""


class PageNumbers(StrEnum):
    """How pages are numbered, as the type of document asks."""

    NONE = "none"
    DASHED = "dashed"
    """— 1 —, outside, as official letters have it."""
    COUNTED = "counted"
    """第1页 共3页, in the middle, as records have it: a missing page shows."""


class _Widths(dict[str, float]):
    """Widths of characters of text set in one face, in ems; measured once each."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        self[character] = found = width(face_for(character, self._face) or self._face, character)
        return found


_WIDTHS = {face: _Widths(face) for face in Face}


def measure_in(face: Face) -> Callable[[str], float]:
    """Return how wide a character of text set in ``face`` is, in ems, whichever font draws it."""
    return _WIDTHS[face].__getitem__


class Pen:
    """Draws on one page, counting from its top left corner."""

    def __init__(self, canvas: Canvas, frame: Frame = LETTER) -> None:
        self._canvas = canvas
        self._frame = frame
        self._fill: Colour = BLACK
        self._stroke: tuple[Colour, float] | None = None

    def text(
        self, text: str, x: float, baseline: float, face: Face, size: float, *, pitch: float = 0.0,
        gap: float = 0.0, colour: Colour = BLACK,
    ) -> float:  # fmt: skip
        """Write text, return where it ends; ``pitch`` is the advance of an em, ``gap`` is added to each."""
        em = pitch or size
        measure = measure_in(face)
        if colour != self._fill:
            self._fill = colour
            self._canvas.setFillColorRGB(*colour)
        drawing = self._canvas.beginText()
        for one_face, piece in runs(text, face):
            font(one_face)
            drawing.setTextOrigin(x, self._frame.page_height - baseline)
            drawing.setFont(one_face.value, size)
            wide = sum(map(measure, piece))
            advance = wide * em + gap * len(piece)
            drawing.setCharSpace((advance - wide * size) / len(piece))
            drawing.textOut(piece)
            x += advance
        drawing.setCharSpace(0)
        self._canvas.drawText(drawing)
        return x

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, thickness: float = 0.5, colour: Colour = BLACK
    ) -> None:
        self._draw_with(colour, thickness)
        self._canvas.line(x1, self._frame.page_height - y1, x2, self._frame.page_height - y2)

    def box(self, x: float, y: float, wide: float, high: float, *, thickness: float = 0.5) -> None:
        self._draw_with(BLACK, thickness)
        self._canvas.rect(x, self._frame.page_height - y - high, wide, high)

    def picture(self, jpeg: bytes, x: float, y: float, wide: float, high: float) -> None:
        """Draw an encoded picture into a box; it is embedded as it is."""
        image = ImageReader(io.BytesIO(jpeg))
        self._canvas.drawImage(image, x, self._frame.page_height - y - high, wide, high)

    def shade(self, x: float, y: float, wide: float, high: float, grey: float) -> None:
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, self._frame.page_height - y - high, wide, high, stroke=0, fill=1)
        self._canvas.setFillColorRGB(*self._fill)

    def _draw_with(self, colour: Colour, thickness: float) -> None:
        if self._stroke != (colour, thickness):
            self._stroke = (colour, thickness)
            self._canvas.setStrokeColorRGB(*colour)
            self._canvas.setLineWidth(thickness)

    def watermark(self, text: str) -> None:
        """Write large pale letters across the page, below everything else."""
        self._canvas.saveState()
        self._canvas.translate(self._frame.page_width / 2, self._frame.page_height / 2)
        self._canvas.rotate(52)
        size = 120.0
        font(Face.HEI)
        self._canvas.setFont(Face.HEI.value, size)
        self._canvas.setFillColorRGB(0.93, 0.93, 0.93)
        spread = size * 0.4
        start = -(len(text) * size + (len(text) - 1) * spread) / 2
        for position, character in enumerate(text):
            self._canvas.drawString(start + position * (size + spread), -size / 3, character)
        self._canvas.restoreState()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A box on a page, for a field that is filled later; in PDF's points from the bottom left."""

    name: str
    page: int
    """Counted from 0."""
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(slots=True, kw_only=True)
class Piece:
    """Something of a height that is never cut; ``draw`` gets the pen and its top."""

    height: float
    draw: Callable[[Pen, float], None] = lambda _pen, _top: None
    stays_with_next: bool = False
    blank: bool = False
    """Left out at the head of a page."""
    header: tuple[Piece, ...] = ()
    """Repeated above it when it begins a page."""
    places: tuple[tuple[str, float, float, float, float], ...] = ()
    """Named boxes: x, top within the piece, width, height."""


@dataclass(slots=True)
class Sheet:
    """One page of placed pieces."""

    pieces: list[tuple[float, Piece]] = field(default_factory=list)


def paginate(pieces: Sequence[Piece], *, first_top: float = 0.0, high: float = AREA_HEIGHT) -> list[Sheet]:
    """Distribute pieces over pages; those that stay with the next move together."""
    sheets = [Sheet()]
    top = first_top
    for unit in _units(pieces):
        header = unit[0].header
        if all(piece.blank for piece in unit) and _height(unit) < high and top + _height(unit) > high:
            continue  # a gap at the foot of a page begins no other page
        if top + _height(unit) > high + 0.01 and top > 0:
            sheets.append(Sheet())
            top = 0.0
            for piece in header:
                sheets[-1].pieces.append((top, piece))
                top += piece.height
        for piece in unit:
            if top + piece.height > high + 0.01 and top > 0:  # a unit longer than a page
                sheets.append(Sheet())
                top = 0.0
            if piece.blank and top == 0:
                continue
            sheets[-1].pieces.append((top, piece))
            top += piece.height
    return sheets


def _units(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    unit: list[Piece] = []
    for piece in pieces:
        unit.append(piece)
        if not piece.stays_with_next:
            yield unit
            unit = []
    if unit:
        yield unit


def _height(unit: Sequence[Piece]) -> float:
    return sum(piece.height for piece in unit)


def paragraph(
    text: str, *, face: Face = Face.FANG, indent: float = 2.0, size: float = BODY, pitch: float = PITCH,
    leading: float = LINE, left: float = LEFT, wide: float = AREA_WIDTH, keep: bool = False,
    centred: bool = False, colour: Colour = BLACK, hanging: float = 0.0,
) -> list[Piece]:  # fmt: skip
    """Return the lines of a paragraph; the first two and the last two never part (``keep``: none do)."""
    room = wide / pitch - hanging
    lines = break_lines(text, room, measure_in(face), indent=indent - hanging if hanging else indent,
                        justify=not centred)  # fmt: skip
    pieces = []
    for number, line in enumerate(lines):
        shift = (indent if number == 0 else hanging) * pitch
        if centred:
            shift = (wide - line.width * pitch) / 2
        drawer = _line_drawer(line, left + shift, face, size, pitch, leading, colour)
        pieces.append(Piece(height=leading, draw=drawer))
    for number, piece in enumerate(pieces[:-1]):
        piece.stays_with_next = keep or number == 0 or number == len(pieces) - 2
    return pieces


def _line_drawer(
    line: Line, x: float, face: Face, size: float, pitch: float, leading: float, colour: Colour
) -> Callable[[Pen, float], None]:
    def draw(pen: Pen, top: float) -> None:
        baseline = top + baseline_in(leading, size)
        pen.text(line.text, x, baseline, face, size, pitch=pitch, gap=line.gap * pitch, colour=colour)

    return draw


def baseline_in(leading: float, size: float) -> float:
    """Return how far below a line's top its baseline lies: the em box is centred in the line."""
    return (leading - size) / 2 + size * 0.88


def blank_lines(count: float = 1, leading: float = LINE) -> Piece:
    """Return empty lines, left out at the head of a page."""
    return Piece(height=count * leading, blank=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The bytes of a document and the places left open in it."""

    pdf: bytes
    pages: int
    places: tuple[Place, ...]


Foot = Callable[[Pen, int, int], None]
"""Draws below the area of a page: the pen, the page counted from 1, how many there are."""


def draw(
    sheets: Sequence[Sheet], *, title: str, author: str, subject: str = "", watermark: str = "",
    page_numbers: PageNumbers = PageNumbers.DASHED, frame: Frame = LETTER, foot: Foot | None = None,
    on_each: Sequence[tuple[str, float, float, float, float]] = (),
) -> Drawn:  # fmt: skip
    """Draw the pages; the same pieces give the same bytes. ``on_each`` are boxes that every page has."""
    font(Face.SONG)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(frame.page_width, frame.page_height),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        initialFontName=Face.SONG.value,
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator("")
    canvas.setProducer("")
    places: list[Place] = []
    for number, sheet in enumerate(sheets):
        pen = Pen(canvas, frame)
        if watermark:
            pen.watermark(watermark)
        for top, piece in sheet.pieces:
            piece.draw(pen, frame.top + top)
            places.extend(_place(named, number, frame.top + top, frame) for named in piece.places)
        if foot is not None:
            foot(pen, number + 1, len(sheets))
        places.extend(_place(named, number, frame.top, frame) for named in on_each)
        if page_numbers is PageNumbers.DASHED:
            _dashed(pen, number + 1, frame)
        elif page_numbers is PageNumbers.COUNTED:
            _counted(pen, number + 1, len(sheets), frame)
        canvas.showPage()
    canvas.save()
    return Drawn(pdf=buffer.getvalue(), pages=len(sheets), places=tuple(places))


def _place(named: tuple[str, float, float, float, float], page: int, top: float, frame: Frame) -> Place:
    name, x, y, wide, high = named
    above = frame.page_height - top - y
    return Place(name=name, page=page, x1=x, x2=x + wide, y2=above, y1=above - high)


def _dashed(pen: Pen, number: int, frame: Frame) -> None:
    """Four points' figures between dashes, 7 mm below the area; odd pages right, even pages left."""
    size = 14.0
    text = f"— {number} —"
    wide = sum(map(measure_in(Face.SONG), text)) * size
    x = frame.left + frame.wide - size - wide if number % 2 else frame.left + size
    pen.text(text, x, frame.top + frame.high + BOTTOM_TO_NUMBER + size * 0.7, Face.SONG, size)


def _counted(pen: Pen, number: int, pages: int, frame: Frame) -> None:
    size = 10.5
    text = f"第{number}页　共{pages}页"
    wide = sum(map(measure_in(Face.SONG), text)) * size
    x = frame.left + (frame.wide - wide) / 2
    pen.text(text, x, frame.top + frame.high + 20 * MM, Face.SONG, size)
