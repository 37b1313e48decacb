"""A desk that is unlocked already, on real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.services.desk import Desk
from inspector_app.services.evidence_intake import EvidenceIntake
from inspector_app.services.findings import FindingService
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.packs import PackService
from inspector_app.services.rosters import RosterService
from tests import builders
from tests.fakes import FakeClock, FixedRandomness, SequenceIds
from tests.services.bureau import bureau  # noqa: F401  (a fixture for the tests here)


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness) -> Iterator[Desk]:
    desk = Desk(tmp_path / "workspace", clock=clock, ids=ids, randomness=randomness)
    desk.open_workspace(bytes(range(32)))
    desk.seat(builders.person(), builders.LAPTOP)
    yield desk
    desk.lock()


@pytest.fixture
def inspections(desk: Desk) -> InspectionService:
    return InspectionService(desk, require_recovery=lambda: None, signed_head=lambda _: None)


@pytest.fixture
def findings(desk: Desk) -> FindingService:
    return FindingService(desk)


@pytest.fixture
def rosters(desk: Desk) -> RosterService:
    return RosterService(desk, EvidenceIntake(desk))


@pytest.fixture
def headcounts(
    desk: Desk, rosters: RosterService, findings: FindingService, tmp_path: Path
) -> HeadcountService:
    return HeadcountService(desk, rosters, findings, PackService(tmp_path / "packs"))
