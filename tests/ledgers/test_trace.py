"""Trace codes: boxes settled twice or elsewhere are found, what is sold by the piece or refunded is not."""

from __future__ import annotations

import random
from datetime import date, timedelta

import polars as pl

from inspector_app.ledgers.trace import trace_points

DAY = date(2026, 1, 1)


def code(number: int) -> str:
    return f"8{number:019d}"


def settled(*rows: dict[str, object]) -> pl.LazyFrame:
    """Rows as reading gives them; what a row does not say is usual."""
    usual: dict[str, object] = {
        "institution_code": "H99990000001", "code": "X1", "name": "阿莫西林", "quantity_e4": 10_000,
        "date": DAY, "unpacked": None, "patient_id": "", "settlement": None, "receipt": None,
    }  # fmt: skip
    filled = [{"file": 0, "sheet": 0, "row": place + 2, **usual, **row} for place, row in enumerate(rows)]
    return pl.LazyFrame(
        filled,
        schema={
            "file": pl.UInt16, "sheet": pl.UInt16, "row": pl.UInt32, "trace": pl.String,
            "institution_code": pl.String, "code": pl.String, "name": pl.String, "quantity_e4": pl.Int64,
            "date": pl.Date, "unpacked": pl.Boolean, "patient_id": pl.String, "settlement": pl.String,
            "receipt": pl.String,
        },
    )  # fmt: skip


def purchases(*rows: dict[str, object]) -> pl.LazyFrame:
    usual: dict[str, object] = {
        "code": "X1", "name": "阿莫西林", "date": DAY, "delivery_note": "N-1", "quantity_e4": 10_000,
        "trace": None,
    }  # fmt: skip
    filled = [{"file": 1, "sheet": 0, "row": place + 2, **usual, **row} for place, row in enumerate(rows)]
    return pl.LazyFrame(
        filled,
        schema={
            "file": pl.UInt16, "sheet": pl.UInt16, "row": pl.UInt32, "code": pl.String, "name": pl.String,
            "date": pl.Date, "delivery_note": pl.String, "quantity_e4": pl.Int64, "trace": pl.String,
        },
    )  # fmt: skip


def kinds(*rows: dict[str, object], bought: pl.LazyFrame | None = None) -> list[str]:
    return [point.kind for point in trace_points(settled(*rows), bought)]


def test_a_box_is_settled_once() -> None:
    assert kinds({"trace": code(1)}, {"trace": code(2)}) == []
    (point,) = trace_points(settled({"trace": code(1)}, {"trace": code(1), "date": DAY + timedelta(9)}))
    assert (point.kind, point.subject, point.quantity) == ("trace_duplicate", code(1), 2)
    assert [place.row for place in point.rows] == [2, 3]
    assert point.period == "2026-01-01/2026-01-10"


def test_the_same_code_in_two_institutions_is_another_matter() -> None:
    assert kinds({"trace": code(1)}, {"trace": code(1), "institution_code": "P99990000002"}) == [
        "trace_two_institutions"
    ]


def test_what_is_sold_by_the_piece_keeps_its_code() -> None:
    assert kinds(*({"trace": code(1), "unpacked": True} for _ in range(5))) == []
    assert kinds({"trace": code(1), "unpacked": True}, {"trace": code(1)}) == []


def test_a_refunded_box_may_be_settled_again() -> None:
    refund = {"trace": code(1), "quantity_e4": -10_000, "date": DAY + timedelta(1)}
    again = {"trace": code(1), "date": DAY + timedelta(2)}
    assert kinds({"trace": code(1)}, refund, again) == []
    assert kinds({"trace": code(1)}, refund, again, {**again, "date": DAY + timedelta(3)}) == [
        "trace_duplicate"
    ]
    elsewhere = {**refund, "institution_code": "P99990000002"}
    assert kinds({"trace": code(1)}, elsewhere, again) == ["trace_duplicate"]


def test_a_line_that_two_exports_repeat_is_one_settlement() -> None:
    line = {"trace": code(1), "settlement": "S-1", "patient_id": "p"}
    assert kinds(line, line) == []
    assert kinds(line, {**line, "settlement": "S-2"}) == ["trace_duplicate"]


def test_several_codes_in_one_cell_are_several_boxes() -> None:
    assert kinds({"trace": f"{code(1)}|{code(2)}", "quantity_e4": 20_000}, {"trace": code(2)}) == [
        "trace_duplicate"
    ]


def test_a_code_of_other_than_twenty_digits_is_named() -> None:
    assert kinds({"trace": "81234"}, {"trace": "8" * 19 + "X"}) == ["trace_invalid", "trace_invalid"]


def test_a_box_comes_from_a_purchase_with_its_delivery_note() -> None:
    bought = purchases(
        {"trace": f"{code(1)}|{code(2)}"}, {"trace": code(3), "delivery_note": None}, {"trace": code(4)}
    )
    found = trace_points(
        settled(
            {"trace": code(1)},
            {"trace": code(2), "date": DAY - timedelta(1)},
            {"trace": code(3)},
            {"trace": code(9)},
        ),
        bought,
    )
    assert [(point.subject, point.kind) for point in found] == [
        (code(2), "trace_before_purchase"),
        (code(3), "trace_without_delivery_note"),
        (code(9), "trace_not_purchased"),
    ]


def test_an_item_that_was_also_bought_without_codes_accuses_nobody() -> None:
    bought = purchases({"trace": code(1)}, {"trace": None})
    assert kinds({"trace": code(1)}, {"trace": code(9)}, bought=bought) == []


def test_purchases_of_one_institution_say_nothing_of_another() -> None:
    bought = purchases({"trace": code(1)}, {"trace": code(2)})
    other = {"institution_code": "P99990000002"}
    assert (
        kinds(
            {"trace": code(1)},
            {"trace": code(2)},
            {"trace": code(7), **other},
            {"trace": code(8), **other},
            bought=bought,
        )
        == []
    )


def test_everything_planted_is_found_and_nothing_clean_is_accused() -> None:
    for seed in range(200):
        chance = random.Random(seed)  # noqa: S311
        rows: list[dict[str, object]] = []
        guilty: set[str] = set()
        for number in range(60):
            first = {"trace": code(number), "date": DAY + timedelta(chance.randrange(90))}
            later = {**first, "date": DAY + timedelta(90 + chance.randrange(90))}
            what = chance.choice(["clean", "twice", "elsewhere", "unpacked", "refunded", "repeated"])
            if what == "twice":
                rows += [first, later]
            elif what == "elsewhere":
                rows += [first, {**later, "institution_code": "P99990000002"}]
            elif what == "unpacked":
                rows += [{**first, "unpacked": True}, {**later, "unpacked": True}]
            elif what == "refunded":
                rows += [first, {**first, "quantity_e4": -10_000}, later]
            elif what == "repeated":
                rows += [{**first, "settlement": f"S-{number}"}] * 2
            else:
                rows.append(first)
            if what in ("twice", "elsewhere"):
                guilty.add(code(number))
        assert {point.subject for point in trace_points(settled(*rows))} == guilty, seed
