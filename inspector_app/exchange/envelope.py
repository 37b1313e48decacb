"""Envelopes to laptops: bytes that only the secret keys of the receivers open."""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.exchange.wire import Unreadable


def seal_to(plain: bytes, receivers: Sequence[str]) -> bytes:
    """Envelope bytes to ``age1…`` keys."""
    import pyrage

    keys = [pyrage.x25519.Recipient.from_str(key) for key in receivers]
    sealed: bytes = pyrage.encrypt(plain, keys)
    return sealed


def open_sealed(sealed: bytes, identity: str) -> bytes:
    """Open an envelope with a secret key, or raise ``Unreadable``."""
    import pyrage

    try:
        plain: bytes = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise Unreadable from error
    return plain
