"""Signing on the screen through the window: beside the paper, bound, seen on it; Escape keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.documents.verifying import verify
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.inspection import Visit
from inspector_app.services.activities import Activities
from inspector_app.system.wrapping import Cost
from inspector_app.ui.pages.delivery import DeliveryPage
from inspector_app.ui.pages.paper_page import PaperPage
from inspector_app.ui.pages.record import RecordPage
from inspector_app.ui.pages.signing_on_screen import SigningOnScreen
from inspector_app.ui.pdf_pages import draw_page
from inspector_app.ui.widgets.signature_pad import SignaturePad
from inspector_app.ui.worker import Worker
from tests import builders
from tests.fakes import FakeClock

PATIENCE = 60_000
WORDS = "a walk through wards"
LEFT = Qt.MouseButton.LeftButton


def _prepare(a: Activities) -> tuple[InspectionId, DocumentId]:
    lin = a.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    zhou = a.workspace.add_person("周叙白", "YL-TEST-0002", passphrase=WORDS)
    institution = builders.institution(credit_code="52999999MJ0000001A")
    inspection = a.inspections.open(institution, bureau="青禾县医疗保障局", team=(lin, zhou)).id
    a.inspections.open_visit(inspection, received_by="医务科长 沈青")
    a.inspections.show_certificates(inspection)
    a.inspections.tell_rights(inspection, answer="听清了")
    record = a.records.close(inspection, a.records.open(inspection).id)
    assert a.desk.inspection(inspection).all(Visit)
    return inspection, record.id


class Desk:
    """One inspection with a closed record, and its page."""

    def __init__(self, qtbot: QtBot, worker: Worker) -> None:
        self.qtbot, self.worker = qtbot, worker
        self.inspection, self.record = self.ask(_prepare)
        self.page = RecordPage(worker)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        with qtbot.waitActive(self.page, timeout=PATIENCE):
            self.page.show()
            self.page.activateWindow()
        self.page.open(self.inspection)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE)

    def ask(self, work: Callable[[Activities], Any]) -> Any:
        found: list[Any] = []
        self.worker.run(work, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]

    def begin(self, signing: SigningOnScreen) -> SignaturePad:
        assert signing.action.isEnabled()
        signing.action.trigger()
        self.rest()
        pad = signing.pad
        assert pad is not None
        assert pad.isVisible()
        return pad

    def drawn(self, document: DocumentId) -> list[Any]:
        found: list[Any] = self.ask(lambda a: a.drawn_signatures.drawn(self.inspection, document))
        return found


def draw(canvas: QWidget) -> None:
    for start, end in ((0.2, 0.5), (0.4, 0.8)):
        wide, high = canvas.width(), canvas.height()
        QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(int(wide * start), high // 3))
        for step in range(1, 10):
            x = wide * (start + (end - start) * step / 9)
            QTest.mouseMove(canvas, QPoint(int(x), high // 3 + step * high // 30))
        QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(int(wide * end), high // 2))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    worker = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield Desk(qtbot, worker)
    worker.close()


def darkness(pdf: bytes) -> int:
    """Count what is dark on the last page, where the lines for names are."""
    _first, count = draw_page(pdf, 0, 100)
    page, _count = draw_page(pdf, count - 1, 900)
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(1 for value in bytes(grey.constBits()) if value < 128)


def test_the_record_is_signed_beside_its_paper_and_the_paper_shows_it(desk: Desk) -> None:
    before = desk.ask(lambda a: a.records.drawing(desk.inspection, desk.record)())
    pad = desk.begin(desk.page.signing)
    assert not desk.page.frame.left.isVisible()
    assert desk.page.paper.isVisible()
    assert "现场检查笔录" in pad.what.text()
    assert (pad.name.text(), pad.post.text()) == ("沈青", "医务科长")
    draw(pad.canvas)
    QTest.keyClick(pad.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.rest()
    (drawn,) = desk.drawn(desk.record)
    assert (drawn.name, drawn.place, drawn.present) == ("沈青", "party", ("林知远", "周叙白"))
    assert not pad.isVisible()
    assert desk.page.frame.left.isVisible()
    assert "沈青" in desk.page.banner.text.text()
    after = desk.ask(lambda a: a.records.drawing(desk.inspection, desk.record)())
    assert darkness(after) > darkness(before) + 50
    assert verify(desk.ask(lambda a: a.records.pdf(desk.inspection, desk.record))).is_good


def test_escape_keeps_nothing_and_brings_the_entries_back(desk: Desk) -> None:
    pad = desk.begin(desk.page.signing)
    draw(pad.canvas)
    QTest.keyClick(pad.canvas, Qt.Key.Key_Escape)
    desk.rest()
    assert desk.drawn(desk.record) == []
    assert not pad.isVisible()
    assert desk.page.frame.left.isVisible()
    assert desk.begin(desk.page.signing).canvas.ink.strokes == ()


def test_what_the_services_refuse_is_said_at_the_field_and_the_strokes_stay(desk: Desk) -> None:
    pad = desk.begin(desk.page.signing)
    draw(pad.canvas)
    desk.ask(lambda a: a.papers.records.withdraw(desk.inspection, desk.record, "时间有误"))
    if pad.isVisible():  # the page may have noticed already
        pad.give()
        desk.rest()
        assert pad.fault.text()
    assert desk.drawn(desk.record) == []


def test_leaving_for_another_inspection_puts_the_pad_away(desk: Desk) -> None:
    pad = desk.begin(desk.page.signing)
    draw(pad.canvas)
    desk.page.open("another")
    desk.rest()
    assert not pad.isVisible()
    assert pad.canvas.ink.strokes == ()
    assert not desk.page.signing.action.isEnabled()


def test_only_an_issued_paper_is_offered(desk: Desk, qtbot: QtBot) -> None:
    page: PaperPage = DeliveryPage(desk.worker)
    qtbot.addWidget(page)
    assert not page.signing.action.isEnabled()
