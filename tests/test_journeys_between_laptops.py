"""Whole ways that leave one laptop: refused at the door, confirmed later, reviewed twice, lost, salvaged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.app import build_activities
from inspector_app.domain.errors import DamagedFile
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.exchange import PackageKind, ReviewState
from inspector_app.domain.finding import Finding
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Silent
from inspector_app.domain.record import DeliveryMode
from inspector_app.services.copy_making import make_copy
from inspector_app.services.package_verification import verify_exchanged
from inspector_app.services.party_bundle import PartyBundleService
from inspector_app.services.verification import verify_bytes, verify_store
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock, FixedRandomness, SequenceIds
from tests.services.bureau import CHEAP, WORDS, Bureau, bureau  # noqa: F401 - a fixture
from tests.services.test_exchange import Laptop
from tests.storage.damaging import flip

pytestmark = pytest.mark.journey


@pytest.fixture
def lin(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "lin", clock, "林知远", Role.INSPECTOR, commit_rule)


@pytest.fixture
def zhou(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "zhou", clock, "周叙白", Role.INSPECTOR, commit_rule)


@pytest.fixture
def he(tmp_path: Path, clock: FakeClock, commit_rule: CommitRule) -> Laptop:
    return Laptop.make(tmp_path / "he", clock, "何清越", Role.LEAD, commit_rule)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _opened(lin: Laptop, *team: Laptop) -> InspectionId:
    institution = lin.a.inspections.new_institution("青禾县仁安医院", "H99990000001")
    people = tuple(one.person for one in (lin, *team))
    return lin.a.inspections.open(institution, bureau="青禾县医疗保障局", team=people).id


def test_a_notice_refused_before_a_witness_leaves_a_receipt_and_a_bundle_that_holds(
    bureau: Bureau,  # noqa: F811
    stick: Path,
) -> None:
    notice = bureau.issued()
    deliveries = bureau.made.deliveries
    delivery = deliveries.begin(bureau.inspection)
    deliveries.refuse(
        bureau.inspection, delivery.id, reason="称负责人不在", witness="叶晚舟", witness_unit="杏林社区"
    )
    closed = deliveries.close(bureau.inspection, delivery.id)
    assert (closed.mode, closed.documents) == (DeliveryMode.LEFT_ON_PREMISES, (notice.id,))
    assert deliveries.waiting(bureau.inspection) == []
    folder = PartyBundleService(bureau.desk).write(bureau.inspection, stick)
    (signed,) = folder.glob("*责令整改通知书.pdf")
    assert verify_bytes(signed.read_bytes()).is_good
    (receipt,) = folder.glob("*送达回证.pdf")
    assert receipt.read_bytes() == deliveries.pdf(bureau.inspection, delivery.id)
    assert verify_store(bureau.desk.inspection(bureau.inspection), {}).intact


def test_an_approval_by_telephone_is_issued_upon_and_confirmed_after_the_visit(
    bureau: Bureau,  # noqa: F811
    clock: FakeClock,
) -> None:
    telephone, signing = bureau.notices.telephone, bureau.notices.signing
    draft = bureau.drafted()
    telephone.approve(
        bureau.inspection, draft.id, bureau.he.id, number="0000-0000 0001", called_at=clock.now()
    )
    for person in (bureau.lin, bureau.zhou):
        signing.sign(bureau.inspection, draft.id, person.id, WORDS)
    signing.issue(bureau.inspection, draft.id)
    before = bureau.notices.pdf(bureau.inspection, draft.id)
    assert len(telephone.waiting(bureau.inspection)) == 1
    clock.advance(3600)
    bureau.workspace.unlock(bureau.he.id, WORDS)
    telephone.confirm(bureau.inspection, draft.id, WORDS)
    assert telephone.waiting(bureau.inspection) == ()
    assert bureau.notices.pdf(bureau.inspection, draft.id) == before, "what was issued is never changed"
    assert verify_bytes(before).is_good


def test_two_laptops_of_one_visit_merge_disagree_and_reach_the_lead_as_one(
    lin: Laptop, zhou: Laptop, he: Laptop, stick: Path, clock: FakeClock
) -> None:
    lin.know(zhou, he)
    zhou.know(lin)
    he.know(lin)
    inspection = _opened(lin, zhou)
    finding = replace(lin.a.findings.new(category="absent_stay", item="挂床住院"), description="待核")
    lin.a.findings.record(inspection, finding)
    zhou.take(lin.hand_over(inspection, zhou, stick))
    lin.check(inspection, "1", BedStatus.IN_BED)
    clock.advance(5)
    zhou.check(inspection, "2", BedStatus.NOT_FOUND)
    lin.a.findings.record(inspection, replace(finding, description="四人不在床"))
    clock.advance(5)
    zhou.a.findings.record(inspection, replace(finding, description="五人不在床"))
    lin.take(zhou.hand_over(inspection, lin, stick))
    (shown,) = lin.a.conflicts.open(inspection)
    lin.a.conflicts.decide(inspection, shown.conflict.id, shown.there.line.id)
    he.take(lin.hand_over(inspection, he, stick))
    (kept,) = he.a.findings.findings(inspection)
    assert kept.description == "五人不在床"
    assert {one.bed for one in he.a.headcounts.checks(inspection)} == {"1", "2"}
    told = [one.description for one in _values(he, inspection, finding)]
    assert {"待核", "四人不在床", "五人不在床"} == set(told), "both stay in the history"
    assert he.a.conflicts.open(inspection) == ()
    assert he.a.verification.inspection(inspection).intact


def _values(laptop: Laptop, inspection: InspectionId, finding: Finding) -> list[Finding]:
    revisions = laptop.a.desk.inspection(inspection).history(Finding, finding.id)
    return [one.value for one in revisions if one.value is not None]


def test_returned_completed_handed_over_again_and_accepted(
    lin: Laptop, he: Laptop, stick: Path, clock: FakeClock
) -> None:
    lin.know(he)
    he.know(lin)
    inspection = _opened(lin)
    lin.photograph(inspection, 120)
    first = he.take(lin.hand_over(inspection, he, stick))
    lin.a.handing_over.take_receipt(he.a.receiving.receipt(first, stick))
    clock.advance(60)
    he.a.reviewing.return_it(inspection, "请补拍床头卡", WORDS)
    lin.take(he.hand_over(inspection, lin, stick))
    assert lin.a.reviewing.state(inspection) is ReviewState.RETURNED
    lin.photograph(inspection, 200)
    clock.advance(60)
    second = he.take(lin.hand_over(inspection, he, stick))
    assert second.package.kind is PackageKind.SINCE
    receipt = he.a.receiving.receipt(second, stick)
    he.a.reviewing.accept(inspection, WORDS)
    lin.take(he.hand_over(inspection, lin, stick))
    assert lin.a.reviewing.state(inspection) is ReviewState.ACCEPTED
    lin.a.handing_over.take_receipt(receipt)
    for path in (*stick.glob("*.handover"), *stick.glob("*.receipt")):
        assert verify_exchanged(path).intact, path.name


@pytest.mark.expects_log
def test_a_damaged_file_is_salvaged_and_still_reaches_the_lead(
    lin: Laptop, he: Laptop, stick: Path, commit_rule: CommitRule
) -> None:
    lin.know(he)
    he.know(lin)
    inspection = _opened(lin)
    lin.photograph(inspection, 120)
    lin.check(inspection, "1", BedStatus.IN_BED)
    lin.a.desk.close_inspection(inspection)
    flip(lin.a.desk.inspection_path(inspection), 40)
    with pytest.raises(DamagedFile) as told:
        lin.a.inspections.inspection(inspection)
    lin.a.salvage.note(inspection, told.value.sentence)
    with commit_rule.while_merging():
        report = lin.a.salvage.salvage(inspection, Silent())
    assert report.salvage.lines_kept > 0
    he.take(lin.hand_over(inspection, he, stick))
    assert len(he.evidence(inspection)) == 1
    assert [one.bed for one in he.a.headcounts.checks(inspection)] == ["1"]


def test_a_lost_laptop_is_restored_and_hands_over_under_its_new_name(
    lin: Laptop, he: Laptop, stick: Path, tmp_path: Path, clock: FakeClock, commit_rule: CommitRule
) -> None:
    he.know(lin)
    inspection = _opened(lin)
    lin.photograph(inspection, 120)
    copies = tmp_path / "copies"
    copies.mkdir()
    lin.a.safety.record(make_copy(lin.a.safety.plan(copies), Silent()))
    lin.a.workspace.lock()
    heir = build_activities(
        tmp_path / "heir", clock=clock, ids=SequenceIds("h-"), randomness=FixedRandomness(b"heir"), cost=CHEAP
    )
    with commit_rule.while_merging():
        (found,) = heir.safety.find(copies)
        who = heir.safety.open(found.folder, passphrase=WORDS)
        heir.safety.restore(who, lin.person.id, Silent(), passphrase=WORDS)
    other = Laptop(heir, lin.person, commit_rule)
    other.know(he)
    he.know(other)
    other.photograph(inspection, 33)
    taken = he.take(other.hand_over(inspection, he, stick))
    assert len(he.a.desk.inspection(inspection).all(Evidence)) == 2
    heir.handing_over.take_receipt(he.a.receiving.receipt(taken, stick))
    (held,) = heir.handing_over.held_by(inspection)
    assert held.is_whole
    heir.workspace.lock()
