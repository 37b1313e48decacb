"""Invoices and delivery notes ticked against the purchases that rest on them."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

import polars as pl

from inspector_app.domain.ledger import RowPlace, e4_to_decimal
from inspector_app.domain.stock import StockPeriod
from inspector_app.domain.stock_points import (
    PaperCheck,
    PaperKind,
    PurchasePaper,
    PurchaseWithoutPaper,
    paper_number,
)
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_sums import Book, codes_folded, laid_out


def purchase_papers(
    ledgers: StockLedgers,
    period: StockPeriod,
    seen: Collection[tuple[PaperKind, str]] = (),
) -> PaperCheck:
    """Tick the papers that were shown; the missing, the unnamed and those of no purchase are listed."""
    frame = ledgers.of(Book.PURCHASES)
    if frame is None:
        return PaperCheck(seen=(), missing=(), unnamed=(), unknown=tuple(sorted(set(_plain(seen)))))
    bought = _of_period(codes_folded(laid_out(frame)), period)
    if "supplier" not in bought.collect_schema():
        bought = bought.with_columns(pl.lit(None, dtype=pl.String).alias("supplier"))
    bought = bought.with_columns(
        pl.coalesce("amount_e4", (pl.col("quantity_e4") * pl.col("price_e4")) // 10_000)
        .fill_null(0)
        .alias("worth")
    ).filter(pl.col("quantity_e4").fill_null(0) > 0)
    shown = set(_plain(seen))
    named: list[PurchasePaper] = []
    unnamed: list[PurchaseWithoutPaper] = []
    for kind in PaperKind:
        named += _named(bought, kind)
        unnamed += _unnamed(bought, kind)
    numbers = {(paper.kind, paper_number(paper.number)) for paper in named}
    return PaperCheck(
        seen=tuple(paper for paper in named if (paper.kind, paper_number(paper.number)) in shown),
        missing=tuple(paper for paper in named if (paper.kind, paper_number(paper.number)) not in shown),
        unnamed=tuple(unnamed),
        unknown=tuple(sorted(shown - numbers)),
    )


def _named(bought: pl.LazyFrame, kind: PaperKind) -> list[PurchasePaper]:
    grouped = (
        bought.filter(pl.col(kind.value).is_not_null())
        .group_by(number=pl.col(kind.value))
        .agg(
            pl.col("supplier").drop_nulls().unique().sort().alias("suppliers"),
            pl.col("date").min().alias("first_day"),
            pl.col("date").max().alias("last_day"),
            pl.col("worth").sum(),
            pl.len().alias("rows"),
            pl.struct("file", "sheet", "row").alias("places"),
        )
        .sort("first_day", "number", nulls_last=True)
        .collect()
    )
    return [
        PurchasePaper(
            kind=kind,
            number=row["number"],
            suppliers=tuple(row["suppliers"]),
            first_day=row["first_day"],
            last_day=row["last_day"],
            amount=_yuan(row["worth"]),
            rows=row["rows"],
            places=tuple(RowPlace(**place) for place in row["places"]),
        )
        for row in grouped.iter_rows(named=True)
    ]


def _unnamed(bought: pl.LazyFrame, kind: PaperKind) -> list[PurchaseWithoutPaper]:
    rows = bought.filter(pl.col(kind.value).is_null()).sort("file", "sheet", "row", nulls_last=True).collect()
    return [
        PurchaseWithoutPaper(
            kind=kind,
            place=RowPlace(file=row["file"] or 0, sheet=row["sheet"] or 0, row=row["row"] or 0),
            code=row["code"] or row["local_code"] or "",
            name=row["name"] or "",
            supplier=row["supplier"] or "",
            day=row["date"],
            amount=_yuan(row["worth"]),
        )
        for row in rows.iter_rows(named=True)
    ]


def _of_period(frame: pl.LazyFrame, period: StockPeriod) -> pl.LazyFrame:
    kept = frame
    if period.first is not None:
        kept = kept.filter(pl.col("date") >= period.first)
    if period.last is not None:
        kept = kept.filter(pl.col("date") <= period.last)
    return kept


def _plain(seen: Collection[tuple[PaperKind, str]]) -> list[tuple[PaperKind, str]]:
    return [(kind, paper_number(number)) for kind, number in seen if paper_number(number)]


def _yuan(e4: int) -> Decimal:
    return e4_to_decimal(e4).quantize(Decimal("0.01"))
