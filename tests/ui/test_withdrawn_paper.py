"""A withdrawn record stays in the list of documents, and its paper can be looked at again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from inspector_app.domain.document import DocumentType
from inspector_app.ui.models.document_list import VALUE
from inspector_app.ui.pages.withdrawn_paper import WithdrawnPaperPage
from tests.ui.test_notice_page import Desk, desk  # noqa: F401 - a fixture


def withdraw_record(a: Any, inspection: Any, *, closed: bool) -> str:
    """Take the closed record back, and an open one that followed it where that is wanted."""
    (record,) = a.records.records(inspection)
    a.papers.records.withdraw(inspection, record.id, "首部误填")
    if not closed:
        record = a.records.open(inspection)
        a.papers.records.withdraw(inspection, record.id, "又误填")
    return str(record.id)


def test_a_withdrawn_record_is_shown_with_its_reason_and_without_a_change(desk: Desk) -> None:  # noqa: F811
    identity = desk.ask(lambda a: withdraw_record(a, desk.inspection, closed=True))
    desk.place.refresh()
    desk.settle()
    lines = desk.ask(lambda a: a.desk.inspection(desk.inspection).journal.count())
    row = desk.place.model.row_of(identity)
    assert row >= 0
    listed = desk.place.model.index(row, 0).data(VALUE)
    assert listed.document.type is DocumentType.RECORD
    desk.place.list.activated.emit(desk.place.model.index(row, 0))
    desk.settle()
    page = desk.place.shown
    assert isinstance(page, WithdrawnPaperPage)
    assert page.reason.text() == "Withdrawn: 首部误填"
    assert page.paper.pages >= 1
    if folder := os.environ.get("PICTURES"):
        desk.place.grab().save(str(Path(folder) / "withdrawn.png"))
    assert desk.ask(lambda a: a.desk.inspection(desk.inspection).journal.count()) == lines
    desk.place.list_action.trigger()
    assert desk.place.stack.currentWidget() is desk.place.list


def test_what_was_withdrawn_before_it_was_closed_says_that_there_is_no_paper(desk: Desk) -> None:  # noqa: F811
    identity = desk.ask(lambda a: withdraw_record(a, desk.inspection, closed=False))
    desk.place.select(identity)
    desk.settle()
    page = desk.place.shown
    assert isinstance(page, WithdrawnPaperPage)
    assert "no paper" in page.banner.text.text()
    assert page.paper.pages == 0
