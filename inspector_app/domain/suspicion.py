"""Suspicions (疑点): what rules and reconciliations point at; a person decides what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.evidence import Target
from inspector_app.domain.held_rows import HeldRows
from inspector_app.domain.ids import FindingId, PersonId, SuspicionId


class SuspicionState(StrEnum):
    """Open until a person confirms it into a finding or dismisses it with a reason."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the arithmetic, with its name, so that the reader can follow it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """One point to look at, with its rule, its arithmetic and the things it rests on."""

    id: SuspicionId
    key: str
    """What it is about, stable across runs of the same rule: a second run finds it again, never twice."""
    rule: str
    title: str
    statement: str
    figures: tuple[Figure, ...] = ()
    rests_on: tuple[Target, ...] = ()
    rows: tuple[HeldRows, ...] = ()
    """The rows of ledgers that it claims; a row that two findings claim counts once (D6)."""
    category: str = ""
    clauses: tuple[str, ...] = ()
    persons: int | None = None
    amount: Decimal | None = None
    raised_at: datetime
    state: SuspicionState = SuspicionState.OPEN
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    reason: str = ""
    finding: FindingId | None = None


def told_once(suspicions: Sequence[Suspicion]) -> list[Suspicion]:
    """Return suspicions without an undecided one that another laptop raised, or decided, as well."""
    first: dict[str, Suspicion] = {}
    for one in sorted(suspicions, key=lambda one: (one.state is SuspicionState.OPEN, one.id)):
        first.setdefault(one.key, one)
    return [one for one in suspicions if one.state is not SuspicionState.OPEN or first[one.key] is one]
