"""Rules about charges in a region's pack: read strictly, the shipped ones whole."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from inspector_app.domain.charge_rules import ChargePeriod, ChargeTest
from inspector_app.domain.errors import UnusableInput
from inspector_app.services.packs import DEFAULT_REGION, PackService
from inspector_app.system.charge_rules_table import read_charge_rules
from inspector_app.system.pack_table import Table
from tests.ledgers.charge_tables import shipped

_RULE = """
[[rule]]
id = "r"
title = "规则"
test = "{test}"
category = "duplicate-charge"
explanation = "说明。"
item = {{ names = ["甲项"] }}
"""


def read(text: str) -> object:
    return read_charge_rules(Table("region.toml", "charges", tomllib.loads(text, parse_float=Decimal)))


def test_a_pack_without_the_section_has_no_rules() -> None:
    assert read_charge_rules(None).rules == ()


def test_the_shipped_rules_cite_clauses_and_categories_that_exist() -> None:
    packs = PackService(Path("/nonexistent"))
    categories = {one.id for one in packs.categories(packs.region(DEFAULT_REGION).categories).categories}
    law = packs.law()
    for rule in shipped().rules:
        assert rule.category in categories, rule.id
        assert rule.clauses, rule.id
        assert all(law.clause(clause) is not None for clause in rule.clauses), rule.id
        assert rule.title_en, rule.id


def test_a_rule_says_what_it_says() -> None:
    rules = read_charge_rules(
        Table(
            "region.toml",
            "charges",
            tomllib.loads(
                _RULE.format(test="more_than").replace(
                    'test = "more_than"', 'test = "more_than"\nmost = 1.5\nperiod = "days"\ndays = 7'
                ),
                parse_float=Decimal,
            ),
        )
    )
    (rule,) = rules.rules
    assert (rule.test, rule.most, rule.period, rule.days) == (
        ChargeTest.MORE_THAN,
        Decimal("1.5"),
        ChargePeriod.DAYS,
        7,
    )


@pytest.mark.parametrize("test", [one.value for one in ChargeTest])
def test_a_rule_without_what_its_test_needs_is_refused(test: str) -> None:
    with pytest.raises(UnusableInput, match="rule"):
        read(_RULE.format(test=test))


@pytest.mark.parametrize(
    "line",
    [
        'test = "sometimes"',
        'test = "with"\nbeside = { names = [] }',
        'test = "with"\nbeside = { name = ["乙"] }',
        'test = "more_than"\nmost = -1',
        'test = "more_than"\nmost = 1\nperiod = "days"',
        'test = "with"\nbeside = { names = ["乙"] }\nperiod = "days"\ndays = 3',
        'test = "more_than"\nmost = 1\nper_stay_day = true',
        'test = "level"\nlevels = ["fourth"]',
        'test = "more_than"\nmost = 1\nmsot = 2',
    ],
)
def test_a_rule_that_contradicts_itself_or_is_misspelt_is_refused(line: str) -> None:
    with pytest.raises(UnusableInput):
        read(_RULE.format(test="x").replace('test = "x"', line))


def test_two_rules_never_share_their_identity() -> None:
    one = _RULE.format(test="more_than").replace('id = "r"', 'id = "r"\nmost = 1')
    with pytest.raises(UnusableInput):
        read(one + one)
