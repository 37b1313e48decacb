"""Before leaving: what is good is a line, what is not says what to do and leads there."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.domain.wording import sentence
from inspector_app.services.departure import Look, Point
from inspector_app.ui.devices import printer_look
from inspector_app.ui.pages.departure import DeparturePage
from inspector_app.ui.worker import Worker
from tests.ui.test_people_page import worker  # noqa: F401 - a laptop that its first person has set up


def _no_camera() -> Look:
    return Look(point=Point.CAMERA, is_good=False, words=sentence("No camera is connected."))


def test_every_point_is_a_line_and_a_bad_one_leads_to_where_it_is_mended(
    qtbot: QtBot,
    worker: Worker,  # noqa: F811
    do: Any,
) -> None:
    expected = {look.point for look in do(lambda a: a.departure.looks())} | {"camera", "printer"}
    page = DeparturePage(worker, devices=(_no_camera, printer_look))
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    rows: list[QFrame] = []

    def filled() -> bool:
        QGuiApplication.processEvents()
        rows[:] = [row for row in page.findChildren(QFrame) if row.objectName().startswith("look-")]
        return bool(rows) and worker.idle  # a second reading would take these rows away again

    qtbot.waitUntil(filled)
    names = [row.objectName().removeprefix("look-") for row in rows]
    assert set(names) == expected
    assert names[0] == "clock"
    numbers = next(row for row in rows if row.objectName() == "look-numbers")
    assert any("draft numbers" in text.text() for text in numbers.findChildren(QLabel))
    link = numbers.findChild(QPushButton)
    assert link is not None
    with qtbot.waitSignal(page.goTo) as followed:
        link.click()
    assert followed.args == ["settings", ""]
    assert "need a look" in page.summary.text()
