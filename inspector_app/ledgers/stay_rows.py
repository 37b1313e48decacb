"""Makes points about stays of their days: all rows of all points gathered in one pass, net of refunds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import polars as pl

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.charge_rows import standing_rows

STAY = ["institution_code", "patient_id", "visit"]
_FEN = Decimal("0.01")
_E4 = Decimal(10_000)
_ROWS = {"claim": pl.UInt32, "file": pl.UInt16, "sheet": pl.UInt16, "row": pl.UInt32, "date": pl.Date,
         "fund": pl.Int64}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StayDays:
    """Days of one stay whose rows a point names; only claimed ones are in its amount."""

    stay: tuple[str, str, str]
    """Institution, person and visit."""
    first: date
    last: date
    is_claimed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A point whose rows and amount are still to be gathered."""

    kind: str
    rule: str
    person: str
    item: str
    spans: tuple[StayDays, ...] = ()
    say: Callable[[int, Decimal], str]
    """The explanation, of the number of rows and the amount."""
    quantity: Decimal | None = None
    days: tuple[date, date] | None = None
    has_amount: bool = False


def points_of(named: pl.LazyFrame, drafts: Sequence[Draft]) -> Iterator[LedgerPoint]:
    """Gather the rows of every draft's days and make the points."""
    asked = pl.DataFrame(
        [
            (claim, *span.stay, span.first, span.last, span.is_claimed)
            for claim, draft in enumerate(drafts)
            for span in draft.spans
        ],
        schema={"claim": pl.UInt32, **dict.fromkeys(STAY, pl.String), "from": pl.Date, "to": pl.Date,
                "is_claimed": pl.Boolean},
        orient="row",
    )  # fmt: skip
    if asked.is_empty():
        return
    people = asked.lazy().select("patient_id").unique()
    rows = (
        standing_rows(named.join(people, on="patient_id", how="semi"))
        .lazy()
        .join(asked.lazy(), on=STAY)
        .filter(pl.col("date").is_between("from", "to"))
        .with_columns(fund=pl.when("is_claimed").then("fund_left_e4").otherwise(0))
        .select(*_ROWS)
        .collect()
    )
    yield from points_with(rows, drafts)


def points_with(rows: pl.DataFrame, drafts: Sequence[Draft]) -> Iterator[LedgerPoint]:
    """Make the points of rows that are told apart by ``claim``, the place of their draft."""
    gathered = (
        rows.sort("file", "sheet", "row")
        .group_by("claim")
        .agg(
            "file",
            "sheet",
            "row",
            pl.col("fund").sum(),
            first=pl.col("date").min(),
            last=pl.col("date").max(),
        )
        .sort("claim")
    )
    found = {row[0]: row[1:] for row in gathered.iter_rows()}
    nothing = ((), (), (), 0, None, None)
    for claim, draft in enumerate(drafts):
        files, sheets, lines, fund, first, last = found.get(claim, nothing)
        amount = (Decimal(fund) / _E4).quantize(_FEN, ROUND_HALF_UP)
        first, last = draft.days or (first, last)
        yield LedgerPoint(
            kind=draft.kind,
            subject=draft.person,
            ward_or_item=draft.item,
            first=first,
            last=last,
            quantity=draft.quantity if draft.quantity is not None else Decimal(len(lines)),
            amount=amount if draft.has_amount else None,
            rows=tuple(
                RowPlace(file=file, sheet=sheet, row=line)
                for file, sheet, line in zip(files, sheets, lines, strict=True)
            ),
            rule=draft.rule,
            explanation=draft.say(len(lines), amount),
        )
