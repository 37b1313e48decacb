"""The dialysis reconciliation: four counts a patient and month, the chain of models, what stands beside.

Counts are what was billed (net of refunds), what treatment records, schedule or machines know, and what
the stock room says was used up. Months that no record covers are told, never compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import polars as pl

from inspector_app.domain.dialyser_models import ModelBook
from inspector_app.domain.dialysis import DialysisCount, DialysisResult
from inspector_app.domain.dialysis_rules import WITH_MODELS, DialysisMode, DialysisRules, MaterialKind
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.dialysis_bills import (
    cap_points,
    death_points,
    epo_points,
    included_points,
    material_points,
    perfusions_of,
    stay_points,
)
from inspector_app.ledgers.dialysis_chain import (
    NearRecords,
    mode_points,
    model_points,
    unpurchased_points,
)
from inspector_app.ledgers.dialysis_items import ItemBook
from inspector_app.ledgers.dialysis_net import net
from inspector_app.ledgers.dialysis_people import People
from inspector_app.ledgers.dialysis_rows import (
    Bill,
    Death,
    Session,
    Stay,
    home_of,
    read_bills,
    read_deaths,
    read_sessions,
    read_stays,
)
from inspector_app.ledgers.dialysis_sessions import (
    PersonSessions,
    count_points,
    month,
    schedule_points,
    sessions_of,
    unique,
)
from inspector_app.ledgers.dialysis_stock import consumption_points, decimal, model_uses, read_books


@dataclass(frozen=True, slots=True, kw_only=True)
class DialysisLedgers:
    """What was handed over; each row's file number is one of all files together."""

    billed: pl.LazyFrame
    records: pl.LazyFrame
    purchases: pl.LazyFrame | None = None
    returns: pl.LazyFrame | None = None
    schedule: pl.LazyFrame | None = None
    stock: pl.LazyFrame | None = None
    changes: pl.LazyFrame | None = None
    deaths: pl.LazyFrame | None = None


def reconcile_dialysis(ledgers: DialysisLedgers, rules: DialysisRules) -> DialysisResult:
    """Return everything the ledgers point at, the counts of every patient and what could not be used."""
    aside: Counter[str] = Counter()
    book = ModelBook(rules.models)
    records = read_sessions(ledgers.records, book, rules, aside)
    schedule = read_sessions(ledgers.schedule, book, rules, Counter()) if ledgers.schedule is not None else []
    items = ItemBook(rules, book, _recorded_models(records))
    everything = read_bills(ledgers.billed, items, aside)
    if not any(bill.item.mode is not None for bill in everything):
        raise UnusableInput(
            sentence(
                "No billed row is a dialysis service that the rules of the region know. Nothing was "
                "computed; add the codes or names of the services to the region's pack."
            )
        )
    home = home_of(everything)
    stays = read_stays(ledgers.billed, home)
    deaths = read_deaths(ledgers.deaths) if ledgers.deaths is not None else []
    bills = [bill for bill in everything if not home or bill.institution in ("", home)]
    people = People([_named(bills), _named(records), _named(schedule), _named(stays), _named(deaths)])
    everyone: list[Bill | Session | Stay | Death] = [*bills, *records, *schedule, *stays, *deaths]
    for one in everyone:
        one.person = people.person(one.number, one.name) or ""
    bills = net(bills)
    services = [bill for bill in bills if bill.item.mode is not None]
    sessions = sessions_of(services, records, schedule, rules.edge_days)
    covered, planned = {month(one.day) for one in records}, {month(one.day) for one in schedule}
    billing = {month(bill.day) for bill in services}
    near = NearRecords(records, rules.edge_days)
    named = ItemBook(rules, book, _recorded_models(records) | _billed_models(bills))
    stock = read_books(ledgers.purchases, ledgers.returns, ledgers.stock, ledgers.changes, named, aside)
    uses, use_rows = model_uses(stock, records, bills)
    shown = people.shown
    points: list[LedgerPoint] = [
        *count_points(sessions, shown, covered, billing=billing),
        *schedule_points(sessions, shown, planned, rules.edge_days),
        *mode_points(sessions, services, near, shown),
        *model_points(sessions, bills, near, book, shown),
        *(unpurchased_points(records, bills, stock.available) if stock.names_models else ()),
        *consumption_points(uses, use_rows, records),
        *material_points(sessions, bills, perfusions_of(services, records), rules, shown),
        *included_points(bills, rules.edge_days, shown),
        *cap_points(sessions, services, rules, shown),
        *epo_points(bills, records, covered, shown),
        *death_points(bills, deaths, shown),
        *stay_points(bills, stays, shown),
    ]
    return DialysisResult(
        points=tuple(sorted(points, key=lambda one: (one.kind, one.subject, one.period, one.ward_or_item))),
        counts=tuple(_counts(sessions, bills, covered, planned, shown_of=people)),
        models=uses,
        set_aside=tuple(sorted(aside.items())),
        months_not_covered=tuple(sorted(billing - covered)),
    )


def _recorded_models(records: Sequence[Session]) -> frozenset[str]:
    """Models of dialysers that records name; what a perfusion names may be its perfuser."""
    return frozenset(
        model
        for one in records
        if one.modes is not None and DialysisMode.HP not in one.modes
        for model in one.models
    )


def _billed_models(bills: Sequence[Bill]) -> frozenset[str]:
    return frozenset(
        model for bill in bills if bill.item.material in WITH_MODELS for model in bill.item.models
    )


def _named(rows: Iterable[Bill | Session | Stay | Death]) -> list[tuple[str, str]]:
    return [(row.number, row.name) for row in rows]


def _counts(
    people: Sequence[PersonSessions],
    bills: Sequence[Bill],
    covered: set[str],
    planned: set[str],
    shown_of: People,
) -> Iterable[DialysisCount]:
    """Every patient and month in which anything was billed, recorded or planned."""
    dialysers: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    rows: dict[tuple[str, str], list[RowPlace]] = defaultdict(list)
    any_dialyser = False
    for bill in bills:
        if bill.item.material is MaterialKind.DIALYSER:
            any_dialyser = True
            dialysers[bill.person, month(bill.day)] += bill.left
            rows[bill.person, month(bill.day)] += bill.places
    for one in people:
        billed = Counter(one.month_of(ones) for ones in one.billed)
        recorded = Counter(month(held.day) for held in one.recorded)
        scheduled = Counter(month(held.day) for held in one.scheduled)
        for ones in one.billed:
            rows[one.person, one.month_of(ones)] += ones.bill.places
        for held in (*one.recorded, *one.scheduled):
            rows[one.person, month(held.day)] += held.session.rows
        for at in sorted({*billed, *recorded, *scheduled}):
            yield DialysisCount(
                patient=shown_of.named(one.person)[1],
                number=shown_of.named(one.person)[0],
                month=at,
                billed=Decimal(billed[at]),
                recorded=Decimal(recorded[at]) if at in covered else None,
                scheduled=Decimal(scheduled[at]) if at in planned else None,
                dialysers=decimal(dialysers[one.person, at]) if any_dialyser else None,
                rows=unique(rows[one.person, at]),
            )
