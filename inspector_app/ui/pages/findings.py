"""Findings and the suspicions they come from: lists at the left, the chosen one at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QWidget

from inspector_app.domain.categories import Proposal
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.finding import Finding, FindingState, total_to_return
from inspector_app.domain.held_rows import HeldRows, count
from inspector_app.domain.ids import EvidenceId, FindingId, InspectionId
from inspector_app.domain.money import figures
from inspector_app.domain.overlap import Overlap, OverlapDecided
from inspector_app.domain.suspicion import Suspicion, SuspicionState
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.ui.evidence_words import PLACES
from inspector_app.ui.language import say
from inspector_app.ui.models.findings import VALUE
from inspector_app.ui.pages.finding_reading import Details, Lists, read_details, read_lists
from inspector_app.ui.pages.findings_layout import (
    EDITOR,
    FINDINGS,
    NO_FINDING,
    NO_SUSPICION,
    ROWS,
    SUSPICION,
    SUSPICIONS,
    FindingsLayout,
)
from inspector_app.ui.pages.suspicion_deciding import SuspicionDeciding
from inspector_app.ui.thumbnails import Thumbnails
from inspector_app.ui.widgets.plain import choose
from inspector_app.ui.worker import Worker

__all__ = ["FINDINGS", "SUSPICIONS", "FindingsPage"]


class FindingsPage(FindingsLayout):
    """Joins the lists, the editor and the decision about a suspicion."""

    concerns = frozenset({"finding", "suspicion", "citation", "evidence", "overlap_decided"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._wanted = ""
        self._chosen: Finding | None = None
        self._unsaved: Finding | None = None
        self._propose_to = ""
        self._withdrawn = ""
        self._rows: tuple[HeldRows, ...] = ()
        self._make_actions()
        self._make_lists()
        self._make_work(self.new_action)
        self._lay_out(
            (self.undo_action, self.tr("Undo last step"), "quiet"),
            (self.confirm_action, self.tr("Confirm"), ""),
            (self.new_action, self.tr("New finding"), "primary"),
        )
        self._connect()
        self.rows.lead_back(self.rows_action)
        known = self.suspicion
        self.changes(self.editor, known.confirm, known.reason, known.dismiss, known.reopen)
        for key, slot in (("Return", self.deciding.confirm_shown), ("Delete", self.deciding.ask_reason)):
            act = self.action(self._key_words[key], slot, key, changes=True)
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.suspicions.addAction(act)  # in the list alone: in a field these keys belong to the field

    def _make_actions(self) -> None:
        self._key_words = {
            "Return": self.tr("Confirm the selected suspicions into one finding"),
            "Delete": self.tr("Dismiss the suspicion: go to the reason"),
        }
        self.new_action = self.action(self.tr("New finding"), self._new, "Ctrl+Shift+N", changes=True)
        self.undo_action = self.action(
            self.tr("Undo the last change of this finding"), self._undo, "Ctrl+Z", changes=True
        )
        self.confirm_action = self.action(
            self.tr("Confirm this finding, or the suspicion"), self._confirm, "Ctrl+Return", changes=True
        )
        self.withdraw_action = self.action(
            self.tr("Withdraw this finding with a reason"), self._ask_to_withdraw, "Ctrl+Delete", changes=True
        )
        self.next_action = self.action(self.tr("Next in the list"), lambda: self._step(1), "Alt+Down")
        self.before_action = self.action(self.tr("One before in the list"), lambda: self._step(-1), "Alt+Up")
        self.rows_action = self.action(self.tr("Back to the finding"), self._leave_rows, "Escape")
        self.switch_action = self.action(
            self.tr("Switch between findings and suspicions"), self._switch, "Ctrl+Tab"
        )

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        queued = Qt.ConnectionType.QueuedConnection  # a click is told before the tab changes
        self.tabs.tabBarClicked.connect(self._to_list, queued)
        self.findings.selectionModel().currentRowChanged.connect(self._on_finding)
        self.editor.edited.connect(self._save)
        self.editor.categoryChosen.connect(self._propose)
        self.editor.conductChanged.connect(self._read_details)
        self.editor.confirmClauseWanted.connect(self._confirm_clause)
        self.editor.withdrawal.wanted.connect(self._withdraw)
        cited = self.editor.evidence
        cited.citeWanted.connect(self._cite)
        cited.unciteWanted.connect(self._uncite)
        cited.takeWanted.connect(self._take_evidence)
        cited.followed.connect(self._follow_evidence)
        self.thumbnails = Thumbnails(self.worker, self)
        cited.model.picturesWanted.connect(self.thumbnails.fetch)
        self.thumbnails.ready.connect(cited.model.put_picture)
        self.suspicion.findingFollowed.connect(self.select)
        self.suspicion.rowsWanted.connect(self._ask_rows)
        self.claimed.followed.connect(self.select)
        self.claimed.rowsWanted.connect(self._ask_own_rows)
        self.claimed.countHereWanted.connect(self._count_once)
        self.claimed.takeBackWanted.connect(self._decide_again)
        self.suspicion.groundFollowed.connect(self._follow_ground)
        self.deciding = SuspicionDeciding(self.worker, self.suspicions, self.suspicion, self)
        self.deciding.confirmed.connect(self._confirmed)

    # What is shown

    def open(self, inspection_id: str) -> None:
        """Forget the finding of another inspection before anything of this one is shown."""
        if inspection_id != self.inspection_id:
            self._chosen = self._unsaved = None
            self._wanted = self._propose_to = self._withdrawn = ""
            self.editor.forget()
            self.findings_model.show([])
            self.suspicions_model.show([])
        self.deciding.open(InspectionId(inspection_id))
        self.thumbnails.open(InspectionId(inspection_id))
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: read_lists(a, inspection), self._show)

    def select(self, identity: str) -> None:
        """Show that finding or suspicion once the lists are there, or the list of suspicions as such."""
        if identity == "suspicions":
            self.tabs.setCurrentIndex(SUSPICIONS)
        else:
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
        asked_for = self._wanted
        wanted = asked_for or (self._chosen.id if self._chosen else "")
        self._wanted = ""
        self.editor.offer_categories(lists.categories)
        self.findings_model.show(lists.findings, lists.category_names, lists.cited)
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
        elif asked_for and row >= 0:
            self.tabs.setCurrentIndex(FINDINGS)
        if self._unsaved is None and lists.findings:
            self.findings.selectRow(max(row, 0))
        self._show_work()

    def _show_work(self) -> None:
        of_findings = self.tabs.currentIndex() == FINDINGS
        if of_findings:
            self.work.setCurrentIndex(EDITOR if self._chosen is not None else NO_FINDING)
        else:
            self.work.setCurrentIndex(SUSPICION if self.suspicions_model.rowCount() else NO_SUSPICION)
        has = of_findings and self._chosen is not None
        can = {
            self.undo_action: has or bool(self._withdrawn),
            self.withdraw_action: has and not self.editor.held,
            self.confirm_action: (has and not self.editor.held) or not of_findings,
        }
        can[self.rows_action] = False
        for action, is_possible in can.items():
            action.setEnabled(is_possible)
        self._buttons[self.undo_action].setVisible(can[self.undo_action])
        self._buttons[self.confirm_action].setVisible(has)
        self._arrange()

    @Slot(int)
    def _on_tab(self, _tab: int) -> None:
        self._show_work()

    @Slot(int)
    def _to_list(self, _tab: int) -> None:
        self.setFocus()

    def _switch(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        self.setFocus()

    def _step(self, by: int) -> None:
        """Go to the next or the one before, from wherever the keys are."""
        table = self.findings if self.tabs.currentIndex() == FINDINGS else self.suspicions
        row = table.currentIndex().row() + by
        if 0 <= row < table.model().rowCount():
            self.editor.flush()
            choose(table, row)

    @Slot(QModelIndex, QModelIndex)
    def _on_finding(self, index: QModelIndex, _before: QModelIndex) -> None:
        finding = index.data(VALUE)
        if not isinstance(finding, Finding):
            return
        self._unsaved = None
        self.chooser.setCurrentIndex(index.row())
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
            self.editor.show_finding(details.finding, details.clauses, details.outside)
            self.editor.hold(say(details.held) if details.held is not None else "")
            self._show_work()
            self._show_evidence(details)
            if details.finding.id == self._propose_to:
                self._propose_to = ""
                self._propose(details.finding.category)

    @Slot(object)
    def _show_evidence(self, details: Details) -> None:
        if self._chosen is not None and details.finding.id == self._chosen.id:
            self.editor.show_evidence(details.cited, details.others)
            self._rows = details.rows
            self.claimed.show_claims(details.finding.id, count(details.rows), details.overlaps, details.stale)

    # What a person does

    def _new(self) -> None:
        self.worker.run(lambda a: a.findings.new(), self._begin)

    @Slot(object)
    def _begin(self, finding: Finding) -> None:
        self.tabs.setCurrentIndex(FINDINGS)
        self.findings.clearSelection()
        self.chooser.setCurrentIndex(-1)
        self._chosen = self._unsaved = finding
        self._read_details(finding)
        self._show_work()
        self.editor.group.setFocus()

    @Slot(object)
    def _save(self, finding: Finding) -> None:
        inspection = InspectionId(self.inspection_id)
        self._chosen = finding
        self._unsaved = None
        self._withdrawn = ""
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
        if self.tabs.currentIndex() == SUSPICIONS:
            self.deciding.confirm_shown()
            return
        self.editor.flush()
        if self._chosen is not None:
            confirmed = replace(self._chosen, state=FindingState.CONFIRMED)
            self._save(confirmed)
            self._read_details(confirmed)

    def _ask_to_withdraw(self) -> None:
        """Lead to the reason; what was never saved is simply put away."""
        if self._unsaved is not None:
            self._chosen = self._unsaved = None
            self.editor.forget()
            self.refresh()
        elif self._chosen is not None:
            self._show_field(self.editor.withdrawal.reason)

    @Slot(str)
    def _withdraw(self, reason: str) -> None:
        if self._unsaved is not None or self._chosen is None:
            self._ask_to_withdraw()
            return
        inspection, finding = InspectionId(self.inspection_id), self._chosen.id
        self.worker.run(lambda a: a.findings.withdraw(inspection, finding, reason), self._is_withdrawn)

    @Slot(object)
    def _is_withdrawn(self, finding: Finding) -> None:
        self._chosen = None
        self._withdrawn = finding.id
        self.editor.forget()
        self.banner.tell(
            self.tr("Withdrawn: {item}. Ctrl+Z brings it back.").format(item=finding.item),
            "info",
        )
        self.refresh()

    def _undo(self) -> None:
        inspection = InspectionId(self.inspection_id)
        known = self._withdrawn or (self._chosen.id if self._chosen is not None else "")
        self._withdrawn = ""
        if known:
            self.worker.run(lambda a: a.findings.restore(inspection, FindingId(known)), self._restored)

    @Slot(object)
    def _restored(self, finding: Finding) -> None:
        self.banner.hide()
        self._chosen = finding
        self._read_details(finding)
        self.refresh()

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

    @Slot(object)
    def _uncite(self, evidence: list[str]) -> None:
        target, inspection = self.target(), InspectionId(self.inspection_id)
        if target is not None:
            pieces = [EvidenceId(known) for known in evidence]
            self.worker.run(lambda a: a.evidence.uncite_from(inspection, pieces, target))

    @Slot()
    def _ask_own_rows(self) -> None:
        if self._chosen is not None:
            self._ask_rows(self._rows, self._chosen.item)

    @Slot(object, str)
    def _ask_rows(self, rows: tuple[HeldRows, ...], title: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: (title, a.overlaps.lines(inspection, rows)), self._show_rows)

    @Slot(object)
    def _show_rows(self, found: tuple[str, list[LedgerLine]]) -> None:
        self.rows.show_lines(*found)
        self.work.setCurrentIndex(ROWS)
        self.rows_action.setEnabled(True)
        self.rows.setFocus()

    def _leave_rows(self) -> None:
        self._show_work()
        self.setFocus()

    @Slot(object, str)
    def _count_once(self, overlap: Overlap, finding: str) -> None:
        inspection = InspectionId(self.inspection_id)
        self.editor.flush()
        self.worker.run(
            lambda a: a.overlaps.decide(inspection, overlap, FindingId(finding)), self._reread, self._on_fault
        )

    @Slot(object)
    def _decide_again(self, decided: OverlapDecided) -> None:
        inspection = InspectionId(self.inspection_id)
        self.editor.flush()
        self.worker.run(lambda a: a.overlaps.take_back(inspection, decided), self._reread, self._on_fault)

    @Slot(object)
    def _reread(self, _done: object) -> None:
        """Show the finding with the deduction that followed."""
        if self._chosen is not None:
            inspection, finding = InspectionId(self.inspection_id), self._chosen.id
            self.worker.run(lambda a: a.findings.finding(inspection, finding), self._restored)

    def _on_fault(self, problem: Problem) -> None:
        self.banner.tell(say(problem))

    @Slot(object)
    def _follow_ground(self, ground: Target) -> None:
        self.goTo.emit(f"{PLACES[ground.kind]}/{ground.id}", "")

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
