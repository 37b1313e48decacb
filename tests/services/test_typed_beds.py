"""Beds that were typed and not looked at yet: saved at once, shown once, in the order of walking."""

from __future__ import annotations

from datetime import timedelta

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.services import sheet_drafts
from inspector_app.services.desk import Desk
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.sheet_drafts import SheetDraft, SheetLine
from tests import builders
from tests.fakes import FakeClock


@pytest.fixture
def inspection(inspections: InspectionService) -> InspectionId:
    return inspections.open(builders.institution(), bureau="局", team=builders.team()).id


@pytest.fixture
def ward(headcounts: HeadcountService, inspection: InspectionId) -> str:
    return headcounts.add_ward(inspection, "内一科").id


def shown(headcounts: HeadcountService, inspection: InspectionId, ward: str) -> list[tuple[str, str, bool]]:
    rows = headcounts.walk(inspection, ward).rows
    return [(row.bed, row.name, row.check is not None) for row in rows]


def test_typed_beds_are_kept_with_one_line_of_the_journal(
    desk: Desk, headcounts: HeadcountService, inspection: InspectionId, ward: str
) -> None:
    before = desk.inspection(inspection).journal.count()
    headcounts.enter_beds(inspection, ward, (("02", ""), ("01", ""), ("10", "沈一禾")))
    assert desk.inspection(inspection).journal.count() == before + 1
    expected = [("01", "", False), ("02", "", False), ("10", "沈一禾", False)]
    assert shown(headcounts, inspection, ward) == expected
    headcounts.enter_beds(inspection, ward, (("1床", ""),))
    assert shown(headcounts, inspection, ward) == expected, "the same bed, written differently"
    assert desk.inspection(inspection).journal.count() == before + 1


def test_a_look_takes_the_place_of_the_typed_bed_and_its_undoing_brings_it_back(
    headcounts: HeadcountService, inspection: InspectionId, ward: str
) -> None:
    headcounts.enter_beds(inspection, ward, (("01", ""),))
    headcounts.check_bed(inspection, ward="内一科", bed="01", status=BedStatus.IN_BED)
    assert shown(headcounts, inspection, ward) == [("01", "", True)]
    headcounts.undo(inspection)
    assert shown(headcounts, inspection, ward) == [("01", "", False)]


def test_correcting_a_looked_at_bed_leaves_no_empty_one_behind(
    headcounts: HeadcountService, inspection: InspectionId, ward: str
) -> None:
    headcounts.enter_beds(inspection, ward, (("06", ""),))
    seen = headcounts.check_bed(inspection, ward="内一科", bed="06", status=BedStatus.IN_BED)
    headcounts.correct_person(inspection, seen.id, bed="07", name="沈一禾")
    assert shown(headcounts, inspection, ward) == [("07", "沈一禾", True)]


def test_a_bed_typed_by_mistake_is_taken_out(
    headcounts: HeadcountService, inspection: InspectionId, ward: str
) -> None:
    headcounts.enter_beds(inspection, ward, (("01", ""), ("77", "")))
    headcounts.drop_bed(inspection, ward, "77")
    assert shown(headcounts, inspection, ward) == [("01", "", False)]


def test_no_bed_is_no_bed(headcounts: HeadcountService, inspection: InspectionId, ward: str) -> None:
    with pytest.raises(UnusableInput, match="bed's number"):
        headcounts.enter_beds(inspection, ward, (("  ", ""),))


def test_a_sheet_left_half_typed_is_there_again(
    desk: Desk, inspection: InspectionId, clock: FakeClock
) -> None:
    line = SheetLine(bed="3", name="沈一禾", status=BedStatus.IN_BED, note="有腕带")
    draft = SheetDraft(walked_at=clock.now() - timedelta(hours=1), lines=(line,))
    sheet_drafts.keep(desk, inspection, "内一科", 1, draft)
    assert sheet_drafts.kept(desk, inspection, "内一科", 1) == draft
    assert sheet_drafts.kept(desk, inspection, "内一科", 2) is None
    sheet_drafts.forget(desk, inspection, "内一科", 1)
    assert sheet_drafts.kept(desk, inspection, "内一科", 1) is None
