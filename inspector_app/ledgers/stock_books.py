"""The ledgers as they are reckoned: refunds signed, nothing settled twice, every row placed in the period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import polars as pl

from inspector_app.ledgers.stock_items import Mention
from inspector_app.ledgers.stock_refunds import not_settled_in, refunds_signed
from inspector_app.ledgers.stock_sums import Book, Tag, Window, codes_folded, joined, laid_out
from inspector_app.ledgers.stock_units import UnitLine, unit_name


@dataclass(frozen=True, slots=True)
class StockLedgers:
    """The ledgers of one reconciliation, each of many files; file numbers are those of all together."""

    frames: Mapping[Book, Sequence[pl.LazyFrame]]
    on_site: frozenset[int] = frozenset()
    """Numbers of the files that inspectors counted themselves."""

    def of(self, book: Book) -> pl.LazyFrame | None:
        return joined(self.frames.get(book, ()))


def reckoned_frames(ledgers: StockLedgers) -> dict[Book, pl.LazyFrame]:
    """The ledgers as they are reckoned: flagged refunds with their minus, sales without what was settled."""
    frames: dict[Book, pl.LazyFrame] = {
        book: frame for book in Book if book is not Book.STOCK and (frame := ledgers.of(book)) is not None
    }
    for book in (Book.BILLING, Book.SALES):
        if book in frames:
            frames[book] = refunds_signed(frames[book])
    if Book.SALES in frames:
        frames[Book.SALES] = not_settled_in(frames[Book.SALES], frames.get(Book.BILLING))
    if Book.PURCHASES in frames and "entry_type" in frames[Book.PURCHASES].collect_schema():
        frames[Book.PURCHASES] = frames[Book.PURCHASES].with_columns(pl.col("entry_type").alias("change"))
    return frames


def in_period(frames: dict[Book, pl.LazyFrame], window: Window) -> tuple[dict[Book, pl.LazyFrame], int]:
    """Place ledgers without any day in the period they were handed over for; say how many rows that is."""
    if not window.is_bounded:
        return frames, 0
    placed_whole, made = 0, dict(frames)
    for book, frame in frames.items():
        if moves(book):
            shaped = laid_out(frame)
            dated, rows = shaped.select(pl.col("date").count(), pl.len().alias("rows")).collect().row(0)
            if not dated and rows:
                made[book] = shaped.with_columns(pl.lit(window.core_from or window.core_to).alias("date"))
                placed_whole += rows
    return made, placed_whole


def unit_lines(frame: pl.LazyFrame | None) -> list[tuple[Mention, UnitLine]]:
    """The units ledger; a line without whole numbers above nought says nothing."""
    if frame is None:
        return []
    made = []
    for row in codes_folded(laid_out(frame)).collect().iter_rows(named=True):
        numerator, denominator = row.get("numerator"), row.get("denominator") or 1
        unit, base = unit_name(row["unit"]), unit_name(row.get("base_unit"))
        if not numerator or numerator <= 0 or denominator <= 0 or not unit:
            continue
        code, local = row["code"] or "", row["local_code"] or ""
        uncoded = not code
        name, spec = row["name"] or "", row["spec"] or ""
        tag = Tag(code, local, name if uncoded else "", spec if uncoded else "")
        factor = Fraction(numerator, denominator)
        said = f"{unit}={factor}{base}"
        if row["row"]:
            said += f" #{row['row']}"
        if row.get("source"):
            said += f" {row['source']}"
        made.append(
            (
                Mention(Book.UNITS, tag, name, spec, row["maker"] or ""),
                UnitLine(code=code, local_code=local, unit=unit, base_unit=base, factor=factor, said=said),
            )
        )
    return made


def moves(book: Book) -> bool:
    return book not in (Book.UNITS, Book.STOCK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and the last day inside the window on which anything is booked, and the rows beside it."""

    first: date | None = None
    last: date | None = None
    undated: int = 0
    outside: int = 0


def days_of(frames: Mapping[Book, pl.LazyFrame], window: Window) -> Days:
    if not window.is_bounded:
        return Days()
    day = pl.col("date")
    within = pl.lit(value=True)
    if window.begin is not None:
        within &= day >= window.begin
    if window.end is not None:
        within &= day <= window.end
    asked = [
        day.filter(within).min().alias("first"),
        day.filter(within).max().alias("last"),
        day.is_null().sum().alias("undated"),
        (day.is_not_null() & ~within).sum().alias("outside"),
    ]
    found = [
        laid_out(frame).select(asked).collect(engine="streaming").row(0, named=True)
        for frame in frames.values()
    ]
    return Days(
        first=min((one["first"] for one in found if one["first"]), default=None),
        last=max((one["last"] for one in found if one["last"]), default=None),
        undated=sum(one["undated"] for one in found),
        outside=sum(one["outside"] for one in found),
    )


def height(frame: pl.LazyFrame) -> int:
    return int(frame.select(pl.len()).collect(engine="streaming").item())
