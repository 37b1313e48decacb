"""Names and identity numbers as lists show them: somebody always looks over the shoulder."""

from __future__ import annotations


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
