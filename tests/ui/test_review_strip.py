"""What stands above an inspection that is here for review only."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.services.hand_over_sheet import ReviewStanding
from inspector_app.ui.widgets.review_strip import ReviewStrip


def _standing(*, may_decide: bool) -> ReviewStanding:
    at = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
    return ReviewStanding(inspection=InspectionId("i"), sender="林知远", at=at, may_decide=may_decide)


def test_it_is_there_only_for_a_reviewer_and_says_who_handed_over(qtbot: QtBot) -> None:
    strip = ReviewStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    assert not strip.action.isEnabled()
    strip.show_standing(_standing(may_decide=False))
    assert "林知远" in strip.text.text()
    assert strip.answer.isHidden()
    strip.show_standing(_standing(may_decide=True))
    assert not strip.answer.isHidden()


def test_escape_keeps_what_was_typed_and_enter_hands_it_over(qtbot: QtBot) -> None:
    strip = ReviewStrip()
    qtbot.addWidget(strip)
    strip.show_standing(_standing(may_decide=True))
    strip.show()
    strip.write_about("内一科 1")
    qtbot.keyClicks(strip.line, "photo")
    qtbot.keyClick(strip.line, Qt.Key.Key_Escape)
    assert strip.line.isHidden()
    strip.write_about("内一科 1")
    with qtbot.waitSignal(strip.written) as told:
        qtbot.keyClick(strip.line, Qt.Key.Key_Return)
    assert told.args == ["photo"]
