"""Importing the hospital's list: looked at, corrected by keyboard, taken, refused in a sentence."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.ports import Progress
from inspector_app.domain.roster import RosterField
from inspector_app.services import roster_reading
from inspector_app.ui.models.roster_preview import LinesModel, entry_cells, quarantine_cells
from inspector_app.ui.pages.roster_import import RosterImport
from inspector_app.ui.worker import Worker
from tests import builders

LIST = (
    "在院病人一览表,,,\n打印时间：2026-11-20 22:00,,,\n病区,床号,患者,住院号,怪栏\n"
    "内一科,1,沈一禾,Z00001,内一科\n内一科,2,,Z00002,x\n小计,,,1,\n"
)


class Import:
    def __init__(self, qtbot: QtBot, worker: Worker, do: Any, folder: Path) -> None:
        self.qtbot, self.worker, self.do, self.folder = qtbot, worker, do, folder
        institution = builders.institution()
        self.inspection = InspectionId(
            do(lambda a: a.inspections.open(institution, bureau="局", team=builders.team()).id)
        )
        self.page = RosterImport(worker)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 600)
        self.page.show()
        self.page.open(self.inspection)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle)

    def look_at(self, content: bytes, name: str = "在院.csv") -> None:
        path = self.folder / name
        path.write_bytes(content)
        self.page.look_at(path)
        self.settle()

    def rosters(self) -> Any:
        return self.do(lambda a: a.rosters.rosters(self.inspection))


@pytest.fixture
def importing(qtbot: QtBot, worker: Worker, do: Any, tmp_path: Path) -> Import:
    return Import(qtbot, worker, do, tmp_path)


def test_the_account_of_lines_is_shown_and_persons_are_masked(importing: Import) -> None:
    importing.look_at(LIST.encode("gb18030"))
    page = importing.page
    assert "Lines read: 6 = persons: 1 + set aside: 1 + no data: 4" in page.account.text()
    assert page.entries.index(0, 3).data() == "沈**"
    assert page.entries.index(0, 6).data() == "…0001"
    assert page.quarantine.rowCount() == 1
    assert page.columns.item(2, 3).text() == "沈**"


def test_a_column_is_corrected_by_keyboard_and_the_field_leaves_its_old_column(importing: Import) -> None:
    importing.look_at(LIST.encode())
    columns = importing.page.columns
    box = columns.box(4)
    box.setFocus()
    importing.qtbot.keyClick(box, Qt.Key.Key_Down)
    importing.settle()
    assert box.currentData() == RosterField.WARD
    assert columns.box(0).currentData() is None
    assert importing.page.preview is not None
    assert importing.page.preview.mapping.column_of(RosterField.WARD) == 4
    assert box.hasFocus()


def test_taking_needs_to_know_who_exported_it_and_says_so(importing: Import) -> None:
    importing.look_at(LIST.encode())
    importing.page.take()
    importing.settle()
    assert importing.page.fault.isVisible()
    assert importing.page.exported_by.hasFocus()
    assert importing.rosters() == []


def test_what_is_taken_says_who_exported_it_and_when(importing: Import) -> None:
    importing.look_at(LIST.encode())
    importing.page.exported_by.setText("苏映秋")
    with importing.qtbot.waitSignal(importing.page.closed):
        importing.page.take_action.trigger()
    importing.settle()
    (roster,) = importing.rosters()
    assert (roster.exported_by, roster.persons, len(roster.quarantined)) == ("苏映秋", 1, 1)
    assert roster.exported_at == datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


def test_a_damaged_roster_is_a_sentence_on_the_page_and_another_can_be_chosen(importing: Import) -> None:
    importing.look_at(b"PK\x03\x04 cut", "在院.xlsx")
    assert "damaged" in importing.page.fault.text()
    assert not importing.page.take_action.isEnabled()
    importing.look_at(LIST.encode())
    assert not importing.page.fault.isVisible()
    assert importing.page.take_action.isEnabled()


def held_up(monkeypatch: pytest.MonkeyPatch, names: str = "") -> threading.Event:
    """Let reading wait at its first report until the event is set; only files whose name has ``names``."""
    go, really = threading.Event(), roster_reading.look_at

    def slowly(path: Path, *, progress: Progress, **wanted: Any) -> roster_reading.LookedAt:
        if names in path.name:
            assert go.wait(10)
            progress.report(0, 1)
        return really(path, progress=progress, **wanted)

    monkeypatch.setattr(roster_reading, "look_at", slowly)
    return go


def test_while_a_list_is_read_the_databases_answer_and_cancel_leaves_nothing(
    importing: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = held_up(monkeypatch)
    path = importing.folder / "在院.csv"
    path.write_bytes(LIST.encode())
    before = importing.do(lambda a: a.desk.inspection(importing.inspection).journal.count())
    with importing.qtbot.waitSignal(importing.worker.started) as started:
        importing.page.look_at(path)
    answers: list[list[Any]] = []
    importing.worker.run(lambda a: a.rosters.rosters(importing.inspection), answers.append)
    importing.qtbot.waitUntil(lambda: answers == [[]])
    assert not importing.worker.idle, "the list is still being read"
    started.args[0].cancel()
    go.set()
    importing.settle()
    assert "Cancelled" in importing.page.fault.text()
    assert importing.page.preview is None
    assert not importing.page.take_action.isEnabled()
    assert importing.do(lambda a: a.desk.inspection(importing.inspection).journal.count()) == before


def test_of_two_files_the_one_chosen_last_is_shown(
    importing: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = held_up(monkeypatch, "slow")
    for name in ("slow.csv", "quick.csv"):
        (importing.folder / name).write_bytes(LIST.encode())
        importing.page.look_at(importing.folder / name)
    importing.qtbot.waitUntil(lambda: importing.page.preview is not None)
    go.set()
    importing.settle()
    assert importing.page.preview is not None
    assert importing.page.preview.source_name == "quick.csv"


def test_a_file_nobody_chose_changes_nothing(importing: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RosterImport, "ask_file", classmethod(lambda cls, parent: None))
    importing.page.choose_action.trigger()
    importing.settle()
    assert importing.page.stack.currentWidget() is importing.page.empty


def test_the_models_keep_qts_rules(importing: Import, qtmodeltester: ModelTester) -> None:
    importing.look_at(LIST.encode())
    qtmodeltester.check(importing.page.entries)
    qtmodeltester.check(importing.page.quarantine)
    with pytest.raises(TypeError):
        entry_cells("somebody")
    with pytest.raises(TypeError):
        quarantine_cells("a line")
    assert LinesModel(entry_cells).rowCount() == 0
