"""The laptop's own signing key: it vouches for the ends of the journal's chains."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from inspector_app.domain.journal import Head
from inspector_app.domain.ports import Randomness

_PREFIX = "ed25519:"


class DeviceKey:
    """An Ed25519 key; its bytes are a secret that belongs under the workspace's key."""

    def __init__(self, seed: bytes) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._seed = seed
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    @classmethod
    def make(cls, randomness: Randomness) -> DeviceKey:
        return cls(randomness.bytes(32))

    @property
    def secret(self) -> bytes:
        return self._seed

    @property
    def public_key(self) -> str:
        """Return ``ed25519:`` and hexadecimal, as a ``Device`` carries it."""
        return _PREFIX + self._key.public_key().public_bytes_raw().hex()

    def sign_bytes(self, message: bytes) -> str:
        """Return ``ed25519:`` and hexadecimal; the message says of itself what it is for."""
        return _PREFIX + self._key.sign(message).hex()

    def sign(self, head: Head, at: datetime) -> Head:
        """Return the head with this laptop's signature; the chain's hash covers device and history."""
        signed = replace(head, signed_at=at)
        return replace(signed, signature=_PREFIX + self._key.sign(_message(signed)).hex())


def head_holds(head: Head, public_key: str) -> bool:
    """Tell whether the laptop with this public key signed this head."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not (head.signature.startswith(_PREFIX) and public_key.startswith(_PREFIX)):
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key.removeprefix(_PREFIX)))
        key.verify(bytes.fromhex(head.signature.removeprefix(_PREFIX)), _message(head))
    except (InvalidSignature, ValueError):
        return False
    return True


def _message(head: Head) -> bytes:
    at = head.signed_at.isoformat()
    return f"inspection-desk/head {head.device} {head.sequence} {head.hash} {at}".encode()


def make_box_identity() -> str:
    """Make the secret key that opens what is enveloped to this laptop (``AGE-SECRET-KEY-1…``)."""
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def box_key_of(identity: str) -> str:
    """Return the public key of such a secret, ``age1…``."""
    import pyrage

    return str(pyrage.x25519.Identity.from_str(identity).to_public())
