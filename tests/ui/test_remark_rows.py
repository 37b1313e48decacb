"""Remarks of the review answered one after the other, without leaving the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from inspector_app.domain.exchange import Comment
from inspector_app.ui.widgets.remark_rows import RemarkRows
from tests import builders

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def comment(number: str) -> Comment:
    return Comment(
        id=number * 32,  # type: ignore[arg-type]
        kind="finding",
        thing="f",
        label=number,
        text="请补充",
        written_by=builders.LIN,
        written_by_name="陆明川",
        written_at=AT,
    )


def test_a_settled_remark_leads_to_the_next_and_a_newly_read_list_leaves_the_line(qtbot: QtBot) -> None:
    rows, first, second = RemarkRows(), comment("1"), comment("2")
    qtbot.addWidget(rows)
    rows.show_comments([first, second], may_settle=True)
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    assert rows.first_open is not None
    rows.first_open.setFocus()
    rows.first_open.insert("half a wo")
    rows.show_comments([first, second], may_settle=True)
    assert rows.rows[0].answer is not None
    assert rows.rows[0].answer.hasFocus()
    assert rows.rows[0].answer.text() == "half a wo"
    rows.show_comments([replace(first, settled_at=AT), second], may_settle=True)
    assert rows.rows[0].comment.label == "2"
    assert rows.rows[0].answer is not None
    assert rows.rows[0].answer.hasFocus()
