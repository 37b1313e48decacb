"""Points of ledgers: each leads to its rows; what is not set aside is one suspicion a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.held_rows import count
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.points_work import PointsWork
from inspector_app.domain.suspicion import Suspicion, SuspicionState
from inspector_app.services.findings import FindingService
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.packs import PackService
from inspector_app.services.points_sheet import PointsReconciling, PointsSheet
from tests.services.bureau import Bureau, bureau
from tests.services.test_stock_sheet import ledgers, take_all
from tests.services.trace_files import SETTLED, TWICE, write_trace_files

__all__ = ["bureau", "ledgers"]


@pytest.fixture
def findings(bureau: Bureau) -> FindingService:
    return FindingService(bureau.desk)


@pytest.fixture
def points(bureau: Bureau, findings: FindingService, tmp_path: Path) -> PointsReconciling:
    return PointsReconciling(bureau.desk, findings, PackService(tmp_path / "packs"))


@pytest.fixture
def sheet(bureau: Bureau, points: PointsReconciling, ledgers: LedgerService, tmp_path: Path) -> PointsSheet:
    take_all(bureau, ledgers, write_trace_files(tmp_path))
    return points.reckoning(bureau.inspection, PointsWork.TRACE)()


def of(sheet: PointsSheet, kind: str) -> LedgerPoint:
    (found,) = [point for point in sheet.points if point.kind == kind]
    return found


def open_ones(suspicions: list[Suspicion]) -> dict[str, Suspicion]:
    return {one.key: one for one in suspicions if one.state is SuspicionState.OPEN}


def test_without_the_ledger_that_is_needed_a_sentence_says_so(
    bureau: Bureau, points: PointsReconciling
) -> None:
    with pytest.raises(UnusableInput, match="missing"):
        points.reckoning(bureau.inspection, PointsWork.TRACE)


def test_a_point_leads_to_its_lines_in_the_source(sheet: PointsSheet) -> None:
    lines = sheet.rows(of(sheet, "trace_duplicate"))
    assert [(line.source, line.row, line.person) for line in lines] == [
        ("追溯码结算.csv", 2, "沈一禾"),
        ("追溯码结算.csv", 3, "顾南枝"),
    ]


def test_every_kind_of_point_is_one_suspicion_that_holds_its_rows(
    bureau: Bureau, points: PointsReconciling, sheet: PointsSheet
) -> None:
    raised = open_ones(points.raise_points(bureau.inspection, sheet))
    assert sorted(raised) == [
        "points-trace:trace_duplicate",
        "points-trace:trace_invalid",
        "points-trace:trace_not_purchased",
    ]
    twice = raised["points-trace:trace_duplicate"]
    assert twice.title == "同一追溯码多次结算"
    assert TWICE in twice.statement
    assert count(twice.rows) == 2
    (ledger,) = [one for one in sheet.ledgers if one.kind is LedgerKind.SETTLED]
    assert [(held.ledger, held.rows) for held in twice.rows] == [(ledger.id, "2-3")]
    assert open_ones(points.raise_points(bureau.inspection, sheet)) == raised


def test_what_is_set_aside_with_a_reason_is_in_no_suspicion_until_it_is_taken_back(
    bureau: Bureau, points: PointsReconciling, sheet: PointsSheet
) -> None:
    point = of(sheet, "trace_invalid")
    with pytest.raises(UnusableInput, match="reason"):
        points.set_points_aside(bureau.inspection, [point], "  ")
    points.set_points_aside(bureau.inspection, [point], "手工录入时少录，原盒在柜")
    assert "points-trace:trace_invalid" not in open_ones(points.raise_points(bureau.inspection, sheet))
    points.take_back(bureau.inspection, [point])
    assert "points-trace:trace_invalid" in open_ones(points.raise_points(bureau.inspection, sheet))


def test_points_of_a_ledger_that_comes_after_a_decision_are_a_suspicion_of_their_own(
    bureau: Bureau,
    points: PointsReconciling,
    findings: FindingService,
    ledgers: LedgerService,
    sheet: PointsSheet,
    tmp_path: Path,
) -> None:
    raised = open_ones(points.raise_points(bureau.inspection, sheet))
    findings.dismiss(bureau.inspection, raised["points-trace:trace_invalid"].id, "核实为录入错误")
    assert "points-trace:trace_invalid" not in open_ones(points.raise_points(bureau.inspection, sheet))
    header = SETTLED.splitlines()[0]
    later = tmp_path / "三月结算.csv"
    later.write_text(
        f"{header}\nH99990000001,青禾县人民医院,77,X1,阿莫西林胶囊,1,2026-03-03 09:10:00,沈一禾,JS101\n",
        encoding="utf-8-sig",
    )
    take_all(bureau, ledgers, [later])
    after = open_ones(
        points.raise_points(bureau.inspection, points.reckoning(bureau.inspection, PointsWork.TRACE)())
    )
    assert "77" in after["points-trace:trace_invalid:2"].statement
    assert count(after["points-trace:trace_invalid:2"].rows) == 1
