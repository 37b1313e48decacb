"""Dialysis in the window: files in, counts side by side with their lines one key away, points beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.models.dialysis_counts import BILLED, RECORDED, DialysisCountsModel, ModelUsesModel
from inspector_app.ui.pages.dialysis_place import DialysisPlace
from inspector_app.ui.worker import Worker
from tests.services.dialysis_files import write_dialysis_files
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]


@pytest.fixture
def place(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DialysisPlace:
    """The place as it is after the files were chosen and taken."""
    place = shown(qtbot, worker, DialysisPlace(worker))
    place.open(inspection)
    idle(qtbot, worker)
    assert place.counts.stack.currentWidget() is place.counts.empty
    files = [str(path) for path in write_dialysis_files(tmp_path)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    place.counts.import_action.trigger()
    idle(qtbot, worker)
    place.counts.importing.handed_by.setText("血透室 何清源")
    place.counts.importing.take_action.trigger()
    idle(qtbot, worker)
    return place


def column(place: DialysisPlace, at: int) -> list[str]:
    model = place.counts.model
    return [model.index(row, at).data() for row in range(model.rowCount())]


def test_months_that_do_not_agree_stand_first_and_names_are_masked(place: DialysisPlace) -> None:
    counts = place.counts
    assert counts.stack.currentWidget() is counts.main
    assert counts.part.currentText() == "Months that do not agree  1"
    assert column(place, 0) == ["沈**"]
    assert column(place, BILLED) == ["2"]
    assert column(place, RECORDED) == ["1"]
    other = counts.model.index(0, RECORDED).data(Qt.ItemDataRole.ForegroundRole)
    assert other is not None
    counts.part.setCurrentIndex(counts.part.findData("all"))
    assert column(place, 0) == ["沈**", "顾**"]
    assert counts.model.index(1, RECORDED).data(Qt.ItemDataRole.ForegroundRole) is None
    assert "Patients: 2" in counts.account.text()


def test_the_lines_of_a_month_are_one_key_away_and_escape_leads_back(
    qtbot: QtBot, worker: Worker, place: DialysisPlace
) -> None:
    counts = place.counts
    counts.search.setText("0011")
    counts.show_rows_action.trigger()
    idle(qtbot, worker)
    assert counts.stack.currentWidget() is counts.rows_page
    assert counts.rows_model.rowCount() == 4
    counts.rows_action.trigger()
    idle(qtbot, worker)
    assert counts.stack.currentWidget() is counts.main


def test_a_heading_sorts_and_models_have_a_table_of_their_own(place: DialysisPlace) -> None:
    counts = place.counts
    counts.part.setCurrentIndex(counts.part.findData("all"))
    counts.table.horizontalHeader().setSortIndicator(BILLED, Qt.SortOrder.AscendingOrder)
    assert column(place, BILLED) == ["1", "2"]
    counts.part.setCurrentIndex(counts.part.findData("models"))
    assert counts.tables.currentWidget() is counts.uses
    assert [counts.uses_model.index(row, 0).data() for row in range(2)] == ["F6", "F7"]
    assert counts.picture.title.text() == "F6"
    assert "Purchased 10" in counts.picture.bars.accessibleDescription()


def test_the_chosen_month_stands_beside_the_table_as_bars(place: DialysisPlace) -> None:
    picture = place.counts.picture
    assert picture.title.text() == "沈**  ·  2026-02"
    assert picture.bars.accessibleDescription() == "Billed 2; Recorded 1; Dialysers 1"
    assert picture.sum.text() == "No ledger covers: Scheduled"


def test_what_the_counts_point_at_stands_under_the_next_tab(
    qtbot: QtBot, worker: Worker, place: DialysisPlace
) -> None:
    place.tabs.setCurrentIndex(1)
    idle(qtbot, worker)
    model = place.points.model
    assert sorted(model.index(row, 0).data() for row in range(model.rowCount())) == [
        "Billed, not recorded",
        "Other dialyser billed",
    ]


def test_the_models_keep_to_the_rules_of_item_models(place: DialysisPlace) -> None:
    for model in (
        place.counts.model,
        place.counts.uses_model,
        DialysisCountsModel(),
        ModelUsesModel(),
    ):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
