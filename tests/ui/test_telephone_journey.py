"""A notice approved by telephone through the window, issued, and confirmed later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.document import DocumentState
from inspector_app.system.wrapping import Cost
from inspector_app.ui.worker import Worker
from tests.fakes import FakeClock
from tests.ui.test_notice_page import WORDS, Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    worker = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield Desk(qtbot, worker)
    worker.close()


def _begin(desk: Desk, clock: FakeClock) -> Any:
    desk.draft()
    desk.qtbot.mouseClick(desk.page.head.by_telephone, Qt.MouseButton.LeftButton)
    form = desk.page.panel.call
    form.people.setCurrentIndex(form.people.findText("何清越"))
    form.called_at.setDateTime(form.called_at.dateTime().fromSecsSinceEpoch(int(clock.now().timestamp())))
    return form


def _call(desk: Desk, clock: FakeClock, number: str = "0000-0000002") -> None:
    form = _begin(desk, clock)
    desk.qtbot.keyClicks(form.number, number)
    desk.qtbot.keyClick(form.number, Qt.Key.Key_Return)
    desk.settle()


def _issue(desk: Desk) -> None:
    desk.give(desk.page.head.signing, "林知远")
    desk.give(desk.page.head.signing, "周叙白")
    desk.qtbot.mouseClick(desk.page.head.issue, Qt.MouseButton.LeftButton)
    desk.qtbot.mouseClick(desk.page.head.question.yes, Qt.MouseButton.LeftButton)
    desk.settle()


def test_a_call_approves_and_the_approver_confirms_after_the_notice_was_issued(
    desk: Desk, clock: FakeClock
) -> None:
    _call(desk, clock)
    part = desk.page.panel.confirmation
    assert desk.page.panel.call.isHidden()
    assert "何清越, called on 0000-0000002" in part.told.text()
    assert "Waits for confirmation until" in part.state.text()
    _issue(desk)
    assert desk.document.state is DocumentState.ISSUED
    assert "still to be confirmed" in desk.page.head.hint.text()
    listed = desk.ask(lambda a: a.notices.open_points(desk.inspection))
    assert "waits for confirmation" in str(listed[0].words)
    clock.advance(10 * 86400)
    desk.page.refresh()
    desk.settle()
    assert "overdue" in part.state.text()
    assert part.state.property("role") == "error"
    desk.qtbot.keyClicks(part.passphrase, "nonsense words here")
    desk.qtbot.keyClick(part.passphrase, Qt.Key.Key_Return)
    desk.settle()
    assert part.fault.isVisible()
    desk.qtbot.keyClicks(part.passphrase, WORDS)
    desk.qtbot.mouseClick(part.confirm, Qt.MouseButton.LeftButton)
    desk.settle()
    assert "Confirmed by 何清越" in part.state.text()
    assert not part.passphrase.isVisible()
    assert desk.ask(lambda a: [a.notices.telephone.waiting(desk.inspection)]) == [()]


def test_a_scanned_confirmation_ends_the_waiting(
    desk: Desk, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _call(desk, clock)
    scan = tmp_path / "confirmation.png"
    Image.new("RGB", (40, 60), (250, 250, 240)).save(scan)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(scan), "")))
    part = desk.page.panel.confirmation
    desk.qtbot.mouseClick(part.scan, Qt.MouseButton.LeftButton)
    desk.settle()
    assert "Confirmed on paper" in part.state.text()
    assert not part.scan.isVisible()


def test_a_call_that_is_refused_says_why_beside_the_form_and_keeps_what_was_typed(
    desk: Desk, clock: FakeClock
) -> None:
    _call(desk, clock, "none")
    form = desk.page.panel.call
    assert "telephone number that was called" in form.fault.text()
    assert form.number.text() == "none"
    desk.qtbot.mouseClick(form.back, Qt.MouseButton.LeftButton)
    assert form.isHidden()
    assert desk.document.state is DocumentState.DRAFT
