"""Laptops that hand an inspection to one another: packages, receipts, review, conflicts."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from inspector_app.app import build_activities
from inspector_app.domain.errors import Cancelled, NotAllowed, Problem, UnusableInput, WrongPassphrase
from inspector_app.domain.evidence import Evidence, IntakeWay
from inspector_app.domain.exchange import PackageKind, ReviewState
from inspector_app.domain.finding import Finding
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.people import Author, Person, Role
from inspector_app.domain.ports import Silent
from inspector_app.domain.safety_copy import Restoration
from inspector_app.domain.wording import sentence
from inspector_app.services.activities import Activities
from inspector_app.services.handing_over import HandedOver, write_hand_over
from inspector_app.services.intake import Source
from inspector_app.services.issuing import may_issue
from inspector_app.services.receiving import AlreadyTaken, TakenIn, check_announced
from inspector_app.system.wrapping import Cost
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

WORDS = "a walk through wards"
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


@dataclass
class Laptop:
    a: Activities
    person: Person
    rule: CommitRule

    @classmethod
    def make(cls, folder: Path, clock: FakeClock, name: str, role: Role, rule: CommitRule) -> Laptop:
        activities = build_activities(
            folder,
            clock=clock,
            ids=SequenceIds(f"{name}-"),
            randomness=FixedRandomness(name.encode()),
            cost=CHEAP,
        )
        person = activities.workspace.create(
            bureau="青禾县医疗保障局",
            name=name,
            certificate_number=f"YL-TEST-{name}",
            passphrase=WORDS,
            role=role,
        )
        activities.workspace.accept_risk()
        return cls(activities, person, rule)

    def know(self, *others: Laptop) -> None:
        for other in others:
            card = other.a.cards.own()
            self.a.cards.introduce(card, card.fingerprint)

    def hand_over(
        self, inspection: InspectionId, to: Laptop, folder: Path, kind: PackageKind = PackageKind.SINCE
    ) -> Path:
        plan = self.a.handing_over.plan(inspection, to.a.desk.device, folder, kind)
        done: HandedOver = write_hand_over(plan, Silent())
        self.a.handing_over.record(done)
        return done.package.path

    def take(self, path: Path) -> TakenIn:
        announced = check_announced(self.a.receiving.announce(path), Silent())
        with self.rule.while_merging():
            return self.a.receiving.take(announced, Silent())

    def evidence(self, inspection: InspectionId) -> list[Evidence]:
        return self.a.desk.inspection(inspection).all(Evidence)

    def photograph(self, inspection: InspectionId, shade: int) -> None:
        buffer = io.BytesIO()
        Image.new("RGB", (64, 48), (shade, 40, 40)).save(buffer, "JPEG")
        source = Source(name="bed.jpg", way=IntakeWay.FILE, data=buffer.getvalue())
        self.a.evidence.take_in(inspection, [source])

    def check(self, inspection: InspectionId, bed: str, status: BedStatus) -> str:
        return self.a.headcounts.check_bed(inspection, ward="内一科", bed=bed, status=status).id


@pytest.fixture
def lin(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "lin", clock, "林知远", Role.INSPECTOR, commit_rule)


@pytest.fixture
def he(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "he", clock, "何清越", Role.LEAD, commit_rule)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def inspection(lin: Laptop) -> InspectionId:
    institution = lin.a.inspections.new_institution("青禾县仁安医院", "H99990000001")
    opened = lin.a.inspections.open(institution, bureau="青禾县医疗保障局", team=(lin.person,))
    lin.photograph(opened.id, 120)
    lin.check(opened.id, "1", BedStatus.IN_BED)
    return opened.id


@pytest.fixture
def known(lin: Laptop, he: Laptop) -> None:
    lin.know(he)
    he.know(lin)


def refused(kind: type[Problem], words: str) -> pytest.RaisesExc[Problem]:
    return pytest.raises(kind, match=words)


@pytest.mark.usefixtures("known")
def test_a_whole_review_there_and_back(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, clock: FakeClock
) -> None:
    taken = he.take(lin.hand_over(inspection, he, stick))
    assert he.evidence(inspection)[0].sha256 == lin.evidence(inspection)[0].sha256
    assert he.a.reviewing.state(inspection) is ReviewState.WAITING
    assert lin.a.handing_over.held_by(inspection) == ()

    lin.a.handing_over.take_receipt(he.a.receiving.receipt(taken, stick))
    (held,) = lin.a.handing_over.held_by(inspection)
    assert (held.name, held.held, held.total, held.is_whole) == ("何清越", 1, 1, True)

    with refused(NotAllowed, "read only here"):
        he.check(inspection, "2", BedStatus.IN_BED)
    clock.advance(60)
    he.a.reviewing.comment(inspection, kind="bed_check", thing="x", label="内一科 1床", text="请补拍床头卡")
    he.a.reviewing.return_it(inspection, "证据不足", WORDS)
    back = lin.take(he.hand_over(inspection, lin, stick))
    assert not back.conflicts
    assert lin.a.reviewing.state(inspection) is ReviewState.RETURNED
    (comment,) = lin.a.reviewing.comments(inspection)
    assert (comment.text, comment.written_by_name) == ("请补拍床头卡", "何清越")
    assert "何清越" in lin.a.timeline.timeline(inspection).people.values()

    clock.advance(60)
    lin.photograph(inspection, 200)
    lin.a.reviewing.settle(inspection, comment.id, "已补拍")
    clock.advance(60)
    second = lin.hand_over(inspection, he, stick)
    announced = he.a.receiving.announce(second)
    assert announced.manifest.kind is PackageKind.SINCE
    assert len(announced.manifest.blobs) == 1
    he.take(second)
    assert len(he.evidence(inspection)) == 2
    assert he.a.reviewing.state(inspection) is ReviewState.WAITING
    he.a.reviewing.accept(inspection, WORDS)
    assert he.a.handing_over.held_by(inspection) == (), "a laptop is no other holder of what it has itself"
    lin.a.handing_over.take_receipt(
        he.a.receiving.receipt(he.a.receiving.again(inspection, announced.outside.digest), stick)
    )
    lin.take(he.hand_over(inspection, lin, stick))
    assert lin.a.reviewing.state(inspection) is ReviewState.ACCEPTED
    assert lin.a.handing_over.purge(inspection).held_by == he.a.cards.own().fingerprint


def test_a_laptop_is_known_only_by_the_code_its_owner_read_out(lin: Laptop, he: Laptop, stick: Path) -> None:
    card = lin.a.cards.read(he.a.cards.write(stick))
    assert card == he.a.cards.own()
    with refused(NotAllowed, "does not fit"):
        lin.a.cards.introduce(card, lin.a.cards.own().fingerprint)
    lin.a.cards.introduce(card, card.fingerprint.lower().replace("-", " "))
    assert [known.card for known in lin.a.cards.known()] == [card]
    with refused(NotAllowed, "this laptop itself"):
        lin.a.cards.read(lin.a.cards.write(stick))


def test_unknown_laptops_are_refused_on_both_sides(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    with refused(NotAllowed, "not known here"):
        lin.hand_over(inspection, he, stick)
    lin.know(he)
    path = lin.hand_over(inspection, he, stick)
    with refused(NotAllowed, "not known here"):
        he.take(path)
    assert he.a.desk.inspection_files() == []


@pytest.mark.usefixtures("known")
def test_a_package_for_somebody_else_names_whom_it_is_for(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, tmp_path: Path, clock: FakeClock
) -> None:
    zhou = Laptop.make(tmp_path / "zhou", clock, "周叙白", Role.INSPECTOR, lin.rule)
    zhou.know(lin, he)
    with refused(NotAllowed, "is for 何清越"):
        zhou.take(lin.hand_over(inspection, he, stick))


@pytest.mark.usefixtures("known")
def test_replayed_and_out_of_turn_packages_are_refused(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    first = lin.hand_over(inspection, he, stick)
    taken = he.take(first)
    with refused(UnusableInput, "already"):
        he.take(first)
    lin.a.handing_over.take_receipt(he.a.receiving.receipt(taken, stick))
    lin.check(inspection, "2", BedStatus.IN_BED)
    since = lin.hand_over(inspection, he, stick)
    he.a.desk.remove_inspection(inspection)
    with refused(UnusableInput, "full package"):
        he.take(since)
    assert he.a.desk.inspection_files() == []


@pytest.mark.usefixtures("known")
def test_a_cancelled_or_damaged_package_leaves_nothing(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    class Impatient:
        def report(self, done: int, total: int | None) -> None:
            raise Cancelled(sentence("Cancelled."))

    path = lin.hand_over(inspection, he, stick)
    announced = he.a.receiving.announce(path)
    with pytest.raises(Cancelled):
        he.a.receiving.take(announced, Impatient())
    part = announced.outside.parts[0].path
    part.write_bytes(part.read_bytes()[:-1])
    with refused(UnusableInput, "damaged"):
        he.take(path)
    assert he.a.desk.inspection_files() == []
    assert he.a.inspections.cards() == []


@pytest.mark.usefixtures("known")
def test_the_same_thing_changed_on_both_is_shown_side_by_side_and_a_person_decides(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, clock: FakeClock
) -> None:
    lin.a.inspections.revise(replace(lin.a.inspections.inspection(inspection), team=(lin.person, he.person)))
    finding = replace(lin.a.findings.new(category="absent_stay", item="挂床住院"), description="三人不在床")
    lin.a.findings.record(inspection, finding)
    he.take(lin.hand_over(inspection, he, stick))
    clock.advance(10)
    lin.a.findings.record(inspection, replace(finding, description="林：四人不在床"))
    clock.advance(10)
    he.a.findings.record(inspection, replace(finding, description="何：五人不在床"))
    he.check(inspection, "9", BedStatus.IN_BED)
    taken = lin.take(he.hand_over(inspection, lin, stick))
    assert [conflict.kind for conflict in taken.conflicts] == ["finding"]
    (shown,) = lin.a.conflicts.open(inspection)
    sides = [side.value for side in (shown.here, shown.there)]
    assert all(isinstance(value, Finding) for value in sides)
    assert [value.description for value in sides if isinstance(value, Finding)] == [
        "林：四人不在床",
        "何：五人不在床",
    ]
    lin.a.conflicts.decide(inspection, shown.conflict.id, shown.here.line.id)
    (kept,) = lin.a.findings.findings(inspection)
    assert kept.description == "林：四人不在床"
    assert lin.a.conflicts.open(inspection) == ()
    history = lin.a.desk.inspection(inspection).history(Finding, finding.id)
    assert len(history) == 4
    assert {check.bed for check in lin.a.headcounts.checks(inspection)} == {"1", "9"}


@pytest.mark.usefixtures("known")
def test_nothing_unreceipted_is_purged_and_the_register_keeps_its_line(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    with refused(NotAllowed, "this laptop alone"):
        lin.a.handing_over.purge(inspection)
    taken = he.take(lin.hand_over(inspection, he, stick))
    receipt = he.a.receiving.receipt(taken, stick)
    lin.a.handing_over.take_receipt(receipt)
    lin.photograph(inspection, 77)
    with refused(NotAllowed, "this laptop alone"):
        lin.a.handing_over.purge(inspection)
    again = he.take(lin.hand_over(inspection, he, stick))
    lin.a.handing_over.take_receipt(he.a.receiving.receipt(again, stick))
    purged = lin.a.handing_over.purge(inspection)
    assert purged.institution_name == "青禾县仁安医院"
    assert lin.a.desk.inspection_files() == []


@pytest.mark.usefixtures("known")
def test_a_receipt_of_somebody_else_or_for_something_else_is_refused(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, tmp_path: Path, clock: FakeClock
) -> None:
    taken = he.take(lin.hand_over(inspection, he, stick))
    receipt = he.a.receiving.receipt(taken, stick)
    zhou = Laptop.make(tmp_path / "zhou", clock, "周叙白", Role.INSPECTOR, lin.rule)
    with refused(NotAllowed, "not known here"):
        zhou.a.handing_over.take_receipt(receipt)
    zhou.know(he)
    with refused(UnusableInput, "not on this laptop"):
        zhou.a.handing_over.take_receipt(receipt)
    only_lead = pytest.raises(NotAllowed, match="Only a team lead")
    with only_lead:
        lin.a.reviewing.accept(inspection, WORDS)


@pytest.mark.usefixtures("known")
def test_a_second_inspector_of_the_visit_works_on_another_laptop_and_both_merge(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path, tmp_path: Path, clock: FakeClock
) -> None:
    zhou = Laptop.make(tmp_path / "zhou", clock, "周叙白", Role.INSPECTOR, lin.rule)
    zhou.know(lin)
    lin.know(zhou)
    known_there = replace(zhou.person, id=PersonId("entered-by-lin"))  # each laptop has identities of its own
    lin.a.inspections.revise(
        replace(lin.a.inspections.inspection(inspection), team=(lin.person, known_there))
    )
    zhou.take(lin.hand_over(inspection, zhou, stick))
    assert not zhou.a.reviewing.is_guest(inspection)
    zhou.check(inspection, "7", BedStatus.IN_BED)
    lin.check(inspection, "8", BedStatus.IN_BED)
    assert lin.take(zhou.hand_over(inspection, lin, stick)).conflicts == ()
    zhou.take(lin.hand_over(inspection, zhou, stick))
    walked = {check.bed for check in lin.a.headcounts.checks(inspection)}
    assert walked == {"1", "7", "8"} == {check.bed for check in zhou.a.headcounts.checks(inspection)}


@pytest.mark.usefixtures("known")
def test_three_packages_after_one_receipt_still_fit(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    taken = he.take(lin.hand_over(inspection, he, stick))
    lin.a.handing_over.take_receipt(he.a.receiving.receipt(taken, stick))
    for bed in ("2", "3", "4"):
        lin.check(inspection, bed, BedStatus.IN_BED)
        he.take(lin.hand_over(inspection, he, stick))
    assert len(he.a.headcounts.checks(inspection)) == 4


@pytest.mark.usefixtures("known")
def test_a_lost_receipt_is_written_again(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    path = lin.hand_over(inspection, he, stick)
    he.take(path)
    with pytest.raises(AlreadyTaken) as told:
        he.take(path)
    again = he.a.receiving.again(told.value.inspection, told.value.digest)
    assert lin.a.handing_over.take_receipt(he.a.receiving.receipt(again, stick)).receipt is not None


@pytest.mark.usefixtures("known")
def test_lines_in_the_receivers_own_name_are_refused(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    he.take(lin.hand_over(inspection, he, stick))
    store = lin.a.desk.inspection(inspection)
    thief = Author(person=lin.person.id, device=he.a.desk.device)
    with store.intention("bed checked", thief) as unit:
        unit.put(replace(lin.a.headcounts.checks(inspection)[0], note="untergeschoben"))
    with refused(UnusableInput, "contradicts"):
        he.take(lin.hand_over(inspection, he, stick))
    assert he.a.headcounts.checks(inspection)[0].note == ""


@pytest.mark.usefixtures("known")
def test_a_decision_needs_the_leads_passphrase_and_nobody_reviews_their_own(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    lin.a.inspections.revise(
        replace(
            lin.a.inspections.inspection(inspection),
            team=(lin.person, replace(he.person, id=PersonId("entered-by-lin"))),
        )
    )
    he.take(lin.hand_over(inspection, he, stick))
    with refused(NotAllowed, "Nobody reviews"):
        he.a.reviewing.accept(inspection, WORDS)
    lin.a.inspections.revise(replace(lin.a.inspections.inspection(inspection), team=(lin.person,)))
    he.take(lin.hand_over(inspection, he, stick))
    with refused(WrongPassphrase, "passphrase"):
        he.a.reviewing.accept(inspection, "something else")
    assert he.a.reviewing.state(inspection) is ReviewState.WAITING


@pytest.mark.usefixtures("known")
def test_only_the_laptop_that_began_the_inspection_issues(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    he.take(lin.hand_over(inspection, he, stick))
    assert may_issue(lin.a.desk, inspection)
    assert not may_issue(he.a.desk, inspection)
    with refused(NotAllowed, "Another laptop issues"):
        he.a.notices.signing.lay_out(inspection, DocumentId("any"))
    store = he.a.desk.inspection(inspection)
    heir = Restoration(
        id="r",
        at=he.a.desk.clock.now(),
        by=he.person.id,
        copied_at=he.a.desk.clock.now(),
        former_device=lin.a.desk.device,
        device=he.a.desk.device,
    )
    store.guard = None
    with store.intention("continued from a safety copy", he.a.desk.author) as unit:
        unit.put(heir)
    assert may_issue(he.a.desk, inspection)


@pytest.mark.usefixtures("known")
def test_a_taking_in_that_was_killed_leaves_nothing_visible_and_is_repeated(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Path
) -> None:
    path = lin.hand_over(inspection, he, stick)
    store = he.a.desk.new_inspection(inspection)
    store.blobs.add([b"half of a photograph"])  # as a killed process leaves it: staged, never published
    he.a.desk.close_inspection(inspection)
    assert he.a.inspections.cards() == []
    he.take(path)
    assert len(he.evidence(inspection)) == 1
    assert he.a.desk.inspection(inspection).blobs.sweep() == 0
