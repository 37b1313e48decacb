"""A damaged workspace file, before the window: told, salvaged, and gone on from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.system.wrapping import Cost
from inspector_app.ui.pages.gate import Gate
from inspector_app.ui.worker import Worker
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock
from tests.storage.damaging import flip

WORDS = "a walk through wards"


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture
def worker(tmp_path: Path, clock: FakeClock) -> Iterator[Worker]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    made = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield made
    made.close()


@pytest.fixture
def gate(qtbot: QtBot, worker: Worker, do: Any, tmp_path: Path) -> Gate:
    """A laptop that was set up and locked, whose workspace file no longer opens."""
    do(
        lambda a: a.workspace.create(
            bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
        )
    )
    do(lambda a: a.workspace.lock())
    flip(tmp_path / "desk" / "workspace.db", 3)
    made = Gate(worker)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(lambda: worker.idle)
    return made


def unlock(qtbot: QtBot, gate: Gate, worker: Worker) -> None:
    assert gate.unlock is not None
    qtbot.keyClicks(gate.unlock.passphrase, WORDS)
    qtbot.keyClick(gate.unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.idle)


def test_a_damaged_workspace_is_salvaged_and_unlocked_by_who_was_refused(
    qtbot: QtBot, gate: Gate, worker: Worker, do: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock(qtbot, gate, worker)
    page = gate.salvage
    assert page is not None
    assert gate.stack.currentWidget() is page
    assert "damaged" in page.happened.text.text()
    assert "file of its own" in page.safe.text.text()
    assert not page.go_on_button.isVisible()
    picture(gate, "before")
    qtbot.mouseClick(page.salvage_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worker.idle)
    assert page.go_on_button.hasFocus()
    assert not page.happened.isVisible()
    assert page.lists.count() >= 1
    picture(gate, "after")
    kept = tmp_path / "list.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    page.keep_action.trigger()
    qtbot.waitUntil(lambda: worker.idle)
    assert "1 person" in kept.read_text("utf-8-sig")
    with qtbot.waitSignal(gate.unlocked):
        page.go_on_action.trigger()
    assert do(lambda a: a.desk.person.name) == "林知远"


def test_back_leads_to_the_passphrase_and_nothing_was_changed(
    qtbot: QtBot, gate: Gate, worker: Worker, tmp_path: Path
) -> None:
    before = (tmp_path / "desk" / "workspace.db").read_bytes()
    unlock(qtbot, gate, worker)
    assert gate.salvage is not None
    qtbot.keyClick(gate.salvage, Qt.Key.Key_Escape)
    assert gate.stack.currentWidget() is gate.unlock
    assert (tmp_path / "desk" / "workspace.db").read_bytes() == before


def test_a_workspace_that_is_gone_is_told_and_made_anew(
    qtbot: QtBot, gate: Gate, worker: Worker, do: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "desk"
    (folder / "inspections").mkdir()
    (folder / "inspections" / f"{'e' * 32}.db").write_bytes(b"some inspection")
    for path in folder.glob("workspace.db*"):
        path.unlink()
    unlock(qtbot, gate, worker)
    page = gate.salvage
    assert page is not None
    assert "gone" in page.title.text()
    assert "gone or empty" in page.happened.text.text()
    assert "put it back" in page.todo.text.text()
    assert page.salvage_button.text() == "Make the file anew"
    picture(gate, "missing")
    qtbot.mouseClick(page.salvage_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worker.idle)
    assert "林知远" in page.doubt.text()
    picture(gate, "anew")
    with qtbot.waitSignal(gate.unlocked):
        page.go_on_action.trigger()
    assert do(lambda a: a.desk.person.name) == "林知远"


def picture(gate: Gate, name: str) -> None:
    """Keep a picture where one is asked for."""
    if folder := os.environ.get("PICTURES"):
        gate.grab().save(str(Path(folder) / f"workspace-salvage-{name}.png"))
