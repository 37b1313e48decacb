"""Sessions billed, recorded and scheduled: matched day by day, and what is left over counted by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from inspector_app.domain.dialysis_rules import DialysisMode
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.dialysis_items import family
from inspector_app.ledgers.dialysis_rows import Bill, Session

Row = TypeVar("Row", Bill, Session)
_LISTED = 8
"""Days that an explanation names one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class BilledOne:
    """One session that was billed: a unit of a bill."""

    bill: Bill
    day: date
    mode: DialysisMode


@dataclass(frozen=True, slots=True, eq=False)
class HeldOne:
    """One session that took place by a record or a schedule."""

    session: Session
    day: date


One = TypeVar("One", BilledOne, HeldOne)


@dataclass(slots=True)
class PersonSessions:
    """What is known of one person's sessions."""

    person: str
    billed: list[BilledOne]
    recorded: list[HeldOne]
    scheduled: list[HeldOne]
    pairs: list[tuple[BilledOne, HeldOne]]
    over: list[BilledOne]
    """Billed without a record near that day."""
    unbilled: list[HeldOne]
    held_by: dict[BilledOne, HeldOne]

    def month_of(self, one: BilledOne) -> str:
        """The month of the session itself where its record is known, else of the bill."""
        paired = self.held_by.get(one)
        return month(paired.day if paired is not None else one.day)


@lru_cache(maxsize=4_096)
def month(day: date) -> str:
    return f"{day.year}-{day.month:02d}"


def sessions_of(
    bills: Sequence[Bill], records: Sequence[Session], schedule: Sequence[Session], edge: int
) -> list[PersonSessions]:
    """Everybody's sessions, matched."""
    billed, recorded, planned = _by_person(bills), _by_person(records), _by_person(schedule)
    found = []
    for person in sorted(billed.keys() | recorded.keys()):
        mine = list(_billed_ones(billed.get(person, []), edge))
        held = list(_held_ones(recorded.get(person, [])))
        pairs, over, unbilled = _best(mine, held, edge)
        found.append(
            PersonSessions(
                person=person,
                billed=mine,
                recorded=held,
                scheduled=list(_held_ones(planned.get(person, []))),
                pairs=pairs,
                over=over,
                unbilled=unbilled,
                held_by=dict(pairs),
            )
        )
    return found


Matched = tuple[list[tuple[BilledOne, HeldOne]], list[BilledOne], list[HeldOne]]
"""Bills with their sessions, bills without one, sessions without a bill."""


def _by_person(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.person].append(row)
    return found


def _billed_ones(bills: Sequence[Bill], edge: int) -> Iterator[BilledOne]:
    """A perfusion beside a dialysis is no session of its own; continuous treatment is one a day."""
    others = [bill.day for bill in bills if bill.item.mode not in (None, DialysisMode.HP)]
    continuous: set[date] = set()
    for bill in bills:
        mode = bill.item.mode
        if mode is None:
            continue
        if mode is DialysisMode.HP and any(abs((bill.day - day).days) <= edge for day in others):
            continue
        if mode is DialysisMode.CRRT:
            if bill.day not in continuous:
                continuous.add(bill.day)
                yield BilledOne(bill, bill.day, mode)
            continue
        for _ in range(int(bill.left)):
            yield BilledOne(bill, bill.day, mode)


def _held_ones(sessions: Sequence[Session]) -> Iterator[HeldOne]:
    days = {one.day for one in sessions if not one.is_perfusion_only}
    continuous: set[date] = set()
    for one in sorted(sessions, key=lambda one: one.day):
        if one.is_perfusion_only and one.day in days:
            continue
        if one.modes == frozenset({DialysisMode.CRRT}):
            if one.day not in continuous:
                continuous.add(one.day)
                yield HeldOne(one, one.day)
            continue
        for _ in range(one.units):
            yield HeldOne(one, one.day)


def _same_mode(billed: BilledOne, held: HeldOne) -> bool:
    return held.session.modes is not None and family(billed.mode) in {family(m) for m in held.session.modes}


def _best(billed: Sequence[BilledOne], held: Sequence[HeldOne], edge: int) -> Matched:
    """Over the edges of months for who books on the next day, or within them for who books by the month."""
    across = _matched(billed, held, edge, within=False)
    if not _excess(across):
        return across
    return min(across, _matched(billed, held, edge, within=True), key=_excess)


def _excess(matched: Matched) -> int:
    """By how many sessions the months differ, all of them together."""
    _, over, unbilled = matched
    bills, held = _months(over), _months(unbilled)
    return sum(abs(len(bills.get(at, ())) - len(held.get(at, ()))) for at in bills.keys() | held.keys())


def _matched(billed: Sequence[BilledOne], held: Sequence[HeldOne], edge: int, *, within: bool) -> Matched:
    """The same day and mode first, then the same day, then a near day of the same mode, then a near day."""
    pairs: list[tuple[BilledOne, HeldOne]] = []
    open_bills = sorted(billed, key=lambda one: one.day)
    open_held = sorted(held, key=lambda one: one.day)
    rounds: tuple[tuple[int, Callable[[BilledOne, HeldOne], bool]], ...] = (
        (0, _same_mode),
        (0, lambda _b, _h: True),
        (edge, _same_mode),
        (edge, lambda _b, _h: True),
    )
    for near, fits in rounds:
        left: list[BilledOne] = []
        by_day: dict[int, list[HeldOne]] = defaultdict(list)
        for one in open_held:
            by_day[one.day.toordinal()].append(one)
        for bill in open_bills:
            day = bill.day.toordinal()
            near_days = sorted(range(day - near, day + near + 1), key=lambda other: (abs(other - day), other))
            if within:
                near_days = [at for at in near_days if month(date.fromordinal(at)) == month(bill.day)]
            found = next((one for at in near_days for one in by_day.get(at, ()) if fits(bill, one)), None)
            if found is None:
                left.append(bill)
            else:
                by_day[found.day.toordinal()].remove(found)
                pairs.append((bill, found))
        open_bills = left
        open_held = [one for ones in by_day.values() for one in ones]
    return pairs, open_bills, sorted(open_held, key=lambda one: one.day)


def count_points(
    people: Sequence[PersonSessions], shown: Callable[[str], str], covered: set[str], *, billing: set[str]
) -> Iterator[LedgerPoint]:
    """Sessions billed without a record, and recorded without a bill, by person and month."""
    for one in people:
        over, unbilled = _months(one.over), _months(one.unbilled)
        for at in sorted(over.keys() | unbilled.keys()):
            bills, held = over.get(at, []), unbilled.get(at, [])
            if len(bills) > len(held) and at in covered:
                yield _over(one, at, bills, held, shown(one.person))
            # Who has no bill at all is no patient of the fund here.
            elif len(held) > len(bills) and one.billed and at in billing:
                yield _unbilled(one, at, bills, held, shown(one.person))


def _months(ones: Iterable[One]) -> dict[str, list[One]]:
    found: dict[str, list[One]] = defaultdict(list)
    for one in ones:
        found[month(one.day)].append(one)
    return found


def _counts(one: PersonSessions, at: str) -> tuple[int, int]:
    recorded = sum(month(held.day) == at for held in one.recorded)
    billed = sum(one.month_of(bill) == at for bill in one.billed)
    return billed, recorded


def _over(one: PersonSessions, at: str, bills: list[BilledOne], held: list[HeldOne], who: str) -> LedgerPoint:
    excess = len(bills) - len(held)
    cheapest = sorted(bills, key=lambda bill: bill.bill.price)[:excess]
    days = {bill.day for bill in bills}
    # Two bills of one day with one record: which of them is over nobody can tell, so both are named.
    beside = [bill for bill in one.billed if bill.day in days]
    rows = [place for bill in beside for place in bill.bill.places]
    rows += [place for other in held for place in other.session.rows]
    rows += [place for other in one.recorded if other.day in days for place in other.session.rows]
    billed, recorded = _counts(one, at)
    return LedgerPoint(
        kind="dialysis_billed_not_recorded",
        subject=who,
        ward_or_item="、".join(dict.fromkeys(bill.bill.item.name for bill in cheapest)),
        first=min(days),
        last=max(days),
        quantity=Decimal(excess),
        amount=money(sum((bill.bill.price for bill in cheapest), Fraction(0))),
        rows=unique(rows),
        rule="dialysis-billed-recorded",
        explanation=(
            f"{who}{at}计费透析{billed}次（已扣除退费），治疗记录{recorded}次，多计{excess}次；"
            f"计费而无治疗记录的日期：{days_text(days)}。"
        ),
    )


def _unbilled(
    one: PersonSessions, at: str, bills: list[BilledOne], held: list[HeldOne], who: str
) -> LedgerPoint:
    days = {other.day for other in held}
    rows = [place for other in held for place in other.session.rows]
    rows += [place for bill in bills for place in bill.bill.places]
    billed, recorded = _counts(one, at)
    missing = len(held) - len(bills)
    return LedgerPoint(
        kind="dialysis_recorded_not_billed",
        subject=who,
        first=min(days),
        last=max(days),
        quantity=Decimal(missing),
        rows=unique(rows),
        rule="dialysis-billed-recorded",
        explanation=(
            f"{who}{at}治疗记录{recorded}次，计费{billed}次，有记录未计费{missing}次（{days_text(days)}），"
            "需核实治疗记录是否真实或费用是否另行收取。"
        ),
    )


def schedule_points(
    people: Sequence[PersonSessions], shown: Callable[[str], str], covered: set[str], edge: int
) -> Iterator[LedgerPoint]:
    """Sessions that were recorded or billed while no schedule or machine knows of them."""
    for one in people:
        held = [HeldOne(other.session, other.day) for other in one.recorded]
        planned = list(one.scheduled)
        missing = _months(_unplanned(held, planned, edge))
        for at, ones in sorted(missing.items()):
            if at not in covered:
                continue
            days = {other.day for other in ones}
            bills = [b for b, h in one.pairs if h.session in [other.session for other in ones]]
            rows = [place for other in ones for place in other.session.rows]
            rows += [place for bill in bills for place in bill.bill.places]
            who = shown(one.person)
            yield LedgerPoint(
                kind="dialysis_not_scheduled",
                subject=who,
                first=min(days),
                last=max(days),
                quantity=Decimal(len(ones)),
                amount=money(sum((bill.bill.price for bill in bills), Fraction(0))),
                rows=unique(rows),
                rule="dialysis-recorded-scheduled",
                explanation=(
                    f"{who}{at}有{len(ones)}次治疗记录在排班或透析机运行记录中找不到（{days_text(days)}）。"
                ),
            )


def _unplanned(held: Sequence[HeldOne], planned: list[HeldOne], edge: int) -> list[HeldOne]:
    """Each planned session stands for one that took place on its day, else on a near one."""
    left = sorted(held, key=lambda one: one.day)
    for near in (0, edge):
        still = []
        for one in left:
            found = next((other for other in planned if abs((other.day - one.day).days) <= near), None)
            if found is None:
                still.append(one)
            else:
                planned.remove(found)
        left = still
    return left


def money(value: Fraction) -> Decimal:
    """Yuan, rounded half up to the fen."""
    hundredths = (value * 100 + Fraction(1, 2)).__floor__()
    return Decimal(hundredths) / 100


def unique(rows: Iterable[RowPlace]) -> tuple[RowPlace, ...]:
    """Each row once, in the order of the sources."""
    return tuple(sorted(set(rows), key=lambda place: (place.file, place.sheet, place.row)))


def days_text(days: Iterable[date]) -> str:
    listed = sorted(set(days))
    shown = "、".join(f"{day:%Y-%m-%d}" for day in listed[:_LISTED])
    return shown if len(listed) <= _LISTED else f"{shown}等{len(listed)}天"
