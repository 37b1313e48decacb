"""What a signature looks like on the page: a name, or a small line beside the place of the seal."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime

from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents.authority import Signer
from inspector_app.documents.fonts import Face, font
from inspector_app.documents.layout import GREY, PAGE_HEIGHT, Pen, measure_in
from inspector_app.documents.signing import SignaturePlace

_SMALL = 5.2
_LARGEST_NAME = 13.0


def signature_stamp(signer: Signer, at: datetime, place: SignaturePlace) -> bytes:
    """Draw a person's signature: the name, and beneath it licence number and local time."""

    def drawing(pen: Pen, bottom: float) -> None:
        lines = 2 if place.width < 120 else 1
        details = _time(at) if lines == 2 else f"{_licence(signer)}{_time(at)}"
        small = min(_SMALL, _fitting(details, Face.SONG, place.width - 2))
        room = place.height - small - 2
        size = min(_LARGEST_NAME, room, _fitting(signer.name, Face.KAI, place.width - 4))
        pen.text(signer.name, 2, bottom - small - 2 - (room - size) / 2 - size * 0.14, Face.KAI, size)
        pen.text(details, 1, bottom - 1.6, Face.SONG, small, colour=GREY)

    return _page(place.width, place.height, drawing)


def seal_stamp(signer: Signer, at: datetime, place: SignaturePlace) -> bytes:
    """Draw the bureau's seal as one small line between the printed ones.

    No picture of a seal: the layout prints 「（印章处）」, and a certificate that this laptop made
    for itself does not carry a bureau's seal.
    """
    text = f"{signer.name} 电子签章 {_time(at)}"

    def drawing(pen: Pen, bottom: float) -> None:
        size = min(_SMALL, _fitting(text, Face.SONG, place.width))
        wide = sum(map(measure_in(Face.SONG), text)) * size
        baseline = bottom - place.height / 3 + size * 0.35
        pen.text(text, (place.width - wide) / 2, baseline, Face.SONG, size, colour=GREY)

    return _page(place.width, place.height, drawing)


def _page(width: float, height: float, drawing: Callable[[Pen, float], None]) -> bytes:
    """Make a page of the field's size; the pen counts from a sheet's top to the field's foot."""
    font(Face.SONG)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(width, height), invariant=1, pageCompression=1, initialFontName=Face.SONG.value
    )
    drawing(Pen(canvas), PAGE_HEIGHT)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _fitting(text: str, face: Face, wide: float) -> float:
    return wide / max(sum(map(measure_in(face), text)), 1)


def _licence(signer: Signer) -> str:
    return f"执法证号 {signer.certificate_number}  " if signer.certificate_number else ""


def _time(at: datetime) -> str:
    """Say an aware time as its own zone has it, with the distance from UTC."""
    return at.strftime("%Y-%m-%d %H:%M:%S %z")
