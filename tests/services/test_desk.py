"""The desk: locked or unlocked, what changed, what was recovered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from inspector_app.domain.errors import NotAllowed
from inspector_app.services.desk import Desk
from inspector_app.services.inspections import InspectionService
from inspector_app.services.standing import standing
from tests import builders
from tests.fakes import FakeClock, FixedRandomness, SequenceIds


def test_a_locked_desk_gives_nothing(desk: Desk) -> None:
    desk.lock()
    for ask in (lambda: desk.person, lambda: desk.workspace, lambda: desk.inspection("i")):  # type: ignore[arg-type]
        with pytest.raises(NotAllowed, match="locked"):
            ask()


def test_changes_are_told_once_with_the_inspection_they_concern(
    desk: Desk, inspections: InspectionService
) -> None:
    inspection = inspections.open(builders.institution(), bureau="局", team=builders.team())
    assert {(change.inspection, change.kind) for change in desk.take_changes()} == {
        (inspection.id, "inspection")
    }
    assert desk.take_changes() == frozenset()


def test_what_was_saved_last_is_said_whichever_file_is_looked_at(
    desk: Desk, inspections: InspectionService, clock: FakeClock
) -> None:
    first = inspections.open(builders.institution(), bureau="局", team=builders.team())
    clock.advance(60)
    second = inspections.open(builders.institution(), bureau="局", team=builders.team())
    said = {standing(desk, where).saved_at for where in (first.id, second.id, None)}
    assert said == {clock.now()}


def test_after_a_crash_the_next_start_says_what_was_recovered(
    desk: Desk, inspections: InspectionService, tmp_path: Path
) -> None:
    inspection = inspections.open(builders.institution(), bureau="局", team=builders.team())
    desk.inspection(inspection.id).blobs.add([b"half an import" * 100_000])
    # What a killed program leaves: the files as they are, with their write-ahead logs.
    shutil.copytree(desk.folder, tmp_path / "left")
    again = Desk(tmp_path / "left", clock=FakeClock(), ids=SequenceIds("b"), randomness=FixedRandomness())
    again.open_workspace(bytes(range(32)))
    again.seat(builders.person(), builders.LAPTOP)
    assert (
        InspectionService(again, require_recovery=lambda: None, signed_head=lambda _: None).inspection(
            inspection.id
        )
        == inspection
    )
    notes = " ".join(str(note) for note in again.take_recovery_notes())
    assert "one entry" in notes
    assert "Import that file again" in notes
    assert again.take_recovery_notes() == ()
    again.lock()


def test_a_clean_close_leaves_nothing_to_recover(desk: Desk, inspections: InspectionService) -> None:
    inspections.open(builders.institution(), bureau="局", team=builders.team())
    desk.lock()
    desk.open_workspace(bytes(range(32)))
    assert desk.take_recovery_notes() == ()
