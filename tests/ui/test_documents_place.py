"""All documents through the window: a refusal with its witness, a letter approved, issued and bound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.evidence import IntakeWay
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Mode
from inspector_app.domain.people import Role
from inspector_app.domain.record import DeliveryMode
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Source
from inspector_app.system.wrapping import Cost
from inspector_app.ui.commands import actions_below
from inspector_app.ui.document_listing import read_listing, target_of
from inspector_app.ui.models.document_list import DocumentListModel
from inspector_app.ui.pages.documents_place import NOTICE, DocumentsPlace
from inspector_app.ui.worker import Worker
from tests import builders
from tests.fakes import FakeClock
from tests.services.bureau import FIRST_WORDS, WORDS, a_picture, choose_own_passphrase

PATIENCE = 60_000
LEFT = Qt.MouseButton.LeftButton


def _prepare(a: Activities) -> InspectionId:
    lin = a.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    he = a.workspace.add_person("何清越", role=Role.DIRECTOR, passphrase=FIRST_WORDS)
    choose_own_passphrase(a.workspace, he, lin)
    institution = builders.institution(credit_code="52999999MJ0000001A")
    return a.inspections.open(institution, bureau="青禾县医疗保障局", team=(lin, he)).id


def _issue_proposal(a: Activities, inspection: InspectionId) -> Document:
    draft = a.papers.draft(inspection, DocumentType.PROPOSAL)
    a.papers.edit(inspection, draft.id, {"problems": "请假审批登记不完整。"})
    lead = next(one for one in a.papers.view(inspection, draft.id).approvers)
    a.papers.approve(inspection, draft.id, lead.person.id, WORDS)
    return a.papers.issue(inspection, draft.id)


class Desk:
    """One inspection, and the place of its documents."""

    def __init__(self, qtbot: QtBot, worker: Worker) -> None:
        self.qtbot, self.worker = qtbot, worker
        self.inspection: InspectionId = self.ask(_prepare)
        self.place = DocumentsPlace(worker)
        qtbot.addWidget(self.place)
        self.place.resize(1200, 700)
        with qtbot.waitActive(self.place, timeout=PATIENCE):
            self.place.show()
            self.place.activateWindow()
        self.place.open(self.inspection)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=PATIENCE)

    def ask(self, work: Any) -> Any:
        found: list[Any] = []
        self.worker.run(work, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
        return found[0]

    def press(self, button: Any) -> None:
        assert button.isVisible(), button.text()
        self.qtbot.mouseClick(button, LEFT)
        self.rest()

    def type(self, field: Any, text: str) -> None:
        assert field.isVisible(), field.accessibleName()
        field.setFocus()
        field.selectAll()
        field.insert(text) if hasattr(field, "insert") else field.insertPlainText(text)
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)
        self.rest()

    def begin(self, kind: DocumentType) -> None:
        self.place.new_action.trigger()
        self.press(self.place.choice.buttons[kind])

    def issue_talk_notice(self) -> Any:
        """Write, approve and issue a talk notice through the window."""
        self.begin(DocumentType.TALK_NOTICE)
        letter = self.place.letter
        assert letter.step == "complete"
        self.type(letter.form.editors["when"], "2026年3月10日9时")
        self.type(letter.form.editors["place"], "青禾县医疗保障局三楼会议室")
        if letter.step == "approve":
            self.type(letter.form.approval.passphrase, WORDS)
            self.press(letter.form.approval.button)
        assert letter.step == "issue", letter.step
        self.press(letter.head.next)
        self.press(letter.issue)
        return self.ask(lambda a: a.papers.view(self.inspection, letter.document))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    cost = Cost(memory_kib=8, passes=1, lanes=1)
    worker = Worker(lambda: build_activities(tmp_path / "desk", clock=clock, cost=cost))
    yield Desk(qtbot, worker)
    worker.close()


def test_a_letter_is_approved_issued_printed_and_its_signed_copy_bound(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.place.empty.isVisible()
    view = desk.issue_talk_notice()
    assert view.document.state is DocumentState.ISSUED
    assert view.document.approved_by is not None
    letter = desk.place.letter
    assert letter.step == "print"
    assert not letter.form.editors["when"].isEnabled()
    monkeypatch.setattr(letter.leaving.printing, "ask", lambda pdf, title, copies, done, failed: done(copies))
    desk.press(letter.head.next)
    assert letter.step == "deliver"
    scan = tmp_path / "signed.jpg"
    Image.new("RGB", (64, 48), (200, 40, 40)).save(scan, "JPEG")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(scan), ""))
    letter.scan_action.trigger()
    desk.rest()
    bound = desk.ask(lambda a: a.evidence.evidence_for(desk.inspection, target_of(letter.document)))
    assert [one.original_name for one in bound] == ["signed.jpg"]
    desk.place.show_list()
    desk.rest()
    assert desk.place.list.isVisible()
    assert desk.place.list.columnWidth(0) > 1000
    (row,) = desk.ask(lambda a: read_listing(a, desk.inspection)).documents
    assert row.step == "deliver"


def test_a_refused_delivery_is_closed_with_its_witness(desk: Desk) -> None:
    desk.issue_talk_notice()
    desk.place.show_list()
    desk.rest()
    desk.press(desk.place.deliver)
    page = desk.place.delivery
    assert page.step == "complete"
    desk.press(page.form.refused)
    desk.type(page.form.reason, "称须请示后再签")
    assert page.step == "complete"
    assert page.form.lacks.isVisible()
    target, picture = page.target(), Source(name="left.jpg", way=IntakeWay.CAMERA, data=a_picture(7))
    (taken,) = desk.ask(lambda a: a.evidence.take_in(desk.inspection, [picture], target=target))
    desk.rest()
    (delivery,) = desk.ask(lambda a: a.deliveries.deliveries(desk.inspection))
    assert delivery.evidence == (taken.evidence.id,), "a picture taken for the receipt is named in it"
    desk.type(page.form.witness, "苏映秋")
    desk.type(page.form.witness_unit, "杏林社区居民委员会")
    assert page.step == "close"
    desk.press(page.head.next)
    desk.press(page.close_now)
    (delivery,) = desk.ask(lambda a: a.deliveries.deliveries(desk.inspection))
    assert delivery.delivered_at is not None
    assert (delivery.mode, delivery.refusal, delivery.witness, delivery.witness_unit) == (
        DeliveryMode.LEFT_ON_PREMISES,
        "称须请示后再签",
        "苏映秋",
        "杏林社区居民委员会",
    )
    assert page.step == "print"
    assert not page.form.reason.isEnabled()


def test_several_documents_are_chosen_for_one_delivery(desk: Desk) -> None:
    first = desk.issue_talk_notice().document
    second = desk.ask(lambda a: _issue_proposal(a, desk.inspection))
    desk.place.show_list()
    desk.rest()
    desk.press(desk.place.deliver)
    form = desk.place.delivery.form
    assert set(form.boxes) == {first.id, second.id}
    assert all(box.isChecked() for box in form.boxes.values())
    form.boxes[second.id].click()
    desk.rest()
    (delivery,) = desk.ask(lambda a: a.deliveries.deliveries(desk.inspection))
    assert delivery.documents == (first.id,)
    form.boxes[first.id].click()
    desk.rest()
    assert desk.place.delivery.banner.isVisible(), "one at least"
    assert form.boxes[first.id].isChecked()


def test_a_delivery_that_is_received_after_all_takes_the_refusal_back(desk: Desk) -> None:
    desk.issue_talk_notice()
    desk.place.begin(DocumentType.DELIVERY)
    desk.rest()
    form = desk.place.delivery.form
    desk.press(form.refused)
    desk.type(form.reason, "拒绝")
    desk.press(form.received)
    desk.type(form.person, "苏映秋")
    (delivery,) = desk.ask(lambda a: a.deliveries.deliveries(desk.inspection))
    assert (delivery.refusal, delivery.received_by) == ("", "苏映秋")
    assert not form.if_refused.isVisible()
    assert desk.place.delivery.step == "close"


def test_things_are_registered_row_by_row(desk: Desk) -> None:
    desk.begin(DocumentType.REGISTRATION)
    form = desk.place.letter.form
    desk.type(form.items.first, "入院登记簿")
    document = desk.place.letter.document
    kept = desk.ask(lambda a: a.papers.registration(desk.inspection, document))
    assert [one.name for one in kept.items] == ["入院登记簿"]


def test_what_cannot_be_begun_says_why(desk: Desk) -> None:
    desk.place.new_action.trigger()
    desk.rest()
    inspection = desk.ask(lambda a: a.inspections.inspection(desk.inspection))
    assert inspection.mode is not Mode.ANNOUNCED
    choice = desk.place.choice
    for kind in (DocumentType.INSPECTION_NOTICE, DocumentType.DELIVERY):
        assert not choice.buttons[kind].isEnabled()
        assert choice.lines[kind].text() == choice.buttons[kind].accessibleDescription() != ""
    assert choice.buttons[DocumentType.TRANSFER].isEnabled()


def test_what_a_hidden_page_offers_is_not_in_the_palette(desk: Desk) -> None:
    assert desk.place.letter.next_action not in actions_below(desk.place)
    desk.begin(DocumentType.COMMITMENT)
    assert desk.place.letter.next_action in actions_below(desk.place)


def test_a_link_leads_to_its_document(desk: Desk) -> None:
    made = desk.ask(lambda a: a.papers.draft(desk.inspection, DocumentType.COMMITMENT))
    desk.place.select(made.id)
    desk.rest()
    assert desk.place.letter.isVisible()
    assert desk.place.letter.document == made.id


def test_the_link_to_the_notice_begins_it_and_then_goes_on_with_the_same(desk: Desk) -> None:
    desk.place.select(NOTICE)
    desk.rest()
    assert desk.place.notice.isVisible()
    begun = desk.place.notice.document
    assert not desk.place.bar.isVisible(), "the way back stands beside the number"
    desk.place.show_list()
    desk.rest()
    assert desk.place.write.text() == "Go on with the notice"
    desk.press(desk.place.write)
    assert desk.place.notice.document == begun
    (only,) = desk.ask(lambda a: a.notices.documents(desk.inspection))
    assert only.id == begun


def test_the_model_of_all_documents_keeps_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    desk.ask(lambda a: a.papers.draft(desk.inspection, DocumentType.COMMITMENT))
    model = DocumentListModel(("",))
    model.show_rows(desk.ask(lambda a: read_listing(a, desk.inspection)).documents)
    qtmodeltester.check(model)
