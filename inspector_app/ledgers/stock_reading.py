"""Reads the files of a stock reconciliation: each sheet once, as the ledger that it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import LedgerKind, LedgerSheet, LedgerSource, ReadingCounts, RowPlace
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.ledger_table import LedgerTable
from inspector_app.ledgers.sheet_kinds import KnownSheet, known_sheets
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_sums import Book

_K = LedgerKind
_TAKEN: Mapping[LedgerKind, frozenset[LedgerKind]] = {
    _K.BILLING: frozenset({_K.BILLING, _K.SALES, _K.SALES_RETURNS}),
    _K.PURCHASES: frozenset({_K.PURCHASES, _K.PURCHASE_RETURNS, _K.SALES_RETURNS, _K.STOCK_CHANGES}),
    _K.STOCK: frozenset({_K.STOCK, _K.STOCK_CHANGES, _K.PURCHASE_RETURNS, _K.SALES_RETURNS}),
    _K.UNITS: frozenset({_K.UNITS}),
}
_CHANGES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("报损", "损耗", "销毁", "报废", "loss", "scrap"), "loss"),
    (("调入", "transfer_in", "transfers_in", "transferin"), "transfer_in"),
    (("调出", "transfer_out", "transfers_out", "transferout"), "transfer_out"),
    (("自用", "领用", "own_use", "own-use", "internal"), "own_use"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStock:
    """The ledgers, and the account of everything that was read."""

    ledgers: StockLedgers
    counts: ReadingCounts
    sources: tuple[LedgerSource, ...]
    """In the order of the rows' file numbers."""
    kinds: tuple[tuple[str, str, LedgerKind], ...]
    """File, sheet and what it was read as."""
    quarantine: tuple[tuple[str, Sentence], ...]
    """Where a row stands, and why it was set aside."""


def read_stock_files(
    *,
    billed: Sequence[Path],
    purchases: Sequence[Path],
    stock: Sequence[Path],
    units: Sequence[Path] = (),
    mappings: Mapping[LedgerKind, LedgerMapping] | None = None,
) -> ReadStock:
    """Read every file; one that is given twice is read once, for all places it was given for."""
    asked: dict[Path, list[LedgerKind]] = {}
    for usual, paths in (
        (_K.BILLING, billed),
        (_K.PURCHASES, purchases),
        (_K.STOCK, stock),
        (_K.UNITS, units),
    ):
        for path in paths:
            places = asked.setdefault(path.resolve(), [])
            if usual not in places:
                places.append(usual)
    reader = _Reader(mappings or {})
    for path, places in asked.items():
        reader.read(SourceFile.of_path(path), places)
    return reader.result()


class _Reader:
    def __init__(self, mappings: Mapping[LedgerKind, LedgerMapping]) -> None:
        self._mappings = mappings
        self._frames: dict[Book, list[pl.LazyFrame]] = {}
        self._sources: list[LedgerSource] = []
        self._counts = ReadingCounts(read=0, used=0, quarantined=0, not_data=0)
        self._kinds: list[tuple[str, str, LedgerKind]] = []
        self._quarantine: list[tuple[str, Sentence]] = []

    def read(self, source: SourceFile, places: Sequence[LedgerKind]) -> None:
        among = frozenset().union(*(_TAKEN[place] for place in places))
        sheets = known_sheets(source, places[0], among, self._mappings)
        if not sheets:
            read_ledger([source], places[0], self._mappings.get(places[0]))  # says what it misses
            return
        kinds = {sheet.kind for sheet in sheets}
        read: dict[int, LedgerSheet] = {}
        for table, of_table in self._tables(source, sheets, kinds):
            self._refuse_twice(table)
            number = len(self._sources)
            frame = table.frame.with_columns(pl.lit(number, dtype=pl.UInt16).alias("file"))
            if table.kind is _K.STOCK_CHANGES:
                frame = _with_change(frame, source.name, of_table)
            self._frames.setdefault(Book(table.kind.value), []).append(frame)
            for sheet in table.sources[0].sheets:
                if sheet.sheet not in read or read[sheet.sheet].skipped:
                    read[sheet.sheet] = sheet
                if not sheet.skipped:
                    self._kinds.append((source.name, sheet.name, table.kind))
            self._quarantine += [
                (_place(source.name, table.sources[0].sheets[row.place.sheet].name, row.place), row.sentence)
                for row in table.quarantine
            ]
            self._sources.append(table.sources[0])
        for sheet in read.values():
            self._counts += sheet.counts

    def _refuse_twice(self, table: LedgerTable) -> None:
        """The same bytes under another name would count everything twice."""
        read = table.sources[0]
        for before in self._sources:
            if before.sha256 == read.sha256 and before.name != read.name and table.counts.used:
                raise UnusableInput(
                    sentence(
                        "The files {first} and {second} are the same. Nothing was computed; give only one.",
                        first=before.name,
                        second=read.name,
                    )
                )

    def _tables(
        self, source: SourceFile, sheets: Sequence[KnownSheet], kinds: set[LedgerKind]
    ) -> Iterable[tuple[LedgerTable, Sequence[KnownSheet]]]:
        """One table where all sheets are of one kind, else one for every sheet."""
        if len(kinds) == 1:
            kind = next(iter(kinds))
            yield read_ledger([source], kind, self._mappings.get(kind)), sheets
            return
        for sheet in sheets:
            yield read_ledger([source], sheet.kind, sheet.mapping), (sheet,)

    def result(self) -> ReadStock:
        return ReadStock(
            ledgers=StockLedgers({book: tuple(frames) for book, frames in self._frames.items()}),
            counts=self._counts,
            sources=tuple(self._sources),
            kinds=tuple(self._kinds),
            quarantine=tuple(self._quarantine),
        )


def _place(name: str, sheet: str, place: RowPlace) -> str:
    return f"{name} {sheet} {place.row}" if sheet else f"{name} {place.row}"


def _with_change(frame: pl.LazyFrame, name: str, sheets: Sequence[KnownSheet]) -> pl.LazyFrame:
    """A ledger of one kind of change has no column for it: its name or its headers say what it is."""
    said = " ".join(
        [name, *(sheet.name for sheet in sheets), *(h for s in sheets for h in s.layout.headers)]
    ).lower()
    meant = {change for words, change in _CHANGES if any(word in said for word in words)}
    if len(meant) != 1:
        return frame
    return frame.with_columns(pl.col("change").fill_null(meant.pop()))
