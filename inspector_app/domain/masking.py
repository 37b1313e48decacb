"""Names and identity numbers as lists show them: somebody always looks over the shoulder."""

from __future__ import annotations

import re

_PERSON = re.compile(r"([^（）]+)（([0-9A-Za-z]{6,})）")
"""A name with the number beside it, as the reconciliations write whom a point is about."""
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9A-Za-z])")
"""As long as an identity number, and no longer: a trace code has twenty digits."""


def mask_name(name: str) -> str:
    """张三丰 becomes 张**: the surname stays, every other character is a star."""
    text = name.strip()
    return text[:1] + "*" * max(len(text) - 1, 0)


def mask_number(number: str) -> str:
    """An identity or hospital number by its last four characters."""
    text = number.strip()
    return f"…{text[-4:]}" if len(text) > 4 else text


def is_long_number(text: str) -> bool:
    """Whether a text may be a person's number: fifteen digits or more."""
    return sum(sign.isdigit() for sign in text) >= 15


def mask_subject(subject: str) -> str:
    """Whom or what a point is about: 张三丰（530…1234） becomes 张**（…1234）, a ward or a code stays."""
    person = _PERSON.fullmatch(subject)
    if person is not None:
        return f"{mask_name(person[1])}（{mask_number(person[2])}）"
    return _IDENTITY.sub(lambda found: mask_number(found[0]), subject)
