"""The ledgers of the invented inspection: taken in, reconciled, decided on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.points_work import PointsWork
from inspector_app.domain.ports import Silent, finish
from inspector_app.domain.suspicion import SuspicionState
from inspector_app.services import fiction
from inspector_app.services.fiction_stock import FIRST, LAST, stock_fiction
from inspector_app.services.fiction_stock_files import stock_files
from inspector_app.services.fiction_trace import trace_fiction
from inspector_app.services.ledger_reading import look_at_all
from inspector_app.services.stock_sheet import DIFFERENCE

if TYPE_CHECKING:
    from inspector_app.domain.finding import Finding
    from inspector_app.domain.ids import InspectionId
    from inspector_app.services.activities import Activities

_SEED = 9
_CONFIRMED = frozenset({"trace_duplicate", "trace_two_institutions", "trace_not_purchased"})
"""Kinds of points that become one finding; the others are set aside."""


def take_ledgers(activities: Activities, inspection: InspectionId, folder: Path) -> str:
    """Write what the hospital hands over into ``folder`` and take all of it in; say what it was."""
    given = folder / "台账"
    given.mkdir(exist_ok=True)
    for file in stock_files(stock_fiction(_SEED), _SEED):
        (given / file.name).write_bytes(file.content)
    codes = trace_fiction(_SEED, rounds=3)
    (given / "追溯码结算明细.csv").write_bytes(codes.settled_file())
    (given / "追溯码入库明细.csv").write_bytes(codes.bought_file())
    read = used = 0
    for looked in look_at_all(sorted(given.iterdir()), {}, Silent()):
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
    return f"ledgers taken in with their files as evidence: {read} lines, {used} of them used"


def reconcile(activities: Activities, inspection: InspectionId) -> str:
    """Reconcile stock and trace codes; two findings come of it, the rest is set aside."""
    findings = activities.findings
    activities.stock.choose_period(inspection, FIRST, LAST)
    sheet = activities.stock.reckoning(inspection)()
    activities.stock.raise_points(inspection, sheet)
    points = activities.points.reckoning(inspection, PointsWork.TRACE)()
    activities.points.raise_points(inspection, points)
    undecided = [one for one in findings.suspicions(inspection) if one.state is SuspicionState.OPEN]
    dearest = max(undecided, key=lambda one: (one.rule == DIFFERENCE, one.amount or 0))
    codes = [one for one in undecided if one.key.split(":")[-1] in _CONFIRMED]
    for group in ((dearest,), tuple(codes)):
        name = activities.packs.category_name(group[0].category)
        finding = _completed(activities, findings.joint_proposal(group, name))
        findings.confirm_together(inspection, tuple(one.id for one in group), finding)
    others = [one.id for one in undecided if one is not dearest and one not in codes]
    findings.dismiss_together(inspection, tuple(others), "需调取原始单据另行核实，本次不作认定")
    return (
        f"{len(sheet.lines)} items and {len(points.points)} points of trace codes: "
        f"{1 + len(codes)} suspicions confirmed as 2 findings, {len(others)} set aside"
    )


def _completed(activities: Activities, finding: Finding) -> Finding:
    offered = activities.packs.proposals_for(finding.category)
    return replace(
        finding,
        clauses=finding.clauses or offered.clauses,
        requirement=finding.requirement or offered.requirement,
        conduct_from=FIRST,
        conduct_to=LAST,
        department="药剂科",
    )
