"""The library of checklists: versions, who uses them, taken in, written out, locked and compared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.checklist_shelf import ChecklistUse, Comparison, Place, ShelfLine
from inspector_app.domain.checklist_table import TableFault
from inspector_app.domain.checklist_trial import TriedRun
from inspector_app.domain.ids import ChecklistId
from inspector_app.domain.wording import counted
from inspector_app.ui.language import titled
from inspector_app.ui.models.checklist_shelf import TITLE, FoundModel, ShelfModel
from inspector_app.ui.models.table import VALUE, TableModel
from inspector_app.ui.pages.checklist_intake import ChecklistIntake, table_names
from inspector_app.ui.pages.checklist_reading import language
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

_ROW = 32
_MOST_SHOWN = 9
_LEAST_SHOWN = 3
_BESIDE_ROWS = 380
"""Pixels of height that everything but the versions needs."""
_NARROW = 1000


class ChecklistLibraryPage(Page):
    """Versions above; below what was found out about the chosen one, or about a file."""

    concerns = frozenset({"checklist_form", "checklist_lock", "retired_checklist"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._links: list[tuple[str, str]] = []
        """Where the rows below lead, where they lead anywhere: a place and an inspection."""
        self._wanted = ""
        self._make_actions()
        self.banner = Banner()
        self.model = ShelfModel()
        self.model.setParent(self)
        self.table = _table(self.model, self.tr("Versions of checklists"))
        self.table.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.found = FoundModel()
        self.found.setParent(self)
        self.result = _table(self.found, self.tr("What was found"))
        self.result.setWordWrap(True)
        rows = self.result.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.result.activated.connect(self._follow)
        self.other = QComboBox()
        self.other.setAccessibleName(self.tr("The other version"))
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.heading = label("", "muted", wrap=True)
        self.copy = self._button(self.copy_action)
        self.tables = self._button(self.tables_action)
        self.intake = ChecklistIntake(
            self,
            worker,
            found=self._show_faults,
            taken=self._taken,
            written=lambda told: self.banner.tell(told, "success"),
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self._tell(self._hint())

    def _make_actions(self) -> None:
        self.take_action = self.action(
            self.tr("Take a file in…"), lambda: self.intake.choose_to_take(self.take_action.text()), "Ctrl+O"
        )
        self.check_action = self.action(
            self.tr("Check a file…"),
            lambda: self.intake.choose_to_check(self.check_action.text()),
            "Ctrl+Shift+O",
        )
        self.tables_action = self.action(
            self.tr("Say where the tables lie…"),
            lambda: self.intake.choose_tables(self.tables_action.text()),
            "Ctrl+T",
        )
        self.write_action = self.action(self.tr("Write as a file…"), self._choose_to_write, "Ctrl+Shift+S")
        self.compare_action = self.action(self.tr("Compare with"), self._compare, "F6")
        self.uses_action = self.action(self.tr("Who uses it"), self._ask_uses, "F7")
        self.try_action = self.action(self.tr("Try on what runs"), self._try, "F8")
        self.lock_action = self.action(self.tr("Set for the team"), self._lock)
        self.retire_action = self.action(self.tr("Put away"), self._retire)
        self.copy_action = self.action(self.tr("Copy the list"), self._copy, "Ctrl+Shift+C")
        self.settings_action = self.action(self.tr("Settings"), lambda: self.goTo.emit("settings", ""))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(label(self.tr("Checklist library"), "title"), 1)
        for action in (self.take_action, self.check_action):
            above.addWidget(self._button(action))
        settings = self._button(self.settings_action)
        settings.setProperty("role", "quiet")
        above.addWidget(settings)
        self.write, self.uses = self._button(self.write_action), self._button(self.uses_action)
        self.trying = self._button(self.try_action)
        self.lock, self.retire = self._button(self.lock_action), self._button(self.retire_action)
        self.compare = self._button(self.compare_action)
        buttons, comparing = QHBoxLayout(), QHBoxLayout()
        for widget in (self.write, self.uses, self.trying, self.lock, self.retire):
            buttons.addWidget(widget)
        comparing.addWidget(self.compare)
        comparing.addWidget(self.other)
        comparing.addStretch()
        self.buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for row in (buttons, comparing, self.buttons):
            row.setSpacing(8)
        self.buttons.addLayout(buttons)
        self.buttons.addLayout(comparing, 1)
        below = QHBoxLayout()
        below.addWidget(self.heading, 1)
        below.addWidget(self.tables, 0, Qt.AlignmentFlag.AlignBottom)
        below.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        inside = QVBoxLayout()
        inside.setContentsMargins(28, 14, 20, 16)
        inside.setSpacing(12)
        inside.addLayout(above)
        inside.addWidget(self.table)
        inside.addLayout(self.buttons)
        inside.addLayout(below)
        inside.addWidget(self.result, 1)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(inside, 1)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def _hint(self) -> str:
        return self.tr(
            "Write a version as a workbook, change it in a spreadsheet, give it a higher version, check it "
            "and take it in. Checklists that were begun keep the version they began with."
        )

    # What is shown

    @property
    def chosen(self) -> ShelfLine | None:
        value = self.table.currentIndex().data(VALUE)
        return value if isinstance(value, ShelfLine) else None

    def refresh(self) -> None:
        self.worker.run(lambda a: a.checklists.shelf.lines(), self._show)

    @Slot(object)
    def _show(self, lines: list[ShelfLine]) -> None:
        before = self._wanted or (self.chosen.form.id if self.chosen is not None else "")
        self._wanted = ""
        self.model.show_rows(lines)
        self._fit()
        self.table.selectRow(max(self.model.row_of(before), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave room for what is found below; on a small screen comparing has a row of its own."""
        room = (self.height() - _BESIDE_ROWS) // _ROW
        shown = min(self.model.rowCount(), max(_LEAST_SHOWN, min(room, _MOST_SHOWN)))
        self.table.setFixedHeight(_ROW * shown + self.table.horizontalHeader().height() + 4)
        is_narrow = self.width() < _NARROW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.buttons.setDirection(down if is_narrow else across)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _index: QModelIndex, _before: QModelIndex) -> None:
        line = self.chosen
        for action in (
            self.write_action,
            self.uses_action,
            self.try_action,
            self.lock_action,
            self.retire_action,
        ):
            action.setEnabled(line is not None)
        if line is None:
            return
        locked, retired = line.lock is not None, line.place is Place.RETIRED
        self._name(
            self.lock,
            self.lock_action,
            self.tr("No longer for the team") if locked else self.tr("Set for the team"),
        )
        self._name(self.retire, self.retire_action, self.tr("Bring back") if retired else self.tr("Put away"))
        self.retire.setEnabled(not locked)
        self.retire_action.setEnabled(not locked)
        self.other.clear()
        for row in range(self.model.rowCount()):
            other = self.model.index(row, 0).data(VALUE)
            if other.form.form_id == line.form.form_id and other.form.id != line.form.id:
                self.other.addItem(f"{other.form.version} · {other.form.source_name}", other.form.id)
        self.compare_action.setEnabled(self.other.count() > 0)
        self.compare.setVisible(self.other.count() > 0)
        self.other.setVisible(self.other.count() > 0)
        self._tell(self._about(line.form))

    def _about(self, form: ChecklistForm) -> str:
        if not form.files:
            return self._hint()
        return self.tr("It reads {tables}, kept with it.").format(tables=table_names(form))

    def _name(self, button: QPushButton, action: QAction, text: str) -> None:
        action.setText(text)
        button.setText(text)

    def _tell(self, heading: str, *, rows: bool = False) -> None:
        """Say what is shown below; without rows there is nothing below to be copied."""
        self.heading.setText(heading)
        self.tables.setVisible(False)
        self.tables_action.setEnabled(False)
        self.result.setVisible(rows)
        self.copy.setVisible(rows)
        self.copy_action.setEnabled(rows)
        if rows:
            header = self.result.horizontalHeader()
            for column in range(self.found.columnCount()):
                wide = column in self.found.wide
                mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
                header.setSectionResizeMode(column, mode)

    # Files

    def _show_faults(self, told: str, faults: tuple[TableFault, ...]) -> None:
        self._links = []
        self.found.show_faults(faults)
        self._tell(told, rows=bool(faults))
        self._offer_tables()

    def _offer_tables(self) -> None:
        self.tables.setVisible(bool(self.intake.missing))
        self.tables_action.setEnabled(bool(self.intake.missing))
        if self.intake.missing:
            self.tables.setFocus()

    def _taken(self, told: str, form: ChecklistForm) -> None:
        self.banner.tell(told, "success")
        self._wanted = form.id
        self.refresh()

    def _choose_to_write(self) -> None:
        if (line := self.chosen) is not None:
            self.intake.choose_to_write(line.form, self.write_action.text())

    # Versions

    def _do(self, work: Callable[..., object], told: str) -> None:
        line = self.chosen
        if line is not None:
            form = line.form
            self.worker.run(lambda a: work(a, form), lambda _none: self._done(told, form))

    def _done(self, told: str, form: ChecklistForm) -> None:
        self.banner.tell(told.replace("{title}", titled(form)).replace("{version}", form.version), "success")
        self.refresh()

    def _lock(self) -> None:
        line = self.chosen
        if line is None:
            return
        if line.lock is not None:
            told = self.tr("{title}: new inspections begin with the highest version again.")
            self._do(lambda a, form: a.checklists.shelf.unlock(form.id), told)
        else:
            told = self.tr(
                "{title} {version} is set for the team: new inspections carry it to every laptop "
                "they are handed to."
            )
            self._do(lambda a, form: a.checklists.shelf.lock(form.id), told)

    def _retire(self) -> None:
        line = self.chosen
        if line is None:
            return
        if line.place is Place.RETIRED:
            told = self.tr("{title} {version} is offered again.")
            self._do(lambda a, form: a.checklists.shelf.bring_back(form.id), told)
        else:
            told = self.tr("{title} {version} is put away. What was begun with it goes on.")
            self._do(lambda a, form: a.checklists.shelf.retire(form.id), told)

    def _compare(self) -> None:
        line, other = self.chosen, self.other.currentData()
        if line is not None and other:
            before, after = line.form.id, ChecklistId(other)
            self.worker.run(lambda a: a.checklists.shelf.compare(before, after), self._show_comparison)

    @Slot(object)
    def _show_comparison(self, found: Comparison) -> None:
        self._links = []
        self.found.show_comparison(found)
        words = counted(
            len(found.changes),
            self.tr("{before} beside {after}: one question, choice or setting differs; {same} are the same."),
            self.tr(
                "{before} beside {after}: {changes} questions, choices or settings differ; "
                "{same} are the same."
            ),
        )
        told = words.format(
            before=found.before.version,
            after=found.after.version,
            changes=len(found.changes),
            same=found.same,
        )
        self._tell(told, rows=bool(found.changes))

    def _ask_uses(self) -> None:
        line = self.chosen
        if line is not None:
            form = line.form
            self.worker.start_steps(
                lambda a, progress: a.checklists.shelf.uses(form.id, progress),
                lambda uses: self._show_uses(form, uses),
                title=self.tr("Looking through the inspections"),
            )

    def _show_uses(self, form: ChecklistForm, uses: list[ChecklistUse]) -> None:
        self._links = [("checklists", use.inspection) for use in uses]
        self.found.show_uses(uses)
        words = (
            counted(
                len(uses),
                self.tr("{title} {version} is used in one inspection of this laptop. Enter opens it."),
                self.tr("{title} {version} is used in {count} inspections of this laptop. Enter opens one."),
            )
            if uses
            else self.tr("No inspection of this laptop uses {title} {version}.")
        )
        self._tell(words.format(title=titled(form), version=form.version, count=len(uses)), rows=bool(uses))

    def _try(self) -> None:
        if (line := self.chosen) is not None:
            form, spoken = line.form, language()
            self.worker.start_steps(
                lambda a, progress: a.checklists.trials.everywhere(form.id, progress, spoken),
                lambda tried: self._show_trials(form, tried),
                title=self.tr("Trying the version on the inspections"),
            )

    def _show_trials(self, form: ChecklistForm, tried: list[TriedRun]) -> None:
        self._links = [(f"trial/{one.run.id}:{form.id}", one.inspection) for one in tried]
        self.found.show_trials(tried)
        words = (
            counted(
                len(tried),
                self.tr("{title} {version} tried on one checklist that runs. Enter shows its answers."),
                self.tr(
                    "{title} {version} tried on {count} checklists that run. Enter shows the answers of one."
                ),
            )
            if tried
            else self.tr("No other version of {title} runs in an inspection of this laptop.")
        )
        self._tell(words.format(title=titled(form), version=form.version, count=len(tried)), rows=bool(tried))
        if tried:
            self.result.setFocus()
            self.result.selectRow(0)

    @Slot(QModelIndex)
    def _follow(self, index: QModelIndex) -> None:
        """Open the inspection of a row, where inspections are listed."""
        if index.row() < len(self._links):
            self.goTo.emit(*self._links[index.row()])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.found.as_text())
        self.banner.tell(self.tr("The list is copied; paste it into a spreadsheet or a message."), "info")


def _table(model: TableModel[object] | ShelfModel | FoundModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
