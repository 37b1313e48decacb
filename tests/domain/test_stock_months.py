"""An item by month: what was at hand before a month's billing, and nothing where the rows do not add up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from inspector_app.domain.stock import StockTerm, StockTerms
from inspector_app.domain.stock_months import stock_months

_TERMS = StockTerms(
    opening=Fraction(240),
    purchased=Fraction(2880),
    purchase_returned=Fraction(24),
    billed_fund=Fraction(3100),
    sales_returned=Fraction(10),
    counted=Fraction(104),
)
_SUMS = {
    StockTerm.PURCHASED: {"2026-02": Fraction(2880)},
    StockTerm.PURCHASE_RETURNED: {"2026-03": Fraction(24)},
    StockTerm.BILLED_FUND: {"2026-01": Fraction(500), "2026-02": Fraction(1600), "2026-03": Fraction(1000)},
    StockTerm.SALES_RETURNED: {"2026-03": Fraction(10)},
}


def test_what_a_month_leaves_is_at_hand_in_the_next_and_more_billed_than_that_is_short() -> None:
    found = stock_months(_TERMS, _SUMS)
    assert [(one.month, one.at_hand, one.billed, one.is_short) for one in found] == [
        ("2026-01", 240, 500, True),
        ("2026-02", 2620, 1600, False),
        ("2026-03", 996, 990, False),
    ]
    left = found[-1].at_hand - found[-1].billed
    assert _TERMS.counted is not None
    assert _TERMS.difference == _TERMS.counted - left


def test_rows_that_do_not_give_the_figures_of_the_period_are_not_told_by_month() -> None:
    assert stock_months(replace(_TERMS, purchased=Fraction(2881)), _SUMS) == ()
    assert stock_months(replace(_TERMS, opening=None), _SUMS) == ()
