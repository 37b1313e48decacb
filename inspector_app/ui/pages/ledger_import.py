"""Taking in what an institution handed over: sorted by kind, columns corrected, every line accounted for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.ledger import FIELDS, ColumnGuess, LedgerField, LedgerKind, NotData, QuarantinedRow
from inspector_app.domain.ledger_mapping import LedgerMapping, MappedColumn
from inspector_app.domain.masking import is_long_number, mask_name, mask_number
from inspector_app.services.ledger_reading import LookedAt, corrected, look_at, look_at_all
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import field_word, kind_word, not_data_word
from inspector_app.ui.models.set_aside import SetAsideModel
from inspector_app.ui.models.table import VALUE
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.column_table import Column, ColumnTable
from inspector_app.ui.widgets.correction_bar import CorrectionBar
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.form import Form
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table
from inspector_app.ui.worker import Worker

FILES = "*.xlsx *.xls *.xlsm *.csv *.txt *.tsv"


class LedgerImport(InspectionPage):
    """Looks at files, lets kind and columns be corrected, and takes them when a person says so."""

    closed = Signal()
    concerns = frozenset({"none"})
    """Nothing refreshes files somebody is looking at."""

    def __init__(self, worker: Worker, kinds: tuple[LedgerKind, ...], parent: QWidget | None = None) -> None:
        """``kinds`` are offered for files whose kind is not recognised, the usual ones first."""
        super().__init__(worker, parent)
        self._kinds = kinds
        self.looked: list[LookedAt] = []
        self._taking = 0
        self.choose_action = self.action(self.tr("Choose &files"), self.choose_files, "Ctrl+O", changes=True)
        self.take_action = self.action(self.tr("&Take these ledgers"), self.take, "Ctrl+Return", changes=True)
        self.close_action = self.action(self.tr("Back without taking"), self.closed.emit, "Escape")
        self._build()

    def _build(self) -> None:
        self.empty = EmptyState(
            "file-up",
            self.tr("What the institution handed over"),
            self.tr(
                "Choose all files at once: xlsx, xls, csv or text, months and wards in files of their own. "
                "What each is follows from its columns; nothing is taken before you have looked at it."
            ),
            self.choose_action,
        )
        self.fault = label("", "error", wrap=True)
        self.fault.setMargin(12)
        self.fault.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Ledgers to be taken"))
        self.list.setFixedWidth(230)
        self.list.currentRowChanged.connect(self._show_chosen)
        self.name = label("", "subtitle", wrap=True)
        self.account = label("", "muted", wrap=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What these files are"))
        for kind in self._kinds:
            self.kind.addItem(kind_word(kind), kind.value)
        self.kind.activated.connect(self._on_kind)
        self.columns = ColumnTable()
        self.columns.meaningChosen.connect(self._on_meaning)
        self.aside = SetAsideModel()
        self.aside.setParent(self)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.aside_table = plain_table(self.aside, self.tr("Set aside"), 2)
        self.aside_table.verticalHeader().setDefaultSectionSize(32)
        self.aside_table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.aside_table.selectionModel().selectionChanged.connect(self._on_aside)
        self.correction = CorrectionBar()
        self.correction.wanted.connect(self._correct)
        aside = QWidget()
        below = QVBoxLayout(aside)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.aside_table, 1)
        below.addWidget(self.correction)
        self.tabs.addTab(aside, self.tr("Set aside"))
        self.handed_by, self.how = QLineEdit(), QLineEdit()
        form = Form(columns=2)
        form.add(self.tr("Handed over by (of the institution)"), self.handed_by)
        form.add(self.tr("How it was exported and copied"), self.how)
        self.handed_by.returnPressed.connect(self.how.setFocus)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.kind)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addLayout(head)
        middle.addWidget(self.account)
        middle.addWidget(self.tabs, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.list)
        across.addLayout(middle, 1)
        foot = QHBoxLayout()
        self.take_button = ActionButton(self.take_action, quiet=False)
        self.take_button.setProperty("role", "primary")
        for button in (
            self.take_button,
            ActionButton(self.choose_action, quiet=False),
            ActionButton(self.close_action, quiet=False),
        ):
            foot.addWidget(button)
        foot.addStretch()
        full = QWidget()
        layout = QVBoxLayout(full)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(across, 1)
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
        self.take_action.setEnabled(False)

    # Looking

    def begin(self) -> None:
        """Start with choosing, unless something is looked at already."""
        if not self.looked:
            self.choose_files()

    def choose_files(self) -> None:
        kinds = self.tr("Tables ({files});;All files (*)").format(files=FILES)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("What the institution handed over"), "", kinds)
        if names:
            self.look_at([Path(name) for name in names])

    def look_at(self, paths: list[Path]) -> None:
        """Sort the files by kind and read them as they would be taken."""
        inspection = InspectionId(self.inspection_id)
        title = self.tr("Reading {name}").format(name=paths[0].name)

        def read(remembered: tuple[LedgerMapping, ...]) -> None:
            self.worker.study(
                lambda progress: look_at_all(paths, remembered, progress),
                self._on_looked,
                self._on_fault,
                title=title,
            )

        self.worker.run(lambda a: a.ledgers.remembered(inspection), read, self._on_fault)

    @Slot(object)
    def _on_looked(self, found: tuple[LookedAt, ...]) -> None:
        self.looked = list(found)
        self.fault.hide()
        self.stack.setCurrentWidget(self.full)
        self.list.clear()
        for looked in found:
            self.list.addItem(self._line(looked))
        self.list.setCurrentRow(0)
        self._enable()
        self.handed_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, looked: LookedAt) -> str:
        kind = kind_word(looked.kind) if looked.kind else self.tr("Not recognised")
        state = (
            self.tr("columns are missing")
            if looked.counts is None
            else self.tr("lines: {count}").format(count=f"{looked.counts.used:,}")
        )
        return f"{kind}\n{looked.name}\n{state}"

    @property
    def chosen(self) -> LookedAt | None:
        """The ledger whose columns are shown."""
        place = self.list.currentRow()
        return self.looked[place] if 0 <= place < len(self.looked) else None

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        looked = self.chosen
        if looked is None:
            return
        self.name.setText("  ·  ".join(part for part in (looked.name, looked.encoding.upper()) if part))
        self.kind.setCurrentIndex(self.kind.findData(looked.kind.value) if looked.kind else -1)
        fields = FIELDS[looked.kind] if looked.kind else ()
        self.columns.offer([(field.value, field_word(field)) for field in fields])
        self.columns.show_columns([_column(guess) for guess in looked.columns])
        self.aside.show_rows(looked.quarantine)
        self.correction.offer(fields)
        self.correction.show_rows(())
        aside = looked.counts.quarantined if looked.counts else 0
        self.tabs.setTabText(1, self.tr("Set aside ({count})").format(count=f"{aside:,}"))
        self.account.setText(self._account(looked))

    def _account(self, looked: LookedAt) -> str:
        if looked.kind is None:
            return self.tr("Choose what these files are; then the columns are shown.")
        if looked.counts is None:
            groups = "；".join("／".join(field_word(one) for one in group) for group in looked.missing)
            return self.tr("No column was recognised for: {groups}. Choose it below.").format(groups=groups)
        counts = looked.counts
        others = "，".join(f"{not_data_word(NotData(what))} {times:,}" for what, times in looked.not_data)
        text = self.tr("Lines read: {read} = used: {used} + set aside: {aside} + no data: {others}").format(
            read=f"{counts.read:,}",
            used=f"{counts.used:,}",
            aside=f"{counts.quarantined:,}",
            others=f"{counts.not_data:,}",
        )
        return f"{text}（{others}）" if others else text

    @Slot(int)
    def _on_kind(self, place: int) -> None:
        looked = self.chosen
        if looked is not None:
            self._read_again(looked, LedgerKind(self.kind.itemData(place)), None)

    @Slot(int, object)
    def _on_meaning(self, place: int, field: str | None) -> None:
        looked = self.chosen
        if looked is not None and looked.kind is not None:
            mapping = looked.mapping or LedgerMapping(kind=looked.kind, columns=())
            self._read_again(looked, looked.kind, _with_meaning(mapping, looked.columns[place], field))

    @Slot()
    def _on_aside(self, *_: object) -> None:
        rows = sorted(self.aside_table.selectionModel().selectedRows(), key=lambda index: index.row())
        found = (index.data(VALUE) for index in rows)
        self.correction.show_rows(tuple(row for row in found if isinstance(row, QuarantinedRow)))

    @Slot(object, object, str)
    def _correct(self, rows: tuple[QuarantinedRow, ...], wanted: LedgerField, value: str) -> None:
        """Read the rows again with what a person put there; those that still cannot be used stay."""
        looked = self.chosen
        if looked is not None:
            place = self.looked.index(looked)
            self.worker.study(
                lambda _progress: corrected(looked, rows, wanted, value),
                lambda found: self._on_read_again(place, looked, found),
                self._on_fault,
                title=self.tr("Reading {name}").format(name=looked.name),
            )

    def _read_again(self, looked: LookedAt, kind: LedgerKind, mapping: LedgerMapping | None) -> None:
        place = self.looked.index(looked)
        self.worker.study(
            lambda progress: look_at(looked.paths, kind, mapping, None, progress, sheet=looked.sheet),
            lambda found: self._on_read_again(place, looked, found),
            self._on_fault,
            title=self.tr("Reading {name}").format(name=looked.name),
        )

    def _on_read_again(self, place: int, before: LookedAt, found: LookedAt) -> None:
        if place < len(self.looked) and self.looked[place] is before:
            self.fault.hide()
            self.looked[place] = found
            self.list.item(place).setText(self._line(found))
            self._show_chosen()
            self._enable()

    def _enable(self) -> None:
        self.take_action.setEnabled(any(looked.table is not None for looked in self.looked))

    def _on_fault(self, problem: Problem) -> None:
        self.fault.setText(say(problem))
        self.fault.show()

    # Taking

    def take(self) -> None:
        """Take in everything that can be read; the files themselves are kept as evidence."""
        for looked in [one for one in self.looked if one.table is not None]:
            self._take_one(looked)

    def _take_one(self, looked: LookedAt) -> None:
        inspection = InspectionId(self.inspection_id)
        by, how = self.handed_by.text(), self.how.text()
        self.worker.start_steps(
            lambda a, progress: a.ledgers.take(
                inspection, looked, handed_over_by=by, exported_how=how, exported_at=None, progress=progress
            ),
            lambda _ledger: self._on_taken(looked),
            self._on_take_fault,
            title=self.tr("Taking {name}").format(name=looked.name),
        )

    def _on_taken(self, looked: LookedAt) -> None:
        if looked in self.looked:
            place = self.looked.index(looked)
            del self.looked[place]
            self.list.takeItem(place)
        self._enable()
        if not self.looked:
            self.stack.setCurrentWidget(self.empty)
            self.closed.emit()

    def _on_take_fault(self, problem: Problem) -> None:
        self._on_fault(problem)
        if not self.handed_by.text().strip():
            self.handed_by.setFocus(Qt.FocusReason.OtherFocusReason)


def _with_meaning(mapping: LedgerMapping, column: ColumnGuess, field: str | None) -> LedgerMapping:
    """The same with another meaning of one column; a field belongs to one column only."""
    kept = [
        one
        for one in mapping.columns
        if one.column != column.column
        and not (one.column is None and one.header == column.header)
        and (field is None or one.field.value != field)
    ]
    if field is not None:
        kept.append(MappedColumn(field=LedgerField(field), header=column.header, column=column.column))
    nothing = [header for header in mapping.left_out if header != column.header]
    if field is None and column.header:
        nothing.append(column.header)
    return replace(mapping, columns=tuple(kept), left_out=tuple(nothing))


def _column(guess: ColumnGuess) -> Column:
    return Column(
        header=guess.header,
        field=guess.field.value if guess.field else None,
        reason=guess.reason,
        samples=tuple(_masked(guess.field, sample) for sample in guess.samples),
    )


def _masked(field: LedgerField | None, sample: str) -> str:
    if field is LedgerField.PATIENT:
        return mask_name(sample)
    is_person = field in (LedgerField.PATIENT_ID, LedgerField.VISIT)
    codes = (LedgerField.CODE, LedgerField.LOCAL_CODE, LedgerField.TRACE, LedgerField.SETTLEMENT)
    return mask_number(sample) if is_person or (field not in codes and is_long_number(sample)) else sample
