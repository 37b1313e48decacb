"""Billed prices against purchase prices (零差率) and ceilings."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import polars as pl

from inspector_app.domain.ledger import RowPlace, decimal_to_e4
from inspector_app.domain.stock import StockLine, as_decimal
from inspector_app.domain.stock_points import PricePoint, PriceRule
from inspector_app.domain.stock_rules import StockRules
from inspector_app.ledgers.stock import StockReconciliation
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_rows import billed_rows
from inspector_app.ledgers.stock_sums import Book, Tag, codes_folded, in_window, laid_out
from inspector_app.ledgers.stock_units import unit_name

_FEN = Decimal("0.01")
_ROUNDING = Fraction(5, 1000)
"""Half a fen: prices of pieces are packs' prices rounded."""


def price_points(
    ledgers: StockLedgers, result: StockReconciliation, rules: StockRules
) -> tuple[PricePoint, ...]:
    """Name every price of an item that is above its purchase price with mark-up, or above its ceiling."""
    line_of = {place: line for line in result.lines for place in result.tags.get(line.key, frozenset())}
    bought: dict[str, Fraction] = {}
    for tag, unit, price, _, _ in _prices(ledgers, result, Book.PURCHASES):
        line = line_of.get((Book.PURCHASES, tag))
        factor = None if line is None else _factor(line, unit)
        if line is not None and factor is not None:
            bought[line.key] = max(bought.get(line.key, Fraction(0)), price / factor)
    points: list[PricePoint] = []
    for book in (Book.BILLING, Book.SALES):
        for tag, unit, price, quantity, rows in _prices(ledgers, result, book):
            line = line_of.get((book, tag))
            factor = None if line is None else _factor(line, unit)
            if line is None or factor is None:
                continue
            for rule, allowed in _allowed(line, unit, factor, bought.get(line.key), rules):
                if price > allowed + _ROUNDING:
                    points.append(_point(line, rule, unit, price, allowed, quantity, rows))
    return tuple(sorted(points, key=lambda point: (-point.over, point.code, point.rule, point.price)))


def _prices(
    ledgers: StockLedgers, result: StockReconciliation, book: Book
) -> Iterable[tuple[Tag, str, Fraction, Fraction, int]]:
    frame = ledgers.of(book)
    if frame is None:
        return
    uncoded = pl.col("code").is_null()
    grouped = (
        in_window(codes_folded(laid_out(frame)), result.window)
        .filter(pl.col("price_e4") > 0, pl.col("quantity_e4") > 0)
        .group_by(
            code=pl.col("code"),
            local_code=pl.col("local_code"),
            key_name=pl.when(uncoded).then(pl.col("name")),
            key_spec=pl.when(uncoded).then(pl.col("spec")),
            unit=pl.col("unit"),
            price=pl.col("price_e4"),
        )
        .agg(pl.col("quantity_e4").sum().alias("quantity"), pl.len().alias("rows"))
        .collect(engine="streaming")
        .sort(pl.all(), nulls_last=True)
    )
    for row in grouped.iter_rows(named=True):
        tag = Tag(row["code"] or "", row["local_code"] or "", row["key_name"] or "", row["key_spec"] or "")
        price, quantity = Fraction(row["price"], 10_000), Fraction(row["quantity"], 10_000)
        yield tag, unit_name(row["unit"]), price, quantity, row["rows"]


def _factor(line: StockLine, unit: str) -> Fraction | None:
    """The unit's factor, where it is one; two packs under one name have no price to compare."""
    if not unit:
        return Fraction(1) if not line.unit else None
    found = {one.factor for one in line.factors if one.unit == unit}
    return found.pop() if len(found) == 1 else None


def _allowed(
    line: StockLine, unit: str, factor: Fraction, bought: Fraction | None, rules: StockRules
) -> Iterable[tuple[PriceRule, Fraction]]:
    share = rules.herb_markup_share if line.is_herb else rules.markup_share
    if bought is not None and share is not None:
        yield PriceRule.MARKUP, bought * factor * (1 + Fraction(share))
    for ceiling in rules.ceilings:
        of_ceiling = _factor(line, unit_name(ceiling.unit))
        if ceiling.code in {*line.codes, *line.local_codes} and of_ceiling is not None:
            yield PriceRule.CEILING, Fraction(ceiling.price) / of_ceiling * factor


def _point(
    line: StockLine,
    rule: PriceRule,
    unit: str,
    price: Fraction,
    allowed: Fraction,
    quantity: Fraction,
    rows: int,
) -> PricePoint:
    over = as_decimal((price - allowed) * quantity).quantize(_FEN, rounding=ROUND_HALF_UP)
    return PricePoint(
        key=line.key,
        code=line.code,
        name=line.name,
        rule=rule,
        unit=unit,
        price=as_decimal(price),
        allowed=as_decimal(allowed),
        quantity=as_decimal(quantity),
        over=over,
        rows=rows,
    )


def rows_of_price(
    ledgers: StockLedgers, result: StockReconciliation, line: StockLine, point: PricePoint
) -> tuple[RowPlace, ...]:
    """Return the billings that a point was made from, in the order of the sources."""
    found: set[tuple[int, int, int]] = set()
    for frame in billed_rows(ledgers, result, line):
        kept = in_window(frame, result.window).filter(
            pl.col("price_e4") == decimal_to_e4(point.price), pl.col("quantity_e4") > 0
        )
        for *place, unit in kept.select("file", "sheet", "row", "unit").collect().iter_rows():
            if unit_name(unit) == point.unit:
                found.add((place[0], place[1], place[2]))
    return tuple(RowPlace(file=file, sheet=sheet, row=row) for file, sheet, row in sorted(found))
