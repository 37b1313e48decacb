"""What is refused or lacking carries the link to where a person mends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.document import DocumentType
from inspector_app.services.preferences import PreferenceService
from inspector_app.ui.pages.number_blocks import NumberBlocks
from inspector_app.ui.pages.settings import SettingsPage
from inspector_app.ui.places import OWN_DESK
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.notice_panel import NoticePanel
from inspector_app.ui.widgets.voucher import Voucher
from inspector_app.ui.worker import Worker
from tests import builders


def test_a_message_with_a_link_leads_there_and_is_put_away(qtbot: QtBot) -> None:
    banner, went = Banner(), []
    qtbot.addWidget(banner)
    banner.tell_with_link("It was set by somebody else.", "info", "Change it now", lambda: went.append(1))
    assert banner.isVisible()
    qtbot.mouseClick(banner.link, Qt.MouseButton.LeftButton)
    assert went == [1]
    assert not banner.isVisible()
    banner.tell("Something else.")
    assert not banner.link.isVisible()


def test_who_must_change_their_passphrase_is_offered_a_desk_of_their_own(qtbot: QtBot) -> None:
    voucher = Voucher("Approve")
    qtbot.addWidget(voucher)
    voucher.show()
    he, zhou = builders.team()[:2]
    voucher.offer([he, zhou], changing={str(zhou.id)})
    assert not voucher.change.isVisible()
    voucher.people.setCurrentIndex(1)
    assert zhou.name in voucher.change.text()
    with qtbot.waitSignal(voucher.changeWanted):
        qtbot.mouseClick(voucher.change, Qt.MouseButton.LeftButton)
    assert OWN_DESK.split("/")[1:] == ["people", "passphrase"]


def test_numbers_are_warned_of_only_where_few_or_none_are_left(qtbot: QtBot, worker: Worker, do: Any) -> None:
    page = NumberBlocks(worker)
    qtbot.addWidget(page)
    page.show()

    def warning() -> str:
        page.refresh()
        qtbot.waitUntil(lambda: worker.idle)
        return page.warning.text() if page.warning.isVisible() else ""

    kind, year = DocumentType.RECTIFICATION_NOTICE, builders.EVENING.year
    assert "No number" in warning()
    do(lambda a: a.numbers.assign(kind, body="青医保", year=year, first=1, last=1))
    assert "Only one number" in warning()
    do(lambda a: a.numbers.assign(kind, body="青医保", year=year, first=2, last=9))
    assert warning() == ""


def test_the_link_to_the_numbers_brings_them_into_sight(qtbot: QtBot, worker: Worker, tmp_path: Path) -> None:
    page = SettingsPage(worker, PreferenceService(tmp_path))
    qtbot.addWidget(page)
    page.resize(1200, 420)
    page.show()
    page.refresh()
    page.select("numbers")
    qtbot.waitUntil(lambda: worker.idle)
    assert page.focusProxy() in (page.blocks.body, page.blocks.first)
    qtbot.waitUntil(lambda: not page.blocks.add.visibleRegion().isEmpty())


def test_no_more_copies_are_typed_than_a_notice_can_say(qtbot: QtBot) -> None:
    panel = NoticePanel()
    qtbot.addWidget(panel)
    copies = panel.lines["copies"]
    qtbot.keyClicks(copies, "20261231")
    assert copies.text() == "20"
