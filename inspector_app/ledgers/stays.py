"""Stays as billing shows them: fees outside their days, overlaps, admissions soon after, days of nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise

import polars as pl

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.region import HeadcountRules
from inspector_app.ledgers.charge_rows import standing_rows

_OUTPATIENT = (
    "门诊", "普通门诊", "门诊统筹", "急诊", "门诊慢特病", "门诊慢病", "门诊特病", "门诊挂号", "药店购药",
    "定点药店购药", "购药", "11", "12", "13", "14", "41", "outpatient",
)  # fmt: skip
"""Whole words and codes of 医疗类别; another word is no outpatient bill."""
_STAY = ["institution_code", "patient_id", "visit"]
_FEN = Decimal("0.01")
_E4 = Decimal(10_000)
_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stay:
    """One person's stay in one institution; ``days`` are those on which something was billed."""

    institution: str
    person: str
    visit: str
    admitted: date
    discharged: date | None
    days: tuple[date, ...]

    @property
    def last(self) -> date:
        return self.discharged or max((*self.days, self.admitted))


def stay_points(billed: pl.LazyFrame, rules: HeadcountRules) -> tuple[LedgerPoint, ...]:
    """Return what the stays of a billing ledger point at; who has no number or no stay accuses nobody."""
    named = billed.filter(pl.col("patient_id").is_not_null() & pl.col("date").is_not_null()).with_columns(
        pl.col("patient_id").str.to_uppercase(), pl.col("institution_code").fill_null("")
    )
    stays = _stays(named)
    gaps = list(_gaps(stays, rules.no_service_hours))
    rows = _Rows(
        named, {stay.person for own in _by_person(stays) for stay in own} | {gap[0].person for gap in gaps}
    )
    found = [
        *_outside(named),
        *_overlapping(rows, stays),
        *_outpatient(named, stays),
        *_readmitted(rows, stays, rules.readmission_days),
        *(_empty_days(rows, stay, first, last, rules.no_service_hours) for stay, first, last in gaps),
    ]
    return tuple(sorted(found, key=lambda point: (point.kind, point.subject, point.period)))


def _stays(named: pl.LazyFrame) -> list[_Stay]:
    rows = (
        named.filter(pl.col("admitted").is_not_null() & pl.col("visit").is_not_null())
        .group_by(_STAY)
        .agg(
            pl.col("admitted").min().dt.date(),
            pl.col("discharged").max(),
            pl.col("date").filter(pl.col("quantity_e4") > 0).unique().sort().alias("days"),
        )
        .collect(engine="streaming")
        .sort("patient_id", "admitted", "visit", "institution_code")
    )
    return [
        _Stay(institution=one[0], person=one[1], visit=one[2], admitted=one[3], discharged=one[4],
              days=tuple(one[5]))
        for one in rows.select(*_STAY, "admitted", "discharged", "days").iter_rows()
    ]  # fmt: skip


def _outside(named: pl.LazyFrame) -> Iterator[LedgerPoint]:
    """Fees before the admission or after the discharge, net of refunds; the days themselves are inside."""
    day = pl.col("date")
    is_outside = (day < pl.col("admitted").dt.date()) | (day > pl.col("discharged"))
    visits = named.filter(is_outside & (pl.col("quantity_e4") > 0)).select(_STAY).unique()
    rows = standing_rows(named.join(visits, on=_STAY, how="semi", nulls_equal=True)).filter(is_outside)
    for _, group in rows.sort("at").group_by(_STAY, maintain_order=True):
        first = group.row(0, named=True)
        stay = f"{str(first['admitted'])[:10]}入院"
        stay += f"、{first['discharged']}出院" if first["discharged"] is not None else ""
        amount = _fund(group)
        yield _point(
            "stay_fees_outside", first["patient_id"], first["visit"] or "", group, amount,
            f"{stay}，住院日期以外计收费用{group.height}行，涉及医保基金{amount:.2f}元。",
            rule="stay-days",
        )  # fmt: skip


def _overlapping(rows: _Rows, stays: Sequence[_Stay]) -> Iterator[LedgerPoint]:
    """Two stays of one person on the same days; leaving here and entering there on one day is a transfer."""
    for own in _by_person(stays):
        for one, other in combinations(own, 2):
            first, last = max(one.admitted, other.admitted), min(one.last, other.last)
            if first >= last:
                continue
            both = rows.of((one, other), first, last)
            amount = _fund(rows.of((other,), first, last))
            where = "在两家机构" if one.institution != other.institution else "两次"
            yield _point(
                "stay_overlap", one.person, f"{one.visit}、{other.visit}", both, amount,
                f"同一人员{where}住院日期重叠：{one.visit}为{one.admitted}至{one.last}，{other.visit}为"
                f"{other.admitted}至{other.last}，重叠{(last - first).days}日，后一次住院重叠期间医保基金"
                f"{amount:.2f}元。",
                quantity=Decimal((last - first).days), rule="stay-overlap",
            )  # fmt: skip


def _outpatient(named: pl.LazyFrame, stays: Sequence[_Stay]) -> Iterator[LedgerPoint]:
    """Outpatient bills on days inside a stay, its first and last day left out."""
    is_outpatient = pl.col("med_type").is_in(_OUTPATIENT).fill_null(value=False)
    people = pl.LazyFrame({"patient_id": list({stay.person for stay in stays})}, {"patient_id": pl.String})
    rows = standing_rows(named.filter(is_outpatient).join(people, on="patient_id", how="semi"))
    bills: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in rows.iter_rows(named=True):
        bills[str(row["patient_id"])].append(row)
    for stay in stays:
        inside = [
            row
            for row in bills.get(stay.person, ())
            if stay.admitted < date.fromisoformat(str(row["date"])) < stay.last
        ]
        if inside:
            group = rows.filter(pl.col("at").is_in([row["at"] for row in inside]))
            amount = _fund(group)
            yield _point(
                "stay_outpatient", stay.person, stay.visit, group, amount,
                f"{stay.admitted}至{stay.last}住院期间发生门诊费用{group.height}行，涉及医保基金{amount:.2f}元。",
                rule="stay-outpatient",
            )  # fmt: skip


def _readmitted(rows: _Rows, stays: Sequence[_Stay], days: int | None) -> Iterator[LedgerPoint]:
    """Admitted again in the same institution within the region's days (分解住院)."""
    if days is None:
        return
    for own in _by_person(stays):
        for one, other in pairwise(own):
            if one.discharged is None or one.institution != other.institution:
                continue
            gap = (other.admitted - one.discharged).days
            if 0 <= gap <= days:
                both = rows.of((one, other), one.last, other.admitted)
                yield _point(
                    "stay_readmitted", one.person, f"{one.visit}、{other.visit}", both, None,
                    f"{one.discharged}出院，{other.admitted}再次入院，间隔{gap}日，不超过{days}日，应核对两次住院"
                    "的诊断和病情是否分解住院。",
                    quantity=Decimal(gap), rule="stay-readmission",
                    days=(one.discharged, other.admitted),
                )  # fmt: skip


def _gaps(stays: Sequence[_Stay], hours: int | None) -> Iterator[tuple[_Stay, date, date]]:
    """Days on end inside a stay on which nothing at all was billed."""
    for stay in stays:
        if hours is None or stay.discharged is None:
            continue
        inside = [day for day in stay.days if stay.admitted <= day <= stay.discharged]
        marks = [stay.admitted - timedelta(days=1), *inside, stay.discharged + timedelta(days=1)]
        for before, after in pairwise(marks):
            if ((after - before).days - 1) * _HOURS >= hours:
                yield stay, before + timedelta(days=1), after - timedelta(days=1)


def _empty_days(rows: _Rows, stay: _Stay, first: date, last: date, hours: int | None) -> LedgerPoint:
    empty = (last - first).days + 1
    beside = rows.of((stay,), first - timedelta(days=1), last + timedelta(days=1))
    return _point(
        "stay_no_service", stay.person, stay.visit, beside, None,
        f"{stay.admitted}至{stay.discharged}住院，其中{first}至{last}连续{empty}日无任何收费项目，"
        f"达到{hours}小时，疑为挂床住院。",
        quantity=Decimal(empty), rule="stay-no-service", days=(first, last),
    )  # fmt: skip


class _Rows:
    """Rows of some people that stand, by stay; read once."""

    def __init__(self, named: pl.LazyFrame, people: set[str]) -> None:
        chosen = pl.LazyFrame({"patient_id": list(people)}, {"patient_id": pl.String})
        self._rows = standing_rows(named.join(chosen, on="patient_id", how="semi"))
        self._stays = self._rows.partition_by(_STAY, as_dict=True)

    def of(self, stays: Sequence[_Stay], first: date, last: date) -> pl.DataFrame:
        """The rows of stays from one day to another."""
        keys = [(stay.institution, stay.person, stay.visit) for stay in stays]
        found = [self._stays[key] for key in keys if key in self._stays]
        rows = pl.concat(found) if found else self._rows.clear()
        return rows.filter(pl.col("date").is_between(first, last))


def _by_person(stays: Sequence[_Stay]) -> list[list[_Stay]]:
    people: dict[str, list[_Stay]] = defaultdict(list)
    for stay in stays:
        people[stay.person].append(stay)
    return [own for own in people.values() if len(own) > 1]


def _fund(rows: pl.DataFrame) -> Decimal:
    total = rows["fund_left_e4"].sum()
    return (Decimal(int(total)) / _E4).quantize(_FEN, ROUND_HALF_UP)


def _point(
    kind: str, person: str, item: str, rows: pl.DataFrame, amount: Decimal | None, explanation: str, *,
    rule: str, quantity: Decimal | None = None, days: tuple[date, date] | None = None,
) -> LedgerPoint:  # fmt: skip
    listed = rows.sort("file", "sheet", "row").select("file", "sheet", "row", "date").rows()
    when = sorted(row[3] for row in listed)
    first, last = days or (when[0], when[-1]) if when or days else (None, None)
    return LedgerPoint(
        kind=kind,
        subject=person,
        ward_or_item=item,
        first=first,
        last=last,
        quantity=quantity if quantity is not None else Decimal(len(listed)),
        amount=amount,
        rows=tuple(RowPlace(file=file, sheet=sheet, row=row) for file, sheet, row, _ in listed),
        rule=rule,
        explanation=explanation,
    )
