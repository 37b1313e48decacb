"""A time stamp through the window: set in the settings, added beside an issued notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.ui.pages.time_stamp_authority import TimeStampAuthority
from tests.fakes import FakeClock
from tests.services.approval_files import WORDS
from tests.time_stamps import NAME, Authority, served
from tests.ui.test_approval_by_file import Window, a_notice_page


def _issue(window: Window) -> None:
    pair = window.pair
    pair.take(pair.answered(pair.asked(window.draft)))
    for person in (pair.lin.person, pair.zhou):
        pair.lin.a.notices.signing.sign(pair.inspection, window.draft.id, person.id, WORDS)
    pair.lin.a.notices.signing.issue(pair.inspection, window.draft.id)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Window:
    return Window(qtbot, tmp_path, clock, hers=False)


def test_an_issued_notice_gets_its_stamp_and_the_report_names_the_authority(
    window: Window, qtbot: QtBot, clock: FakeClock
) -> None:
    window.ask(lambda _a: _issue(window))
    page = a_notice_page(window)
    settings = TimeStampAuthority(window.worker)
    window.show(settings)
    page.stamping.add()
    window.settle()
    assert "No time-stamp authority is set" in page.banner.text.text()
    with served(Authority(clock.now()).answer) as address:
        qtbot.keyClicks(settings.address, address)
        qtbot.mouseClick(settings.keep, Qt.MouseButton.LeftButton)
        window.settle()
        assert "nobody was asked yet" in settings.told.text()
        page.stamping.action.trigger()
        qtbot.waitUntil(lambda: "time stamp is added" in page.banner.text.text(), timeout=20000)
    window.settle()
    assert not page.stamping.action.isEnabled(), "one is enough"
    page.verify_action.trigger()
    qtbot.waitUntil(lambda: page.banner.text.text().startswith("The document is intact"), timeout=20000)
    told = window.ask(lambda a: a.notices.verify(window.pair.inspection, window.draft.id))
    assert f"{NAME} vouches" in " ".join(map(str, told.sentences))
    window.worker.close()
