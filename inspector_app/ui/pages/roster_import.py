"""Taking in a hospital's list: which column means what, what would be taken, who exported it and when."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, Qt, QTimeZone, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING_SECONDS
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.masking import is_long_number, mask_name, mask_number
from inspector_app.domain.roster import ColumnGuess, Mapping, Roster, RosterField, RosterPreview
from inspector_app.ui.bed_words import field_word, line_word
from inspector_app.ui.language import say
from inspector_app.ui.models.roster_preview import LinesModel, entry_cells, quarantine_cells
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.column_table import Column, ColumnTable
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.form import Form
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.services.roster_reading import LookedAt

FILES = "*.xlsx *.xls *.xlsm *.csv *.txt *.tsv"


class RosterImport(InspectionPage):
    """Looks at a file, lets the columns be corrected, and takes it when a person says so."""

    closed = Signal()
    concerns = frozenset({"none"})
    """Nothing refreshes a file somebody is looking at."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.path: Path | None = None
        self.looked: LookedAt | None = None
        self._wanted = 0
        """Counts what was asked to be read; only the last is shown."""
        self.choose_action = self.action(self.tr("Choose a &file"), self.choose_file, "Ctrl+O", changes=True)
        self.take_action = self.action(self.tr("&Take this list"), self.take, "Ctrl+Return", changes=True)
        self.close_action = self.action(self.tr("Back to the beds"), self.closed.emit, "Escape")
        self._build()

    def _build(self) -> None:
        self.empty = EmptyState(
            "file-up",
            self.tr("The hospital's list of inpatients"),
            self.tr(
                "Choose the file as it came out of the hospital's system: xlsx, xls, csv or text. Title "
                "lines, totals and odd columns may stay; nothing is taken before you have looked at it."
            ),
            self.choose_action,
        )
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.name = label("", "subtitle")
        self.account = label("", "muted", wrap=True)
        self.sheet = QComboBox()
        self.sheet.setMinimumWidth(120)
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.sheet.activated.connect(self._on_sheet)
        self.columns = ColumnTable()
        self.columns.offer([(field.value, field_word(field)) for field in RosterField])
        self.columns.meaningChosen.connect(self._on_meaning)
        self.entries = LinesModel(entry_cells)
        self.quarantine = LinesModel(quarantine_cells)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.entry_table = _table(self.entries, self.tr("Persons"))
        self.quarantine_table = _table(self.quarantine, self.tr("Set aside"))
        self.tabs.addTab(self.entry_table, self.tr("Persons"))
        self.tabs.addTab(self.quarantine_table, self.tr("Set aside"))

        self.exported_by = QLineEdit()
        self.exported_by.setObjectName("exportedBy")
        self.exported_how = QLineEdit()
        self.exported_at = QDateTimeEdit()
        self.exported_at.setTimeZone(QTimeZone(BEIJING_SECONDS))
        self.exported_at.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.exported_at.setCalendarPopup(True)
        form = Form(columns=3)
        form.add(self.tr("Exported by (of the institution)"), self.exported_by)
        form.add(self.tr("Exported at"), self.exported_at)
        form.add(self.tr("How it was exported and copied"), self.exported_how)

        self.take_button = ActionButton(self.take_action, quiet=False)
        self.take_button.setProperty("role", "primary")
        foot = QHBoxLayout()
        foot.addWidget(self.take_button)
        foot.addWidget(ActionButton(self.choose_action, quiet=False))
        foot.addWidget(ActionButton(self.close_action, quiet=False))
        foot.addStretch()

        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.sheet)
        full = QWidget()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.account)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(form)
        layout.addLayout(foot)
        self.full = full
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(full)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.fault)
        around.addWidget(self.stack)
        self.fault.setMargin(12)
        self.take_action.setEnabled(False)

    # Looking

    def choose_file(self) -> None:
        chosen = self.ask_file(self)
        if chosen is not None:
            self.look_at(chosen)

    @classmethod
    def ask_file(cls, parent: QWidget) -> Path | None:
        """Ask for the file; ``None`` when nobody chose one."""
        # By its own name: a parent of another class would look for the words elsewhere.
        kinds = QCoreApplication.translate("RosterImport", "Tables ({files});;All files (*)")
        kinds = kinds.format(files=FILES)
        title = QCoreApplication.translate("RosterImport", "The hospital's list of inpatients")
        name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return Path(name) if name else None

    def look_at(self, path: Path) -> None:
        """Read the file and show what would be taken."""
        self.path = path
        self._read(path, "", None)

    def _read(self, path: Path, sheet: str, mapping: Mapping | None) -> None:
        """Ask what is remembered, then read beside the databases, so that other work goes on."""
        inspection = InspectionId(self.inspection_id)
        self._wanted += 1
        number = self._wanted
        title = self.tr("Reading {name}").format(name=path.name)

        def read(remembered: dict[str, RosterField]) -> None:
            from inspector_app.services.roster_reading import look_at

            self.worker.study(
                lambda progress: (
                    number,
                    look_at(path, sheet=sheet, mapping=mapping, remembered=remembered, progress=progress),
                ),
                self._on_looked,
                self._on_fault,
                title=title,
            )

        self.worker.run(lambda a: a.rosters.remembered(inspection), read, self._on_fault)

    @property
    def preview(self) -> RosterPreview | None:
        """What is shown, and what would be taken."""
        return self.looked.preview if self.looked else None

    @Slot(object)
    def _on_looked(self, found: tuple[int, LookedAt]) -> None:
        number, looked = found
        if number == self._wanted:
            self._show(looked)

    def _show(self, looked: LookedAt) -> None:
        preview = looked.preview
        is_new = self.preview is None or self.preview.source_sha256 != preview.source_sha256
        self.looked = looked
        self.fault.hide()
        self.stack.setCurrentWidget(self.full)
        self.take_action.setEnabled(True)
        kind = preview.encoding.upper() if preview.encoding else preview.kind
        self.name.setText(f"{preview.source_name}  ·  {kind}")
        self.sheet.clear()
        self.sheet.addItems(list(preview.sheets))
        self.sheet.setCurrentText(preview.sheet)
        self.sheet.setVisible(len(preview.sheets) > 1)
        self.account.setText(self._account(preview))
        self.columns.show_columns([_column(guess) for guess in preview.columns])
        self.entries.show(self._entry_headings(), preview.entries)
        self.quarantine.show(
            (self.tr("Line"), self.tr("Why"), self.tr("What stands there")), preview.report.quarantined
        )
        for table in (self.entry_table, self.quarantine_table):
            table.resizeColumnsToContents()
        self.tabs.setTabText(1, self.tr("Persons ({count})").format(count=len(preview.entries)))
        self.tabs.setTabText(2, self.tr("Set aside ({count})").format(count=len(preview.report.quarantined)))
        if is_new:
            self.exported_by.setText(preview.suggested_exported_by)
            moment = preview.suggested_exported_at
            stamp = int(moment.timestamp()) if moment else QDateTime.currentSecsSinceEpoch()
            self.exported_at.setDateTime(QDateTime.fromSecsSinceEpoch(stamp))
            self.columns.box(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def _account(self, preview: RosterPreview) -> str:
        report = preview.report
        others = "，".join(f"{line_word(line.kind)} {line.count}" for line in report.other_lines)
        text = self.tr(
            "Lines read: {read} = persons: {used} + set aside: {aside} + no data: {others}"
        ).format(
            read=report.rows_read,
            used=report.used,
            aside=len(report.quarantined),
            others=sum(line.count for line in report.other_lines),
        )
        return f"{text}（{others}）" if others else text

    def _entry_headings(self) -> tuple[str, ...]:
        return (
            self.tr("Line"),
            self.tr("Ward"),
            self.tr("Bed"),
            self.tr("Name"),
            self.tr("Sex, age"),
            self.tr("Identity"),
            self.tr("Hospital no."),
            self.tr("Admitted"),
            self.tr("Diagnosis"),
            self.tr("Doubts"),
        )

    @Slot(int)
    def _on_sheet(self, position: int) -> None:
        if self.path is not None:
            self._read(self.path, self.sheet.itemText(position), None)

    @Slot(int, object)
    def _on_meaning(self, column: int, field: str | None) -> None:
        if self.path is not None and self.preview is not None:
            mapping = self.preview.mapping.with_meaning(column, RosterField(field) if field else None)
            self._read(self.path, self.preview.sheet, mapping)

    def _on_fault(self, problem: Problem) -> None:
        self.fault.setText(say(problem))
        self.fault.show()

    # Taking

    def take(self) -> None:
        """Take in what is shown; the file itself is kept as evidence."""
        looked = self.looked
        if looked is None:
            return
        inspection = InspectionId(self.inspection_id)
        by, how = self.exported_by.text(), self.exported_how.text()
        at = datetime.fromtimestamp(self.exported_at.dateTime().toSecsSinceEpoch(), UTC)
        self.worker.run(
            lambda a: a.rosters.keep(inspection, looked, exported_by=by, exported_at=at, exported_how=how),
            self._on_taken,
            self._on_take_fault,
        )

    @Slot(object)
    def _on_taken(self, _roster: Roster) -> None:
        self.path = self.looked = None
        self.take_action.setEnabled(False)
        self.stack.setCurrentWidget(self.empty)
        self.closed.emit()

    def _on_take_fault(self, problem: Problem) -> None:
        self._on_fault(problem)
        if not self.exported_by.text().strip():
            self.exported_by.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(guess: ColumnGuess) -> Column:
    field = guess.field
    return Column(
        header=guess.header,
        field=field.value if field else None,
        reason=guess.reason,
        samples=tuple(_masked(field, sample) for sample in guess.samples),
    )


def _masked(field: RosterField | None, sample: str) -> str:
    if field is RosterField.NAME:
        return mask_name(sample)
    if field in (RosterField.ID_NUMBER, RosterField.HOSPITAL_NUMBER) or is_long_number(sample):
        return mask_number(sample)
    return sample


def _table(model: LinesModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    table.horizontalHeader().setStretchLastSection(True)
    table.setTabKeyNavigation(False)
    return table
