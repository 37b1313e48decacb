"""The checklists page with an inspection, and what a person does there with the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.pages.checklists import ChecklistsPage
from inspector_app.ui.worker import Worker
from tests import builders

_PATIENCE = 30_000
"""Milliseconds: all shipped checklists are compiled when the first page of a run opens."""


class Screen:
    """The page with an inspection, and what a person does there."""

    def __init__(self, qtbot: QtBot, worker: Worker, do: Any, **institution: Any) -> None:
        self.qtbot, self.worker, self.do = qtbot, worker, do
        self.here: InspectionId = do(
            lambda a: (
                a.inspections.open(
                    builders.institution(**institution), bureau="青禾县医疗保障局", team=builders.team()
                ).id
            )
        )
        self.page = ChecklistsPage(worker)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.open(self.here)
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            self.qtbot.waitUntil(lambda: self.worker.idle)
            QGuiApplication.processEvents()

    def start(self, form: str) -> None:
        entry = next(entry for entry in self.page.menu.actions() if str(entry.data()).startswith(f"{form}:"))
        entry.trigger()
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QGuiApplication.focusObject() or self.page.pane
        self.qtbot.keyClick(target, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type, or commit from the input method where the keyboard has no such key."""
        focused = QGuiApplication.focusObject()
        if text.isascii():
            self.qtbot.keyClicks(focused, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QGuiApplication.sendEvent(focused, event)

    def go(self, path: str) -> None:
        self.page.select(f"{self.page._run}:{path}")
        self.settle()
        self.page.pane.take_focus()

    def path(self) -> str:
        question = self.page.pane.question
        return question.path if question else ""

    def row(self, path: str) -> tuple[str, ...]:
        model = self.page.model
        row = model.row_of(path)
        return tuple(str(model.index(row, column).data() or "") for column in range(4))

    def answers(self) -> dict[str, str]:
        run = self.page._run
        view = self.do(lambda a: a.checklists.view(self.here, run))
        return {question.path: question.value for question in view.questions if question.value}
