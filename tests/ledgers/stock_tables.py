"""Clean ledgers made by hand, for tests of the stock reconciliation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from inspector_app.domain.stock import StockLine, StockPeriod
from inspector_app.domain.stock_rules import StockRules
from inspector_app.ledgers.stock import StockReconciliation, reconcile_stock
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_sums import Book

YEAR = StockPeriod(first=date(2025, 1, 1), last=date(2025, 12, 31))
_TYPES: dict[str, Any] = {
    **dict.fromkeys(
        ("quantity_e4", "price_e4", "amount_e4", "opening_e4", "closing_e4", "loss_e4"), pl.Int64
    ),
    **dict.fromkeys(("numerator", "denominator"), pl.Int64),
    **dict.fromkeys(("refund", "self_pay", "unpacked"), pl.Boolean),
    "date": pl.Date,
    "file": pl.UInt16,
    "sheet": pl.UInt16,
    "row": pl.UInt32,
}
_FIGURES = ("quantity", "price", "amount", "opening", "closing", "loss")


def table(file: int, rows: Sequence[dict[str, Any]]) -> pl.LazyFrame:
    """Rows with plain figures as a canonical frame; ``day`` may stand as text."""
    shaped = []
    for number, row in enumerate(rows, start=2):
        made: dict[str, Any] = {"file": file, "sheet": 0, "row": number}
        for name, value in row.items():
            if name in _FIGURES:
                made[f"{name}_e4"] = None if value is None else int(Decimal(str(value)) * 10_000)
            elif name == "date" and isinstance(value, str):
                made[name] = date.fromisoformat(value)
            else:
                made[name] = value
        shaped.append(made)
    names = list(dict.fromkeys(name for row in shaped for name in row))
    schema = {name: _TYPES.get(name, pl.String) for name in names}
    return pl.DataFrame(shaped, schema=schema, orient="row").lazy() if shaped else pl.LazyFrame(schema=schema)


def reconciled(
    period: StockPeriod | None = None, rules: StockRules | None = None, **books: Sequence[dict[str, Any]]
) -> StockReconciliation:
    """Reconcile ledgers given by the names of their books."""
    frames = {Book(name): (table(number, rows),) for number, (name, rows) in enumerate(books.items())}
    return reconcile_stock(StockLedgers(frames), rules or StockRules(), period or StockPeriod())


def only(result: StockReconciliation) -> StockLine:
    (line,) = result.lines
    return line


def line_of(result: StockReconciliation, code: str) -> StockLine:
    return next(line for line in result.lines if line.code == code)


def number(value: object) -> Fraction:
    return Fraction(str(value))
