"""The headcount from files alone: a roster against bed checks, one suspicion a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.codes import identity_number_fault
from inspector_app.domain.errors import UnusableInput
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
from inspector_app.services.roster_reading import look_at

if TYPE_CHECKING:
    from inspector_app.ledgers.bed_checks import Walk

_WHOLE_ID = 18
_MOMENT = re.compile(
    r"(?<!\d)(20\d\d)[-_.年]?(\d\d?)[-_.月]?(\d\d?)日?(?:[-_ T]?(\d\d)[-_:：.时点]?(\d\d)?)?(?!\d)"
)
"""A day in a file's name, with or without the time."""


def headcount_points(
    walk: Walk, pack: RegionPack, level: InstitutionLevel, now: datetime
) -> tuple[LedgerPoint, ...]:
    """Return what a walk and its list point at, each with the rows of both."""
    checks: dict[str, BedCheck] = {check.id: check for check in walk.checks}
    listed = walk.everybody
    by_line = {one.entry.row: one for one in listed.values()}
    found = [
        _point(point, walk, checks, listed, by_line)
        for point in all_points(walk.listed, walk.checks, pack, level, walk.snapshots)
    ]
    return (*found, *_twice(walk), *_implausible(walk, now))


def moments_of(paths: Sequence[Path]) -> dict[int, datetime]:
    """Return when each of several lists was exported: by its file's name, else by what it says itself."""
    found = {}
    for at, path in enumerate(paths):
        moment = _in_the_name(path.stem) or look_at(path).preview.suggested_exported_at
        if moment is None:
            raise UnusableInput(
                sentence(
                    "Several lists name the same patients, and {name} does not say when it was exported. "
                    "Put the moment into the file's name, such as 20260310-1930.",
                    name=path.name,
                )
            )
        found[at] = moment
    return found


def _in_the_name(name: str) -> datetime | None:
    match = _MOMENT.search(name)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, tzinfo=BEIJING).astimezone(UTC)
    except ValueError:
        return None


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


def _point(
    point: Point,
    walk: Walk,
    checks: dict[str, BedCheck],
    listed: dict[str, Listed],
    by_line: dict[int, Listed],
) -> LedgerPoint:
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
            found = _entries(target, by_line)
            rows += [walk.listed_at[one.key] for one in found]
            people += [_subject(one.entry) for one in found]
            wards += [one.entry.ward for one in found]
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


def _entries(target: Target, by_line: dict[int, Listed]) -> list[Listed]:
    """Rosters are cited by their entry's line, as in 第12行."""
    number = "".join(sign for sign in target.label if sign.isdigit())
    if target.kind is not TargetKind.ROSTER or not number:
        return []
    return [by_line[int(number)]] if int(number) in by_line else []


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
