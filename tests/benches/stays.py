"""Rules and stays over 1 M billing rows in hand, against bare Polars sorting and grouping the same rows."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import polars as pl

from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.ledger_table import schema_of
from inspector_app.ledgers.rules import charge_points
from inspector_app.ledgers.stays import stay_points
from inspector_app.services.packs import DEFAULT_REGION, PackService
from tests.benches.rows import Row, milliseconds

_ROWS = 1_000_000
_A_STAY = 8
"""Rows of a patient in a stay of eight days; every hundredth stay ends before its last bill, every fiftieth
has a charge that another covers."""


def rules_and_stays() -> list[Row]:
    """Each once after a warm-up; the floor is what nobody can do without."""
    region = PackService(Path("/nonexistent")).region(DEFAULT_REGION)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "billing.parquet")
        _billing().write_parquet(path)

        def bare() -> None:
            figures = pl.col("quantity_e4", "amount_e4", "fund_e4").sum()
            key = ("patient_id", "visit", "date", "name")
            pl.scan_parquet(path).group_by(key).agg(figures).sort(key).collect(engine="streaming")

        def stays() -> int:
            return len(stay_points(pl.scan_parquet(path), region.headcount))

        def rules() -> int:
            return len(charge_points(pl.scan_parquet(path), region.charges, InstitutionLevel.SECOND))

        rows = []
        for name, work in (("stays", stays), ("rules about charges", rules)):
            found = work()
            bare()
            pairs = [(milliseconds(work), milliseconds(bare)) for _ in range(3)]
            rows.append(
                Row(
                    name=f"{name}, 1 M billing rows",
                    ours=statistics.median(ours for ours, _ in pairs),
                    floor=statistics.median(floor for _, floor in pairs),
                    floor_name="Polars grouping and sorting by person and day",
                    goal="<= 5 x",
                    note=f"{found} points",
                )
            )
        return rows


def _billing() -> pl.DataFrame:
    at = pl.int_range(_ROWS, dtype=pl.Int64)
    patient, day = at // _A_STAY, at % _A_STAY
    admitted = pl.date(2025, 1, 1) + pl.duration(days=patient * 37 % 330)
    ends = pl.when(patient % 100 == 0).then(_A_STAY - 3).otherwise(_A_STAY - 1)
    fund = (patient * 37 % 9_000 + 50) * 100
    guarded = (patient % 50 == 0) & (day < 2)
    known = pl.when(day == 0).then(pl.lit("重症监护")).otherwise(pl.lit("心电监护"))
    name = pl.when(guarded).then(known).otherwise(pl.format("第{}号项目", at * 7919 % 400))
    shown = pl.select(
        file=pl.lit(0), sheet=pl.lit(0), row=at + 2, name=name,
        quantity_e4=pl.lit(10_000), price_e4=fund, amount_e4=fund, fund_e4=fund * 7 // 10,
        refund=pl.lit(value=False),
        patient=pl.format("患{}", patient % 997), patient_id=pl.format("P{}", patient),
        visit=pl.format("ZY{}", patient), settlement=pl.format("JS{}", patient), med_type=pl.lit("普通住院"),
        date=admitted + pl.duration(days=pl.when(guarded).then(0).otherwise(day)),
        admitted=admitted.cast(pl.Datetime("us")),
        discharged=admitted + pl.duration(days=ends),
    )  # fmt: skip
    schema = schema_of(LedgerKind.BILLING)
    return shown.select(
        (pl.col(name) if name in shown.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in schema.items()
    )
