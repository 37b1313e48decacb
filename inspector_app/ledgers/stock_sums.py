"""Adds a ledger up by item, unit and what the rows mean, in one pass of columns; rows stay in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl

TEXTS = ("code", "local_code", "name", "spec", "unit", "maker")
_EXPECTED: Mapping[str, pl.DataType] = {
    **dict.fromkeys((*TEXTS, "change", "settled_as", "settlement", "receipt", "visit"), pl.String()),
    **dict.fromkeys(("patient", "patient_id", "invoice", "delivery_note", "batch", "category"), pl.String()),
    **dict.fromkeys(
        ("quantity_e4", "price_e4", "amount_e4", "opening_e4", "closing_e4", "loss_e4"), pl.Int64()
    ),
    **dict.fromkeys(("refund", "self_pay", "unpacked"), pl.Boolean()),
    "date": pl.Date(),
    "file": pl.UInt16(),
    "sheet": pl.UInt16(),
    "row": pl.UInt32(),
}


class Book(StrEnum):
    """The ledgers a stock reconciliation reads."""

    BILLING = "billing"
    SALES = "sales"
    SALES_RETURNS = "sales_returns"
    PURCHASES = "purchases"
    PURCHASE_RETURNS = "purchase_returns"
    STOCK = "stock"
    CHANGES = "stock_changes"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class Tag:
    """How rows name their item; name and specification only where they give no national code."""

    code: str = ""
    local_code: str = ""
    name: str = ""
    spec: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Rows of one book that mean the same, added up; quantities in ten-thousandths of ``unit``."""

    book: Book
    tag: Tag
    name: str = ""
    spec: str = ""
    spec_too: str = ""
    maker: str = ""
    maker_too: str = ""
    unit: str = ""
    day: date | None = None
    """Kept only where the day matters: around the edges of the period, and for snapshots."""
    own_pay: bool = False
    unpacked: bool | None = None
    change: str = ""
    category: str = ""
    plus: int = 0
    minus: int = 0
    """Sum of the negative rows, itself not above nought."""
    amount: int = 0
    price_low: int | None = None
    price_high: int | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days that count: the period, widened to the stock counts around it."""

    first: date | None = None
    last: date | None = None
    begin: date | None = None
    """The earliest day of interest; ``None`` where the ledgers are taken whole."""
    end: date | None = None
    core_from: date | None = None
    """Between the core's days no single day matters."""
    core_to: date | None = None

    @property
    def is_bounded(self) -> bool:
        return self.begin is not None or self.end is not None


def laid_out(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The frame with every column that is asked for; what the ledger lacks is empty."""
    present = frame.collect_schema()
    missing = [
        pl.lit(None, dtype=kind).alias(name) for name, kind in _EXPECTED.items() if name not in present
    ]
    return frame.with_columns(missing) if missing else frame


def codes_folded(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Codes in capitals without blanks; an empty text is no code."""
    return frame.with_columns(
        *(
            pl.col(name).str.to_uppercase().str.replace_all(r"\s+", "").replace("", None).alias(name)
            for name in ("code", "local_code")
        )
    )


def in_window(frame: pl.LazyFrame, window: Window) -> pl.LazyFrame:
    """Rows of the days that count; without a period every row, dated or not."""
    if not window.is_bounded:
        return frame
    kept = pl.col("date").is_not_null()
    if window.begin is not None:
        kept &= pl.col("date") >= window.begin
    if window.end is not None:
        kept &= pl.col("date") <= window.end
    return frame.filter(kept)


def _edge_day(window: Window) -> pl.Expr:
    if not window.is_bounded:
        return pl.lit(None, dtype=pl.Date)
    outside = pl.lit(value=False)
    if window.core_from is not None:
        outside |= pl.col("date") < window.core_from
    if window.core_to is not None:
        outside |= pl.col("date") > window.core_to
    return pl.when(outside).then(pl.col("date"))


def movement_sums(frame: pl.LazyFrame, book: Book, window: Window) -> list[Sum]:
    """Add up the rows of a book of movements inside the window."""
    quantity = pl.col("quantity_e4")
    own = (
        pl.col("settled_as").eq("own").fill_null(value=False)
        if book in (Book.SALES, Book.SALES_RETURNS)
        else pl.col("self_pay").fill_null(value=False)
    )
    uncoded = pl.col("code").is_null()
    keys: dict[str, pl.Expr] = {
        "code": pl.col("code"),
        "local_code": pl.col("local_code"),
        "key_name": pl.when(uncoded).then(pl.col("name")),
        "key_spec": pl.when(uncoded).then(pl.col("spec")),
        "unit": pl.col("unit"),
        "day": _edge_day(window),
        "own_pay": own,
        "unpacked": pl.col("unpacked"),
        # Unpacked sales of one item stand by the piece or by the pack: their price tells.
        "piece_price": pl.when(pl.col("unpacked")).then(pl.col("price_e4")),
        "change": pl.col("change"),
    }
    present = frame.collect_schema()
    # A key that a ledger lacks is one group; leaving it out keeps the grouping narrow.
    needed = {
        "own_pay": bool({"self_pay", "settled_as"} & set(present)),
        "unpacked": "unpacked" in present,
        "piece_price": {"unpacked", "price_e4"} <= set(present),
        "change": "change" in present,
        "day": window.is_bounded,
    }
    used = {name: expr for name, expr in keys.items() if needed.get(name, True)}
    added = (
        in_window(codes_folded(laid_out(frame)), window)
        .filter(quantity.is_not_null())
        .group_by([expr.alias(name) for name, expr in used.items()])
        .agg(
            pl.col("name").min().alias("name"),
            pl.col("spec").min().alias("spec"),
            pl.col("spec").max().alias("spec_too"),
            pl.col("maker").min().alias("maker"),
            pl.col("maker").max().alias("maker_too"),
            pl.col("category").min().alias("category"),
            quantity.clip(lower_bound=0).sum().alias("plus"),
            quantity.clip(upper_bound=0).sum().alias("minus"),
            pl.col("amount_e4").sum().alias("amount"),
            pl.col("price_e4").filter(quantity > 0).min().alias("price_low"),
            pl.col("price_e4").filter(quantity > 0).max().alias("price_high"),
            pl.len().alias("rows"),
        )
        .collect(engine="streaming")
    )
    return sums_of(added, book)


def sums_of(frame: pl.DataFrame, book: Book) -> list[Sum]:
    """Turn grouped columns into values in a stable order."""
    made = [_sum(row, book) for row in frame.iter_rows(named=True)]
    return sorted(made, key=_order)


def _sum(row: Mapping[str, object], book: Book) -> Sum:
    def text(name: str) -> str:
        value = row.get(name)
        return "" if value is None else str(value)

    def whole(name: str) -> int:
        value = row.get(name)
        return value if isinstance(value, int) else 0

    def price(name: str) -> int | None:
        value = row.get(name)
        return value if isinstance(value, int) else None

    day, unpacked = row.get("day"), row.get("unpacked")
    return Sum(
        book=book,
        tag=Tag(text("code"), text("local_code"), text("key_name"), text("key_spec")),
        name=text("name"),
        spec=text("spec"),
        spec_too=text("spec_too"),
        maker=text("maker"),
        maker_too=text("maker_too"),
        unit=text("unit"),
        day=day if isinstance(day, date) else None,
        own_pay=row.get("own_pay") is True,
        unpacked=unpacked if isinstance(unpacked, bool) else None,
        change=text("change"),
        category=text("category"),
        plus=whole("plus"),
        minus=whole("minus"),
        amount=whole("amount"),
        price_low=price("price_low"),
        price_high=price("price_high"),
        rows=whole("rows"),
    )


def _order(one: Sum) -> tuple[object, ...]:
    return (
        one.book,
        one.tag.code,
        one.tag.local_code,
        one.tag.name,
        one.tag.spec,
        one.unit,
        one.day or date.min,
        one.own_pay,
        one.unpacked is None,
        one.unpacked or False,
        one.change,
        one.name,
    )


def joined(frames: Sequence[pl.LazyFrame]) -> pl.LazyFrame | None:
    """Several files of one book as one ledger; their columns may differ."""
    if not frames:
        return None
    return frames[0] if len(frames) == 1 else pl.concat(frames, how="diagonal_relaxed")
