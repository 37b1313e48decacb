"""Reads the ledgers of one reconciliation, so that a row's file number is one of all files together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from inspector_app.domain.ledger import LedgerKind, LedgerSource
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.ledger_table import LedgerTable
from inspector_app.ledgers.sources import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTogether:
    """The tables in the order they were named."""

    tables: tuple[LedgerTable, ...]

    @property
    def sources(self) -> tuple[LedgerSource, ...]:
        """All files, in the order of the rows' file numbers."""
        return tuple(source for table in self.tables for source in table.sources)

    def frame(self, kind: LedgerKind) -> pl.LazyFrame:
        """The rows of a kind that was named."""
        found = self.frame_or_none(kind)
        if found is None:
            raise KeyError(kind)
        return found

    def frame_or_none(self, kind: LedgerKind) -> pl.LazyFrame | None:
        first = 0
        for table in self.tables:
            if table.kind is kind:
                return table.frame.with_columns((pl.col("file") + first).cast(pl.UInt16))
            first += len(table.sources)
        return None


def read_together(
    files: Mapping[LedgerKind, Sequence[Path]], mappings: Mapping[LedgerKind, LedgerMapping]
) -> ReadTogether:
    """Read every kind that has files; what cannot be read is refused with a sentence."""
    return ReadTogether(
        tables=tuple(
            read_ledger([SourceFile.of_path(path) for path in paths], kind, mappings.get(kind))
            for kind, paths in files.items()
            if paths
        )
    )
