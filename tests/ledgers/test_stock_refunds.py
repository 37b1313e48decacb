"""Refunds are taken off once, wherever and however often they are written."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.ledgers.stock_tables import only, reconciled

SOLD = {"code": "A1", "unit": "支", "quantity": 100, "date": "2025-03-01", "visit": "V1", "patient": "甲"}
BACK = SOLD | {"quantity": 10, "date": "2025-03-02"}
MINUS = BACK | {"quantity": -10}


def _billed(
    billing: list[dict[str, Any]], returns: list[dict[str, Any]], **more: list[dict[str, Any]]
) -> tuple[Fraction, Fraction]:
    line = only(
        reconciled(
            billing=billing,
            sales_returns=returns,
            stock=[{"code": "A1", "unit": "支", "opening": 200, "closing": 100}],
            **more,
        )
    )
    return line.terms.billed, line.terms.sales_returned


def test_a_negative_row_is_taken_off() -> None:
    assert _billed([SOLD, MINUS], []) == (90, 0)


def test_a_return_booked_elsewhere_is_taken_off() -> None:
    assert _billed([SOLD], [BACK]) == (90, 10)


def test_a_return_written_in_both_ledgers_is_taken_off_once() -> None:
    assert _billed([SOLD, MINUS], [BACK]) == (90, 0)


def test_a_ledger_of_returns_with_every_line_in_minus_means_the_same() -> None:
    assert _billed([SOLD], [MINUS]) == (90, 10)
    assert _billed([SOLD, MINUS], [MINUS]) == (90, 0)


def test_two_returns_of_two_visits_are_two() -> None:
    other = BACK | {"visit": "V2", "patient": "乙"}
    assert _billed([SOLD, MINUS], [other]) == (80, 10)


def test_without_names_the_same_day_and_quantity_are_the_same_return() -> None:
    bare = {"code": "A1", "unit": "支", "quantity": 10, "date": "2025-03-02"}
    assert _billed([SOLD, MINUS], [bare]) == (90, 0)
    assert _billed([SOLD, MINUS], [bare | {"date": "2025-05-02"}]) == (80, 10)


def test_a_return_in_parts_is_held_against_the_negative_row_of_its_visit() -> None:
    parts = [BACK | {"quantity": 4}, BACK | {"quantity": 6}]
    assert _billed([SOLD, MINUS], parts) == (90, 0)


def test_a_return_by_the_pack_is_the_negative_row_by_the_piece() -> None:
    line = only(
        reconciled(
            billing=[SOLD | {"unit": "片"}, MINUS | {"unit": "片", "quantity": -24}],
            sales_returns=[BACK | {"unit": "盒", "quantity": 1}],
            stock=[{"code": "A1", "unit": "片", "opening": 200, "closing": 124}],
            units=[{"code": "A1", "unit": "盒", "base_unit": "片", "numerator": 24}],
        )
    )
    assert (line.terms.billed, line.difference) == (76, 0)


@pytest.mark.parametrize(
    ("rows", "billed"),
    [
        # The refund itself is flagged and written without a minus.
        ([SOLD, BACK | {"refund": True}], 90),
        # The cancelled sale is flagged beside its negative row.
        ([SOLD, BACK | {"refund": True}, MINUS | {"refund": True}], 100),
        # The sale is flagged as cancelled, and nothing stands beside it.
        ([SOLD, BACK | {"refund": True, "visit": "V9", "patient": "丁"}], 100),
        # The flag beside a minus says the same thing twice.
        ([SOLD, MINUS | {"refund": True}], 90),
    ],
)
def test_a_flag_for_refunds_means_what_the_rows_beside_it_say(
    rows: list[dict[str, Any]], billed: int
) -> None:
    assert _billed(rows, [])[0] == billed


def test_a_sale_that_the_fund_settled_is_not_counted_again() -> None:
    settled = SOLD | {"settlement": "S1", "settled_as": "fund"}
    own = SOLD | {"settlement": "S2", "settled_as": "own", "quantity": 5}
    line = only(
        reconciled(
            billing=[SOLD | {"settlement": "S1"}],
            sales=[settled, own],
            stock=[{"code": "A1", "unit": "支", "opening": 200, "closing": 95}],
        )
    )
    assert (line.terms.billed_fund, line.terms.billed_own, line.difference) == (100, 5, 0)


def test_a_return_to_the_supplier_is_taken_off_once() -> None:
    bought = {"code": "A1", "unit": "支", "quantity": 100, "date": "2025-02-01", "invoice": "F1"}
    back = bought | {"quantity": 10, "date": "2025-02-09"}
    stock = [{"code": "A1", "unit": "支", "opening": 0, "closing": 90}]
    for purchases, returns in (
        ([bought, back | {"quantity": -10}], []),
        ([bought], [back]),
        ([bought, back | {"quantity": -10}], [back]),
        ([bought, back | {"entry_type": "采购退货"}], []),
    ):
        line = only(reconciled(purchases=purchases, purchase_returns=returns, stock=stock))
        assert (line.terms.purchased, line.terms.purchase_returned, line.difference) == (100, 10, 0)
