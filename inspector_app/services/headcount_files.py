"""The headcount from files alone: a roster against bed checks, one suspicion a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector_app.domain.codes import identity_number_fault
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.headcount import BedCheck, Listed
from inspector_app.domain.headcount_suspicions import Point
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.ledger import ReadingCounts, RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.region import RegionPack
from inspector_app.domain.roster import RosterEntry
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.headcount_points import all_points

if TYPE_CHECKING:
    from inspector_app.ledgers.bed_checks import Walk

_WHOLE_ID = 18


def headcount_points(
    walk: Walk, pack: RegionPack, level: InstitutionLevel, now: datetime
) -> tuple[LedgerPoint, ...]:
    """Return what a walk and its list point at, each with the rows of both."""
    checks: dict[str, BedCheck] = {check.id: check for check in walk.checks}
    listed = {one.key: one for one in walk.listed}
    found = [
        _point(point, walk, checks, listed) for point in all_points(walk.listed, walk.checks, pack, level)
    ]
    return (*found, *_twice(walk), *_implausible(walk, now))


def set_aside(walk: Walk, counts: ReadingCounts) -> tuple[ReadingCounts, tuple[Sentence, ...]]:
    """Account for checks whose word is no status: they were read, and are not used."""
    aside = len(walk.unknown)
    if not aside:
        return counts, ()
    said = sentence(
        "Bed checks without a status that the headcount knows, set aside: {count}, the first in line {row}. "
        "Use the words or keys of the printed ward sheet.",
        count=aside,
        row=walk.unknown[0].row,
    )
    left = ReadingCounts(
        read=counts.read,
        used=counts.used - aside,
        quarantined=counts.quarantined + aside,
        not_data=counts.not_data,
    )
    return left, (said,)


def _point(point: Point, walk: Walk, checks: dict[str, BedCheck], listed: dict[str, Listed]) -> LedgerPoint:
    rows: list[RowPlace] = []
    people: list[str] = []
    wards: list[str] = []
    days = []
    for target in point.rests_on:
        check = checks.get(target.id)
        if check is not None:
            rows.append(walk.checked_at[check.id])
            days.append(check.checked_at.date())
            key = f"{check.roster}/{check.roster_row}"
            wards.append(check.ward)
            if key in listed:
                rows.append(walk.listed_at[key])
                people.append(_subject(listed[key].entry))
            else:
                people.append(check.name)
        else:
            rows += _listed_rows(target, walk)
            people += [_subject(one.entry) for one in _entries(target, walk)]
            wards += [one.entry.ward for one in _entries(target, walk)]
    alone = len(set(people)) == 1
    return LedgerPoint(
        kind=point.rule.rpartition(".")[2],
        subject=people[0] if alone else point.title,
        ward_or_item=wards[0] if len(set(wards)) == 1 else "",
        first=min(days, default=None),
        last=max(days, default=None),
        quantity=Decimal(point.persons) if point.persons is not None else None,
        rows=tuple(dict.fromkeys(rows)),
        rule=point.rule,
        explanation=point.statement,
    )


def _entries(target: Target, walk: Walk) -> Iterable[Listed]:
    """Rosters are cited by their entry's line, as in 第12行."""
    number = "".join(sign for sign in target.label if sign.isdigit())
    is_roster = target.kind is TargetKind.ROSTER and number
    return [one for one in walk.listed if is_roster and one.entry.row == int(number)]


def _listed_rows(target: Target, walk: Walk) -> list[RowPlace]:
    return [walk.listed_at[one.key] for one in _entries(target, walk)]


def _subject(entry: RosterEntry) -> str:
    return entry.hospital_number or entry.id_number or entry.name


def _twice(walk: Walk) -> Iterator[LedgerPoint]:
    """One person in two beds at the same time."""
    by_number: dict[str, list[Listed]] = defaultdict(list)
    for one in walk.listed:
        if one.entry.id_number:
            by_number[one.entry.id_number].append(one)
    for number, found in sorted(by_number.items()):
        places = {(one.entry.ward, one.entry.bed) for one in found}
        if len(places) > 1:
            beds = "、".join(f"{ward}{bed}床" for ward, bed in sorted(places))
            yield LedgerPoint(
                kind="listed_twice",
                subject=number,
                ward_or_item=found[0].entry.ward,
                quantity=Decimal(len(found)),
                rows=tuple(walk.listed_at[one.key] for one in found),
                rule="roster-one-bed-a-person",
                explanation=f"在院名单中同一人（{found[0].entry.name}）同时登记在{beds}。",
            )


def _implausible(walk: Walk, now: datetime) -> Iterator[LedgerPoint]:
    """Sex or age that the identity number contradicts."""
    for one in walk.listed:
        entry = one.entry
        number = entry.id_number
        if len(number) != _WHOLE_ID or identity_number_fault(number) is not None:
            continue
        said: list[str] = []
        sex = "男" if int(number[16]) % 2 else "女"
        if entry.sex in ("男", "女") and entry.sex != sex:
            said.append(f"名单性别{entry.sex}，证件号为{sex}")
        born = int(number[6:10])
        age = "".join(sign for sign in entry.age.split("岁")[0] if sign.isdigit())
        in_years = entry.age.strip().isdigit() or "岁" in entry.age
        if age and in_years and abs((now.year - born) - int(age)) > 1:
            said.append(f"名单年龄{entry.age}，证件号出生于{born}年")
        if said:
            yield LedgerPoint(
                kind="identity_implausible",
                subject=_subject(entry),
                ward_or_item=entry.ward,
                quantity=Decimal(1),
                rows=(walk.listed_at[one.key],),
                rule="roster-identity-plausible",
                explanation=f"{entry.ward}{entry.bed}床{entry.name}：{'；'.join(said)}。",
            )
