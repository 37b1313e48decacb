"""A filled checklist to be read, as a team lead does; from here it is printed and exported."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.checklist import RunSummary, answer_id
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.filled_checklist import FilledChecklist, FilledLine, Reading
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.services.activities import Activities
from inspector_app.ui.exchange_words import moment
from inspector_app.ui.language import titled
from inspector_app.ui.models.filled_lines import QUESTION, FilledLinesModel
from inspector_app.ui.models.table import VALUE
from inspector_app.ui.pages.checklist_leaving import ChecklistLeaving
from inspector_app.ui.pages.checklist_reading import language, progress_words
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.thumbnails import Thumbnails
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.filled_line import FilledLineView
from inspector_app.ui.widgets.filled_table import FilledTable
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.reading_tabs import ReadingTabs
from inspector_app.ui.worker import Worker

Found = tuple[list[RunSummary], FilledChecklist | None, bool]


def _read(activities: Activities, inspection: InspectionId, wanted: str, spoken: str) -> Found:
    checklists = activities.checklists
    runs = checklists.runs(inspection)
    chosen = next((one.run.id for one in runs if one.run.id == wanted), runs[0].run.id if runs else None)
    filled = None if chosen is None else checklists.filled.read(inspection, chosen, spoken)
    return runs, filled, activities.reviewing.is_guest(inspection)


class FilledChecklistPage(InspectionPage):
    """Answers at the left, one of them closely at the right."""

    concerns = frozenset({"answer", "checklist_run", "citation", "comment", "finding"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._run = ""
        self._wanted = ""
        self._filled: FilledChecklist | None = None
        self._is_guest = False
        self.banner = Banner()
        self.leaving = ChecklistLeaving(self, worker, self.banner)
        self._make_actions()
        self._make_widgets()
        self._lay_out()

    def _make_actions(self) -> None:
        self.only_action = self.action(self.tr("Non-compliant only"), self._toggle, "Ctrl+Shift+F")
        self.next_kind_action = self.action(
            self.tr("Next kind of answers"), lambda: self.readings.turn(1), "Ctrl+PgDown"
        )
        self.kind_before_action = self.action(
            self.tr("Kind of answers before"), lambda: self.readings.turn(-1), "Ctrl+PgUp"
        )
        self.comment_action = self.action(self.tr("Remark on this answer"), self._ask, "Ctrl+M")
        self.next_action = self.action(self.tr("Next that does not comply"), lambda: self._step(1), "F8")
        self.back_action = self.action(
            self.tr("Previous that does not comply"), lambda: self._step(-1), "Shift+F8"
        )
        self.follow_action = self.action(self.tr("Go to the question"), self._follow, "Ctrl+Return")
        self.print_action = self.action(self.tr("Print the checklist"), self.leaving.print_out, "Ctrl+P")
        self.export_action = self.action(
            self.tr("Export…"), lambda: self.leaving.offer(self.export), "Ctrl+Shift+E", changes=True
        )
        self.back_to_filling = self.action(
            self.tr("Back to filling"), lambda: self.goTo.emit(f"checklists/{self._run}:", ""), "Ctrl+R"
        )

    def _make_widgets(self) -> None:
        self.runs = QComboBox()
        self.runs.setAccessibleName(self.tr("Checklists of this inspection"))
        self.runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.runs.activated.connect(self._on_run)
        self.readings = ReadingTabs()
        self.readings.setToolTip(f"{self.kind_before_action.toolTip()}\n{self.next_kind_action.toolTip()}")
        self.readings.chosen.connect(self._fill)
        self.state = label("", "muted")
        self.when = label("", "small", wrap=True)
        self.model = FilledLinesModel(self)
        self.table = FilledTable(self.model)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.doubleClicked.connect(self._follow)
        self.nothing = label("", "muted", wrap=True)
        self.line = FilledLineView()
        self.line.questionFollowed.connect(self._follow)
        self.line.evidenceFollowed.connect(lambda piece: self.goTo.emit(f"evidence/{piece}", ""))
        self.line.findingFollowed.connect(lambda finding: self.goTo.emit(f"findings/{finding}", ""))
        self.line.commented.connect(self._comment)
        self.line.left.connect(self.table.setFocus)
        self.line.settled.connect(self._settle)
        self.thumbnails = Thumbnails(self.worker, self)
        self.line.model.picturesWanted.connect(self.thumbnails.fetch)
        self.thumbnails.ready.connect(self.line.model.put_picture)
        self.print = ActionButton(self.print_action, text=self.tr("Print"), quiet=False)
        self.export = ActionButton(self.export_action, quiet=False)
        self.changes(self.export)
        self.empty = EmptyState(
            "clipboard-check",
            self.tr("No checklist yet"),
            self.tr("What is filled in an inspection's checklists is read here, with who changed what."),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 28, 0)
        head.setSpacing(10)
        head.addWidget(self.runs)
        head.addStretch()
        head.addWidget(ActionButton(self.back_to_filling))
        head.addWidget(self.print)
        head.addWidget(self.export)
        facts = QHBoxLayout()
        facts.setContentsMargins(28, 4, 28, 4)
        facts.addWidget(self.state, 1)
        facts.addWidget(self.when)
        kinds = QHBoxLayout()
        kinds.setContentsMargins(20, 0, 20, 6)
        kinds.addWidget(self.readings, 1)
        right = QScrollArea()
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setWidget(self.line)
        left = QVBoxLayout()
        left.addWidget(self.nothing)
        left.addWidget(self.table, 1)
        body = QHBoxLayout()
        body.setContentsMargins(20, 0, 0, 0)
        body.setSpacing(8)
        body.addLayout(left, 3)
        body.addWidget(right, 2)
        self.work = QWidget()
        work = QVBoxLayout(self.work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addLayout(head)
        work.addLayout(facts)
        work.addLayout(kinds)
        work.addLayout(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.work, 1)
        self.setFocusProxy(self.table)
        self._show(([], None, False))

    # What is shown

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._run = self._wanted = ""
            self._show(([], None, False))
            self.banner.hide()
        self.thumbnails.open(InspectionId(inspection_id))
        super().open(inspection_id)

    def select(self, identity: str) -> None:
        """Show a checklist, and the answer where the link names one: ``run`` or ``run:path``."""
        self._run, _, self._wanted = identity.partition(":")
        self.refresh()

    def refresh(self) -> None:
        inspection, run, spoken = InspectionId(self.inspection_id), self._run, language()
        self.worker.run(lambda a: _read(a, inspection, run, spoken), self._show)

    def target(self) -> Target | None:
        line = self._line()
        if line is None or line.is_heading or self._filled is None:
            return None
        identity = answer_id(self._filled.run.id, line.question.path)
        return Target(kind=TargetKind.ANSWER, id=identity, label=line.question.label)

    @Slot(object)
    def _show(self, found: Found) -> None:
        runs, self._filled, self._is_guest = found
        filled = self._filled
        self.empty.setVisible(filled is None)
        self.work.setVisible(filled is not None)
        for action in self._wanting_a_checklist():
            action.setEnabled(filled is not None)
        if filled is None:
            self.model.show_rows(())
            self.line.show_line(None)
            return
        self._run = filled.run.id
        self.leaving.be_about(self.inspection_id, filled.run.id, titled(filled.run))
        self.runs.clear()
        for one in runs:
            self.runs.addItem(f"{titled(one.run)} {one.run.version}", one.run.id)
        self.runs.setCurrentIndex(self.runs.findData(filled.run.id))
        self.state.setText("   ·   ".join(progress_words(filled.progress)))
        self.when.setText(self._when(filled))
        self._fill()

    def _wanting_a_checklist(self) -> tuple[QAction, ...]:
        turning = (self.only_action, self.next_kind_action, self.kind_before_action)
        return (*turning, self.print_action, self.back_to_filling, self.next_action, self.back_action)

    def _when(self, filled: FilledChecklist) -> str:
        begun = self.tr("begun {when} by {name}").format(
            when=moment(filled.run.started_at), name=filled.started_by
        )
        if filled.run.finished_at is None:
            return begun
        return self.tr("{begun}, finished {when}").format(begun=begun, when=moment(filled.run.finished_at))

    @Slot()
    def _fill(self) -> None:
        filled = self._filled
        if filled is None:
            return
        before = self._wanted or self._path()
        self._wanted = ""
        self.readings.show_counts(filled)
        reading = self.readings.reading
        lines = filled.only(reading)
        self.model.show_rows(lines)
        self.nothing.setText(self._nothing(reading))
        self.nothing.setVisible(not lines)
        row = self.model.row_of(before)
        if row < 0:
            asked = (place for place, line in enumerate(lines) if not line.is_heading)
            row = next(asked, 0)
        if lines:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, QUESTION))
        self._show_line()

    def _nothing(self, reading: Reading) -> str:
        if reading is Reading.MATTERS:
            return self.tr(
                "Nothing stands out: everything required is answered, complies and was never changed. "
                "Ctrl+PgDown shows everything."
            )
        return self.tr("There is no such answer any more.")

    def _line(self) -> FilledLine | None:
        value = self.table.currentIndex().data(VALUE)
        return value if isinstance(value, FilledLine) else None

    def _path(self) -> str:
        line = self._line()
        return line.question.path if line is not None else ""

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _index: QModelIndex, _before: QModelIndex) -> None:
        self._show_line()

    def _show_line(self) -> None:
        line = self._line()
        identity = answer_id(ChecklistRunId(self._run), line.question.path) if line is not None else ""
        self.line.show_line(line, identity, may_settle=not self._is_guest)
        self.follow_action.setEnabled(line is not None)
        self.comment_action.setEnabled(line is not None and not line.is_heading)

    # What a person does

    def _ask(self) -> None:
        self.line.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _toggle(self) -> None:
        is_on = self.readings.reading is Reading.NONCOMPLIANT
        self.readings.choose(Reading.MATTERS if is_on else Reading.NONCOMPLIANT)

    def _step(self, step: int) -> None:
        count = self.model.rowCount()
        row = self.table.currentIndex().row()
        for distance in range(1, count + 1):
            candidate = (row + step * distance) % count
            line = self.model.index(candidate, 0).data(VALUE)
            if isinstance(line, FilledLine) and line.question.noncompliant:
                self.table.selectRow(candidate)
                return

    @Slot()
    def _follow(self) -> None:
        line = self._line()
        if line is not None:
            self.goTo.emit(f"checklists/{answer_id(ChecklistRunId(self._run), line.question.path)}", "")

    @Slot(int)
    def _on_run(self, place: int) -> None:
        self._run = self.runs.itemData(place)
        self.refresh()

    @Slot(str)
    def _comment(self, text: str) -> None:
        inspection, about = InspectionId(self.inspection_id), self.target()
        if about is not None:
            self.worker.run(
                lambda a: a.reviewing.comment(
                    inspection, kind=about.kind.value, thing=about.id, label=about.label, text=text
                ),
                lambda _comment: self._commented(about),
            )

    def _commented(self, about: Target) -> None:
        self.line.written(about.id)
        self.table.setFocus()

    @Slot(str, str)
    def _settle(self, comment: str, answer: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.reviewing.settle(inspection, comment, answer))
