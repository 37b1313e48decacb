"""What is read of a walk at once: a ward of the list, the walk of one ward, a line of a typed sheet."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.headcount import BedRow, BedStatus, Listed, Ward
from inspector_app.domain.in_bed_rate import HeadcountSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class WardProgress:
    """One ward of the list on the left."""

    ward: Ward
    summary: HeadcountSummary
    proposals: int
    to_walk: int = 0
    """Beds typed by hand that nobody looked at yet, where no list counts."""
    taken_by: tuple[str, ...] = ()
    """Names of those who walk it."""
    is_mine: bool = False
    """Whoever uses this laptop now is one of them."""

    @property
    def is_done(self) -> bool:
        return self.summary.is_final and not self.to_walk


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkView:
    """Everything the walk of one ward shows."""

    ward: Ward
    pass_number: int
    rows: tuple[BedRow, ...]
    ward_summary: HeadcountSummary
    house_summary: HeadcountSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One line of a printed ward sheet as it is typed back."""

    bed: str
    name: str
    status: BedStatus
    note: str = ""
    listed: Listed | None = None
