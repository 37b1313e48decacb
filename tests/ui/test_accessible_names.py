"""Whoever listens instead of looking hears a name for everything the keyboard can stand on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.ids import InspectionId, InstitutionId
from inspector_app.domain.institution import Institution
from inspector_app.services.activities import Activities
from inspector_app.services.demonstration_scenery import DemonstrationScenery
from inspector_app.services.preferences import PreferenceService
from inspector_app.system.wrapping import Cost
from inspector_app.ui import language, theme
from inspector_app.ui.shell import Shell
from inspector_app.ui.worker import Worker

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


def _bare(activities: Activities) -> InspectionId:
    institution = Institution(id=InstitutionId(activities.desk.ids.new()), name="青禾县无内容医院")
    activities.inspections.register(institution)
    bureau = activities.workspace.profile().bureau
    return activities.inspections.open(institution, bureau=bureau, team=(activities.desk.person,)).id


@pytest.fixture
def tour(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: Any) -> Iterator[tuple[Any, ...]]:
    """A window on the invented inspection and on one of which nothing is known yet."""
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # both are put back afterwards
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    scenery = DemonstrationScenery(tmp_path, partial(build_activities, cost=CHEAP))
    scenery.workspace.mkdir()
    preferences = PreferenceService(scenery.workspace)
    preferences.change(appearance="light", language="en", auto_lock_minutes=0)
    worker = Worker(scenery.build)
    made: list[tuple[InspectionId, InspectionId]] = []
    worker.run(lambda a: (scenery.prepare(a), _bare(a)), made.append)
    qtbot.waitUntil(lambda: bool(made) and worker.idle, timeout=60_000)
    shell = Shell(qapp, worker, preferences, RESOURCES, tmp_path / "log.txt")
    yield shell, worker, *made[0]
    qtbot.waitUntil(lambda: worker.idle)
    shell.window.close()
    shell.window.deleteLater()
    shell.deleteLater()
    worker.close()
    theme.current().choose("light")
    language.use(qapp, RESOURCES, language.ENGLISH)


def nameless(window: QWidget) -> list[str]:
    """Everything seen that takes the keyboard or a click and says nothing."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not widget.isVisible() or not (takes_keys or isinstance(widget, QAbstractButton)):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name):
            above = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(above).__name__}")
    return found


@pytest.mark.qt_log_level_fail("CRITICAL")  # QtMultimedia warns of every library it can do without
def test_every_control_of_every_page_has_a_name(qtbot: QtBot, tour: tuple[Any, ...]) -> None:
    shell, worker, full, bare = tour
    window = shell.open(fit=False)
    silent: list[tuple[str, str]] = []

    def look(place: str) -> None:
        qtbot.waitUntil(lambda: worker.idle)
        qtbot.waitUntil(lambda: worker.idle)  # what the first answers asked for
        silent.extend((place, one) for one in nameless(window))

    look("the gate")
    window.enter()
    for place in window.places_outside:
        window.go_to(place)
        look(place)
    for place in window.places_inside:
        for inspection in (full, bare):
            window.go_to(place, inspection)
            look(place)
    assert silent == []
