"""Before leaving: each point is good, or says what to do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inspector_app.domain.document import DocumentType
from inspector_app.domain.people import Role
from inspector_app.services.departure import DepartureService, Look, Point
from inspector_app.system.battery import Battery
from tests.fakes import FakeClock
from tests.services.bureau import Bureau


def _departure(bureau: Bureau, power: Battery | None = None) -> DepartureService:
    return DepartureService(
        bureau.desk,
        workspace=bureau.workspace,
        numbers=bureau.numbers,
        packs=bureau.packs,
        power=lambda: power,
    )


def _look(service: DepartureService, point: Point) -> Look:
    (found,) = [look for look in service.looks() if look.point is point]
    return found


def test_numbers_are_good_only_where_enough_of_this_year_are_left(bureau: Bureau, clock: FakeClock) -> None:
    service = _departure(bureau)
    year = clock.now().year
    before = _look(service, Point.NUMBERS)
    left = sum(
        view.left for view in bureau.numbers.blocks() if view.block.type is DocumentType.RECTIFICATION_NOTICE
    )
    assert before.is_good is (left >= 3)
    bureau.numbers.assign(DocumentType.RECTIFICATION_NOTICE, body="新医保改", year=year, first=1, last=20)
    assert _look(service, Point.NUMBERS).is_good


def test_a_clock_behind_the_last_entry_is_told(bureau: Bureau, clock: FakeClock) -> None:
    service = _departure(bureau)
    assert _look(service, Point.CLOCK).is_good
    bureau.workspace.add_person("祝南星", "YL-TEST-0009", role=Role.INSPECTOR)
    clock.advance(-timedelta(days=400).total_seconds())
    assert not _look(service, Point.CLOCK).is_good


def test_a_year_without_holidays_is_told_before_a_deadline_needs_it(bureau: Bureau, clock: FakeClock) -> None:
    known = bureau.packs.holidays(bureau.packs.region().holidays).years[-1].year
    days = (clock.now().replace(year=known, month=6, day=1) - clock.now()).days
    clock.advance(timedelta(days=days).total_seconds())
    assert _look(_departure(bureau), Point.HOLIDAYS).is_good
    clock.advance(timedelta(days=200).total_seconds())
    look = _look(_departure(bureau), Point.HOLIDAYS)
    assert not look.is_good
    assert str(known + 1) in str(look.words)


def test_work_on_one_laptop_alone_is_told(bureau: Bureau) -> None:
    look = _look(_departure(bureau), Point.COPY)
    assert (look.is_good, look.place) == (False, "safety")


@pytest.mark.parametrize(("percent", "good"), [(95, True), (60, True), (59, False)])
def test_a_low_battery_is_told(bureau: Bureau, percent: int, good: bool) -> None:
    power = Battery(percent=percent, is_plugged_in=False)
    assert _look(_departure(bureau, power), Point.BATTERY).is_good is good


def test_a_machine_without_a_battery_has_no_such_point(bureau: Bureau) -> None:
    assert all(look.point is not Point.BATTERY for look in _departure(bureau).looks())


def test_the_lead_is_known(bureau: Bureau) -> None:
    look = _look(_departure(bureau), Point.LEAD)
    assert look.is_good
    assert "何清越" in str(look.words)
