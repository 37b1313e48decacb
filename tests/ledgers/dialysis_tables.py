"""Clean ledgers of dialysis made by hand or by the fiction, for tests of the dialysis reconciliation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from inspector_app.domain.dialysis import DialysisResult
from inspector_app.domain.dialysis_rules import DialysisRules
from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.dialysis import DialysisLedgers, reconcile_dialysis
from inspector_app.ledgers.ledger_table import schema_of
from inspector_app.services.fiction_dialysis import DialysisFiction
from inspector_app.services.packs import DEFAULT_REGION, PackService

_NAMED = {
    "id": "patient_id", "institution": "institution_code", "model": "dialyser_model", "fund": "fund_e4",
    "quantity": "quantity_e4", "price": "price_e4", "amount": "amount_e4", "opening": "opening_e4",
    "closing": "closing_e4",
}  # fmt: skip
KINDS = {
    "billed": LedgerKind.BILLING,
    "records": LedgerKind.TREATMENTS,
    "schedule": LedgerKind.SCHEDULE,
    "purchases": LedgerKind.PURCHASES,
    "returns": LedgerKind.PURCHASE_RETURNS,
    "stock": LedgerKind.STOCK,
    "changes": LedgerKind.STOCK_CHANGES,
    "deaths": LedgerKind.DEATHS,
}


@cache
def shipped() -> DialysisRules:
    return PackService(Path("/nonexistent")).region(DEFAULT_REGION).dialysis


def frame(kind: LedgerKind, file: int, rows: Sequence[dict[str, Any]]) -> pl.LazyFrame:
    """Rows with plain figures and names of columns as a clean table of the kind."""
    schema = schema_of(kind)
    columns: dict[str, list[Any]] = {name: [None] * len(rows) for name in schema}
    columns["file"], columns["sheet"] = [file] * len(rows), [0] * len(rows)
    columns["row"] = list(range(2, len(rows) + 2))
    for at, row in enumerate(rows):
        for name, value in row.items():
            column = _NAMED.get(name, name)
            given = date.fromisoformat(value) if column == "date" and isinstance(value, str) else value
            columns[column][at] = (
                round(given * 10_000) if column.endswith("_e4") and given is not None else (given or None)
            )
        if kind is LedgerKind.BILLING:
            columns["refund"][at] = bool(row.get("refund")) or row.get("quantity", 1) < 0
    return pl.DataFrame(columns, schema=schema).lazy()


def reconciled(
    rules: DialysisRules | None = None,
    *,
    billed: Sequence[dict[str, Any]],
    records: Sequence[dict[str, Any]],
    **others: Sequence[dict[str, Any]],
) -> DialysisResult:
    """Reconcile ledgers given by their names."""
    given = {"billed": billed, "records": records, **others}
    frames = {name: frame(KINDS[name], at, rows) for at, (name, rows) in enumerate(given.items())}
    return reconcile_dialysis(DialysisLedgers(**frames), rules or shipped())


def of_fiction(fiction: DialysisFiction) -> DialysisResult:
    return reconciled(
        billed=fiction.billing,
        records=fiction.records,
        schedule=fiction.schedule,
        purchases=fiction.purchases,
        returns=fiction.returns,
        stock=fiction.stock,
        deaths=fiction.deaths,
    )


def hd(day: str, **more: Any) -> dict[str, Any]:
    """One dialysis on a bill."""
    return {
        "code": "003110000060000", "name": "血液透析", "quantity": 1, "price": 400, "amount": 400,
        "fund": 340,
        "date": day, "patient": "沈一禾", "id": "A1",
    } | more  # fmt: skip


def dialyser(day: str, spec: str, **more: Any) -> dict[str, Any]:
    """One dialyser on a bill."""
    return hd(day, code="", name="空心纤维血液透析器", price=120, amount=120, fund=96) | {"spec": spec} | more


def session(day: str, **more: Any) -> dict[str, Any]:
    """One line of a treatment record."""
    return {"date": day, "patient": "沈一禾", "id": "A1", "mode": "HD", "model": "F6", "shift": "上午"} | more


def bought(spec: str, many: int, **more: Any) -> dict[str, Any]:
    return {"name": "血液透析器", "spec": spec, "unit": "支", "quantity": many, "date": "2026-01-02"} | more


def kinds(result: DialysisResult) -> list[str]:
    return [point.kind for point in result.points]


def with_included(rules: DialysisRules) -> DialysisRules:
    """The same rules in a region whose price for dialysis covers what is used up."""
    return replace(rules, services=tuple(replace(one, includes_materials=True) for one in rules.services))
