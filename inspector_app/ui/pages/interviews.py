"""Interviews: whom, which questions, what was answered; each session beside its paper, ended with time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.document import Document
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Evidence, Target, TargetKind
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.domain.record import Interview, Interviewed, InterviewRole
from inspector_app.services.activities import Activities
from inspector_app.ui.interview_words import role_word
from inspector_app.ui.language import say
from inspector_app.ui.models.interviews import VALUE, InterviewsModel
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.pages.paper_leaving import PaperLeaving
from inspector_app.ui.pages.signing_on_screen import SigningOnScreen
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.interview_begin import InterviewBegin
from inspector_app.ui.widgets.interview_parts import InterviewParts
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.widgets.paper_head import PaperHead
from inspector_app.ui.widgets.plain import plain_table, scrolled
from inspector_app.ui.widgets.withdrawing import Withdrawing
from inspector_app.ui.worker import Worker

_ROW = 40
_EMPTY, _BEGIN, _WORK = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    interview: Interview
    document: Document
    drawing: Callable[[], bytes]
    scans: tuple[Evidence, ...]


def _read(activities: Activities, inspection: InspectionId, identity: DocumentId) -> _Sheet:
    target = Target(kind=TargetKind.DOCUMENT, id=identity, label="")
    return _Sheet(
        interview=activities.interviews.interview(inspection, identity),
        document=activities.papers.records.document(inspection, identity),
        drawing=activities.interviews.drawing(inspection, identity),
        scans=tuple(activities.evidence.evidence_for(inspection, target)),
    )


class InterviewsPage(InspectionPage):
    """Joins the list, the questions and the paper."""

    concerns = frozenset({"interview", "document", "document_revision", "evidence", "citation", "visit"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._chosen = ""
        self._sheet: _Sheet | None = None
        self._line = ""
        """Number of the question that a link led to, from 0; empty for none."""
        self.banner = Banner()
        self.paper = PaperView()
        self.drawing = PaperDrawing(worker, self.paper.show_pdf, self._failed)
        self.head = PaperHead()
        self.begin = InterviewBegin()
        self.parts = InterviewParts()
        self.withdrawing = Withdrawing()
        self.leaving = PaperLeaving(self, worker, self.banner)
        self.new_action = self.action(self.tr("New interview"), self._ask_whom, "Ctrl+Shift+N", changes=True)
        self.own_action = self.action(self.tr("Own question"), self._ask_own, "Ctrl+J", changes=True)
        self.next_action = self.action(
            self.tr("Next step of the interview"), self._go_on, "Ctrl+Return", changes=True
        )
        self.back_action = self.action(
            self.tr("Read back: changes are marked"), self._read_back, "Ctrl+R", changes=True
        )
        self.back_action.setCheckable(True)
        self.turn_action = self.action(self.tr("Entries or paper"), self._turn, "F4")
        self.print_action = self.action(self.tr("Print"), self.leaving.print_out, "Ctrl+P", changes=True)
        self.export_action = self.action(
            self.tr("Export unencrypted"), self.leaving.export, "Ctrl+Shift+E", changes=True
        )
        self.scan_action = self.action(
            self.tr("Take in the scan of the paper"), self.leaving.scan, "Ctrl+Shift+S", changes=True
        )
        self.withdraw_action = self.action(self.tr("Withdraw"), self._ask_reason, "Ctrl+Delete", changes=True)
        self.head.nextWanted.connect(self._go_on)
        self.end = self.head.asking.add(self.tr("End the interview"), "primary", self._end)
        self.head.asking.add_leave(self.tr("Not yet"), self._put_off)
        self.head.asking.buttons.addStretch()
        self.head.asking.words.setText(
            self.tr(
                "The end time is fixed, questions without an answer are left out, and nothing is changed "
                "afterwards. The same person may be asked again in another session."
            )
        )
        self._join()
        self._lay_out()
        self.changes(self.parts, self.begin, self.head.next, self.head.asking, self.withdrawing)

    def _join(self) -> None:
        self.begin.wanted.connect(self._begin)
        self.begin.putOff.connect(self._leave_form)
        parts = self.parts
        parts.described.connect(self._keep(lambda a, i, d, value: a.interviews.describe(i, d, value)))
        parts.rightsTold.connect(self._keep(lambda a, i, d, text: a.interviews.tell_rights(i, d, text)))
        parts.asked.connect(self._keep(lambda a, i, d, text: a.interviews.ask(i, d, text)))
        parts.refused.connect(self._keep(lambda a, i, d, text: a.interviews.note_refusal(i, d, text)))
        parts.dropped.connect(self._keep(lambda a, i, d, place: a.interviews.drop(i, d, place)))
        parts.answered.connect(self._answer)
        self.withdrawing.wanted.connect(self.leaving.withdraw)

    def _lay_out(self) -> None:
        self.model = InterviewsModel((self.tr("Person asked"), self.tr("Answered or ended")))
        self.model.setParent(self)
        self.list = plain_table(self.model, self.tr("Interviews"), 0)
        self.list.verticalHeader().setDefaultSectionSize(_ROW)
        self.list.horizontalHeader().resizeSection(1, 140)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        self.frame = BesidePaper(self.withdrawing.below(self.parts), self.paper, above=self.list)
        self.signing = SigningOnScreen(self, self.frame, self.head, self.banner)
        for action, text in (
            (self.turn_action, self.tr("Paper")),
            (self.back_action, self.tr("Read back")),
            (self.export_action, self.tr("Export unencrypted")),
            (self.print_action, self.tr("Print")),
            (self.scan_action, self.tr("Take in a scan")),
            (self.new_action, self.tr("New interview")),
        ):
            self.head.offer(action, text)
        work = QWidget()
        rows = QVBoxLayout(work)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.frame, 1)
        self.empty = EmptyState(
            "users",
            self.tr("No interview yet"),
            self.tr(
                "Ask a patient, a physician or the head of the institution. The questions of the role are "
                "put in, each answer is saved as it is given, and the paper is printed and signed."
            ),
            self.new_action,
        )
        self.stack = QStackedWidget()
        for page in (self.empty, scrolled(self.begin), work):
            self.stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_sides()

    def _name_sides(self) -> None:
        self.head.allow(self.turn_action, self.frame.is_narrow and self._sheet is not None)
        is_paper = self.frame.shows_paper
        self.head.rename(self.turn_action, self.tr("Entries") if is_paper else self.tr("Paper"))

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self._name_sides()

    # What is shown

    def open(self, inspection_id: str) -> None:
        """Forget the interview of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self._forget()
            self._chosen = ""
            self.model.show_rows([])
            self.stack.setCurrentIndex(_EMPTY)
            self.stack.hide()  # nothing is said of interviews before they are read
        super().open(inspection_id)

    def _forget(self) -> None:
        self._sheet = None
        self.parts.forget()
        self.signing.be_about("", None, finished=False)
        self.drawing.forget()
        self.paper.show_pdf(b"")
        self.head.asking.hide()
        self.back_action.setChecked(False)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.read_in(lambda a: (inspection, a.interviews.interviews(inspection)), self._show_list)

    def select(self, identity: str) -> None:
        self._chosen, _slash, self._line = identity.partition("/")
        self.refresh()

    def target(self) -> Target | None:
        if self._sheet is None:
            return None
        interview = self._sheet.interview
        return Target(kind=TargetKind.DOCUMENT, id=interview.id, label=interview.person.name)

    @Slot(object)
    def _show_list(self, found: tuple[InspectionId, list[Interview]]) -> None:
        inspection, interviews = found
        if inspection != self.inspection_id:
            return
        self.stack.show()
        self.list.selectionModel().blockSignals(True)
        self.model.show_rows(interviews)
        self.list.selectionModel().blockSignals(False)
        self.list.setFixedHeight(_ROW * (min(max(len(interviews), 1), 3) + 1))
        self.list.setVisible(len(interviews) > 1)
        if not interviews:
            self._forget()
            if self.stack.currentIndex() == _WORK:
                self.stack.setCurrentIndex(_EMPTY)
            self._enable()
            return
        if self.stack.currentIndex() == _EMPTY:
            self.stack.setCurrentIndex(_WORK)
        row = self.model.row_of(self._chosen)
        self.list.selectRow(row if row >= 0 else len(interviews) - 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        interview = index.data(VALUE)
        if not isinstance(interview, Interview):
            return
        if self._sheet is not None and self._sheet.interview.id != interview.id:
            self.parts.commit()
            self._forget()
        self._chosen = interview.id
        inspection, identity = InspectionId(self.inspection_id), interview.id
        self.read_in(lambda a: _read(a, inspection, identity), self._show)

    @Slot(object)
    def _show(self, sheet: _Sheet) -> None:
        interview = sheet.interview
        if interview.id != self._chosen:
            return
        is_new = self._sheet is None
        self._sheet = sheet
        ended = interview.ended_at.astimezone(BEIJING).strftime("%H:%M:%S") if interview.ended_at else ""
        title = self.tr("{name}, session {session}").format(
            name=interview.person.name, session=interview.session
        )
        state = self.tr("Ended {time}").format(time=ended) if ended else self.tr("Open")
        self.head.show_state(title, state, closed=bool(ended))
        self.leaving.be_about(self.inspection_id, interview.id, title)
        begun = interview.begun_at.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
        self.parts.show_interview(interview, f"{role_word(interview.role)}  {begun}  {interview.place}")
        self.parts.setEnabled(not ended)
        self.drawing.draw(sheet.drawing)
        self._enable()
        if self._line.isdigit() and int(self._line) < len(self.parts.exchanges.rows):
            row, self._line = self.parts.exchanges.rows[int(self._line)], ""
            QTimer.singleShot(0, row, lambda: self.frame.bring_to(row.answer))  # once it has its place
        elif is_new and not ended and self.stack.currentIndex() == _WORK and not interview.rights_answer:
            self.parts.rights_answer.setFocus()

    def _step(self) -> str:
        sheet = self._sheet
        if sheet is None:
            return ""
        if sheet.interview.ended_at is None:
            return "end"
        if not sheet.document.copies_printed:
            return "print"
        return "" if sheet.scans else "scan"

    def _enable(self) -> None:
        step, sheet = self._step(), self._sheet
        is_open = step == "end"
        is_ended = sheet is not None and not is_open
        words = {
            "end": self.tr("End with time"),
            "print": self.tr("Print"),
            "scan": self.tr("Take in the signed copy"),
        }
        hints = {
            "end": self.tr("Enter goes to the next question, Ctrl+J asks an own one. All is saved as typed."),
            "print": self.tr("Print it, have every page signed, then take in the scan of the signed copy."),
            "scan": self.tr("The signed copy is not bound yet."),
        }
        hint = hints.get(step, "")
        if is_open and self.back_action.isChecked():
            hint = self.tr(
                "Read back: what is changed now stays visible, struck out, and is marked on paper."
            )
        self.head.show_next(words.get(step, ""), "Ctrl+Return", hint)
        self.next_action.setEnabled(bool(step))
        self.own_action.setEnabled(is_open)
        self.withdraw_action.setEnabled(sheet is not None)
        self.head.allow(self.back_action, is_open)
        self.head.allow(self.export_action, is_ended)
        self.head.allow(self.print_action, is_ended, is_next=step == "print")
        self.head.allow(self.scan_action, is_ended, is_next=step == "scan")
        shown = sheet.interview.id if sheet is not None else None
        self.signing.be_about(self.inspection_id, shown, finished=is_ended)
        self.head.allow(self.new_action, True)
        self._name_sides()

    # What a person does

    def _ask_whom(self) -> None:
        self.parts.commit()
        self.begin.clear()
        self.stack.setCurrentIndex(_BEGIN)
        self.begin.name.setFocus()

    @Slot()
    def _leave_form(self) -> None:
        self.stack.setCurrentIndex(_WORK if self._sheet is not None else _EMPTY)
        self.refresh()

    @Slot(object, object)
    def _begin(self, role: InterviewRole, person: Interviewed) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.interviews.begin(inspection, role, person),
            self._begun,
            lambda problem: self.begin.tell(say(problem)),
        )

    @Slot(object)
    def _begun(self, interview: Interview) -> None:
        self._forget()
        self.stack.setCurrentIndex(_WORK)
        self.select(interview.id)

    def _ask_reason(self) -> None:
        self.frame.bring_to(self.withdrawing.reason)
        self._name_sides()

    def _ask_own(self) -> None:
        self.frame.bring_to(self.parts.own)

    def _read_back(self) -> None:
        self.parts.commit()
        self._enable()

    @Slot(int, str)
    def _answer(self, position: int, text: str) -> None:
        if self._sheet is None:
            return
        is_read_back = self.back_action.isChecked()
        exchange = self._sheet.interview.exchanges[position]
        if not text and (exchange.before or (is_read_back and exchange.answer)):
            told = self.tr("A corrected answer is never empty: write what the person says now. It is kept.")
            self.banner.tell(told)
            self.refresh()
        elif is_read_back and exchange.answer:
            self._do(lambda a, i, d: a.interviews.correct(i, d, position, text))
        else:
            self._do(lambda a, i, d: a.interviews.answer(i, d, position, text))

    def _go_on(self) -> None:
        """Do the next step."""
        step = self._step()
        if step == "end":
            self.parts.commit()
            self.head.asking.ask()
        elif step == "print":
            self.leaving.print_out()
        elif step == "scan":
            self.leaving.scan()

    def _put_off(self) -> None:
        self.head.asking.hide()
        self.head.next.setFocus()

    def _end(self) -> None:
        self.parts.commit()
        self.head.asking.hide()
        self._do(lambda a, i, d: a.interviews.end(i, d))

    def _keep(self, work: Callable[[Activities, InspectionId, DocumentId, Any], object]) -> Any:
        return lambda value: self._do(lambda a, i, d: work(a, i, d, value))

    def _do(self, work: Callable[[Activities, InspectionId, DocumentId], object]) -> None:
        """Change the interview that is shown."""
        if self._sheet is not None:
            inspection, identity = InspectionId(self.inspection_id), self._sheet.interview.id
            self.write_down(lambda a: work(a, inspection, identity), None, self._failed)

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
