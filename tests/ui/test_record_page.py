"""The record and an interview through the window: completed, closed, corrected, ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.papers import Attendee, HandedLine
from inspector_app.domain.record import Interviewed, InterviewRole
from inspector_app.services.activities import Activities
from inspector_app.system.wrapping import Cost
from inspector_app.ui.models.interviews import InterviewsModel
from inspector_app.ui.pages.interviews import InterviewsPage
from inspector_app.ui.pages.overview import OverviewPage
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.record import RecordPage
from inspector_app.ui.worker import Task, Worker
from tests import builders
from tests.fakes import FakeClock

PATIENCE = 20_000
LEFT = Qt.MouseButton.LeftButton


def _prepare(a: Activities) -> InspectionId:
    lin = a.workspace.create(
        bureau="青禾县医疗保障局",
        name="林知远",
        certificate_number="YL-TEST-0001",
        passphrase="a walk through wards",
    )
    zhou = a.workspace.add_person("周叙白", "YL-TEST-0002", passphrase="a walk through wards")
    institution = builders.institution(credit_code="52999999MJ0000001A")
    inspection = a.inspections.open(institution, bureau="青禾县医疗保障局", team=(lin, zhou)).id
    a.inspections.open_visit(inspection, received_by="医务科长 沈青")
    return inspection


class Desk:
    """One inspection whose visit is open, and the page of it that is looked at."""

    def __init__(self, qtbot: QtBot, worker: Worker) -> None:
        self.qtbot, self.worker = qtbot, worker
        self.inspection: InspectionId = self.ask(_prepare)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE)

    def ask(self, work: Any) -> Any:
        found: list[Any] = []
        self.worker.run(work, found.append, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        assert not isinstance(found[0], Problem), found[0]
        return found[0]

    def show(self, page: Any) -> Any:
        self.qtbot.addWidget(page)
        page.resize(1200, 700)
        with self.qtbot.waitActive(page, timeout=PATIENCE):
            page.show()
            page.activateWindow()
        assert isinstance(page, InspectionPage)
        page.open(self.inspection)
        self.rest()
        return page

    def press(self, button: Any) -> None:
        assert button.isVisible(), button.text()
        self.qtbot.mouseClick(button, LEFT)
        self.rest()

    def type(self, field: Any, text: str) -> None:
        field.setFocus()
        field.selectAll()
        field.insert(text) if hasattr(field, "insert") else field.insertPlainText(text)
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)
        self.rest()

    @property
    def record(self) -> Any:
        return self.ask(lambda a: a.records.records(self.inspection)[-1])

    @property
    def interview(self) -> Any:
        return self.ask(lambda a: a.interviews.interviews(self.inspection)[-1])


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    worker = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield Desk(qtbot, worker)
    worker.close()


def test_each_step_of_the_record_is_the_one_button_and_closing_says_what_it_does(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: RecordPage = desk.show(RecordPage(desk.worker))
    assert page.empty.isVisible()
    page.next_action.trigger()
    desk.rest()
    assert page.head.next.text() == "Certificates: shown now"
    assert page.parts.certificates.chip.text() == "missing"
    desk.press(page.head.next)
    desk.press(page.head.next)
    assert page.parts.answer.hasFocus()
    page.parts.answer.setText("已知悉")
    desk.press(page.parts.told_now)
    assert not page.parts.rights.chip.isVisible()
    desk.press(page.head.next)
    assert "nothing in the record is changed" in page.head.asking.words.text()
    assert page.closing.not_yet.hasFocus()
    desk.qtbot.keyClick(page.closing.not_yet, Qt.Key.Key_Escape)
    assert desk.record.closed_at is None
    assert not page.head.asking.isVisible()
    desk.press(page.head.next)
    begun: list[Task] = []
    desk.worker.started.connect(begun.append)
    page.closing.both.click()
    assert page.head.hint.text() == "Closing the record…"
    page.next_action.trigger()
    assert not page.head.asking.isVisible()
    desk.rest()
    assert [(one.title, one.total) for one in begun] == [("Closing the record", 3)]
    assert desk.record.closed_at is not None
    assert desk.ask(lambda a: a.inspections.visits(desk.inspection))[-1].closed_at is not None
    assert page.head.next.text() == "Print"
    assert not page.parts.isEnabled()
    page.leaving._printed(3)
    desk.rest()
    assert "3 copies printed" in page.head.hint.text()
    scan = tmp_path / "signed.png"
    Image.new("RGB", (40, 60), (250, 250, 240)).save(scan)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(scan), "")))
    desk.press(page.head.next)
    assert "The signed copy is evidence A-1" in page.head.hint.text()
    assert not page.head.next.isVisible()


def test_what_is_typed_into_the_record_is_saved_as_its_field_is_left(desk: Desk) -> None:
    page: RecordPage = desk.show(RecordPage(desk.worker))
    page.next_action.trigger()
    desk.rest()
    parts = page.parts
    assert desk.record.present == (Attendee(name="沈青", post="医务科长"),)
    desk.type(parts.present.first, "顾明远")
    assert [one.name for one in desk.record.present] == ["沈青", "顾明远"]
    desk.type(parts.handed_rows.first, "在院患者一览表")
    assert desk.record.handed_over == (HandedLine(name="在院患者一览表"),)
    desk.type(parts.statement, "无异议")
    assert desk.record.statement == "无异议"
    parts.area.setText("走廊")
    parts.text.setText("监控正常运行")
    desk.qtbot.keyClick(parts.text, Qt.Key.Key_Return)
    desk.rest()
    assert [one.text for one in desk.record.notes] == ["监控正常运行"]
    page.undo_action.trigger()
    desk.rest()
    assert desk.record.notes == ()


def test_closing_the_visit_without_a_record_leads_to_the_record(desk: Desk) -> None:
    overview: OverviewPage = desk.show(OverviewPage(desk.worker))
    gone: list[str] = []
    overview.goTo.connect(lambda place, _inspection: gone.append(place))
    desk.press(overview.steps.close_step.button)
    assert gone == ["record/close"]
    assert desk.ask(lambda a: a.inspections.visits(desk.inspection))[-1].closed_at is None
    page: RecordPage = desk.show(RecordPage(desk.worker))
    page.select("close")
    desk.rest()
    assert "leaves the record open" in page.head.asking.words.text()
    assert not page.closing.both.isVisible()
    desk.press(page.closing.visit)
    assert desk.ask(lambda a: a.inspections.visits(desk.inspection))[-1].closed_at is not None
    assert desk.record.closed_at is None
    points = desk.ask(lambda a: a.notices.open_points(desk.inspection))
    assert [one.place for one in points if "closing time" in str(one.words)] == ["record"]


def test_an_interview_goes_on_by_the_keyboard_and_keeps_what_was_corrected(desk: Desk) -> None:
    page: InterviewsPage = desk.show(InterviewsPage(desk.worker))
    assert page.empty.isVisible()
    page.new_action.trigger()
    page.begin.role.setCurrentIndex(0)
    desk.press(page.begin.begin)
    assert "name of the person" in page.begin.fault.text()
    page.begin.name.setText("秦小满")
    desk.press(page.begin.begin)
    parts = page.parts
    bank = desk.ask(lambda a: a.interviews.questions(InterviewRole.PATIENT))
    assert [row.exchange.question for row in parts.exchanges.rows] == list(bank)
    desk.type(parts.rights_answer, "听清楚了")
    rows = parts.exchanges.rows
    rows[0].answer.setFocus()
    rows[0].answer.insert("住了三天")
    desk.qtbot.keyClick(rows[0].answer, Qt.Key.Key_Return)
    desk.rest()
    assert desk.interview.exchanges[0].answer == "住了三天"
    assert rows[1].answer.hasFocus()
    page.own_action.trigger()
    assert parts.own.hasFocus()
    parts.own.insert("谁给您办的住院？")
    desk.qtbot.keyClick(parts.own, Qt.Key.Key_Return)
    desk.rest()
    assert desk.interview.exchanges[-1].question == "谁给您办的住院？"
    page.back_action.trigger()
    desk.type(parts.exchanges.rows[0].answer, "住了两天")
    assert desk.interview.exchanges[0].before == ("住了三天",)
    assert "<s>住了三天</s>" in parts.exchanges.rows[0].before.text()
    assert parts.exchanges.rows[0].before.isVisible()
    desk.type(parts.exchanges.rows[0].answer, "")
    assert "never empty" in page.banner.text.text()
    assert desk.interview.exchanges[0].answer == "住了两天"
    desk.press(page.head.next)
    assert "without an answer are left out" in page.head.asking.words.text()
    desk.press(page.end)
    ended = desk.interview
    assert ended.ended_at is not None
    assert len(ended.exchanges) == 1
    assert page.head.next.text() == "Print"
    assert page.head.next.hasFocus()
    page.new_action.trigger()
    page.begin.name.setText("秦小满")
    desk.press(page.begin.begin)
    assert desk.interview.session == 2
    assert page.list.isVisible()


def test_an_interview_is_withdrawn_with_its_reason_and_a_hit_leads_to_its_question(desk: Desk) -> None:
    page: InterviewsPage = desk.show(InterviewsPage(desk.worker))
    begun = desk.ask(
        lambda a: a.interviews.begin(desk.inspection, InterviewRole.PATIENT, Interviewed(name="秦小满"))
    )
    page.select(f"{begun.id}/4")
    desk.rest()
    desk.qtbot.waitUntil(page.parts.exchanges.rows[4].answer.hasFocus)
    page.withdraw_action.trigger()
    assert page.withdrawing.reason.hasFocus()
    desk.press(page.withdrawing.button)
    assert desk.interview.id == begun.id, "without a reason nothing is taken back"
    page.withdrawing.reason.setText("人员有误")
    desk.press(page.withdrawing.button)
    assert desk.ask(lambda a: a.interviews.interviews(desk.inspection)) == []
    assert page.empty.isVisible()
    assert not page.withdraw_action.isEnabled()


def test_a_closed_record_is_withdrawn_and_another_is_begun(desk: Desk) -> None:
    def close(a: Activities) -> Any:
        a.inspections.show_certificates(desk.inspection)
        a.inspections.tell_rights(desk.inspection, answer="已知悉")
        made = a.records.open(desk.inspection)
        return a.records.close(desk.inspection, made.id)

    closed = desk.ask(close)
    page: RecordPage = desk.show(RecordPage(desk.worker))
    assert page.head.next.text() == "Print"
    page.withdraw_action.trigger()
    assert page.withdrawing.reason.hasFocus(), "though nothing else can be typed any more"
    page.withdrawing.reason.setText("时间有误")
    desk.press(page.withdrawing.button)
    assert page.empty.isVisible()
    page.next_action.trigger()
    desk.rest()
    assert desk.record.id != closed.id
    document = desk.ask(lambda a: a.papers.records.document(desk.inspection, closed.id))
    assert document.withdrawn_reason == "时间有误"


def test_the_list_of_interviews_is_a_sound_model(desk: Desk) -> None:
    model = InterviewsModel(("Person", "State"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(desk.ask(lambda a: a.interviews.interviews(desk.inspection)))
    assert model.rowCount() == 0
    assert model.columnCount() == 2
