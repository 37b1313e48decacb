"""Stays as billing shows them: fees outside their days, overlaps, admissions soon after, days of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import partial

import polars as pl

from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.region import HeadcountRules
from inspector_app.ledgers.charge_rows import standing_rows
from inspector_app.ledgers.stay_rows import STAY, Draft, StayDays, points_of, points_with

OUTPATIENT = (
    "门诊", "普通门诊", "门诊统筹", "急诊", "门诊慢特病", "门诊慢病", "门诊特病", "门诊挂号", "药店购药",
    "定点药店购药", "购药", "11", "12", "13", "14", "41", "outpatient",
)  # fmt: skip
"""Whole words and codes of 医疗类别; another word is no outpatient bill."""
_HOURS = 24
_DAY = timedelta(days=1)


def stay_points(billed: pl.LazyFrame, rules: HeadcountRules) -> tuple[LedgerPoint, ...]:
    """Return what the stays of a billing ledger point at; who has no number or no stay accuses nobody."""
    named = billed.filter(pl.col("patient_id").is_not_null() & pl.col("date").is_not_null()).with_columns(
        pl.col("patient_id").str.to_uppercase(), pl.col("institution_code").fill_null("")
    )
    stays = _stays(named)
    drafts = [
        *_overlapping(stays),
        *_readmitted(stays, rules.readmission_days),
        *_empty_days(named, stays, rules.no_service_hours),
    ]
    found = [*_outside(named), *_outpatient(named, stays), *points_of(named, drafts)]
    return tuple(sorted(found, key=lambda point: (point.kind, point.subject, point.period)))


def _stays(named: pl.LazyFrame) -> pl.DataFrame:
    """One line a stay, in the order of a person's admissions; ``at`` numbers them."""
    billed = pl.col("date").filter(pl.col("quantity_e4") > 0)
    return (
        named.filter(pl.col("admitted").is_not_null() & pl.col("visit").is_not_null())
        .group_by(STAY)
        .agg(pl.col("admitted").min().dt.date(), pl.col("discharged").max(), billed.max().alias("latest"))
        .collect(engine="streaming")
        .with_columns(last=pl.coalesce("discharged", pl.max_horizontal("latest", "admitted")))
        .sort("patient_id", "admitted", "visit", "institution_code")
        .with_row_index("at")
    )


def _outside(named: pl.LazyFrame) -> Iterator[LedgerPoint]:
    """Fees before the admission or after the discharge, net of refunds; the days themselves are inside."""
    day = pl.col("date")
    is_outside = (day < pl.col("admitted").dt.date()) | (day > pl.col("discharged"))
    visits = named.filter(is_outside & (pl.col("quantity_e4") > 0)).select(STAY).unique()
    rows = standing_rows(named.join(visits, on=STAY, how="semi", nulls_equal=True)).filter(is_outside)
    stays = rows.group_by(STAY, maintain_order=True).agg(
        pl.col("admitted").first().dt.date(), pl.col("discharged").first()
    )
    drafts = []
    for stay in stays.iter_rows(named=True):
        said = f"{stay['admitted']}入院" if stay["admitted"] is not None else ""
        said += f"、{stay['discharged']}出院" if stay["discharged"] is not None else ""
        drafts.append(
            Draft(
                kind="stay_fees_outside", rule="stay-days", person=stay["patient_id"],
                item=stay["visit"] or "", has_amount=True, say=partial(_outside_words, said.lstrip("、")),
            )
        )  # fmt: skip
    yield from points_with(_claimed(rows, stays.with_row_index("claim"), STAY), drafts)


def _outside_words(stay: str, rows: int, amount: Decimal) -> str:
    return f"{stay}，住院日期以外计收费用{rows}行，涉及医保基金{amount:.2f}元。"


def _claimed(rows: pl.DataFrame, claims: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    joined = rows.join(claims.select("claim", *on), on=on, nulls_equal=True)
    return joined.select("claim", "file", "sheet", "row", "date", fund="fund_left_e4")


def _overlapping(stays: pl.DataFrame) -> Iterator[Draft]:
    """Two stays of one person on the same days; leaving here and entering there on one day is a transfer."""
    pairs = (
        stays.lazy()
        .join(stays.lazy(), on="patient_id", suffix="_other")
        .filter(pl.col("at") < pl.col("at_other"))
        .with_columns(
            first=pl.max_horizontal("admitted", "admitted_other"), to=pl.min_horizontal("last", "last_other")
        )
        .filter(pl.col("first") < pl.col("to"))
        .collect(engine="streaming")
        .sort("at", "at_other")
    )
    for pair in pairs.iter_rows(named=True):
        here, there = pair["institution_code"], pair["institution_code_other"]
        person, days = pair["patient_id"], (pair["to"] - pair["first"]).days
        where = "两次" if here == there else "在两家机构"
        said = (
            f"同一人员{where}住院日期重叠：{pair['visit']}为{pair['admitted']}至{pair['last']}，"
            f"{pair['visit_other']}为{pair['admitted_other']}至{pair['last_other']}，重叠{days}日，"
            "后一次住院重叠期间医保基金"
        )
        both = ((here, pair["visit"], False), (there, pair["visit_other"], True))
        yield Draft(
            kind="stay_overlap", rule="stay-overlap", person=person, quantity=Decimal(days), has_amount=True,
            item=f"{pair['visit']}、{pair['visit_other']}", say=partial(_overlap_words, said),
            spans=tuple(
                StayDays(stay=(institution, person, visit), first=pair["first"], last=pair["to"],
                         is_claimed=claimed)
                for institution, visit, claimed in both
            ),
        )  # fmt: skip


def _overlap_words(said: str, _rows: int, amount: Decimal) -> str:
    return f"{said}{amount:.2f}元。"


def _outpatient(named: pl.LazyFrame, stays: pl.DataFrame) -> Iterator[LedgerPoint]:
    """Outpatient bills on days inside a stay, its first and last day left out."""
    is_outpatient = pl.col("med_type").is_in(OUTPATIENT).fill_null(value=False)
    people = stays.lazy().select("patient_id").unique()
    rows = standing_rows(named.filter(is_outpatient).join(people, on="patient_id", how="semi"))
    inside = (
        rows.lazy()
        .select("patient_id", "file", "sheet", "row", "date", fund="fund_left_e4")
        .join(stays.lazy().select("at", "patient_id", "visit", "admitted", "last"), on="patient_id")
        .filter((pl.col("admitted") < pl.col("date")) & (pl.col("date") < pl.col("last")))
        .collect()
    )
    claims = inside.select("at").unique().sort("at").with_row_index("claim")
    drafts = [
        Draft(
            kind="stay_outpatient", rule="stay-outpatient", person=stay["patient_id"], item=stay["visit"],
            has_amount=True, say=partial(_outpatient_words, f"{stay['admitted']}至{stay['last']}"),
        )
        for stay in stays.join(claims, on="at", how="semi").sort("at").iter_rows(named=True)
    ]  # fmt: skip
    yield from points_with(inside.join(claims, on="at"), drafts)


def _outpatient_words(stay: str, rows: int, amount: Decimal) -> str:
    return f"{stay}住院期间发生门诊费用{rows}行，涉及医保基金{amount:.2f}元。"


def _readmitted(stays: pl.DataFrame, days: int | None) -> Iterator[Draft]:
    """Admitted again in the same institution within the region's days (分解住院)."""
    if days is None:
        return
    following = [
        pl.col(name).shift(-1).over("patient_id", order_by="at").alias(f"{name}_other")
        for name in ("institution_code", "visit", "admitted")
    ]
    gap = (pl.col("admitted_other") - pl.col("discharged")).dt.total_days()
    again = (
        stays.with_columns(following)
        .with_columns(gap=gap)
        .filter((pl.col("institution_code") == pl.col("institution_code_other")) & gap.is_between(0, days))
    )
    for pair in again.iter_rows(named=True):
        between = (pair["discharged"], pair["admitted_other"])
        said = (
            f"{between[0]}出院，{between[1]}再次入院，间隔{pair['gap']}日，不超过{days}日，应核对两次住院"
            "的诊断和病情是否分解住院。"
        )
        yield Draft(
            kind="stay_readmitted", rule="stay-readmission", person=pair["patient_id"],
            item=f"{pair['visit']}、{pair['visit_other']}", quantity=Decimal(pair["gap"]), days=between,
            say=partial(_as_it_is, said),
            spans=tuple(
                StayDays(stay=(pair["institution_code"], pair["patient_id"], visit), first=between[0],
                         last=between[1])
                for visit in (pair["visit"], pair["visit_other"])
            ),
        )  # fmt: skip


def _empty_days(named: pl.LazyFrame, stays: pl.DataFrame, hours: int | None) -> Iterator[Draft]:
    """Days on end inside a stay on which nothing at all was billed; of one not over, up to its last bill."""
    if hours is None:
        return
    key = stays.lazy().select("at", *STAY, "admitted", "discharged", "last")
    billed = (
        named.filter(pl.col("quantity_e4") > 0)
        .select(*STAY, day="date")
        .join(key, on=STAY)
        .filter(pl.col("day").is_between("admitted", "last"))
        .select("at", "day")
        .unique()
    )
    edges = [key.select("at", day=pl.col("admitted") - _DAY), key.select("at", day=pl.col("last") + _DAY)]
    gaps = (
        pl.concat([billed, *edges])
        .sort("at", "day")
        .with_columns(before=pl.col("day").shift(1).over("at"))
        .with_columns(empty=(pl.col("day") - pl.col("before")).dt.total_days() - 1)
        .filter(pl.col("empty") * _HOURS >= hours)
        .join(key, on="at")
        .collect(engine="streaming")
        .sort("at", "day")
    )
    for gap in gaps.iter_rows(named=True):
        first, last = gap["before"] + _DAY, gap["day"] - _DAY
        said = (
            f"{gap['admitted']}至{gap['discharged'] or '今'}住院，其中{first}至{last}连续{gap['empty']}日"
            f"无任何收费项目，达到{hours}小时，疑为挂床住院。"
        )
        stay = (gap["institution_code"], gap["patient_id"], gap["visit"])
        yield Draft(
            kind="stay_no_service", rule="stay-no-service", person=stay[1], item=stay[2],
            quantity=Decimal(gap["empty"]), days=(first, last), say=partial(_as_it_is, said),
            spans=(StayDays(stay=stay, first=gap["before"], last=gap["day"]),),
        )  # fmt: skip


def _as_it_is(said: str, _rows: int, _amount: Decimal) -> str:
    return said
