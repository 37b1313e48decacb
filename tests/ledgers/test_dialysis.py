"""The dialysis reconciliation on small ledgers: what counts, what is the same, and what is never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import RowPlace
from tests.ledgers.dialysis_tables import (
    bought,
    dialyser,
    hd,
    kinds,
    reconciled,
    session,
    shipped,
    with_included,
)

DAY, NEXT, LATER = "2026-02-10", "2026-02-12", "2026-02-20"


def test_a_session_without_a_record_is_pointed_at_with_its_rows_and_what_the_fund_settled() -> None:
    result = reconciled(billed=[hd(DAY), hd(LATER)], records=[session(DAY)])
    (point,) = result.points
    assert (point.kind, point.subject, point.quantity) == ("dialysis_billed_not_recorded", "沈一禾（A1）", 1)
    assert point.amount == Decimal("340.00")
    assert point.rows == (RowPlace(file=0, sheet=0, row=3),)
    assert "计费透析2次" in point.explanation
    assert "治疗记录1次" in point.explanation


def test_the_counts_of_a_month_stand_beside_each_other() -> None:
    result = reconciled(
        billed=[hd(DAY), dialyser(DAY, "F6"), hd(LATER)], records=[session(DAY)], schedule=[session(DAY)]
    )
    (count,) = result.counts
    assert (count.patient, count.number, count.month) == ("沈一禾", "A1", "2026-02")
    assert (count.billed, count.recorded, count.scheduled, count.dialysers) == (2, 1, 1, 1)
    assert not count.agrees
    assert len(count.rows) == 5


def test_a_refund_takes_its_bill_away_wherever_it_was_booked() -> None:
    refund = hd("2026-03-05", quantity=-1, amount=-400, fund=-340, settlement="S2")
    billed = [hd(DAY, settlement="S1"), hd(DAY, settlement="S2"), refund, hd("2026-03-04")]
    assert not reconciled(billed=billed, records=[session(DAY), session("2026-03-04")]).points


def test_a_refund_may_be_flagged_or_named_otherwise_than_its_bill() -> None:
    records = [session(DAY), session(LATER)]
    flagged = [hd(DAY), hd(LATER), hd(NEXT), hd(NEXT, refund=True)]
    cancelled = [hd(DAY), hd(LATER), hd(NEXT, refund=True), hd(NEXT, quantity=-1)]
    renamed = [hd(DAY), hd(LATER), hd(NEXT), hd(NEXT, name="血液透析费", quantity=-1)]
    for billed in (flagged, cancelled, renamed):
        result = reconciled(billed=billed, records=records)
        assert not result.points
        assert result.counts[0].billed == 2


def test_a_bill_of_the_day_after_over_the_edge_of_a_month_accuses_nobody() -> None:
    billed = [hd("2026-02-01"), hd("2026-02-12")]
    result = reconciled(billed=billed, records=[session("2026-01-31"), session(NEXT)])
    assert not result.points
    assert [(one.month, one.billed, one.recorded) for one in result.counts] == [
        ("2026-01", 1, 1),
        ("2026-02", 1, 1),
    ]


def test_who_bills_by_the_month_on_its_last_day_is_not_accused_of_the_next_month_s_sessions() -> None:
    days = [f"2026-{at:02d}-{day:02d}" for at in (1, 2, 3) for day in range(1, 27, 2)]
    billed = [
        hd(f"2026-{at:02d}-{last}", quantity=13, fund=13 * 340) for at, last in ((1, 31), (2, 28), (3, 31))
    ]
    assert not reconciled(billed=billed, records=[session(day) for day in days]).points
    billed[1] = hd("2026-02-28", quantity=14, fund=14 * 340)
    (point,) = reconciled(billed=billed, records=[session(day) for day in days]).points
    assert (point.quantity, point.amount, point.period) == (1, Decimal("340.00"), "2026-02-28")


def test_a_perfusion_beside_a_dialysis_is_no_session_of_its_own_and_alone_it_is_one() -> None:
    perfusion = hd(DAY, code="003110000100000", name="血液灌流", fund=425)
    both = reconciled(billed=[hd(DAY), perfusion], records=[session(DAY, mode="HD+HP")])
    assert not both.points
    assert both.counts[0].billed == 1
    assert reconciled(billed=[perfusion], records=[session(DAY, mode="血液灌流")]).counts[0].billed == 1
    assert kinds(reconciled(billed=[hd(DAY), perfusion], records=[session(DAY)])) == ["dialysis_mode"]


def test_a_month_without_any_record_is_told_and_not_compared() -> None:
    result = reconciled(billed=[hd(DAY), hd("2026-04-10")], records=[session(DAY)])
    assert not result.points
    assert result.months_not_covered == ("2026-04",)


def test_who_is_never_billed_is_no_patient_of_the_fund() -> None:
    own = session(DAY, patient="顾南枝", id="B2")
    assert not reconciled(billed=[hd(DAY)], records=[session(DAY), own]).points


def test_numbers_keep_namesakes_apart() -> None:
    billed = [hd(DAY), hd(DAY, id="A2"), hd(LATER, id="A2")]
    records = [session(DAY), session(LATER), session(DAY, id="A2")]
    assert kinds(reconciled(billed=billed, records=records)) == [
        "dialysis_billed_not_recorded",
        "dialysis_recorded_not_billed",
    ]


def test_where_records_have_numbers_of_their_own_a_name_with_several_numbers_is_compared_together() -> None:
    billed = [hd(DAY), hd(LATER, id="A2")]
    result = reconciled(billed=billed, records=[session(DAY, id="TX1"), session(LATER, id="TX1")])
    assert not result.points
    assert len({one.number for one in result.counts}) == 1


@pytest.mark.parametrize(
    ("recorded", "billed", "is_same"),
    [
        ("FX80", "fx-80 1.8㎡", True),
        ("FX80", "ＦＸ80", True),
        ("FX 80", "FX80", True),
        ("FX8", "FX80", False),
        ("F6", "F60S", False),
        ("F6 1.3㎡", "F7 1.3㎡", False),
    ],
)
def test_models_are_the_same_as_whole_tokens_only(recorded: str, billed: str, *, is_same: bool) -> None:
    result = reconciled(billed=[hd(DAY), dialyser(DAY, billed)], records=[session(DAY, model=recorded)])
    found = set(kinds(result)) & {"dialysis_model", "dialysis_flux"}
    assert bool(found) is not is_same


def test_what_was_billed_with_an_invented_session_is_not_said_again() -> None:
    perfusion = hd(NEXT, code="003110000100000", name="血液灌流")
    result = reconciled(billed=[hd(DAY), hd(NEXT), perfusion, dialyser(NEXT, "F8")], records=[session(DAY)])
    assert kinds(result) == ["dialysis_billed_not_recorded"]


def test_a_breathing_filter_is_no_dialyser() -> None:
    breathing = hd(DAY, code="", name="呼吸过滤器", spec="HME15")
    result = reconciled(billed=[hd(DAY), breathing], records=[session(DAY)], purchases=[bought("F6", 3)])
    assert not result.points
    assert result.counts[0].dialysers is None


def test_high_flux_billed_where_low_flux_was_used() -> None:
    result = reconciled(billed=[hd(DAY), dialyser(DAY, "FX80")], records=[session(DAY, model="FX8")])
    (point,) = result.points
    assert (point.kind, point.amount) == ("dialysis_flux", Decimal("96.00"))
    service = hd(DAY, code="", name="高通量血液透析")
    assert kinds(reconciled(billed=[service], records=[session(DAY, flux="低通")])) == ["dialysis_flux"]


def test_a_record_that_names_no_model_or_an_unknown_mode_is_not_compared() -> None:
    record = session(DAY, model="", mode="机采")
    result = reconciled(billed=[hd(DAY), dialyser(DAY, "F6")], records=[record])
    assert not result.points
    assert ("unknown_mode", 1) in result.set_aside


def test_a_model_without_purchase_or_opening_stock_is_pointed_at() -> None:
    billed, records = [hd(DAY), dialyser(DAY, "F6")], [session(DAY)]
    assert kinds(reconciled(billed=billed, records=records, purchases=[bought("F60S", 5)])) == [
        "dialysis_model_not_purchased"
    ]
    stocked = [bought("F6", 0, opening=4, closing=3)]
    assert not reconciled(billed=billed, records=records, purchases=[bought("F60S", 5)], stock=stocked).points
    assert not reconciled(billed=billed, records=records, purchases=[bought("", 5)]).points


def test_what_was_used_up_is_compared_with_the_sessions_model_by_model() -> None:
    records = [session(DAY), session(NEXT)]
    stock = [bought("F6", 0, opening=3, closing=5)]
    result = reconciled(billed=[hd(DAY), hd(NEXT)], records=records, purchases=[bought("F6", 3)], stock=stock)
    (point,) = result.points
    assert (point.kind, point.subject, point.quantity) == ("dialysis_consumption", "F6", 1)
    assert "期初3+购进3-退货及损耗0-期末实盘5=消耗1支" in point.explanation
    boxes = [bought("F6", 1, unit="箱")]
    unknown = reconciled(billed=[hd(DAY), hd(NEXT)], records=records, purchases=boxes, stock=stock)
    assert not unknown.points
    assert ("unknown_unit", 1) in unknown.set_aside


def test_snapshots_and_losses_tell_what_was_used_up_too() -> None:
    snapshots = [bought("F6", 9, date="2026-01-31"), bought("F6", 6, date="2026-02-28")]
    loss = bought("F6", 1, date=DAY) | {"change": "loss"}
    before = session("2026-01-20")
    result = reconciled(
        billed=[hd("2026-01-20"), hd(DAY), hd(NEXT)],
        records=[before, session(DAY), session(NEXT)],
        purchases=[bought("F6", 50)],
        stock=snapshots,
        changes=[loss],
    )
    assert not result.points


def test_an_opening_figure_and_a_dated_count_go_together() -> None:
    stock = [bought("F6", 0, opening=3, date=None), bought("F6", 4, date="2026-02-28")]
    result = reconciled(
        billed=[hd(DAY), hd("2026-03-02")],
        records=[session(DAY), session("2026-03-02")],
        purchases=[bought("F6", 2)],
        stock=stock,
    )
    assert not result.points
    assert result.models[0].consumed == 1


@given(
    opening=st.integers(0, 50),
    purchased=st.integers(1, 50),
    returned=st.integers(0, 20),
    counted=st.integers(0, 50),
)
@settings(max_examples=25, deadline=None)
def test_used_up_is_opening_and_purchases_without_returns_and_count(
    opening: int, purchased: int, returned: int, counted: int
) -> None:
    result = reconciled(
        billed=[hd(DAY)],
        records=[session(DAY)],
        purchases=[bought("F6", purchased), bought("F6", -returned)]
        if returned
        else [bought("F6", purchased)],
        stock=[bought("F6", 0, opening=opening, closing=counted)],
    )
    (use,) = result.models
    assert use.consumed == opening + purchased - returned - counted
    assert ("dialysis_consumption" in kinds(result)) is (use.consumed != 1)


def test_more_needles_than_sessions_need_and_any_by_catheter() -> None:
    needles = hd(DAY, code="", name="内瘘穿刺针", quantity=4, fund=20)
    result = reconciled(billed=[hd(DAY), needles], records=[session(DAY)])
    (point,) = result.points
    assert (point.kind, point.quantity, point.amount) == ("dialysis_materials", 2, Decimal("10.00"))
    by_catheter = reconciled(billed=[hd(DAY), needles], records=[session(DAY, access="股静脉导管")])
    assert by_catheter.points[0].quantity == 4


def test_materials_beside_a_price_that_covers_them_are_charged_twice() -> None:
    billed, records = [hd(DAY), dialyser(DAY, "F6")], [session(DAY)]
    (point,) = reconciled(with_included(shipped()), billed=billed, records=records).points
    assert (point.kind, point.amount) == ("dialysis_included", Decimal("96.00"))
    assert len(point.rows) == 2


def test_caps_are_the_region_s() -> None:
    days = [f"2026-02-{day:02d}" for day in range(1, 16)]
    billed, records = [hd(day) for day in days], [session(day) for day in days]
    (point,) = reconciled(billed=billed, records=records).points
    assert (point.kind, point.quantity, point.amount) == ("dialysis_cap", 1, Decimal("340.00"))
    unlimited = replace(shipped(), sessions_per_month=None)
    assert not reconciled(unlimited, billed=billed, records=records).points


def test_what_the_fund_did_not_pay_costs_it_nothing() -> None:
    own = hd(LATER, fund=None, self_pay=True)
    assert reconciled(billed=[hd(DAY), own], records=[session(DAY)]).points[0].amount == 0


@pytest.mark.parametrize(
    ("words", "is_known"),
    [("HD（低通）", True), ("血液透析+血液灌流", True), ("HD/机采", False), ("透析机", False)],
)
def test_modes_are_whole_words(words: str, *, is_known: bool) -> None:
    result = reconciled(billed=[hd(DAY)], records=[session(DAY, mode=words)])
    assert bool(result.set_aside) is not is_known


def test_death_and_stays_elsewhere_leave_no_room_for_a_bill() -> None:
    died = {"patient": "沈一禾", "id": "A1", "date": "2026-02-11"}
    result = reconciled(billed=[hd(DAY), hd(LATER)], records=[session(DAY), session(LATER)], deaths=[died])
    assert kinds(result) == ["dialysis_after_death"]
    stay = hd(DAY, name="床位费", code="001109000010000", institution="H2") | {
        "admitted": date(2026, 2, 9),
        "discharged": date(2026, 2, 13),
    }
    billed = [hd(day, institution="H1") for day in ("2026-02-09", DAY, NEXT, "2026-02-13")]
    records = [session(day) for day in ("2026-02-09", DAY, NEXT, "2026-02-13")]
    (point,) = reconciled(billed=[*billed, stay], records=records).points
    assert (point.kind, point.quantity) == ("dialysis_stay_elsewhere", 2)


def test_a_stay_without_its_days_is_as_long_as_what_was_billed_there() -> None:
    there = {
        "name": "床位费",
        "code": "001109000010000",
        "institution": "H2",
        "med_type": "住院",
        "visit": "Z1",
    }
    stay = [hd("2026-02-09") | there, hd("2026-02-14") | there]
    billed = [hd(DAY, institution="H1"), hd("2026-02-14", institution="H1")]
    records = [session(DAY), session("2026-02-14")]
    (point,) = reconciled(billed=[*billed, *stay], records=records).points
    assert (point.kind, point.quantity) == ("dialysis_stay_elsewhere", 1)


def test_a_limit_is_everybody_s_own_where_one_name_is_compared_together() -> None:
    days = [f"2026-02-{day:02d}" for day in range(1, 11)]
    billed = [hd(day, id=number) for day in days for number in ("A1", "A2")]
    records = [session(day, id=number, machine=number) for day in days for number in ("TX1", "TX2")]
    assert not reconciled(billed=billed, records=records).points


def test_a_model_counts_as_bought_under_any_name() -> None:
    billed, records = [hd(DAY), dialyser(DAY, "QH15")], [session(DAY, model="")]
    purchases = [bought("F6", 1), {"name": "某型血透耗材", "spec": "QH15", "unit": "支", "quantity": 5}]
    assert not reconciled(billed=billed, records=records, purchases=purchases).points


def test_without_any_known_service_nothing_is_computed() -> None:
    with pytest.raises(UnusableInput, match="No billed row is a dialysis service"):
        reconciled(billed=[hd(DAY, code="", name="床位费")], records=[session(DAY)])
