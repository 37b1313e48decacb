"""The print of a filled checklist: head, questions and answers by section, page x of y."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.documents.blocks import STYLES, foot_line, pair_pieces, text_pieces
from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import Piece, draw, paginate
from inspector_app.documents.letterhead import centred_heading
from inspector_app.documents.tables import Align, Cell, Column, row_pieces
from inspector_app.domain.notice import Wording
from inspector_app.domain.template import PaperKind, Stand

_COLUMNS = (("number", 10, Align.CENTRE), ("question", 43, Align.LEFT), ("answer", 25, Align.LEFT),
            ("more", 22, Align.LEFT))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledRow:
    """One line of the print; a heading has nothing but number and question."""

    number: str
    question: str
    answer: str = ""
    more: str = ""
    """Remark and numbers of evidence."""
    is_heading: bool = False
    is_note: bool = False
    """Text that asks nothing and takes the whole width."""
    is_noncompliant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledSheet:
    """Everything on the print; every text is ready for the paper, and the same sheet gives the same bytes."""

    wording: Wording
    bureau: str
    title: str
    facts: tuple[tuple[str, ...], ...]
    """Rows of labels and values, one or two pairs each."""
    rows: tuple[FilledRow, ...]
    foot: tuple[str, ...] = ()
    """Labels of the lines to sign on at the foot of every page."""
    about: str
    """Printed when, by whom, head of the chain."""


def layout_filled_sheet(sheet: FilledSheet) -> bytes:
    """Lay the print out; characters that no font has leave a box."""
    style = STYLES[PaperKind.FORM]
    left, wide = style.frame.left, style.frame.wide
    pieces = [
        *centred_heading(sheet.bureau, size=15, pitch=15.5, leading=23, left=left, wide=wide),
        *centred_heading(sheet.title, size=20, pitch=21, leading=32, left=left, wide=wide),
        Piece(height=6),
        *pair_pieces(sheet.facts, style),
        *_table(sheet),
        Piece(height=0.4 * style.leading, blank=True),
        *text_pieces(sheet.about, style, face=Face.SONG, indent=0, stand=Stand.LEFT),
    ]
    return draw(
        paginate(pieces, high=style.frame.high),
        title=sheet.title,
        author=sheet.bureau,
        page_numbers=style.page_numbers,
        frame=style.frame,
        foot=foot_line(sheet.foot, style) if sheet.foot else None,
    ).pdf


def _table(sheet: FilledSheet) -> list[Piece]:
    style = STYLES[PaperKind.FORM]
    shares = sum(share for _, share, _ in _COLUMNS)
    columns = tuple(
        Column(wide=style.frame.wide * share / shares, align=align) for _, share, align in _COLUMNS
    )
    size, leading, left = style.table_size - 0.5, style.table_leading, style.frame.left
    titles = [
        Cell(paragraphs=(sheet.wording[name],), face=Face.HEI, align=Align.CENTRE) for name, _, _ in _COLUMNS
    ]
    head = row_pieces(titles, columns, shaded=True, size=size, leading=leading, left=left,
                      least_height=leading + 8, centre_vertically=True)  # fmt: skip
    for piece in head:
        piece.stays_with_next = True
    pieces = [*head]
    for row in sheet.rows:
        made = row_pieces(_cells(row), columns, header=tuple(head), size=size, leading=leading, left=left,
                          least_height=leading + 7, centre_vertically=True)  # fmt: skip
        if row.is_heading:
            made[-1].stays_with_next = True
        pieces += made
    return pieces


def _cells(row: FilledRow) -> list[Cell]:
    if row.is_heading:
        return [
            Cell(paragraphs=(row.number,), face=Face.HEI, shaded=True),
            Cell(paragraphs=tuple(row.question.splitlines()) or ("",), face=Face.HEI, span=3, shaded=True),
        ]
    if row.is_note:
        note = tuple(row.question.splitlines()) or ("",)
        return [Cell(paragraphs=(row.number,)), Cell(paragraphs=note, span=3)]
    face = Face.HEI if row.is_noncompliant else Face.SONG
    return [
        Cell(paragraphs=(row.number,)),
        Cell(paragraphs=tuple(row.question.splitlines()) or ("",)),
        Cell(paragraphs=tuple(row.answer.splitlines()) or ("",), face=face),
        Cell(paragraphs=tuple(row.more.splitlines()) or ("",)),
    ]
