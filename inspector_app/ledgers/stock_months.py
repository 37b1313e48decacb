"""The rows of an item added up by month, in its base unit."""

from __future__ import annotations

from fractions import Fraction

import polars as pl

from inspector_app.domain.stock import ZERO, StockLine, StockTerm
from inspector_app.domain.stock_months import MONTHLY, StockMonth, stock_months
from inspector_app.ledgers.stock import StockReconciliation
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_rows import rows_behind
from inspector_app.ledgers.stock_units import unit_name

_WITHOUT_SIGN = frozenset({StockTerm.PURCHASE_RETURNED, StockTerm.TRANSFER_OUT, StockTerm.SALES_RETURNED})
"""Terms whose rows some systems write with a minus and others without."""


def months_of(ledgers: StockLedgers, result: StockReconciliation, line: StockLine) -> tuple[StockMonth, ...]:
    """Return an item by month; nothing where its rows alone do not give the figures of the period."""
    factors = {one.unit: one.factor for one in line.factors}
    sums: dict[StockTerm, dict[str, Fraction]] = {}
    for term in MONTHLY & line.known:
        by_month = sums.setdefault(term, {})
        for frame in rows_behind(ledgers, result, line, term):
            quantity = pl.col("quantity_e4").abs() if term in _WITHOUT_SIGN else pl.col("quantity_e4")
            grouped = (
                frame.group_by(month=pl.col("date").dt.strftime("%Y-%m"), unit=pl.col("unit"))
                .agg(quantity.sum().alias("quantity"))
                .collect()
            )
            for month, unit, summed in grouped.iter_rows():
                factor = _factor(factors, line, unit)
                if month is None or factor is None:
                    return ()
                by_month[month] = by_month.get(month, ZERO) + Fraction(summed, 10_000) * factor
    return stock_months(line.terms, sums)


def _factor(factors: dict[str, Fraction], line: StockLine, unit: str | None) -> Fraction | None:
    name = unit_name(unit)
    if name == line.unit:
        return Fraction(1)
    if not name and len(factors) == 1:
        return next(iter(factors.values()))
    return factors.get(name)
