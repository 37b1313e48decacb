"""The rectification notice on paper: from its content to bytes, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import (
    AREA_HEIGHT,
    AREA_WIDTH,
    BODY,
    GREY,
    LEFT,
    LINE,
    MM,
    PITCH,
    Drawn,
    Pen,
    Piece,
    baseline_in,
    draw,
    measure_in,
    paginate,
    paragraph,
)
from inspector_app.documents.letterhead import letterhead
from inspector_app.documents.linebreak import even_lines
from inspector_app.documents.signing import SignaturePlace
from inspector_app.documents.tables import Align, Cell, Column, row_pieces
from inspector_app.domain.chinese_numerals import chinese_numeral
from inspector_app.domain.deadline import printed_date
from inspector_app.domain.evidence_numbers import listed
from inspector_app.domain.finding import Amounts, to_fen
from inspector_app.domain.money import figures
from inspector_app.domain.notice import NoticeContent, NoticeRow, Totals, Wording, totals_of

BUREAU_FIELD = "bureau"
_COLUMNS = tuple(
    Column(wide=wide * MM, align=align)
    for wide, align in (
        (8, Align.CENTRE),
        (20, Align.LEFT),
        (46, Align.LEFT),
        (15, Align.CENTRE),
        (36, Align.SPREAD),
        (31, Align.LEFT),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A document laid out; the signing code fills the places."""

    pdf: bytes
    pages: int
    signature_places: tuple[SignaturePlace, ...]


def inspector_field(position: int) -> str:
    """Return the name of the signature field of the inspector at ``position``, counted from 1."""
    return f"inspector-{position}"


def layout_notice(content: NoticeContent) -> LaidOut:
    """Lay a notice out; any content can be laid out, characters that no font has leave a box."""
    body = [
        *_body_start(content),
        *_facts(content),
        *_sections(content),
    ]
    pieces = [*_head(content), *body, *_closing(content, body)]
    watermark = content.wording["watermark"] if content.is_draft else ""
    drawn = draw(
        paginate(pieces),
        title=f"{content.title} {content.number}".strip(),
        author=content.bureau,
        subject=content.approval,
        watermark=watermark,
    )
    return LaidOut(pdf=drawn.pdf, pages=drawn.pages, signature_places=_places(drawn))


def _places(drawn: Drawn) -> tuple[SignaturePlace, ...]:
    return tuple(
        SignaturePlace(
            field=place.name,
            page=place.page,
            left=place.x1,
            bottom=place.y1,
            width=place.x2 - place.x1,
            height=place.y2 - place.y1,
        )
        for place in drawn.places
    )


def _head(content: NoticeContent) -> list[Piece]:
    corrects = content.wording.say("corrects", number=content.corrects) if content.corrects else ""
    return letterhead(content.red_header, content.number, content.title, corrects)


def _body_start(content: NoticeContent) -> list[Piece]:
    wording, party = content.wording, content.party
    pieces = paragraph(wording.say("addressee", party=party.name), indent=0, keep=True)
    details = (
        ("party_credit_code", party.credit_code),
        ("party_institution_code", party.institution_code),
        ("party_legal_representative", party.legal_representative),
        ("party_address", party.address),
    )
    for key, value in details:
        if value:
            pieces += paragraph(wording.say(key, value=value))
    for text in content.opening:
        pieces += paragraph(text)
    return pieces


def _facts(content: NoticeContent) -> list[Piece]:
    wording = content.wording
    pieces = _heading(1, wording["heading_facts"])
    for text in content.facts:
        pieces += paragraph(text)
    if content.rows:
        pieces.append(Piece(height=0.25 * LINE, blank=True))
        pieces += _table(content)
        pieces.append(Piece(height=0.4 * LINE, blank=True))
    return [*pieces, *paragraph(content.amounts_paragraph)]


def _heading(number: int, text: str) -> list[Piece]:
    pieces = paragraph(f"{chinese_numeral(number)}、{text}", face=Face.HEI)
    for piece in pieces:
        piece.stays_with_next = True
    return pieces


def _sections(content: NoticeContent) -> list[Piece]:
    wording = content.wording
    sections = (
        (wording["heading_grounds"], content.citations, False),
        (wording["heading_requirements"], content.requirements, True),
        (wording["heading_consequences"], content.consequences, False),
        (wording["heading_remedies"], content.remedies, False),
    )
    pieces: list[Piece] = []
    number = 1
    for title, texts, numbered in sections:
        if not texts:
            continue
        number += 1
        pieces += _heading(number, title)
        for position, text in enumerate(texts, start=1):
            mark = f"（{chinese_numeral(position)}）" if numbered and len(texts) > 1 else ""
            pieces += paragraph(mark + text)
    if content.contact:
        pieces += paragraph(content.contact)
    if content.annexes:
        pieces += paragraph(content.annexes)
    return pieces


def _table(content: NoticeContent) -> list[Piece]:
    wording = content.wording
    titles = ("number", "category", "problem", "extent", "amounts", "requirement")
    head_cells = [
        Cell(paragraphs=(wording[f"table_{title}"],), face=Face.HEI, align=Align.CENTRE) for title in titles
    ]
    (head,) = row_pieces(head_cells, _COLUMNS, shaded=True)
    head.stays_with_next = True
    pieces = [head]
    for row in content.rows:
        pieces += row_pieces(_row_cells(row, wording), _COLUMNS, header=(head,))
    total = row_pieces(_sum_cells(totals_of(content.rows), wording), _COLUMNS, header=(head,))
    pieces[-1].stays_with_next = True
    return [*pieces, *total]


def _row_cells(row: NoticeRow, wording: Wording) -> list[Cell]:
    problem = [f"{row.item}。" if row.item and not row.item.endswith("。") else row.item]
    problem += [line.strip() for line in row.description.splitlines() if line.strip()]
    if row.department:
        problem.append(wording.say("table_department", department=row.department))
    if row.evidence:
        problem.append(wording.say("table_evidence", numbers=listed(row.evidence)))
    requirement = [line.strip() for line in row.requirement.splitlines() if line.strip()]
    if row.deadline:
        requirement += wording.say("table_deadline", date=row.deadline).splitlines()
    return [
        Cell(paragraphs=(str(row.number),)),
        Cell(paragraphs=(row.category,)),
        Cell(paragraphs=tuple(line for line in problem if line), first_face=Face.HEI if row.item else None),
        Cell(paragraphs=(row.extent or "—",)),
        Cell(
            paragraphs=_amount_lines(row.amounts, wording), align=None if row.amounts.total else Align.CENTRE
        ),
        Cell(paragraphs=tuple(requirement)),
    ]


def _amount_lines(amounts: Amounts, wording: Wording) -> tuple[str, ...]:
    if not amounts.total:
        return (wording["amount_none"],)
    total, fund, deduction = map(to_fen, (amounts.total, amounts.fund, amounts.deduction))
    return _labelled(total, fund, deduction, amounts.to_return, wording=wording)


def _labelled(*values: Decimal, wording: Wording) -> tuple[str, ...]:
    names = ("amount_total", "amount_fund", "amount_deduction", "amount_return")
    return tuple(f"{wording[name]}\t{figures(value)}" for name, value in zip(names, values, strict=True))


def _sum_cells(totals: Totals, wording: Wording) -> list[Cell]:
    lines = _labelled(totals.total, totals.fund, totals.deduction, totals.to_return, wording=wording)
    return [
        Cell(paragraphs=(wording["table_sum"],), face=Face.HEI, align=Align.CENTRE, span=4),
        Cell(paragraphs=lines),
        Cell(paragraphs=("",)),
    ]


_CLOSER = 0.72
"""How far rows for the pen and gaps may shrink: 24 pt are still more than a line of handwriting."""


def _closing(content: NoticeContent, body: Sequence[Piece]) -> list[Piece]:
    """Signatures, receipt and small print, on one page with the last lines of the text where they fit.

    They move a little closer before the small print is left alone on a page of its own.
    """
    for scale in (1.0, _CLOSER):
        parts = [_signatures(content, body, scale), _receipt(content, scale), _notes(content, scale)]
        begun = next(
            (at for at in range(len(body) - 1, 0, -1) if not body[at - 1].stays_with_next), len(body) - 1
        )
        end = body[begun:]
        if sum(piece.height for part in (end, *parts) for piece in part) <= AREA_HEIGHT:
            break
    height = sum(piece.height for piece in (*end, *parts[0]))
    for before, after in pairwise(parts):
        height += sum(piece.height for piece in after)
        if height > AREA_HEIGHT:
            break
        before[-1].stays_with_next = True
        for piece in after[:-1]:
            piece.stays_with_next = True
    return [piece for part in parts for piece in part]


def _signatures(content: NoticeContent, body: Sequence[Piece], scale: float = 1.0) -> list[Piece]:
    """Issuing body, place of the seal and date, kept together with the last lines of the text."""
    for piece in body[-3:]:
        piece.stays_with_next = True
    date = printed_date(content.signed_on)
    names = even_lines(content.bureau, AREA_WIDTH, _wide)
    date_wide, name_wide = _wide(date), max(map(_wide, names))
    right = LEFT + AREA_WIDTH - 4 * PITCH
    centre = right - date_wide / 2
    if name_wide / 2 > LEFT + AREA_WIDTH - centre:  # a long name keeps the right edge instead
        centre = LEFT + AREA_WIDTH - name_wide / 2

    def signed(text: str, x: float, colour: tuple[float, float, float] = (0, 0, 0)) -> Piece:
        return Piece(
            height=LINE,
            stays_with_next=True,
            draw=lambda pen, top: _plain(pen, text, x, top, Face.FANG, BODY, PITCH, colour),
        )

    seal = content.wording["seal"]
    seal_wide = _wide(seal)
    seal_side = 3 * LINE
    *before, bureau = [signed(name, max(LEFT, centre - _wide(name) / 2)) for name in names]
    bureau.places = ((BUREAU_FIELD, centre - seal_side / 2, 0.0, seal_side, seal_side),)
    pieces = [
        Piece(height=LINE * scale * scale, stays_with_next=True, blank=True),
        *before,
        bureau,
        signed(seal, centre - seal_wide / 2, GREY),
        signed(date, centre - date_wide / 2),
    ]
    pieces.append(Piece(height=0.5 * LINE, stays_with_next=True))
    for position, inspector in enumerate(content.inspectors, start=1):
        pieces.append(_inspector_line(position, inspector.certificate_number, content.wording))
    pieces[-1].stays_with_next = False
    return pieces


def _inspector_line(position: int, certificate: str, wording: Wording) -> Piece:
    """A line to sign on, as long as label and certificate number leave it."""
    label = wording["inspector_signature"]
    number = wording.say("inspector_certificate", certificate=certificate)
    label_wide, number_wide = (_wide(text) for text in (label, number))
    rule_wide = min(max(AREA_WIDTH - label_wide - number_wide - 2 * PITCH, 5 * PITCH), 9 * PITCH)
    start = LEFT + label_wide
    size = BODY * min(1.0, (AREA_WIDTH - label_wide - rule_wide - PITCH) / number_wide)
    height = 1.3 * LINE

    def drawer(pen: Pen, top: float) -> None:
        baseline = top + height - LINE
        _plain(pen, label, LEFT, baseline, Face.FANG, BODY, PITCH)
        pen.line(start, top + height - 5, start + rule_wide, top + height - 5)
        _plain(pen, number, start + rule_wide + PITCH, baseline, Face.FANG, size, PITCH * size / BODY)

    box = (inspector_field(position), start, 2.0, rule_wide, height - 7.5)
    return Piece(height=height, draw=drawer, stays_with_next=True, places=(box,))


def _wide(text: str) -> float:
    return sum(map(measure_in(Face.FANG), text)) * PITCH


def _plain(
    pen: Pen, text: str, x: float, top: float, face: Face, size: float, pitch: float,
    colour: tuple[float, float, float] = (0, 0, 0),
) -> None:  # fmt: skip
    pen.text(text, x, top + baseline_in(LINE, size), face, size, pitch=pitch, colour=colour)


def _receipt(content: NoticeContent, scale: float = 1.0) -> list[Piece]:
    """The block that is filled in with a pen; it is never cut."""
    wording = content.wording
    unit = AREA_WIDTH / 12
    four = tuple(Column(wide=unit * parts) for parts in (2.4, 3.8, 2, 3.8))
    date = wording["receipt_blank_date"]

    def row(*texts: str, tall: float, span: bool = False) -> list[Piece]:
        cells = [
            Cell(paragraphs=(text,), align=Align.CENTRE if number % 2 == 0 else Align.LEFT,
                 span=3 if span and number == 1 else 1)
            for number, text in enumerate(texts)
        ]  # fmt: skip
        return row_pieces(cells, four, least_height=tall, centre_vertically=True)

    title = Cell(paragraphs=(wording["receipt_title"],), face=Face.HEI, align=Align.CENTRE, span=4)
    pieces = [
        Piece(height=0.6 * LINE, blank=True, stays_with_next=True),
        *row_pieces([title], four, shaded=True, centre_vertically=True),
        *row(wording["receipt_receiver"], "", wording["receipt_date"], date, tall=38 * scale),
        *row(wording["receipt_refusal"], "", tall=38 * scale, span=True),
        *row(wording["receipt_witness"], "", wording["receipt_witness_unit"], "", tall=34 * scale),
        *row(wording["receipt_server"], "", wording["receipt_server_date"], date, tall=34 * scale),
    ]
    for piece in pieces[:-1]:
        piece.stays_with_next = True
    return pieces


def _notes(content: NoticeContent, scale: float = 1.0) -> list[Piece]:
    pieces = [Piece(height=0.35 * LINE * scale * scale, blank=True)]
    for text in content.closing_notes:
        pieces += paragraph(text, face=Face.SONG, indent=0, size=9.5, pitch=9.5, leading=14.0, colour=GREY)
    return pieces
