"""A draft of another laptop that waits for approval here: read beside its facts, then answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.approval_by_file import AskedApproval, Decision, GivenAnswer
from inspector_app.domain.errors import Problem
from inspector_app.domain.money import figures
from inspector_app.services.approval_answering import PutBefore
from inspector_app.ui.exchange_words import given_text, moment
from inspector_app.ui.incoming import ask_folder
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.taking_in import REQUEST
from inspector_app.ui.widgets.approval_decision import ApprovalDecision
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.worker import Worker


class ApprovalRequestPage(Page):
    """One request at a time, chosen by the file that was dropped or opened."""

    concerns = frozenset({"given_answer", "known_card"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._path: Path | None = None
        self._put: PutBefore | None = None
        self.turn_action = self.action(self.tr("Facts or paper"), self._turn, "F4")
        self.write_action = self.action(self.tr("Write the answer again…"), self._write_again)
        self.take_action = self.action(self.tr("Open a request…"), self._choose, "Ctrl+O")
        self.banner = Banner()
        self.title = label(self.tr("Asked for approval"), "subtitle", wrap=True)
        self.about = label("", "muted", wrap=True)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(18)
        self.facts.setVerticalSpacing(6)
        self.facts.setColumnStretch(1, 1)
        self.decision = ApprovalDecision()
        self.decision.approved.connect(lambda remark, words: self._decide(Decision.APPROVED, remark, words))
        self.decision.returned.connect(lambda remark, words: self._decide(Decision.RETURNED, remark, words))
        self.given = label("", "", wrap=True)
        self.write = QPushButton(self.write_action.text())
        self.write.clicked.connect(self.write_action.trigger)
        self.turn = QPushButton(self.tr("Paper"))
        self.turn.setProperty("role", "quiet")
        self.turn.setToolTip(self.turn_action.toolTip())
        self.turn.clicked.connect(self.turn_action.trigger)
        entries = QWidget()
        rows = QVBoxLayout(entries)
        rows.setContentsMargins(28, 14, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(self.title)
        rows.addWidget(self.about)
        rows.addLayout(self.facts)
        rows.addWidget(self.decision)
        rows.addWidget(self.given)
        rows.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch()
        self.paper = PaperView()
        self.frame = BesidePaper(entries, self.paper)
        request = QWidget()
        beside = QVBoxLayout(request)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignRight)
        beside.addWidget(self.frame, 1)
        self.empty = EmptyState(
            "file-check",
            self.tr("Nothing is open for approval"),
            self.tr(
                "Somebody who wrote a document on another laptop asks for approval with a file. Open it, or "
                "drop it anywhere on this window: the draft is read here and approved or returned."
            ),
            self.take_action,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(request)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self._show_nothing()

    def select(self, identity: str) -> None:
        """Read the request that a link, a dialog or a drop led here for."""
        self._path = Path(identity)
        self._show_nothing()
        self.refresh()

    def refresh(self) -> None:
        path = self._path
        if path is not None:
            self.worker.run(lambda a: a.approval_answering.read(path), self._show, self._failed)

    def _show_nothing(self) -> None:
        self._put = None
        self.banner.hide()
        self.paper.show_pdf(b"")
        self.decision.hide()
        self._show_facts(())
        self.stack.setCurrentIndex(0)
        if self.empty.button is not None:
            self.setFocusProxy(self.empty.button)

    @Slot(object)
    def _show(self, put: PutBefore) -> None:
        is_other = self._put is None or self._put.asked.id != put.asked.id
        self.stack.setCurrentIndex(1)
        self.setFocusProxy(self.decision)
        self._put = put
        asked = put.asked
        self.title.setText(f"{asked.title}  {asked.number}".strip())
        words = self.tr("{name} asks for your approval, {when}.")
        self.about.setText(words.format(name=asked.asked_by, when=moment(asked.asked_at)))
        self._show_facts(self._facts_of(asked, put.sender.fingerprint))
        if is_other:
            self.paper.show_pdf(put.pdf)
            self.decision.begin(say(put.hindrance) if put.hindrance is not None else "")
        self.decision.setVisible(put.given is None)
        self.given.setVisible(put.given is not None)
        self.write.setVisible(put.given is not None)
        if put.given is not None:
            self.given.setText(given_text(put.given.answer))
        self._name_sides()

    def _facts_of(self, asked: AskedApproval, laptop: str) -> tuple[tuple[str, str], ...]:
        facts = [
            (self.tr("Institution"), asked.party),
            (self.tr("Issued by"), asked.bureau),
            (self.tr("Written by"), "、".join(one.name for one in asked.writers)),
        ]
        if asked.findings:
            facts.append((self.tr("Findings"), str(asked.findings)))
            facts.append(
                (self.tr("To be returned"), self.tr("{yuan} yuan").format(yuan=figures(asked.to_return)))
            )
        if asked.deadline is not None:
            facts.append((self.tr("Deadline"), asked.deadline.isoformat()))
        facts.append((self.tr("Laptop"), laptop))
        return tuple(facts)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, text) in enumerate(facts):
            self.facts.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(label(text, wrap=True), row, 1)

    def _decide(self, decision: Decision, remark: str, passphrase: str) -> None:
        put, path = self._put, self._path
        if put is None or path is None:
            return
        self.worker.run(
            lambda a: a.approval_answering.answer(put, decision, remark, passphrase),
            lambda given: self._write_to(given, path.parent),
            lambda problem: self.decision.tell(say(problem)),
        )

    def _write_to(self, given: GivenAnswer, folder: Path) -> None:
        self.worker.run(lambda a: a.approval_answering.write(given, folder), self._written, self._failed)

    @Slot(object)
    def _written(self, path: Path) -> None:
        asked_by = self._put.asked.asked_by if self._put is not None else ""
        words = self.tr("The answer lies beside the request: {name}. Give it back to {who}.")
        self.banner.tell(words.format(name=path.name, who=asked_by), "success")
        self.refresh()

    def _write_again(self) -> None:
        given = self._put.given if self._put is not None else None
        folder = ask_folder(self, self.write_action.text()) if given is not None else None
        if given is not None and folder is not None:
            self._write_to(given, folder)

    def _choose(self) -> None:
        kinds = self.tr("Requests for approval") + f" (*{REQUEST})"
        name, _kind = QFileDialog.getOpenFileName(self, self.take_action.text(), "", kinds)
        if name:
            self.select(name)

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self._name_sides()

    def _name_sides(self) -> None:
        self.turn.setVisible(self.frame.is_narrow and self._put is not None)
        self.turn.setText(self.tr("Facts") if self.frame.shows_paper else self.tr("Paper"))

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
