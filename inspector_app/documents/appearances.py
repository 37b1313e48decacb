"""What a signature shows on the page: names and times as a small vector page, and never a seal's picture."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents.fonts import Face, font, runs
from inspector_app.documents.layout import measure_in
from inspector_app.documents.signing import SignaturePlace


def name_appearance(place: SignaturePlace, name: str, note: str) -> bytes:
    """Return a page of the place's size with the signer's name and a small note, such as the time."""
    size = min(place.height * 0.55, 18.0, place.width / max(len(name), 1))
    return _page(
        place, ((name, Face.KAI, size, place.height * 0.38), (note, Face.SONG, 6.0, place.height * 0.08))
    )


def empty_appearance(place: SignaturePlace) -> bytes:
    """Return an empty page of the place's size: the paper keeps its room for the stamp of ink."""
    return _page(place, ())


def place_in(pdf: bytes, field: str) -> SignaturePlace:
    """Return the box of a prepared field, without its page; an unknown name raises ``KeyError``."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    for name, _, reference in enumerate_sig_fields(PdfFileReader(io.BytesIO(pdf))):
        if name == field:
            x1, y1, x2, y2 = (float(number) for number in reference.get_object()["/Rect"])
            return SignaturePlace(field=name, page=0, left=x1, bottom=y1, width=x2 - x1, height=y2 - y1)
    raise KeyError(field)


def _page(place: SignaturePlace, lines: tuple[tuple[str, Face, float, float], ...]) -> bytes:
    font(Face.SONG)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(place.width, place.height), invariant=1, initialFontName=Face.SONG.value
    )
    for text, face, size, height in lines:
        x = (place.width - sum(map(measure_in(face), text)) * size) / 2
        for one_face, piece in runs(text, face):
            font(one_face)
            canvas.setFont(one_face.value, size)
            canvas.drawString(x, height, piece)
            x += sum(map(measure_in(face), piece)) * size
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
