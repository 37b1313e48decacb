"""Signing: PAdES B-B signatures, each appended to the bytes of the step before."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.documents.authority import Certified, Signer
from inspector_app.documents.verifying import verify
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.reader import PdfFileReader

    from inspector_app.documents.tokens import OpenToken

_BYTES_BESIDE_CERTIFICATES = 1536
"""Room for the attributes and the largest RSA signature; what is left over is zero."""


class DoesNotHold(Exception):
    """A fresh signature that the verifier refuses; with a signer that passed :func:`probe` a bug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturePlace:
    """Where one signature will stand: page from 0, points from the page's lower left corner."""

    field: str
    """The field's name, such as ``inspector-1`` or ``bureau``."""
    page: int
    left: float
    bottom: float
    width: float
    height: float


def prepare(pdf: bytes, places: Sequence[SignaturePlace]) -> bytes:
    """Append all signature fields, empty; after the first signature none could be added."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for place in places:
        box = (
            round(place.left),
            round(place.bottom),
            round(place.left + place.width),
            round(place.bottom + place.height),
        )
        append_signature_field(writer, SigFieldSpec(sig_field_name=place.field, on_page=place.page, box=box))
    return _written(writer, pdf)


def sign(
    pdf: bytes, signer: Signer | OpenToken, field: str, *, at: datetime, appearance: bytes, reason: str = "",
    along: Callable[[IncrementalPdfFileWriter], None] | None = None,
) -> bytes:  # fmt: skip
    """Fill one prepared field; the first signature certifies the document and allows only further ones.

    ``appearance`` is a one-page PDF, drawn into the field; ``along`` fills other fields with the same
    signature over them. The result begins with ``pdf`` and has
    passed the strict verifier; it carries ``at`` as official time, which is Beijing's.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata
    from pyhanko.stamp import StaticStampStyle

    from inspector_app.documents.pyhanko_pieces import ClockedSigner, MemoryPage, pyhanko_signer

    filled = _fields(PdfFileReader(io.BytesIO(pdf)))
    if filled.get(field) is not False:
        raise NotAllowed(
            sentence(
                "This document has no free place for the signature {field}. Nothing was signed.", field=field
            )
        )
    if not signer.is_valid_at(at):
        raise NotAllowed(
            sentence(
                "The certificate of {name} is not valid today. "
                "Nothing was signed; renew or import a certificate.",
                name=signer.name,
            )
        )
    page: PdfContent = MemoryPage(appearance)
    style = StaticStampStyle(
        background=page,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MIN, y_align=AxisAlignment.ALIGN_MIN, margins=Margins(0, 0, 0, 0)
        ),
        border_width=0,
    )
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=signer.name,
        reason=reason or None,
        certify=not any(filled.values()),
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if along is not None:
        along(writer)
    output = io.BytesIO()
    ClockedSigner(metadata, pyhanko_signer(signer), stamp_style=style, at=at.astimezone(BEIJING)).sign_pdf(
        writer, existing_fields_only=True, bytes_reserved=_digits_for(signer), output=output
    )
    signed = output.getvalue()
    _check(pdf, signed, expected=sum(filled.values()) + 1)
    return signed


def probe(signer: Signer | OpenToken, at: datetime) -> None:
    """Sign an empty page, to know before it counts that this certificate works here."""
    blank = _blank_page()
    place = SignaturePlace(field="probe", page=0, left=10, bottom=10, width=50, height=20)
    try:
        sign(prepare(blank, [place]), signer, place.field, at=at, appearance=blank)
    except DoesNotHold as error:
        raise UnusableInput(
            sentence(
                "Signatures with this certificate would be refused: it was made for something else, or the "
                "certificates above it are not in order. Ask its issuer for one that signs documents."
            )
        ) from error


def _blank_page() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(100, 100), invariant=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def fields_of(pdf: bytes) -> dict[str, bool]:
    """Return the signature fields in their order and whether each is signed."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    return _fields(PdfFileReader(io.BytesIO(pdf)))


def _digits_for(signer: Certified) -> int:
    """Return how many hexadecimal digits one signature may take."""
    return 2 * (sum(map(len, (signer.certificate, *signer.chain))) + _BYTES_BESIDE_CERTIFICATES)


def _fields(reader: PdfFileReader) -> dict[str, bool]:
    from pyhanko.sign.fields import enumerate_sig_fields

    return {name: value is not None for name, value, _ in enumerate_sig_fields(reader)}


def _check(before: bytes, signed: bytes, expected: int) -> None:
    """Never hand out a signature that the verifier would refuse; that would be a bug here."""
    if not signed.startswith(before):
        raise RuntimeError("signing did not append")
    report = verify(signed)
    if not report.intact or len(report.signatures) != expected:
        raise DoesNotHold("; ".join(map(str, report.sentences)))


def _written(writer: object, before: bytes) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    if not isinstance(writer, IncrementalPdfFileWriter):
        raise TypeError(writer)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    written = output.getvalue()
    if not written.startswith(before):
        raise RuntimeError("preparing did not append")
    return written
