"""The ciphers behind the slots: argon2id, HKDF-SHA256, AES-256-GCM and age, each bound to its place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from inspector_app.domain.ports import Randomness

KEY_BYTES = 32
_NONCE_BYTES = 12


class DoesNotOpen(Exception):
    """The key, the place or the bytes are not the ones that were sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess of a passphrase costs; the default is RFC 9106's second recommendation."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_sane(self) -> bool:
        """A damaged or hostile file must not make the laptop compute for an hour."""
        return (
            8 * self.lanes <= self.memory_kib <= 1024 * 1024
            and 1 <= self.passes <= 64
            and 1 <= self.lanes <= 64
        )


def key_from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Derive a wrapping key; slow on purpose. Typing the same character in another encoding is forgiven."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    text = unicodedata.normalize("NFKC", passphrase).encode()
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(text)


def derive(key: bytes, purpose: str) -> bytes:
    """Derive a key for one purpose; without the parent key the derived ones tell nothing of each other."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def seal(key: bytes, secret: bytes, place: str, randomness: Randomness) -> bytes:
    """Encrypt so that the result opens only with this key and only at this place."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = randomness.bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, secret, place.encode())


def unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    """Open what :func:`seal` made or raise ``DoesNotOpen``."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen from error


def seal_for_bureau(public_key: str, secret: bytes, place: str) -> bytes:
    """Encrypt with age to the bureau's X25519 key; the place travels inside, because age binds none."""
    import pyrage

    recipient = pyrage.x25519.Recipient.from_str(public_key)
    sealed: bytes = pyrage.encrypt(place.encode() + b"\0" + secret, [recipient])
    return sealed


def unseal_as_bureau(private_key: str, sealed: bytes, place: str) -> bytes:
    """Open what :func:`seal_for_bureau` made or raise ``DoesNotOpen``."""
    import pyrage

    try:
        identity = pyrage.x25519.Identity.from_str(private_key.strip())
        found, separator, secret = pyrage.decrypt(sealed, [identity]).partition(b"\0")
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise DoesNotOpen from error
    if not separator or found != place.encode():
        raise DoesNotOpen
    return bytes(secret)


def is_bureau_key(public_key: str) -> bool:
    """Tell whether this is an age X25519 public key."""
    import pyrage

    try:
        pyrage.x25519.Recipient.from_str(public_key.strip())
    except pyrage.RecipientError:
        return False
    return True
