"""Figures typed back from a count sheet as a stock list that the reconciliation takes like any other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl

from inspector_app.domain.count_sheet import Counted
from inspector_app.domain.ledger import LedgerKind, decimal_to_e4
from inspector_app.ledgers.ledger_table import schema_of


def counted_frame(counted: Sequence[Counted], day: date, file: int) -> pl.LazyFrame:
    """One row a box, of the day of the count; ``row`` is the sheet's line number."""
    schema = schema_of(LedgerKind.STOCK)
    rows = [
        {
            "file": file,
            "sheet": 0,
            "row": one.line,
            "code": one.code or None,
            "name": one.name or None,
            "spec": one.spec or None,
            "unit": one.unit or None,
            "date": day,
            "quantity_e4": decimal_to_e4(one.quantity),
        }
        for one in counted
    ]
    return pl.DataFrame(
        [{name: row.get(name) for name in schema} for row in rows], schema=schema, orient="row"
    ).lazy()
