"""Small documents to sign, change and verify."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache

from reportlab.pdfgen.canvas import Canvas

from inspector_app.documents.authority import Authority, Signer
from inspector_app.documents.signing import SignaturePlace, prepare, sign

NIGHT = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)
BODY = "青禾县医疗保障局"
NAMES = ("安青禾", "白石桥", "")


def page(text: str, width: float = 100, height: float = 40) -> bytes:
    """Return one page with Latin text, compressed as our notices are."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width, height), invariant=1)
    canvas.setFontSize(8)
    canvas.drawString(2, 20, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def places(count: int = 3) -> list[SignaturePlace]:
    return [
        SignaturePlace(field=f"signature-{n}", page=0, left=20 + 110 * n, bottom=30, width=100, height=40)
        for n in range(count)
    ]


@cache
def authority() -> Authority:
    return Authority.make(BODY, NIGHT)


@cache
def signer(number: int) -> Signer:
    name = NAMES[number] or BODY
    return authority().certify(name, f"QH-{number}" if NAMES[number] else "", BODY, NIGHT)


@cache
def prepared() -> bytes:
    return prepare(page("Rectification notice 1", 400, 300), places())


@cache
def signed(count: int) -> bytes:
    """Return the small notice with the first ``count`` of its three signatures."""
    if count == 0:
        return prepared()
    before = signed(count - 1)
    who = signer(count - 1)
    return sign(before, who, f"signature-{count - 1}", at=NIGHT, appearance=page(f"signed {count}"))
