"""Three laptops of one visit: what was removed comes back and goes on, and what all three wrote is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Citation, Target, TargetKind
from inspector_app.domain.exchange import PackageKind
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import DeviceId, InspectionId, SuspicionId
from inspector_app.domain.people import Role
from inspector_app.domain.suspicion import Suspicion
from inspector_app.services.labels import Numbers
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock
from tests.services.test_exchange import WORDS, Laptop

Trio = tuple[Laptop, Laptop, Laptop]


@pytest.fixture
def trio(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Trio:
    """Return two inspectors' laptops and the lead's."""
    lin = Laptop.make(tmp_path / "lin", clock, "林知远", Role.INSPECTOR, commit_rule)
    zhou = Laptop.make(tmp_path / "zhou", clock, "周叙白", Role.INSPECTOR, commit_rule)
    he = Laptop.make(tmp_path / "he", clock, "何清越", Role.LEAD, commit_rule)
    return lin, zhou, he


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _opened(*laptops: Laptop, team: tuple[Laptop, ...]) -> InspectionId:
    for one in laptops:
        one.know(*(other for other in laptops if other is not one))
    first = laptops[0].a.inspections
    institution = first.new_institution("青禾县仁安医院", "H99990000001")
    return first.open(institution, bureau="青禾县医疗保障局", team=tuple(one.person for one in team)).id


def _hand(giver: Laptop, to: Laptop, inspection: InspectionId, stick: Path) -> None:
    taken = to.take(giver.hand_over(inspection, to, stick))
    giver.a.handing_over.take_receipt(to.a.receiving.receipt(taken, stick))


def test_every_laptop_numbers_its_evidence_under_a_letter_of_its_own(trio: Trio, stick: Path) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou, he))
    for other in (zhou, he):  # nobody has a picture yet, and nobody knows what the others will take
        other.take(lin.hand_over(inspection, other, stick))
    for number, one in enumerate(trio):
        one.photograph(inspection, 40 * number)
    for other in (zhou, he):
        lin.take(other.hand_over(inspection, lin, stick))
    lin.photograph(inspection, 200)
    assert {piece.number for piece in lin.evidence(inspection)} == {"A-1", "A-2", "B-1", "C-1"}


def test_a_letter_that_two_laptops_took_is_used_no_further() -> None:
    device = DeviceId("lin")
    assert Numbers(device, [("lin", "A", 1), ("zhou", "A", 1)]).letter == "B"
    assert Numbers(device, [("lin", "A", 1), ("lin", "D", 1), ("lin", "A", 2)]).letter == "A"
    assert Numbers(device, [("lin", "A", 2)], {"lin": "A", "zhou": "B"}).foreign == {"B"}


def test_what_was_removed_and_is_returned_goes_on_for_every_laptop(
    trio: Trio, stick: Path, clock: FakeClock
) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    lin.photograph(inspection, 120)
    early = zhou.take(lin.hand_over(inspection, zhou, stick))
    lin.a.handing_over.take_receipt(zhou.a.receiving.receipt(early, stick))
    _hand(lin, he, inspection, stick)
    _hand(lin, zhou, inspection, stick)  # holds the book-keeping that the lead's laptop never saw
    lin.a.handing_over.purge(inspection)
    clock.advance(60)
    he.a.reviewing.return_it(inspection, "请补拍床头卡", WORDS)
    lin.take(he.hand_over(inspection, lin, stick, PackageKind.FULL))
    assert {one.name for one in lin.a.handing_over.held_by(inspection)} == {"何清越", "周叙白"}
    lin.photograph(inspection, 77)
    clock.advance(60)
    for other in (he, zhou):
        other.take(lin.hand_over(inspection, other, stick))
        assert len(other.evidence(inspection)) == 2
        assert other.a.verification.inspection(inspection).intact


def test_a_package_that_holds_less_than_what_was_removed_names_the_laptop_that_holds_it(
    trio: Trio, stick: Path
) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    _hand(lin, zhou, inspection, stick)
    lin.photograph(inspection, 120)
    _hand(lin, he, inspection, stick)
    purged = lin.a.handing_over.purge(inspection)
    less = zhou.hand_over(inspection, lin, stick, PackageKind.FULL)
    with pytest.raises(UnusableInput, match=purged.held_by):
        lin.take(less)
    assert lin.a.desk.inspection_files() == []


def test_what_three_laptops_wrote_about_one_thing_is_shown_and_decided(
    trio: Trio, stick: Path, clock: FakeClock
) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    inspection = _opened(lin, zhou, he, team=(lin, zhou, he))
    finding = replace(lin.a.findings.new(category="absent_stay", item="挂床住院"), description="待核")
    lin.a.findings.record(inspection, finding)
    for other in (zhou, he):
        other.take(lin.hand_over(inspection, other, stick))
    for one, words in ((lin, "四人"), (zhou, "五人"), (he, "六人")):
        clock.advance(1)
        one.a.findings.record(inspection, replace(finding, description=words))
    for other in (zhou, he):
        lin.take(other.hand_over(inspection, lin, stick))
    conflicts = lin.a.conflicts
    first, second = conflicts.open(inspection)
    shown = {_told(side.value) for one in (first, second) for side in (one.here, one.there)}
    assert shown == {"四人", "五人", "六人"}

    ours = next(side for side in (first.here, first.there) if _told(side.value) == "四人")
    conflicts.decide(inspection, first.conflict.id, ours.line.id)
    (left,) = conflicts.open(inspection)
    assert {_told(left.here.value), _told(left.there.value)} == {"四人", "六人"}, (
        "what was refused is not asked again"
    )
    conflicts.decide(inspection, left.conflict.id, left.there.line.id)
    assert conflicts.open(inspection) == ()
    (kept,) = lin.a.desk.inspection(inspection).all(Finding)
    assert kept.description == "六人"


def _told(value: object) -> str:
    assert isinstance(value, Finding)
    return value.description


def test_one_bed_that_two_laptops_saw_differently_is_decided_and_keeps_its_pictures(
    trio: Trio, stick: Path, clock: FakeClock
) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    zhou.take(lin.hand_over(inspection, zhou, stick))
    lin.check(inspection, "3", BedStatus.IN_BED)
    for bed in ("5", "6"):
        for one in (lin, zhou):
            one.check(inspection, bed, BedStatus.IN_BED)
    clock.advance(1)
    seen = zhou.check(inspection, "3", BedStatus.NOT_FOUND)
    zhou.photograph(inspection, 80)
    (picture,) = zhou.evidence(inspection)
    zhou.a.evidence.cite(inspection, [picture.id], Target(kind=TargetKind.BED_CHECK, id=seen, label="3床"))
    clock.advance(1)
    lin.take(zhou.hand_over(inspection, lin, stick))
    (shown,) = lin.a.conflicts.open(inspection)
    sides = (shown.here, shown.there)
    assert [getattr(one.value, "status", None) for one in sides] == [BedStatus.IN_BED, BedStatus.NOT_FOUND]
    lin.a.conflicts.decide(inspection, shown.conflict.id, shown.here.line.id)
    assert lin.a.conflicts.open(inspection) == ()
    (bed,) = [one for one in lin.a.headcounts.checks(inspection) if one.bed == "3"]
    assert bed.status is BedStatus.IN_BED
    (citation,) = lin.a.desk.inspection(inspection).all(Citation)
    assert citation.target.id == bed.id
    zhou.take(lin.hand_over(inspection, zhou, stick))
    assert [one.status for one in zhou.a.headcounts.checks(inspection) if one.bed == "3"] == [bed.status]


def test_two_decisions_about_one_bed_leave_one_look_at_it(trio: Trio, stick: Path, clock: FakeClock) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    zhou.take(lin.hand_over(inspection, zhou, stick))
    lin.check(inspection, "3", BedStatus.IN_BED)
    zhou.check(inspection, "3", BedStatus.NOT_FOUND)
    for _round in range(2):  # first both looks meet, then both decisions
        packages = lin.hand_over(inspection, zhou, stick), zhou.hand_over(inspection, lin, stick)
        zhou.take(packages[0])
        lin.take(packages[1])
        for one in (lin, zhou):
            clock.advance(1)
            for shown in one.a.conflicts.open(inspection):
                one.a.conflicts.decide(inspection, shown.conflict.id, shown.here.line.id)
    zhou.take(lin.hand_over(inspection, zhou, stick))
    for one in (lin, zhou):
        assert len(one.a.headcounts.checks(inspection)) >= 1, "a bed that was looked at is never gone"


@pytest.mark.parametrize("known_to_both", [True, False])
def test_a_suspicion_that_became_a_finding_on_both_laptops_stands_once(
    trio: Trio, stick: Path, clock: FakeClock, known_to_both: bool
) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    raised = [_suspicion(one, clock) for one in (lin, zhou)]
    if known_to_both:
        lin.a.findings.raise_suspicions(inspection, raised[:1])
    zhou.take(lin.hand_over(inspection, zhou, stick))
    for one, suspicion in zip((lin, zhou), raised, strict=False):
        clock.advance(1)
        if not known_to_both:
            one.a.findings.raise_suspicions(inspection, [suspicion])
        (listed,) = one.a.findings.suspicions(inspection)
        finding = replace(one.a.findings.new(category="absent_stay", item="挂床住院"), description="不在床")
        one.a.findings.confirm(inspection, listed.id, finding)
    lin.take(zhou.hand_over(inspection, lin, stick))
    (shown,) = lin.a.conflicts.open(inspection)
    lin.a.conflicts.decide(inspection, shown.conflict.id, shown.here.line.id)
    standing = [one for one in lin.a.findings.findings(inspection) if one.state is not FindingState.WITHDRAWN]
    (suspicion,) = lin.a.findings.suspicions(inspection)
    assert [one.id for one in standing] == [suspicion.finding]


def _suspicion(laptop: Laptop, clock: FakeClock) -> Suspicion:
    return Suspicion(
        id=SuspicionId(laptop.a.desk.ids.new()), key="not_in_bed:3", rule="not_in_bed", title="3床",
        statement="现场未见本人", category="absent_stay", raised_at=clock.now(),
    )  # fmt: skip


def test_a_suspicion_that_both_laptops_raised_is_listed_once(
    trio: Trio, stick: Path, clock: FakeClock
) -> None:
    lin, zhou, he = trio
    inspection = _opened(lin, zhou, he, team=(lin, zhou))
    zhou.take(lin.hand_over(inspection, zhou, stick))
    for one in (lin, zhou):
        one.a.findings.raise_suspicions(inspection, [_suspicion(one, clock)])
    lin.take(zhou.hand_over(inspection, lin, stick))
    assert lin.a.conflicts.open(inspection) == ()
    (listed,) = lin.a.findings.suspicions(inspection)
    assert lin.a.inspections.refresh_card(inspection).open_suspicions == 1
    lin.a.findings.dismiss(inspection, listed.id, "已核实")
    assert [one.id for one in lin.a.findings.suspicions(inspection)] == [listed.id]
    assert lin.a.inspections.refresh_card(inspection).open_suspicions == 0
