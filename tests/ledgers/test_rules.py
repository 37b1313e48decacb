"""Rules about charges, one by one: what each points at, what it leaves alone, what a hit is worth."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.charge_rules import ChargedItem, ChargePeriod, ChargeTest, Sex
from inspector_app.domain.institution import InstitutionLevel
from tests.ledgers.charge_tables import bill, points, rule

DAY, NEXT = "2026-03-02", "2026-03-03"
WITH = rule(ChargeTest.WITH, beside="乙项")
TWO_A_DAY = rule(ChargeTest.MORE_THAN, most=Decimal(2))


def test_an_item_beside_the_one_that_covers_it_is_pointed_at_with_both_rows() -> None:
    (point,) = points(WITH, bill("甲项", DAY, 2), bill("乙项", DAY), bill("丙项", DAY))
    assert (point.kind, point.rule, point.subject, point.quantity) == ("charge_with", "R1", "A1", 2)
    assert point.amount == Decimal("16.00")
    assert [place.row for place in point.rows] == [2, 3]
    assert point.explanation == "已收取乙项1，又收取甲项2，涉及医保基金16.00元。说明。"


@pytest.mark.parametrize(
    "other",
    [
        {"date": NEXT},
        {"id": "A2"},
        {"name": "乙项目"},
        {"name": "复乙项"},
        {"institution": "H2"},
    ],
)
def test_another_day_person_institution_or_name_covers_nothing(other: dict[str, str]) -> None:
    assert points(WITH, bill("甲项", DAY), bill("乙项", DAY) | other) == ()


def test_a_beginning_counts_only_where_the_rule_says_so() -> None:
    begins = rule(ChargeTest.WITH, beside="乙项")
    begins = type(begins)(
        id="R1", title="规则", test=ChargeTest.WITH, category="swap", explanation="。",
        item=ChargedItem(code_begins=("0011",)), beside=ChargedItem(name_begins=("乙",)),
    )  # fmt: skip
    rows = (bill("甲项", DAY, code="001199"), bill("乙项(次)", DAY))
    assert len(points(begins, *rows)) == 1
    assert points(begins, bill("甲项", DAY, code="200119"), bill("复乙项", DAY)) == ()


def test_one_for_one_covers_no_more_than_there_is_of_the_other() -> None:
    once = rule(ChargeTest.WITH, beside="乙项", one_for_one=True)
    (point,) = points(once, bill("甲项", DAY, 5), bill("乙项", DAY, 2))
    assert (point.quantity, point.amount) == (2, Decimal("16.00"))


def test_what_is_given_back_was_never_charged_twice() -> None:
    back = bill("甲项", "2026-03-09", -1, fund=-8)
    assert points(WITH, bill("甲项", DAY), bill("乙项", DAY), back) == ()


def test_a_cancelled_bill_and_its_negative_row_are_netted_once() -> None:
    rows = [bill("甲项", DAY, refund=True), bill("甲项", DAY, -1, refund=True), bill("甲项", DAY)]
    (point,) = points(WITH, *rows, bill("乙项", DAY))
    assert (point.quantity, point.amount) == (1, Decimal("8.00"))


def test_own_pay_is_no_claim_against_the_fund() -> None:
    assert points(WITH, bill("甲项", DAY, fund=None, self_pay=True), bill("乙项", DAY)) == ()


def test_without_any_figure_of_money_the_amount_stays_open() -> None:
    (point,) = points(WITH, bill("甲项", DAY, fund=None, amount=None, price=None), bill("乙项", DAY))
    assert point.amount is None


def test_the_latest_charges_are_those_above_the_limit() -> None:
    rows = [
        bill("甲项", DAY, 1, time=datetime.fromisoformat(f"2026-03-02 {hour:02d}:00")) for hour in (9, 8, 10)
    ]
    rows[2] |= {"fund": 3}
    (point,) = points(TWO_A_DAY, *rows)
    assert (point.quantity, point.amount) == (1, Decimal("3.00"))
    assert "计收甲项3，不超过2，超出1" in point.explanation


def test_days_in_a_row_are_looked_at_wherever_they_begin() -> None:
    weekly = rule(ChargeTest.MORE_THAN, most=Decimal(1), period=ChargePeriod.DAYS, days=7)
    fine = [bill("甲项", day) for day in ("2026-01-01", "2026-01-08", "2026-01-15")]
    assert points(weekly, *fine) == ()
    (point,) = points(weekly, *fine, bill("甲项", "2026-01-21"))
    assert point.period == "2026-01-15/2026-01-21"


def test_beds_are_held_against_the_days_of_the_stay() -> None:
    beds = rule(ChargeTest.MORE_THAN, most=Decimal(1), period=ChargePeriod.VISIT, per_stay_day=True)
    stay = {"admitted": datetime.fromisoformat("2026-03-01 09:00"), "discharged": date(2026, 3, 4)}
    assert points(beds, bill("甲项", DAY, 4, **stay)) == ()
    (point,) = points(beds, bill("甲项", DAY, 6, **stay))
    assert (point.quantity, point.amount) == (2, Decimal("16.00"))
    assert points(beds, bill("甲项", DAY, 6)) == (), "a stay without its days accuses nobody"


def test_parts_are_worth_what_they_cost_above_the_whole() -> None:
    parts = rule(ChargeTest.INSTEAD_OF, beside="组套", price=Decimal(12))
    parts = type(parts)(
        id="R1", title="规则", test=ChargeTest.INSTEAD_OF, category="swap", explanation="。",
        item=ChargedItem(names=("甲项", "乙项")), beside=ChargedItem(names=("组套",)), price=Decimal(12),
    )  # fmt: skip
    (point,) = points(parts, bill("甲项", DAY), bill("乙项", DAY))
    assert point.amount == Decimal("6.40"), "8 of 20 yuan too much, four fifths of it paid by the fund"
    assert points(parts, bill("甲项", DAY, 2)) == (), "twice the same part is no whole"
    assert points(parts, bill("甲项", DAY), bill("乙项", DAY), bill("组套", DAY)) == ()


def test_a_price_above_the_standard_is_worth_its_difference() -> None:
    (point,) = points(rule(ChargeTest.OVER_PRICE, price=Decimal("7.50")), bill("甲项", DAY, 4))
    assert point.amount == Decimal("8.00")
    assert points(rule(ChargeTest.OVER_PRICE, price=Decimal(10)), bill("甲项", DAY, 4)) == ()


def test_an_item_that_follows_from_another_one_needs_it() -> None:
    after = rule(ChargeTest.WITHOUT, beside="乙项", period=ChargePeriod.VISIT)
    assert len(points(after, bill("甲项", DAY))) == 1
    assert points(after, bill("甲项", DAY), bill("乙项", NEXT)) == ()


@pytest.mark.parametrize(("written", "hits"), [("女", 1), ("2", 1), ("男", 0), ("", 0), ("未知", 0)])
def test_an_item_for_men_is_not_for_women(written: str, hits: int) -> None:
    assert len(points(rule(ChargeTest.SEX, sex=Sex.MALE), bill("甲项", DAY, sex=written))) == hits


@pytest.mark.parametrize(
    ("person", "hits"),
    [
        ({"birth": date(2008, 3, 2)}, 0),
        ({"birth": date(2008, 3, 3)}, 1),
        ({"age": "17岁"}, 1),
        ({"age": "18岁"}, 0),
        ({"age": "5月"}, 1),
        ({"age": "成人"}, 0),
        ({}, 0),
    ],
)
def test_an_age_is_reckoned_at_the_day_of_the_charge(person: dict[str, object], hits: int) -> None:
    assert len(points(rule(ChargeTest.AGE, age_from=18), bill("甲项", DAY, **person))) == hits


def test_a_level_that_may_not_bill_is_pointed_at_by_month() -> None:
    third = rule(ChargeTest.LEVEL, levels=(InstitutionLevel.THIRD,))
    rows = [bill("甲项", DAY), bill("甲项", NEXT, id="A2"), bill("甲项", "2026-04-01")]
    assert [point.quantity for point in points(third, *rows, level=InstitutionLevel.FIRST)] == [2, 1]
    assert points(third, *rows, level=InstitutionLevel.THIRD) == ()


def test_a_kind_of_visit_that_is_not_paid_is_pointed_at() -> None:
    inpatients = rule(ChargeTest.SETTING, settings=("普通住院",))
    assert len(points(inpatients, bill("甲项", DAY, med_type="普通门诊"))) == 1
    assert points(inpatients, bill("甲项", DAY, med_type="普通住院"), bill("甲项", NEXT)) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(0, 3), st.integers(0, 90_000), st.booleans()),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 6),
)
def test_what_is_above_the_limit_is_the_sum_less_the_limit_net_of_refunds(
    charges: list[tuple[int, int, int, bool]], most: int
) -> None:
    first = date(2026, 3, 2)
    rows, standing = [], 0
    for at, (many, day, fen, is_back) in enumerate(charges):
        on = str(first + timedelta(days=day))
        fund = Decimal(fen + 1) / 100
        rows.append(bill("甲项", on, many, fund=fund, settlement=f"S{at}"))
        if is_back:
            rows.append(bill("甲项", on, -many, fund=-fund, settlement=f"S{at}"))
        else:
            standing += many
    found = points(rule(ChargeTest.MORE_THAN, most=Decimal(most), period=ChargePeriod.VISIT), *rows)
    assert sum(point.quantity or 0 for point in found) == max(0, standing - most)
    if found:
        paid = sum(Decimal(fen + 1) / 100 for _, _, fen, is_back in charges if not is_back)
        assert Decimal(0) <= (found[0].amount or Decimal(0)) <= paid
        assert most or found[0].amount == paid
