"""The section of a region's pack that rules duplicate, split and over-standard charges."""

from __future__ import annotations

import re
from decimal import Decimal

from inspector_app.domain.charge_rules import (
    ChargedItem,
    ChargePeriod,
    ChargeRule,
    ChargeRules,
    ChargeTest,
    Sex,
)
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.system.pack_table import Once, Table

_NONE = ChargeRules()
_BESIDE = frozenset({ChargeTest.WITH, ChargeTest.WITHOUT, ChargeTest.INSTEAD_OF})
_OLDEST = 150
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}")


def read_charge_rules(table: Table | None) -> ChargeRules:
    """Read ``[charges]``; a pack without it has no rule about charges."""
    if table is None:
        return _NONE
    ids = Once(set())
    listed = table.tables("rule") if "rule" in table else []
    rules = ChargeRules(rules=tuple(_rule(one, ids) for one in listed))
    table.finish()
    return rules


def _rule(table: Table, ids: Once) -> ChargeRule:
    test = table.choice("test", ChargeTest)
    period = table.choice("period", ChargePeriod, ChargePeriod.DAY)
    beside = table.table_or_none("beside")
    rule = ChargeRule(
        id=ids.check(table, "id", table.text("id")),
        title=table.text("title"),
        title_en=table.text("title_en", ""),
        test=test,
        category=table.text("category"),
        clauses=table.texts("clauses"),
        explanation=table.text("explanation"),
        source=table.text("source", ""),
        item=_item(table.table("item")),
        beside=_item(beside) if beside is not None else ChargedItem(),
        period=period,
        days=table.whole("days", least=1, most=3660, default=1),
        most=table.amount_or_none("most") or Decimal(0),
        per_stay_day=table.flag("per_stay_day", False),
        counts_days=table.flag("counts_days", False),
        one_for_one=table.flag("one_for_one", False),
        least_parts=table.whole("least_parts", least=2, most=50, default=2),
        price=table.amount_or_none("price"),
        sex=table.choice("sex", Sex) if "sex" in table else None,
        age_from=table.whole_or_none("age_from", most=_OLDEST),
        age_below=table.whole_or_none("age_below", most=_OLDEST),
        levels=_levels(table),
        settings=table.texts("settings"),
        enabled=table.flag("enabled", True),
    )
    if not _ID.fullmatch(rule.id):
        raise table.wrong("id", '"A-Z a-z 0-9 . -"')
    table.finish()
    _refuse_unfit(table, rule)
    return rule


def _refuse_unfit(table: Table, rule: ChargeRule) -> None:
    """A rule without what its test needs would silently never hold, or always."""
    if rule.item.is_empty:
        raise table.wrong("item", '{ names = ["…"] }')
    if rule.test in _BESIDE and rule.beside.is_empty:
        raise table.wrong("beside", '{ names = ["…"] }')
    if rule.test is ChargeTest.MORE_THAN and "most" not in table:
        raise table.wrong("most", "1")
    if rule.per_stay_day and rule.period is not ChargePeriod.VISIT:
        raise table.wrong("period", '"visit"')
    if rule.period is ChargePeriod.DAYS and rule.days < 2:
        raise table.wrong("days", "2 …")
    if rule.period is ChargePeriod.DAYS and rule.test is not ChargeTest.MORE_THAN:
        raise table.wrong("period", '"day" | "month" | "year" | "visit"')
    if rule.test is ChargeTest.OVER_PRICE and rule.price is None:
        raise table.wrong("price", "0.00 …")
    if rule.test is ChargeTest.SEX and rule.sex is None:
        raise table.wrong("sex", '"male" | "female"')
    if rule.test is ChargeTest.AGE and rule.age_from is None and rule.age_below is None:
        raise table.wrong("age_from", "0 …")
    if rule.test is ChargeTest.LEVEL and not rule.levels:
        raise table.wrong("levels", '["third", "second"]')
    if rule.test is ChargeTest.SETTING and not rule.settings:
        raise table.wrong("settings", '["住院"]')


def _levels(table: Table) -> tuple[InstitutionLevel, ...]:
    levels = table.texts("levels")
    if not set(levels) <= {level.value for level in InstitutionLevel}:
        raise table.wrong("levels", " | ".join(f'"{level}"' for level in InstitutionLevel))
    return tuple(InstitutionLevel(level) for level in levels)


def _item(table: Table) -> ChargedItem:
    item = ChargedItem(
        codes=table.texts("codes"),
        code_begins=table.texts("code_begins"),
        names=table.texts("names"),
        name_begins=table.texts("name_begins"),
    )
    table.finish()
    return item
