"""Where the signatures lie in the bytes of a PDF, found without believing its structure."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_SIGNATURES = 32

_RANGE = re.compile(rb"/ByteRange ?\[ ?(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10}) *\]")
_DIGITS = b"0123456789ABCDEF"


class Irregular(Exception):
    """The bytes around a signature are not in the one form that is accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One signature's place: it covers the bytes before ``hole_start`` and from ``hole_end`` to ``end``."""

    hole_start: int
    hole_end: int
    end: int
    der: bytes

    @property
    def byte_range(self) -> tuple[int, int, int, int]:
        return (0, self.hole_start, self.hole_end, self.end - self.hole_end)


def find_envelopes(pdf: bytes) -> tuple[Envelope, ...]:
    """Return the signatures, oldest first; each covers everything of the one before.

    Each /ByteRange leaves out exactly one canonical hexadecimal string: upper case, even, the
    signature's own DER, then zeros. Raises :class:`Irregular` otherwise.
    """
    matches = list(_RANGE.finditer(pdf))
    if len(matches) != pdf.count(b"/ByteRange") or len(matches) > MOST_SIGNATURES:
        raise Irregular
    found = sorted((_envelope(pdf, match) for match in matches), key=lambda envelope: envelope.end)
    reached = 0
    for envelope in found:
        if envelope.hole_start < reached:
            raise Irregular
        reached = envelope.end
    return tuple(found)


def _envelope(pdf: bytes, match: re.Match[bytes]) -> Envelope:
    start, first, second, rest = (int(number) for number in match.groups())
    end = second + rest
    hole = pdf[first:second]
    if start != 0 or not first < second < end <= len(pdf) or not match.end() <= end:
        raise Irregular
    digits = hole[1:-1]
    if hole[:1] != b"<" or hole[-1:] != b">" or len(digits) % 2 or digits.translate(None, _DIGITS):
        raise Irregular
    content = bytes.fromhex(digits.decode("ascii"))
    length = _der_length(content)
    if length is None or any(content[length:]):
        raise Irregular
    return Envelope(hole_start=first, hole_end=second, end=end, der=content[:length])


def _der_length(content: bytes) -> int | None:
    """Return how long the one DER sequence at the start is."""
    if len(content) < 4 or content[0] != 0x30 or content[1] != 0x82:
        return None
    length = 4 + int.from_bytes(content[2:4], "big")
    return length if length <= len(content) else None
