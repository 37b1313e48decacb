"""In the window: a paper ticked by its number, a box scanned with keys as a scanner sends them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.pages.stock_place import StockPlace
from inspector_app.ui.worker import Worker
from tests.services.test_trace_scanning import STRANGE, photograph_of
from tests.services.trace_files import TWICE, write_trace_files
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]


def test_papers_are_ticked_by_number_and_boxes_are_answered_at_once(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = shown(qtbot, worker, StockPlace(worker))
    place.open(inspection)
    papers, scanning = place.papers, place.scanning
    place.tabs.setCurrentIndex(place.pages.index(papers))
    idle(qtbot, worker)
    assert papers.stack.currentWidget() is papers.empty
    files = [str(path) for path in write_trace_files(tmp_path)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    papers.import_action.trigger()
    idle(qtbot, worker)
    papers.importing.handed_by.setText("信息科 何清源")
    papers.importing.take_action.trigger()
    idle(qtbot, worker)
    papers.kind.setCurrentIndex(1)
    assert [papers.parts.tabText(part).split()[-1] for part in range(3)] == ["1", "0", "0"]
    for number in ("sh0001", "SH0009"):
        qtbot.keyClicks(papers.number, number)
        qtbot.keyClick(papers.number, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert [papers.parts.tabText(part).split()[-1] for part in range(3)] == ["0", "1", "1"]
    papers.parts.setCurrentIndex(1)
    assert papers.model.index(0, 0).data() == "SH0001"
    papers.tick_action.trigger()
    idle(qtbot, worker)
    assert papers.parts.tabText(0).endswith("1")
    went: list[str] = []
    papers.goTo.connect(lambda where, _what: went.append(where))
    papers.raise_action.trigger()
    idle(qtbot, worker)
    assert went == ["findings/suspicions"]
    papers.parts.setCurrentIndex(0)
    QAbstractItemModelTester(papers.model)

    place.tabs.setCurrentIndex(place.pages.index(scanning))
    idle(qtbot, worker)
    qtbot.keyClicks(scanning.code, TWICE)
    qtbot.keyClick(scanning.code, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert scanning.chip.text() == "Settled, yet here"
    assert scanning.about.text().endswith("2026-02-03 … 2026-02-20")
    assert scanning.code.text() == ""
    picture = tmp_path / "药盒.jpg"
    picture.write_bytes(photograph_of(STRANGE))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(picture)], ""))
    scanning.photograph_action.trigger()
    idle(qtbot, worker)
    assert scanning.chip.text() == "Never bought"
    assert scanning.model.rowCount() == 2
    qtbot.keyClicks(scanning.code, "123")
    qtbot.keyClick(scanning.code, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert scanning.banner.isVisible()
    QAbstractItemModelTester(scanning.model)
