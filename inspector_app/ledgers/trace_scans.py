"""What settled and purchased trace codes say of codes that were scanned on site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.scanned_codes import ScanFacts

_ONE = 10_000


def scan_facts(
    codes: Sequence[str], settled: pl.LazyFrame | None, purchases: pl.LazyFrame | None
) -> dict[str, ScanFacts]:
    """Return the facts of every code, those without any included."""
    uses: dict[str, list[dict[str, object]]] = {code: [] for code in codes}
    for row in _rows(settled, codes):
        uses[str(row["trace"])].append(row)
    bought: dict[str, list[dict[str, object]]] = {code: [] for code in codes}
    for row in _rows(purchases, codes):
        if _quantity(row) > 0:
            bought[str(row["trace"])].append(row)
    has_codes = purchases is not None and bool(
        purchases.filter(pl.col("trace").is_not_null()).head(1).collect().height
    )
    return {code: _facts(code, uses[code], bought[code], has_codes=has_codes) for code in codes}


def _facts(
    code: str, uses: list[dict[str, object]], bought: list[dict[str, object]], *, has_codes: bool
) -> ScanFacts:
    whole = [row for row in uses if row.get("unpacked") is not True]
    settled = sum(1 if _quantity(row) > 0 else -1 for row in whole)
    days = [day for row in whole if isinstance(day := row.get("date"), date) and _quantity(row) > 0]
    arrived = [day for row in bought if isinstance(day := row.get("date"), date)]
    named = (str(row["name"]) for row in (*uses, *bought) if row.get("name"))
    return ScanFacts(
        code=code,
        name=next(named, ""),
        settled=max(settled, 0),
        opened=any(row.get("unpacked") is True for row in uses),
        settled_first=min(days, default=None),
        settled_last=max(days, default=None),
        bought=min(arrived, default=None),
        is_bought=bool(bought),
        purchases_have_codes=has_codes,
        rows=tuple(_place(row) for row in (*uses, *bought)),
    )


def _rows(frame: pl.LazyFrame | None, codes: Sequence[str]) -> Iterator[dict[str, object]]:
    """The rows of these codes, one for each code of a cell that holds several."""
    if frame is None or not codes:
        return
    present = frame.collect_schema()
    wanted = ("file", "sheet", "row", "trace", "name", "quantity_e4", "date", "unpacked")
    shaped = (
        frame.select([name for name in wanted if name in present])
        .filter(pl.col("trace").is_not_null())
        .with_columns(pl.col("trace").str.split("|"))
        .explode("trace")
        .with_columns(pl.col("trace").str.strip_chars())
        .filter(pl.col("trace").is_in(list(codes)))
        .unique(subset=["file", "sheet", "row", "trace"])
        .sort("file", "sheet", "row")
    )
    yield from shaped.collect(engine="streaming").iter_rows(named=True)


def _quantity(row: dict[str, object]) -> int:
    found = row.get("quantity_e4")
    return found if isinstance(found, int) else _ONE


def _place(row: dict[str, object]) -> RowPlace:
    file, sheet, line = row["file"], row["sheet"], row["row"]
    if not (isinstance(file, int) and isinstance(sheet, int) and isinstance(line, int)):
        raise TypeError(row)
    return RowPlace(file=file, sheet=sheet, row=line)
