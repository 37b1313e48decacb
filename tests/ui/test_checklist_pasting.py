"""Rows of a spreadsheet are looked at before they become entries."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.ui.worker import Worker
from tests.ui.checklist_screen import Screen

LINES = "/data/line"
GOOD = "ZY001\t甲某\t2026/3/1\tA-1001\tblood\t2\t20\t40"
BAD = "ZY002\t乙某\tMarch\tA-1002\tsugar\ttwo\t10\t20"


@pytest.fixture
def charges(qtbot: QtBot, worker: Worker, do: Any) -> Screen:
    screen = Screen(qtbot, worker, do)
    screen.start("charges")
    screen.go(LINES)
    return screen


def paste(screen: Screen, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    screen.page.rows.action.trigger()
    screen.settle()


def cells(screen: Screen, row: int) -> list[str]:
    model = screen.page.rows.view.model
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_rows_are_seen_with_what_is_wrong_and_enter_adds_them(charges: Screen) -> None:
    paste(charges, f"{GOOD}\n{BAD}")
    view = charges.page.rows.view
    assert view.isVisible()
    assert not charges.page.stack.isVisible()
    assert cells(charges, 0)[:4] == ["1", "ZY001", "甲某", "2026-03-01"]
    assert view.faults.text().count("Row 2") == 2
    assert "two is no number" in view.faults.text()
    assert view.table.currentIndex().data() == "March"
    charges.key(Qt.Key.Key_Return)
    assert not view.isVisible()
    assert charges.page.stack.isVisible()
    assert charges.path().startswith(f"{LINES}[")
    assert charges.page.saved.text() == "2 rows pasted. Ctrl+Z takes them away."
    assert {"ZY001", "ZY002", "two"} <= set(charges.answers().values())
    charges.page.undo_action.trigger()
    charges.settle()
    assert "ZY001" not in charges.answers().values()


def test_escape_pastes_nothing_and_gives_the_questions_back(charges: Screen) -> None:
    before = charges.answers()
    paste(charges, GOOD)
    charges.key(Qt.Key.Key_Escape)
    assert charges.page.stack.isVisible()
    assert not charges.page.rows.view.isVisible()
    assert charges.answers() == before


def test_what_cannot_be_pasted_here_is_said_at_the_question(charges: Screen) -> None:
    paste(charges, "")
    assert "Nothing was copied" in charges.page.pane.why.text()
    charges.go(charges.page.model.questions[0].path)
    paste(charges, GOOD)
    assert "Go to such a list first" in charges.page.pane.why.text()
    assert charges.page.stack.isVisible()


def test_columns_that_belong_nowhere_are_named(charges: Screen) -> None:
    paste(charges, "amount\tfloor\n40\t3")
    assert charges.page.rows.view.facts.text().endswith("not pasted: floor")
    assert "columns by their heading" in charges.page.rows.view.facts.text()


def test_a_reviewer_cannot_paste(charges: Screen) -> None:
    charges.page.hold("handed over for review")
    assert not charges.page.rows.action.isEnabled()


def test_the_rows_are_a_sound_model(charges: Screen, qtmodeltester: ModelTester) -> None:
    paste(charges, f"{GOOD}\n{BAD}")
    qtmodeltester.check(charges.page.rows.view.model)
