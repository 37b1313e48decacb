"""Envelopes to laptops: bytes that only the secret keys of the receivers open."""

from __future__ import annotations

from collections.abc import Sequence

from inspector_app.exchange.wire import Unreadable


def seal_to(plain: bytes, receivers: Sequence[str]) -> bytes:
    """Envelope bytes to ``age1…`` keys."""
    import pyrage

    keys = [pyrage.x25519.Recipient.from_str(key) for key in receivers]
    sealed = _Written()
    pyrage.encrypt_io(_Read(plain), sealed, keys)
    return sealed.joined()


def open_sealed(sealed: bytes, identity: str) -> bytes:
    """Open an envelope with a secret key, or raise ``Unreadable``."""
    import pyrage

    plain = _Written()
    try:
        pyrage.decrypt_io(_Read(sealed), plain, [pyrage.x25519.Identity.from_str(identity)])
    except (pyrage.DecryptError, pyrage.IdentityError, OSError) as error:
        # A damaged piece in the middle comes as an OSError, though nothing here reads a disk.
        raise Unreadable from error
    return plain.joined()


class _Read:
    """Bytes as a file written in Python.

    pyrage never lets other threads run by itself: the window would stand still for 80 ms at a part of
    16 MB. Every call of these methods gives the window a chance to go first.
    """

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def read(self, count: int = -1) -> bytes:
        end = len(self._data) if count < 0 else self._at + count
        piece = bytes(self._data[self._at : end])
        self._at += len(piece)
        return piece


class _Written:
    """What was written, in pieces."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def joined(self) -> bytes:
        return b"".join(self._pieces)
