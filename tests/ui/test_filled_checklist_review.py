"""A filled checklist between two laptops: a remark on an answer travels with it and is settled."""

from __future__ import annotations

from typing import Any

import pytest

from inspector_app.domain.ids import InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.filled_checklist import FilledChecklistPage
from tests.fakes import FakeClock
from tests.services.bureau import WORDS
from tests.ui.laptops import Laptop
from tests.ui.test_filled_checklist import FORM
from tests.ui.test_hand_over_journey import he, inspection, known, lin, many_lines_at_once, stick

__all__ = ["he", "inspection", "known", "lin", "many_lines_at_once", "stick"]
BOOKS = "/data/papers/books"


def read(laptop: Laptop, inspection: InspectionId, run: str) -> FilledChecklistPage:
    page = FilledChecklistPage(laptop.worker)
    laptop.qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.open(inspection)
    page.select(f"{run}:{BOOKS}")
    laptop.rest()
    laptop.rest()
    return page


@pytest.mark.usefixtures("known")
def test_a_leads_remark_on_an_answer_comes_back_to_it_and_the_team_settles_it(
    lin: Laptop, he: Laptop, inspection: InspectionId, stick: Any, clock: FakeClock
) -> None:
    def filled(activities: Activities) -> str:
        form = activities.checklists.import_form(FORM.encode(), "own.md")
        run = activities.checklists.start(inspection, form.id)
        activities.checklists.answer(inspection, run.id, BOOKS, "no")
        return run.id

    run = lin.do(filled)
    he.take(lin.hand_over(inspection, stick))
    clock.advance(60)
    page = read(he, inspection, run)
    assert page.line.answer.text() == "否"
    assert "林知远" in page.line.changes.text()
    page.line.comment.setText("哪一本账？")
    page.line.comment.returnPressed.emit()
    he.rest()
    he.rest()
    (row,) = page.line.comments.rows
    assert row.answer is None, "who reviews does not settle"

    he.open(inspection)
    he.page.decision.reason.setText("账目不清")
    he.page.decision.passphrase.setText(WORDS)
    he.page.decision.return_button.click()
    he.rest()
    clock.advance(60)
    lin.take(he.hand_over(inspection, stick))
    team = read(lin, inspection, run)
    (row,) = team.line.comments.rows
    assert row.comment.text == "哪一本账？"
    assert row.answer is not None
    row.answer.setText("2026年8月药库明细账")
    row.answer.returnPressed.emit()
    lin.rest()
    (comment,) = lin.do(lambda a: a.reviewing.comments(inspection))
    assert comment.answer == "2026年8月药库明细账"
    assert not he.problems
    assert not lin.problems
