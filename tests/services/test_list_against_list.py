"""Two lists of one night in an inspection: what they say against each other and against the looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from inspector_app.domain.absence import Walked
from inspector_app.domain.headcount import BedCheck, BedStatus
from inspector_app.domain.ids import BedCheckId, PersonId
from inspector_app.domain.points_work import PointsWork
from inspector_app.domain.roster_snapshots import CHANGED, ENTERED_LATE, GONE
from inspector_app.services.evidence_intake import EvidenceIntake
from inspector_app.services.findings import FindingService
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.ledgers import LedgerService
from inspector_app.services.packs import PackService
from inspector_app.services.points_sheet import PointsReconciling
from inspector_app.services.rosters import RosterService
from tests import builders
from tests.services.bureau import Bureau
from tests.services.test_stock_sheet import ledgers, take_all

__all__ = ["ledgers"]

_HEADER = "病区,床号,姓名,住院号,入院时间\n"
_EVENING = (
    "内一科,1,沈一禾,ZY1,2026-01-02 10:00\n内一科,2,顾南枝,ZY2,2026-01-03 10:00\n"
    "内一科,3,陆知微,ZY3,2026-01-03 11:00\n内一科,4,何清源,ZY4,2026-01-04 09:00\n"
)
_MORNING = (
    "内一科,1,沈一禾,ZY1,2026-01-01 10:00\n内一科,9,陆知微,ZY3,2026-01-03 11:00\n"
    "内一科,6,苏映秋,ZY6,2026-01-02 08:00\n"
)


def test_the_next_list_shows_who_left_in_haste_and_who_was_entered_late(
    headcounts: HeadcountService, rosters: RosterService, inspections: InspectionService, tmp_path: Path
) -> None:
    inspection = inspections.open(builders.institution(), bureau="局", team=builders.team()).id

    def take(name: str, rows: str, hours: int) -> None:
        path = tmp_path / name
        path.write_text(_HEADER + rows, encoding="utf-8")
        at = builders.EVENING + timedelta(hours=hours)
        rosters.take(inspection, path, rosters.read(inspection, path), exported_by="苏映秋", exported_at=at)

    take("晚.csv", _EVENING, -1)
    for one in rosters.listed(inspection):
        status = BedStatus.NOT_FOUND if one.entry.bed == "2" else BedStatus.IN_BED
        headcounts.check_bed(inspection, ward="内一科", bed=one.entry.bed, status=status, listed=one)
    before = {one.rule for one in headcounts.raise_suspicions(inspection)}
    take("晨.csv", _MORNING, 10)
    found = {one.rule: one for one in headcounts.raise_suspicions(inspection)}
    assert not before & {GONE, ENTERED_LATE, CHANGED}
    assert found[GONE].key.endswith(":ZY2"), "何清源 lay in bed and went home"
    assert found[ENTERED_LATE].key.endswith(":ZY6")
    assert found[CHANGED].key.endswith(":ZY1"), "another bed alone is nothing"


def test_fees_after_the_look_at_an_empty_bed_are_points_of_the_stays(
    bureau: Bureau, ledgers: LedgerService, tmp_path: Path
) -> None:
    rosters = RosterService(bureau.desk, EvidenceIntake(bureau.desk))
    path, billed = tmp_path / "晚.csv", tmp_path / "收费明细.csv"
    path.write_text(_HEADER + _EVENING, encoding="utf-8")
    evening = datetime(2026, 1, 5, 12, tzinfo=UTC)
    preview = rosters.read(bureau.inspection, path)
    rosters.take(bureau.inspection, path, preview, exported_by="苏映秋", exported_at=evening)
    (second,) = [one for one in rosters.listed(bureau.inspection) if one.entry.bed == "2"]
    look = BedCheck(
        id=BedCheckId("look"), ward="内一科", bed="2", name="顾南枝", status=BedStatus.EMPTY_BED,
        checked_at=evening + timedelta(hours=1), checked_by=PersonId("p"), roster=second.roster,
        roster_row=second.entry.row,
    )  # fmt: skip
    with bureau.desk.inspection(bureau.inspection).intention("bed checked", bureau.desk.author) as unit:
        unit.put(look)
    billed.write_text(
        "住院号,姓名,费用发生时间,项目名称,数量,单价,金额,基金支付金额\n"
        "ZY2,顾南枝,2026-01-05 10:00,护理费,1,10,10,8\nZY2,顾南枝,2026-01-05 22:30,护理费,1,10,10,8\n",
        encoding="utf-8",
    )
    take_all(bureau, ledgers, [billed])
    packs = PackService(tmp_path / "packs")
    points = PointsReconciling(bureau.desk, FindingService(bureau.desk), packs, rosters)
    sheet = points.reckoning(bureau.inspection, PointsWork.STAYS)()
    (point,) = [one for one in sheet.points if one.kind == "absent_billed"]
    assert (point.subject, point.amount, [line.row for line in sheet.rows(point)]) == ("ZY2", 8, [3])
    raised = points.raise_points(bureau.inspection, sheet)
    assert "points-stays:absent_billed" in {one.key for one in raised}
    assert points.walked(bureau.inspection, PointsWork.CHARGES) == Walked()
