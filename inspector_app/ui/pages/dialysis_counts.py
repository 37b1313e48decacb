"""Dialysis in figures: sessions of every patient by month as each ledger has them, and dialysers by model."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)

from inspector_app.domain.dialysis import DialysisCount, ModelUse
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.masking import mask_name
from inspector_app.domain.points_work import LEDGERS, PointsWork
from inspector_app.services.dialysis_sheet import DialysisSheet
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.ui.bar_picture import BarPicture
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import account
from inspector_app.ui.models.dialysis_counts import MONTH, VALUE, DialysisCountsModel, ModelUsesModel
from inspector_app.ui.pages.ledger_sheet import WIDE, LedgerSheetPage, sorted_by_its_header
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.pages.picture_leaving import PictureLeaving
from inspector_app.ui.widgets.dialysis_picture import DialysisPicture
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.plain import plain_table, scrolled
from inspector_app.ui.worker import Worker

_BESIDE = 340
"""Width of the bars beside the table in pixels."""
_DIFFERENT, _ALL, _MODELS = "different", "all", "models"
_NEEDED = frozenset(LEDGERS[PointsWork.DIALYSIS].needed)
_SORTED: tuple[Callable[[DialysisCount], tuple[Decimal | str, ...]], ...] = (
    lambda one: (one.patient, one.number, one.month),
    lambda one: (one.number, one.month),
    lambda one: (one.month, one.patient),
    lambda one: (one.billed, one.patient),
    lambda one: (one.recorded if one.recorded is not None else Decimal(-1), one.patient),
    lambda one: (one.scheduled if one.scheduled is not None else Decimal(-1), one.patient),
    lambda one: (one.dialysers if one.dialysers is not None else Decimal(-1), one.patient),
)
"""By the columns of the table."""


class DialysisCountsPage(LedgerSheetPage):
    """What each ledger counts, side by side; a row leads to its lines."""

    concerns = frozenset({"imported_ledger"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(
            worker,
            LEDGERS[PointsWork.DIALYSIS].kinds,
            self.tr("Find a patient"),
            self.tr("Back to the counts"),
            parent,
        )
        self.sheet: DialysisSheet | None = None
        self._sort = (0, False)
        self._reckoning = PaperDrawing[DialysisSheet](worker, self._show_sheet, self.tell)
        self.show_rows_action = self.action(self.tr("Show the lines of the month"), self._ask_rows, "Return")
        self._make_widgets()
        self._lay_out()

    def _make_widgets(self) -> None:
        self.search.setPlaceholderText(self.tr("Patient or number   /"))
        self.part = QComboBox()
        self.part.setAccessibleName(self.tr("Which counts"))
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.part.currentIndexChanged.connect(self._filter)
        self.model, self.uses_model = DialysisCountsModel(), ModelUsesModel()
        for model in (self.model, self.uses_model):
            model.setParent(self)
        self.table = plain_table(self.model, self.tr("Sessions by patient and month"), 0)
        self.uses = plain_table(self.uses_model, self.tr("Dialysers by model"), 0)
        for table in (self.table, self.uses):
            table.verticalHeader().setDefaultSectionSize(32)
        self.table.doubleClicked.connect(self._ask_rows)
        for table in (self.table, self.uses):
            table.selectionModel().currentRowChanged.connect(self._show_picture)
        sorted_by_its_header(self.table, 0, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)
        for column in range(1, self.uses_model.columnCount()):
            self.uses.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.picture = DialysisPicture()
        self.empty = EmptyState(
            "droplets",
            self.tr("No ledgers of dialysis yet"),
            self.tr(
                "Import the billing and the treatment records, and schedule, purchases and stock where there "
                "are any. Every patient's sessions of a month stand side by side as each ledger has them."
            ),
            self.import_action,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.ledgers_text, 1)
        head.addWidget(ActionButton(self.import_action, icon="file-up", quiet=False))
        bar = QHBoxLayout()
        bar.addWidget(self.part)
        bar.addStretch()
        bar.addWidget(self.search)
        self.tables = QStackedWidget()
        self.tables.addWidget(self.table)
        self.tables.addWidget(self.uses)
        self.pictures = PictureLeaving(self, self.banner, self._picture)
        self.side = scrolled(self.picture, self.pictures.buttons())
        self.split(self.tables, self.side, least=280)
        self.compose((head, bar, self.beside, self.account), (self.show_rows_action,))

    # Showing

    @property
    def has_main(self) -> bool:
        return self.sheet is not None

    def forget(self) -> None:
        self._reckoning.forget()
        self.sheet = None

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        if inspection:
            self.worker.run(lambda a: (inspection, a.dialysis.ledgers(inspection)), self._show)

    def target(self) -> Target | None:
        ledgers = self.sheet.ledgers if self.sheet is not None else ()
        chosen = self.chosen()
        if chosen is None or not ledgers:
            return None
        return Target(kind=TargetKind.LEDGER, id=ledgers[0].id, label=f"{chosen.patient} {chosen.month}")

    def chosen(self) -> DialysisCount | None:
        """The patient's month that is selected."""
        found = self.table.currentIndex().data(VALUE) if self.tables.currentWidget() is self.table else None
        return found if isinstance(found, DialysisCount) else None

    @Slot(object)
    def _show(self, found: tuple[InspectionId, tuple[ImportedLedger, ...]]) -> None:
        inspection, ledgers = found
        if inspection != self.inspection_id:
            return
        self.ledgers_text.setText("  ·  ".join(account(ledgers)))
        has_all = {ledger.kind for ledger in ledgers} >= _NEEDED
        self.show_main(has_ledgers=has_all)
        known = (inspection, tuple(ledger.id for ledger in ledgers))
        if known != self._known:
            self._known, self.sheet = known, None
            if has_all:
                self.worker.run(lambda a: a.dialysis.reckoning(inspection), self._reckoning.draw, self.tell)

    def _show_sheet(self, sheet: DialysisSheet) -> None:
        self.banner.hide()
        self.sheet = sheet
        different = sum(not one.agrees for one in sheet.counts)
        wanted = self.part.currentData()
        parts = (
            (self.tr("Months that do not agree"), different, _DIFFERENT),
            (self.tr("All months"), len(sheet.counts), _ALL),
            (self.tr("Dialysers by model"), len(sheet.models), _MODELS),
        )
        self.part.blockSignals(True)
        self.part.clear()
        for word, count, part in parts:
            self.part.addItem(f"{word}  {count}", part)
        self.part.setCurrentIndex(max(self.part.findData(wanted), 0))
        self.part.blockSignals(False)
        self.uses_model.show_rows(sheet.models)
        if sheet.models:
            self.uses.selectRow(0)
        patients = len({(one.number, one.patient) for one in sheet.counts})
        counted = self.tr("Patients: {patients}  ·  months: {months}  ·  that do not agree: {different}")
        said = [counted.format(patients=patients, months=len(sheet.counts), different=different)]
        self.account.setText("\n".join([*said, *map(say, sheet.not_used)]))
        self._filter()

    @Slot()
    def _filter(self, *_: object) -> None:
        sheet, part = self.sheet, self.part.currentData()
        if sheet is None:
            return
        self.tables.setCurrentWidget(self.uses if part == _MODELS else self.table)
        self.search.setEnabled(part != _MODELS)
        wanted = self.search.text().strip().casefold()
        column, is_descending = self._sort
        shown = [
            one
            for one in sheet.counts
            if (part == _ALL or not one.agrees) and wanted in f"{one.patient} {one.number}".casefold()
        ]
        shown.sort(key=_SORTED[column], reverse=is_descending)
        self.model.show_rows(shown)
        self.table.resizeColumnsToContents()
        self.table.setColumnWidth(MONTH, max(self.table.columnWidth(MONTH), 90))
        if shown:
            self.table.selectRow(0)
        self._show_picture()

    @Slot()
    def _show_picture(self, *_: object) -> None:
        """The row that is chosen as bars."""
        table = self.tables.currentWidget()
        value = table.currentIndex().data(VALUE) if isinstance(table, QTableView) else None
        if isinstance(value, DialysisCount):
            self.picture.show_count(value)
        elif isinstance(value, ModelUse):
            self.picture.show_model(value)
        self.side.setVisible(value is not None and self.width() >= WIDE)
        self.pictures.enable(has_picture=value is not None)

    def _picture(self) -> BarPicture | None:
        """The bars of the row that is chosen, whether there is room for them or not."""
        return (
            self.picture.drawn(self.tr("Sessions by patient and month")) if self.picture.bars.bars else None
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture stands beside the table where there is room."""
        super().resizeEvent(event)
        self._show_picture()
        self.beside.setSizes([self.width() - _BESIDE, _BESIDE])

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sort = (column, order is Qt.SortOrder.DescendingOrder)
        self._filter()

    # Doing

    @Slot()
    def _ask_rows(self, *_: object) -> None:
        sheet, chosen = self.sheet, self.chosen()
        if sheet is not None and chosen is not None:
            self.worker.compute(lambda: (chosen, sheet.rows(chosen.rows)), self._show_rows)

    @Slot(object)
    def _show_rows(self, found: tuple[DialysisCount, tuple[LedgerLine, ...]]) -> None:
        count, rows = found
        self.show_lines(f"{mask_name(count.patient)}  ·  {count.month}", rows)
