"""Stays, one by one: what each point says, and whom nobody accuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.region import HeadcountRules
from inspector_app.ledgers.stays import stay_points
from inspector_app.services.packs import DEFAULT_REGION, PackService
from tests.ledgers.charge_tables import bill
from tests.ledgers.dialysis_tables import frame

RULES: HeadcountRules = PackService(Path("/nonexistent")).region(DEFAULT_REGION).headcount
STAY = {"admitted": datetime.fromisoformat("2026-03-01 09:00"), "discharged": date(2026, 3, 4)}
DAYS = tuple(f"2026-03-{day:02d}" for day in range(1, 5))


def points(*rows: dict[str, Any], rules: HeadcountRules = RULES) -> tuple[LedgerPoint, ...]:
    return stay_points(frame(LedgerKind.BILLING, 0, rows), rules)


def stay(**more: Any) -> list[dict[str, Any]]:
    return [bill("护理费", day, **(STAY | more)) for day in DAYS]


def test_a_fee_after_the_discharge_names_its_row_and_the_stay() -> None:
    (point,) = points(*stay(), bill("护理费", "2026-03-06", **STAY))
    assert (point.kind, point.subject, point.amount) == ("stay_fees_outside", "A1", Decimal("8.00"))
    assert [place.row for place in point.rows] == [6]
    assert "2026-03-01入院、2026-03-04出院" in point.explanation


def test_a_stay_that_is_not_over_has_no_days_after_it() -> None:
    assert points(*stay(discharged=None), bill("护理费", "2026-03-06", **STAY | {"discharged": None})) == ()


def test_namesakes_without_numbers_are_not_compared() -> None:
    other = [row | {"id": None, "visit": "ZY2", "institution": "H2"} for row in stay()]
    assert points(*[row | {"id": None} for row in stay()], *other) == ()


def test_two_stays_on_the_same_days_are_worth_the_later_one() -> None:
    later = {"visit": "ZY2", "institution": "H2", "discharged": date(2026, 3, 5)}
    entered = {"admitted": datetime.fromisoformat("2026-03-03 10:00")}
    (point,) = points(*stay(), *[row | later | entered for row in stay()[2:]])
    assert (point.kind, point.quantity, point.amount) == ("stay_overlap", 1, Decimal("16.00"))


def test_what_the_region_has_no_rule_for_is_not_asked() -> None:
    again = [
        bill("护理费", "2026-03-06", visit="ZY2", admitted=datetime.fromisoformat("2026-03-06 08:00"),
             discharged=date(2026, 3, 12))
    ]  # fmt: skip
    assert {point.kind for point in points(*stay(), *again)} == {"stay_readmitted", "stay_no_service"}
    off = replace(RULES, readmission_days=None, no_service_hours=None)
    assert points(*stay(), *again, rules=off) == ()


def test_an_empty_ledger_points_at_nothing() -> None:
    assert points() == ()
