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


def _changed(*changes: tuple[str, str, int]) -> list[dict[str, object]]:
    return [
        {"code": code, "unit": "支", "change": kind, "quantity": quantity} for code, kind, quantity in changes
    ]


def test_losses_own_use_and_transfers_explain_what_is_gone() -> None:
    line = only(
        reconciled(
            stock_changes=_changed(
                ("A1", "loss", 3), ("A1", "own_use", 4), ("A1", "transfer_out", 5), ("A1", "transfer_in", 2)
            ),
            stock=[{"code": "A1", "unit": "支", "opening": 20, "closing": 10}],
        )
    )
    assert (line.terms.loss, line.difference) == (10, 0)
    assert (line.terms.lost, line.terms.own_use, line.terms.transfer_out, line.terms.transfer_in) == (
        3,
        4,
        5,
        2,
    )


def test_a_ledger_of_losses_in_minus_means_losses_and_a_single_minus_takes_one_back() -> None:
    stock = [{"code": code, "unit": "支", "opening": 20, "closing": 15} for code in ("A1", "A2")]
    in_minus = reconciled(stock_changes=_changed(("A1", "loss", -5), ("A2", "loss", -5)), stock=stock)
    assert [line.terms.lost for line in in_minus.lines] == [5, 5]
    taken_back = reconciled(stock_changes=_changed(("A1", "loss", 5), ("A2", "loss", -5)), stock=stock)
    assert [line.terms.lost for line in taken_back.lines] == [5, -5]


def test_what_counting_found_missing_is_the_difference_and_no_explanation_of_it() -> None:
    result = reconciled(
        stock_changes=_changed(("A1", "count_loss", 5)),
        stock=[{"code": "A1", "unit": "支", "opening": 20, "closing": 15}],
    )
    assert only(result).difference == -5
    assert result.other_changes == 1


def test_losses_of_a_summary_count_once_where_the_ledger_of_changes_has_them_too() -> None:
    stock = [{"code": "A1", "unit": "支", "opening": 20, "closing": 15, "loss": 5}]
    assert only(reconciled(stock=stock)).difference == 0
    both = reconciled(stock=stock, stock_changes=_changed(("A1", "loss", 5)))
    assert only(both).difference == 0


def test_fractions_of_a_pack_and_uneven_factors_stay_exact() -> None:
    line = only(
        reconciled(
            billing=[{"code": "A1", "unit": "片", "quantity": 7}],
            purchases=[
                {"code": "A1", "unit": "盒", "quantity": "0.1"},
                {"code": "A1", "unit": "盒", "quantity": "0.2"},
            ],
            stock=[{"code": "A1", "unit": "片", "opening": 0, "closing": 0}],
            units=[{"code": "A1", "unit": "盒", "base_unit": "片", "numerator": 70, "denominator": 3}],
        )
    )
    assert line.terms.purchased == 7
    assert line.difference == 0


def test_a_row_of_unpacked_sale_that_names_the_pack_counts_pieces_by_its_price() -> None:
    sold = {"code": "A1", "unit": "盒", "price": "24", "quantity": 2}
    line = only(
        reconciled(
            billing=[
                sold | {"unpacked": False},
                sold | {"unpacked": True, "quantity": 12, "price": "1"},
                sold | {"unpacked": True, "quantity": "0.5"},
            ],
            purchases=[{"code": "A1", "unit": "盒", "quantity": 3, "price": "24"}],
            stock=[{"code": "A1", "unit": "盒", "opening": 0, "closing": 0}],
            units=UNITS,
        )
    )
    assert (line.terms.billed, line.difference) == (72, 0)


def test_a_row_without_a_unit_whose_price_is_another_is_not_taken_for_a_pack() -> None:
    def line_of_price(price: str) -> StockStatus:
        return only(
            reconciled(
                billing=[{"code": "A1", "quantity": 10, "price": price}],
                purchases=[{"code": "A1", "unit": "盒", "quantity": 10, "price": "24"}],
                stock=[{"code": "A1", "unit": "盒", "opening": 0, "closing": 0}],
            )
        ).status

    assert line_of_price("24") is StockStatus.WITHIN_TOLERANCE
    assert line_of_price("1") is StockStatus.UNKNOWN_FACTOR


def test_herbs_may_dry_by_weight_and_drugs_may_not() -> None:
    stock = [{"unit": "千克", "opening": 2, "closing": 1}]
    herb = only(
        reconciled(
            billing=[{"code": "T001", "unit": "克", "quantity": 800}], stock=[stock[0] | {"code": "T001"}]
        )
    )
    drug = only(
        reconciled(
            billing=[{"code": "XA01AAA001A001010100001", "unit": "克", "quantity": 800}],
            stock=[stock[0] | {"code": "XA01AAA001A001010100001"}],
        )
    )
    assert (herb.difference, herb.status) == (-200, StockStatus.WITHIN_TOLERANCE)
    assert (drug.difference, drug.status) == (-200, StockStatus.SHORTAGE)
