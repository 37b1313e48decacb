"""Billing made by hand for tests of the rules about charges."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from inspector_app.domain.charge_rules import ChargedItem, ChargeRule, ChargeRules, ChargeTest
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.rules import charge_points
from inspector_app.services.packs import DEFAULT_REGION, PackService
from tests.ledgers.dialysis_tables import frame


@cache
def shipped() -> ChargeRules:
    return PackService(Path("/nonexistent")).region(DEFAULT_REGION).charges


def bill(name: str, day: str, quantity: float = 1, **more: Any) -> dict[str, Any]:
    """One charge of 10 yuan a piece, of which the fund paid 8."""
    return {
        "name": name, "date": day, "quantity": quantity, "price": 10, "amount": 10 * quantity,
        "fund": 8 * abs(quantity), "patient": "沈一禾", "id": "A1", "visit": "ZY1",
    } | more  # fmt: skip


def rule(test: ChargeTest, item: str = "甲项", beside: str = "", **more: Any) -> ChargeRule:
    """One rule about whole names."""
    return ChargeRule(
        id="R1",
        title="规则",
        test=test,
        category="duplicate-charge",
        explanation="说明。",
        item=ChargedItem(names=(item,)),
        beside=ChargedItem(names=(beside,)) if beside else ChargedItem(),
        **more,
    )


def points(
    one: ChargeRule, *rows: dict[str, Any], level: InstitutionLevel = InstitutionLevel.UNGRADED
) -> tuple[LedgerPoint, ...]:
    return charge_points(frame(LedgerKind.BILLING, 0, rows), ChargeRules(rules=(one,)), level)
