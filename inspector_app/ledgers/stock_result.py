"""The stock reconciliation as RESULT.csv: one line an item, quantities in base units, nothing invented."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from inspector_app.domain.stock import StockLine, StockStatus, StockTerm, written
from inspector_app.ledgers.result_table import csv_bytes
from inspector_app.ledgers.stock_item_terms import factor_sources, factor_text

COLUMNS = (
    "code",
    "name",
    "unit",
    "opening",
    "purchased",
    "returned",
    "loss",
    "billed",
    "counted",
    "difference",
    "status",
    "billed_fund",
    "billed_own",
    "purchase_returned",
    "sales_returned",
    "transfer_in",
    "transfer_out",
    "own_use",
    "factor",
    "factor_source",
)
_LOSS = frozenset({StockTerm.LOST, StockTerm.OWN_USE, StockTerm.TRANSFER_IN, StockTerm.TRANSFER_OUT})
_BILLED = frozenset({StockTerm.BILLED_FUND, StockTerm.BILLED_OWN, StockTerm.SALES_RETURNED})


def stock_csv(lines: Iterable[StockLine]) -> bytes:
    """All lines under the agreed columns."""
    return csv_bytes(COLUMNS, (_row(line) for line in lines))


def _row(line: StockLine) -> tuple[str, ...]:
    terms = line.terms

    def one(term: StockTerm) -> str:
        return written(getattr(terms, term.value)) if _stands(line, term) else ""

    return (
        line.code,
        line.name,
        line.unit,
        one(StockTerm.OPENING),
        one(StockTerm.PURCHASED),
        one(StockTerm.PURCHASE_RETURNED),
        _whole(line, terms.loss, _LOSS),
        _whole(line, terms.billed, _BILLED),
        one(StockTerm.COUNTED),
        written(line.difference),
        line.status.value,
        one(StockTerm.BILLED_FUND),
        one(StockTerm.BILLED_OWN),
        one(StockTerm.PURCHASE_RETURNED),
        one(StockTerm.SALES_RETURNED),
        one(StockTerm.TRANSFER_IN),
        one(StockTerm.TRANSFER_OUT),
        one(StockTerm.OWN_USE),
        factor_text(line.factors) if line.status is not StockStatus.UNKNOWN_FACTOR else "",
        factor_sources(line.factors) if line.status is not StockStatus.UNKNOWN_FACTOR else "",
    )


def _whole(line: StockLine, total: Fraction, parts: frozenset[StockTerm]) -> str:
    """A figure of several terms; of a code that no other ledger knows only what it has."""
    if not parts <= line.known or (line.status is StockStatus.UNMATCHED_CODE and not total):
        return ""
    return written(total)


def _stands(line: StockLine, term: StockTerm) -> bool:
    """Whether a figure is known in base units and some ledger speaks of the item."""
    if term not in line.known:
        return False
    return line.status is not StockStatus.UNMATCHED_CODE or bool(getattr(line.terms, term.value))
