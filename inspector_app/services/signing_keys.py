"""A key that is about to sign: kept on this laptop, or on a token that its PIN opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inspector_app.domain.errors import WrongPassphrase
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    from inspector_app.documents.authority import Signer
    from inspector_app.documents.tokens import OpenToken, TokenCertificate


def key_from(secret: bytes) -> Signer | TokenCertificate:
    """Return the key that a secret holds, or the token that it names."""
    from inspector_app.documents.authority import Signer
    from inspector_app.documents.tokens import TokenCertificate

    return TokenCertificate.from_secret(secret) or Signer.from_secret(secret)


def token_of(key: Signer | TokenCertificate) -> str:
    """Return the label of the token that holds the key; empty for a key on this laptop."""
    from inspector_app.documents.tokens import TokenCertificate

    return key.label if isinstance(key, TokenCertificate) else ""


@contextmanager
def opened(key: Signer | TokenCertificate, pin: str) -> Iterator[Signer | OpenToken]:
    """Yield what signs; a token needs its PIN, and what it answers meanwhile is told in words."""
    from inspector_app.documents.authority import Signer

    if isinstance(key, Signer):
        yield key
        return
    if not pin:
        raise WrongPassphrase(
            sentence(
                "The certificate of {name} is on the token “{label}”. Nothing was signed; "
                "plug it in and enter its PIN.",
                name=key.name,
                label=key.label,
            )
        )
    with key.opened(pin) as token:
        yield token
