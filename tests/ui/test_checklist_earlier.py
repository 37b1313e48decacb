"""The answer of the visit before stands beside the question."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.worker import Worker
from tests import builders
from tests.ui.checklist_screen import Screen

HIS = "/data/counts/his_in"


def fill_before(a: Any) -> InspectionId:
    about = builders.institution()
    here: InspectionId = a.inspections.open(about, bureau="青禾县医疗保障局", team=builders.team()).id
    form = next(one for one in a.checklists.available(here) if one.form_id == "ward_headcount")
    run = a.checklists.start(here, form.id).id
    a.checklists.answer(here, run, HIS, "37")
    a.checklists.remark(here, run, HIS, "counted twice")
    return here


def test_what_was_answered_before_is_read_beside_the_question_and_nowhere_else(
    qtbot: QtBot, worker: Worker, do: Any
) -> None:
    do(fill_before)
    ward = Screen(qtbot, worker, do)
    ward.start("ward_headcount")
    earlier = ward.page.pane.earlier
    ward.go(HIS)
    assert earlier.isVisible()
    assert "37" in earlier.text()
    assert "remark: counted twice" in earlier.text()
    ward.go("/data/counts/seen")
    assert not earlier.isVisible()
    assert HIS not in ward.answers()


def test_a_first_visit_has_nothing_beside_its_questions(qtbot: QtBot, worker: Worker, do: Any) -> None:
    ward = Screen(qtbot, worker, do)
    ward.start("ward_headcount")
    ward.go(HIS)
    assert not ward.page.pane.earlier.isVisible()
