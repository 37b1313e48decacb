"""Patterns of forms: read as the engines of the ODK world read them, and never waited for without end."""

from __future__ import annotations

import functools
from typing import Protocol

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

PATIENCE = 0.25
"""Seconds one pattern may take on one answer: a sound one takes microseconds."""
_NO_PATIENCE = 0.02
"""Seconds for one that has been too slow before: a repeat asks it of every entry."""


class _Compiled(Protocol):
    def search(self, text: str, *, timeout: float) -> object: ...


class _Pattern:
    """One pattern, and how long it is waited for."""

    def __init__(self, text: str, compiled: _Compiled) -> None:
        self._text = text
        self._compiled = compiled
        self._patience = PATIENCE

    def is_found_in(self, text: str) -> bool:
        try:
            return self._compiled.search(text, timeout=self._patience) is not None
        except TimeoutError as error:
            self._patience = _NO_PATIENCE
            raise UnusableInput(
                sentence(
                    "The pattern {pattern} takes too long on this answer, so the answer is not checked. "
                    "Write it without a repetition inside a repetition.",
                    pattern=self._text,
                )
            ) from error


def is_found(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found anywhere in a text; one that cannot be read is told in a sentence."""
    return read_pattern(pattern).is_found_in(text)


@functools.lru_cache(maxsize=256)
def read_pattern(text: str) -> _Pattern:
    """Return a pattern to search with; a fault in it is told in a sentence."""
    import regex  # costs some thirty milliseconds, which few forms need

    # Digits and word signs are those of ASCII, as in JavaScript and Java; \p{…} is Unicode's.
    flags = 0 if "\\p" in text or "\\P" in text else regex.ASCII
    try:
        return _Pattern(text, regex.compile(text, flags))
    except (regex.error, OverflowError, RecursionError) as error:
        raise UnusableInput(
            sentence(
                "The pattern {pattern} cannot be read: {fault}. Correct it.",
                pattern=text,
                fault=error.msg if isinstance(error, regex.error) else type(error).__name__,
            )
        ) from error
