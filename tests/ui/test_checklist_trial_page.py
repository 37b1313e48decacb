"""Another version of a checklist tried in the window before anybody accepts it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.checklist_trial import ANSWER, OUTCOME, QUESTION, REASON, ChecklistTrialPage
from inspector_app.ui.worker import Worker
from tests import builders
from tests.checklists.filling import table


def form(version: str, *rows: str) -> bytes:
    columns = "type | name | label | relevant | required | constraint | constraint_message"
    settings = table("settings", "form_title | form_id | version", f"自查 | own | {version}")
    return f"{table('survey', columns, *rows)}\n{settings}".encode()


def begun(activities: Activities) -> tuple[InspectionId, ChecklistRunId]:
    made = activities.inspections.open(builders.institution(), bureau="", team=builders.team())
    checklists = activities.checklists
    first = checklists.import_form(form("1", "integer | staff | 人数", "text | note | 说明"), "own.md")
    run = checklists.start(made.id, first.id)
    checklists.answer(made.id, run.id, "/data/staff", "12")
    checklists.answer(made.id, run.id, "/data/note", "夜间无人")
    return made.id, run.id


def second(activities: Activities) -> str:
    rows = ("integer | staff | 在岗人数 | | | . < 10 | 人数过多。", "text | chief | 负责人 | | yes")
    return activities.checklists.import_form(form("2", *rows), "own-2.md").id


@pytest.fixture
def page(qtbot: QtBot, worker: Worker, do: Any) -> ChecklistTrialPage:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    here, run = do(begun)
    page = ChecklistTrialPage(worker)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(here)
    page.select(run)
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: ChecklistTrialPage) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: page.worker.idle)


def rows(page: ChecklistTrialPage) -> list[tuple[str, ...]]:
    model, columns = page.model, (OUTCOME, QUESTION, ANSWER, REASON)
    return [tuple(str(model.index(row, c).data()) for c in columns) for row in range(model.rowCount())]


def test_without_another_version_the_library_is_offered(page: ChecklistTrialPage) -> None:
    assert "no other version" in page.told.text()
    assert page.versions.isHidden()
    assert page.library.isVisible()
    assert not page.accept.isEnabled()


def test_a_version_taken_in_is_tried_at_once_and_nothing_is_written(
    qtbot: QtBot, page: ChecklistTrialPage, do: Any
) -> None:
    here = InspectionId(page.inspection_id)
    before = do(lambda a: a.desk.inspection(here).journal.count())
    do(second)
    page.refresh()
    settle(qtbot, page)
    assert rows(page) == [
        ("no longer fits", "在岗人数", "12", "人数过多。"),
        ("no longer in the form", "说明", "夜间无人", ""),
        ("must be answered now", "负责人", "", ""),
    ]
    assert page.told.text() == "0 answers stand as they are. 3 questions are treated differently:"
    assert do(lambda a: a.desk.inspection(here).journal.count()) == before
    assert page.accept.isEnabled()


def test_the_key_accepts_and_no_answer_is_lost(qtbot: QtBot, page: ChecklistTrialPage, do: Any) -> None:
    do(second)
    page.refresh()
    settle(qtbot, page)
    page.versions.setFocus()
    qtbot.keyClick(page.versions, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert page.banner.text.text() == "自查 goes on with version 2; no answer was changed."
    here = InspectionId(page.inspection_id)
    (run,) = do(lambda a: a.checklists.runs(here))
    assert run.run.version == "2"
    view = do(lambda a: a.checklists.view(here, run.run.id))
    assert {one.path: one.value for one in view.questions if one.value} == {"/data/staff": "12"}


def test_a_reviewer_tries_a_version_and_cannot_accept_it(
    qtbot: QtBot, page: ChecklistTrialPage, do: Any
) -> None:
    do(second)
    page.hold("read only")
    page.refresh()
    settle(qtbot, page)
    assert page.model.rowCount() == 3
    assert not page.accept.isEnabled()
    assert not page.accept_action.isEnabled()


def test_the_rows_are_a_sound_model(
    qtbot: QtBot, page: ChecklistTrialPage, do: Any, qtmodeltester: ModelTester
) -> None:
    do(second)
    page.refresh()
    settle(qtbot, page)
    assert page.model.rowCount() == 3
    qtmodeltester.check(page.model)
