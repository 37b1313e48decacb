"""Mode and dialyser of what was billed against what was recorded: model by model, as whole tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from inspector_app.domain.dialyser_models import ModelBook
from inspector_app.domain.dialysis_rules import WITH_MODELS, DialysisMode, Flux
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.dialysis_items import family
from inspector_app.ledgers.dialysis_rows import Bill, Session
from inspector_app.ledgers.dialysis_sessions import PersonSessions, days_text, money, month, unique

Shown = Callable[[str], str]


@dataclass(slots=True)
class _Found:
    """Rows of one kind of contradiction, of one person in one month."""

    days: list[date] = field(default_factory=list)
    rows: list[RowPlace] = field(default_factory=list)
    worth: Fraction = Fraction(0)
    units: Fraction = Fraction(0)

    def add(self, bill: Bill, units: Fraction, sessions: Sequence[Session]) -> None:
        self.days.append(bill.day)
        self.rows += [*bill.places, *(place for one in sessions for place in one.rows)]
        self.worth += bill.price * units
        self.units += units


class NearRecords:
    """Records of a person on a day, else on the days around it."""

    def __init__(self, records: Sequence[Session], edge: int) -> None:
        self._edge = edge
        self._days: dict[str, dict[int, list[Session]]] = defaultdict(lambda: defaultdict(list))
        for one in records:
            self._days[one.person][one.day.toordinal()].append(one)

    def at(self, person: str, day: date) -> list[Session]:
        mine = self._days.get(person, {})
        exact = mine.get(day.toordinal())
        if exact:
            return exact
        return self.around(person, day)

    def knows(self, person: str, day: date) -> bool:
        """Whether a record of just that day is there."""
        return bool(self._days.get(person, {}).get(day.toordinal()))

    def around(self, person: str, day: date) -> list[Session]:
        mine, at = self._days.get(person, {}), day.toordinal()
        return [one for near in range(at - self._edge, at + self._edge + 1) for one in mine.get(near, ())]


def mode_points(
    people: Sequence[PersonSessions], bills: Sequence[Bill], near: NearRecords, shown: Shown
) -> Iterator[LedgerPoint]:
    """Sessions billed as another mode than the record's, and perfusion that no record knows."""
    found: dict[tuple[str, str, str, str], _Found] = defaultdict(_Found)
    for one in people:
        for billed, held in one.pairs:
            modes = held.session.modes
            if modes is None or billed.mode is DialysisMode.HP:
                continue
            if family(billed.mode) not in {family(mode) for mode in modes}:
                key = (one.person, month(held.day), billed.mode.value, "+".join(sorted(modes)))
                found[key].add(billed.bill, Fraction(1), [held.session])
    unrecorded = _unrecorded(people, near)
    for bill in bills:
        if bill.item.mode is not DialysisMode.HP or (bill.person, bill.day) in unrecorded:
            continue
        sessions = near.around(bill.person, bill.day)
        if sessions and all(one.modes is not None and DialysisMode.HP not in one.modes for one in sessions):
            day = near.at(bill.person, bill.day)
            modes = frozenset().union(*(one.modes or frozenset() for one in day))
            key = (bill.person, month(bill.day), "HP", "+".join(sorted(modes)))
            found[key].add(bill, bill.left, day)
    for (person, at, billed_as, recorded), one_found in sorted(found.items()):
        who = shown(person)
        yield _point(
            "dialysis_mode",
            who,
            billed_as,
            one_found,
            "dialysis-mode",
            f"{who}{at}按{billed_as}计费{_many(one_found.units)}次，治疗记录的透析方式为{recorded}"
            f"（{days_text(one_found.days)}）。",
        )


def model_points(
    people: Sequence[PersonSessions], bills: Sequence[Bill], near: NearRecords, book: ModelBook, shown: Shown
) -> Iterator[LedgerPoint]:
    """Dialysers billed that no record of the day names; high flux where low flux was used."""
    other: dict[tuple[str, str, str, str], _Found] = defaultdict(_Found)
    high: dict[tuple[str, str], _Found] = defaultdict(_Found)
    beside: dict[tuple[str, date], set[str]] = defaultdict(set)
    for bill in bills:
        if bill.item.material in WITH_MODELS:
            beside[bill.person, bill.day] |= bill.item.models
    unrecorded = _unrecorded(people, near)
    for bill in bills:
        if bill.item.material not in WITH_MODELS or (bill.person, bill.day) in unrecorded:
            continue
        sessions = [one for one in near.at(bill.person, bill.day) if not one.is_perfusion_only]
        if not sessions:
            continue
        recorded = frozenset().union(*(one.models for one in sessions))
        if _needs_two(sessions) and beside[bill.person, bill.day] & recorded:
            continue
        if book.flux(bill.item.models) is Flux.HIGH and all(one.flux is Flux.LOW for one in sessions):
            high[bill.person, month(bill.day)].add(bill, bill.left, sessions)
        elif bill.item.models and all(one.models for one in sessions) and not bill.item.models & recorded:
            key = (
                bill.person,
                month(bill.day),
                "/".join(sorted(bill.item.models)),
                "/".join(sorted(recorded)),
            )
            other[key].add(bill, bill.left, sessions)
    for one in people:
        for billed, held in one.pairs:
            if billed.mode is DialysisMode.HFHD and held.session.flux is Flux.LOW:
                high[one.person, month(held.day)].add(billed.bill, Fraction(1), [held.session])
    for (person, at, billed_model, recorded_model), found in sorted(other.items()):
        who = shown(person)
        yield _point(
            "dialysis_model",
            who,
            billed_model,
            found,
            "dialysis-model-recorded",
            f"{who}{at}计费透析器型号{billed_model}，治疗记录的型号为{recorded_model}，"
            f"涉及{_many(found.units)}支（{days_text(found.days)}）。",
        )
    for (person, at), found in sorted(high.items()):
        who = shown(person)
        found.units = Fraction(len(set(found.days)))
        yield _point(
            "dialysis_flux",
            who,
            "高通量",
            found,
            "dialysis-flux",
            f"{who}{at}按高通量计费，治疗记录使用低通量透析器，涉及{_many(found.units)}次"
            f"（{days_text(found.days)}）。",
        )


def _unrecorded(people: Sequence[PersonSessions], near: NearRecords) -> set[tuple[str, date]]:
    """Days whose session is pointed at already: what was billed with it is not compared with other days."""
    return {
        (one.person, billed.day)
        for one in people
        for billed in one.over
        if not near.knows(one.person, billed.day)
    }


def _needs_two(sessions: Sequence[Session]) -> bool:
    """Whether a session may use a second filter, of which its record names only one."""
    return any(
        one.modes is None or bool(one.modes - {DialysisMode.HD, DialysisMode.HFHD}) for one in sessions
    )


def unpurchased_points(
    records: Sequence[Session], bills: Sequence[Bill], available: frozenset[str]
) -> Iterator[LedgerPoint]:
    """Models that were recorded or billed while no purchase and no opening stock has them."""
    rows: dict[str, list[RowPlace]] = defaultdict(list)
    days: dict[str, list[date]] = defaultdict(list)
    worth: dict[str, Fraction] = defaultdict(Fraction)
    billed: dict[str, Fraction] = defaultdict(Fraction)
    sessions: dict[str, int] = defaultdict(int)
    for one in records:
        if one.models and not one.models & available and not one.is_perfusion_only:
            key = "/".join(sorted(one.models))
            rows[key] += one.rows
            days[key].append(one.day)
            sessions[key] += one.units
    for bill in bills:
        models = bill.item.models
        if bill.item.material in WITH_MODELS and models and not models & available:
            key = "/".join(sorted(models))
            rows[key] += bill.places
            days[key].append(bill.day)
            worth[key] += bill.worth
            billed[key] += bill.left
    for key in sorted(rows):
        yield LedgerPoint(
            kind="dialysis_model_not_purchased",
            subject=key,
            ward_or_item="透析器",
            first=min(days[key]),
            last=max(days[key]),
            quantity=Decimal(sessions[key]) if sessions[key] else None,
            amount=money(worth[key]) if worth[key] else None,
            rows=unique(rows[key]),
            rule="dialysis-model-purchased",
            explanation=(
                f"透析器型号{key}有治疗记录{sessions[key]}次、计费{_many(billed[key])}支，"
                "采购入库和期初库存中均无该型号。"
            ),
        )


def _many(units: Fraction) -> str:
    return f"{float(units):g}"


def _point(kind: str, who: str, item: str, found: _Found, rule: str, explanation: str) -> LedgerPoint:
    return LedgerPoint(
        kind=kind,
        subject=who,
        ward_or_item=item,
        first=min(found.days),
        last=max(found.days),
        quantity=Decimal(found.units.numerator) / Decimal(found.units.denominator),
        amount=money(found.worth),
        rows=unique(found.rows),
        rule=rule,
        explanation=explanation,
    )
