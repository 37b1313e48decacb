"""The one way from a template and a content to a laid-out document; the same values give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from inspector_app.documents.blocks import (
    STYLES,
    Style,
    foot_line,
    foot_places,
    heading_pieces,
    pair_pieces,
    photograph_pieces,
    ruled_lines,
    seal_pieces,
    signature_pieces,
    table_pieces,
    text_pieces,
)
from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import GREY, Drawn, Piece, draw, paginate, paragraph
from inspector_app.documents.letterhead import centred_heading, letterhead
from inspector_app.domain.chinese_numerals import chinese_numeral
from inspector_app.domain.papers import Paper
from inspector_app.domain.template import TEXT, Block, BlockKind, PaperKind, Stand, Template

Scope = Mapping[str, Any]
_KEPT_BEFORE_SIGNATURES = 4
"""Lines or rows; the last paragraph alone may be nothing but a form's own words."""
_KEPT_HIGH = 140.0
"""Points beyond which rows of a table stay where they are."""
_OPEN_DATE = "　　　　年　　月　　日"
_SIGNED = (BlockKind.SIGNATURES, BlockKind.SEAL)


def compose(template: Template, content: Paper) -> Drawn:
    """Lay a document out; characters that no font has leave a box."""
    style = STYLES[template.kind]
    scope = _scope_of(content)
    title = template.title.format(**scope)
    body = list(_blocks(template.blocks, scope, style))
    if content.notes and body:
        _keep_with_next(body, 1)
    pieces = [*_head(template, content, title, style), *body, *_notes(content, style)]
    foot = [label.format(**scope) for label in template.foot]
    return draw(
        paginate(pieces, high=style.frame.high),
        title=f"{title} {content.number}".strip(),
        author=content.bureau,
        watermark=content.draft,
        page_numbers=style.page_numbers,
        frame=style.frame,
        foot=foot_line(foot, style) if foot else None,
        on_each=foot_places(foot, style) if foot else (),
    )


def _scope_of(content: object) -> dict[str, Any]:
    return {one.name: getattr(content, one.name) for one in fields(content)}  # type: ignore[arg-type]


def _head(template: Template, content: Paper, title: str, style: Style) -> list[Piece]:
    if template.kind is PaperKind.LETTER:
        if not template.letterhead:
            return letterhead("", "", title, content.corrects)
        return letterhead(content.red_header, content.number, title, content.corrects)
    left, wide = style.frame.left, style.frame.wide
    pieces = centred_heading(content.bureau, size=15, pitch=15.5, leading=23, left=left, wide=wide)
    pieces += centred_heading(title, size=21, pitch=23, leading=34, left=left, wide=wide)
    pieces += text_pieces(content.corrects, style, face=Face.KAI, stand=Stand.CENTRE, indent=0)
    if content.number:
        pieces += text_pieces(content.number, style, stand=Stand.RIGHT)
    return [*pieces, Piece(height=6)]


def _blocks(blocks: Sequence[Block], scope: Scope, style: Style) -> Iterator[Piece]:
    made: list[Piece] = []
    for block in blocks:
        if (block.when and not scope[block.when]) or (block.unless and scope[block.unless]):
            continue
        if block.kind in _SIGNED:
            _keep_with_next(made, _KEPT_BEFORE_SIGNATURES)
        elif block.kind is BlockKind.SPACE and block.least_rows:
            _keep_with_next(made, 1)
        made += _block(block, scope, style)
    return iter(made)


def _keep_with_next(pieces: Sequence[Piece], count: int) -> None:
    """Let the last lines of the text go with what is signed or written, so that it never stands alone."""
    kept, high = 0, 0.0
    for piece in reversed(pieces):
        high += piece.height
        if kept == count or (kept and high > _KEPT_HIGH):
            break
        piece.stays_with_next = True
        kept += not piece.blank


def _block(block: Block, scope: Scope, style: Style) -> list[Piece]:
    kind = block.kind
    if kind is BlockKind.TABLE:
        rows = [
            [column.text.format(**inner).strip("\n") for column in block.columns]
            for inner in _each(block.each, scope)
        ]
        return table_pieces(
            _titled(block, scope), rows, [text.format(**scope) for text in block.total], style
        )
    if kind is BlockKind.PAIRS:
        return pair_pieces(_filled(block.rows, scope), style)
    if kind is BlockKind.PHOTOGRAPHS:
        return photograph_pieces(scope[block.each], style, a_row=block.a_row)
    if kind is BlockKind.SIGNATURES:
        signed = [row for inner in _each(block.each, scope) for row in _filled(block.rows, inner)]
        return signature_pieces(signed, style)
    if kind is BlockKind.SEAL:
        ((name, seal, date),) = _filled(block.rows, scope)
        return seal_pieces(name, seal, date or _OPEN_DATE, style)
    if kind is BlockKind.NEW_PAGE:
        return [Piece(height=style.frame.high, blank=True)]
    if kind is BlockKind.SPACE:
        return ruled_lines(block.least_rows, style) or [Piece(height=style.leading * 0.6, blank=True)]
    return [piece for inner in _each(block.each, scope) for piece in _repeated(block, inner, style)]


def _repeated(block: Block, scope: Scope, style: Style) -> list[Piece]:
    if block.kind is BlockKind.REPEAT:
        return list(_blocks(block.blocks, scope, style))
    text = block.text.format(**scope)
    if block.kind is BlockKind.HEADING:
        return heading_pieces(text, style, indent=block.indent)
    paragraphs = [
        text_pieces(line, style, indent=block.indent, stand=block.stand) for line in text.splitlines()
    ]
    if block.together:
        for pieces in filter(None, paragraphs[:-1]):
            pieces[-1].stays_with_next = True
    return [piece for pieces in paragraphs for piece in pieces]


def _titled(block: Block, scope: Scope) -> Block:
    columns = tuple(replace(column, title=column.title.format(**scope)) for column in block.columns)
    return replace(block, columns=columns)


def _each(name: str, scope: Scope) -> Iterator[Scope]:
    """Yield the scope of each value of a field; the scope itself where nothing is repeated."""
    if not name:
        yield scope
        return
    for number, value in enumerate(scope[name], start=1):
        own = {TEXT: value} if isinstance(value, str) else _scope_of(value)
        yield {**scope, **own, "n": str(number), "numeral": chinese_numeral(number)}


def _filled(rows: Sequence[Sequence[str]], scope: Scope) -> list[list[str]]:
    return [[text.format(**scope) for text in row] for row in rows]


def _notes(content: Paper, style: Style) -> list[Piece]:
    """Small print; it stays on the page of the signatures."""
    frame = style.frame
    pieces = [Piece(height=6, stays_with_next=True)] if content.notes else []
    for text in content.notes:
        pieces += paragraph(text, face=Face.SONG, indent=0, size=9, pitch=9, leading=13, left=frame.left,
                            wide=frame.wide, colour=GREY, keep=True)  # fmt: skip
    for piece in pieces[:-1]:
        piece.stays_with_next = True
    return pieces
