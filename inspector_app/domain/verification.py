"""What a verifier says of a document: whether it is intact, who signed, who stands behind the names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import Sha256
from inspector_app.domain.wording import Sentence

LAPTOP_SEAL = "laptop"
"""Name of the field that a laptop seals under a paper which people sign by pen."""


class Vouching(StrEnum):
    """Who stands behind the name in a certificate."""

    OWN_AUTHORITY = "own_authority"
    """An authority that a laptop made for itself: nobody outside."""
    UNKNOWN_AUTHORITY = "unknown_authority"
    """An authority that the verifier was not told to trust."""
    TRUSTED = "trusted"
    """An authority whose certificate the verifying person gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFacts:
    """One signature; its facts are worth something only if it ``holds``."""

    field: str
    """Empty where the document is too damaged to tell."""
    signer: str
    certificate_number: str
    organisation: str
    signed_at: datetime | None
    """What the signing laptop's clock said; ``None`` where the document is damaged."""
    vouching: Vouching
    issuer: str
    authority_code: str
    """Short code of the highest certificate, to be compared with one known from elsewhere."""
    holds: bool
    reason: str = ""
    """What the signature says it is for, signed with the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StampFacts:
    """A time stamp over the whole document, added after all signatures."""

    at: datetime
    """When the authority saw the document, by the authority's clock."""
    authority: str
    issuer: str
    authority_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """The verdict and the sentences that tell it, in the order they are read."""

    intact: bool
    sha256: Sha256
    signatures: tuple[SignatureFacts, ...] = ()
    empty_places: int = 0
    """Places for signatures that nobody filled; a document cut back to an earlier step has some."""
    stamp: StampFacts | None = None
    """Told only of a document that is intact."""
    sentences: tuple[Sentence, ...] = ()

    @property
    def is_good(self) -> bool:
        """Tell whether the document is intact and carries every signature that it has a place for."""
        return self.intact and not self.empty_places


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalReport:
    """What can be said of an inspection's history."""

    intact: bool
    lines: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeReport:
    """What can be said of a package or a receipt from outside."""

    intact: bool
    sentences: tuple[Sentence, ...]
