"""Checklists of an inspection: the list of questions at the left, the one being answered at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.checklist import (
    AnswerResult,
    ChecklistRun,
    QuestionView,
    RunProgress,
    answer_id,
)
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.finding import Finding
from inspector_app.domain.ids import ChecklistId, ChecklistRunId, InspectionId
from inspector_app.ui.models.questions import QuestionsModel
from inspector_app.ui.pages.checklist_drafts import DraftKeeper
from inspector_app.ui.pages.checklist_earlier import EarlierVisit
from inspector_app.ui.pages.checklist_entries import RepeatEntries
from inspector_app.ui.pages.checklist_exempting import Exempting
from inspector_app.ui.pages.checklist_going import ChecklistGoing
from inspector_app.ui.pages.checklist_layout import work_area
from inspector_app.ui.pages.checklist_menu import fill_menu
from inspector_app.ui.pages.checklist_more import ChecklistMore
from inspector_app.ui.pages.checklist_pasting import RowsFromSpreadsheet
from inspector_app.ui.pages.checklist_reading import Offer, Shown, language, offer, progress_words, shown
from inspector_app.ui.pages.checklist_why import WhyAsker
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.answer_pane import AnswerPane
from inspector_app.ui.widgets.checklist_tabs import ChecklistTabs
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.finding_offer import FindingOffer
from inspector_app.ui.widgets.key_bar import KeyBar
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.question_list import QuestionList
from inspector_app.ui.worker import Worker

_UNKNOWN, _EMPTY, _WORK = range(3)


class ChecklistsPage(InspectionPage):
    """Joins the list, the pane that takes answers, and the offer of a finding."""

    concerns = frozenset({"checklist_run", "citation", "finding"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._run = ""
        self._wanted = ""
        self._arriving = self._leading = False
        self._findings: dict[str, str] = {}
        self._then: Callable[[], object] | None = None
        self._progress: RunProgress | None = None
        self._make_actions()
        self._make_widgets()
        self._lay_out()

    def _make_actions(self) -> None:
        self.start_action = self.action(
            self.tr("Start a checklist"), self._offer_forms, "Ctrl+Shift+L", changes=True
        )
        self.action(self.tr("Checklist library"), lambda: self.goTo.emit("library", ""))
        self.next_action = self.action(
            self.tr("Next open question"), lambda: self._finish(self._go_open), "F8"
        )
        self.back_action = self.action(
            self.tr("Previous open question"), lambda: self._finish(self._go_back), "Shift+F8"
        )
        self.down_action = self.action(self.tr("Next question"), lambda: self._on_moved(1), "Ctrl+Down")
        self.up_action = self.action(self.tr("Previous question"), lambda: self._on_moved(-1), "Ctrl+Up")
        self.remark_action = self.action(
            self.tr("Write a remark"), self._write_remark, "Ctrl+M", changes=True
        )
        self.why_action = self.action(self.tr("Why is it so?"), self._ask_why, "F7")
        self.undo_action = self.action(self.tr("Undo the last answer"), self._undo, "Ctrl+Z", changes=True)
        self.record_action = self.action(
            self.tr("Record the finding"), self._tell_offer, "Ctrl+Return", changes=True
        )

    def _make_widgets(self) -> None:
        self.tabs = ChecklistTabs()
        self.tabs.chosen.connect(self._on_tab)
        self.start = QPushButton(self.start_action.text())
        self.start.setToolTip(self.start_action.toolTip())
        self.start.clicked.connect(self.start_action.trigger)
        self.menu = QMenu(self)
        self.state = label("", "muted", wrap=True)
        self.saved = label("", "small")
        self.model = QuestionsModel(("", self.tr("Question"), self.tr("Answer"), ""), self)
        self.list = QuestionList(self.model)
        self.list.setAccessibleName(self.tr("Questions"))
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        self.list.clicked.connect(self._on_clicked)
        self.pane = AnswerPane()
        self.action(self.tr("Enter the present time"), self.pane.enter_now, "Ctrl+;", changes=True)
        self.more = ChecklistMore(self, self.tabs, self._where, self.saved.setText)
        self._why = WhyAsker(self.worker, self.pane, self._where)
        self._drafts = DraftKeeper(self.worker, self.pane, self._where)
        self._earlier = EarlierVisit(self.worker, self.pane, self._where)
        self.pane.answered.connect(self._answer)
        self.pane.remarked.connect(self._remark)
        self.pane.goOn.connect(self._on_go_on)
        self.pane.moved.connect(self._on_moved)
        self.pane.evidenceWanted.connect(self._take_evidence)
        self.entries = RepeatEntries(self, self.model, self.pane, self._where, self._undone, self._answered)
        self.rows = RowsFromSpreadsheet(
            self, self.pane, self.entries, self._where, self._undone, self.saved.setText
        )
        self.going = ChecklistGoing(self, self.model, self.pane, self._where, self._choose)
        self.exempting = Exempting(self, self.pane, self._where, self._answered, self._not_saved)
        self.keys = KeyBar()
        self.offer = FindingOffer(self.record_action)
        self.offer.recordWanted.connect(self._record)
        self.offer.followed.connect(self._follow)
        self.changes(self.start, self.pane, self.offer.text, self.offer.record)
        self.empty = self._make_empty()

    def _make_empty(self) -> EmptyState:
        return EmptyState(
            "clipboard-check",
            self.tr("No checklist yet"),
            self.tr(
                "A checklist leads through a ward, a store or a dialysis unit, question by question. "
                "Every answer is saved as it is entered."
            ),
            self.start_action,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 28, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.more.button)
        head.addWidget(self.start)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())  # until it is known what there is
        self.stack.addWidget(self.empty)
        self.stack.addWidget(
            work_area(
                (self.state, self.saved), self.going.widgets, self.list, self.pane, self.offer, self.keys
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.rows.view, 1)
        self.rows.cover(self.stack)
        self.setFocusProxy(self.pane)

    # What is shown

    @property
    def _here(self) -> InspectionId:
        return InspectionId(self.inspection_id)

    @property
    def _run_id(self) -> ChecklistRunId:
        return ChecklistRunId(self._run)

    def open(self, inspection_id: str) -> None:
        """Forget the checklist of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self.rows.leave()
            self._run = self._wanted = ""
            self._then = None
            self.stack.setCurrentIndex(_UNKNOWN)
            self.model.show((), frozenset())
            self.pane.show_question(None)
            self.offer.forget()
        self._arriving = True
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection, run, spoken = self._here, self._run, language()
        self.worker.run(lambda a: shown(a, inspection, run, spoken), self._show)

    def select(self, identity: str) -> None:
        """Show the answer of that identity, ``run:path``, or a whole checklist."""
        self._run, _, self._wanted = identity.partition(":")
        self.refresh()

    def target(self) -> Target | None:
        question = self.pane.question
        if question is None or not self._run:
            return None
        identity = answer_id(self._run_id, question.path)
        return Target(kind=TargetKind.ANSWER, id=identity, label=question.label)

    def progress_text(self) -> str:
        found = self._progress
        return "" if found is None else f"{found.answered}/{found.total}"

    @Slot(object)
    def _show(self, found: Shown) -> None:
        fill_menu(self.menu, found.forms, self._on_form)
        self.tabs.show_runs(found.runs, found.view.run.id if found.view else "")
        self.stack.setCurrentIndex(_EMPTY if found.view is None else _WORK)
        self.start.setVisible(found.view is not None)  # an empty page has its own, in the middle
        self.more.button.setVisible(found.view is not None)
        arriving, self._arriving = self._arriving, False
        if found.view is None:
            self._progress = None
            return
        view = found.view
        before = self._path()
        self._run = view.run.id
        self._findings = dict(view.findings)
        self.model.show(view.questions, frozenset(view.findings))
        self.undo_action.setEnabled(view.can_undo)
        self._earlier.look()
        self._show_progress(view.progress)
        if arriving and view.draft is not None:
            self._wanted = self._wanted or view.draft.path
        wanted, self._wanted = self._wanted or before, ""
        row = self.model.row_of(wanted)
        self._choose(row if row >= 0 else max(self.model.next_open(-1), 0))
        leading, self._leading = self._leading, False
        if arriving or leading:
            self.pane.take_focus()  # it went when the question before was taken out of sight
        if arriving:
            self.saved.setText(self._drafts.bring_back(view))

    def _show_progress(self, progress: RunProgress) -> None:
        self._progress = progress
        self.going.show()
        self.state.setText("   ·   ".join(progress_words(progress)))
        self.tabs.show_progress(progress)

    def _where(self) -> tuple[InspectionId, ChecklistRunId]:
        return self._here, self._run_id

    def _path(self) -> str:
        question = self.pane.question
        return question.path if question else ""

    def _choose(self, row: int) -> None:
        """Go to a row; the pane takes the keys unless a person is elsewhere in the window."""
        index = self.model.index(row, QuestionsModel.QUESTION)
        if self.list.currentIndex().row() == row:
            self._show_row(row)
        self.list.setCurrentIndex(index)
        self.list.bring(row)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.pane.commit()
        self._show_row(index.row())

    def _show_row(self, row: int) -> None:
        question = self.model.question(row)
        moved = question is None or question.path != self._path()
        had_focus = self.pane.isAncestorOf(self.focusWidget() or self) or self.pane.hasFocus()
        self.pane.show_question(question)
        self._earlier.show_beside(question)
        self.keys.show_question(question, may_change=not self.holding.reason)
        self.going.show_place()
        if moved and (had_focus or self.list.hasFocus()):
            self.pane.take_focus()
        self._show_offer(question)

    def _show_offer(self, question: QuestionView | None) -> None:
        self.record_action.setEnabled(False)
        if question is None or not question.noncompliant:
            self.offer.forget()
        elif question.path in self._findings:
            self.offer.tell_recorded(self._findings[question.path])
        else:
            inspection, run, path = self._here, self._run_id, question.path
            self.worker.run(lambda a: offer(a, inspection, run, path), self._propose)

    @Slot(object)
    def _propose(self, proposed: Offer) -> None:
        question = self.pane.question
        if question is not None and question.path == proposed.path and question.noncompliant:
            self.offer.propose(proposed.finding, proposed.category, proposed.citations)
            self.record_action.setEnabled(True)

    # What a person does

    @Slot(str, str)
    def _answer(self, path: str, value: str) -> None:
        inspection, run = self._here, self._run_id
        self.saved.setText(self.tr("Saving …"))
        self.worker.run(
            lambda a: a.checklists.answer(inspection, run, path, value), self._answered, self._not_saved
        )

    @Slot(str, str)
    def _remark(self, path: str, text: str) -> None:
        inspection, run = self._here, self._run_id
        self.saved.setText(self.tr("Saving …"))
        self.worker.run(
            lambda a: a.checklists.remark(inspection, run, path, text), self._answered, self._not_saved
        )

    @Slot(object)
    def _answered(self, result: AnswerResult) -> None:
        at = result.saved_at.astimezone(BEIJING)
        self.saved.setText(self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}"))
        self.undo_action.setEnabled(True)
        path = self._path()
        if result.reordered:
            self._then = None
            self.refresh()
            return
        self.model.update(result.changed)
        self._show_progress(result.progress)
        row = self.model.row_of(path)
        if row >= 0:
            self._choose(row)
        then, self._then = self._then, None
        question = self.pane.question
        if then == self._go_open and question is not None and question.is_wrong:
            self.pane.take_focus()  # told at once and in words; Enter again goes on, and it stays as typed
        elif then is not None:
            then()

    @Slot(object)
    def _not_saved(self, problem: Problem) -> None:
        """Say so, stay at the question, and keep what was typed."""
        self._then = None
        self.saved.setText(self.tr("Not saved"))
        self.pane.keep_typed()
        self.worker.problem.emit(problem)

    def _finish(self, then: Callable[[], object]) -> None:
        """Save what is being typed, then go on; where to is decided after the answer took effect."""
        if self.pane.commit():
            self._then = then
        else:
            then()

    @Slot()
    def _on_go_on(self) -> None:
        self._finish(self._go_open)

    def _go_open(self) -> None:
        self._go(self.model.next_open(self.list.currentIndex().row()))

    def _go_back(self) -> None:
        self._go(self.model.next_open(self.list.currentIndex().row(), -1))

    def _go(self, row: int) -> None:
        if row < 0:
            self.saved.setText(self.tr("Nothing is open any more"))
        else:
            self._choose(row)
            self.pane.take_focus()

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        self._finish(lambda: self._move(step))

    def _move(self, step: int) -> None:
        row = self.list.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self._choose(row)
            self.pane.take_focus()

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self.pane.take_focus()

    def _write_remark(self) -> None:
        if self.pane.remark.isVisibleTo(self.pane):
            self.pane.remark.setFocus()

    def _ask_why(self) -> None:
        self._why.ask()

    def _undo(self) -> None:
        inspection, run = self._here, self._run_id
        self.worker.run(lambda a: a.checklists.undo(inspection, run), self._undone)

    @Slot(object)
    def _undone(self, path: str) -> None:
        self._wanted, self._leading = path, True
        self.pane.show_question(None)
        self.refresh()

    @Slot()
    def _take_evidence(self) -> None:
        self.evidenceWanted.emit(self.target())

    def _tell_offer(self) -> None:
        self.offer.tell()

    @Slot(object)
    def _record(self, finding: Finding) -> None:
        inspection = self._here
        self.worker.run(lambda a: a.checklists.record_finding(inspection, finding), self._recorded)

    @Slot(object)
    def _recorded(self, _finding: Finding) -> None:
        self.refresh()

    @Slot(str)
    def _follow(self, finding: str) -> None:
        self.goTo.emit(f"findings/{finding}", "")

    # Which checklist

    def _offer_forms(self) -> None:
        """Ask which one; where there is one only, start it."""
        entries = [entry for entry in self.menu.actions() if entry.data()]
        if len(entries) <= 1:
            for entry in entries:  # none while the page still asks what there is
                entry.trigger()
            return
        button = self.empty.button if self.empty.button and self.empty.isVisible() else self.start
        self.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        self.menu.setActiveAction(entries[0])

    @Slot()
    def _on_form(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            inspection, form = self._here, ChecklistId(str(entry.data()))
            self.worker.run(lambda a: a.checklists.start(inspection, form), self._started)

    @Slot(object)
    def _started(self, run: ChecklistRun) -> None:
        self._run = run.id
        self._arriving = True
        self.pane.show_question(None)
        self.refresh()

    @Slot(str)
    def _on_tab(self, run: str) -> None:
        if run != self._run:
            self.rows.leave()
            self.pane.commit()
            self._run, self._arriving = run, True
            self.pane.show_question(None)
            self.refresh()
