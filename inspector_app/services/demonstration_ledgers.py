"""The ledgers of the invented inspection: taken in, reconciled, decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.points_work import PointsWork
from inspector_app.domain.ports import Silent, finish
from inspector_app.domain.suspicion import SuspicionState
from inspector_app.services import fiction
from inspector_app.services.fiction_charges import charge_fiction
from inspector_app.services.fiction_dialysis import FIRST as QUARTER_FIRST
from inspector_app.services.fiction_dialysis import LAST as QUARTER_LAST
from inspector_app.services.fiction_dialysis import DialysisFiction, dialysis_fiction
from inspector_app.services.fiction_dialysis_files import dialysis_files
from inspector_app.services.fiction_stays import stay_fiction
from inspector_app.services.fiction_stock import FIRST, LAST, stock_fiction
from inspector_app.services.fiction_stock_files import stock_files
from inspector_app.services.fiction_trace import trace_fiction
from inspector_app.services.ledger_reading import look_at_all
from inspector_app.services.stock_sheet import DIFFERENCE

if TYPE_CHECKING:
    from inspector_app.domain.finding import Finding
    from inspector_app.domain.ids import InspectionId
    from inspector_app.domain.suspicion import Suspicion
    from inspector_app.services.activities import Activities

_SEED = 9
_UNIT, _PATIENTS = 11, 5
"""A dialysis unit of few patients in which six kinds of points are planted."""
_EARLIER = timedelta(days=365)
"""The unit's quarter lies in the year whose stock is reckoned, as its dialysers are stock too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    """What an inspector makes of one reconciliation: some of its suspicions become one finding."""

    confirmed: frozenset[str]
    """How the keys of the suspicions end that become the finding; the others are set aside."""
    department: str
    first: date
    last: date


_DECIDED: Mapping[PointsWork, _Decided] = {
    PointsWork.TRACE: _Decided(
        confirmed=frozenset({"trace_duplicate", "trace_two_institutions", "trace_not_purchased"}),
        department="药剂科",
        first=FIRST,
        last=LAST,
    ),
    PointsWork.DIALYSIS: _Decided(
        confirmed=frozenset({"dialysis_billed_not_recorded"}),
        department="血液净化室",
        first=QUARTER_FIRST - _EARLIER,
        last=QUARTER_LAST - _EARLIER,
    ),
    PointsWork.CHARGES: _Decided(
        confirmed=frozenset({"charge_with/icu-monitoring"}),
        department="重症医学科",
        first=QUARTER_FIRST,
        last=QUARTER_LAST,
    ),
    PointsWork.STAYS: _Decided(confirmed=frozenset(), department="", first=QUARTER_FIRST, last=QUARTER_LAST),
}


def take_ledgers(activities: Activities, inspection: InspectionId, folder: Path) -> str:
    """Write what the hospital hands over into ``folder`` and take all of it in; say what it was."""
    read = used = 0
    files = _written(folder / "台账")
    for looked in look_at_all(files, (), Silent()):
        taken = finish(
            activities.ledgers.take(
                inspection,
                looked,
                handed_over_by=fiction.RECEIVED_BY,
                exported_at=None,
                exported_how="医院信息系统导出，优盘拷贝",
                progress=Silent(),
            )
        )
        read, used = read + taken.counts.read, used + taken.counts.used
    return f"{len(files)} ledgers taken in with their files as evidence: {read} lines, {used} of them used"


def _written(given: Path) -> list[Path]:
    """Write stock room and pharmacy, dialysis unit and wards, each as its own office exports it."""
    codes, charges = trace_fiction(_SEED, rounds=3), charge_fiction(_SEED)
    contents = {Path(file.name): file.content for file in stock_files(stock_fiction(_SEED), _SEED)}
    contents |= {
        Path("追溯码结算明细.csv"): codes.settled_file(),
        Path("追溯码入库明细.csv"): codes.bought_file(),
        Path("病区", "病区费用明细.csv"): charges.files()[0],
        Path("病区", "住院结算明细.csv"): stay_fiction(_SEED).file(),
    }
    unit = dialysis_files(_earlier(dialysis_fiction(_UNIT, stories=_PATIENTS)), _UNIT)
    contents |= {Path("血透室", f"血透{file.name}"): file.content for file in unit}
    for path, content in contents.items():
        (given / path).parent.mkdir(parents=True, exist_ok=True)
        (given / path).write_bytes(content)
    return sorted(given / path for path in contents)


def _earlier(unit: DialysisFiction) -> DialysisFiction:
    """Move every day of every ledger."""
    for rows in (unit.billing, unit.records, unit.schedule, unit.purchases, unit.returns, unit.deaths):
        for row in rows:
            row |= {name: day - _EARLIER for name, day in row.items() if isinstance(day, date)}
    return unit


def reconcile(activities: Activities, inspection: InspectionId) -> str:
    """Reconcile all of it; four findings come of it, the rest is set aside."""
    findings = activities.findings
    activities.stock.choose_period(inspection, FIRST, LAST)
    sheet = activities.stock.reckoning(inspection)()
    raised = activities.stock.raise_points(inspection, sheet)
    dearest = max(raised, key=lambda one: (one.rule == DIFFERENCE, one.amount or 0))
    together: list[tuple[tuple[Suspicion, ...], _Decided]] = [((dearest,), _DECIDED[PointsWork.TRACE])]
    points = 0
    for work, decided in _DECIDED.items():
        pointed = activities.points.reckoning(inspection, work)()
        points += len(pointed.points)
        known = activities.points.raise_points(inspection, pointed)
        confirmed = tuple(one for one in known if one.key.partition(":")[2] in decided.confirmed)
        if confirmed:
            together.append((confirmed, decided))
    for group, decided in together:
        name = activities.packs.category_name(group[0].category)
        finding = _completed(activities, findings.joint_proposal(group, name), decided)
        findings.confirm_together(inspection, tuple(one.id for one in group), finding)
    others = [one.id for one in findings.suspicions(inspection) if one.state is SuspicionState.OPEN]
    findings.dismiss_together(inspection, tuple(others), "需调取原始单据另行核实，本次不作认定")
    settled = sum(len(group) for group, _ in together)
    return (
        f"{len(sheet.lines)} items of stock, {points} points of trace codes, dialysis, charges and stays: "
        f"{settled} suspicions confirmed as {len(together)} findings, {len(others)} set aside"
    )


def _completed(activities: Activities, finding: Finding, decided: _Decided) -> Finding:
    offered = activities.packs.proposals_for(finding.category)
    return replace(
        finding,
        clauses=finding.clauses or offered.clauses,
        requirement=finding.requirement or offered.requirement,
        conduct_from=decided.first,
        conduct_to=decided.last,
        department=decided.department,
    )
