"""An approval by signed file through the window, on the laptop that asks and on the one that is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.approval_by_file import Decision
from inspector_app.domain.document import Document, DocumentState, DocumentType
from inspector_app.domain.errors import Problem
from inspector_app.domain.people import Role
from inspector_app.services.activities import Activities
from inspector_app.ui.pages.approval_request import ApprovalRequestPage
from inspector_app.ui.pages.letter import LetterPage
from inspector_app.ui.pages.notice import NoticePage
from inspector_app.ui.taking_in import TakingIn
from inspector_app.ui.worker import Worker
from tests.fakes import FakeClock
from tests.services.approval_files import WORDS, Laptop, Pair, a_pair


class Window:
    """One of the two laptops before a person; the other works on the same thread."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: FakeClock, *, hers: bool) -> None:
        self.qtbot = qtbot
        self.made: list[Pair] = []
        self.drafts: list[Document] = []

        def build() -> Activities:
            pair = a_pair(folder, clock)
            self.made.append(pair)
            self.drafts.append(pair.drafted())
            laptop: Laptop = pair.he if hers else pair.lin
            laptop.a.desk.take_changes()
            return laptop.a

        self.worker = Worker(build)
        self.problems: list[Problem] = []
        self.worker.problem.connect(self.problems.append)
        self.ask(lambda _a: None)

    @property
    def pair(self) -> Pair:
        return self.made[0]

    @property
    def draft(self) -> Document:
        return self.drafts[0]

    def ask(self, work: Any) -> Any:
        """Do something on the databases' thread and wait for it."""
        found: list[Any] = []
        self.worker.run(work, found.append, found.append)
        self.qtbot.waitUntil(lambda: bool(found), timeout=20000)
        self.settle()
        if isinstance(found[0], Problem):
            raise found[0]
        return found[0]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.worker.idle, timeout=20000)

    def show(self, page: QWidget) -> None:
        self.qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()


@pytest.fixture
def asking(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Window]:
    window = Window(qtbot, tmp_path, clock, hers=False)
    yield window
    window.worker.close()


@pytest.fixture
def asked(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Window]:
    window = Window(qtbot, tmp_path, clock, hers=True)
    yield window
    window.worker.close()


def a_notice_page(window: Window) -> NoticePage:
    page = NoticePage(window.worker)
    window.show(page)
    page.open(window.pair.inspection)
    page.select(window.draft.id)
    window.settle()
    return page


def test_a_notice_is_asked_for_returned_asked_for_again_and_approved(asking: Window) -> None:
    page = a_notice_page(asking)
    form = page.asking.form
    assert form.isHidden(), "nothing of it is seen before it is wanted"
    asking.qtbot.mouseClick(page.head.by_file, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.people.currentText() == "何清越"
    page.asking.write_to(form.people.currentData(), asking.pair.stick)
    asking.settle()
    assert "opens on that laptop alone" in form.told.text()
    assert "was asked on" in form.waiting.text()
    (request,) = asking.pair.stick.glob("*.approval-request")
    answer = asking.ask(lambda _a: asking.pair.answered(request, Decision.RETURNED, "金额请复核"))
    page.asking.take(answer)
    asking.settle()
    assert "returned the draft: 金额请复核" in page.banner.text.text()
    assert "金额请复核" in form.returned.text()
    asking.pair.stick.joinpath(request.name).unlink()
    page.asking.write_to(form.people.currentData(), asking.pair.stick)
    asking.settle()
    (again,) = asking.pair.stick.glob("*.approval-request")
    answer = asking.ask(lambda _a: asking.pair.answered(again))
    page.asking.take(answer)
    asking.settle()
    assert "何清越's approval is taken in." in page.banner.text.text()
    assert form.isHidden()
    assert asking.ask(lambda _a: asking.pair.document(asking.draft)).state is DocumentState.APPROVED
    page.asking.take(answer)
    asking.settle()
    assert "taken in already" in form.told.text()


def test_a_dropped_answer_leads_to_its_document(asking: Window) -> None:
    page = QWidget()
    asking.show(page)
    taking, links = TakingIn(asking.worker, page), list[tuple[str, str]]()
    taking.goTo.connect(lambda place, inspection: links.append((place, inspection)))
    answer = asking.ask(lambda _a: asking.pair.answered(asking.pair.asked(asking.draft)))
    taking.take([answer, answer.with_suffix(".approval-request")])
    asking.settle()
    documents = (f"documents/{asking.draft.id}", asking.pair.inspection)
    assert sorted(links) == [(f"approve/{answer.with_suffix('.approval-request')}", ""), documents]


def a_request_page(window: Window) -> tuple[ApprovalRequestPage, Path]:
    page = ApprovalRequestPage(window.worker)
    window.show(page)
    request = window.ask(lambda _a: window.pair.asked(window.draft))
    page.select(str(request))
    window.settle()
    return page, request


def test_the_approver_reads_the_draft_and_answers_beside_the_request(asked: Window) -> None:
    page, request = a_request_page(asked)
    assert page.title.text().startswith("责令整改通知书")
    assert page.paper.document.pageCount() > 0
    assert page.decision.approve.isEnabled()
    asked.qtbot.keyClicks(page.decision.passphrase, "nonsense words here")
    asked.qtbot.mouseClick(page.decision.approve, Qt.MouseButton.LeftButton)
    asked.settle()
    assert page.decision.passphrase_field.note.isVisible(), "a wrong passphrase is said"
    asked.qtbot.keyClicks(page.decision.passphrase, WORDS)
    asked.qtbot.mouseClick(page.decision.give_back, Qt.MouseButton.LeftButton)
    assert page.decision.passphrase.text() == WORDS, "a return needs a remark first"
    asked.qtbot.mouseClick(page.decision.approve, Qt.MouseButton.LeftButton)
    asked.settle()
    (answer,) = request.parent.glob("*.approval")
    assert answer.name in page.banner.text.text()
    assert "You approved this draft" in page.given.text()
    assert page.decision.isHidden()
    assert asked.ask(lambda _a: asked.pair.take(answer)).decision is Decision.APPROVED


def test_a_file_that_is_no_request_is_said_and_nothing_is_shown(asked: Window) -> None:
    page, request = a_request_page(asked)
    request.write_bytes(request.read_bytes()[:-2])
    page.select(str(request))
    asked.settle()
    assert "not an approval file" in page.banner.text.text()
    assert page.decision.isHidden()


def a_letter_page(window: Window) -> tuple[LetterPage, Document]:
    page = LetterPage(window.worker)
    window.show(page)

    def write(a: Activities) -> Document:
        draft = a.papers.draft(window.pair.inspection, DocumentType.PROPOSAL)
        names = [one.name for one in a.papers.view(window.pair.inspection, draft.id).fields]
        return a.papers.edit(window.pair.inspection, draft.id, dict.fromkeys(names, "县卫生健康局"))

    draft = window.ask(write)
    page.open(window.pair.inspection)
    page.select(draft.id)
    window.settle()
    return page, draft


def test_a_letter_that_needs_a_lead_is_approved_on_the_leads_laptop(asking: Window) -> None:
    page, draft = a_letter_page(asking)
    assert page.form.approval.isHidden(), "nobody here is high enough"
    assert page.form.by_telephone.isHidden()
    asking.qtbot.mouseClick(page.form.by_file, Qt.MouseButton.LeftButton)
    form = page.asking.form
    page.asking.write_to(form.people.currentData(), asking.pair.stick)
    asking.settle()
    (request,) = asking.pair.stick.glob("*.approval-request")
    answer = asking.ask(lambda _a: asking.pair.answered(request))
    page.asking.take(answer)
    asking.settle()
    assert page.step == "issue"
    assert "Approved by 何清越" in page.form.approved.text()
    issued = asking.ask(lambda a: a.papers.issue(asking.pair.inspection, draft.id))
    assert issued.state is DocumentState.ISSUED


def test_a_letter_is_approved_by_a_call_that_waits_for_confirmation(asking: Window) -> None:
    asking.ask(lambda a: a.workspace.add_person("宋闻笛", role=Role.DIRECTOR, passphrase=WORDS))
    page, draft = a_letter_page(asking)
    asking.qtbot.mouseClick(page.form.by_telephone, Qt.MouseButton.LeftButton)
    call = page.form.call
    assert call.isVisible()
    now = asking.pair.lin.clock.now()
    call.called_at.setDateTime(call.called_at.dateTime().fromSecsSinceEpoch(int(now.timestamp())))
    asking.qtbot.keyClicks(call.number, "0000-0000001")
    asking.qtbot.mouseClick(call.do, Qt.MouseButton.LeftButton)
    asking.settle()
    assert call.isHidden()
    assert "宋闻笛, called on 0000-0000001" in page.form.confirmation.told.text()
    stored = asking.ask(lambda a: a.papers.view(asking.pair.inspection, draft.id).document)
    assert stored.state is DocumentState.APPROVED
