"""The laptop's seal under a finished paper: it shows every later change and is nobody's signature."""

from __future__ import annotations

from datetime import datetime

from inspector_app.documents.appearances import empty_appearance
from inspector_app.documents.authority import Signer
from inspector_app.documents.signing import SignaturePlace, prepare, sign
from inspector_app.domain.verification import LAPTOP_SEAL

_UNSEEN = SignaturePlace(field=LAPTOP_SEAL, page=0, left=0, bottom=0, width=0, height=0)
_SPECK = SignaturePlace(field=LAPTOP_SEAL, page=0, left=0, bottom=0, width=1, height=1)


def seal_paper(pdf: bytes, signer: Signer, *, at: datetime, words: str) -> bytes:
    """Seal a paper whose other fields are prepared already; nothing of it shows on the page.

    ``words`` say what the seal is for. Afterwards only prepared fields may be filled.
    """
    return sign(
        prepare(pdf, [_UNSEEN]), signer, LAPTOP_SEAL, at=at, appearance=empty_appearance(_SPECK), reason=words
    )
