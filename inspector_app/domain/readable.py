"""Secrets and codes that people copy by hand: Crockford's base32, check characters, tolerant reading."""

from __future__ import annotations

from string import ascii_uppercase

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O or U, so that nothing is mistaken for a digit."""

LEFT_OUT = tuple(letter for letter in ascii_uppercase if letter not in ALPHABET)
"""The letters that never occur."""

_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_LOOKS_LIKE = {"O": "0", "I": "1", "L": "1"}
_DATA_IN_GROUP = 4


def encode(data: bytes) -> str:
    """Write bytes as base32; the last character is padded with zero bits."""
    bits = len(data) * 8
    number = int.from_bytes(data, "big") << (-bits % 5)
    return "".join(ALPHABET[number >> shift & 31] for shift in range((bits + 4) // 5 * 5 - 5, -1, -5))


def decode(text: str) -> bytes:
    """Return the bytes that :func:`encode` wrote, where they fill whole characters; groups may be parted."""
    letters = text.replace("-", "")
    number = 0
    for character in letters:
        number = number << 5 | _VALUE[character]
    return number.to_bytes(len(letters) * 5 // 8, "big")


def clean(typed: str) -> str:
    """Forgive case, spaces, dashes, full-width characters and the letters that look like digits."""
    kept = []
    for raw in typed:
        character = chr(ord(raw) - 0xFEE0) if "！" <= raw <= "～" else raw
        character = _LOOKS_LIKE.get(character.upper(), character.upper())
        if not character.isspace() and character not in "-_—–－·.,":
            kept.append(character)
    return "".join(kept)


def with_checks(data: bytes) -> tuple[str, ...]:
    """Write bytes as groups of four characters and a check character.

    The check character is a weighted sum in GF(32) that includes the group's place: one wrong
    character, two exchanged neighbours and two exchanged groups are all noticed.
    """
    text = encode(data)
    if len(text) % _DATA_IN_GROUP or len(data) * 8 % 5:
        raise ValueError("the secret does not fill whole groups")
    starts = range(0, len(text), _DATA_IN_GROUP)
    groups = [text[start : start + _DATA_IN_GROUP] for start in starts]
    return tuple(group + _check(group, place) for place, group in enumerate(groups))


def wrong_groups(typed: str, groups: int) -> tuple[int, ...] | None:
    """Return the places (from 1) of groups that are mistyped, or ``None`` when the length is wrong."""
    text = clean(typed)
    if len(text) != groups * (_DATA_IN_GROUP + 1):
        return None
    return tuple(place + 1 for place, group in enumerate(_split(text)) if not _holds(group, place))


def read_checked(typed: str, groups: int) -> bytes:
    """Return the bytes of groups that :func:`wrong_groups` found no fault with."""
    if wrong_groups(typed, groups) != ():
        raise ValueError("the groups do not hold")
    data = "".join(group[:-1] for group in _split(clean(typed)))
    number = 0
    for character in data:
        number = number << 5 | _VALUE[character]
    return number.to_bytes(len(data) * 5 // 8, "big")


def _split(text: str) -> list[str]:
    width = _DATA_IN_GROUP + 1
    return [text[start : start + width] for start in range(0, len(text), width)]


def _holds(group: str, place: int) -> bool:
    return all(character in _VALUE for character in group) and _check(group[:-1], place) == group[-1]


def _check(group: str, place: int) -> str:
    total = _times(place + 1, 2)
    weight = 4
    for character in group:
        total ^= _times(_VALUE[character], weight)
        weight = _times(weight, 2)
    return ALPHABET[total]


def _times(left: int, right: int) -> int:
    """Multiply in GF(32) modulo x⁵ + x² + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (0b100101 if left & 16 else 0)
        right >>= 1
    return product & 31
