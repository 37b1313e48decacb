"""Opening and counted stock: by column, by day, or not at all; never by guess."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from inspector_app.domain.count_sheet import count_sheet, typed_back
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.stock import StockLine, StockPeriod, StockStatus
from inspector_app.domain.stock_rules import StockRules
from inspector_app.ledgers.stock import reconcile_stock
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_sums import Book
from inspector_app.ledgers.stock_typed import counted_frame
from tests.ledgers.stock_tables import YEAR, line_of, only, reconciled, table


def _listed(*rows: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"code": "A1", "unit": "支", "date": day, "quantity": quantity} for day, quantity in rows]


def _year(stock: list[dict[str, Any]], period: StockPeriod | None = YEAR, late: bool = False) -> StockLine:
    billing = [{"code": "A1", "unit": "支", "quantity": 10, "date": "2025-06-01"}]
    if late:
        billing.append({"code": "A1", "unit": "支", "quantity": 3, "date": "2026-01-02"})
    return only(reconciled(period=period, billing=billing, stock=stock))


def test_lists_by_day_stand_for_the_ends_of_the_period() -> None:
    line = _year(_listed(("2024-12-31", 30), ("2025-06-30", 26), ("2025-12-31", 20)))
    assert (line.terms.opening, line.terms.counted, line.difference) == (30, 20, 0)


def test_a_list_of_the_first_day_is_the_opening_stock() -> None:
    assert _year(_listed(("2025-01-01", 30), ("2025-12-31", 20))).difference == 0


def test_lists_by_day_without_a_period_are_refused() -> None:
    with pytest.raises(UnusableInput, match="--from"):
        _year(_listed(("2024-12-31", 30), ("2025-12-31", 20)), period=None)
    with pytest.raises(UnusableInput, match="--from"):
        _year(_listed(("2024-12-31", 30), ("2025-12-31", 20)), period=StockPeriod(last=date(2025, 12, 31)))


def test_a_list_without_day_or_column_is_refused() -> None:
    with pytest.raises(UnusableInput, match="--mapping"):
        _year([{"code": "A1", "unit": "支", "quantity": 30}])


def test_a_list_of_the_middle_of_the_year_is_no_opening_stock() -> None:
    with pytest.raises(UnusableInput, match="opening"):
        _year(_listed(("2025-06-30", 26), ("2025-12-31", 20)))


def test_an_undated_list_beside_an_opening_column_is_the_count() -> None:
    line = only(
        reconciled(
            billing=[{"code": "A1", "unit": "支", "quantity": 10}],
            stock=[
                {"code": "A1", "unit": "支", "opening": 30, "sheet": 0},
                {"code": "A1", "unit": "支", "quantity": 20, "sheet": 1},
            ],
        )
    )
    assert line.difference == 0


def test_a_physical_count_goes_before_the_closing_figure_of_the_books() -> None:
    line = _year([{"code": "A1", "unit": "支", "opening": 30, "closing": 25, "quantity": 20}], period=None)
    assert line.terms.counted == 20


def test_two_opening_figures_that_differ_are_refused() -> None:
    with pytest.raises(UnusableInput, match="opening"):
        _year(
            [
                {"code": "A1", "unit": "支", "opening": 31, "closing": 20, "sheet": 0},
                *[row | {"sheet": 1} for row in _listed(("2024-12-31", 30))],
            ]
        )


def test_a_summary_by_month_opens_with_the_first_and_closes_with_the_last() -> None:
    months = [
        {"code": "A1", "unit": "支", "date": f"2025-{month:02d}-01", "opening": opening, "closing": closing}
        for month, opening, closing in ((1, 30, 30), (6, 30, 20), (12, 20, 20))
    ]
    line = _year(months)
    assert (line.terms.opening, line.terms.counted, line.difference) == (30, 20, 0)


def test_what_no_count_names_has_no_difference_and_an_empty_cell_is_not_nought() -> None:
    result = reconciled(
        billing=[{"code": code, "unit": "支", "quantity": 5} for code in ("A1", "A2", "A3")],
        purchases=[{"code": code, "unit": "支", "quantity": 5} for code in ("A1", "A2", "A3")],
        stock=[
            {"code": "A1", "unit": "支", "opening": 1, "closing": None},
            {"code": "A2", "unit": "支", "opening": None, "closing": 1},
            {"code": "A3", "unit": "支", "opening": 0, "closing": 0},
        ],
    )
    statuses = [line.status for line in result.lines]
    assert statuses == [StockStatus.NO_COUNT, StockStatus.NO_COUNT, StockStatus.WITHIN_TOLERANCE]
    assert [line.difference for line in result.lines] == [None, None, 0]


def test_what_the_opening_list_does_not_name_was_not_in_stock() -> None:
    result = reconciled(
        period=YEAR,
        billing=[{"code": "A2", "unit": "支", "quantity": 5, "date": "2025-05-01"}],
        purchases=[{"code": "A2", "unit": "支", "quantity": 8, "date": "2025-04-01"}],
        stock=[
            *_listed(("2024-12-31", 30), ("2025-12-31", 30)),
            {"code": "A2", "unit": "支", "date": "2025-12-31", "quantity": 3},
        ],
    )
    assert line_of(result, "A2").difference == 0


def test_a_late_count_without_rows_up_to_it_cannot_be_brought_back() -> None:
    stock = _listed(("2024-12-31", 30), ("2026-01-20", 17))
    line = _year(stock)
    assert (line.status, line.difference) == (StockStatus.NO_COUNT, None)
    assert "2026-01-20" in str(line.notes[0])
    assert _year(stock, late=True).difference == 0


def test_a_count_of_the_next_morning_needs_no_rows_between() -> None:
    assert _year(_listed(("2024-12-31", 30), ("2026-01-01", 20))).difference == 0


def test_a_count_some_days_early_is_brought_forward() -> None:
    result = reconciled(
        period=YEAR,
        billing=[
            {"code": "A1", "unit": "支", "quantity": 10, "date": "2025-06-01"},
            {"code": "A1", "unit": "支", "quantity": 2, "date": "2025-12-30"},
        ],
        stock=_listed(("2024-12-31", 30), ("2025-12-29", 20)),
    )
    assert (only(result).terms.counted, only(result).difference) == (18, 0)


def test_an_opening_list_of_days_before_is_brought_forward() -> None:
    result = reconciled(
        period=YEAR,
        billing=[
            {"code": "A1", "unit": "支", "quantity": 4, "date": "2024-12-28"},
            {"code": "A1", "unit": "支", "quantity": 10, "date": "2025-06-01"},
        ],
        stock=_listed(("2024-12-25", 34), ("2025-12-31", 20)),
    )
    assert (only(result).terms.opening, only(result).difference) == (30, 0)


def test_rows_without_a_day_or_of_other_days_are_counted_not_hidden() -> None:
    result = reconciled(
        period=YEAR,
        billing=[
            {"code": "A1", "unit": "支", "quantity": 10, "date": "2025-06-01"},
            {"code": "A1", "unit": "支", "quantity": 9, "date": None},
            {"code": "A1", "unit": "支", "quantity": 8, "date": "2023-06-01"},
        ],
        stock=_listed(("2024-12-31", 30), ("2025-12-31", 20)),
    )
    assert (only(result).difference, result.undated, result.outside) == (0, 1, 1)


@pytest.mark.parametrize(
    ("opening", "billed_on", "doubt"),
    [
        ({"opening": 30, "closing": 20}, "2023-06-01", True),
        ({"opening": 30, "closing": 20}, "2025-06-01", False),
        ({"opening": 30, "closing": 20, "date": "2025-12-31"}, "2023-06-01", False),
    ],
)
def test_a_list_without_a_day_beside_rows_of_other_years_may_be_that_of_another_period(
    opening: dict[str, Any], billed_on: str, *, doubt: bool
) -> None:
    result = reconciled(
        period=YEAR,
        billing=[
            {"code": "A1", "unit": "支", "quantity": 10, "date": "2025-05-01"},
            {"code": "A1", "unit": "支", "quantity": 8, "date": billed_on},
        ],
        stock=[{"code": "A1", "unit": "支", **opening}],
    )
    assert result.period_in_doubt is doubt


def test_a_ledger_without_any_day_was_handed_over_for_the_period() -> None:
    result = reconciled(
        period=YEAR,
        billing=[{"code": "A1", "unit": "支", "quantity": 10}],
        stock=_listed(("2024-12-31", 30), ("2025-12-31", 20)),
    )
    assert (only(result).difference, result.placed_whole, result.undated) == (0, 1, 0)


def test_figures_typed_back_from_a_count_sheet_are_the_count() -> None:
    stock = [{"code": "A1", "unit": "盒", "quantity": 10, "date": "2024-12-31"}]
    books: dict[str, list[dict[str, Any]]] = {
        "billing": [{"code": "A1", "name": "青禾片", "unit": "片", "quantity": 3100, "date": "2025-05-01"}],
        "purchases": [{"code": "A1", "unit": "盒", "quantity": 120, "date": "2025-05-01"}],
        "units": [{"code": "A1", "unit": "盒", "base_unit": "片", "numerator": 24}],
    }
    before = reconciled(period=YEAR, stock=stock, **books)
    assert only(before).status is StockStatus.NO_COUNT
    counted = typed_back(count_sheet(before.lines), {1: ("4", "8")})
    frames = {Book(name): (table(number, rows),) for number, (name, rows) in enumerate(books.items())}
    frames[Book.STOCK] = (table(8, stock), counted_frame(counted, date(2025, 12, 31), 9))
    after = reconcile_stock(StockLedgers(frames), StockRules(), YEAR)
    assert only(after).difference == 84
