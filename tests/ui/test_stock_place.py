"""Stock in the window: files in, the difference with its sum and its rows, a suspicion out."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import RunProgress
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.ledger import LedgerKind
from inspector_app.ui.models.ledger_lines import LedgerLinesModel
from inspector_app.ui.models.set_aside import SetAsideModel
from inspector_app.ui.models.stock_lines import StockLinesModel
from inspector_app.ui.pages.stock_place import StockPlace
from inspector_app.ui.worker import Worker
from tests.services.stock_files import write_example
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]

PNG = "image/png"


def with_files(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> StockPlace:
    """The place as a person has it after choosing files and before taking them."""
    place = shown(qtbot, worker, StockPlace(worker))
    place.open(inspection)
    idle(qtbot, worker)
    names = [str(path) for path in files]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    place.sheet.import_action.trigger()
    idle(qtbot, worker)
    return place


def taken(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> StockPlace:
    place = with_files(qtbot, worker, inspection, write_example(tmp_path), monkeypatch)
    importing = place.sheet.importing
    importing.handed_by.setText("信息科 何清源")
    importing.take_action.trigger()
    idle(qtbot, worker)
    sheet = place.sheet
    sheet.first.show_day(date(2026, 1, 1))
    sheet.last.show_day(date(2026, 3, 31))
    sheet.last.editingFinished.emit()
    idle(qtbot, worker)
    return place


def test_all_files_chosen_at_once_are_sorted_by_their_columns(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = with_files(qtbot, worker, inspection, write_example(tmp_path), monkeypatch)
    importing = place.sheet.importing
    assert [looked.kind for looked in importing.looked] == [
        LedgerKind.BILLING,
        LedgerKind.PURCHASES,
        LedgerKind.STOCK,
        LedgerKind.UNITS,
    ]
    assert importing.list.item(0).text() == "Billing\n收费明细.csv\nlines: 3"
    assert importing.account.text().startswith("Lines read: 4 = used: 3 + set aside: 0 + no data: 1")


def test_a_column_is_corrected_by_hand_and_what_that_sets_aside_is_shown(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_example(tmp_path)[:1]
    text = files[0].read_text("gb18030").replace(",1500,", ",壹千五百,")
    files[0].write_text(text, encoding="gb18030")
    importing = with_files(qtbot, worker, inspection, files, monkeypatch).sheet.importing
    assert importing.tabs.tabText(1) == "Set aside (1)"
    assert "壹千五百" in importing.aside.index(0, 2).data()
    box = importing.columns.box(5)
    box.setCurrentIndex(box.findData(None))
    idle(qtbot, worker)
    assert "No column was recognised for: Quantity" in importing.account.text()
    assert not importing.take_action.isEnabled()
    box = importing.columns.box(5)
    box.setCurrentIndex(box.findData("quantity_e4"))
    idle(qtbot, worker)
    assert importing.take_action.isEnabled()


def test_nothing_is_taken_before_somebody_is_named(
    qtbot: QtBot,
    worker: Worker,
    inspection: InspectionId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    do: Any,
) -> None:
    importing = with_files(qtbot, worker, inspection, write_example(tmp_path), monkeypatch).sheet.importing
    importing.take_action.trigger()
    idle(qtbot, worker)
    assert "who of the institution" in importing.fault.text()
    assert do(lambda a: a.ledgers.ledgers(inspection)) == []


def test_the_worked_example_shows_84_tablets_with_sum_and_rows(
    qtbot: QtBot,
    worker: Worker,
    inspection: InspectionId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    do: Any,
) -> None:
    sheet = taken(qtbot, worker, inspection, tmp_path, monkeypatch).sheet
    texts = [sheet.model.index(0, column).data() for column in range(sheet.model.columnCount())]
    assert texts == [
        "阿莫西林胶囊  12片*2板/盒",
        "片",
        "3,016",
        "3,100",
        "+84",
        "42.00",
        "Over-billed",
    ]
    assert sheet.parts.tabText(1) == "Billed without goods  1"
    assert "= +84 片" in sheet.item.identity.text()
    assert sheet.item.production.text().endswith("= +84")
    assert "1 盒 = 24 片" in sheet.item.factors.text()
    assert [(bar.name, bar.text) for bar in sheet.item.months.bars] == [
        ("2026-01 at hand", "3,120"),
        ("2026-01 billed", "1,500"),
        ("2026-02 at hand", "1,620"),
        ("2026-02 billed", "1,600"),
    ]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "图"), ""))
    sheet.pictures.save_action.trigger()
    sheet.pictures.keep_action.trigger()
    idle(qtbot, worker)
    (kept,) = [one for one in do(lambda a: a.evidence.gallery(inspection)).evidence if one.media_type == PNG]
    assert kept.sha256 == hashlib.sha256((tmp_path / "图.png").read_bytes()).hexdigest()
    assert (kept.is_original, kept.width) == (False, 1600)
    assert "阿莫西林胶囊" in kept.caption
    (billed,) = [link for link in sheet.item.links if link.text().startswith("Billed to the fund")]
    billed.click()
    idle(qtbot, worker)
    assert [sheet.rows_model.index(row, 1).data() for row in range(3)] == ["2", "3", "4"]
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.stack.currentWidget() is sheet.main
    (point,) = [
        one for one in do(lambda a: a.findings.suspicions(inspection)) if one.rule.startswith("stock")
    ]
    assert "多计84片" in point.statement


def test_searching_leaves_the_items_that_fit(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = taken(qtbot, worker, inspection, tmp_path, monkeypatch).sheet
    sheet.search.setText("头孢")
    assert sheet.model.rowCount() == 0
    sheet.search.setText("阿莫")
    assert sheet.model.rowCount() == 1


def test_ledgers_without_an_opening_count_say_what_is_missing(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = with_files(qtbot, worker, inspection, write_example(tmp_path)[:2], monkeypatch)
    place.sheet.importing.handed_by.setText("何清源")
    place.sheet.importing.take_action.trigger()
    idle(qtbot, worker)
    assert "opening stock" in place.sheet.banner.text.text()


def test_a_row_that_was_set_aside_is_corrected_by_hand_and_every_line_stays_accounted_for(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_example(tmp_path)[:1]
    files[0].write_text(files[0].read_text("gb18030").replace(",1500,", ",壹千五百,"), encoding="gb18030")
    importing = with_files(qtbot, worker, inspection, files, monkeypatch).sheet.importing
    assert importing.account.text().startswith("Lines read: 4 = used: 2 + set aside: 1 + no data: 1")
    importing.tabs.setCurrentIndex(1)
    importing.aside_table.selectRow(0)
    assert importing.correction.field.currentText() == "Quantity"
    importing.correction.value.setText("很多")
    importing.correction.use.click()
    idle(qtbot, worker)
    assert importing.tabs.tabText(1) == "Set aside (1)"
    importing.aside_table.selectRow(0)
    importing.correction.value.setText("1500")
    importing.correction.use.click()
    idle(qtbot, worker)
    assert importing.tabs.tabText(1) == "Set aside (0)"
    assert importing.account.text().startswith("Lines read: 4 = used: 3 + set aside: 0 + no data: 1")
    assert not importing.correction.isVisible()


def test_the_checklist_is_one_key_away(qtbot: QtBot, worker: Worker, inspection: InspectionId) -> None:
    place = shown(qtbot, worker, StockPlace(worker))
    place.open(inspection)
    idle(qtbot, worker)
    place.switch_action.trigger()
    idle(qtbot, worker)
    assert place.stack.currentWidget() is place.trace
    place.switch_action.trigger()
    idle(qtbot, worker)
    assert place.stack.currentWidget() is place.checklist
    assert place.checklist.inspection_id == inspection
    place.checklist._progress = RunProgress(
        answered=23, total=33, required_missing=0, wrong=0, noncompliant=0
    )
    assert place.progress_text() == "23/33"
    place.tabs.setCurrentIndex(0)
    place.open(InspectionId("another"))
    assert place.progress_text() == ""


def test_the_models_keep_to_the_rules_of_item_models(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = taken(qtbot, worker, inspection, tmp_path, monkeypatch).sheet
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (sheet.model, sheet.rows_model, StockLinesModel(), LedgerLinesModel(), SetAsideModel()):
        QAbstractItemModelTester(model, mode)
    sheet.search.setText("x")
    sheet.search.clear()
