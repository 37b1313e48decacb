"""The head of an official letter: issuing body in red, number, red line, title (GB/T 9704)."""

from __future__ import annotations

from inspector_app.documents.fonts import Face
from inspector_app.documents.layout import (
    AREA_WIDTH,
    BODY,
    LEFT,
    LINE,
    MM,
    RED,
    Pen,
    Piece,
    baseline_in,
    measure_in,
    paragraph,
)

_TITLE_SIZE = 22.0
_TITLE_PITCH = 23.0
_TITLE_LEADING = 36.0
_HEADER_LARGEST = 44.0


def letterhead(red_header: str, number: str, title: str, corrects: str = "") -> list[Piece]:
    """Red header, number, red line, title, in the proportions of the standard."""
    pieces: list[Piece] = []
    if red_header:
        pieces += [Piece(height=0.4 * LINE), *_red_header(red_header), Piece(height=1.3 * LINE)]
    numbers = paragraph(number, indent=0, centred=True)
    for piece in numbers:
        piece.stays_with_next = True
    pieces += numbers
    if red_header:
        pieces.append(Piece(height=1.2 * LINE, draw=_red_line))
    else:
        pieces.append(Piece(height=0.6 * LINE))
    pieces += [
        Piece(height=LINE * 0.6),
        *centred_heading(
            title, size=_TITLE_SIZE, pitch=_TITLE_PITCH, leading=_TITLE_LEADING,
            left=LEFT + AREA_WIDTH * 0.08, wide=AREA_WIDTH * 0.84,
        ),
    ]  # fmt: skip
    if corrects:
        pieces += paragraph(corrects, face=Face.KAI, indent=0,
                            centred=True)  # fmt: skip
    pieces.append(Piece(height=LINE * 0.9))
    return pieces


def centred_heading(
    text: str, *, size: float, pitch: float, leading: float, left: float, wide: float
) -> list[Piece]:
    """Return a heading in as few lines as it needs, all of about one length, kept together."""

    def lines(room: float) -> list[Piece]:
        return paragraph(text, face=Face.TITLE, indent=0, size=size, pitch=pitch, leading=leading,
                         left=left + (wide - room) / 2, wide=room, centred=True, keep=True)  # fmt: skip

    chosen = lines(wide)
    room = wide
    while len(chosen) > 1 and room - pitch > wide / 2:
        room -= pitch
        narrower = lines(room)
        if len(narrower) > len(chosen):
            break
        chosen = narrower
    return chosen


def _red_header(text: str) -> list[Piece]:
    """Return the issuing body in red, as wide as looks well, in two lines when one would be too small."""
    lines = [text] if len(text) <= 16 else [text[: -(-len(text) // 2)], text[-(-len(text) // 2) :]]
    longest = max(map(len, lines))
    size = min(_HEADER_LARGEST, AREA_WIDTH * 0.96 / longest)
    spread = min(size * 0.1, (AREA_WIDTH - longest * size) / longest)
    pieces = []
    for line in lines:
        wide = sum(map(measure_in(Face.TITLE), line)) * (size + spread) - spread
        x = LEFT + (AREA_WIDTH - wide) / 2
        leading = size * 1.3

        def drawer(pen: Pen, top: float, line: str = line, x: float = x, leading: float = leading) -> None:
            pen.text(
                line, x, top + baseline_in(leading, size), Face.TITLE, size, pitch=size + spread, colour=RED
            )

        pieces.append(Piece(height=leading, draw=drawer))
    return pieces


def _red_line(pen: Pen, top: float) -> None:
    """The separating line, 4 mm below the number."""
    y = top + 4 * MM - (LINE - BODY) / 2
    pen.line(LEFT, y, LEFT + AREA_WIDTH, y, thickness=1.4, colour=RED)
