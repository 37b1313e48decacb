"""A new inspection: what is typed stays, and who was entered for it is in its team."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.ui.pages.new_inspection import NewInspectionPage
from inspector_app.ui.worker import Worker
from tests.ui.test_pages import idle, shown


def test_who_was_entered_for_a_new_inspection_is_in_its_team(qtbot: QtBot, worker: Worker, do: Any) -> None:
    page = shown(qtbot, worker, NewInspectionPage(worker))
    page.refresh()
    idle(qtbot, worker)
    page.institution.setEditText("栖霞谷精神病医院")
    assert len(page.team.chosen) == 1
    with qtbot.waitSignal(page.goTo) as followed:
        page.people.click()
    assert followed.args == ["people/new", ""]
    added = do(lambda a: a.workspace.add_person("闻小舟", "YL-TEST-0007"))
    page.refresh()
    page.select(added.id)
    idle(qtbot, worker)
    assert {person.name for person in page.team.chosen} == {"林知远", "闻小舟"}
    assert page.institution.currentText() == "栖霞谷精神病医院"
    qtbot.keyClicks(page.purpose, "night check")
    with qtbot.waitSignal(page.goTo) as followed:
        qtbot.keyClick(page.purpose, Qt.Key.Key_Return)
    assert followed.args[0] == "overview"
