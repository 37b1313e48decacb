"""The ledgers of an inspection as a reconciliation takes them, with what its rules depend on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from inspector_app.domain.absence import Walked
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.region import RegionPack
from inspector_app.ledgers.stored import of_kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What a reconciliation computes with."""

    frames: Sequence[tuple[LedgerKind, pl.LazyFrame]]
    region: RegionPack
    level: InstitutionLevel
    walked: Walked = field(default_factory=Walked)

    def needed(self, kind: LedgerKind) -> pl.LazyFrame:
        """The rows of a kind that the reconciliation cannot do without."""
        found = self.given(kind)
        if found is None:
            raise KeyError(kind)
        return found

    def given(self, kind: LedgerKind) -> pl.LazyFrame | None:
        """The rows of a kind, where it was handed over."""
        return of_kind(self.frames, kind)
