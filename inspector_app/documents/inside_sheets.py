"""Sheets for the team itself, not documents of the case: the printed timeline and a page to try a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.documents.blocks import STYLES, Style, table_pieces, text_pieces
from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import MM, RED, Pen, Piece, draw, paginate
from inspector_app.domain.template import Block, BlockKind, PaperKind, Stand, TableColumn

_TIMELINE = (("时间", 24), ("人员", 13), ("事项", 24), ("对象", 34), ("行代码", 33))
_SAMPLE = "青禾县医疗保障局　责令整改通知书　〔2026〕1号　0123456789　¥1,234,567.89　㐂㛃"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSheet:
    """What the printed timeline says; every text is ready for the paper."""

    institution: str
    about: str
    """Printed when, by whom, head of the chain."""
    rows: tuple[tuple[str, str, str, str, str], ...]
    """Time, person, what, to what, code of the line; oldest first."""


def timeline_sheet(sheet: TimelineSheet) -> bytes:
    """Lay the timeline out, one row a stretch."""
    style = STYLES[PaperKind.FORM]
    block = Block(
        kind=BlockKind.TABLE,
        columns=tuple(TableColumn(title=title, text="", share=share) for title, share in _TIMELINE),
    )
    pieces = [
        *_title("检查过程时间线", style),
        *text_pieces(sheet.institution, style, indent=0),
        *text_pieces(sheet.about, style, face=Face.SONG, indent=0),
        *table_pieces(block, sheet.rows, (), style),
    ]
    return _drawn(pieces, f"{sheet.institution} 时间线", style)


def test_page(about: str) -> bytes:
    """A page that shows margins, faces and small print, to see whether a printer is fit for notices."""
    style = STYLES[PaperKind.FORM]
    pieces = [
        *_title("打印测试页", style),
        *text_pieces(about, style, indent=0),
        *(piece for face in Face for piece in text_pieces(_SAMPLE, style, face=face, indent=0)),
        Piece(height=60 * MM, draw=lambda pen, top: _corners(pen, top, style)),
        *text_pieces("四角线条应完整，文字应清晰，红线应为红色。", style, indent=0),
    ]
    return _drawn(pieces, "打印测试页", style)


def _title(text: str, style: Style) -> list[Piece]:
    return [
        *text_pieces(text, style, face=Face.HEI, stand=Stand.CENTRE),
        Piece(height=0.5 * style.leading, blank=True),
    ]


def _corners(pen: Pen, top: float, style: Style) -> None:
    left, right, bottom = style.frame.left, style.frame.left + style.frame.wide, top + 60 * MM
    for y in (top + 2 * MM, bottom - 2 * MM):
        pen.line(left, y, right, y, colour=RED)
    for x in (left, right):
        pen.line(x, top + 2 * MM, x, bottom - 2 * MM)


def _drawn(pieces: Sequence[Piece], title: str, style: Style) -> bytes:
    return draw(
        paginate(pieces, high=style.frame.high),
        title=title,
        author="",
        page_numbers=style.page_numbers,
        frame=style.frame,
    ).pdf
