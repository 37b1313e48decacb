"""Rows of ledgers that two findings claim: shown, and counted once where a person decides (D6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from inspector_app.domain.finding import Finding
from inspector_app.domain.held_rows import HeldRows
from inspector_app.domain.ids import FindingId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapDecided:
    """A person's word where common rows are counted; the other finding deducts ``amount``."""

    id: str
    """Both findings, the earlier first."""
    counted_in: FindingId
    deducted_in: FindingId
    amount: Decimal
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two findings that stand, their common rows, and what these are worth."""

    first: Finding
    second: Finding
    rows: tuple[HeldRows, ...]
    count: int
    amount: Decimal
    """In yuan that the fund settled, no more than either finding claims."""
    decided: OverlapDecided | None = None

    @property
    def id(self) -> str:
        return overlap_id(self.first.id, self.second.id)

    @property
    def is_open(self) -> bool:
        """Money is counted twice until somebody decides."""
        return self.decided is None and self.amount > 0

    def other(self, finding: FindingId) -> Finding:
        return self.second if finding == self.first.id else self.first


def overlap_id(one: FindingId, other: FindingId) -> str:
    """Name two findings in one order, whichever is asked first."""
    return "|".join(sorted((one, other)))
