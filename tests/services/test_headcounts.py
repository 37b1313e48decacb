"""Walking the beds: with the list, without it, twice, on paper, by two groups, and back again."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.headcount import BedCheck, BedStatus, IdentityCheck, Listed
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.suspicion import SuspicionState
from inspector_app.services import fiction
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.rosters import RosterService
from inspector_app.services.walk_views import SheetEntry
from tests import builders
from tests.fakes import FakeClock


@pytest.fixture
def inspection_id(inspections: InspectionService) -> InspectionId:
    return inspections.open(builders.institution(), bureau="局", team=builders.team()).id


@pytest.fixture
def take_list(rosters: RosterService, inspection_id: InspectionId, tmp_path: Path):
    """Takes the invented hospital's list, exported ``minutes`` after the evening's walk begins."""

    def take(minutes: int = -30) -> tuple[Listed, ...]:
        path = tmp_path / f"在院{minutes}.xlsx"
        path.write_bytes(fiction.roster_workbook(fiction.inpatients(builders.EVENING), builders.EVENING))
        rosters.take(
            inspection_id,
            path,
            rosters.read(inspection_id, path),
            exported_by="苏映秋",
            exported_at=builders.EVENING + timedelta(minutes=minutes),
        )
        return rosters.listed(inspection_id)

    return take


def walk_everybody(
    headcounts: HeadcountService, inspection_id: InspectionId, listed: tuple[Listed, ...]
) -> None:
    found = {(person.ward, person.bed): person.found for person in fiction.inpatients(builders.EVENING)}
    for one in listed:
        status = found[one.entry.ward, one.entry.bed.removesuffix("床").lstrip("0")]
        headcounts.check_bed(inspection_id, ward=one.entry.ward, bed=one.entry.bed, status=status, listed=one)


def test_a_walk_can_start_with_nothing(headcounts: HeadcountService, inspection_id: InspectionId) -> None:
    ward = headcounts.add_ward(inspection_id, " 内 一科 ")
    headcounts.check_bed(inspection_id, ward=ward.name, bed="3", status=BedStatus.IN_BED, name="沈一禾")
    headcounts.check_bed(inspection_id, ward=ward.name, bed="4", status=BedStatus.NOT_FOUND)
    view = headcounts.walk(inspection_id, ward.id)
    assert [(row.bed, row.name) for row in view.rows] == [("3", "沈一禾"), ("4", "")]
    assert view.ward_summary.rate == Fraction(1, 2)
    assert headcounts.add_ward(inspection_id, "内一科") == ward


def test_neither_bed_nor_name_is_no_look(headcounts: HeadcountService, inspection_id: InspectionId) -> None:
    with pytest.raises(UnusableInput):
        headcounts.check_bed(inspection_id, ward="内一科", bed=" ", status=BedStatus.IN_BED)


def test_every_look_is_one_line_of_the_journal(
    desk: Desk, headcounts: HeadcountService, inspection_id: InspectionId
) -> None:
    before = desk.inspection(inspection_id).journal.count()
    check = headcounts.check_bed(inspection_id, ward="内一科", bed="3", status=BedStatus.IN_BED)
    headcounts.note(inspection_id, check.id, "床头无生活用品")
    assert desk.inspection(inspection_id).journal.count() == before + 2


def test_a_ward_walked_under_its_door_sign_becomes_the_ward_of_the_list(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    sign = headcounts.add_ward(inspection_id, "内一科护理站")
    headcounts.enter_beds(inspection_id, sign.id, [("3", "")])
    check = headcounts.check_bed(inspection_id, ward=sign.name, bed="3", status=BedStatus.IN_BED)
    take_list(+20)
    ((_, proposal),) = headcounts.proposals(inspection_id)
    after = headcounts.confirm_match(inspection_id, check.id, proposal.candidates[0].listed)
    assert after.ward == "内一科"
    assert headcounts.walk(inspection_id, "内一科").ward_summary.looked_at == 1
    assert sign.id not in [one.ward.id for one in headcounts.wards(inspection_id)]


def test_a_ward_without_a_list_is_done_when_every_typed_bed_was_seen(
    headcounts: HeadcountService, inspection_id: InspectionId
) -> None:
    ward = headcounts.add_ward(inspection_id, "内一科")
    headcounts.enter_beds(inspection_id, ward.id, [("1", ""), ("2", "钱某"), ("3", "")])
    headcounts.check_bed(inspection_id, ward=ward.name, bed="1", status=BedStatus.IN_BED)
    (one,) = headcounts.wards(inspection_id)
    assert (one.to_walk, one.is_done) == (2, False)
    headcounts.check_bed(inspection_id, ward=ward.name, bed="2", name="钱某", status=BedStatus.IN_BED)
    headcounts.check_bed(inspection_id, ward=ward.name, bed="3", status=BedStatus.EMPTY_BED)
    (one,) = headcounts.wards(inspection_id)
    assert (one.to_walk, one.is_done) == (0, True)


def test_a_roster_that_comes_later_is_matched_by_a_person_and_marks_the_walk(
    headcounts: HeadcountService, rosters: RosterService, inspection_id: InspectionId, take_list
) -> None:
    name = fiction.inpatients(builders.EVENING)[2].name
    check = headcounts.check_bed(inspection_id, ward="内一科", bed="3", status=BedStatus.NOT_FOUND, name=name)
    take_list(+20)
    ((walked, proposal),) = headcounts.proposals(inspection_id)
    assert walked == check
    assert proposal.is_sure
    assert headcounts.wards(inspection_id)[0].proposals == 1
    assert headcounts.walk(inspection_id, "内一科").ward_summary.looked_at == 0
    headcounts.confirm_match(inspection_id, check.id, proposal.candidates[0].listed)
    view = headcounts.walk(inspection_id, "内一科")
    (row,) = [row for row in view.rows if row.check]
    assert row.list_is_later
    assert row.listed is not None
    assert view.ward_summary.looked_at == 1
    assert headcounts.proposals(inspection_id) == ()


def test_a_refused_match_is_not_offered_again_and_can_be_taken_back(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    check = headcounts.check_bed(inspection_id, ward="内一科", bed="3", status=BedStatus.IN_BED)
    take_list()
    ((_, proposal),) = headcounts.proposals(inspection_id)
    headcounts.refuse_match(inspection_id, check.id, proposal.candidates[0].listed)
    assert headcounts.proposals(inspection_id) == ()
    headcounts.undo(inspection_id)
    assert len(headcounts.proposals(inspection_id)) == 1


def test_nobody_is_looked_at_twice_on_one_pass_but_a_look_can_be_corrected(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    one = take_list()[0]
    first = headcounts.check_bed(inspection_id, ward="内一科", bed="1", status=BedStatus.IN_BED, listed=one)
    with pytest.raises(NotAllowed, match="already looked at"):
        headcounts.check_bed(inspection_id, ward="内一科", bed="1", status=BedStatus.NOT_FOUND, listed=one)
    again = headcounts.check_bed(
        inspection_id, ward="内一科", bed="1", status=BedStatus.NOT_FOUND, listed=one, check_id=first.id
    )
    assert again.id == first.id
    headcounts.check_bed(
        inspection_id, ward="内一科", bed="1", status=BedStatus.IN_BED, listed=one, pass_number=2
    )
    assert len(headcounts.checks(inspection_id)) == 2


def test_undo_brings_back_what_stood_and_history_keeps_both(
    desk: Desk, headcounts: HeadcountService, inspection_id: InspectionId
) -> None:
    first = headcounts.check_bed(inspection_id, ward="内一科", bed="1", status=BedStatus.IN_BED)
    headcounts.check_bed(inspection_id, ward="内一科", bed="1", status=BedStatus.NOT_FOUND, check_id=first.id)
    headcounts.undo(inspection_id)
    assert headcounts.checks(inspection_id) == [first]
    headcounts.undo(inspection_id)
    assert headcounts.checks(inspection_id) == []
    said = [
        revision.value.status if isinstance(revision.value, BedCheck) else None
        for revision in desk.inspection(inspection_id).history(BedCheck, first.id)
    ]
    assert said == [BedStatus.IN_BED, BedStatus.NOT_FOUND, BedStatus.IN_BED, None]
    with pytest.raises(NotAllowed, match="nothing to undo"):
        headcounts.undo(inspection_id)


def test_an_unknown_person_may_share_a_bed_and_both_are_marked(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    one = take_list()[0]
    first = headcounts.check_bed(
        inspection_id, ward="内一科", bed="01床", status=BedStatus.IN_BED, listed=one
    )
    headcounts.add_person(inspection_id, ward="内一科", bed="1", shares_with=first.id)
    rows = [row for row in headcounts.walk(inspection_id, "内一科").rows if row.check]
    assert [row.check.status for row in rows if row.check] == [BedStatus.SHARED_BED] * 2
    assert all(row.shares_bed for row in rows)
    summary = headcounts.summary(inspection_id)
    assert (summary.present, summary.unknown) == (1, 1)
    headcounts.undo(inspection_id)
    assert headcounts.checks(inspection_id) == [first]


def test_two_groups_take_different_wards_in_the_order_they_are_put(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    take_list()
    first, second = (progress.ward for progress in headcounts.wards(inspection_id))
    headcounts.assign_ward(inspection_id, second.id, "b")
    headcounts.order_wards(inspection_id, (second.id, first.id))
    assert [(progress.ward.name, progress.ward.group) for progress in headcounts.wards(inspection_id)] == [
        ("康复科", "B"),
        ("内一科", ""),
    ]
    check = headcounts.check_bed(inspection_id, ward="康复科", bed="1", status=BedStatus.IN_BED)
    assert check.group == "B"


def test_a_printed_sheet_is_typed_back_in_one_step(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    listed = take_list()
    walked = builders.EVENING - timedelta(minutes=5)
    lines = [
        SheetEntry(bed=one.entry.bed, name=one.entry.name, status=BedStatus.IN_BED, listed=one)
        for one in listed[:3]
    ]
    lines.append(SheetEntry(bed="21", name="", status=BedStatus.IN_BED, note="加床"))
    headcounts.type_back(inspection_id, "内一科", lines, walked_at=walked)
    checks = headcounts.checks(inspection_id)
    assert [(check.checked_at, check.typed_back) for check in checks] == [(walked, True)] * 4
    summary = headcounts.summary(inspection_id)
    assert (summary.looked_at, summary.unknown) == (3, 1)
    headcounts.undo(inspection_id)
    assert headcounts.checks(inspection_id) == []


def test_a_sheet_typed_back_twice_corrects_and_never_doubles(
    headcounts: HeadcountService, inspection_id: InspectionId
) -> None:
    headcounts.check_bed(inspection_id, ward="内一科", bed="3", name="沈一禾", status=BedStatus.IN_BED)
    line = SheetEntry(bed="03床", name="沈一禾", status=BedStatus.NOT_FOUND)
    headcounts.type_back(inspection_id, "内一科", [line])
    (check,) = headcounts.checks(inspection_id)
    assert check.status is BedStatus.NOT_FOUND
    with pytest.raises(UnusableInput, match="neither bed nor name"):
        headcounts.type_back(inspection_id, "内一科", [SheetEntry(bed="", name=" ", status=BedStatus.IN_BED)])


def test_the_invented_hospital_is_suspected_of_what_was_put_into_it(
    headcounts: HeadcountService,
    findings: FindingService,
    inspection_id: InspectionId,
    take_list,
) -> None:
    walk_everybody(headcounts, inspection_id, take_list())
    raised = headcounts.raise_suspicions(inspection_id)
    rules = [suspicion.rule for suspicion in raised]
    assert rules.count("headcount.absent_share") == 2
    assert rules.count("headcount.not_in_bed") == 6
    assert rules.count("headcount.leave") == 1
    assert rules.count("headcount.addresses") == 1
    assert [s.title for s in raised if s.rule == "headcount.addresses"] == [
        "康复科住院患者来源集中于青禾县石桥镇柳湾村"
    ]
    assert len(headcounts.raise_suspicions(inspection_id)) == len(raised)


def test_a_suspicion_goes_when_the_second_look_finds_the_person_and_a_dismissed_one_stays_dismissed(
    headcounts: HeadcountService,
    findings: FindingService,
    inspection_id: InspectionId,
    clock: FakeClock,
    take_list,
) -> None:
    one, other = take_list()[:2]
    for person in (one, other):
        headcounts.check_bed(
            inspection_id, ward="内一科", bed=person.entry.bed, status=BedStatus.NOT_FOUND, listed=person
        )
    missing = [s for s in headcounts.raise_suspicions(inspection_id) if s.rule == "headcount.not_in_bed"]
    findings.dismiss(inspection_id, missing[1].id, "在透析室，已核实")
    clock.advance(1800)
    headcounts.check_bed(
        inspection_id, ward="内一科", bed=one.entry.bed, status=BedStatus.IN_BED, listed=one, pass_number=2
    )
    left = [s for s in headcounts.raise_suspicions(inspection_id) if s.rule == "headcount.not_in_bed"]
    assert [(s.id, s.state) for s in left] == [(missing[1].id, SuspicionState.DISMISSED)]


def test_a_ward_is_given_to_people_of_the_team_and_shows_whose_it_is(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list, desk: Desk
) -> None:
    take_list()
    first, second = (progress.ward for progress in headcounts.wards(inspection_id))
    me, other = builders.team()[:2]
    headcounts.give_ward(inspection_id, first.id, (other.id, me.id, other.id))
    headcounts.give_ward(inspection_id, second.id, (other.id,))
    lines = desk.inspection(inspection_id).journal.count()
    headcounts.give_ward(inspection_id, second.id, (other.id,))
    assert desk.inspection(inspection_id).journal.count() == lines
    taken = [(progress.taken_by, progress.is_mine) for progress in headcounts.wards(inspection_id)]
    assert taken == [((other.name, me.name), True), ((other.name,), False)]
    headcounts.give_ward(inspection_id, first.id, ())
    assert headcounts.wards(inspection_id)[0].taken_by == ()


def test_how_a_person_was_identified_is_said_after_the_look_and_undone(
    headcounts: HeadcountService, inspection_id: InspectionId
) -> None:
    check = headcounts.check_bed(inspection_id, ward="内一科", bed="3", status=BedStatus.IN_BED)
    ways = (IdentityCheck.BED_CARD, IdentityCheck.WRISTBAND)
    said = headcounts.identify(inspection_id, check.id, ways)
    assert said.identified_by == (IdentityCheck.WRISTBAND, IdentityCheck.BED_CARD)
    again = headcounts.check_bed(
        inspection_id, ward="内一科", bed="3", status=BedStatus.SHARED_BED, check_id=check.id
    )
    assert again.identified_by == said.identified_by
    headcounts.undo(inspection_id)
    headcounts.undo(inspection_id)
    assert headcounts.checks(inspection_id)[0].identified_by == ()


def test_who_has_more_leave_on_the_list_than_allowed_is_marked_on_the_walk(
    headcounts: HeadcountService, inspection_id: InspectionId, take_list
) -> None:
    take_list()
    marked = {
        (ward.ward.name, row.bed)
        for ward in headcounts.wards(inspection_id)
        for row in headcounts.walk(inspection_id, ward.ward.id).rows
        if row.exceeds_leave
    }
    suspected = [
        point for point in headcounts.raise_suspicions(inspection_id) if "请假超过规定" in point.title
    ]
    assert marked
    assert len(marked) == len(suspected)
