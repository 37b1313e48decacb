"""A document time stamp (RFC 3161) appended as one more revision; the document before is its beginning."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.documents.seals import UNREADABLE, Unsound
from inspector_app.documents.stamp_verdict import CLOCKS_APART
from inspector_app.documents.verifying import verify
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.wording import Sentence, sentence

if TYPE_CHECKING:
    from inspector_app.domain.ports import TimestampAuthority

FIELD = "time-stamp"
_DIGITS = 32_768
"""Room for a token with its certificates, in hexadecimal digits; what is left over is zero."""


def stamp(pdf: bytes, authority: TimestampAuthority, *, now: datetime) -> bytes:
    """Ask an authority for a time stamp over all of a signed document and append it.

    What fails leaves ``pdf`` as it was: a problem says so. The result has passed the strict verifier.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
    from pyhanko.sign.timestamps import TimestampRequestError

    from inspector_app.documents.asking_authorities import PortTimeStamper

    before = verify(pdf)
    if not before.is_good:
        raise NotAllowed(sentence("Only a finished document that is intact gets a time stamp."))
    if before.stamp is not None:
        raise NotAllowed(sentence("This document has a time stamp already."))
    output = io.BytesIO()
    try:
        PdfTimeStamper(PortTimeStamper(authority), field_name=FIELD).timestamp_pdf(
            IncrementalPdfFileWriter(io.BytesIO(pdf)), "sha256", bytes_reserved=_DIGITS, output=output
        )
    except (TimestampRequestError, SigningError, Unsound, *UNREADABLE) as error:
        # What an authority answers may be anything; what it does to a parser is no bug of ours.
        raise UnusableInput(_unusable()) from error
    stamped = output.getvalue()
    after = verify(stamped)
    if not stamped.startswith(pdf) or not after.is_good or after.stamp is None:
        raise UnusableInput(_unusable())
    if abs(after.stamp.at - now) > CLOCKS_APART:
        raise UnusableInput(
            sentence(
                "The authority's clock says {time}, far from this laptop's. One of them is wrong: set the "
                "clock and try again. The document is unchanged.",
                time=after.stamp.at.strftime("%Y-%m-%d %H:%M %z"),
            )
        )
    return stamped


def _unusable() -> Sentence:
    return sentence(
        "The time-stamp authority's answer cannot be used. The document is unchanged; try again later or "
        "choose another authority."
    )
