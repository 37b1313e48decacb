"""The ward sheet: beds in their order with empty boxes for one key each, walked with a pen and typed back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import (
    AREA_WIDTH,
    LEFT,
    LINE,
    MM,
    Pen,
    Piece,
    baseline_in,
    draw,
    measure_in,
    paginate,
    paragraph,
)
from inspector_app.documents.linebreak import even_lines
from inspector_app.documents.tables import Align, Cell, Column, row_pieces
from inspector_app.domain.notice import Wording

_WIDTHS = (14, 12, 26, 28, 14, 18, 44)
_COLUMNS = tuple(
    Column(wide=wide * MM, align=Align.LEFT if number == len(_WIDTHS) - 1 else Align.CENTRE)
    for number, wide in enumerate(_WIDTHS)
)
_ROW = 22.0
_SMALL = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One line of the sheet: what is known of a bed before the walk."""

    bed: str
    name: str = ""
    hospital_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WardSheet:
    """Everything on a ward sheet; the same sheet gives the same bytes."""

    wording: Wording
    institution: str
    ward: str
    rows: tuple[SheetRow, ...]
    blank_rows: int = 6
    """Empty lines for people whom no list names."""
    keys: Mapping[str, str]
    """Key to the word of its status, in the order of printing."""
    roster_time: str = ""
    printed: str = ""
    code: str = ""
    """Short code that the sheet is found again by."""


def layout_ward_sheet(sheet: WardSheet) -> bytes:
    """Lay a ward sheet out; lines are numbered, because they are typed back by their number."""
    wording = sheet.wording
    pieces = [
        *paragraph(wording["title"], face=Face.TITLE, size=20, pitch=21, leading=34, indent=0, centred=True),
        *_pair(
            wording.say("institution", name=sheet.institution),
            wording.say("taken", time=sheet.roster_time) if sheet.roster_time else "",
        ),
        *_pair(
            wording.say("ward", ward=sheet.ward), wording.say("printed", time=sheet.printed, code=sheet.code)
        ),
        *_legend(sheet),
        Piece(height=5, blank=True),
        *_table(sheet),
        Piece(height=0.6 * LINE, stays_with_next=True),
        *_pair(wording["inspectors"], wording["witness"], leading=26),
    ]
    title = f"{wording['title']} {sheet.ward}".strip()
    return draw(paginate(pieces), title=title, author=sheet.institution).pdf


def _legend(sheet: WardSheet) -> list[Piece]:
    keys = "　".join(f"{key}\u00a0{word}" for key, word in sheet.keys.items())
    text = sheet.wording.say("keys", keys=keys)
    return paragraph(text.replace("\u00a0", " "), face=Face.SONG, indent=0, size=9.5, pitch=9.5, leading=14.5)


def _table(sheet: WardSheet) -> list[Piece]:
    wording = sheet.wording
    titles = ("line", "bed", "name", "hospital_number", "status", "time", "note")
    head_cells = [Cell(paragraphs=(wording[title],), face=Face.HEI, align=Align.CENTRE) for title in titles]
    (head,) = row_pieces(head_cells, _COLUMNS, shaded=True)
    head.stays_with_next = True
    pieces = [head]
    rows: Sequence[SheetRow] = (*sheet.rows, *(SheetRow(bed="") for _ in range(sheet.blank_rows)))
    for number, row in enumerate(rows, start=1):
        texts = (str(number), row.bed, row.name, row.hospital_number, "", "", "")
        cells = [Cell(paragraphs=(text,)) for text in texts]
        made = row_pieces(cells, _COLUMNS, header=(head,), least_height=_ROW, centre_vertically=True)
        made[-1].draw = _with_box(made[-1])
        pieces += made
    return pieces


def _with_box(piece: Piece) -> Callable[[Pen, float], None]:
    """Draw the empty box for the key into the status column."""
    plain, height = piece.draw, piece.height
    side = 14.0
    x = LEFT + sum(_WIDTHS[:4]) * MM + (_WIDTHS[4] * MM - side) / 2

    def drawer(pen: Pen, top: float) -> None:
        plain(pen, top)
        pen.box(x, top + (height - side) / 2, side, side, thickness=0.8)

    return drawer


def _pair(left: str, right: str, leading: float = 18.0) -> list[Piece]:
    """Set two texts at both ends of a line; where one line cannot hold them, the left one comes first."""
    before = even_lines(left, AREA_WIDTH, _wide)
    if _wide(before[-1]) + _SMALL + _wide(right) > AREA_WIDTH:
        before.append("")

    def line(begun: str, ended: str, *, is_last: bool = False) -> Piece:
        def drawer(pen: Pen, top: float) -> None:
            baseline = top + baseline_in(leading, _SMALL)
            pen.text(begun, LEFT, baseline, Face.SONG, _SMALL)
            pen.text(ended, LEFT + AREA_WIDTH - _wide(ended), baseline, Face.SONG, _SMALL)

        return Piece(height=leading, draw=drawer, stays_with_next=not is_last)

    if not right and not before[-1]:
        before.pop()
    return [*(line(text, "") for text in before[:-1]), line(before[-1], right, is_last=True)]


def _wide(text: str) -> float:
    return sum(map(measure_in(Face.SONG), text)) * _SMALL
