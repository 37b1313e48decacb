"""The library of checklists in the window: taken in, refused with rows, compared, locked, written out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.services.activities import Activities
from inspector_app.ui.models.checklist_shelf import PLACE, FoundModel, ShelfModel
from inspector_app.ui.pages import checklist_intake
from inspector_app.ui.pages.checklist_library import ChecklistLibraryPage
from inspector_app.ui.worker import Worker
from tests import builders
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
    page.intake.take_in(path)
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
    page.intake.check(own(tmp_path, "1"))
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
    assert page.chosen is not None
    page.intake.write_to(page.chosen.form, tmp_path / "out.xlsx")
    settle(qtbot, page)
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def reading(folder: Path, version: str = "1") -> Path:
    """A checklist whose choices come from a table."""
    path = folder / f"drugs-{version}.md"
    survey = table("survey", "type | name | label", "select_one_from_file drugs.csv | drug | 药品")
    settings = table("settings", "form_title | form_id | version", f"抽查 | drugs | {version}")
    path.write_text(f"{survey}\n{settings}", "utf-8")
    return path


DRUGS = "name,label\nx1,甲注射液\nx2,乙片\n"


def test_a_table_beside_the_checklist_comes_with_it_and_leaves_with_it(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path
) -> None:
    (tmp_path / "drugs.csv").write_text(DRUGS, "utf-8")
    take(qtbot, page, reading(tmp_path))
    assert page.banner.text.text().endswith("With it came drugs.csv.")
    assert page.heading.text() == "It reads drugs.csv, kept with it."
    assert page.chosen is not None
    (tmp_path / "out").mkdir()
    page.intake.write_to(page.chosen.form, tmp_path / "out" / "again.xlsx")
    settle(qtbot, page)
    assert "with drugs.csv beside it" in page.banner.text.text()
    assert (tmp_path / "out" / "drugs.csv").read_text("utf-8-sig") == DRUGS


def test_a_table_that_lies_elsewhere_is_asked_for_and_the_checklist_is_taken_in_with_it(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(qtbot, page, reading(tmp_path))
    assert page.model.rowCount() == len(SHIPPED)
    assert page.heading.text().endswith("It reads drugs.csv: put that beside it, or say where it lies.")
    assert page.tables.isVisible()
    elsewhere = tmp_path / "tables" / "drugs.csv"
    elsewhere.parent.mkdir()
    elsewhere.write_text(DRUGS, "utf-8")
    monkeypatch.setattr(checklist_intake.QFileDialog, "getOpenFileNames", lambda *_: ([str(elsewhere)], ""))
    page.tables_action.trigger()
    settle(qtbot, page)
    settle(qtbot, page)
    assert page.chosen is not None
    assert [(one.name, one.text) for one in page.chosen.form.files] == [("drugs.csv", DRUGS)]
    assert page.tables.isHidden()


def test_a_checked_file_tells_its_missing_table_too(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path
) -> None:
    page.intake.check(reading(tmp_path))
    settle(qtbot, page)
    assert page.tables.isVisible()
    page.table.selectRow(1)
    assert page.tables.isHidden()
    assert not page.tables_action.isEnabled()


def test_a_version_is_tried_on_everything_that_runs_and_leads_to_its_answers(
    qtbot: QtBot, page: ChecklistLibraryPage, tmp_path: Path, do: Any
) -> None:
    take(qtbot, page, own(tmp_path, "1", "text | b | 乙 |"))
    assert page.chosen is not None
    first = page.chosen.form.id

    def begun(activities: Activities) -> tuple[str, str]:
        made = activities.inspections.open(
            builders.institution(name="青禾县仁安医院"), bureau="", team=builders.team()
        )
        run = activities.checklists.start(made.id, first)
        for name in ("a", "b"):
            activities.checklists.answer(made.id, run.id, f"/data/{name}", "有")
        return made.id, run.id

    inspection, run = do(begun)
    take(qtbot, page, own(tmp_path, "2", "integer | b | 乙 |", "text | c | 丙 |"))
    page.try_action.trigger()
    qtbot.waitUntil(page.result.isVisible, timeout=20000)
    (row,) = cells(page)
    assert (row[0], row[2:]) == ("青禾县仁安医院", ("1", "1", "0", "0", "1", "0"))
    assert page.heading.text() == "自查 2 tried on one checklist that runs. Enter shows its answers."
    assert page.chosen is not None
    with qtbot.waitSignal(page.goTo) as told:
        page.result.activated.emit(page.found.index(0, 0))
    assert told.args == [f"trial/{run}:{page.chosen.form.id}", inspection]


def test_nothing_to_try_a_version_on_is_said(qtbot: QtBot, page: ChecklistLibraryPage) -> None:
    page.try_action.trigger()
    qtbot.waitUntil(lambda: "No other version of" in page.heading.text(), timeout=20000)
    assert page.result.isHidden()


def test_nobody_uses_a_version_that_was_never_started(qtbot: QtBot, page: ChecklistLibraryPage) -> None:
    page.uses_action.trigger()
    qtbot.waitUntil(lambda: "No inspection" in page.heading.text(), timeout=20000)
    assert page.result.isHidden()
