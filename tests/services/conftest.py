"""A desk that is unlocked already, on real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from tests import builders
from tests.fakes import FakeClock, FixedRandomness, SequenceIds


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness) -> Iterator[Desk]:
    desk = Desk(tmp_path / "workspace", clock=clock, ids=ids, randomness=randomness)
    desk.open_workspace(bytes(range(32)))
    desk.seat(builders.person(), builders.LAPTOP)
    yield desk
    desk.lock()


@pytest.fixture
def inspections(desk: Desk) -> InspectionService:
    return InspectionService(desk, require_recovery=lambda: None)


@pytest.fixture
def findings(desk: Desk) -> FindingService:
    return FindingService(desk)
