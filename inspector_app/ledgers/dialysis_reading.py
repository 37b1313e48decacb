"""Reads the files of a dialysis reconciliation, each sheet as the ledger that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from inspector_app.domain.ledger import LedgerKind, LedgerSource, ReadingCounts
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.wording import Sentence
from inspector_app.ledgers.dialysis import DialysisLedgers
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.stock_reading import read_stock_files
from inspector_app.ledgers.stock_sums import Book

_K = LedgerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDialysis:
    """The ledgers, and the account of everything that was read."""

    ledgers: DialysisLedgers
    counts: ReadingCounts
    sources: tuple[LedgerSource, ...]
    """In the order of the rows' file numbers."""
    kinds: tuple[tuple[str, LedgerKind], ...]
    quarantine: tuple[tuple[str, Sentence], ...]


def read_dialysis_files(
    files: Mapping[LedgerKind, Sequence[Path]], mappings: Mapping[LedgerKind, LedgerMapping]
) -> ReadDialysis:
    """Read every file; what cannot be read is refused with a sentence."""
    stock = read_stock_files(
        billed=files.get(_K.BILLING, ()),
        purchases=files.get(_K.PURCHASES, ()),
        stock=files.get(_K.STOCK, ()),
        mappings=mappings,
    )
    sources, counts = list(stock.sources), stock.counts
    kinds = [(f"{name} {sheet}".strip(), kind) for name, sheet, kind in stock.kinds]
    quarantine = list(stock.quarantine)
    read: dict[LedgerKind, pl.LazyFrame] = {}
    for kind in (_K.TREATMENTS, _K.SCHEDULE, _K.DEATHS):
        paths = list(dict.fromkeys(path.resolve() for path in files.get(kind, ())))
        if not paths:
            continue
        table = read_ledger([SourceFile.of_path(path) for path in paths], kind, mappings.get(kind))
        read[kind] = table.frame.with_columns((pl.col("file") + len(sources)).cast(pl.UInt16))
        sources += table.sources
        counts += table.counts
        kinds += [(source.name, kind) for source in table.sources]
        quarantine += [
            (f"{table.sources[row.place.file].name} {row.place.row}", row.sentence)
            for row in table.quarantine
        ]
    frames = stock.ledgers.frames
    billed = together([*frames.get(Book.BILLING, ()), *frames.get(Book.SALES, ())])
    return ReadDialysis(
        ledgers=DialysisLedgers(
            billed=pl.LazyFrame() if billed is None else billed,
            records=read[_K.TREATMENTS],
            purchases=together(frames.get(Book.PURCHASES, ())),
            returns=together(frames.get(Book.PURCHASE_RETURNS, ())),
            schedule=read.get(_K.SCHEDULE),
            stock=together(frames.get(Book.STOCK, ())),
            changes=together(frames.get(Book.CHANGES, ())),
            deaths=read.get(_K.DEATHS),
        ),
        counts=counts,
        sources=tuple(sources),
        kinds=tuple(kinds),
        quarantine=tuple(quarantine),
    )


def together(frames: Sequence[pl.LazyFrame]) -> pl.LazyFrame | None:
    """Frames of like ledgers as one; a column that one of them lacks is empty there."""
    return pl.concat(frames, how="diagonal_relaxed") if frames else None
