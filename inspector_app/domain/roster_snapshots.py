"""Lists of inpatients of several moments against each other: who left in haste, who was entered late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from inspector_app.domain.bed_walk import decisive
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.headcount import BedCheck, BedStatus, Listed
from inspector_app.domain.headcount_suspicions import ABSENT_STAY, FALSE_VISIT, Point, target_of
from inspector_app.domain.region import HeadcountRules
from inspector_app.domain.roster import RosterEntry, bed_key, bed_label, name_key, ward_key
from inspector_app.domain.suspicion import Figure

GONE = "headcount.gone_after_look"
ENTERED_LATE = "headcount.entered_late"
CHANGED = "headcount.list_changed"
_ABSENT = frozenset(
    {
        BedStatus.NOT_FOUND,
        BedStatus.EMPTY_BED,
        BedStatus.LEAVE_WITHOUT_SLIP,
        BedStatus.LEAVE_OVERDUE,
        BedStatus.IMPERSONATED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One list as it was exported; all of its entries have its moment."""

    listed: tuple[Listed, ...]

    @property
    def wards(self) -> frozenset[str]:
        return frozenset(ward_key(one.entry.ward) for one in self.listed)


def snapshot_points(
    snapshots: Iterable[Snapshot], checks: Sequence[BedCheck], rules: HeadcountRules
) -> tuple[Point, ...]:
    """Compare each list with the next one that covers as much; people without a number are not compared."""
    found: dict[str, Point] = {}
    known = sorted((one for one in snapshots if one.listed), key=lambda one: one.listed[0].exported_at)
    houses = [one for one in known if len(one.wards) > 1]
    of_wards: dict[frozenset[str], list[Snapshot]] = {}
    for one in known:
        if len(one.wards) == 1:
            of_wards.setdefault(one.wards, []).append(one)
    for group in (houses, *of_wards.values()):
        for earlier, later in pairwise(group):
            for point in _between(earlier, later, checks, rules):
                found.setdefault(point.key, point)
    return tuple(found.values())


def _between(
    earlier: Snapshot, later: Snapshot, checks: Sequence[BedCheck], rules: HeadcountRules
) -> Iterable[Point]:
    before = {number: one for one in earlier.listed if (number := _number(one.entry))}
    after = {number: one for one in later.listed if (number := _number(one.entry))}
    if not before.keys() & after.keys():
        # Numbers of two systems: nothing tells who is whom.
        return
    absent = {_about(check): check for check in decisive(checks) if check.status in _ABSENT}
    exported = later.listed[0].exported_at
    left = len(before.keys() - after.keys())
    for number, one in before.items():
        if number in after:
            yield from _changed(number, one, after[number])
        else:
            look = absent.get((one.key,)) or absent.get(_place(one.entry.ward, one.entry.bed, one.entry.name))
            if look is not None and look.checked_at <= exported:
                yield _gone(number, one, look, later, left)
    for number, one in after.items():
        if number not in before:
            yield from _entered_late(number, one, earlier, rules)


def _gone(number: str, one: Listed, look: BedCheck, later: Snapshot, left: int) -> Point:
    where = f"{look.ward}{bed_label(look.bed)}"
    return Point(
        key=f"{GONE}:{number}",
        rule=GONE,
        title=f"{where}患者核查不在床后即从在院名单消失",
        statement=(
            f"{where}住院患者在{_at(one)}的在院名单中，{look.checked_at.astimezone(BEIJING):%m月%d日%H时%M分}核查不在"
            f"床，{_at(later.listed[0])}的名单已无此人（两份名单之间共减少{left}人）。应核对出院办理时间是否"
            "突击办理出院。"
        ),
        figures=(Figure(name="两份名单之间减少人数", value=str(left)),),
        rests_on=(target_of(look), _target(one)),
        category=ABSENT_STAY,
        persons=1,
    )


def _entered_late(number: str, one: Listed, earlier: Snapshot, rules: HeadcountRules) -> Iterable[Point]:
    """Admitted, as the list says, long before an earlier list that does not name the person."""
    entered, hours = one.entry.admitted_at, rules.no_record_hours
    exported = earlier.listed[0].exported_at
    if entered is None or hours is None or exported - entered < timedelta(hours=hours):
        return
    where = f"{one.entry.ward}{bed_label(one.entry.bed)}"
    yield Point(
        key=f"{ENTERED_LATE}:{number}",
        rule=ENTERED_LATE,
        title=f"{where}患者入院时间早于未列其名的在院名单",
        statement=(
            f"{where}住院患者在{_at(one)}的名单中登记为{entered.astimezone(BEIJING):%Y年%m月%d日%H时%M分}入院，"
            f"但{_at(earlier.listed[0])}的名单无此人，相隔超过{hours}小时。应核对是否补办、倒填入院。"
        ),
        figures=(),
        rests_on=(_target(one),),
        category=FALSE_VISIT,
        persons=1,
    )


def _changed(number: str, one: Listed, later: Listed) -> Iterable[Point]:
    """Another name or another day of admission under the same number of the stay."""
    said: list[str] = []
    if name_key(one.entry.name) != name_key(later.entry.name):
        said.append("姓名不一致")
    before, after = one.entry.admitted_at, later.entry.admitted_at
    if before and after and before.astimezone(BEIJING).date() != after.astimezone(BEIJING).date():
        days = f"{before.astimezone(BEIJING):%Y-%m-%d}、{after.astimezone(BEIJING):%Y-%m-%d}"
        said.append(f"入院日期分别为{days}")
    if said:
        where = f"{later.entry.ward}{bed_label(later.entry.bed)}"
        yield Point(
            key=f"{CHANGED}:{number}",
            rule=CHANGED,
            title=f"{where}同一住院号前后名单不一致",
            statement=f"{where}同一住院号在{_at(one)}和{_at(later)}的在院名单中{'，'.join(said)}。",
            figures=(),
            rests_on=(_target(one), _target(later)),
            category=FALSE_VISIT,
            persons=1,
        )


def _about(look: BedCheck) -> tuple[str, ...]:
    """A look that a newer list took its match from is told by ward, bed and name."""
    if look.is_matched:
        return (f"{look.roster}/{look.roster_row}",)
    return _place(look.ward, look.bed, look.name)


def _place(ward: str, bed: str, name: str) -> tuple[str, ...]:
    return (ward_key(ward), bed_key(bed), name_key(name))


def _number(entry: RosterEntry) -> str:
    return entry.hospital_number


def _at(one: Listed) -> str:
    return f"{one.exported_at.astimezone(BEIJING):%m月%d日%H时%M分}"


def _target(one: Listed) -> Target:
    return Target(kind=TargetKind.ROSTER, id=one.roster, label=f"第{one.entry.row}行")
