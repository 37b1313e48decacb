"""Bills of people on a list of inpatients: while a look found them absent, and none while listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

import polars as pl

from inspector_app.domain.absence import Absence, absences
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.headcount import BedCheck, BedStatus, Listed
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.region import HeadcountRules
from inspector_app.domain.roster import RosterEntry, bed_label, name_key
from inspector_app.ledgers.charge_rows import standing_rows
from inspector_app.ledgers.stays import OUTPATIENT

_FEN, _E4 = Decimal("0.01"), Decimal(10_000)
_HOURS = 24
_WHOLE_DAY = timedelta(hours=23, minutes=59)
_WORDS = {
    BedStatus.NOT_FOUND: "查无此人",
    BedStatus.EMPTY_BED: "空床",
    BedStatus.LEAVE_WITHOUT_SLIP: "请假无手续",
    BedStatus.LEAVE_OVERDUE: "请假超时未归",
}
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAt:
    """Where the list and the looks stand, when they were read from files themselves."""

    listed: Mapping[str, RowPlace] = field(default_factory=dict)
    checks: Mapping[str, RowPlace] = field(default_factory=dict)

    def of(self, listed: Listed, check: BedCheck | None = None) -> Iterator[RowPlace]:
        """The rows of the files that name them."""
        if check is not None and check.id in self.checks:
            yield self.checks[check.id]
        if listed.key in self.listed:
            yield self.listed[listed.key]


def listed_bill_points(
    billed: pl.LazyFrame,
    listed: Sequence[Listed],
    checks: Iterable[BedCheck],
    rules: HeadcountRules,
    seen: SeenAt | None = None,
) -> tuple[LedgerPoint, ...]:
    """Return what the bills of listed people point at; who cannot be told apart accuses nobody."""
    bills = _Bills(billed, listed)
    places = seen or SeenAt()
    away = absences(listed, checks, rules.absent_fee_hours)
    found = [
        *(point for one in away for point in _absent(one, bills.of(one.listed), places)),
        *_without_service(listed, bills, rules.no_service_hours, places),
        *_discharged(listed, bills, places),
    ]
    return tuple(sorted(found, key=lambda point: (point.kind, point.subject, point.period)))


class _Bills:
    """The bills of each listed person's stay, net of refunds, outpatient bills left out.

    By the number of the stay, else by the person's number from the admission on; by name only where
    neither ledger shares any number with the other and both know one person of that name.
    """

    def __init__(self, billed: pl.LazyFrame, listed: Sequence[Listed]) -> None:
        numbers = {text for one in listed for text in _numbers(one.entry)}
        names = {one.entry.name for one in listed}
        person, visit = pl.col("patient_id").str.to_uppercase(), pl.col("visit").str.to_uppercase()
        wanted = (
            person.is_in(list(numbers)) | visit.is_in(list(numbers)) | pl.col("patient").is_in(list(names))
        )
        outside = pl.col("med_type").is_in(OUTPATIENT).fill_null(value=False)
        rows = standing_rows(billed.filter(wanted.fill_null(value=False) & ~outside))
        self.ends: date | None = billed.select(pl.col("date").max()).collect(engine="streaming").item()
        self._by: dict[tuple[str, str], list[Row]] = defaultdict(list)
        who: dict[str, set[object]] = defaultdict(set)
        for row in rows.sort("date", "time", "file", "sheet", "row", nulls_last=False).iter_rows(named=True):
            name = name_key(str(row["patient"] or ""))
            self._by["visit", str(row["visit"] or "").upper()].append(row)
            self._by["person", str(row["patient_id"] or "").upper()].append(row)
            self._by["name", name].append(row)
            who[name].add(row["patient_id"] or row["visit"])
        self.shares_numbers = any(
            (kind, number) in self._by for number in numbers for kind in ("visit", "person")
        )
        named = Counter(name_key(one.entry.name) for one in listed)
        self._alone = {name for name, many in named.items() if many == 1 and len(who[name]) == 1}

    def of(self, listed: Listed) -> list[Row]:
        """The rows of one person's stay, the earliest first."""
        entry = listed.entry
        by_stay = self._by.get(("visit", entry.hospital_number.upper()), []) if entry.hospital_number else []
        if by_stay:
            return by_stay
        if entry.id_number and ("person", entry.id_number.upper()) in self._by:
            entered = entry.admitted_at.astimezone(BEIJING).date() if entry.admitted_at else None
            own = self._by["person", entry.id_number.upper()]
            return [row for row in own if entered is None or _day(row) >= entered]
        name = name_key(entry.name)
        return self._by.get(("name", name), []) if not self.shares_numbers and name in self._alone else []


def _absent(absence: Absence, bills: Sequence[Row], seen: SeenAt) -> Iterator[LedgerPoint]:
    """Fees from the look on; what was billed earlier on that day may have been given, and is only told."""
    looked, until = _wall(absence.check.checked_at), _wall(absence.until)
    if looked.time() == time():
        # Written down with its day alone: only the end of that day is certain.
        looked, until = looked + _WHOLE_DAY, until + _WHOLE_DAY
    inside = [row for row in bills if _is_in_stay(row)]
    taken = [row for row in inside if _is_between(row, looked, until)]
    if not taken:
        return
    entry, check = absence.listed.entry, absence.check
    before = sum(_day(row) == looked.date() for row in inside) - sum(
        _day(row) == looked.date() for row in taken
    )
    amount = _fund(taken)
    told = f"；当日核查以前另有{before}行，未计入" if before else ""
    yield LedgerPoint(
        kind="absent_billed",
        subject=_subject(entry),
        ward_or_item=entry.ward or check.ward,
        first=_day(taken[0]),
        last=_day(taken[-1]),
        quantity=Decimal(len(taken)),
        amount=amount,
        rows=(*(_place(row) for row in taken), *seen.of(absence.listed, check)),
        rule="headcount-absent-fees",
        explanation=(
            f"{check.ward}{bed_label(check.bed)}第{check.pass_number}次核查（{looked:%Y-%m-%d %H:%M}）"
            f"{_WORDS[check.status]}，此后至{until:%Y-%m-%d %H:%M}仍计收住院费用{len(taken)}行，涉及医保基金"
            f"{amount:.2f}元{told}。应核对患者返院时间和护理、执行记录。"
        ),
    )


def _without_service(
    listed: Sequence[Listed], bills: _Bills, hours: int | None, seen: SeenAt
) -> Iterator[LedgerPoint]:
    """Still on the list, and nothing billed for the region's hours up to the list or the ledger's last day.

    Who has no bill at all is pointed at only where the ledger holds bills of most people on the list: many
    exports hold settled stays alone.
    """
    own = {one.key: bills.of(one) for one in listed}
    is_covered = sum(bool(rows) for rows in own.values()) * 2 > len(own)
    for one in listed:
        entered = one.entry.admitted_at
        rows = own[one.key]
        if hours is None or bills.ends is None or entered is None or not (rows or is_covered):
            continue
        last = max((_day(row) for row in rows), default=_wall(entered).date() - timedelta(days=1))
        listed_on = _wall(one.exported_at).date()
        # The list's own day is not over; the ledger's last day is.
        edge = min(listed_on - timedelta(days=1), bills.ends)
        empty = (edge - last).days
        if empty * _HOURS < hours:
            continue
        first = last + timedelta(days=1)
        beside = [row for row in rows if _day(row) == last]
        yield LedgerPoint(
            kind="listed_no_service",
            subject=_subject(one.entry),
            ward_or_item=one.entry.ward,
            first=first,
            last=edge,
            quantity=Decimal(empty),
            rows=(*(_place(row) for row in beside), *seen.of(one)),
            rule="headcount-no-service",
            explanation=(
                f"{one.entry.ward}{bed_label(one.entry.bed)}{_wall(entered).date()}入院，"
                f"{listed_on}在院名单仍列为在院，其中{first}至{edge}连续{empty}日无任何收费项目，达到{hours}小时，"
                "疑为挂床住院。"
            ),
        )


def _discharged(listed: Sequence[Listed], bills: _Bills, seen: SeenAt) -> Iterator[LedgerPoint]:
    """Still on the list, though every bill of the stay says discharged on an earlier day."""
    for one in listed:
        rows = bills.of(one)
        ends = [end for row in rows if isinstance(end := row["discharged"], date)]
        listed_on = _wall(one.exported_at).date()
        if len(ends) != len(rows) or not ends or max(ends) >= listed_on:
            continue
        latest = [row for row in rows if _day(row) == _day(rows[-1])]
        yield LedgerPoint(
            kind="listed_discharged",
            subject=_subject(one.entry),
            ward_or_item=one.entry.ward,
            first=max(ends),
            last=listed_on,
            quantity=Decimal((listed_on - max(ends)).days),
            rows=(*(_place(row) for row in latest), *seen.of(one)),
            rule="headcount-listed-discharged",
            explanation=(
                f"{one.entry.ward}{bed_label(one.entry.bed)}收费明细记载{max(ends)}出院，{listed_on}在院名单仍列为"
                "在院，应核对出院办理和床位占用。"
            ),
        )


def _is_in_stay(row: Row) -> bool:
    admitted, discharged, day = row["admitted"], row["discharged"], _day(row)
    entered = admitted.date() if isinstance(admitted, datetime) else None
    return (entered is None or day >= entered) and (not isinstance(discharged, date) or day <= discharged)


def _is_between(row: Row, looked: datetime, until: datetime) -> bool:
    """A row that names no time counts from the day after the look on, up to the last whole day."""
    moment = row["time"]
    if isinstance(moment, datetime) and moment.time() != time():
        return looked < moment <= until
    return looked.date() < _day(row) <= until.date()


def _fund(rows: Iterable[Row]) -> Decimal:
    total = sum(fund for row in rows if isinstance(fund := row["fund_left_e4"], int))
    return (Decimal(total) / _E4).quantize(_FEN, ROUND_HALF_UP)


def _numbers(entry: RosterEntry) -> Iterator[str]:
    yield from (text.upper() for text in (entry.id_number, entry.hospital_number) if text)


def _subject(entry: RosterEntry) -> str:
    return entry.hospital_number or entry.id_number or entry.name


def _wall(moment: datetime) -> datetime:
    """Beijing time without zone, as ledgers have it."""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(BEIJING).replace(tzinfo=None)


def _day(row: Row) -> date:
    day = row["date"]
    if not isinstance(day, date):
        raise TypeError(row)
    return day


def _place(row: Row) -> RowPlace:
    file, sheet, line = row["file"], row["sheet"], row["row"]
    if not (isinstance(file, int) and isinstance(sheet, int) and isinstance(line, int)):
        raise TypeError(row)
    return RowPlace(file=file, sheet=sheet, row=line)
