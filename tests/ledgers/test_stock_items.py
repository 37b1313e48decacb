"""Which rows speak of one item: codes, own codes, changes of maker and namesakes."""

from __future__ import annotations

from inspector_app.domain.stock import StockStatus
from tests.ledgers.stock_tables import line_of, only, reconciled

OLD, NEW = "XA10BAD002A001010104021", "XA10BAD002A001010209933"


def test_one_national_code_has_many_own_codes() -> None:
    result = reconciled(
        billing=[
            {"code": OLD, "local_code": "L1", "unit": "支", "quantity": 30},
            {"code": OLD, "local_code": "L2", "unit": "支", "quantity": 20},
        ],
        purchases=[
            {"local_code": "L1", "unit": "支", "quantity": 30},
            {"local_code": "L2", "unit": "支", "quantity": 25},
        ],
        stock=[{"code": OLD, "unit": "支", "opening": 0, "closing": 5}],
    )
    line = only(result)
    assert line.code == OLD
    assert line.local_codes == ("L1", "L2")
    assert line.difference == 0


def test_an_own_code_that_stands_in_the_only_column_of_codes_finds_its_item() -> None:
    result = reconciled(
        billing=[{"code": OLD, "local_code": "L1", "unit": "支", "quantity": 30}],
        purchases=[{"code": "L1", "unit": "支", "quantity": 30}],
        stock=[{"local_code": OLD, "unit": "支", "opening": 0, "closing": 0}],
    )
    assert only(result).difference == 0


def test_a_change_of_maker_under_one_own_code_is_put_together_where_one_covers_for_the_other() -> None:
    ledgers = {
        "purchases": [
            {
                "code": OLD,
                "local_code": "L1",
                "name": "青禾片",
                "spec": "0.5g*20片",
                "unit": "盒",
                "quantity": 50,
            },
            {
                "code": NEW,
                "local_code": "L1",
                "name": "青禾片",
                "spec": "0.5g*20片",
                "unit": "盒",
                "quantity": 40,
            },
        ],
        "stock": [
            {"code": OLD, "local_code": "L1", "name": "青禾片", "unit": "盒", "opening": 5, "closing": 0},
            {"code": NEW, "local_code": "L1", "name": "青禾片", "unit": "盒", "opening": 0, "closing": 15},
        ],
    }
    # Billed under the old code all the year: 55 of the old one, 25 of the new.
    billed = [{"code": OLD, "local_code": "L1", "name": "青禾片", "unit": "盒", "quantity": 80}]
    together = only(reconciled(billing=billed, **ledgers))
    assert (together.difference, together.status) == (0, StockStatus.WITHIN_TOLERANCE)
    assert together.codes == (OLD, NEW)
    # Billed under both codes as it was: two items, each of them right.
    right = [
        {"code": OLD, "local_code": "L1", "name": "青禾片", "unit": "盒", "quantity": 55},
        {"code": NEW, "local_code": "L1", "name": "青禾片", "unit": "盒", "quantity": 25},
    ]
    apart = reconciled(billing=right, **ledgers)
    assert [(line.code, line.difference) for line in apart.lines] == [(OLD, 0), (NEW, 0)]


def test_the_same_own_code_of_two_systems_joins_nothing_where_the_names_differ() -> None:
    result = reconciled(
        billing=[{"code": OLD, "local_code": "100", "name": "青禾片", "unit": "盒", "quantity": 10}],
        purchases=[
            {"code": OLD, "name": "青禾片", "unit": "盒", "quantity": 5},
            {"code": NEW, "local_code": "100", "name": "云岭注射液", "unit": "盒", "quantity": 9},
        ],
        stock=[
            {"code": OLD, "unit": "盒", "opening": 0, "closing": 0},
            {"code": NEW, "unit": "盒", "opening": 0, "closing": 4},
        ],
    )
    assert [(line.code, line.difference) for line in result.lines] == [(OLD, 5), (NEW, -5)]


def test_namesakes_of_another_pack_stay_apart() -> None:
    rows = [
        {"code": "A1", "name": "青禾片", "spec": "0.25g*24片", "unit": "片", "quantity": 10},
        {"code": "A2", "name": "青禾片", "spec": "0.5g*24片", "unit": "片", "quantity": 10},
    ]
    result = reconciled(
        billing=[rows[0] | {"quantity": 15}, rows[1]],
        purchases=rows,
        stock=[{"code": code, "unit": "片", "opening": 0, "closing": 0} for code in ("A1", "A2")],
    )
    assert (line_of(result, "A1").difference, line_of(result, "A2").difference) == (5, 0)


def test_a_row_without_any_code_is_known_by_exact_name_and_specification_only() -> None:
    coded = [
        {"code": "A1", "name": "青禾片", "spec": "0.25g*24片", "unit": "片", "quantity": 10},
        {"code": "A2", "name": "青禾片", "spec": "0.5g*24片", "unit": "片", "quantity": 10},
    ]
    stock = [{"code": code, "unit": "片", "opening": 0, "closing": 0} for code in ("A1", "A2")]
    exact = reconciled(
        billing=coded,
        purchases=[
            {"name": "青禾片", "spec": "0.25g×24片", "unit": "片", "quantity": 10},
            {"name": "青禾片", "spec": "0.5g*24片", "unit": "片", "quantity": 10},
        ],
        stock=stock,
    )
    assert [line.difference for line in exact.lines] == [0, 0]
    open_question = reconciled(
        billing=coded, purchases=[{"name": "青禾片", "unit": "片", "quantity": 20}], stock=stock
    )
    assert [line.status for line in open_question.lines] == [
        StockStatus.UNMATCHED_CODE,
        StockStatus.SURPLUS,
        StockStatus.SURPLUS,
    ]


def test_a_code_that_only_the_billing_knows_is_unmatched_and_services_are_left_out() -> None:
    result = reconciled(
        billing=[
            {"code": "A9", "unit": "支", "quantity": 3},
            {"code": "001102000010000", "unit": "次", "quantity": 3},
        ],
        stock=[{"code": "A1", "unit": "支", "opening": 1, "closing": 1}],
    )
    assert line_of(result, "A9").status is StockStatus.UNMATCHED_CODE
    assert line_of(result, "A9").difference is None
    assert result.services == 1
    assert {line.code for line in result.lines} == {"A1", "A9"}


def test_an_own_code_of_two_things_means_the_one_with_the_row_s_name() -> None:
    result = reconciled(
        billing=[{"code": OLD, "local_code": "100", "name": "青禾片", "unit": "盒", "quantity": 10}],
        purchases=[
            {"code": NEW, "local_code": "100", "name": "云岭注射液", "unit": "盒", "quantity": 9},
            {"local_code": "100", "name": "青禾片", "unit": "盒", "quantity": 10},
            {"local_code": "100", "name": "柳湾丸", "unit": "盒", "quantity": 1},
        ],
        stock=[{"code": code, "unit": "盒", "opening": 0, "closing": 0} for code in (OLD, NEW)],
    )
    assert [(line.code, line.difference) for line in result.lines] == [("100", None), (OLD, 0), (NEW, -9)]
