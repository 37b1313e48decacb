"""The stock reconciliation: what came in, what went out, what was billed, and never a guess."""

from __future__ import annotations

from fractions import Fraction

from inspector_app.domain.stock import FactorSource, StockStatus
from tests.ledgers.stock_tables import YEAR, only, reconciled

UNITS = [{"code": "A1", "unit": "盒", "base_unit": "片", "numerator": 24, "denominator": 1}]


def test_the_worked_example_is_84_tablets_too_many() -> None:
    result = reconciled(
        stock_changes=[],
        billing=[{"code": "A1", "name": "青禾片", "unit": "片", "quantity": 3100}],
        purchases=[{"code": "A1", "name": "青禾片", "unit": "盒", "quantity": 120}],
        stock=[
            {"code": "A1", "unit": "盒", "opening": 10, "closing": 4},
            {"code": "A1", "unit": "片", "opening": 0, "closing": 8},
        ],
        units=UNITS,
    )
    line = only(result)
    assert line.unit == "片"
    assert line.terms.available == 3016
    assert line.difference == 84
    assert line.terms.production_difference == 84
    assert line.status is StockStatus.SURPLUS
    assert [(one.unit, one.factor, one.source) for one in line.factors] == [
        ("盒", Fraction(24), FactorSource.UNITS_LEDGER),
        ("片", Fraction(1), FactorSource.UNITS_LEDGER),
    ]


def test_a_plain_pack_text_gives_the_factor_where_there_is_no_units_ledger() -> None:
    result = reconciled(
        billing=[{"code": "A1", "unit": "片", "spec": "12片*2板/盒", "quantity": 3100}],
        purchases=[{"code": "A1", "unit": "盒", "spec": "12片×2板/盒", "quantity": 120}],
        stock=[{"code": "A1", "unit": "盒", "opening": 10, "closing": 4}],
    )
    assert only(result).difference == 3100 - 126 * 24
    assert only(result).factors[0].source is FactorSource.PACK_TEXT


def test_an_unknown_factor_is_never_guessed() -> None:
    result = reconciled(
        billing=[{"code": "A1", "unit": "片", "spec": "0.25g*24", "quantity": 3100}],
        purchases=[{"code": "A1", "unit": "盒", "spec": "0.25g*24", "quantity": 120}],
        stock=[{"code": "A1", "unit": "盒", "opening": 10, "closing": 4}],
    )
    assert only(result).status is StockStatus.UNKNOWN_FACTOR
    assert only(result).difference is None
    assert result.without_factor == 3


def test_a_late_count_is_brought_back_to_the_last_day() -> None:
    result = reconciled(
        period=YEAR,
        billing=[
            {"code": "A1", "unit": "支", "quantity": 100, "date": "2025-06-01"},
            {"code": "A1", "unit": "支", "quantity": 7, "date": "2026-01-03"},
        ],
        purchases=[
            {"code": "A1", "unit": "支", "quantity": 90, "date": "2025-05-01"},
            {"code": "A1", "unit": "支", "quantity": 20, "date": "2026-01-02"},
        ],
        stock=[
            {"code": "A1", "unit": "支", "quantity": 30, "date": "2024-12-31"},
            {"code": "A1", "unit": "支", "quantity": 33, "date": "2026-01-04"},
        ],
    )
    line = only(result)
    assert line.terms.counted == 20
    assert line.difference == 0
    assert line.status is StockStatus.WITHIN_TOLERANCE
