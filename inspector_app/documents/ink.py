"""Strokes on paper: lines prepared for them, drawn as vectors, sealed with the laptop's certificate.

Every line for a name gets a signature field for each attempt, and the boxes that repeat a name or
a day get buttons without an action. All are prepared before the first signature, because after it
nothing may be added but what fills a field.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents.appearances import place_in
from inspector_app.documents.authority import Signer
from inspector_app.documents.envelopes import find_envelopes
from inspector_app.documents.fonts import Face, font, runs
from inspector_app.documents.layout import Drawn, Place, measure_in
from inspector_app.documents.seals import read_seal
from inspector_app.documents.signing import SignaturePlace, fields_of, prepare, sign
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.ink import (
    ATTEMPTS,
    DAY_OF,
    FULL_PRESSURE,
    Ink,
    Point,
    field_of,
    foot_label,
    is_signed_by_hand,
    place_of,
)

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

_TO_POINTS = 72 / 2540
"""From hundredths of a millimetre."""
_ABOVE = 9.0
"""Points that strokes may reach above their line's own box."""
_SHARE = 0.6
"""Part of a line that one attempt may take, so that a second has room beside it."""
_NIBS = 8
_NOTE = "手写"
_FOOT_DAY = "foot-3"
_BUTTON = 1 << 16 | 1
"""A push button that cannot be pushed; it only holds what is drawn in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """A button to be made: what stands in it when its line is signed."""

    name: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


def prepare_lines(drawn: Drawn) -> bytes:
    """Append the empty fields of every line that is signed by hand; a paper without any stays as it is."""
    lines = [place for place in drawn.places if is_signed_by_hand(place.name)]
    if not lines:
        return drawn.pdf
    places = [
        SignaturePlace(
            field=field_of(line.name, attempt),
            page=line.page,
            left=line.x1,
            bottom=line.y1,
            width=line.x2 - line.x1,
            height=line.y2 - line.y1 + _ABOVE,
        )
        for line in lines
        for attempt in range(1, ATTEMPTS + 1)
    ]
    return _with_buttons(prepare(drawn.pdf, places), list(_boxes(lines, drawn.places)))


def lines_of(pdf: bytes) -> dict[str, int]:
    """Return the lines that were prepared in a paper, each with how often it was signed."""
    found: dict[str, int] = {}
    for field, is_signed in fields_of(pdf).items():
        if (named := place_of(field)) is not None:
            found[named[0]] = found.get(named[0], 0) + is_signed
    return found


def sealed_by(pdf: bytes) -> str:
    """Return the code of the authority under the first seal of a paper of ours; empty where it has none."""
    envelopes = find_envelopes(pdf)
    return read_seal(envelopes[0].der).names.authority_code if envelopes else ""


def authorities_of(pdf: bytes) -> tuple[str, ...]:
    """Return the codes of the authorities under all seals of a paper of ours, each once."""
    return tuple(dict.fromkeys(read_seal(one.der).names.authority_code for one in find_envelopes(pdf)))


def pages_in(pdf: bytes) -> int:
    """Return how many pages a paper of ours has."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    return int(PdfFileReader(io.BytesIO(pdf)).root["/Pages"]["/Count"])


def seal_strokes(
    pdf: bytes, signer: Signer, place: str, ink: Ink, *, at: datetime, words: str, struck: Ink | None = None
) -> bytes:
    """Draw strokes on a line and wherever that name is repeated, and seal it all in one step.

    ``struck`` are the strokes that stand on the line already; a line is drawn through them. ``words``
    say who drew before whom. The signer is the laptop's, never one in the person's name.
    """
    field = field_of(place, 2 if struck else 1)
    box = place_in(pdf, field)
    appearance = ink_page(box.width, box.height, ink, struck)

    def fill(writer: IncrementalPdfFileWriter) -> None:
        for name, page in _repeated(_buttons(writer), place, ink, at):
            _fill(writer, name, page)

    return sign(pdf, signer, field, at=at, appearance=appearance, reason=words, along=fill)


# What is drawn


def ink_page(wide: float, high: float, ink: Ink, struck: Ink | None = None) -> bytes:
    """Return a page of that size in points with the strokes on it; the same strokes give the same bytes."""
    canvas, buffer = _canvas(wide, high)
    left = 0.0
    if struck is not None:
        left = _draw(canvas, struck, 0.0, wide * _SHARE, high) + 4
        canvas.setLineWidth(0.8)
        for y in (high * 0.4, high * 0.5):
            canvas.line(0, y, left - 2, y)
    _draw(canvas, ink, left, (wide - left) if struck else wide * _SHARE, high)
    return _finished(canvas, buffer)


def _draw(canvas: Canvas, ink: Ink, left: float, wide: float, high: float) -> float:
    """Draw strokes from ``left`` on, never larger than they were drawn; return where they end."""
    x1, y1, x2, y2 = ink.extent
    margin = 1.5
    scale = min(
        _TO_POINTS,
        (wide - 2 * margin) / max(x2 - x1, 1),
        (high - 2 * margin) / max(y2 - y1, 1),
    )
    bottom = margin + max(0.0, (high - 2 * margin - (y2 - y1) * scale) / 3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    nib = max(0.5, min(1.2, high / 26))
    for stroke in ink.strokes:
        placed = [
            (left + margin + (point.x - x1) * scale, bottom + (y2 - point.y) * scale, _nib(point))
            for point in stroke.points
        ]
        _stroke(canvas, placed, nib)
    return left + 2 * margin + (x2 - x1) * scale


def _nib(point: Point) -> int:
    return min(max(point.pressure, 0) * _NIBS // FULL_PRESSURE, _NIBS - 1)


def _stroke(canvas: Canvas, points: Sequence[tuple[float, float, int]], nib: float) -> None:
    """Draw one stroke as curves through the middles between its points, wider where it was pressed."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]
    ends = [points[0][:2], *middles, points[-1][:2]]
    for position, (x, y, pressed) in enumerate(points):
        canvas.setLineWidth(round(nib * (0.55 + 0.9 * pressed / _NIBS), 3))
        path = canvas.beginPath()
        (ax, ay), (bx, by) = ends[position], ends[position + 1]
        path.moveTo(ax, ay)
        path.curveTo(
            ax + (x - ax) * 2 / 3, ay + (y - ay) * 2 / 3, bx + (x - bx) * 2 / 3, by + (y - by) * 2 / 3, bx, by
        )
        canvas.drawPath(path)


def _day_page(wide: float, high: float, at: datetime) -> bytes:
    """Return the figures that fill 年, 月 and 日 as the line prints them, and small that it was drawn."""
    canvas, buffer = _canvas(wide, high)
    local = at.astimezone(BEIJING)
    em = wide / 11
    for text, middle in ((str(local.year), 2), (str(local.month), 6), (str(local.day), 9)):
        _centred(canvas, text, middle * em, 2.0, em * 0.85)
    _centred(canvas, f"{local:%H:%M} {_NOTE}", wide / 2, high - 6.5, 5.5)
    return _finished(canvas, buffer)


def _foot_day_page(wide: float, high: float, at: datetime) -> bytes:
    canvas, buffer = _canvas(wide, high)
    _centred(canvas, f"{at.astimezone(BEIJING):%Y-%m-%d}", wide / 2, 2.5, min(9.0, wide / 6))
    return _finished(canvas, buffer)


def _centred(canvas: Canvas, text: str, middle: float, baseline: float, size: float) -> None:
    x = middle - sum(map(measure_in(Face.SONG), text)) * size / 2
    for face, piece in runs(text, Face.SONG):
        font(face)
        canvas.setFont(face.value, size)
        canvas.drawString(x, baseline, piece)
        x += sum(map(measure_in(face), piece)) * size


def _canvas(wide: float, high: float) -> tuple[Canvas, io.BytesIO]:
    font(Face.SONG)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(wide, high), invariant=1, pageCompression=1, initialFontName=Face.SONG.value
    )
    return canvas, buffer


def _finished(canvas: Canvas, buffer: io.BytesIO) -> bytes:
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


# Boxes that repeat a name or a day


def _boxes(lines: Sequence[Place], places: Iterable[Place]) -> Iterator[_Box]:
    """Name the boxes after the line whose signing fills them, and their page."""
    names = [line.name for line in lines]
    inspectors = [name for name in names if name.startswith("inspector-")]
    party = next((name for name in names if name in ("party", "person")), "")
    for place in places:
        line = place.name.removesuffix(DAY_OF)
        if place.name.endswith(DAY_OF) and line in names:
            yield _box(f"day/{line}", place)
        elif place.name == _FOOT_DAY and party:
            yield _box(f"footday/{party}/{place.page}", place)
        elif party and place.name == foot_label(party):
            yield _box(f"foot/{party}/{place.page}", place)
        elif inspectors and place.name == foot_label(inspectors[0]):
            share = (place.x2 - place.x1) / len(inspectors)
            for number, name in enumerate(inspectors):
                yield _box(f"foot/{name}/{place.page}", place, number * share, share)


def _box(name: str, place: Place, shift: float = 0.0, wide: float = 0.0) -> _Box:
    left = place.x1 + shift
    right = left + (wide or place.x2 - place.x1)
    return _Box(name=name, page=place.page, left=left, bottom=place.y1, right=right, top=place.y2)


def _repeated(
    buttons: dict[str, tuple[float, float]], place: str, ink: Ink, at: datetime
) -> Iterator[tuple[list[str], bytes]]:
    """Yield what fills the boxes of one line; boxes of one size share one drawing."""
    pages: dict[bytes, list[str]] = {}
    for name, (wide, high) in buttons.items():
        kind, _, rest = name.partition("/")
        if rest.partition("/")[0] != place:
            continue
        page = {"day": _day_page, "footday": _foot_day_page}.get(kind)
        made = page(wide, high, at) if page else _whole_page(wide, high, ink)
        pages.setdefault(made, []).append(name)
    for made, names in pages.items():
        yield names, made


def _whole_page(wide: float, high: float, ink: Ink) -> bytes:
    canvas, buffer = _canvas(wide, high)
    _draw(canvas, ink, 0.0, wide, high)
    return _finished(canvas, buffer)


def _with_buttons(pdf: bytes, boxes: Sequence[_Box]) -> bytes:
    from pyhanko.pdf_utils.generic import ArrayObject, pdf_name, pdf_string
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer: Any = IncrementalPdfFileWriter(io.BytesIO(pdf))  # half of its methods have no types
    dictionary, number = _untyped()
    fields = writer.root["/AcroForm"]["/Fields"]
    for box in boxes:
        page, _ = writer.find_page_for_modification(box.page)
        corners = (box.left, box.bottom, box.right, box.top)
        widget = writer.add_object(
            dictionary(
                {
                    pdf_name("/Type"): pdf_name("/Annot"),
                    pdf_name("/Subtype"): pdf_name("/Widget"),
                    pdf_name("/FT"): pdf_name("/Btn"),
                    pdf_name("/Ff"): number(_BUTTON),
                    pdf_name("/F"): number(4),
                    pdf_name("/T"): pdf_string(box.name),
                    pdf_name("/Rect"): ArrayObject(number(round(corner)) for corner in corners),
                    pdf_name("/P"): page,
                }
            )
        )
        writer.register_annotation(page, widget)
        fields.append(widget)
    writer.update_container(fields)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _buttons(writer: IncrementalPdfFileWriter) -> dict[str, tuple[float, float]]:
    """Return the boxes of a paper with their sizes."""
    found = {}
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field.get("/FT") == "/Btn":
            x1, y1, x2, y2 = (float(number) for number in field["/Rect"])
            found[str(field["/T"])] = (x2 - x1, y2 - y1)
    return found


def _fill(writer: IncrementalPdfFileWriter, names: Sequence[str], page: bytes) -> None:
    from pyhanko.pdf_utils.generic import pdf_name
    from pyhanko.pdf_utils.reader import PdfFileReader

    dictionary, _ = _untyped()
    drawn = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(page)), page_ix=0)
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if str(field["/T"]) in names:
            field["/AP"] = dictionary({pdf_name("/N"): drawn})
            writer.mark_update(reference)


def _untyped() -> tuple[Any, Any]:
    """Return pyHanko's dictionary and number, whose constructors have no types."""
    from pyhanko.pdf_utils.generic import DictionaryObject, NumberObject

    return DictionaryObject, NumberObject
