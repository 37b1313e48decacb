"""pyHanko's judgement: whether what was added after each signature was allowed."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from inspector_app.documents.envelopes import Envelope
from inspector_app.documents.seals import Seal
from inspector_app.domain.ink import place_of
from inspector_app.domain.wording import Sentence, sentence

_PROGRAMS = ("/OpenAction", "/AA")
_LONGEST_TEXT = 500
_NO_SUBJECT = "unspecified"
"""What reportlab writes where a document says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A fault, or what the signatures say of themselves, oldest first."""

    fault: Sentence | None = None
    fields: tuple[str, ...] = ()
    times: tuple[datetime | None, ...] = ()
    reasons: tuple[str, ...] = ()
    """What each signature says it is for."""
    empty_fields: int = 0
    empty_lines: int = 0
    """Lines that were prepared for strokes drawn by hand and that nobody signed here."""
    approval: str = ""
    """What the document says of its approval; signed with the rest."""


def judge(pdf: bytes, envelopes: Sequence[Envelope], seals: Sequence[Seal]) -> Judgement:
    """Let pyHanko read the structure of a file whose signatures all fit its bytes."""
    try:
        return _judge(pdf, envelopes, seals)
    except (
        PdfError,
        SigningError,
        SignatureValidationError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        AssertionError,
        NotImplementedError,
        OverflowError,
        RecursionError,
        MemoryError,
        zlib.error,
    ):
        # The file was made by somebody with a key of their own; what it does to a parser is no bug of ours.
        return Judgement(
            fault=sentence("The document is built in a way that cannot be checked. Do not rely on it.")
        )


def _judge(pdf: bytes, envelopes: Sequence[Envelope], seals: Sequence[Seal]) -> Judgement:
    reader = PdfFileReader(io.BytesIO(pdf), strict=True)
    root: Any = reader.root
    if reader.encrypted or any(key in root for key in _PROGRAMS) or "/JavaScript" in root.get("/Names", {}):
        return Judgement(
            fault=sentence("The document contains a program or is encrypted. Do not rely on it.")
        )
    signatures = sorted(reader.embedded_signatures, key=lambda signature: signature.signed_revision)
    ranges = [tuple(int(number) for number in signature.byte_range) for signature in signatures]
    if ranges != [envelope.byte_range for envelope in envelopes]:
        return Judgement(
            fault=sentence("The document hides a signature from its readers. Do not rely on it.")
        )
    is_stamped = len(signatures) == len(seals) + 1
    if is_stamped and not _is_plain_stamp(signatures.pop(), root):
        return Judgement(
            fault=sentence(
                "Something other than a time stamp was added after the last signature. "
                "Do not rely on it; ask for the original."
            )
        )
    for place, (signature, seal) in enumerate(zip(signatures, seals, strict=True)):
        is_last = place == len(signatures) - 1
        fault = _fault(signature, seal, first=place == 0, last=is_last, stamped=is_last and is_stamped)
        if fault is not None:
            return Judgement(fault=fault)
    empty = [str(name) for name, value, _ in enumerate_sig_fields(reader) if value is None]
    lines = [place_of(name) for name in empty]
    return Judgement(
        fields=tuple(str(signature.field_name) for signature in signatures),
        times=tuple(signature.self_reported_timestamp for signature in signatures),
        reasons=tuple(
            str(signature.sig_object.get("/Reason", ""))[:_LONGEST_TEXT] for signature in signatures
        ),
        empty_fields=lines.count(None),
        empty_lines=sum(1 for line in lines if line is not None and line[1] == 1),
        approval=_subject(reader),
    )


def _subject(reader: PdfFileReader) -> str:
    trailer: Any = reader.trailer_view
    if "/Info" not in trailer or "/Subject" not in trailer["/Info"]:
        return ""
    words = str(trailer["/Info"]["/Subject"])[:_LONGEST_TEXT]
    return "" if words == _NO_SUBJECT else words


def _is_plain_stamp(stamp: EmbeddedPdfSignature, root: Any) -> bool:
    """Tell whether the last revision is a document time stamp that nobody sees, and nothing besides."""
    written = stamp.sig_object
    box = [float(side) for side in stamp.sig_field.get("/Rect", (0, 0, 0, 0))]
    return (
        written.get("/Type") == "/DocTimeStamp"
        and written.get("/SubFilter") == "/ETSI.RFC3161"
        and stamp.evaluate_signature_coverage() is SignatureCoverageLevel.ENTIRE_FILE
        and "/DSS" not in root
        and box[0] == box[2]
        and box[1] == box[3]
    )


def _fault(
    signature: EmbeddedPdfSignature, seal: Seal, *, first: bool, last: bool, stamped: bool
) -> Sentence | None:
    """Return what is wrong with one signature; ``stamped`` says that a time stamp alone may follow."""
    if first and signature.docmdp_level is not MDPPerm.FILL_FORMS:
        return sentence(
            "The first signature does not say what may be added after it. Do not rely on this document."
        )
    top = asn1_x509.Certificate.load(seal.top.public_bytes(Encoding.DER))
    context = ValidationContext(
        trust_roots=[top],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=signature.self_reported_timestamp,
    )
    status = validate_pdf_signature(
        signature,
        signer_validation_context=context,
        key_usage_settings=KeyUsageConstraints(key_usage=set()),  # seals.py has asked for what we need
    )
    coverage = status.coverage
    is_end = last and not stamped
    enough = SignatureCoverageLevel.ENTIRE_FILE if is_end else SignatureCoverageLevel.ENTIRE_REVISION
    if not (status.intact and status.valid and coverage is not None and coverage >= enough):
        return sentence("A signature does not fit the document. Do not rely on it; ask for the original.")
    grown = status.modification_level
    is_more = stamped and (grown is None or grown > ModificationLevel.LTA_UPDATES)
    if is_more or not status.docmdp_ok or status.seed_value_ok is False:
        return sentence(
            "Something other than a signature was added after signing. "
            "Do not rely on it; ask for the original."
        )
    return None
