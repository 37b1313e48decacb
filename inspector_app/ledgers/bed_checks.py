"""A roster and bed checks out of clean tables: who was listed, what was seen, and who is whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import polars as pl

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.headcount import STATUS_KEYS, BedCheck, BedStatus, Listed
from inspector_app.domain.ids import BedCheckId, PersonId, RosterId
from inspector_app.domain.ledger import RowPlace, e4_to_decimal
from inspector_app.domain.roster import RosterEntry, bed_key, name_key, ward_key
from inspector_app.domain.roster_snapshots import Snapshot

_STATUS_WORDS: tuple[tuple[BedStatus, tuple[str, ...]], ...] = (
    (BedStatus.LEAVE_WITHOUT_SLIP, ("请假无条", "无假条", "无请假条", "请假无手续", "leave_without_slip")),
    (BedStatus.LEAVE_OVERDUE, ("请假超时", "超假", "逾假", "leave_overdue")),
    (BedStatus.LEAVE_WITH_SLIP, ("请假有条", "有假条", "请假", "leave_with_slip", "leave")),
    (BedStatus.OUT_FOR_EXAMINATION, ("外出检查", "检查中", "手术", "治疗中", "out_for_examination")),
    (BedStatus.TRANSFERRED, ("转科", "转床", "transferred")),
    (BedStatus.DISCHARGED_UNSETTLED, ("出院未结", "出院未结算", "已出院未结算", "discharged_unsettled")),
    (BedStatus.SHARED_BED, ("一床多人", "共用床", "shared_bed")),
    (BedStatus.IMPERSONATED, ("冒名", "证人不符", "人证不符", "顶替", "impersonated")),
    (BedStatus.EMPTY_BED, ("空床", "empty_bed")),
    (
        BedStatus.NOT_FOUND,
        ("查无此人", "不在床", "未在床", "不在院", "未在院", "不在", "未见", "挂床", "not_found", "absent"),
    ),
    (BedStatus.IN_BED, ("在床", "在院", "在位", "in_bed", "present")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What a roster and the checks say together, with the way back to their rows."""

    listed: tuple[Listed, ...]
    checks: tuple[BedCheck, ...]
    listed_at: dict[str, RowPlace]
    """Of each entry's key its row."""
    checked_at: dict[str, RowPlace]
    """Of each check's id its row."""
    unknown: tuple[RowPlace, ...]
    """Rows whose word is no status of the headcount; they are set aside."""
    snapshots: tuple[Snapshot, ...] = ()
    """Lists of several moments, where the same people stand in several files."""

    @property
    def everybody(self) -> dict[str, Listed]:
        """By key, who stands on any of the lists."""
        others = [one for snapshot in self.snapshots for one in snapshot.listed]
        return {one.key: one for one in (*self.listed, *others)}


def tells_of_several_moments(roster: pl.LazyFrame) -> bool:
    """Whether files name the same people; lists of single wards do not."""
    place = pl.concat_str(pl.col("ward", "bed", "patient").fill_null(""), separator="/")
    files = pl.col("file").n_unique()
    most = (
        roster.group_by(pl.coalesce("visit", "patient_id", place).alias("who"))
        .agg(files)
        .select(pl.col("file").max())
    )
    return (most.collect(engine="streaming").item() or 0) > 1


def walk_of(
    roster: pl.LazyFrame,
    checks: pl.LazyFrame,
    now: datetime,
    moments: Mapping[int, datetime] | None = None,
) -> Walk:
    """Join both; a person is matched by number, else by bed and name, else by a name that is there once.

    ``moments`` says when each file of the roster was exported, where they are lists of several moments: of
    each ward the last list before the first look holds.
    """
    seen, places, unknown = _checks(checks, now)
    earliest = min((check.checked_at for check in seen), default=now)
    listed, listed_at = _listed(roster, earliest, moments or {})
    snapshots: tuple[Snapshot, ...] = ()
    if moments:
        snapshots = tuple(
            Snapshot(listed=tuple(one for one in listed if one.exported_at == moment))
            for moment in sorted(set(moments.values()))
        )
        listed = _that_holds(listed, seen, earliest)
    return Walk(
        snapshots=snapshots,
        listed=listed,
        checks=tuple(_matched(seen, _numbers(checks), listed)),
        listed_at=listed_at,
        checked_at=places,
        unknown=unknown,
    )


def status_of(text: str) -> BedStatus | None:
    """The status that a word or a key of the printed sheet means; ``None`` where nobody knows it."""
    plain = text.strip().casefold()
    if not plain:
        return None
    if plain.upper() in STATUS_KEYS:
        return STATUS_KEYS[plain.upper()]
    exact = next((status for status, words in _STATUS_WORDS if plain in words), None)
    if exact is not None:
        return exact
    return next((status for status, words in _STATUS_WORDS if any(word in plain for word in words)), None)


def _that_holds(
    listed: Sequence[Listed], checks: Sequence[BedCheck], earliest: datetime
) -> tuple[Listed, ...]:
    """Of each ward the last list before anybody looked there, else the first one after."""
    walked: dict[str, datetime] = {}
    for check in checks:
        ward = ward_key(check.ward)
        walked[ward] = min(walked.get(ward, check.checked_at), check.checked_at)
    moments: dict[str, set[datetime]] = defaultdict(set)
    for one in listed:
        moments[ward_key(one.entry.ward)].add(one.exported_at)
    chosen = {}
    for ward, known in moments.items():
        before = [moment for moment in known if moment <= walked.get(ward, earliest)]
        chosen[ward] = max(before) if before else min(known)
    return tuple(one for one in listed if one.exported_at == chosen[ward_key(one.entry.ward)])


def _listed(
    frame: pl.LazyFrame, exported_at: datetime, moments: Mapping[int, datetime]
) -> tuple[tuple[Listed, ...], dict[str, RowPlace]]:
    found: list[Listed] = []
    places: dict[str, RowPlace] = {}
    for number, row in enumerate(_rows(frame), start=1):
        times, days = row.get("leave_times"), row.get("leave_days_e4")
        entry = RosterEntry(
            row=number,
            name=_text(row, "patient"),
            ward=_text(row, "ward"),
            bed=_text(row, "bed"),
            sex=_text(row, "sex"),
            age=_text(row, "age"),
            id_number=_text(row, "patient_id"),
            hospital_number=_text(row, "visit"),
            admitted_at=_moment(row.get("admitted")),
            diagnosis=_text(row, "diagnosis"),
            doctor=_text(row, "doctor"),
            address=_text(row, "address"),
            leave_times=times if isinstance(times, int) else None,
            leave_days=e4_to_decimal(days) if isinstance(days, int) else None,
        )
        moment = moments.get(_place(row).file, exported_at)
        one = Listed(roster=RosterId("roster"), exported_at=moment, entry=entry)
        found.append(one)
        places[one.key] = _place(row)
    return tuple(found), places


def _checks(
    frame: pl.LazyFrame, now: datetime
) -> tuple[tuple[BedCheck, ...], dict[str, RowPlace], tuple[RowPlace, ...]]:
    found: list[BedCheck] = []
    places: dict[str, RowPlace] = {}
    unknown: list[RowPlace] = []
    passes: Counter[tuple[str, str, str]] = Counter()
    rows = sorted(_rows(frame), key=lambda row: _moment(row.get("time") or row.get("date")) or now)
    for row in rows:
        place = _place(row)
        status = status_of(_text(row, "status"))
        if status is None:
            unknown.append(place)
            continue
        person = (ward_key(_text(row, "ward")), bed_key(_text(row, "bed")), name_key(_text(row, "patient")))
        passes[person] += 1
        identity = BedCheckId(f"check/{place.file}/{place.sheet}/{place.row}")
        found.append(
            BedCheck(
                id=identity,
                ward=_text(row, "ward"),
                bed=_text(row, "bed"),
                status=status,
                checked_at=_moment(row.get("time") or row.get("date")) or now,
                checked_by=PersonId(""),
                pass_number=passes[person],
                name=_text(row, "patient"),
            )
        )
        places[identity] = place
    return tuple(found), places, tuple(unknown)


def _numbers(frame: pl.LazyFrame) -> dict[str, frozenset[str]]:
    """Of each check the numbers by which it names its person."""
    return {
        f"check/{row['file']}/{row['sheet']}/{row['row']}": frozenset(
            text for text in (_text(row, "patient_id"), _text(row, "visit")) if text
        )
        for row in _rows(frame)
    }


def _matched(
    checks: Sequence[BedCheck], numbers: dict[str, frozenset[str]], listed: Sequence[Listed]
) -> list[BedCheck]:
    by_number: dict[str, list[Listed]] = defaultdict(list)
    by_bed: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for one in listed:
        entry = one.entry
        for number in {entry.id_number, entry.hospital_number} - {""}:
            by_number[number].append(one)
        by_bed[ward_key(entry.ward), bed_key(entry.bed)].append(one)
        by_name[ward_key(entry.ward), name_key(entry.name)].append(one)
    found = []
    for check in checks:
        ward, name = ward_key(check.ward), name_key(check.name)
        in_bed = by_bed[ward, bed_key(check.bed)] if bed_key(check.bed) else []
        named = [one for one in in_bed if not name or name_key(one.entry.name) == name]
        candidates = (
            [one for number in numbers.get(check.id, ()) for one in by_number[number]],
            named,
            by_name[ward, name] if name else [],
        )
        match = next((group[0] for group in candidates if len({one.key for one in group}) == 1), None)
        if match is not None:
            found.append(replace(check, roster=match.roster, roster_row=match.entry.row))
        else:
            found.append(replace(check, unknown_person=bool(name) and not any(candidates)))
    return found


def _rows(frame: pl.LazyFrame) -> list[dict[str, object]]:
    return frame.collect(engine="streaming").to_dicts()


def _text(row: dict[str, object], field: str) -> str:
    value = row.get(field)
    return "" if value is None else str(value)


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value.replace(tzinfo=BEIJING).astimezone(UTC)
    if isinstance(value, date):
        return datetime.combine(value, time(), BEIJING).astimezone(UTC)
    return None


def _place(row: dict[str, object]) -> RowPlace:
    file, sheet, line = row["file"], row["sheet"], row["row"]
    if not (isinstance(file, int) and isinstance(sheet, int) and isinstance(line, int)):
        raise TypeError(row)
    return RowPlace(file=file, sheet=sheet, row=line)
