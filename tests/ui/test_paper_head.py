"""The top of a document: keys are seen on its buttons, Escape leaves the question as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.ui.keys import give_keys
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.line_rows import LineRows
from inspector_app.ui.widgets.paper_head import PaperHead


@pytest.fixture
def head(qtbot: QtBot) -> PaperHead:
    made = PaperHead()
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show_next("Print", "Ctrl+Return", "")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_escape_presses_not_yet_and_the_keyboard_is_back_on_the_next_step(
    qtbot: QtBot, head: PaperHead
) -> None:
    yes = head.asking.add("Issue it now", "primary", head.asking.hide)
    head.asking.add_leave("Not yet", head.asking.hide)
    head.asking.show()
    yes.setFocus()
    qtbot.keyClick(yes, Qt.Key.Key_Escape)
    assert head.asking.isHidden()
    assert head.next.hasFocus()


def test_keys_are_seen_where_all_buttons_have_room_and_live_where_the_next_step_is_theirs(
    head: PaperHead,
) -> None:
    action = give_keys(QAction("Print", head), "Ctrl+P")
    head.offer(action, "Print")
    head.allow(action, True)
    button = next(
        one for one in head.findChildren(QPushButton) if one.text() == "Print" and one is not head.next
    )
    assert (button.keys, button.isVisible()) == ("Ctrl+P", True)  # type: ignore[attr-defined]
    head.allow(action, True, is_next=True)
    assert (action.isEnabled(), button.isVisible()) == (True, False)
    head.allow(action, True)
    head.resize(330, 200)
    assert button.keys == ""  # type: ignore[attr-defined]


class Waiting(QObject):
    """Stands for the thread of the databases: answers when it is told to."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []

    def run(self, _work: object, done: object = None, _failed: object = None) -> None:
        self.asked.append(done)


class Typed(Page):
    """Rows as they are stored, typed on."""

    def __init__(self, worker: Waiting) -> None:
        super().__init__(worker)  # type: ignore[arg-type]
        self.rows = LineRows(("Thing", "Quantity"), (1, 1))
        self.rows.edited.connect(lambda _rows: self.write_down(lambda _a: None))

    def refresh(self) -> None:
        self.read_in(lambda _a: (), self.rows.show_rows)


def test_what_was_read_before_something_was_written_down_takes_nothing_back(qtbot: QtBot) -> None:
    worker = Waiting()
    page = Typed(worker)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.keyClicks(page.rows.first, "disk")
    page.rows.commit()
    read, written = worker.asked
    read(())  # type: ignore[operator]
    assert page.rows.rows() == (("disk", ""),), "the answer is older than what was typed"
    written(None)  # type: ignore[operator]
    worker.asked[-1]((("disk", ""), ("key", "2")))  # type: ignore[operator]
    assert page.rows.rows() == (("disk", ""), ("key", "2")), "asked again, and shown"
