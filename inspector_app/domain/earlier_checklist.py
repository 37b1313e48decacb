"""What was answered when the same institution was asked the same checklist before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswer:
    """One answer of then, in words."""

    words: str = ""
    exempt: str = ""
    """Why the question did not apply."""
    remark: str = ""
    noncompliant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierChecklist:
    """The newest one before this; entries of repeats are left out, for nothing says which is which."""

    at: datetime
    version: str
    answers: Mapping[str, EarlierAnswer] = field(default_factory=dict)
    """By the path of the question."""
