"""Whole ways through the services that the window calls: with very little, and with what goes wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector_app.app import build_activities
from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import DocumentState
from inspector_app.domain.errors import NotAllowed, Problem, WrongPassphrase
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.finding import Amounts
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Person, Role
from inspector_app.services import fiction
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Source
from inspector_app.system.wrapping import Cost

pytestmark = pytest.mark.journey


@pytest.fixture
def activities(tmp_path: Path) -> Activities:
    return build_activities(tmp_path / "workspace", cost=Cost(memory_kib=32, passes=1, lanes=1))


@pytest.fixture
def team(activities: Activities) -> tuple[Person, ...]:
    """Two inspectors and a lead on a laptop that was empty."""
    (name, certificate), second = fiction.INSPECTORS
    first = activities.workspace.create(
        bureau=fiction.BUREAU, name=name, certificate_number=certificate, passphrase=fiction.PASSPHRASE
    )
    workspace = activities.workspace
    other = workspace.add_person(*second, passphrase=fiction.PASSPHRASE)
    lead = workspace.add_person(*fiction.LEAD, Role.SECTION_HEAD, passphrase=fiction.FIRST_PASSPHRASE)
    workspace.unlock(lead.id, fiction.FIRST_PASSPHRASE)
    workspace.change_passphrase(lead.id, fiction.FIRST_PASSPHRASE, fiction.PASSPHRASE)
    workspace.unlock(first.id, fiction.PASSPHRASE)
    return first, other, lead


@pytest.fixture
def inspection(activities: Activities, team: tuple[Person, ...]) -> InspectionId:
    """A visit that has begun in proper form."""
    institution = activities.inspections.register(
        replace(
            activities.inspections.new_institution(fiction.HOSPITAL, fiction.HOSPITAL_CODE),
            credit_code=fiction.CREDIT_CODE,
            address=fiction.ADDRESS,
            legal_representative=fiction.REPRESENTATIVE,
        )
    )
    opened = activities.inspections.open(
        institution, bureau=fiction.BUREAU, team=team[:2], purpose="住院患者在床情况"
    )
    now = activities.desk.clock.now()
    today = official_day(now)
    activities.inspections.revise(replace(opened, data_from=today - timedelta(days=30), data_to=today))
    activities.inspections.open_visit(opened.id, received_by=fiction.RECEIVED_BY)
    activities.inspections.compare_clock(opened.id, now, "手机")
    activities.inspections.show_certificates(opened.id)
    activities.inspections.tell_rights(opened.id, answer="已知悉", told_to=fiction.RECEIVED_BY)
    return opened.id


def _walk_and_find(activities: Activities, inspection: InspectionId) -> None:
    """One empty bed, one picture of it, one finding typed by hand."""
    check = activities.headcounts.check_bed(
        inspection, ward="内一科", bed="3", status=BedStatus.NOT_FOUND, name="青一山"
    )
    picture = fiction.picture_of_an_empty_bed("内一科", "3", check.checked_at, width=400)
    (intake,) = activities.evidence.take_in(
        inspection, [Source(name="bed.jpg", way=IntakeWay.FILE, data=picture)]
    )
    assert intake.evidence is not None
    offered = activities.packs.proposals_for("absent-stay")
    finding = activities.findings.record(
        inspection,
        replace(
            activities.findings.new(category="absent-stay", item="内一科3床无人", description="查无此人。"),
            clauses=offered.clauses,
            requirement=offered.requirement,
            persons=1,
            amounts=Amounts(total=fiction.COST_A_PERSON, fund=fiction.FUND_A_PERSON),
        ),
    )
    target = Target(kind=TargetKind.FINDING, id=finding.id, label=finding.item)
    activities.evidence.cite(inspection, [intake.evidence.id], target)
    activities.records.draw_up(inspection)
    activities.inspections.close_visit(inspection)


def test_an_empty_laptop_reaches_a_signed_notice_without_any_import_or_number(
    activities: Activities, team: tuple[Person, ...], inspection: InspectionId
) -> None:
    notices = activities.notices
    _walk_and_find(activities, inspection)
    draft = notices.draft(inspection)
    notices.edit(
        inspection, draft.id, fields={"contact_office": "基金监管科", "contact_phone": "0000-0000000"}
    )
    notices.approve(inspection, draft.id, team[2].id, fiction.PASSPHRASE)
    for person in team[:2]:
        notices.signing.sign(inspection, draft.id, person.id, fiction.PASSPHRASE)
    issued = notices.signing.issue(inspection, draft.id)
    report = notices.verify(inspection, draft.id)
    assert issued.state is DocumentState.ISSUED
    assert [fact.signer for fact in report.signatures] == [team[0].name, team[1].name, fiction.BUREAU]
    assert report.intact
    assert activities.verification.inspection(inspection, issued.head_code).intact


def test_nobody_approves_what_they_wrote(
    activities: Activities, team: tuple[Person, ...], inspection: InspectionId
) -> None:
    _walk_and_find(activities, inspection)
    draft = activities.notices.draft(inspection)
    activities.notices.edit(
        inspection, draft.id, fields={"contact_office": "基金监管科", "contact_phone": "0000-0000000"}
    )
    with pytest.raises(NotAllowed, match="Nobody approves what they wrote"):
        activities.notices.approve(inspection, draft.id, team[0].id, fiction.PASSPHRASE)


def test_everything_is_there_again_after_the_laptop_was_closed(
    activities: Activities, team: tuple[Person, ...], inspection: InspectionId
) -> None:
    _walk_and_find(activities, inspection)
    before = activities.findings.findings(inspection)
    activities.workspace.lock()
    again = build_activities(activities.desk.folder, cost=Cost(memory_kib=32, passes=1, lanes=1))
    again.workspace.unlock(team[1].id, fiction.PASSPHRASE)
    assert again.findings.findings(inspection) == before
    assert [card.id for card in again.inspections.cards()] == [inspection]
    assert again.verification.inspection(inspection).intact
    again.workspace.lock()


def test_a_wrong_passphrase_opens_nothing_and_the_right_one_still_does(
    activities: Activities, team: tuple[Person, ...]
) -> None:
    activities.workspace.lock()
    with pytest.raises(WrongPassphrase):
        activities.workspace.unlock(team[0].id, "another sentence altogether")
    assert not activities.desk.is_unlocked
    assert activities.workspace.unlock(team[0].id, fiction.PASSPHRASE).name == team[0].name


def test_a_damaged_roster_is_refused_in_a_sentence_and_the_walk_goes_on(
    activities: Activities, inspection: InspectionId, tmp_path: Path
) -> None:
    whole = fiction.roster_workbook(
        fiction.inpatients(activities.desk.clock.now()), activities.desk.clock.now()
    )
    damaged = tmp_path / "名单.xlsx"
    damaged.write_bytes(whole[: len(whole) // 2])
    lines = activities.verification.inspection(inspection).lines
    with pytest.raises(Problem):
        activities.rosters.read(inspection, damaged)
    assert activities.verification.inspection(inspection).lines == lines
    _walk_and_find(activities, inspection)
    assert len(activities.headcounts.checks(inspection)) == 1
