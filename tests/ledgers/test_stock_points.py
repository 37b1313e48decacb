"""Beside the difference: rows behind each figure, prices, papers and suspected swaps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.stock import StockPeriod, StockTerm
from inspector_app.domain.stock_points import PaperKind, PriceRule
from inspector_app.domain.stock_rules import PriceCeiling, StockRules
from inspector_app.domain.stock_swaps import suspected_swaps
from inspector_app.ledgers.stock import reconcile_stock
from inspector_app.ledgers.stock_books import StockLedgers
from inspector_app.ledgers.stock_papers import purchase_papers
from inspector_app.ledgers.stock_prices import price_points
from inspector_app.ledgers.stock_rows import rows_of
from inspector_app.ledgers.stock_sums import Book
from tests.ledgers.stock_tables import YEAR, line_of, reconciled, table

UNITS = [{"code": "A1", "unit": "盒", "base_unit": "片", "numerator": 24}]


def _ledgers(**books: list[dict[str, Any]]) -> StockLedgers:
    return StockLedgers(
        {Book(name): (table(number, rows),) for number, (name, rows) in enumerate(books.items())}
    )


def test_every_figure_leads_back_to_its_rows() -> None:
    ledgers = _ledgers(
        billing=[
            {"code": "A1", "unit": "支", "quantity": 5, "date": "2025-02-01", "self_pay": False},
            {"code": "A2", "unit": "支", "quantity": 5, "date": "2025-02-01", "self_pay": False},
            {"code": "A1", "unit": "支", "quantity": 2, "date": "2025-02-02", "self_pay": True},
            {"code": "A1", "unit": "支", "quantity": 1, "date": "2026-02-02", "self_pay": False},
            {"code": "A1", "unit": "支", "quantity": -1, "date": "2025-02-03", "self_pay": False},
        ],
        purchases=[
            {"local_code": "A1", "unit": "支", "quantity": 9, "date": "2025-01-05"},
            {"code": "A1", "unit": "支", "quantity": -1, "date": "2025-01-06"},
        ],
        stock=[
            {"code": "A1", "unit": "支", "quantity": 3, "date": "2024-12-31"},
            {"code": "A1", "unit": "支", "quantity": 4, "date": "2025-12-31"},
        ],
        stock_changes=[{"code": "A1", "unit": "支", "quantity": 1, "date": "2025-05-05", "change": "loss"}],
    )
    result = reconcile_stock(ledgers, StockRules(), YEAR)
    line = line_of(result, "A1")

    def rows(term: StockTerm) -> list[tuple[int, int]]:
        return [(place.file, place.row) for place in rows_of(ledgers, result, line, term)]

    assert rows(StockTerm.BILLED_FUND) == [(0, 2), (0, 6)]
    assert rows(StockTerm.BILLED_OWN) == [(0, 4)]
    assert rows(StockTerm.PURCHASED) == [(1, 2)]
    assert rows(StockTerm.PURCHASE_RETURNED) == [(1, 3)]
    assert rows(StockTerm.OPENING) == [(2, 2)]
    assert rows(StockTerm.COUNTED) == [(2, 3)]
    assert rows(StockTerm.LOST) == [(3, 2)]
    assert rows(StockTerm.SALES_RETURNED) == []


def test_a_price_above_what_was_paid_is_named_and_the_rounding_of_a_piece_is_not() -> None:
    ledgers = _ledgers(
        billing=[
            {"code": "A1", "unit": "片", "quantity": 100, "price": "0.42"},  # 10 / 24 = 0.4167, rounded up
            {"code": "A1", "unit": "片", "quantity": 100, "price": "0.50"},
            {"code": "A1", "unit": "盒", "quantity": 1, "price": "10"},
        ],
        purchases=[{"code": "A1", "unit": "盒", "quantity": 10, "price": "10"}],
        stock=[{"code": "A1", "unit": "盒", "opening": 0, "closing": 0}],
        units=UNITS,
    )
    result = reconcile_stock(ledgers, StockRules(), StockPeriod())
    (point,) = price_points(ledgers, result, StockRules())
    assert (point.rule, point.price, point.quantity, point.rows) == (PriceRule.MARKUP, Decimal("0.5"), 100, 1)
    assert point.over == Decimal("8.33")
    assert price_points(ledgers, result, StockRules(markup_share=None)) == ()
    capped = StockRules(
        markup_share=None, ceilings=(PriceCeiling(code="A1", unit="盒", price=Decimal("9.6")),)
    )
    assert {point.price for point in price_points(ledgers, result, capped)} == {
        Decimal("0.42"),
        Decimal("0.5"),
        Decimal("10"),
    }


def test_papers_are_ticked_and_the_missing_ones_listed() -> None:
    bought = {
        "code": "A1",
        "unit": "盒",
        "quantity": 2,
        "price": "10",
        "date": "2025-03-01",
        "supplier": "甲",
    }
    ledgers = _ledgers(
        purchases=[
            bought | {"invoice": "F1", "delivery_note": "S1"},
            bought | {"invoice": "F1", "delivery_note": None, "quantity": 3},
            bought | {"invoice": "F2", "delivery_note": "S2"},
            bought | {"invoice": "F3", "delivery_note": "S3", "date": "2024-03-01"},
        ]
    )
    shown = [(PaperKind.INVOICE, " f1 "), (PaperKind.DELIVERY_NOTE, "S1"), (PaperKind.INVOICE, "F9")]
    check = purchase_papers(ledgers, YEAR, shown)
    assert [(paper.number, paper.rows, paper.amount) for paper in check.seen] == [
        ("F1", 2, Decimal("50.00")),
        ("S1", 1, Decimal("20.00")),
    ]
    assert [(paper.number, paper.first_day) for paper in check.missing] == [
        ("F2", date(2025, 3, 1)),
        ("S2", date(2025, 3, 1)),
    ]
    (unnamed,) = check.unnamed
    assert (unnamed.kind, unnamed.place, unnamed.amount) == (
        PaperKind.DELIVERY_NOTE,
        RowPlace(file=0, sheet=0, row=3),
        Decimal("30.00"),
    )
    assert check.unknown == ((PaperKind.INVOICE, "F9"),)


def test_a_surplus_and_a_shortage_of_similar_amount_are_a_suspected_swap_and_others_are_not() -> None:
    def sold(code: str, quantity: int, price: str) -> dict[str, Any]:
        amount = str(Decimal(price) * quantity)
        return {"code": code, "unit": "支", "quantity": quantity, "price": price, "amount": amount}

    result = reconciled(
        billing=[sold("A1", 150, "10"), sold("A2", 10, "26"), sold("A3", 10, "5"), sold("A4", 31, "1")],
        stock=[
            {"code": "A1", "unit": "支", "opening": 100, "closing": 0},  # 50 over, 500 yuan
            {"code": "A2", "unit": "支", "opening": 29, "closing": 0},  # 19 under, 494 yuan
            {"code": "A3", "unit": "支", "opening": 50, "closing": 0},  # 40 under, 200 yuan
            {"code": "A4", "unit": "支", "opening": 1, "closing": 0},  # 30 over, 30 yuan
        ],
    )
    (pair,) = suspected_swaps(result.lines, StockRules())
    assert (pair.surplus.code, pair.shortage.code) == ("A1", "A2")
    assert (pair.surplus_amount, pair.shortage_amount) == (Decimal("500.00"), Decimal("494.00"))
