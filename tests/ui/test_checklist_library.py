"""The library of checklists in the window: taken in, refused with rows, compared, locked, written out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.ui.models.checklist_shelf import PLACE, FoundModel, ShelfModel
from inspector_app.ui.pages.checklist_library import ChecklistLibraryPage
from inspector_app.ui.worker import Worker
from tests.checklists.filling import SHIPPED, table


@pytest.fixture
def page(qtbot: QtBot, worker: Worker) -> ChecklistLibraryPage:
    page = ChecklistLibraryPage(worker)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.refresh()
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: ChecklistLibraryPage) -> None:
    qtbot.waitUntil(lambda: page.worker.idle, timeout=20000)


def own(folder: Path, version: str, *rows: str) -> Path:
    path = folder / f"own-{version}.md"
    survey = table("survey", "type | name | label | relevant", "text | a | 甲 |", *rows)
    path.write_text(
        f"{survey}\n{table('settings', 'form_title | form_id | version', f'自查 | own | {version}')}", "utf-8"
    )
    return path


def cells(page: ChecklistLibraryPage) -> list[tuple[str, ...]]:
    model = page.found
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def take(qtbot: QtBot, page: ChecklistLibraryPage, path: Path) -> None:
    page.take_in(path)
    settle(qtbot, page)
    settle(qtbot, page)


def test_the_rows_are_sound_models(qtmodeltester: ModelTester, page: ChecklistLibraryPage) -> None:
    qtmodeltester.check(page.model)
    found = FoundModel(("Place", "What"))
    found.show_rows([("survey", "wrong")])
    qtmodeltester.check(found)
    assert isinstance(page.model, ShelfModel)


def test_shipped_checklists_are_listed_and_one_is_chosen(page: ChecklistLibraryPage) -> None:
    assert page.model.rowCount() == len(SHIPPED)
    assert page.chosen is not None
    assert page.model.index(0, PLACE).data() == "shipped"
    assert page.compare.isHidden()


def test_a_file_with_mistakes_is_refused_with_its_rows_which_can_be_copied(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path
) -> None:
    take(qtbot, page, own(tmp_path, "1", "text | b | 乙 | selectd(1)", "text | c | 丙 | ${a} = 'x"))
    assert page.model.rowCount() == len(SHIPPED)
    assert [row[0] for row in cells(page)] == ["survey, row 3, relevant", "survey, row 4, relevant"]
    assert "2 mistakes" in page.heading.text()
    page.copy_action.trigger()
    assert "survey, row 4, relevant\tmistake\t" in QGuiApplication.clipboard().text()


def test_checking_a_file_keeps_nothing(qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path) -> None:
    page.check(own(tmp_path, "1"))
    settle(qtbot, page)
    page.refresh()
    settle(qtbot, page)
    assert page.model.rowCount() == len(SHIPPED)


def test_two_versions_are_shown_side_by_side(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path
) -> None:
    take(qtbot, page, own(tmp_path, "1", "text | b | 乙 |"))
    take(qtbot, page, own(tmp_path, "2", "integer | b | 乙 |", "text | c | 丙 |"))
    assert page.chosen is not None
    assert page.chosen.form.version == "2"
    assert page.other.count() == 1
    page.compare_action.trigger()
    settle(qtbot, page)
    assert ("changed", "b", "type", "text", "integer") in cells(page)
    assert ("added", "c", "", "", "丙") in cells(page)


def test_a_version_is_put_away_brought_back_and_written_as_a_workbook(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path
) -> None:
    take(qtbot, page, own(tmp_path, "1"))
    page.retire_action.trigger()
    settle(qtbot, page)
    settle(qtbot, page)
    row = page.table.currentIndex().row()
    assert page.model.index(row, PLACE).data() == "put away"
    assert page.retire.text() == "Bring back"
    page.retire_action.trigger()
    settle(qtbot, page)
    settle(qtbot, page)
    assert page.model.index(row, PLACE).data() == "taken in"
    page.write_to(tmp_path / "out.xlsx")
    settle(qtbot, page)
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_nobody_uses_a_version_that_was_never_started(qtbot: QtBot, page: ChecklistLibraryPage) -> None:
    page.uses_action.trigger()
    qtbot.waitUntil(lambda: "No inspection" in page.heading.text(), timeout=20000)
    assert page.result.isHidden()
