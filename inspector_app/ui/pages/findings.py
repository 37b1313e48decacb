"""Findings and the suspicions they come from: lists at the left, the chosen one at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.categories import Proposal
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.finding import Finding, FindingState, total_to_return
from inspector_app.domain.ids import EvidenceId, InspectionId
from inspector_app.domain.money import figures
from inspector_app.domain.suspicion import Suspicion, SuspicionState
from inspector_app.ui.models.findings import VALUE, FindingsModel, SuspicionsModel
from inspector_app.ui.pages.finding_reading import Details, Lists, read_details, read_lists
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.suspicion_deciding import SuspicionDeciding
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.finding_editor import FindingEditor
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table, scrolled
from inspector_app.ui.widgets.suspicion_view import SuspicionView
from inspector_app.ui.worker import Worker

FINDINGS, SUSPICIONS = range(2)


class FindingsPage(InspectionPage):
    """Joins the lists, the editor and the decision about a suspicion."""

    concerns = frozenset({"finding", "suspicion", "citation", "evidence"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._wanted = ""
        self._chosen: Finding | None = None
        self._unsaved: Finding | None = None
        self._propose_to = ""
        self.new_action = self.action(self.tr("New finding"), self._new, "Ctrl+Shift+N")
        self.undo_action = self.action(self.tr("Undo the last change of this finding"), self._undo, "Ctrl+Z")
        self.confirm_action = self.action(self.tr("Confirm this finding"), self._confirm, "Ctrl+Return")
        self.withdraw_action = self.action(self.tr("Withdraw this finding"), self._withdraw, "Ctrl+Delete")
        self.switch_action = self.action(
            self.tr("Switch between findings and suspicions"), self._switch, "Ctrl+Tab"
        )
        self._make_lists()
        self._make_work()
        self._lay_out()

    def _make_lists(self) -> None:
        self.findings_model = FindingsModel(("", self.tr("Item"), self.tr("To return"), self.tr("State")))
        self.suspicions_model = SuspicionsModel((self.tr("Suspicion"), self.tr("State")))
        for model in (self.findings_model, self.suspicions_model):
            model.setParent(self)
        self.findings = plain_table(self.findings_model, self.tr("Findings"), FindingsModel.ITEM)
        self.suspicions = plain_table(self.suspicions_model, self.tr("Suspicions"), SuspicionsModel.TITLE)
        header = self.findings.horizontalHeader()
        for column, width in ((0, 40), (2, 112), (3, 132)):
            header.resizeSection(column, width)
        self.suspicions.horizontalHeader().resizeSection(1, 150)
        self.findings.selectionModel().currentRowChanged.connect(self._on_finding)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Findings or suspicions"))
        self.tabs.addTab(self.tr("Findings"))
        self.tabs.addTab(self.tr("Suspicions"))
        self.tabs.setDrawBase(False)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.findings)
        self.lists.addWidget(self.suspicions)
        self.tabs.currentChanged.connect(self._on_tab)
        self.total = label("", "muted")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _make_work(self) -> None:
        self.editor = FindingEditor()
        self.editor.edited.connect(self._save)
        self.editor.categoryChosen.connect(self._propose)
        self.editor.conductChanged.connect(self._read_details)
        self.editor.confirmClauseWanted.connect(self._confirm_clause)
        self.editor.citeWanted.connect(self._cite)
        self.editor.takeEvidenceWanted.connect(self._take_evidence)
        self.editor.evidenceFollowed.connect(self._follow_evidence)
        self.suspicion = SuspicionView()
        self.suspicion.findingFollowed.connect(self.select)
        self.deciding = SuspicionDeciding(self.worker, self.suspicions, self.suspicion, self)
        self.deciding.confirmed.connect(self._confirmed)
        self.empty = EmptyState(
            "flag",
            self.tr("No finding yet"),
            self.tr(
                "A finding is a fact that the team stands for, with its clause and evidence. It comes from a "
                "suspicion, from an answer in a checklist, or is written here."
            ),
            self.new_action,
        )
        self.no_suspicion = EmptyState(
            "circle-help",
            self.tr("No suspicion"),
            self.tr(
                "Rules raise suspicions from the bed walk and the rosters. A person decides each of them."
            ),
        )
        self.work = QStackedWidget()
        for widget in (scrolled(self.editor), scrolled(self.suspicion), self.empty, self.no_suspicion):
            self.work.addWidget(widget)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        self._of_finding: list[QPushButton] = []
        for action, text, role in (
            (self.withdraw_action, self.tr("Withdraw"), "quiet"),
            (self.undo_action, self.tr("Undo"), "quiet"),
            (self.confirm_action, self.tr("Confirm"), ""),
            (self.new_action, self.tr("New finding"), "primary"),
        ):
            button = QPushButton(text)
            if role:
                button.setProperty("role", role)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            buttons.addWidget(button)
            if action is not self.new_action:
                self._of_finding.append(button)
        head = QHBoxLayout()
        head.setContentsMargins(28, 12, 28, 0)
        head.addWidget(self.tabs)
        head.addStretch()
        head.addLayout(buttons)
        left = QVBoxLayout()
        left.setContentsMargins(20, 0, 0, 8)
        left.addWidget(self.lists, 1)
        left.addWidget(self.total)
        side = QWidget()
        side.setLayout(left)
        side.setMinimumWidth(330)
        side.setMaximumWidth(470)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(side, 4)
        body.addWidget(self.work, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addLayout(body, 1)
        self.setFocusProxy(self.findings)

    # What is shown

    def open(self, inspection_id: str) -> None:
        """Forget the finding of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self._chosen = self._unsaved = None
            self._wanted = self._propose_to = ""
            self.editor.forget()
            self.findings_model.show([])
            self.suspicions_model.show([])
        self.deciding.open(InspectionId(inspection_id))
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: read_lists(a, inspection), self._show)

    def select(self, identity: str) -> None:
        """Show that finding or suspicion once the lists are there."""
        self._wanted = identity
        self.refresh()

    def target(self) -> Target | None:
        if self.tabs.currentIndex() == SUSPICIONS:
            suspicion = self.suspicions.currentIndex().data(VALUE)
            if isinstance(suspicion, Suspicion):
                return Target(kind=TargetKind.SUSPICION, id=suspicion.id, label=suspicion.title)
        elif self._chosen is not None:
            return Target(kind=TargetKind.FINDING, id=self._chosen.id, label=self._chosen.item)
        return None

    @Slot(object)
    def _show(self, lists: Lists) -> None:
        wanted = self._wanted or (self._chosen.id if self._chosen else "")
        self._wanted = ""
        self.editor.offer_categories(lists.categories)
        self.findings_model.show(lists.findings)
        self.deciding.show(self.suspicions_model, lists.suspicions, wanted)
        undecided = sum(known.state is SuspicionState.OPEN for known in lists.suspicions)
        self.tabs.setTabText(FINDINGS, self.tr("Findings  {count}").format(count=len(lists.findings)))
        self.tabs.setTabText(SUSPICIONS, self.tr("Suspicions  {count}").format(count=undecided))
        total = figures(total_to_return(tuple(lists.findings)))
        self.total.setText(self.tr("To return in all: ¥ {amount}").format(amount=total))
        row = self.findings_model.row_of(wanted)
        suspicion_row = self.suspicions_model.row_of(wanted)
        if wanted and suspicion_row >= 0:
            self.tabs.setCurrentIndex(SUSPICIONS)
        elif wanted and row >= 0 and self._chosen is not None and self._chosen.id != wanted:
            self.tabs.setCurrentIndex(FINDINGS)
        if self._unsaved is None and lists.findings:
            self.findings.selectRow(max(row, 0))
        self._show_work()

    def _show_work(self) -> None:
        if self.tabs.currentIndex() == SUSPICIONS:
            self.work.setCurrentIndex(1 if self.suspicions_model.rowCount() else 3)
        else:
            self.work.setCurrentIndex(0 if self._chosen is not None else 2)
        has = self.tabs.currentIndex() == FINDINGS and self._chosen is not None
        for action in (self.undo_action, self.withdraw_action, self.confirm_action):
            action.setEnabled(has)
        for button in self._of_finding:
            button.setVisible(has)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.lists.setCurrentIndex(tab)
        self.setFocusProxy(self.findings if tab == FINDINGS else self.suspicions)
        self._show_work()

    def _switch(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        (self.findings, self.suspicions)[self.tabs.currentIndex()].setFocus()

    @Slot(QModelIndex, QModelIndex)
    def _on_finding(self, index: QModelIndex, _before: QModelIndex) -> None:
        finding = index.data(VALUE)
        if not isinstance(finding, Finding):
            return
        self._unsaved = None
        if self.editor.finding != finding or self._chosen is None:
            self._chosen = finding
            self._read_details(finding)
        else:
            self._read_evidence(finding)
        self._show_work()

    @Slot(object)
    def _read_details(self, finding: Finding) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: read_details(a, inspection, finding), self._show_details)

    def _read_evidence(self, finding: Finding) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: read_details(a, inspection, finding), self._show_evidence)

    @Slot(object)
    def _show_details(self, details: Details) -> None:
        if self._chosen is not None and details.finding.id == self._chosen.id:
            self.editor.show_finding(details.finding, details.clauses)
            self._show_evidence(details)
            if details.finding.id == self._propose_to:
                self._propose_to = ""
                self._propose(details.finding.category)

    @Slot(object)
    def _show_evidence(self, details: Details) -> None:
        if self._chosen is not None and details.finding.id == self._chosen.id:
            self.editor.show_evidence(details.cited, details.others)

    # What a person does

    def _new(self) -> None:
        self.worker.run(lambda a: a.findings.new(), self._begin)

    @Slot(object)
    def _begin(self, finding: Finding) -> None:
        self.tabs.setCurrentIndex(FINDINGS)
        self.findings.clearSelection()
        self._chosen = self._unsaved = finding
        self._read_details(finding)
        self._show_work()
        self.editor.group.setFocus()

    @Slot(object)
    def _save(self, finding: Finding) -> None:
        inspection = InspectionId(self.inspection_id)
        self._chosen = finding
        self._unsaved = None
        self.worker.run(lambda a: a.findings.record(inspection, finding))

    @Slot(str)
    def _propose(self, category: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: a.packs.proposals_for(category, a.inspections.inspection(inspection).region),
            self._offer,
        )

    @Slot(object)
    def _offer(self, proposal: Proposal) -> None:
        self.editor.offer(proposal)

    def _confirm(self) -> None:
        self.editor.flush()
        if self._chosen is not None:
            confirmed = replace(self._chosen, state=FindingState.CONFIRMED)
            self._save(confirmed)
            self._read_details(confirmed)

    def _withdraw(self) -> None:
        if self._chosen is None:
            return
        inspection, finding = InspectionId(self.inspection_id), self._chosen.id
        self._chosen = None
        self.worker.run(lambda a: a.findings.withdraw(inspection, finding))

    def _undo(self) -> None:
        if self._chosen is None:
            return
        inspection, finding = InspectionId(self.inspection_id), self._chosen.id
        self.worker.run(lambda a: a.findings.restore(inspection, finding), self._restored)

    @Slot(object)
    def _restored(self, finding: Finding) -> None:
        self._chosen = finding
        self._read_details(finding)

    @Slot(str)
    def _confirm_clause(self, clause: str) -> None:
        if self._chosen is None:
            return
        inspection, finding = InspectionId(self.inspection_id), self._chosen.id
        self.worker.run(lambda a: a.findings.confirm_clause(inspection, finding, clause), self._restored)

    @Slot(str)
    def _cite(self, evidence: str) -> None:
        target, inspection = self.target(), InspectionId(self.inspection_id)
        if target is not None:
            self.worker.run(lambda a: a.evidence.cite(inspection, [EvidenceId(evidence)], target))

    @Slot()
    def _take_evidence(self) -> None:
        target = self.target()
        if target is not None:
            self.evidenceWanted.emit(target)

    @Slot(str)
    def _follow_evidence(self, evidence: str) -> None:
        self.goTo.emit(f"evidence/{evidence}", "")

    @Slot(object)
    def _confirmed(self, finding: Finding) -> None:
        """Go on in the editor: a confirmed suspicion wants its clause, amounts and requirement."""
        self._propose_to = finding.id
        self.tabs.setCurrentIndex(FINDINGS)
        self.select(finding.id)
