"""The register of numbers on the settings page: gaps explained, voided with a reason, exported."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.document import DocumentType
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui.models.number_register import NUMBER, PERSON, REASON, STATE
from inspector_app.ui.pages.number_register import NumberRegisterView
from inspector_app.ui.worker import Worker


def _burn(a: Activities) -> bool:
    kind = DocumentType.RECTIFICATION_NOTICE
    a.numbers.assign(kind, body="青医保", year=2026, first=5, last=9)
    for name in ("a", "b"):
        a.numbers.burn(kind, inspection=InspectionId("elsewhere"), document=DocumentId(name))
    return True


@pytest.fixture
def view(qtbot: QtBot, worker: Worker, do: Any) -> NumberRegisterView:
    do(_burn)
    made = NumberRegisterView(worker)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: worker.idle)
    return made


def shown(view: NumberRegisterView, row: int, column: int) -> str:
    return str(view.model.index(row, column).data())


def test_the_model_of_the_register_keeps_qts_rules(
    view: NumberRegisterView, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(view.model)


def test_a_number_is_declared_void_only_with_a_reason_which_then_explains_the_gap(
    qtbot: QtBot, view: NumberRegisterView, worker: Worker
) -> None:
    assert [shown(view, row, STATE) for row in range(3)] == [
        "given, file not here",
        "given, file not here",
        "not given yet",
    ]
    view.table.setCurrentIndex(view.model.index(2, NUMBER))
    assert not view.reason.isEnabled(), "a number that was never given is no gap"
    view.table.setCurrentIndex(view.model.index(0, NUMBER))
    assert not view.void.isEnabled()
    assert "Make sure that no notice carries" in view.told.text()
    qtbot.keyClicks(view.reason, "printed askew")
    qtbot.mouseClick(view.void, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worker.idle)
    assert shown(view, 0, STATE) == "void"
    assert shown(view, 0, REASON) == "printed askew"
    assert shown(view, 0, PERSON)
    assert not view.reason.isEnabled()


def test_the_register_is_written_as_a_table(
    qtbot: QtBot, view: NumberRegisterView, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "numbers"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(path), "")))
    qtbot.mouseClick(view.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worker.idle)
    rows = list(csv.reader((tmp_path / "numbers.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 4
    assert rows[3][:3] == ["青医保责改〔2026〕7号 – 9号", "3", "not given yet"]
    assert "not encrypted" in view.told.text()
