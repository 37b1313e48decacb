"""Suspicions as RESULT.csv: one line each, its rows named as a person finds them in the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from inspector_app.domain.ledger import LedgerSource, RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.result_table import csv_bytes

COLUMNS = (
    "kind", "subject", "ward_or_item", "period", "quantity", "amount", "rows", "rule", "explanation",
)  # fmt: skip


def points_csv(points: Iterable[LedgerPoint], sources: Sequence[LedgerSource]) -> bytes:
    """All points under the agreed columns."""
    return csv_bytes(COLUMNS, (_row(point, sources) for point in points))


def _row(point: LedgerPoint, sources: Sequence[LedgerSource]) -> tuple[str, ...]:
    return (
        point.kind,
        point.subject,
        point.ward_or_item,
        point.period,
        _number(point.quantity),
        "" if point.amount is None else f"{point.amount:.2f}",
        ";".join(place_text(place, sources) for place in point.rows),
        point.rule,
        point.explanation,
    )


def place_text(place: RowPlace, sources: Sequence[LedgerSource]) -> str:
    """``billed.csv:123``; of a workbook with several sheets ``records.xlsx[表1]:45``."""
    source = sources[place.file]
    sheet = f"[{source.sheets[place.sheet].name}]" if len(source.sheets) > 1 else ""
    return f"{source.name}{sheet}:{place.row}"


def _number(value: Decimal | None) -> str:
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
