"""Another version tried on a running checklist: what would become of each answer, before anybody accepts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from inspector_app.domain.checklist import ChecklistForm, ChecklistRun
from inspector_app.domain.checklist_trial import Outcome, TriedAnswer, VersionTrial
from inspector_app.domain.ids import ChecklistId, ChecklistRunId, InspectionId
from inspector_app.domain.wording import counted
from inspector_app.services.activities import Activities
from inspector_app.ui import theme
from inspector_app.ui.language import say, titled
from inspector_app.ui.models.table import TableModel
from inspector_app.ui.pages.checklist_reading import language
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

OUTCOME, QUESTION, ANSWER, REASON = range(4)
_ROW = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choices:
    """The checklists of an inspection, and the other versions of the one that is chosen."""

    runs: tuple[ChecklistRun, ...]
    run: ChecklistRun | None
    versions: tuple[ChecklistForm, ...]


def _choices(activities: Activities, inspection: InspectionId, wanted: str) -> _Choices:
    checklists = activities.checklists
    runs = tuple(one.run for one in checklists.runs(inspection))
    run = next((one for one in runs if one.id == wanted), runs[0] if runs else None)
    versions = () if run is None else tuple(checklists.versions(inspection, run.id))
    return _Choices(runs=runs, run=run, versions=versions)


class TrialModel(TableModel[TriedAnswer]):
    """One row an answer that the other version treats differently."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._headings = (
            self.tr("What becomes of it"),
            self.tr("Question"),
            self.tr("Answer"),
            self.tr("Why"),
        )
        self._words = {
            Outcome.GONE: self.tr("no longer in the form"),
            Outcome.UNASKED: self.tr("no longer asked"),
            Outcome.INVALID: self.tr("no longer fits"),
            Outcome.MISSING: self.tr("must be answered now"),
        }

    def cell(self, value: TriedAnswer, row: int, column: int, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == REASON:
                return value.message or (say(value.reason) if value.reason is not None else "")
            return (self._words[value.outcome], value.label, value.value)[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == OUTCOME:
            severe = value.outcome in (Outcome.INVALID, Outcome.GONE)
            return theme.colour("danger" if severe else "warning")
        return None


class ChecklistTrialPage(InspectionPage):
    """Nothing changes here until the version is accepted, and then no answer is touched."""

    concerns = frozenset({"answer", "checklist_run", "checklist_form"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._run = ""
        self._version = ""
        self.accept_action = self.action(
            self.tr("Go on with this version"), self._accept, "Ctrl+Return", changes=True
        )
        self.back_action = self.action(
            self.tr("Back to filling"), lambda: self.goTo.emit(f"checklists/{self._run}:", ""), "Ctrl+R"
        )
        self.library_action = self.action(self.tr("Checklist library"), lambda: self.goTo.emit("library", ""))
        self.banner = Banner()
        self.runs, self.versions = QComboBox(), QComboBox()
        self.runs.setAccessibleName(self.tr("Checklists of this inspection"))
        self.versions.setAccessibleName(self.tr("The other version"))
        for box in (self.runs, self.versions):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.runs.activated.connect(self._on_run)
        self.versions.activated.connect(self._on_version)
        self.told = label("", "", wrap=True)
        self.model = TrialModel(self)
        self.table = self._make_table()
        self.accept = ActionButton(self.accept_action, quiet=False)
        self.changes(self.accept)
        self._lay_out()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Answers that the other version treats differently"))
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(OUTCOME, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(10)
        choice.addWidget(self.runs)
        self.beside = label(self.tr("with version"), "muted")
        choice.addWidget(self.beside)
        choice.addWidget(self.versions)
        choice.addStretch()
        self.library = ActionButton(self.library_action, quiet=False)
        choice.addWidget(self.library)
        choice.addWidget(ActionButton(self.back_action))
        foot = QHBoxLayout()
        hint = self.tr("Accepting keeps every answer; what has no place in the version stays in the history.")
        self.hint = label(hint, "small", wrap=True)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.accept)
        inside = QVBoxLayout()
        inside.setContentsMargins(28, 14, 28, 12)
        inside.setSpacing(10)
        inside.addWidget(label(self.tr("Try another version"), "title"))
        inside.addLayout(choice)
        inside.addWidget(self.told)
        inside.addWidget(self.table, 1)
        inside.addStretch()
        inside.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(inside, 1)
        self.setFocusProxy(self.versions)

    # What is shown

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._run = self._version = ""
            self.banner.hide()
        super().open(inspection_id)

    def select(self, identity: str) -> None:
        """Try versions on the checklist of that run; ``run:form`` names the version too."""
        self._run, _, self._version = identity.partition(":")
        self.refresh()

    def refresh(self) -> None:
        inspection, run = InspectionId(self.inspection_id), self._run
        self.worker.run(lambda a: _choices(a, inspection, run), self._show)

    @Slot(object)
    def _show(self, found: _Choices) -> None:
        self.runs.clear()
        for run in found.runs:
            self.runs.addItem(f"{titled(run)} {run.version}", run.id)
        self._run = found.run.id if found.run is not None else ""
        self.runs.setCurrentIndex(self.runs.findData(self._run))
        self.versions.clear()
        for form in reversed(found.versions):
            self.versions.addItem(f"{form.version} · {form.source_name}", form.id)
        self.versions.setCurrentIndex(max(self.versions.findData(self._version), 0))
        self.runs.setEnabled(bool(found.runs))
        for part in (self.versions, self.beside, self.hint, self.accept):
            part.setVisible(bool(found.versions))
        self.runs.setVisible(bool(found.runs))
        self.library.setVisible(not found.versions)
        self.back_action.setEnabled(bool(found.runs))
        self._offer(accepting=False)
        if found.versions:
            self._try()
            return
        self.model.show_rows(())
        self.table.hide()
        self.told.setText(
            self.tr("The library has no other version of this checklist. Take one in first.")
            if found.runs
            else self.tr("No checklist was begun in this inspection yet.")
        )

    def _try(self) -> None:
        inspection, run, spoken = InspectionId(self.inspection_id), ChecklistRunId(self._run), language()
        self._version = str(self.versions.currentData())
        form = ChecklistId(self._version)
        self.worker.run(lambda a: a.checklists.try_version(inspection, run, form, spoken), self._show_trial)

    @Slot(object)
    def _show_trial(self, trial: VersionTrial) -> None:
        if trial.form != self._version:
            return
        self.model.show_rows(trial.changed)
        self.table.setVisible(bool(trial.changed))
        self.table.setColumnHidden(REASON, not any(one.message or one.reason for one in trial.changed))
        kept = counted(
            trial.kept, self.tr("1 answer stands as it is."), self.tr("{count} answers stand as they are.")
        ).format(count=trial.kept)
        if trial.changed:
            touched = counted(
                len(trial.changed),
                self.tr("1 question is treated differently:"),
                self.tr("{count} questions are treated differently:"),
            ).format(count=len(trial.changed))
        else:
            touched = self.tr("Nothing else changes.")
        self.told.setText(f"{kept} {touched}")
        self._offer(accepting=True)

    def _offer(self, *, accepting: bool) -> None:
        self.accept_action.setEnabled(accepting)
        self.accept.setEnabled(accepting and self.accept_action.isEnabled())

    # What a person does

    @Slot(int)
    def _on_run(self, place: int) -> None:
        self._run, self._version = self.runs.itemData(place), ""
        self.refresh()

    @Slot(int)
    def _on_version(self, _place: int) -> None:
        self._offer(accepting=False)
        self._try()

    def _accept(self) -> None:
        inspection, run = InspectionId(self.inspection_id), ChecklistRunId(self._run)
        form = ChecklistId(self._version)
        self.worker.run(lambda a: a.checklists.accept_version(inspection, run, form), self._accepted)

    @Slot(object)
    def _accepted(self, run: ChecklistRun) -> None:
        words = self.tr("{title} goes on with version {version}; no answer was changed.")
        self.banner.tell(words.format(title=titled(run), version=run.version), "success")
        self._version = ""
