"""Reads the pages of an encrypted file one by one, without SQLite, each checked by its own HMAC.

SQLCipher refuses all further work on a file at the first page that does not hold; salvage has to
know which pages hold and go on. Nothing is ever written here.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from inspector_app.storage.cipher import PAGE_SIZE

SALT_BYTES, IV_BYTES, HMAC_BYTES = 16, 16, 64
USABLE = PAGE_SIZE - IV_BYTES - HMAC_BYTES
"""Bytes of a page that SQLite fills; the rest is the cipher's."""
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_SALT_MASK = 0x3A


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the newest bytes of a page stand."""

    in_log: bool
    offset: int


class Pages:
    """All pages of a file and of its write-ahead log, newest first; single damaged ones are skipped."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._key = key
        self._file = path.open("rb")
        log = path.with_name(path.name + "-wal")
        self._log = log.open("rb") if log.exists() else None
        self.damaged: set[int] = set()
        """Page numbers none of whose bytes hold, or only bytes older than the damaged ones."""
        self.partial_tail = False
        """The file or its log ends in the middle of something, as after a cut; what followed is unknown."""
        size = path.stat().st_size
        self.partial_tail = bool(size % PAGE_SIZE)
        self.in_file = size // PAGE_SIZE
        self._frames = self._read_log()
        self._mac_key: bytes | None = None
        self.salt_found = self._find_salt()
        self._places = self._choose()
        self.count = max(self.in_file + self.partial_tail, max(self._places, default=0), self._told_size())
        self.damaged |= set(range(1, self.count + 1)) - set(self._places)

    def close(self) -> None:
        self._file.close()
        if self._log is not None:
            self._log.close()

    def numbers(self) -> Iterator[int]:
        """Yield the pages that hold."""
        yield from sorted(self._places)

    def first_byte(self, number: int) -> int:
        """Return the byte that tells what kind of page it is, deciphering no more than it takes."""
        if number == 1:
            return self.read(1)[100]
        raw = self._raw(self._places[number])
        return self._decipher(raw[:16], raw)[0]

    def read(self, number: int) -> bytes:
        """Return a page's usable bytes in plain; ``KeyError`` for one that does not hold."""
        raw = self._raw(self._places[number])
        if number == 1:
            return b"SQLite format 3\0" + self._decipher(raw[SALT_BYTES:USABLE], raw)
        return self._decipher(raw[:USABLE], raw)

    def _decipher(self, content: bytes, page: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(self._key), modes.CBC(page[USABLE : USABLE + IV_BYTES]))
        return cipher.decryptor().update(content)

    def _raw(self, place: _Place) -> bytes:
        file = self._log if place.in_log and self._log is not None else self._file
        file.seek(place.offset)
        return file.read(PAGE_SIZE)

    # The key of the check sums

    def _find_salt(self) -> bool:
        """Find the salt that the check sums hang on: as it stands, in the log, or with one byte mended.

        The raw key deciphers without it; only the pages' own check is lost with it.
        """
        samples = [(place, number) for number, place in self._some_places()]
        if not samples:
            return False
        self._file.seek(0)
        stored = self._file.read(SALT_BYTES).ljust(SALT_BYTES, b"\0")
        candidates = [stored]
        candidates += [self._raw(place)[:SALT_BYTES] for number, place, _ in self._frames if number == 1]
        for position in range(SALT_BYTES):
            for value in range(256):
                mended = bytearray(stored)
                mended[position] = value
                candidates.append(bytes(mended))
        pages = [(self._raw(place), number) for place, number in samples]
        for salt in candidates:
            mac_key = hashlib.pbkdf2_hmac(
                "sha512", self._key, bytes(byte ^ _SALT_MASK for byte in salt), 2, len(self._key)
            )
            if any(_holds(raw, number, mac_key) for raw, number in pages):
                self._mac_key = mac_key
                return True
        return False

    def _some_places(self) -> Iterator[tuple[int, _Place]]:
        """A few pages to try a salt on; page 1 last, since its bytes are the ones in doubt."""
        step = max(1, self.in_file // 6)
        numbers = [*range(2, self.in_file + 1, step)][:6]
        if self.in_file:
            numbers.append(1)
        for number in numbers:
            yield number, _Place(in_log=False, offset=(number - 1) * PAGE_SIZE)
        for number, place, _commit in self._frames[:3]:
            yield number, place

    def _check(self, number: int, place: _Place) -> bool:
        if self._mac_key is None:
            return True  # nothing can be said of the page; what it holds has hashes of its own
        return _holds(self._raw(place), number, self._mac_key)

    # File and log

    def _choose(self) -> dict[int, _Place]:
        """Take for each page the newest bytes that hold."""
        chosen: dict[int, _Place] = {}
        for number in range(1, self.in_file + 1):
            place = _Place(in_log=False, offset=(number - 1) * PAGE_SIZE)
            if self._check(number, place):
                chosen[number] = place
            else:
                self.damaged.add(number)
        for number, place, _commit in self._frames:
            if self._check(number, place):
                chosen[number] = place
                self.damaged.discard(number)
            else:
                self.damaged.add(number)
        return chosen

    def _told_size(self) -> int:
        """How many pages the newest first page says there are; 0 where it cannot be read.

        SQLite writes the number into the first page; a file that was cut off has fewer.
        """
        if self._mac_key is None or 1 not in self._places:
            return 0  # a number that nothing vouches for could be any number
        return int.from_bytes(self.read(1)[28:32], "big")

    def _read_log(self) -> list[tuple[int, _Place, int]]:
        """Return page number, place and size after commit (0 inside a transaction) of all frames.

        Frames of an earlier round of the log have other salts and end the list; what no commit
        follows was never confirmed and is left out.
        """
        if self._log is None:
            return []
        header = self._log.read(_WAL_HEADER)
        if not header:
            return []
        length = self._log.seek(0, 2)
        stride = _FRAME_HEADER + PAGE_SIZE
        self.partial_tail |= bool((length - _WAL_HEADER) % stride)
        salts = header[16:24]
        if int.from_bytes(header[:4], "big") not in _WAL_MAGIC or len(header) < _WAL_HEADER:
            salts = self._commonest_salts(length)
        frames: list[tuple[int, _Place, int]] = []
        for offset in range(_WAL_HEADER, length - stride + 1, stride):
            self._log.seek(offset)
            head = self._log.read(_FRAME_HEADER)
            number, size = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
            if head[8:16] != salts:
                continue
            if 0 < number <= self.in_file + length // stride:
                frames.append((number, _Place(in_log=True, offset=offset + _FRAME_HEADER), size))
            else:
                self.partial_tail = True  # more pages than there is room for: this head is damaged
        while frames and not frames[-1][2]:
            frames.pop()
            self.partial_tail = True
        return frames

    def _commonest_salts(self, length: int) -> bytes:
        """The salts of the first frame stand in for a header that is damaged."""
        if self._log is None or length < _WAL_HEADER + _FRAME_HEADER:
            return b""
        self._log.seek(_WAL_HEADER + 8)
        return self._log.read(8)


def _holds(page: bytes, number: int, mac_key: bytes) -> bool:
    """Tell whether a page's bytes are those that were written under this key."""
    start = SALT_BYTES if number == 1 else 0
    told = page[start : USABLE + IV_BYTES] + number.to_bytes(4, "little", signed=False)
    return hmac.compare_digest(hmac.digest(mac_key, told, "sha512"), page[USABLE + IV_BYTES :])
