"""Refunds and returns: each taken off once, be it a negative row, a flag or a line booked elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import polars as pl

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.stock import ZERO
from inspector_app.ledgers.stock_sums import Book, Tag, Window, codes_folded, in_window, laid_out

_SURE = ("settlement", "receipt", "visit", "invoice", "delivery_note")
_WEAK = ("patient_id", "patient", "batch")
_NEAR_DAYS = 3
"""Days within which a refund to the same person is the same refund."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """One row that takes something back: a negative row, or a line of a ledger of returns."""

    book: Book
    tag: Tag
    name: str
    spec: str
    maker: str
    unit: str
    unpacked: bool | None
    quantity: int
    """Ten-thousandths of the unit, above nought for what went back."""
    own_pay: bool
    day: date | None
    marks: frozenset[tuple[str, str]]
    source: RowPlace


@dataclass(slots=True)
class Held:
    """A booking in base units, and how much of it is not yet accounted for."""

    booking: Booking
    left: Fraction


def bookings(frame: pl.LazyFrame, book: Book, window: Window, *, negative_rows: bool) -> list[Booking]:
    """Read every row that takes something back; ``negative_rows`` where it stands among ordinary ones."""
    folded = in_window(codes_folded(laid_out(frame)), window).filter(pl.col("quantity_e4").is_not_null())
    quantity = pl.col("quantity_e4")
    rows = (folded.filter(quantity < 0) if negative_rows else folded.filter(quantity != 0)).collect()
    # A ledger of returns that writes every line with a minus means the same as one without.
    every_minus = not negative_rows and rows.height > 0 and bool((rows["quantity_e4"] < 0).all())
    turned = -1 if negative_rows or every_minus else 1
    made = []
    for row in rows.iter_rows(named=True):
        code, local = row["code"] or "", row["local_code"] or ""
        uncoded = not code
        name, spec = row["name"] or "", row["spec"] or ""
        own = row["settled_as"] == "own" or row["self_pay"] is True
        made.append(
            Booking(
                book=book,
                tag=Tag(code, local, name if uncoded else "", spec if uncoded else ""),
                name=name,
                spec=spec,
                maker=row["maker"] or "",
                unit=row["unit"] or "",
                unpacked=row["unpacked"],
                quantity=turned * row["quantity_e4"],
                own_pay=own,
                day=row["date"],
                marks=frozenset((kind, row[kind]) for kind in (*_SURE, *_WEAK) if row[kind]),
                source=RowPlace(file=row["file"] or 0, sheet=row["sheet"] or 0, row=row["row"] or 0),
            )
        )
    return made


def book_once(returns: Sequence[Held], refunds: Sequence[Held]) -> None:
    """Take off the returns what already stands as negative rows; ``left`` of the returns is what remains.

    A return is a negative row's twin when both name the same settlement, receipt or visit; the same
    person and quantity within days; or, where they name nothing in common, the same day and quantity.
    """
    open_refunds = [held for held in refunds if held.left > 0]
    by_mark: dict[tuple[str, str], list[Held]] = defaultdict(list)
    by_day: dict[tuple[date | None, Fraction], list[Held]] = defaultdict(list)
    for held in open_refunds:
        for mark in held.booking.marks:
            by_mark[mark].append(held)
        by_day[held.booking.day, held.left].append(held)
    for one in returns:
        _settle_equal(one, by_mark, sure=True)
    for one in returns:
        _settle_equal(one, by_mark, sure=False)
    for one in returns:
        for mark in sorted(one.booking.marks):
            if mark[0] in _SURE:
                for other in by_mark[mark]:
                    _settle(one, other)
    for one in returns:
        for other in by_day.get((one.booking.day, one.left), []) if one.left > 0 else []:
            if other.left == one.left and not _comparable(one.booking, other.booking):
                _settle(one, other)
                break


def _settle_equal(one: Held, by_mark: dict[tuple[str, str], list[Held]], *, sure: bool) -> None:
    kinds = _SURE if sure else _WEAK
    for mark in sorted(one.booking.marks):
        for other in by_mark[mark] if mark[0] in kinds and one.left > 0 else []:
            if (
                other.left == one.left
                and (sure or _near(one.booking, other.booking))
                and not _contradict(one.booking, other.booking)
            ):
                _settle(one, other)
                break


def _settle(one: Held, other: Held) -> None:
    if one.left <= 0 or other.left <= 0:
        return
    both = min(one.left, other.left)
    one.left -= both
    other.left -= both


def _near(one: Booking, other: Booking) -> bool:
    if one.day is None or other.day is None:
        return True
    return abs((one.day - other.day).days) <= _NEAR_DAYS


def _contradict(one: Booking, other: Booking) -> bool:
    """Both name a receipt, or both a person, and not the same one."""
    mine, theirs = dict(one.marks), dict(other.marks)
    return any(
        mine[kind] != theirs[kind] for kind in ("receipt", "patient_id") if kind in mine and kind in theirs
    )


def _comparable(one: Booking, other: Booking) -> bool:
    return bool({kind for kind, _ in one.marks} & {kind for kind, _ in other.marks})


def refunds_signed(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Give rows that are only flagged as refunds their minus.

    A flag beside a positive quantity means the refund itself where the sale stands beside it, the
    cancelled sale where its negative row stands beside it, and a sale that is no more where neither does.
    """
    if "refund" not in frame.collect_schema():
        return frame
    known = laid_out(frame)
    keys = ["code", "local_code", "name", "unit", "whose"]
    quantity, flagged = pl.col("quantity_e4"), pl.col("refund").fill_null(value=False)
    whose = pl.coalesce("visit", "patient_id", "patient", "receipt", "settlement")
    marked = known.with_columns(whose.alias("whose"))
    doubtful = marked.filter(flagged & (quantity > 0)).select(keys).unique().collect()
    if doubtful.is_empty():
        return frame
    facts = (
        marked.join(doubtful.lazy(), on=keys, how="semi", nulls_equal=True)
        .group_by(keys)
        .agg(
            quantity.filter(flagged & (quantity > 0)).sum().alias("flagged"),
            quantity.filter(quantity < 0).sum().neg().alias("negative"),
            quantity.filter(~flagged & (quantity > 0)).sum().alias("sold"),
        )
        .with_columns(
            pl.when(pl.col("negative") >= pl.col("flagged"))
            .then(1)
            .when((pl.col("sold") >= pl.col("flagged")) | pl.col("whose").is_null())
            .then(-1)
            .otherwise(0)
            .cast(pl.Int64)
            .alias("sign")
        )
        .select(*keys, "sign")
        .collect()
    )
    sign = pl.when(flagged & (quantity > 0)).then(pl.col("sign").fill_null(1)).otherwise(1)
    return (
        marked.join(facts.lazy(), on=keys, how="left", nulls_equal=True)
        .with_columns((quantity * sign).alias("quantity_e4"), (pl.col("amount_e4") * sign).alias("amount_e4"))
        .drop("whose", "sign")
    )


def not_settled_in(sales: pl.LazyFrame, billing: pl.LazyFrame | None) -> pl.LazyFrame:
    """Sales that the fund's billing does not hold already: by settlement, else by person, day, quantity."""
    if billing is None:
        return sales
    mine, theirs = codes_folded(laid_out(sales)), codes_folded(laid_out(billing))
    by_fund = pl.col("settled_as").fill_null("") != "own"
    settled = theirs.select("settlement").drop_nulls().unique()
    twice = mine.filter(by_fund).join(settled, on="settlement", how="semi")
    left = mine.join(twice.select("file", "sheet", "row"), on=["file", "sheet", "row"], how="anti")
    person = ["patient_id", "date", "code", "quantity_e4"]
    known = theirs.select(person).drop_nulls().unique()
    again = left.filter(by_fund & pl.col("settlement").is_null()).join(known, on=person, how="semi")
    return left.join(again.select("file", "sheet", "row"), on=["file", "sheet", "row"], how="anti")


def taken_back(held: Sequence[Held]) -> Fraction:
    return sum((one.left for one in held), start=ZERO)
