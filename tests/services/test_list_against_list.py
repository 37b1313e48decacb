"""Two lists of one night in an inspection: what they say against each other and against the looks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.roster_snapshots import CHANGED, ENTERED_LATE, GONE
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.rosters import RosterService
from tests import builders

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
