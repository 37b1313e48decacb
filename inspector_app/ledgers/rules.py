"""Duplicate, split and over-standard charges: what the rules of a region point at in a billing ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

import polars as pl

from inspector_app.domain.charge_rules import ChargePeriod, ChargeRule, ChargeRules, ChargeTest
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.charge_people import has_other_age, has_other_sex
from inspector_app.ledgers.charge_points import Row, charge_point, number, whole
from inspector_app.ledgers.charge_rows import BESIDE, ITEM, charge_rows

_ONE = 10_000
_Found = Iterator[LedgerPoint]


def charge_points(
    billed: pl.LazyFrame, rules: ChargeRules, level: InstitutionLevel = InstitutionLevel.UNGRADED
) -> tuple[LedgerPoint, ...]:
    """Return every hit with its rows and arithmetic, rule by rule in the order of the pack."""
    asked = [rule for rule in rules.rules if rule.enabled and level not in _spared(rule)]
    if not asked:
        return ()
    known = charge_rows(billed, asked)
    found: list[LedgerPoint] = []
    for at, rule in enumerate(asked):
        mine = known.parts.filter(pl.col("rule") == at)
        item = known.rows.join(mine.filter(pl.col("part") == ITEM), on="item", how="semi")
        beside = known.rows.join(mine.filter(pl.col("part") == BESIDE), on="item", how="semi")
        # What the fund paid nothing for is nobody's claim against the fund.
        item = item.filter(pl.col("fund_left_e4").is_null() | (pl.col("fund_left_e4") > 0))
        found += _TESTS[rule.test](rule, item, beside)
    return tuple(found)


def _spared(rule: ChargeRule) -> tuple[InstitutionLevel, ...]:
    return rule.levels if rule.test is ChargeTest.LEVEL else ()


def _period(rule: ChargeRule) -> pl.Expr:
    day = pl.col("date")
    return {
        ChargePeriod.DAY: day.dt.to_string("%Y-%m-%d"),
        ChargePeriod.DAYS: pl.lit(""),
        ChargePeriod.MONTH: day.dt.to_string("%Y-%m"),
        ChargePeriod.YEAR: day.dt.to_string("%Y"),
        ChargePeriod.VISIT: pl.col("visit_key"),
    }[rule.period].alias("period")


_KEYS = ["person", "period"]


def _groups(rows: pl.DataFrame) -> Iterator[tuple[tuple[str, str], list[Row]]]:
    """Rows of one person and period together, in the order in which they were charged."""
    ordered = rows.sort("person", "period", "date", "time", "at", nulls_last=True)
    for key, group in groupby(
        ordered.iter_rows(named=True), key=lambda row: (str(row["person"]), str(row["period"]))
    ):
        yield key, list(group)


def _with(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    item, beside = item.with_columns(_period(rule)), beside.with_columns(_period(rule))
    # A row that is both stands for itself and covers nothing of its own.
    beside = beside.join(item.select("at"), on="at", how="anti")
    both = item.join(beside.select(_KEYS).unique(), on=_KEYS, how="semi")
    covers = dict(_groups(beside.join(both.select(_KEYS).unique(), on=_KEYS, how="semi")))
    for key, rows in _groups(both):
        charged, covered = _sum(rows), covers[key]
        taken = min(charged, _sum(covered)) if rule.one_for_one else charged
        said = f"已收取{_names(covered)}{number(_sum(covered))}，又收取{_names(rows)}{number(charged)}"
        if rule.one_for_one:
            said += f"，一次抵一次，重复{number(taken)}"
        yield charge_point(rule, _last(rows, taken), said, beside=covered)


def _without(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    item, beside = item.with_columns(_period(rule)), beside.with_columns(_period(rule))
    for _, rows in _groups(item.join(beside.select(_KEYS).unique(), on=_KEYS, how="anti")):
        needed = (*rule.beside.names, *rule.beside.codes, *rule.beside.name_begins, "前提项目")[0]
        said = f"收取{_names(rows)}{number(_sum(rows))}，同期未收取{needed}等项目"
        yield charge_point(rule, _all(rows), said)


def _instead_of(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    item, beside = item.with_columns(_period(rule)), beside.with_columns(_period(rule))
    parts = (
        item.join(beside.select(_KEYS).unique(), on=_KEYS, how="anti")
        .with_columns(part_name=pl.coalesce("name", "code", "local_code"))
        .filter(pl.col("part_name").n_unique().over(_KEYS) >= rule.least_parts)
    )
    for _, rows in _groups(parts):
        many = len({row["part_name"] for row in rows})
        said = f"拆分为{_names(rows)}共{many}个单项收取"
        if rule.price is None:
            yield charge_point(rule, _all(rows), f"{said}，未设定组合项目价格，差额待核", has_amount=False)
            continue
        charged = sum((_charged(row) for row in rows), Fraction(0))
        due = Fraction(rule.price)
        if charged > due:
            said += f"，合计{_yuan(charged)}元，组合项目{_yuan(due)}元，多收{_yuan(charged - due)}元"
            share = (charged - due) / charged
            yield charge_point(rule, [(row, _left(row), share) for row in rows], said)


def _more_than(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    del beside
    item = item.with_columns(_period(rule))
    many = pl.col("date").n_unique() * _ONE if rule.counts_days else pl.col("left_e4").sum()
    above = item.filter(many.over(_KEYS) > int(rule.most * _ONE))
    for _, rows in _groups(above):
        windows = _windows(rows, rule) if rule.period is ChargePeriod.DAYS else [rows]
        for window in windows:
            yield from _above(rule, window)


def _windows(rows: Sequence[Row], rule: ChargeRule) -> Iterator[list[Row]]:
    """Stretches of so many days that have too much, none overlapping another, the earliest first."""
    at = 0
    while at < len(rows):
        first = _day(rows[at])
        stretch = [row for row in rows[at:] if (_day(row) - first).days < rule.days]
        if _count(rule, stretch) > Fraction(rule.most):
            yield stretch
            at += len(stretch)
        else:
            at += 1


def _above(rule: ChargeRule, rows: list[Row]) -> _Found:
    allowed, told = Fraction(rule.most), "不超过"
    if rule.per_stay_day:
        days = _stay_days(rows)
        if days is None:
            return
        allowed, told = allowed * days, f"住院{days}日，不超过"
    counted = _count(rule, rows)
    if counted <= allowed:
        return
    unit = "日" if rule.counts_days else ""
    limit, over = f"{told}{number(allowed)}{unit}", f"超出{number(counted - allowed)}{unit}"
    said = f"计收{_names(rows)}{number(counted)}{unit}，{limit}，{over}"
    if rule.counts_days:
        kept = sorted({_day(row) for row in rows})[: int(allowed)]
        yield charge_point(rule, _all([row for row in rows if _day(row) not in kept]), said, beside=rows)
    else:
        yield charge_point(rule, _last(rows, counted - allowed), said, beside=rows)


def _over_price(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    del beside
    limit = Fraction(rule.price or 0)
    unit = pl.coalesce("price_e4", (pl.col("amount_e4").abs() * _ONE) // pl.col("quantity_e4").abs())
    dear = item.with_columns(unit_e4=unit, period=pl.col("visit_key")).filter(
        pl.col("unit_e4") > int(limit * _ONE)
    )
    for _, rows in _groups(dear):
        taken = []
        for row in rows:
            price = Fraction(whole(row["unit_e4"]), _ONE)
            taken.append((row, _left(row), (price - limit) / price))
        highest = max(whole(row["unit_e4"]) for row in rows)
        prices = f"按单价{_yuan(Fraction(highest, _ONE))}元计收，规定不超过{_yuan(limit)}元"
        said = f"{_names(rows)}{prices}，数量{number(_sum(rows))}"
        yield charge_point(rule, taken, said)


def _sex(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    del beside
    if rule.sex is not None:
        yield from _of_visits(rule, item.filter(has_other_sex(rule.sex)), "sex", "登记性别")


def _age(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    del beside
    aged = has_other_age(item, rule.age_from, rule.age_below)
    yield from _of_visits(rule, aged, "years", "收费时周岁")


def _setting(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    del beside
    elsewhere = item.filter(pl.col("med_type").is_not_null() & ~pl.col("med_type").is_in(rule.settings))
    yield from _of_visits(rule, elsewhere, "med_type", "医疗类别")


def _of_visits(rule: ChargeRule, rows: pl.DataFrame, column: str, called: str) -> _Found:
    for _, group in _groups(rows.with_columns(period=pl.col("visit_key"))):
        words = "、".join(dict.fromkeys(str(row[column]) for row in group))
        yield charge_point(rule, _all(group), f"收取{_names(group)}{number(_sum(group))}，{called}为{words}")


def _level(rule: ChargeRule, item: pl.DataFrame, beside: pl.DataFrame) -> _Found:
    """By month, not by person: it is the institution that may not."""
    del beside
    where = pl.col("institution_code").fill_null("")
    monthly = item.with_columns(person=where, period=pl.col("date").dt.to_string("%Y-%m"))
    for (institution, month), rows in _groups(monthly):
        said = f"{month}收取{_names(rows)}{number(_sum(rows))}，本机构级别不得收取"
        yield charge_point(rule, _all(rows), said, subject=institution or "本机构")


_TESTS: Mapping[ChargeTest, Callable[[ChargeRule, pl.DataFrame, pl.DataFrame], _Found]] = {
    ChargeTest.WITH: _with,
    ChargeTest.WITHOUT: _without,
    ChargeTest.INSTEAD_OF: _instead_of,
    ChargeTest.MORE_THAN: _more_than,
    ChargeTest.OVER_PRICE: _over_price,
    ChargeTest.SEX: _sex,
    ChargeTest.AGE: _age,
    ChargeTest.LEVEL: _level,
    ChargeTest.SETTING: _setting,
}


def _count(rule: ChargeRule, rows: Sequence[Row]) -> Fraction:
    return Fraction(len({_day(row) for row in rows})) if rule.counts_days else _sum(rows)


def _stay_days(rows: Sequence[Row]) -> int | None:
    """Days of the stay, the first and the last one too; nothing where the ledger does not say."""
    admitted = [str(row["admitted"])[:10] for row in rows if row["admitted"] is not None]
    discharged = [str(row["discharged"]) for row in rows if row["discharged"] is not None]
    if not admitted or not discharged:
        return None
    return max(1, (date.fromisoformat(max(discharged)) - date.fromisoformat(min(admitted))).days + 1)


def _last(rows: Sequence[Row], many: Fraction) -> list[tuple[Row, Fraction, Fraction]]:
    """The latest charges that make up a quantity; of the first of them perhaps only a part."""
    taken: list[tuple[Row, Fraction, Fraction]] = []
    for row in reversed(rows):
        if many <= 0:
            break
        part = min(_left(row), many)
        taken.append((row, part, Fraction(1)))
        many -= part
    return taken[::-1]


def _all(rows: Sequence[Row]) -> list[tuple[Row, Fraction, Fraction]]:
    return [(row, _left(row), Fraction(1)) for row in rows]


def _left(row: Row) -> Fraction:
    return Fraction(whole(row["left_e4"]), _ONE)


def _sum(rows: Sequence[Row]) -> Fraction:
    return sum((_left(row) for row in rows), Fraction(0))


def _charged(row: Row) -> Fraction:
    """What the row charges for what refunds left of it, whoever paid."""
    quantity = abs(whole(row["quantity_e4"]))
    amount, price = row["amount_e4"], row["price_e4"]
    left = Fraction(whole(row["left_e4"]), quantity)
    if isinstance(amount, int):
        return Fraction(abs(amount), _ONE) * left
    return Fraction(price, _ONE) * _left(row) if isinstance(price, int) else Fraction(0)


def _day(row: Row) -> date:
    return date.fromisoformat(str(row["date"]))


def _names(rows: Sequence[Row]) -> str:
    names = list(dict.fromkeys(str(row["name"] or row["code"] or row["local_code"]) for row in rows))
    return "、".join(names[:3]) + ("等" if len(names) > 3 else "")


def _yuan(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"
