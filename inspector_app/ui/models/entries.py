"""What a row of three calm lines shows, and the role under which a model gives it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which a row gives its ``Entry``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What it is, what it belongs to, what counts; the amount stands at the right of the last line."""

    title: str
    about: str
    counts: str
    amount: str
    state: object
