"""The annexes of ledgers: the rows behind each finding, and the national table of problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector_app.domain.finding import Finding, to_fen
from inspector_app.domain.ids import LedgerId
from inspector_app.domain.law import cite_all
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.money import figures
from inspector_app.domain.papers import (
    DetailGroup,
    DetailLine,
    DetailListPaper,
    ProblemLine,
    ProblemTablePaper,
)
from inspector_app.domain.suspicion import Suspicion
from inspector_app.services.claimed_rows import Claimed, lines_of, rows_of

if TYPE_CHECKING:
    from inspector_app.services.paper_matter import Matter


def detail_list(matter: Matter, number: str, head_code: str) -> DetailListPaper:
    """问题明细清单: every row once; where a second finding claims it too, it says so and is not added."""
    suspicions = matter.store.all(Suspicion)
    claimed = [
        (place, finding, rows_of(suspicions, finding.id))
        for place, finding in enumerate(matter.findings(), start=1)
    ]
    held = [(place, finding, rows) for place, finding, rows in claimed if rows]
    seen: dict[tuple[LedgerId, RowPlace], int] = {}
    groups = []
    found = lines_of(matter.store, [rows for _, _, rows in held])
    for (place, finding, _), lines in zip(held, found, strict=True):
        groups.append(_group(matter, place, finding, lines, seen))
    return DetailListPaper(
        **matter.common(number, head_code),
        dates=matter.dates(),
        period=matter.period(),
        groups=tuple(groups),
        count=str(sum(len(group.rows) for group in groups)),
    )


def _group(
    matter: Matter,
    place: int,
    finding: Finding,
    lines: Sequence[Claimed],
    seen: dict[tuple[LedgerId, RowPlace], int],
) -> DetailGroup:
    rows, counted = [], []
    for ledger, where, line in lines:
        first = seen.setdefault((ledger, where), place)
        is_repeated = first != place
        if not is_repeated:
            counted.append(line)
        rows.append(
            DetailLine(
                source=matter.say("place", name=line.source, row=line.row),
                day=line.day.isoformat() if line.day else "",
                person=line.person,
                code=line.code,
                name=line.name,
                spec=line.spec,
                unit=line.unit,
                quantity=_number(line.quantity),
                price=_money(line.price),
                total=_money(line.amount),
                fund=_money(line.fund),
                note=matter.say("repeated", number=first) if is_repeated else "",
            )
        )
    category = matter.packs.category_name(finding.category, matter.inspection.region) or finding.category
    item = "" if finding.item.strip() in ("", category) else f"：{finding.item.strip()}"
    return DetailGroup(
        problem=str(place),
        heading=f"{category}{item}",
        rows=tuple(rows),
        rows_count=str(len(rows)),
        sum_total=_sum(line.amount for line in counted),
        sum_fund=_sum(line.fund for line in counted),
    )


def problem_table(matter: Matter, number: str, head_code: str) -> ProblemTablePaper:
    """问题表 with the sixteen columns of national inspections, one row a finding."""
    inspection, institution = matter.inspection, matter.inspection.institution
    pack = matter.packs.categories(matter.region.categories)
    findings = matter.findings()
    rows = []
    for place, finding in enumerate(findings, start=1):
        category, group = pack.category(finding.category), pack.group_of(finding.category)
        extent = finding.quantity
        if not extent and finding.persons is not None:
            extent = matter.say("persons", count=finding.persons)
        clauses = (matter.law.clause(identity) for identity in finding.clauses)
        rows.append(
            ProblemLine(
                serial=str(place),
                province=matter.typed("province"),
                city=matter.typed("city"),
                institution=inspection.institution.name,
                ownership=matter.say(institution.ownership.value),
                level=matter.say(institution.level.value),
                group=group.name if group is not None else "",
                category=category.name if category is not None else finding.category,
                department=finding.department,
                item=finding.item,
                description=finding.description,
                extent=extent,
                total=figures(to_fen(finding.amounts.total)),
                fund=figures(finding.amounts.to_return),
                grounds=cite_all([clause for clause in clauses if clause is not None]),
                note=matter.typed("remark"),
            )
        )
    return ProblemTablePaper(
        **matter.common(number, head_code),
        dates=matter.dates(),
        problems=tuple(rows),
        count=str(len(rows)),
        sum_total=figures(sum((to_fen(one.amounts.total) for one in findings), Decimal(0))),
        sum_fund=figures(sum((one.amounts.to_return for one in findings), Decimal(0))),
    )


def _sum(amounts: Iterable[Decimal | None]) -> str:
    """Nothing where no row says an amount: an unknown sum is not nought."""
    known = [amount for amount in amounts if amount is not None]
    return figures(to_fen(sum(known, Decimal(0)))) if known else ""


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else figures(to_fen(amount))


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
