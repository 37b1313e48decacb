"""Charges in the window: billing in, hits by rule, the rest set aside, each rule one suspicion."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.suspicion import Suspicion
from inspector_app.services.fiction_charges import charge_fiction
from inspector_app.services.fiction_stays import stay_fiction
from inspector_app.ui.models.point_lines import PointLinesModel
from inspector_app.ui.pages.points_sheet import PointsSheetPage
from inspector_app.ui.pages.stock_place import StockPlace
from inspector_app.ui.worker import Worker
from tests.ui.test_pages import idle, inspection, shown

__all__ = ["inspection"]


@pytest.fixture
def page(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PointsSheetPage:
    """The page as it is after the billing was chosen and taken."""
    place = shown(qtbot, worker, StockPlace(worker))
    place.open(inspection)
    place.tabs.setCurrentIndex(3)
    idle(qtbot, worker)
    file = tmp_path / "收费明细.csv"
    file.write_bytes(charge_fiction(7).files()[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    place.charges.import_action.trigger()
    idle(qtbot, worker)
    place.charges.importing.handed_by.setText("信息科 何清源")
    place.charges.importing.take_action.trigger()
    idle(qtbot, worker)
    return place.charges


def test_hits_stand_under_their_rules_and_a_rule_makes_the_list_shorter(page: PointsSheetPage) -> None:
    assert page.stack.currentWidget() is page.main
    assert page.kinds.itemText(0) == "All points  9"
    place = page.kinds.findData("charge_more_than/hba1c-in-stay")
    assert page.kinds.itemText(place) == "HbA1c more than once in a stay  1"
    page.kinds.setCurrentIndex(place)
    (line,) = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    assert line == "HbA1c more than once in a stay"
    assert "计收糖化血红蛋白测定3，不超过1，超出2，涉及医保基金80.00元" in page.view.explanation.text()
    page.show_rows_action.trigger()


def test_each_rule_is_one_suspicion_with_its_own_clause_and_category(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, page: PointsSheetPage
) -> None:
    found: list[Suspicion] = []
    worker.run(lambda a: a.findings.suspicions(inspection), found.extend)
    idle(qtbot, worker)
    by_key = {one.key: one for one in found if one.rule == "points-charges"}
    assert len(by_key) == 9
    swapped = by_key["points-charges:charge_age/neonatal-items"]
    assert (swapped.title, swapped.category) == ("新生儿项目用于一岁以上患者", "swap")
    assert swapped.clauses == ("regulation-15", "regulation-38-4")


def test_a_hit_is_set_aside_with_a_reason(qtbot: QtBot, worker: Worker, page: PointsSheetPage) -> None:
    page.kinds.setCurrentIndex(page.kinds.findData("charge_sex/male-items"))
    page.view.reason.setText("登记性别有误，已核对身份证")
    page.view.aside.click()
    idle(qtbot, worker)
    assert page.account.text() == "Points: 8  ·  set aside: 1"


def test_the_list_is_a_model_as_views_expect_it(page: PointsSheetPage) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert isinstance(page.model, PointLinesModel)
    page.search.setText("床位")
    assert page.model.rowCount() == 1
    del tester


def test_stays_stand_beside_the_charges_of_the_same_billing(
    qtbot: QtBot, worker: Worker, inspection: InspectionId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = shown(qtbot, worker, StockPlace(worker))
    place.open(inspection)
    place.tabs.setCurrentIndex(4)
    idle(qtbot, worker)
    file = tmp_path / "收费明细.csv"
    file.write_bytes(stay_fiction(7).file())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    place.stays.import_action.trigger()
    idle(qtbot, worker)
    place.stays.importing.handed_by.setText("信息科 何清源")
    place.stays.importing.take_action.trigger()
    idle(qtbot, worker)
    model = place.stays.model
    assert sorted({model.index(row, 0).data() for row in range(model.rowCount())}) == [
        "Admitted again soon",
        "Days without any service",
        "Fees outside the stay",
        "Outpatient bills during a stay",
        "Stays on the same days",
    ]
