"""What a headcount points at: absent shares, absentees, shared beds, leave rules, patients of one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from inspector_app.domain.bed_walk import IN_THE_BED, decisive, wards_of
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.headcount import BedCheck, BedStatus, Listed
from inspector_app.domain.in_bed_rate import HeadcountSummary, summarise
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.region import HeadcountRules
from inspector_app.domain.roster import RosterEntry, bed_key, bed_label, name_key, ward_key
from inspector_app.domain.suspicion import Figure

ABSENT_SHARE = "headcount.absent_share"
NOT_IN_BED = "headcount.not_in_bed"
SHARED_BED = "headcount.shared_bed"
LEAVE = "headcount.leave"
UNLISTED = "headcount.unlisted"
ADDRESSES = "headcount.addresses"

ABSENT_STAY = "absent-stay"
FALSE_VISIT = "false-visit"
"""Identities of second-level categories in the pack."""

_WORDS = {
    BedStatus.LEAVE_WITHOUT_SLIP: "请假无手续",
    BedStatus.LEAVE_OVERDUE: "请假超时未归",
    BedStatus.NOT_FOUND: "现场查无此人",
    BedStatus.IMPERSONATED: "证人不符、涉嫌冒名",
    BedStatus.EMPTY_BED: "不在床、床位空置",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One suspicion as a rule sees it, before it gets an identity; texts are Chinese, as documents are."""

    key: str
    rule: str
    title: str
    statement: str
    figures: tuple[Figure, ...]
    rests_on: tuple[Target, ...]
    category: str
    persons: int | None = None


def percent(share: Fraction | Decimal) -> str:
    """A share as per cent with one decimal."""
    exact = Fraction(share) * 100
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    return f"{value.quantize(Decimal('0.1'), rounding=ROUND_HALF_UP)}%"


def target_of(check: BedCheck) -> Target:
    """What evidence of a bed is bound to; the label names ward and bed, never the person."""
    return Target(
        kind=TargetKind.BED_CHECK, id=check.id, label=f"{check.ward} {bed_label(check.bed)}".rstrip()
    )


def points(
    listed: Sequence[Listed],
    checks: Sequence[BedCheck],
    rules: HeadcountRules,
    level: InstitutionLevel,
    source: str,
) -> tuple[Point, ...]:
    """Everything that a walk and its list point at; ``source`` names the region's pack and version."""
    found: list[Point] = []
    listed_in: dict[str, list[Listed]] = {}
    seen_in: dict[str, list[BedCheck]] = {}
    for one in listed:
        listed_in.setdefault(ward_key(one.entry.ward), []).append(one)
    for check in checks:
        seen_in.setdefault(ward_key(check.ward), []).append(check)
    for ward in wards_of(listed, checks):
        key = ward_key(ward)
        mine, seen = listed_in.get(key, []), seen_in.get(key, [])
        found.extend(_absent_share(ward, mine, seen, rules, level, source))
        found.extend(_not_in_bed(ward, seen))
        found.extend(_shared_beds(ward, seen))
        found.extend(_unlisted(ward, mine, seen))
    for one in listed:
        found.extend(_leave(one, rules, source))
    return tuple(found)


def _absent_share(
    ward: str,
    listed: Sequence[Listed],
    checks: Sequence[BedCheck],
    rules: HeadcountRules,
    level: InstitutionLevel,
    source: str,
) -> Iterable[Point]:
    threshold = rules.absent_share.get(level)
    summary = summarise(listed, checks, rules)
    share = summary.absent_share
    if threshold is None or share is None or not summary.has_list or share < Fraction(threshold):
        return
    absent = [check for check in decisive(checks) if _is_absent(check, rules)]
    yield Point(
        key=f"{ABSENT_SHARE}:{ward_key(ward)}",
        rule=ABSENT_SHARE,
        title=f"{ward}未在院人数占比达到挂床认定标准",
        statement=(
            f"{ward}在院名单{summary.listed}人，现场核查未在院{summary.not_in_hospital}人，"
            f"占{percent(share)}，达到{percent(threshold)}的认定标准（{source}）。"
        ),
        figures=_figures(summary, share, threshold),
        rests_on=tuple(target_of(check) for check in absent),
        category=ABSENT_STAY,
        persons=summary.not_in_hospital,
    )


def _is_absent(check: BedCheck, rules: HeadcountRules) -> bool:
    if not check.is_matched:
        return False
    absent = {BedStatus.NOT_FOUND, BedStatus.IMPERSONATED, BedStatus.EMPTY_BED}
    if rules.leave_counts_as_absent:
        absent |= {BedStatus.LEAVE_WITH_SLIP, BedStatus.LEAVE_WITHOUT_SLIP, BedStatus.LEAVE_OVERDUE}
    return check.status in absent


def _figures(summary: HeadcountSummary, share: Fraction, threshold: Decimal) -> tuple[Figure, ...]:
    return (
        Figure(name="在院名单人数", value=str(summary.listed)),
        Figure(name="已核查人数", value=str(summary.looked_at)),
        Figure(name="其中请假", value=str(summary.on_leave)),
        Figure(name="未在院人数", value=str(summary.not_in_hospital)),
        Figure(name="占比", value=percent(share)),
        Figure(name="认定标准", value=percent(threshold)),
    )


def _not_in_bed(ward: str, checks: Sequence[BedCheck]) -> Iterable[Point]:
    """One suspicion a person, so that each can be confirmed or dismissed by its own reason."""
    for check in decisive(checks):
        word = _WORDS.get(check.status)
        if word is None or (check.status is BedStatus.EMPTY_BED and not check.is_matched):
            continue
        impersonated = check.status is BedStatus.IMPERSONATED
        yield Point(
            key=f"{NOT_IN_BED}:{check.id}:{check.status}",
            rule=NOT_IN_BED,
            title=f"{ward}{bed_label(check.bed)}{word}",
            statement=f"第{check.pass_number}次核查时，{ward}{bed_label(check.bed)}住院患者{word}。",
            figures=(Figure(name="核查次数", value=str(check.pass_number)),),
            rests_on=(target_of(check),),
            category=FALSE_VISIT if impersonated else ABSENT_STAY,
            persons=1,
        )


def _shared_beds(ward: str, checks: Sequence[BedCheck]) -> Iterable[Point]:
    beds: dict[tuple[int, str], list[BedCheck]] = {}
    for check in checks:
        if check.status in IN_THE_BED and bed_key(check.bed):
            beds.setdefault((check.pass_number, bed_key(check.bed)), []).append(check)
    seen: set[str] = set()
    for (_, bed), people in sorted(beds.items(), reverse=True):
        alone_but_said = len(people) == 1 and people[0].status is BedStatus.SHARED_BED
        if bed in seen or (len(people) < 2 and not alone_but_said):
            continue
        seen.add(bed)
        count, where = len(people), f"{ward}{bed_label(people[0].bed)}"
        seen_only = f"{where}现场查见多人共用一张床位，已登记{count}人。"  # how many more is not recorded
        yield Point(
            key=f"{SHARED_BED}:{ward_key(ward)}:{bed}",
            rule=SHARED_BED,
            title=f"{where}多人共用",
            statement=seen_only if alone_but_said else f"{where}现场登记{count}人共用一张床位。",
            figures=(Figure(name="登记人数" if alone_but_said else "共用人数", value=str(count)),),
            rests_on=tuple(target_of(check) for check in people),
            category=ABSENT_STAY,
            persons=count,
        )


def _unlisted(ward: str, listed: Sequence[Listed], checks: Sequence[BedCheck]) -> Iterable[Point]:
    """Persons in the ward whom its list does not name; only once there is a list to speak of."""
    if not listed:
        return
    for check in decisive(checks):
        if check.unknown_person and not check.is_matched and check.status in IN_THE_BED:
            yield Point(
                key=f"{UNLISTED}:{check.id}",
                rule=UNLISTED,
                title=f"{ward}{bed_label(check.bed)}有名单外人员",
                statement=f"{ward}{bed_label(check.bed)}现场有人在床，但在院名单中无此人。",
                figures=(),
                rests_on=(target_of(check),),
                category=ABSENT_STAY,
                persons=1,
            )


def _leave(one: Listed, rules: HeadcountRules, source: str) -> Iterable[Point]:
    entry = one.entry
    reasons: list[str] = []
    figures: list[Figure] = []
    if exceeds_leave_times(entry, rules):
        reasons.append(f"请假{entry.leave_times}次，超过{rules.leave_times_over}次")
        figures.append(Figure(name="请假次数", value=str(entry.leave_times)))
    stay = stay_days(entry, one.exported_at)
    if stay is not None and exceeds_leave_share(entry, stay, rules):
        limit = percent(rules.leave_share_of_stay_over or Decimal(0))
        reasons.append(f"住院{stay}天中请假{entry.leave_days}天，超过{limit}")
        figures.append(Figure(name="住院天数", value=str(stay)))
        figures.append(Figure(name="请假天数", value=str(entry.leave_days)))
    if reasons:
        yield Point(
            key=f"{LEAVE}:{identity_of(entry)}",
            rule=LEAVE,
            title=f"{entry.ward}{bed_label(entry.bed)}请假超过规定",
            statement=f"{entry.ward}{bed_label(entry.bed)}住院患者{'；'.join(reasons)}（{source}）。",
            figures=tuple(figures),
            rests_on=(Target(kind=TargetKind.ROSTER, id=one.roster, label=f"第{entry.row}行"),),
            category=ABSENT_STAY,
            persons=1,
        )


def exceeds_leave(one: Listed, rules: HeadcountRules) -> bool:
    """More leave on the list than the region allows, in times or in days."""
    stay = stay_days(one.entry, one.exported_at)
    by_days = stay is not None and exceeds_leave_share(one.entry, stay, rules)
    return by_days or exceeds_leave_times(one.entry, rules)


def exceeds_leave_times(entry: RosterEntry, rules: HeadcountRules) -> bool:
    """More leaves in one stay than the region allows."""
    limit = rules.leave_times_over
    return limit is not None and entry.leave_times is not None and entry.leave_times > limit


def exceeds_leave_share(entry: RosterEntry, stay: int, rules: HeadcountRules) -> bool:
    """A larger part of the stay on leave than the region allows; ``stay`` in days, at least 1."""
    limit = rules.leave_share_of_stay_over
    return limit is not None and entry.leave_days is not None and entry.leave_days > limit * stay


def stay_days(entry: RosterEntry, until: datetime) -> int | None:
    """Days in hospital, the day of admission counted; ``None`` where the list does not say."""
    if entry.admitted_at is None or entry.admitted_at > until:
        return None
    hospital = timedelta(hours=8)
    return ((until + hospital).date() - (entry.admitted_at + hospital).date()).days + 1


def identity_of(entry: RosterEntry) -> str:
    """Names a listed person the same in every export: by hospital number, else ward, bed and name."""
    return entry.hospital_number or f"{ward_key(entry.ward)}/{bed_key(entry.bed)}/{name_key(entry.name)}"
