"""What stands in the bills beside the sessions: materials, caps, 促红素, bills after death, during a stay."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from inspector_app.domain.dialysis_rules import (
    DialysisMaterial,
    DialysisMode,
    DialysisRules,
    MaterialKind,
)
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.dialysis_rows import Bill, Death, Session, Stay
from inspector_app.ledgers.dialysis_sessions import (
    BilledOne,
    HeldOne,
    PersonSessions,
    days_text,
    money,
    month,
    unique,
)
from inspector_app.ledgers.dialysis_stock import decimal

Shown = Callable[[str], str]
_NAMES = {
    MaterialKind.DIALYSER: "透析器",
    MaterialKind.FILTER: "血滤器",
    MaterialKind.LINES: "血液透析管路",
    MaterialKind.NEEDLE: "穿刺针",
    MaterialKind.CARE_PACK: "护理包",
    MaterialKind.PERFUSER: "灌流器",
}
_EPO_DAYS = 7
"""A dose may be fetched so many days away from a session of the month before or after."""


def material_points(
    people: Sequence[PersonSessions],
    bills: Sequence[Bill],
    perfusions: Mapping[str, Mapping[str, int]],
    rules: DialysisRules,
    shown: Shown,
) -> Iterator[LedgerPoint]:
    """Materials beyond what the sessions need, counted over all months so that a late bill accuses nobody."""
    sessions = {one.person: one for one in people}
    groups: dict[tuple[str, MaterialKind], list[Bill]] = defaultdict(list)
    for bill in bills:
        if bill.item.material is not None and bill.item.rule is not None:
            groups[bill.person, bill.item.material].append(bill)
    for (person, kind), mine in sorted(groups.items()):
        rule = next(one.item.rule for one in mine if one.item.rule is not None)
        one = sessions.get(person)
        if rule.per_session is None:
            continue
        allowed = _allowed(one, rule, perfusions.get(person, {}))
        by_month: dict[str, Fraction] = defaultdict(Fraction)
        # The same few quantities stand in most bills: fractions are added once for each of them.
        for (at, left), times in Counter((month(bill.day), bill.left) for bill in mine).items():
            by_month[at] += left * times
        over = sum(by_month.values(), Fraction(0)) - sum(allowed.values(), Fraction(0))
        beyond = sorted(((many - allowed.get(at, Fraction(0))), at) for at, many in by_month.items())
        for excess, at in reversed(beyond):
            taken = min(excess, over)
            if taken <= 0:
                break
            over -= taken
            yield _materials(shown(person), kind, rule, at, taken, mine, by_month[at], allowed.get(at))


def _materials(
    who: str,
    kind: MaterialKind,
    rule: DialysisMaterial,
    at: str,
    excess: Fraction,
    bills: Sequence[Bill],
    billed: Fraction,
    allowed: Fraction | None,
) -> LedgerPoint:
    mine = [bill for bill in bills if month(bill.day) == at]
    worth, left = Fraction(0), excess
    for bill in sorted(mine, key=lambda bill: bill.price):
        taken = min(left, bill.left)
        worth += taken * bill.price
        left -= taken
    return LedgerPoint(
        kind="dialysis_materials",
        subject=who,
        ward_or_item=_NAMES[kind],
        first=min(bill.day for bill in mine),
        last=max(bill.day for bill in mine),
        quantity=decimal(excess),
        amount=money(worth),
        rows=unique(place for bill in mine for place in bill.places),
        rule="dialysis-bill-of-materials",
        explanation=(
            f"{who}{at}计费{_NAMES[kind]}{_text(billed)}，按透析次数和每次用量（{rule.per_session}）"
            f"应不超过{_text(allowed or Fraction(0))}，多计{_text(excess)}。"
        ),
    )


def _allowed(
    one: PersonSessions | None, rule: DialysisMaterial, perfusions: Mapping[str, int]
) -> dict[str, Fraction]:
    """What the sessions of each month may use; billed or recorded, whichever are more."""
    each = Fraction(rule.per_session or 0)
    if rule.modes == (DialysisMode.HP,):
        return {at: each * many for at, many in perfusions.items()}
    found: dict[str, Fraction] = defaultdict(Fraction)
    if one is None:
        return found
    by_catheter = each if rule.per_session_by_catheter is None else Fraction(rule.per_session_by_catheter)
    uses = Counter((month(held.day), held.session.has_catheter) for held in one.recorded if _uses(held, rule))
    # A bill without a record is pointed at as a session; what goes with it is not said twice.
    uses.update((month(bill.day), False) for bill in one.over if not rule.modes or bill.mode in rule.modes)
    for (at, has_catheter), times in uses.items():
        found[at] += (by_catheter if has_catheter else each) * times
    return found


def _uses(held: HeldOne, rule: DialysisMaterial) -> bool:
    modes = held.session.modes
    return not rule.modes or modes is None or bool(modes & set(rule.modes))


def perfusions_of(bills: Sequence[Bill], records: Sequence[Session]) -> dict[str, dict[str, int]]:
    """Perfusions of each person by month, billed or recorded, whichever are more."""
    billed: dict[tuple[str, str], int] = defaultdict(int)
    held: dict[tuple[str, str], int] = defaultdict(int)
    for bill in bills:
        if bill.item.mode is DialysisMode.HP:
            billed[bill.person, month(bill.day)] += int(bill.left)
    for one in records:
        if one.modes is None or DialysisMode.HP in one.modes:
            held[one.person, month(one.day)] += one.units
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for person, at in billed.keys() | held.keys():
        found[person][at] = max(billed[person, at], held[person, at])
    return found


def included_points(bills: Sequence[Bill], edge: int, shown: Shown) -> Iterator[LedgerPoint]:
    """Materials billed beside a service whose price covers them."""
    covering: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        if bill.item.service is not None and bill.item.service.includes_materials:
            covering[bill.person].append(bill)
    found: dict[tuple[str, str], list[tuple[Bill, Bill]]] = defaultdict(list)
    for bill in bills:
        if bill.item.material is None:
            continue
        near = min(
            covering.get(bill.person, ()), key=lambda other: abs((other.day - bill.day).days), default=None
        )
        if near is not None and abs((near.day - bill.day).days) <= edge:
            found[bill.person, month(bill.day)].append((bill, near))
    for (person, at), pairs in sorted(found.items()):
        who, mine = shown(person), [bill for bill, _ in pairs]
        names = "、".join(dict.fromkeys(bill.item.name for bill in mine))
        yield LedgerPoint(
            kind="dialysis_included",
            subject=who,
            ward_or_item=_named(mine),
            first=min(bill.day for bill in mine),
            last=max(bill.day for bill in mine),
            quantity=decimal(sum((bill.left for bill in mine), Fraction(0))),
            amount=money(sum((bill.worth for bill in mine), Fraction(0))),
            rows=unique(place for pair in pairs for bill in pair for place in bill.places),
            rule="dialysis-price-includes",
            explanation=f"{who}{at}在已含耗材的{pairs[0][1].item.name}之外另行收取{names}，属重复收费。",
        )


def cap_points(
    people: Sequence[PersonSessions], bills: Sequence[Bill], rules: DialysisRules, shown: Shown
) -> Iterator[LedgerPoint]:
    """Sessions of a month beyond what the region allows without a special agreement."""
    for one in people:
        months: dict[tuple[str, str], list[BilledOne]] = defaultdict(list)
        for billed in one.billed:
            # People of one name may be compared together; a limit is everybody's own.
            months[one.month_of(billed), billed.bill.number].append(billed)
        for (at, _number), ones in sorted(months.items()):
            if rules.sessions_per_month is not None and len(ones) > rules.sessions_per_month:
                prices = sorted(billed.bill.price for billed in ones)
                rows = unique(place for billed in ones for place in billed.bill.places)
                yield _cap(shown(one.person), at, "透析", prices, rules.sessions_per_month, rows)
    caps = {one.mode: one.cap_per_month for one in rules.services if one.cap_per_month is not None}
    by_mode: dict[tuple[str, str, str, DialysisMode], list[Bill]] = defaultdict(list)
    for bill in bills:
        if bill.item.mode in caps:
            by_mode[bill.person, bill.number, month(bill.day), bill.item.mode].append(bill)
    for (person, _number, at, mode), mine in sorted(by_mode.items()):
        prices = sorted(bill.price for bill in mine for _ in range(int(bill.left)))
        cap = caps[mode]
        if cap is not None and len(prices) > cap:
            rows = unique(place for bill in mine for place in bill.places)
            yield _cap(shown(person), at, mode.value, prices, cap, rows)


def _cap(
    who: str, at: str, what: str, prices: Sequence[Fraction], cap: int, rows: tuple[RowPlace, ...]
) -> LedgerPoint:
    excess = len(prices) - cap
    first = date.fromisoformat(f"{at}-01")
    return LedgerPoint(
        kind="dialysis_cap",
        subject=who,
        ward_or_item=what,
        first=first,
        last=(first + timedelta(days=31)).replace(day=1) - timedelta(days=1),
        quantity=Decimal(excess),
        amount=money(sum(prices[:excess], Fraction(0))),
        rows=rows,
        rule="dialysis-cap",
        explanation=f"{who}{at}{what}计费{len(prices)}次，超过每月{cap}次的规定{excess}次，需核实会诊备案。",
    )


def epo_points(
    bills: Sequence[Bill], records: Sequence[Session], covered: set[str], shown: Shown
) -> Iterator[LedgerPoint]:
    """促红素 billed in a month in which no treatment of the person is recorded."""
    days: dict[str, list[date]] = defaultdict(list)
    for one in records:
        days[one.person].append(one.day)
    found: dict[tuple[str, str], list[Bill]] = defaultdict(list)
    for bill in bills:
        at = month(bill.day)
        if not bill.item.is_epo or at not in covered:
            continue
        near = any(
            month(day) == at or abs((day - bill.day).days) <= _EPO_DAYS for day in days.get(bill.person, ())
        )
        if not near:
            found[bill.person, at].append(bill)
    for (person, at), mine in sorted(found.items()):
        who = shown(person)
        yield LedgerPoint(
            kind="dialysis_epo",
            subject=who,
            ward_or_item=mine[0].item.name,
            first=min(bill.day for bill in mine),
            last=max(bill.day for bill in mine),
            quantity=decimal(sum((bill.left for bill in mine), Fraction(0))),
            amount=money(sum((bill.worth for bill in mine), Fraction(0))),
            rows=unique(place for bill in mine for place in bill.places),
            rule="dialysis-epo-without-treatment",
            explanation=(
                f"{who}{at}计费{mine[0].item.name}，当月无任何透析治疗记录"
                f"（{days_text(bill.day for bill in mine)}）。"
            ),
        )


def death_points(bills: Sequence[Bill], deaths: Sequence[Death], shown: Shown) -> Iterator[LedgerPoint]:
    """Anything of dialysis billed on a day after the person's death."""
    billed = _by_person(bills)
    for death in sorted(deaths, key=lambda one: (one.person, one.day)):
        mine = [bill for bill in billed[death.person] if bill.day > death.day and _is_same(bill, death)]
        if mine:
            who = shown(death.person)
            yield _among(
                "dialysis_after_death",
                who,
                mine,
                [death.place],
                "dialysis-after-death",
                f"{who}于{death.day}死亡，其后仍有透析费用{len(mine)}行"
                f"（{days_text(bill.day for bill in mine)}）。",
            )


def stay_points(bills: Sequence[Bill], stays: Sequence[Stay], shown: Shown) -> Iterator[LedgerPoint]:
    """Dialysis billed on days inside an inpatient stay elsewhere; days of coming and going are free."""
    billed = _by_person(bills)
    for stay in sorted(stays, key=lambda one: (one.person, one.admitted)):
        inside = (bill for bill in billed[stay.person] if stay.admitted < bill.day < stay.discharged)
        mine = [bill for bill in inside if _is_same(bill, stay)]
        if mine:
            who = shown(stay.person)
            yield _among(
                "dialysis_stay_elsewhere",
                who,
                mine,
                [stay.place],
                "dialysis-stay-elsewhere",
                f"{who}{stay.admitted}至{stay.discharged}在{stay.institution or '其他机构'}住院，"
                f"期间仍有透析费用{len(mine)}行（{days_text(bill.day for bill in mine)}）。",
            )


def _by_person(bills: Sequence[Bill]) -> dict[str, list[Bill]]:
    found: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        found[bill.person].append(bill)
    return found


def _is_same(bill: Bill, other: Death | Stay) -> bool:
    """People of one name may be compared together; where both say a number, it decides."""
    return not bill.number or not other.number or bill.number == other.number


def _among(
    kind: str, who: str, bills: Sequence[Bill], others: Sequence[RowPlace], rule: str, explanation: str
) -> LedgerPoint:
    return LedgerPoint(
        kind=kind,
        subject=who,
        ward_or_item=_named(bills),
        first=min(bill.day for bill in bills),
        last=max(bill.day for bill in bills),
        quantity=Decimal(len({bill.day for bill in bills})),
        amount=money(sum((bill.worth for bill in bills), Fraction(0))),
        rows=unique([*(place for bill in bills for place in bill.places), *others]),
        rule=rule,
        explanation=explanation,
    )


def _named(bills: Sequence[Bill]) -> str:
    """The first item, a service before materials, and how many there are."""
    names = list(
        dict.fromkeys(bill.item.name for bill in sorted(bills, key=lambda bill: bill.item.mode is None))
    )
    return names[0] if len(names) == 1 else f"{names[0]}等{len(names)}项"


def _text(value: Fraction) -> str:
    return f"{float(value):g}"
