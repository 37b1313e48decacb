"""The notice from an empty page to an issued document, by keys and clicks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.document import DocumentState, DocumentType
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.finding import Amounts
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Role
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Source
from inspector_app.system.wrapping import Cost
from inspector_app.ui.pages.documents_place import DocumentsPlace
from inspector_app.ui.worker import Worker
from tests import builders
from tests.fakes import FakeClock
from tests.services.bureau import FIRST_WORDS, choose_own_passphrase

WORDS = "a walk through wards"
PATIENCE = 60_000
"""Milliseconds; laying out and signing take seconds on a machine that does other things besides."""


def prepare(a: Activities) -> InspectionId:
    """Set a laptop up and walk an inspection to the point where only the notice is missing."""
    lin = a.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    zhou = a.workspace.add_person("周叙白", "YL-TEST-0002", passphrase=WORDS)
    he = a.workspace.add_person("何清越", role=Role.LEAD, passphrase=FIRST_WORDS)
    choose_own_passphrase(a.workspace, he, lin)
    institution = builders.institution(credit_code="52999999MJ0000001A")
    inspection = a.inspections.open(institution, bureau="青禾县医疗保障局", team=(lin, zhou, he)).id
    a.inspections.open_visit(inspection, reference=a.desk.clock.now(), reference_source="手机")
    a.inspections.show_certificates(inspection)
    a.inspections.tell_rights(inspection, answer="已知悉")
    a.records.draw_up(inspection)
    a.inspections.close_visit(inspection)
    finding = replace(
        a.findings.new(category="absent_stay", item="挂床住院", description="3床患者不在床。"),
        amounts=Amounts(total=Decimal(100), fund=Decimal(80)),
        clauses=("regulation-15", "regulation-38-1"),
        requirement="停止挂床住院。",
    )
    a.findings.record(inspection, finding)
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 40, 40)).save(picture, "JPEG")
    target = Target(kind=TargetKind.FINDING, id=finding.id, label=finding.item)
    source = Source(name="bed.jpg", way=IntakeWay.FILE, data=picture.getvalue())
    a.evidence.take_in(inspection, [source], target=target)
    a.numbers.assign(DocumentType.RECTIFICATION_NOTICE, body="青医保", year=2026, first=5, last=9)
    return inspection


class Desk:
    """The page as a person sees it."""

    def __init__(self, qtbot: QtBot, worker: Worker) -> None:
        self.qtbot, self.worker = qtbot, worker
        self.inspection = InspectionId(self.ask(prepare))
        self.place = DocumentsPlace(worker)
        self.page = self.place.notice
        qtbot.addWidget(self.place)
        self.place.resize(1100, 680)
        self.place.show()
        qtbot.waitExposed(self.place)
        self.place.open(self.inspection)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE)

    def ask(self, work: Any) -> Any:
        found: list[Any] = []
        self.worker.run(work, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]

    def draft(self) -> None:
        self.place.notice_action.trigger()
        self.settle()
        self.type("contact_office", "基金监管科")
        self.type("contact_phone", "0000-0000000")

    def type(self, key: str, text: str) -> None:
        line = self.page.panel.lines[key]
        line.setFocus()
        self.qtbot.keyClicks(line, text) if text.isascii() else line.setText(text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.settle()

    def give(self, voucher: Any, name: str, passphrase: str = WORDS) -> None:
        voucher.people.setCurrentIndex(voucher.people.findText(name))
        self.qtbot.keyClicks(voucher.passphrase, passphrase)
        self.qtbot.keyClick(voucher.passphrase, Qt.Key.Key_Return)
        self.settle()

    def issue(self) -> None:
        self.draft()
        self.give(self.page.head.approval, "何清越")
        self.give(self.page.head.signing, "林知远")
        self.give(self.page.head.signing, "周叙白")
        self.qtbot.mouseClick(self.page.head.issue, Qt.MouseButton.LeftButton)
        self.qtbot.mouseClick(self.page.head.question.yes, Qt.MouseButton.LeftButton)
        self.settle()

    def links(self) -> list[QLabel]:
        """Return what blocks, as the panel offers it."""
        return [one for one in self.page.head.findChildren(QLabel) if one.property("link")]

    @property
    def document(self) -> Any:
        return self.ask(lambda a: a.notices.documents(self.inspection))[-1]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    worker = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield Desk(qtbot, worker)
    worker.close()


def test_the_list_offers_the_notice_by_one_visible_key(desk: Desk) -> None:
    assert desk.place.stack.currentWidget() is desk.place.list, "the record of the visit"
    assert desk.place.write.isVisible()
    assert desk.place.write.keys == "Ctrl+Shift+N"


def test_a_draft_shows_its_paper_and_what_blocks_it_as_links(desk: Desk) -> None:
    desk.place.notice_action.trigger()
    desk.settle()
    assert desk.page.paper.pages >= 2
    links = desk.links()
    assert len(links) == 1
    assert not desk.page.head.approval.isVisible()
    links[0].linkActivated.emit(links[0].property("link"))
    desk.qtbot.waitUntil(desk.page.panel.lines["contact_office"].hasFocus)


def test_a_blocker_elsewhere_leads_there(desk: Desk) -> None:
    finding = desk.ask(lambda a: a.findings.record(desk.inspection, a.findings.new(item="无内容")))
    desk.place.notice_action.trigger()
    desk.settle()
    link = desk.links()[0]
    with desk.qtbot.waitSignal(desk.page.goTo) as caught:
        link.linkActivated.emit(link.property("link"))
    assert caught.args == [f"findings/{finding.id}", ""]


def test_the_whole_way_to_an_issued_notice_by_keyboard(desk: Desk) -> None:
    desk.issue()
    document = desk.document
    assert document.state is DocumentState.ISSUED
    assert document.number == "青医保责改〔2026〕5号"
    assert desk.page.print_action.isEnabled()
    assert desk.page.head.number.text() == document.number
    desk.page.verify_action.trigger()
    desk.settle()
    assert desk.page.banner.isVisible()
    assert desk.page.banner.property("kind") == "success"


def test_the_writer_is_not_offered_as_approver(desk: Desk) -> None:
    desk.draft()
    offered = desk.page.head.approval.people
    assert [offered.itemText(row) for row in range(offered.count())] == ["何清越", "周叙白"]


def test_a_wrong_passphrase_is_told_beside_the_line_and_forgotten(desk: Desk) -> None:
    desk.draft()
    desk.give(desk.page.head.approval, "何清越", "another passphrase")
    assert desk.page.head.approval.fault.isVisible()
    assert desk.page.head.approval.passphrase.text() == ""
    assert desk.document.state is DocumentState.DRAFT


def test_typing_is_saved_when_the_field_is_left(desk: Desk) -> None:
    desk.draft()
    text = desk.page.panel.texts["more_requirements"]
    text.setFocus()
    text.setPlainText("退还押金。")
    desk.page.paper.setFocus()
    desk.settle()
    assert desk.document.fields["more_requirements"] == "退还押金。"


def test_export_writes_the_signed_bytes_and_says_that_they_are_not_encrypted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.issue()
    path = tmp_path / "notice.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.page.export_action.trigger()
    desk.settle()
    assert path.read_bytes() == desk.ask(lambda a: a.notices.pdf(desk.inspection, desk_id(a, desk)))
    assert desk.page.banner.isVisible()


def test_the_bundle_for_the_inspected_party_is_one_entry(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = desk.place.party_bundle.action
    assert entry in desk.place.actions(), "the palette finds it"
    assert entry in desk.place.more.menu().actions()
    assert entry in desk.page.head.menu.actions()
    assert entry.shortcut().toString() == "Ctrl+Shift+U"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gone"))
    entry.trigger()
    desk.settle()
    assert desk.place.banner.isVisible(), "a folder that is not there is told"
    desk.issue()
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    entry.trigger()
    desk.settle()
    (folder,) = stick.iterdir()
    assert "核验说明.txt" in {path.name for path in folder.iterdir()}
    (made,) = desk.ask(lambda a: a.party_bundle.bundles(desk.inspection))
    assert len(made.files) == len(list(folder.iterdir()))


def desk_id(activities: Activities, desk: Desk) -> Any:
    return activities.notices.documents(desk.inspection)[-1].id


def test_copies_that_went_to_the_printer_are_counted(desk: Desk) -> None:
    desk.issue()
    desk.page._printed(2)
    desk.settle()
    assert desk.document.copies_printed == 2


def test_a_correction_says_what_happens_asks_the_reason_and_begins_the_new_notice(desk: Desk) -> None:
    desk.issue()
    first = desk.document
    ending = desk.page.panel.ending
    assert ending.correcting.isVisible()
    assert not ending.correct.isEnabled(), "without a reason nothing is taken back"
    desk.page.correct_action.trigger()
    desk.qtbot.waitUntil(ending.reason.hasFocus)
    ending.reason.setText("金额有误")
    ending.correct.click()
    desk.settle()
    assert desk.document.corrects == first.id
    assert desk.page.head.number.text() == desk.document.draft_number
    assert len(desk.ask(lambda a: a.notices.documents(desk.inspection))) == 2
    assert desk.page.panel.lines["contact_office"].hasFocus()


def test_every_control_has_an_accessible_name(desk: Desk) -> None:
    desk.draft()
    for editor in (*desk.page.panel.lines.values(), *desk.page.panel.texts.values()):
        assert editor.accessibleName()
    assert desk.page.panel.deadline.accessibleName()
    assert desk.page.paper.view.accessibleName()


def primaries(desk: Desk) -> list[str]:
    """Return the texts of the primary buttons that can be seen."""
    buttons = desk.page.findChildren(QPushButton)
    return [one.text() for one in buttons if one.property("role") == "primary" and one.isVisible()]


def test_one_primary_button_is_always_the_next_step(desk: Desk) -> None:
    desk.place.notice_action.trigger()
    desk.settle()
    assert primaries(desk) == ["Go to the first point"]
    desk.type("contact_office", "基金监管科")
    desk.type("contact_phone", "0000-0000000")
    assert primaries(desk) == ["Approve"]
    desk.give(desk.page.head.approval, "何清越")
    assert primaries(desk) == ["Sign"]
    assert "Approve 何清越: done" in desk.page.head.steps.accessibleName()
    desk.give(desk.page.head.signing, "林知远")
    desk.give(desk.page.head.signing, "周叙白")
    assert primaries(desk) == ["Sign for the bureau and issue"]
    assert desk.page.head.issue.hasFocus(), "the keyboard goes on to the next step"
    desk.page.forward_action.trigger()
    desk.settle()
    question = desk.page.head.question
    assert "青禾县" in question.title.text()
    assert "To return" in question.facts.text()
    assert question.no.hasFocus(), "a further Enter changes nothing"
    desk.page.forward_action.trigger()
    assert desk.document.state is DocumentState.APPROVED, "the key that asks does not answer"
    desk.qtbot.keyClick(question.no, Qt.Key.Key_Escape)
    assert desk.page.head.issue.hasFocus()
    desk.page.forward_action.trigger()
    desk.qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    desk.settle()
    assert primaries(desk) == ["Print"]


def test_the_approver_is_shown_with_who_set_their_passphrase(desk: Desk) -> None:
    desk.draft()
    approval = desk.page.head.approval
    assert "Changed by themselves" in approval.note.text()
    approval.people.setCurrentIndex(approval.people.findText("周叙白"))
    assert "Not changed by themselves since." in approval.note.text()
    desk.give(approval, "周叙白")
    assert "changes it first" in approval.fault.text()
    with desk.qtbot.waitSignal(desk.page.goTo) as followed:
        desk.qtbot.mouseClick(approval.change, Qt.MouseButton.LeftButton)
    assert followed.args == ["lock/people/passphrase", ""]
    assert desk.document.state is DocumentState.DRAFT


def test_open_fields_show_what_will_be_printed(desk: Desk) -> None:
    desk.draft()
    panel = desk.page.panel
    assert panel.deadline.placeholderText().startswith("By the region's rule: 20")
    assert panel.lines["copies"].placeholderText().startswith("usually ")
    assert not panel.usual_deadline.isVisible()
    chosen = date(2027, 1, 4)
    panel.deadline.show_day(chosen)
    panel.commit()
    desk.settle()
    assert desk.document.typed_deadline == chosen
    panel.usual_deadline.click()
    desk.settle()
    assert desk.document.typed_deadline is None


def test_signatures_are_shown_with_their_time_and_who_vouches(desk: Desk) -> None:
    desk.issue()

    def texts() -> list[str]:
        return [one.text() for one in desk.page.panel.findChildren(QLabel) if one.isVisible()]

    desk.qtbot.waitUntil(lambda: sum("own authority only" in text for text in texts()) == 3)
    assert any("not one byte was changed" in text for text in texts())
    assert any("was not scanned yet" in text for text in texts())


def test_a_draft_is_given_up_with_a_reason_and_another_can_be_written(desk: Desk) -> None:
    desk.draft()
    desk.page.withdraw_action.trigger()
    ending = desk.page.panel.ending
    desk.qtbot.waitUntil(ending.reason.hasFocus)
    assert not ending.correct.isVisible()
    ending.reason.setText("重复起草")
    ending.withdraw.click()
    desk.settle()
    assert desk.document.state is DocumentState.WITHDRAWN
    assert "重复起草" in desk.page.head.hint.text()
    assert primaries(desk) == ["Write a new notice"]


def test_contents_and_paper_take_turns_where_there_is_no_room_for_both(desk: Desk) -> None:
    desk.draft()
    assert desk.page.paper.isVisible()
    desk.place.resize(824, 480)
    desk.qtbot.waitUntil(lambda: not desk.page.paper.isVisible())
    desk.page.turn_action.trigger()
    assert desk.page.paper.isVisible()
    assert not desk.page.frame.left.isVisible()
    desk.place.resize(1100, 680)
    desk.qtbot.waitUntil(desk.page.frame.left.isVisible)


def test_the_paper_is_turned_and_sized_by_keys(desk: Desk) -> None:
    desk.draft()
    paper = desk.page.paper
    assert paper.page_text.text() == f"Page 1 of {paper.pages}"
    desk.qtbot.keyClick(paper.view, Qt.Key.Key_PageDown)
    assert paper.page == 2
    desk.qtbot.keyClick(paper.view, Qt.Key.Key_End)
    assert paper.page_text.text() == f"Page {paper.pages} of {paper.pages}"
    desk.qtbot.keyClick(paper.view, Qt.Key.Key_Home)
    assert paper.page == 1
    paper.zoom(1.2)
    first = paper.view.zoomFactor()
    paper.zoom(1 / 1.2)
    assert paper.view.zoomFactor() < first
    paper.fit()
    assert paper.view.zoomMode() is paper.view.ZoomMode.FitToWidth


def test_the_scan_of_the_paper_belongs_to_the_notice_and_leads_to_its_evidence(
    desk: Desk, tmp_path: Path
) -> None:
    desk.issue()
    picture = tmp_path / "签收件.jpg"
    Image.new("RGB", (64, 80), (240, 240, 230)).save(picture, "JPEG")
    source = Source.file(picture, IntakeWay.SCAN)
    desk.page._do(lambda a, i, d: a.notices.delivery.take_scan(i, d, source), done=desk.page._scanned)
    desk.settle()
    link = next(one for one in desk.page.panel.findChildren(QPushButton) if "签收件" in one.text())
    with desk.qtbot.waitSignal(desk.page.goTo) as caught:
        link.click()
    assert caught.args[0].startswith("evidence/")
