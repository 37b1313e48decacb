"""The window's tests: the look once, and a worker on a real encrypted desk of invented people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.errors import Problem
from inspector_app.domain.workspace import Profile
from inspector_app.services.activities import Activities
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


class _PatientBot(QtBot):
    """Waits as long as a machine needs that does other things besides; what comes ends the wait at once."""

    def waitUntil(self, callback: Any, *, timeout: int = 30_000) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    return _PatientBot(request)


@pytest.fixture(autouse=True)
def no_keys_held() -> Iterator[None]:
    """Qt's test keys leave Shift held down after Ctrl+Shift+X; whoever comes next must not feel that."""
    yield
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_A)


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A test that speaks Chinese leaves no Chinese behind: what is in force is shared by all of them."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def worker(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness
) -> Iterator[Worker]:
    """A worker whose desk is unlocked by the first of the invented inspectors."""

    activities = build_activities(tmp_path, clock=clock, ids=ids, randomness=randomness)
    desk = activities.desk

    def build() -> Activities:
        store = desk.open_workspace(bytes(32))
        desk.seat(builders.person(), builders.LAPTOP)
        with store.intention("people entered", builders.author()) as unit:
            for person in builders.team():
                unit.put(person)
            unit.put(Profile(bureau="青禾县医疗保障局", risk_accepted_by=builders.LIN))
        desk.take_changes()
        return replace(
            activities,
            inspections=InspectionService(desk, require_recovery=lambda: None, signed_head=lambda _: None),
        )

    made = Worker(build)
    yield made
    made.close()


@pytest.fixture
def do(qtbot: QtBot, worker: Worker) -> Any:
    """Do something through the services and wait for it: ``do(lambda a: …)`` returns its value."""

    def run(work: Any) -> Any:
        found: list[Any] = []
        refused: list[Problem] = []
        worker.run(work, found.append, refused.append)
        qtbot.waitUntil(lambda: worker.idle)
        if refused:
            raise refused[0]
        return found[0]

    return run
