"""The steps of a visit: each recorded with its time, the clock compared with what a person read off."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId, VisitId
from inspector_app.domain.inspection import Visit
from inspector_app.ui.pages.overview import OverviewPage
from inspector_app.ui.pages.visit_steps import VisitSteps, clock_face
from inspector_app.ui.worker import Worker
from tests import builders
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]


def test_the_visit_goes_step_by_step_and_each_step_is_recorded(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, do: Any
) -> None:
    page = shown(qtbot, worker, OverviewPage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    page.steps.received_by.setText("医务科 苏映秋")
    for step in (page.steps.open, page.steps.certificates):
        qtbot.mouseClick(step.button, Qt.MouseButton.LeftButton)
        idle(qtbot, worker)
    qtbot.keyClick(page.steps.answer, Qt.Key.Key_Return)  # a key pressed once too often tells nobody anything
    idle(qtbot, worker)
    assert page.steps.rights.detail.text().startswith("Enter what was answered")
    assert do(lambda a: a.inspections.current_visit(inspection)).rights_told_at is None
    page.steps.answer.setText("已知悉")
    qtbot.keyClick(page.steps.answer, Qt.Key.Key_Return)
    idle(qtbot, worker)
    page.steps.source.setText("手机")
    qtbot.keyClick(page.steps.source, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert do(lambda a: a.inspections.current_visit(inspection)).clock is None  # nothing was read off yet
    page.steps.reference.setText("elf Uhr")
    qtbot.keyClick(page.steps.reference, Qt.Key.Key_Return)
    assert "23:19:00" in page.steps.clock.detail.text()
    page.steps.reference.setText("22:29:58")
    qtbot.keyClick(page.steps.reference, Qt.Key.Key_Return)
    idle(qtbot, worker)
    visit = do(lambda a: a.inspections.current_visit(inspection))
    assert visit.received_by == "医务科 苏映秋"
    assert visit.certificates_shown_at is not None
    assert (visit.rights_answer, visit.clock.reference_source) == ("已知悉", "手机")
    assert visit.clock.offset_seconds == 2
    assert not page.steps.close_step.button.hasFocus()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("23:19:05", time(23, 19, 5)),
        ("23：19", time(23, 19)),
        ("231905", time(23, 19, 5)),
        ("2319", time(23, 19)),
        ("9时5分7秒", time(9, 5, 7)),
        ("25:00", None),
        ("23", None),
        ("", None),
    ],
)
def test_a_clock_face_is_read_as_people_type_it(typed: str, read: time | None) -> None:
    assert clock_face(typed) == read


def test_after_leaving_a_further_visit_is_a_quiet_offer(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, do: Any
) -> None:
    def leave(activities: Any) -> None:
        activities.inspections.open_visit(inspection, received_by="医务科 苏映秋")
        activities.inspections.close_visit(inspection)

    do(leave)
    page = shown(qtbot, worker, OverviewPage(worker))
    page.open(inspection)
    idle(qtbot, worker)
    assert not page.steps.received_by.isVisible()
    qtbot.mouseClick(page.steps.again, Qt.MouseButton.LeftButton)
    assert page.steps.received_by.hasFocus()
    qtbot.keyClicks(page.steps.received_by, "2")
    qtbot.keyClick(page.steps.received_by, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert [visit.is_open for visit in do(lambda a: a.inspections.visits(inspection))] == [False, True]
    assert not page.steps.again.isVisible()


def test_on_arrival_the_first_step_can_be_typed_and_a_step_that_is_only_pressed_waits(qtbot: QtBot) -> None:
    steps = VisitSteps()
    qtbot.addWidget(steps)
    steps.show()
    steps.show_visit(None, builders.EVENING)
    steps.stand_ready()
    assert steps.focusWidget() is steps.received_by
    steps.setFocus()
    opened = Visit(id=VisitId("v1"), opened_by=builders.LIN, opened_at=builders.EVENING)
    steps.show_visit(opened, builders.EVENING)
    steps.stand_ready()
    assert steps.certificates.button.isVisible()
    assert not steps.certificates.button.hasFocus()
