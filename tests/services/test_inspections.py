"""Inspections and visits: who may enter, what is recorded, what the list shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from inspector_app.domain.errors import DamagedFile, EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection, Mode, Stage
from inspector_app.domain.journal import Head
from inspector_app.domain.people import Role
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.inspections import InspectionService
from tests import builders
from tests.fakes import FakeClock


@pytest.fixture
def inspection(inspections: InspectionService) -> Inspection:
    return inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team())


def test_an_opened_inspection_is_listed_and_survives_locking(
    desk: Desk, inspections: InspectionService, inspection: Inspection
) -> None:
    desk.lock()
    desk.open_workspace(bytes(range(32)))
    desk.seat(builders.person(), builders.LAPTOP)
    (card,) = inspections.cards()
    assert (card.id, card.institution_name, card.stage) == (inspection.id, "青禾县仁安医院", Stage.PREPARED)
    assert card.next_step == "open_visit"
    assert inspections.inspection(inspection.id) == inspection


def test_the_file_name_says_nothing_of_the_institution(desk: Desk, inspection: Inspection) -> None:
    (path,) = (desk.folder / "inspections").glob("*.db")
    assert path.stem == inspection.id


def test_a_visit_needs_two_inspectors_with_certificates(inspections: InspectionService) -> None:
    alone = (builders.person(), builders.person(id=builders.ZHOU, name="周叙白", certificate_number=" "))
    expert = builders.person(id=builders.HE, name="何清越", role=Role.EXPERT)
    inspection = inspections.open(builders.institution(), bureau="局", team=(*alone, expert))
    with pytest.raises(NotAllowed, match="at least two inspectors"):
        inspections.open_visit(inspection.id)
    assert inspections.visits(inspection.id) == []


def test_one_certificate_entered_twice_is_one_inspector(inspections: InspectionService) -> None:
    twice = (builders.person(), builders.person(id=builders.ZHOU, certificate_number=" yl-test-0001"))
    inspection = inspections.open(builders.institution(), bureau="局", team=twice)
    with pytest.raises(NotAllowed, match="same certificate number"):
        inspections.open_visit(inspection.id)


def test_certificates_rights_and_closing_are_recorded_with_their_times(
    inspections: InspectionService, inspection: Inspection, clock: FakeClock
) -> None:
    opened = inspections.open_visit(inspection.id, received_by="值班主任").opened_at
    clock.advance(60)
    inspections.show_certificates(inspection.id)
    clock.advance(60)
    inspections.tell_rights(inspection.id, answer="听清楚了，不申请回避")
    clock.advance(3600)
    visit = inspections.close_visit(inspection.id)
    assert visit.certificates_shown_at == opened + timedelta(seconds=60)
    assert visit.rights_told_at == opened + timedelta(seconds=120)
    assert visit.closed_at == opened + timedelta(seconds=3720)
    assert inspections.current_visit(inspection.id) is None
    assert [line.what for line in inspections.timeline(inspection.id)] == [
        "visit closed",
        "rights told",
        "certificates shown",
        "visit opened",
        "inspection opened",
    ]


def test_a_second_visit_waits_for_the_first_to_close(
    inspections: InspectionService, inspection: Inspection
) -> None:
    inspections.open_visit(inspection.id)
    with pytest.raises(NotAllowed, match="open already"):
        inspections.open_visit(inspection.id)


def test_the_clocks_offset_is_kept(
    inspections: InspectionService, inspection: Inspection, clock: FakeClock
) -> None:
    reference = clock.now() - timedelta(seconds=95)
    visit = inspections.open_visit(inspection.id, reference=reference, reference_source="手机")
    assert visit.clock is not None
    assert visit.clock.offset_seconds == 95


def test_a_wall_clock_that_jumps_is_journalled_once(
    inspections: InspectionService, inspection: Inspection, clock: FakeClock
) -> None:
    inspections.open_visit(inspection.id)
    clock.advance(600)
    assert inspections.watch_clock(inspection.id) is None
    clock.jump_wall(-1800)
    jump = inspections.watch_clock(inspection.id)
    assert jump is not None
    assert jump.seconds == -1800
    clock.advance(30)
    assert inspections.watch_clock(inspection.id) is None
    visit = inspections.current_visit(inspection.id)
    assert visit is not None
    assert visit.jumps == (jump,)


def test_a_period_that_ends_before_it_begins_is_refused(inspections: InspectionService) -> None:
    with pytest.raises(UnusableInput, match="ends before it begins"):
        inspections.open(
            builders.institution(),
            bureau="局",
            team=builders.team(),
            mode=Mode.UNANNOUNCED,
            data_from=date(2026, 5, 1),
            data_to=date(2026, 4, 30),
        )
    assert inspections.cards() == []


def test_no_inspection_while_a_forgotten_passphrase_would_lose_it(desk: Desk) -> None:
    def refuse() -> None:
        raise NotAllowed(sentence("Write down a recovery key first."))

    service = InspectionService(desk, require_recovery=refuse, signed_head=lambda _: None)
    with pytest.raises(NotAllowed, match="recovery key"):
        service.open(builders.institution(), bureau="局", team=builders.team())
    assert desk.inspection_files() == []


@pytest.mark.expects_log
def test_a_damaged_file_stands_in_the_list_and_the_others_stay_reachable(
    desk: Desk, inspections: InspectionService, inspection: Inspection
) -> None:
    junk = desk.folder / "inspections" / "0000damaged.db"
    junk.write_bytes(b"not a database" * 1000)
    left_by_a_crash = InspectionId("0001empty")
    desk.new_inspection(left_by_a_crash)
    cards = {card.id: card.stage for card in inspections.cards()}
    assert cards == {inspection.id: Stage.PREPARED, "0000damaged": Stage.UNREADABLE}
    assert junk.read_bytes() == b"not a database" * 1000
    with pytest.raises(DamagedFile):
        inspections.inspection(InspectionId("0000damaged"))


def test_asking_for_a_missing_inspection_makes_no_file(desk: Desk, inspections: InspectionService) -> None:
    with pytest.raises(EnvironmentProblem, match="not there"):
        inspections.inspection(InspectionId("nothere"))
    assert desk.inspection_files() == []


def test_a_wall_clock_set_back_while_the_program_was_closed_is_noticed(
    desk: Desk, inspections: InspectionService, inspection: Inspection, clock: FakeClock
) -> None:
    inspections.open_visit(inspection.id)
    clock.jump_wall(-7200)
    started_again = InspectionService(desk, require_recovery=lambda: None, signed_head=lambda _: None)
    jump = started_again.watch_clock(inspection.id)
    assert jump is not None
    assert jump.seconds == -7200


def test_the_end_of_the_chain_is_signed_when_a_visit_closes(desk: Desk, inspection: Inspection) -> None:
    def sign(inspection_id: InspectionId) -> Head:
        last = desk.inspection(inspection_id).journal.last(desk.device)
        assert last is not None
        return Head(
            id="h1",
            device=last.device,
            sequence=last.sequence,
            hash=last.hash,
            signed_at=builders.EVENING,
            signature="ed25519:00",
        )

    service = InspectionService(desk, require_recovery=lambda: None, signed_head=sign)
    service.open_visit(inspection.id)
    service.close_visit(inspection.id)
    (head,) = desk.inspection(inspection.id).all(Head)
    assert head.sequence == 2
