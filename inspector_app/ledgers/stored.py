"""Clean tables as they are kept, side by side: file numbers run on from one table to the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import polars as pl

from inspector_app.domain.ledger import LedgerKind, RowPlace
from inspector_app.ledgers.ledger_table import open_parquet
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_sums import Book


def side_by_side(stored: Sequence[tuple[LedgerKind, bytes]]) -> list[tuple[LedgerKind, pl.LazyFrame]]:
    """Stored tables of an inspection, each row's file number one of all files together."""
    frames = []
    first_file = 0
    for kind, content in stored:
        table = open_parquet(content)
        frames.append((kind, table.frame.with_columns((pl.col("file") + first_file).cast(pl.UInt16))))
        first_file += len(table.sources)
    return frames


def own_counts_first(
    frames: Sequence[tuple[LedgerKind, pl.LazyFrame]], on_site: Collection[int]
) -> list[tuple[LedgerKind, pl.LazyFrame]]:
    """Leave out what the institution lists of items and days that inspectors counted themselves.

    ``on_site`` are the file numbers of those counts; both together would be twice the stock.
    """
    stock = of_kind(frames, LedgerKind.STOCK)
    if not on_site or stock is None:
        return list(frames)
    counted = stock.filter(pl.col("file").is_in(sorted(on_site)))
    coded = counted.filter(pl.col("code").is_not_null()).select("code", "date").unique()
    named = counted.select("name", "spec", "date").unique()
    others = stock.filter(~pl.col("file").is_in(sorted(on_site)), pl.col("closing_e4").is_null())
    kept = others.join(coded, on=["code", "date"], how="anti").join(
        named, on=["name", "spec", "date"], how="anti", nulls_equal=True
    )
    closing = stock.filter(~pl.col("file").is_in(sorted(on_site)), pl.col("closing_e4").is_not_null())
    rest = [(kind, frame) for kind, frame in frames if kind is not LedgerKind.STOCK]
    return [*rest, *((LedgerKind.STOCK, frame) for frame in (counted, kept, closing))]


def stock_ledgers(stored: Sequence[tuple[LedgerKind, bytes]], on_site: Collection[int] = ()) -> StockLedgers:
    """Stored tables of an inspection as one reconciliation takes them.

    ``on_site`` are the file numbers of what inspectors counted themselves.
    """
    frames: dict[Book, list[pl.LazyFrame]] = {}
    for kind, frame in side_by_side(stored):
        frames.setdefault(Book(kind.value), []).append(frame)
    return StockLedgers(frames, frozenset(on_site))


def of_kind(frames: Sequence[tuple[LedgerKind, pl.LazyFrame]], kind: LedgerKind) -> pl.LazyFrame | None:
    """All rows of a kind in one frame; nothing where there is no such ledger."""
    found = [frame for one, frame in frames if one is kind]
    return pl.concat(found) if found else None


def lines_at(frame: pl.LazyFrame, places: Sequence[RowPlace]) -> list[dict[str, object]]:
    """Return the values of these rows, in the order of the source."""
    wanted = pl.LazyFrame(
        {
            "file": [place.file for place in places],
            "sheet": [place.sheet for place in places],
            "row": [place.row for place in places],
        },
        schema={"file": pl.UInt16, "sheet": pl.UInt16, "row": pl.UInt32},
    )
    keys = ["file", "sheet", "row"]
    return frame.join(wanted, on=keys, how="semi").sort(keys).collect().to_dicts()
