"""The page of the wards as a person sees it, for tests that walk the beds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.headcount import STATUS_KEYS, BedCheck, BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.services import fiction
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.wards import WardsPage
from inspector_app.ui.widgets.bed_list import key_rect
from inspector_app.ui.worker import Worker
from tests import builders

Key = Qt.Key


class Walk:
    """The page as a person sees it."""

    def __init__(self, qtbot: QtBot, worker: Worker, folder: Path) -> None:
        self.qtbot, self.worker, self.folder = qtbot, worker, folder
        self.page = WardsPage(worker)
        self.problems: list[str] = []
        worker.problem.connect(lambda problem: self.problems.append(str(problem)))
        qtbot.addWidget(self.page)
        self.page.resize(1100, 640)
        self.page.show()
        qtbot.waitExposed(self.page)
        opened: list[str] = []
        worker.run(
            lambda a: a.inspections.open(builders.institution(), bureau="局", team=builders.team()).id,
            opened.append,
        )
        qtbot.waitUntil(lambda: bool(opened))
        self.inspection = InspectionId(opened[0])
        self.page.open(self.inspection)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle)

    def ask(self, work: Any) -> Any:
        found: list[Any] = []
        self.worker.run(work, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def checks(self) -> list[BedCheck]:
        return cast("list[BedCheck]", self.ask(lambda a: a.headcounts.checks(self.inspection)))

    @property
    def beds(self) -> Any:
        return self.page.pane.beds

    def press(self, *keys: str | Key) -> None:
        """Press keys on the beds' list, where Tab leads from the line at the foot."""
        self.beds.setFocus()
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.beds, key)
            else:
                self.qtbot.keyClick(self.beds, key)
            self.settle()

    def type(self, text: str) -> None:
        """Answer the line at the foot."""
        strip = self.page.pane.strip if self.page.pane.strip.isVisible() else self.page.first_ward
        strip.line.setText(text)
        self.qtbot.keyClick(strip.line, Key.Key_Return)
        self.settle()

    def take_list(self, minutes: int = -30) -> None:
        path = self.folder / "在院.xlsx"
        path.write_bytes(fiction.roster_workbook(fiction.inpatients(builders.EVENING), builders.EVENING))
        moment = builders.EVENING + timedelta(minutes=minutes)

        def take(a: Activities) -> None:
            preview = a.rosters.read(self.inspection, path)
            a.rosters.take(self.inspection, path, preview, exported_by="苏映秋", exported_at=moment)

        self.worker.run(take)
        self.settle()

    def row(self) -> Any:
        return self.page.beds_model.row(self.beds.currentIndex().row())

    def click(self, widget: Any) -> None:
        """Press a button with the mouse, as somebody without the keyboard does."""
        assert widget.isVisible()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def click_key(self, row: int, status: BedStatus) -> None:
        """Press a status of a row with the mouse."""
        number = list(STATUS_KEYS.values()).index(status)
        spot: QPoint = key_rect(self.beds.visualRect(self.page.beds_model.index(row)), number).center()
        self.qtbot.mouseClick(self.beds.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self.settle()
