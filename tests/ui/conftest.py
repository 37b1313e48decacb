"""The window's tests: the look once, and a worker on a real encrypted desk of invented people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.services.activities import Activities
from inspector_app.services.desk import Desk
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from inspector_app.ui import theme
from inspector_app.ui.worker import Worker
from tests import builders
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(autouse=True)
def look(qapp: Any) -> theme.Theme:
    """The program's own look, light; installed once a run."""
    try:
        found = theme.current()
    except LookupError:
        found = theme.install(qapp, RESOURCES, "light")
    return found


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness) -> Desk:
    """A desk that nobody has unlocked; only the worker's thread may open it."""
    (tmp_path / "inspections").mkdir()
    return Desk(tmp_path, clock=clock, ids=ids, randomness=randomness)


@pytest.fixture
def worker(qtbot: QtBot, desk: Desk) -> Iterator[Worker]:
    """A worker whose desk is unlocked by the first of the invented inspectors."""

    def build() -> Activities:
        desk.open_workspace(bytes(32))
        desk.seat(builders.person(), builders.LAPTOP)
        return cast(
            "Activities",
            SimpleNamespace(
                desk=desk,
                inspections=InspectionService(desk, require_recovery=lambda: None),
                findings=FindingService(desk),
            ),
        )

    made = Worker(build)
    yield made
    made.close()


@pytest.fixture
def do(qtbot: QtBot, worker: Worker) -> Any:
    """Do something through the services and wait for it: ``do(lambda a: …)`` returns its value."""

    def run(work: Any) -> Any:
        found: list[Any] = []
        worker.run(work, found.append)
        qtbot.waitUntil(lambda: worker.idle)
        return found[0]

    return run
