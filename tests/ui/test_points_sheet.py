"""Points in the window: files in, a list with its rows one step away, set aside with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.models.point_lines import PointLinesModel
from inspector_app.ui.pages.points_sheet import PointsSheetPage
from inspector_app.ui.pages.stock_place import StockPlace
from inspector_app.ui.worker import Worker
from tests.services.trace_files import TWICE, write_trace_files
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]


@pytest.fixture
def page(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PointsSheetPage:
    """The page as it is after the files were chosen and taken."""
    place = shown(qtbot, worker, StockPlace(worker))
    place.open(inspection)
    place.tabs.setCurrentIndex(1)
    idle(qtbot, worker)
    files = [str(path) for path in write_trace_files(tmp_path)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (files, ""))
    place.trace.import_action.trigger()
    idle(qtbot, worker)
    place.trace.importing.handed_by.setText("信息科 何清源")
    place.trace.importing.take_action.trigger()
    idle(qtbot, worker)
    return place.trace


def listed(page: PointsSheetPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def test_points_stand_in_one_list_that_a_kind_and_a_search_make_shorter(
    qtbot: QtBot, worker: Worker, page: PointsSheetPage
) -> None:
    assert page.stack.currentWidget() is page.main
    assert sorted(listed(page)) == ["Not a trace code", "Settled more than once", "Settled, never bought"]
    assert page.kinds.itemText(0) == "All points  3"
    page.search.setText(TWICE[-4:])
    assert listed(page) == ["Settled more than once"]
    page.search.clear()
    page.kinds.setCurrentIndex(page.kinds.findData("trace_invalid"))
    assert listed(page) == ["Not a trace code"]


def test_a_column_s_heading_sorts_the_list(page: PointsSheetPage) -> None:
    page.table.horizontalHeader().setSortIndicator(1, page.table.horizontalHeader().sortIndicatorOrder())
    subjects = [page.model.index(row, 1).data() for row in range(page.model.rowCount())]
    assert subjects == sorted(subjects, reverse=True)


def test_the_rows_of_a_point_are_one_key_away_and_escape_leads_back(
    qtbot: QtBot, worker: Worker, page: PointsSheetPage
) -> None:
    page.search.setText(TWICE)
    page.show_rows_action.trigger()
    idle(qtbot, worker)
    assert page.stack.currentWidget() is page.rows_page
    assert [page.rows_model.index(row, 1).data() for row in range(page.rows_model.rowCount())] == ["2", "3"]
    page.rows_action.trigger()
    idle(qtbot, worker)
    assert page.stack.currentWidget() is page.main


def test_a_point_is_set_aside_with_a_reason_and_counts_again_when_it_is_taken_back(
    qtbot: QtBot, worker: Worker, page: PointsSheetPage
) -> None:
    page.kinds.setCurrentIndex(page.kinds.findData("trace_invalid"))
    page.aside_action.trigger()
    page.view.aside.click()
    idle(qtbot, worker)
    assert "Enter why it does not hold" in page.banner.text.text()
    page.view.reason.setText("原盒在柜")
    page.view.aside.click()
    idle(qtbot, worker)
    assert page.kinds.findData("trace_invalid") < 0
    page.kinds.setCurrentIndex(page.kinds.findData("aside"))
    assert listed(page) == ["Not a trace code"]
    assert page.view.decided.text() == "Set aside: 原盒在柜"
    page.view.back.click()
    idle(qtbot, worker)
    assert page.kinds.findData("trace_invalid") > 0


def test_the_model_keeps_to_the_rules_of_item_models(page: PointsSheetPage) -> None:
    for model in (page.model, PointLinesModel()):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
