"""A notice signed with tokens through the window: chosen once, PIN asked for, wrong and pulled out told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.document import DocumentState
from inspector_app.system.wrapping import Cost
from inspector_app.ui.models.people import CERTIFICATE
from inspector_app.ui.pages.people import PeoplePage
from inspector_app.ui.pages.token_form import TokenForm
from inspector_app.ui.worker import Worker
from tests.documents.test_authority import outside_signer
from tests.fakes import FakeClock
from tests.software_token import LIBRARY, SoftwareToken
from tests.ui.test_notice_page import WORDS, Desk

pytestmark = pytest.mark.skipif(
    LIBRARY is None or shutil.which("softhsm2-util") is None, reason="softhsm2 is not installed"
)

PIN = "246813"


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoftwareToken:
    folder = tmp_path / "token"
    folder.mkdir()
    token = SoftwareToken.make(folder, monkeypatch, pin=PIN)
    token.hold(outside_signer())
    return token


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    worker = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield Desk(qtbot, worker)
    worker.close()


@pytest.fixture
def people(qtbot: QtBot, desk: Desk) -> PeoplePage:
    page = PeoplePage(desk.worker)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.refresh()
    desk.settle()
    return page


def _look(desk: Desk, form: TokenForm, library: str) -> None:
    desk.settle()
    form.library.setEditText(library)
    desk.qtbot.mouseClick(form.look, Qt.MouseButton.LeftButton)
    desk.settle()


def _use(desk: Desk, form: TokenForm, pin: str, own: str = "") -> None:
    desk.qtbot.keyClicks(form.pin, pin)
    desk.qtbot.keyClick(form.pin, Qt.Key.Key_Return)
    if own:
        desk.qtbot.keyClicks(form.passphrase, own)
        desk.qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    desk.settle()


def _choose_tokens(desk: Desk, people: PeoplePage, token: SoftwareToken) -> None:
    people.select(next(row.person.id for row in map(people.model.row, range(3)) if row.is_here))
    people.token_action.trigger()
    _look(desk, people.token_form, str(token.library))
    _use(desk, people.token_form, PIN, WORDS)
    people.bureau_action.trigger()
    people.certificate_form.token.click()
    _look(desk, people.token_form, str(token.library))
    _use(desk, people.token_form, PIN)


def _sign(desk: Desk, pin: str) -> None:
    voucher = desk.page.head.signing
    voucher.people.setCurrentIndex(voucher.people.findText("林知远"))
    desk.qtbot.keyClicks(voucher.passphrase, WORDS)
    desk.qtbot.keyClick(voucher.passphrase, Qt.Key.Key_Return)
    desk.qtbot.keyClicks(voucher.pin, pin)
    desk.qtbot.keyClick(voucher.pin, Qt.Key.Key_Return)
    desk.settle()


def test_a_token_is_chosen_from_what_is_plugged_in_and_tried(
    desk: Desk, people: PeoplePage, token: SoftwareToken, tmp_path: Path
) -> None:
    people.token_action.trigger()
    form = people.token_form
    desk.settle()
    assert str(LIBRARY) in [form.library.itemText(row) for row in range(form.library.count())]
    assert not form.do.isVisible(), "nothing can be used before something was found"
    (tmp_path / "driver.so").write_bytes(b"none")
    _look(desk, form, str(tmp_path / "driver.so"))
    assert "driver.so is not the library" in form.fault.text()
    _look(desk, form, str(token.library))
    assert form.fault.isHidden()
    shown = form.certificates.item(0).text()
    assert outside_signer().name in shown
    assert token.label in shown
    _use(desk, form, "999999", WORDS)
    assert "refuses this PIN" in form.fault.text()
    assert form.pin.text() == form.passphrase.text() == ""
    _use(desk, form, PIN, WORDS)
    assert token.label in people.model.index(0, CERTIFICATE).data()
    assert people.side.currentIndex() == 0


def test_a_notice_is_signed_with_tokens_whatever_goes_wrong_between(
    desk: Desk, people: PeoplePage, token: SoftwareToken
) -> None:
    _choose_tokens(desk, people, token)
    head = desk.page.head
    desk.page.refresh()
    desk.draft()
    desk.give(head.approval, "何清越")
    head.signing.people.setCurrentIndex(head.signing.people.findText("周叙白"))
    assert not head.signing.pin.isVisible(), "who has no token is asked for a passphrase alone"
    _sign(desk, "999999")
    assert "refuses this PIN" in head.signing.fault.text()
    drawer = token.folder.with_name("drawer")
    shutil.copytree(token.folder, drawer)
    token.pull_out()
    _sign(desk, PIN)
    assert "is not plugged in" in head.signing.fault.text()
    assert desk.ask(lambda a: a.numbers.register()) == []
    shutil.copytree(drawer, token.folder, dirs_exist_ok=True)
    _sign(desk, PIN)
    assert desk.document.number.endswith("5号")
    desk.give(head.signing, "周叙白")
    assert head.issue_pin.isVisible()
    desk.qtbot.mouseClick(head.issue, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.document.state is DocumentState.APPROVED, "without the PIN nothing is issued"
    desk.qtbot.keyClicks(head.issue_pin, PIN)
    desk.qtbot.keyClick(head.issue_pin, Qt.Key.Key_Return)
    desk.qtbot.mouseClick(head.question.yes, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.document.state is DocumentState.ISSUED
    document = desk.document.id
    report = desk.ask(lambda a: a.notices.verify(desk.inspection, document))
    assert report.is_good
    assert [fact.signer for fact in report.signatures][1] == "周叙白"
