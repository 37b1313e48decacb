"""The identity of the stock reconciliation and the formula of production say the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.stock import StockPeriod, StockStatus, StockTerms, as_decimal, status_of, written
from inspector_app.domain.stock_rules import Tolerance

quantities = st.fractions(min_value=0, max_value=10**7, max_denominator=1000)
terms = st.builds(
    StockTerms,
    opening=quantities,
    purchased=quantities,
    purchase_returned=quantities,
    sales_returned=quantities,
    transfer_in=quantities,
    transfer_out=quantities,
    lost=quantities,
    own_use=quantities,
    billed_fund=quantities,
    billed_own=quantities,
    counted=quantities,
)


@given(terms)
def test_the_formula_of_production_agrees_with_the_full_identity(one: StockTerms) -> None:
    assert one.difference == one.production_difference


@given(terms)
def test_the_difference_is_what_the_result_file_says_it_is(one: StockTerms) -> None:
    assert one.opening is not None
    assert one.counted is not None
    loss = one.lost + one.own_use + one.transfer_out - one.transfer_in
    assert one.difference == one.billed - (
        one.opening + one.purchased - one.purchase_returned - loss - one.counted
    )
    assert one.billed == one.billed_fund + one.billed_own - one.sales_returned


@given(terms, quantities)
def test_goods_that_come_and_go_leave_the_difference_alone(one: StockTerms, more: Fraction) -> None:
    from dataclasses import replace

    assert one.counted is not None
    moved = replace(one, transfer_in=one.transfer_in + more, transfer_out=one.transfer_out + more)
    bought_and_kept = replace(one, purchased=one.purchased + more, counted=one.counted + more)
    assert moved.difference == bought_and_kept.difference == one.difference


def test_without_a_count_or_an_opening_there_is_no_difference() -> None:
    assert StockTerms(opening=Fraction(1)).difference is None
    assert StockTerms(counted=Fraction(1)).production_difference is None


def test_a_difference_as_large_as_the_tolerance_is_within_it() -> None:
    limit = Tolerance(absolute=Decimal(2), share=Decimal("0.01"))
    assert status_of(Fraction(3), limit.limit(Fraction(300))) is StockStatus.WITHIN_TOLERANCE
    assert status_of(Fraction(-4), limit.limit(Fraction(300))) is StockStatus.SHORTAGE
    assert status_of(Fraction(4), limit.limit(Fraction(300))) is StockStatus.SURPLUS


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_ten_thousandths_are_written_exactly(value: int) -> None:
    text = written(Fraction(value, 10_000))
    assert Fraction(text) == Fraction(value, 10_000)
    assert "E" not in text.upper()
    assert text == "0" or not text.endswith(".")


def test_a_quantity_without_an_end_is_rounded_and_a_missing_one_is_empty() -> None:
    assert written(Fraction(1, 3)) == "0.333333"
    assert written(None) == ""
    assert written(Fraction(1200)) == "1200"
    assert as_decimal(Fraction(1, 4)) == Decimal("0.25")


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UnusableInput):
        StockPeriod(first=date(2025, 2, 1), last=date(2025, 1, 1))
