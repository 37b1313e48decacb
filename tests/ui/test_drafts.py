"""A checklist survives the end of the program at any key, and says so when it is opened again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.checklist import Draft
from inspector_app.ui.pages.checklists import ChecklistsPage
from inspector_app.ui.worker import Worker
from tests.ui.test_checklists_page import Screen, screen, ward

__all__ = ["screen", "ward"]


def again(ward: Screen, qtbot: QtBot, worker: Worker) -> ChecklistsPage:
    """Open the checklist as a program would that was started anew: nothing but the file is left."""
    ward.do(lambda a: a.checklists._open.forget(a.checklists._desk.inspection(ward.here), ward.page._run))
    page = ChecklistsPage(worker)
    qtbot.addWidget(page)
    page.show()
    page.open(ward.here)
    ward.settle()
    return page


def test_what_is_being_typed_comes_back_at_its_question_and_is_called_unsaved(
    ward: Screen, qtbot: QtBot, worker: Worker
) -> None:
    ward.go("/data/counts/his_in")
    ward.type("4")
    ward.type("2")
    ward.settle()
    page = again(ward, qtbot, worker)
    question = page.pane.question
    assert question is not None
    assert (question.path, question.value) == ("/data/counts/his_in", "")
    assert page.pane.entry.text() == "42"
    assert "not saved yet" in page.saved.text()
    page.pane.commit()
    ward.settle()
    assert ward.answers()["/data/counts/his_in"] == "42"
    assert ward.do(lambda a: a.checklists.view(ward.here, ward.page._run)).draft is None


def test_what_is_gone_on_with_is_the_checklist_that_was_being_typed_into(
    ward: Screen, qtbot: QtBot, worker: Worker
) -> None:
    """Also where it is not the first, and where it was the reason of an exemption that was being typed."""
    first = ward.page._run
    ward.start("patient_visit")
    second, path = ward.page._run, ward.path()
    ward.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    ward.type("nobody")
    ward.settle()
    page = again(ward, qtbot, worker)
    assert (page._run, page.pane.question and page.pane.question.path) == (second, path)
    assert page.pane.exemption.line.isVisible()
    assert page.pane.exemption.line.text() == "nobody"
    assert "not saved yet" in page.saved.text()

    ward.do(lambda a: a.checklists.exempt(ward.here, second, path, "nobody at home"))
    ward.do(lambda a: a.checklists.keep_draft(ward.here, first, Draft(path="/data/counts/his_in", text="4")))
    assert again(ward, qtbot, worker)._run == first
    page.tabs.chosen.emit(first)
    ward.settle()
    assert page.pane.entry.text() == "4"


def test_an_unfinished_checklist_says_when_the_last_answer_was_saved(
    ward: Screen, qtbot: QtBot, worker: Worker
) -> None:
    ward.go("/data/counts/his_in")
    ward.type("42")
    ward.page.pane.commit()
    ward.settle()
    assert again(ward, qtbot, worker).saved.text().startswith("Unfinished. The last answer was saved at ")


def test_a_draft_that_says_what_is_saved_is_none(ward: Screen) -> None:
    run, path = ward.page._run, "/data/counts/his_in"

    def view(do: Any) -> Draft | None:
        found: Draft | None = do(lambda a: a.checklists.view(ward.here, run)).draft
        return found

    def keep(text: str) -> None:
        ward.do(lambda a: a.checklists.keep_draft(ward.here, run, Draft(path=path, text=text)))

    keep("4")
    assert view(ward.do) == Draft(path=path, text="4")
    ward.do(lambda a: a.checklists.answer(ward.here, run, path, "4"))
    assert view(ward.do) is None
    keep("5")
    keep("4")
    assert view(ward.do) is None
