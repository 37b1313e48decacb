"""The count sheet on paper: items in their order with an empty box for every unit, typed back by number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import (
    LEFT,
    LINE,
    MM,
    Pen,
    Piece,
    baseline_in,
    draw,
    paginate,
    paragraph,
)
from inspector_app.documents.tables import Align, Cell, Column, row_pieces
from inspector_app.domain.count_sheet import CountLine, CountSheet
from inspector_app.domain.notice import Wording

_WIDTHS = (11, 36, 49, 22, 22, 16)
_BOXES = (3, 4)
"""Columns with a box for a figure: packs, then loose pieces."""
_COLUMNS = tuple(
    Column(wide=wide * MM, align=Align.LEFT if at else Align.CENTRE) for at, wide in enumerate(_WIDTHS)
)
_ROW = 26.0
_SMALL = 9.0
_BLANK_ROWS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCountSheet:
    """Everything on the paper; the same values give the same bytes."""

    wording: Wording
    institution: str
    place: str = ""
    """The stock room or pharmacy that is counted."""
    sheet: CountSheet
    printed: str = ""
    blank_rows: int = _BLANK_ROWS
    """Empty lines for what stands on the shelf and in no list."""


def layout_count_sheet(printed: PrintedCountSheet) -> bytes:
    """Lay a count sheet out; no expected quantity stands on it, so that counting stays counting."""
    wording = printed.wording
    pieces = [
        *paragraph(wording["title"], face=Face.TITLE, size=20, pitch=21, leading=34, indent=0, centred=True),
        *_line(wording.say("institution", name=printed.institution)),
        *_line(wording.say("place", place=printed.place or "＿＿＿＿＿＿＿＿＿＿")),
        *_line(wording.say("printed", time=printed.printed, code=printed.sheet.code)),
        *_line(wording["counted_at"]),
        *_line(wording["how"]),
        Piece(height=5, blank=True),
        *_table(printed),
        Piece(height=0.6 * LINE, stays_with_next=True),
        *_together(_line(wording["inspectors"], leading=26)),
        *_line(wording["keeper"], leading=26),
    ]
    return draw(paginate(pieces), title=wording["title"], author=printed.institution).pdf


def _together(pieces: list[Piece]) -> list[Piece]:
    for piece in pieces:
        piece.stays_with_next = True
    return pieces


def _line(text: str, leading: float = 17.0) -> list[Piece]:
    return paragraph(text, face=Face.SONG, indent=0, size=10.5, pitch=10.5, leading=leading)


def _table(printed: PrintedCountSheet) -> list[Piece]:
    wording = printed.wording
    titles = ("line", "code", "item", "packs", "pieces", "note")
    head_cells = [Cell(paragraphs=(wording[title],), face=Face.HEI, align=Align.CENTRE) for title in titles]
    (head,) = row_pieces(head_cells, _COLUMNS, shaded=True)
    head.stays_with_next = True
    pieces = [head]
    last = max((line.number for line in printed.sheet.lines), default=0)
    blank = [
        CountLine(number=last + extra, code="", name="", units=("", ""))
        for extra in range(1, printed.blank_rows + 1)
    ]
    for line in (*printed.sheet.lines, *blank):
        item = " ".join(part for part in (line.name, line.spec) if part)
        texts: Sequence[tuple[str, ...]] = (
            (str(line.number),),
            (line.code,),
            tuple(part for part in (item, line.maker) if part) or ("",),
            ("",),
            ("",),
            ("",),
        )
        cells = [Cell(paragraphs=text) for text in texts]
        made = row_pieces(cells, _COLUMNS, header=(head,), least_height=_ROW, centre_vertically=True)
        made[-1].draw = _with_boxes(made[-1], _boxed(line.units))
        pieces += made
    pieces[-1].stays_with_next = True  # signatures never stand alone on a page
    return pieces


def _boxed(units: Sequence[str]) -> dict[int, str]:
    """Which column has a box for which unit: a single unit is counted as loose pieces are."""
    chosen = units[:2] if len(units) > 1 else ("", *units)
    boxes = dict(zip(_BOXES, chosen, strict=False))
    return {at: unit for at, unit in boxes.items() if unit or len(units) > 1}


def _with_boxes(piece: Piece, boxes: dict[int, str]) -> Callable[[Pen, float], None]:
    """Draw an empty box with its unit behind it."""
    plain, height = piece.draw, piece.height
    wide, tall = 13 * MM, 17.0

    def drawer(pen: Pen, top: float) -> None:
        plain(pen, top)
        for at, unit in boxes.items():
            x = LEFT + sum(_WIDTHS[:at]) * MM + 1.5 * MM
            box_top = top + (height - tall) / 2
            pen.box(x, box_top, wide, tall, thickness=0.8)
            pen.text(unit[:3], x + wide + 1 * MM, box_top + baseline_in(tall, _SMALL), Face.SONG, _SMALL)

    return drawer
