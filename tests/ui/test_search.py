"""Search over everything, as somebody uses it: from home, from Ctrl+K, and on to the thing itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.inspection import Section
from inspector_app.domain.search import Found, Hit, HitKind
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.models.inspections import InspectionListModel
from inspector_app.ui.pages.clause import ClausePage
from inspector_app.ui.pages.findings import FindingsPage
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.pages.page import Page
from inspector_app.ui.pages.wards import WardsPage
from inspector_app.ui.searching import Searching
from inspector_app.ui.wiring import inspection_places, window_places
from inspector_app.ui.worker import Worker
from tests import builders

LIST = "病区,床号,姓名\n内一科,01,沈一禾\n外科,12,贺南枝\n外科,13,卢望川\n"


@pytest.fixture
def inspection(do: Any, tmp_path: Path) -> str:
    path = tmp_path / "在院.csv"
    path.write_text(LIST, encoding="gb18030")

    def make(a: Any) -> str:
        made = a.inspections.open(builders.institution(), bureau="青禾县医疗保障局", team=builders.team()).id
        read = a.rosters.read(made, path)
        at = builders.EVENING + timedelta(minutes=1)
        a.rosters.take(made, path, read, exported_by="苏映秋", exported_at=at)
        with a.desk.inspection(made).intention("finding recorded", builders.author()) as unit:
            unit.put(builders.finding(description="理疗记录与收费不符"))
        return str(made)

    return str(do(make))


@pytest.fixture
def window(qtbot: QtBot, worker: Worker, inspection: str) -> MainWindow:
    made = MainWindow(worker, window_places(Page), inspection_places(), lambda _: Page(worker))
    qtbot.addWidget(made)
    made.enter()
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: worker.idle)
    return made


def home(window: MainWindow) -> HomePage:
    assert isinstance(window.page, HomePage)
    return window.page


def test_a_patient_is_found_from_home_masked_and_enter_stands_on_the_bed(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    page = home(window)
    qtbot.keyClick(page.list, "/")
    page.search.setText("望川")
    qtbot.waitUntil(lambda: bool(page.model.hits) and worker.idle)
    assert [hit.label for hit in page.model.hits] == ["卢**  外科  13床"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.idle)
    assert isinstance(window.page, WardsPage)
    row = window.page.current()
    assert row is not None
    assert (row.ward, row.name) == ("外科", "卢望川")


def test_a_finding_is_found_from_the_palette_behind_the_actions(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    window.frame.ask_palette()
    box = window.palette_box
    box.search.setText("理疗")
    qtbot.waitUntil(lambda: "理疗记录与收费不符" in box.texts() and worker.idle)
    box.list.setCurrentRow(box.texts().index("理疗记录与收费不符"))
    qtbot.keyClick(box.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: worker.idle)
    assert isinstance(window.page, FindingsPage)
    assert not box.isVisible()


def test_hits_that_arrive_late_leave_the_chosen_action_chosen(qtbot: QtBot, window: MainWindow) -> None:
    box = window.palette_box
    window.frame.ask_palette()
    before = box.texts()
    box.list.setCurrentRow(2)
    hit = Hit(kind=HitKind.FINDING, place="findings/f1", label="理疗")
    window.frame.searching.found.emit(Found(query="x", hits=(hit,)))
    assert box.texts() == [*before, "理疗"]
    assert box.list.currentRow() == 2
    window.frame.searching.found.emit(Found(query="x"))
    assert box.texts() == before


def test_a_clause_is_shown_with_its_citation_and_who_vouches_for_it(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    page = home(window)
    page.search.setText("第三十八条")
    qtbot.waitUntil(lambda: bool(page.model.hits) and worker.idle)
    page.list.activated.emit(page.model.index(page.model.first_row()))
    qtbot.waitUntil(lambda: worker.idle)
    shown = window.page
    assert isinstance(shown, ClausePage)
    assert "第三十八条" in shown.citation.text()
    assert shown.vouched.text()
    assert shown.in_force.text()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert isinstance(window.page, HomePage)


def test_an_emptied_field_shows_the_inspections_alone(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    page = home(window)
    page.search.setText("望川")
    qtbot.waitUntil(lambda: bool(page.model.hits) and worker.idle)
    page.search.clear()
    assert page.model.hits == []
    assert [card.institution_name for card in page.model.cards] == ["青禾县仁安医院"]


def test_of_queries_typed_quickly_only_the_newest_is_answered(
    qtbot: QtBot, worker: Worker, inspection: str
) -> None:
    searching = Searching(worker)
    answered: list[str] = []
    searching.found.connect(lambda found: answered.append(found.query))
    for query in ("卢", "卢望", "卢望川"):
        searching.ask(query)
    qtbot.waitUntil(lambda: worker.idle)
    assert set(answered) == {"卢望川"}


def test_a_query_that_meets_a_locked_desk_finds_nothing(
    qtbot: QtBot, worker: Worker, do: Any, inspection: str
) -> None:
    searching = Searching(worker)
    answered: list[Found] = []
    searching.found.connect(answered.append)
    do(lambda a: a.desk.lock())
    searching.ask("望川")
    qtbot.waitUntil(lambda: worker.idle)
    assert [found.hits for found in answered] == [()]


def test_the_model_keeps_the_rules_of_models_with_hits_in_it() -> None:
    model = InspectionListModel(dict.fromkeys(Section, ""))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hit = Hit(kind=HitKind.BED, place="wards/b1", label="外科  12床", word="empty_bed")
    institution = Hit(kind=HitKind.INSTITUTION, place="overview", label="青禾县仁安医院")
    counts = ((HitKind.INSTITUTION, 1), (HitKind.BED, 9))
    model.show_found(Found(query="12", hits=(institution, hit), counts=counts))
    assert model.hits == [hit]
    assert model.data(model.index(0)) == "Beds  1 / 9"
    assert model.first_row() == 1
    model.find("")
    assert model.first_row() == -1
    del tester
