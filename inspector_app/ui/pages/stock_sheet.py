"""The stock reconciliation: every item with its difference, its sum beside it, its rows one step away."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QItemSelection, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QTabBar,
    QWidget,
)

from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.imported_ledger import ImportedLedger, StockChosen
from inspector_app.domain.stock import StockLine, StockStatus, StockTerm
from inspector_app.domain.stock_months import StockMonth
from inspector_app.services.activities import Activities
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.services.stock_sheet import STOCK_KINDS, StockSheet
from inspector_app.ui.bar_picture import BarPicture
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import account
from inspector_app.ui.models.stock_lines import VALUE, StockLinesModel
from inspector_app.ui.pages.count_typing import CountSheets
from inspector_app.ui.pages.ledger_sheet import LedgerSheetPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.pages.picture_leaving import PictureLeaving
from inspector_app.ui.stock_words import term_word
from inspector_app.ui.widgets.date_field import DateField
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.form import name_field
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import choose, plain_table, scrolled
from inspector_app.ui.widgets.stock_item import StockItem
from inspector_app.ui.worker import Worker

_OPEN = frozenset({StockStatus.UNKNOWN_FACTOR, StockStatus.UNMATCHED_CODE, StockStatus.NO_COUNT})
_SUM = 350
"""Width of the sum beside the items in pixels."""
_PARTS: tuple[frozenset[StockStatus], ...] = (
    frozenset(StockStatus),
    frozenset({StockStatus.SURPLUS}),
    frozenset({StockStatus.SHORTAGE}),
    _OPEN,
    frozenset({StockStatus.WITHIN_TOLERANCE}),
)


def _read(
    activities: Activities, inspection: InspectionId
) -> tuple[InspectionId, tuple[ImportedLedger, ...], StockChosen]:
    stock = activities.stock
    return inspection, stock.ledgers(inspection), stock.chosen(inspection)


class StockSheetPage(LedgerSheetPage):
    """Ledgers in, period chosen, items looked at one by one; what does not agree is a suspicion."""

    concerns = frozenset({"imported_ledger", "stock_chosen"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, STOCK_KINDS, self.tr("Find an item"), self.tr("Back to the items"), parent)
        self.sheet: StockSheet | None = None
        self._reckoning = PaperDrawing[StockSheet](worker, self._show_sheet, self.tell)
        self.suspicions_action = self.action(self.tr("Show the suspicions"), self.to_suspicions, "S")
        self._make_widgets()
        self._lay_out()

    def _make_widgets(self) -> None:
        self.first, self.last = DateField(), DateField()
        name_field(self.first, self.tr("Period from"))
        name_field(self.last, self.tr("Period to"))
        for editor in (self.first, self.last):
            editor.editingFinished.connect(self._choose_period)
        self.changes(self.first, self.last)
        self.search.setPlaceholderText(self.tr("Name, specification or code   /"))
        self.parts = QTabBar()
        self.parts.setAccessibleName(self.tr("Which items"))
        self.parts.setDrawBase(False)
        self.parts.setExpanding(False)
        for _part in _PARTS:
            self.parts.addTab("")
        self.parts.currentChanged.connect(self._filter)
        self.model = StockLinesModel(
            (
                self.tr("Item"),
                self.tr("Unit"),
                self.tr("Could be sold"),
                self.tr("Billed"),
                self.tr("Difference"),
                self.tr("Worth (¥)"),
                self.tr("What it means"),
            )
        )
        self.model.setParent(self)
        self.table = plain_table(self.model, self.tr("Items"), 0)
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.item = StockItem()
        self.item.rowsWanted.connect(self._ask_rows)
        self.counts = CountSheets(self, lambda: self.model.rows, self._show_pane, self.tell)
        self.counts.typing.closed.connect(self._to_main)
        self.empty = EmptyState(
            "package",
            self.tr("No ledger yet"),
            self.tr(
                "Import what the institution handed over: billing, purchases and stock counts, all files at "
                "once. Any software's export will do; columns are recognised and can be corrected."
            ),
            self.import_action,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Period"), "muted"))
        head.addWidget(self.first)
        head.addWidget(label("—", "muted"))
        head.addWidget(self.last)
        head.addStretch()
        head.addWidget(ActionButton(self.import_action, icon="file-up", quiet=False))
        bar = QHBoxLayout()
        bar.addWidget(self.parts)
        bar.addStretch()
        bar.addWidget(self.search)
        self.pictures = PictureLeaving(self, self.banner, self._picture)
        sums = scrolled(self.item, self.pictures.buttons())
        sums.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sums.setMinimumHeight(90)
        self.table.setMinimumHeight(120)
        self.split(self.table, sums, least=260)
        foot = QHBoxLayout()
        foot.addWidget(self.account, 1)
        for button in (*self.counts.buttons(), ActionButton(self.suspicions_action, icon="flag")):
            foot.addWidget(button)
        own = (self.suspicions_action, self.counts.print_action, self.counts.type_action)
        self.compose((head, self.ledgers_text, bar, self.beside, foot), own)
        self.stack.addWidget(self.counts.typing)

    # Showing

    @property
    def has_main(self) -> bool:
        return bool(self._known and self._known[1])

    def forget(self) -> None:
        self._reckoning.forget()
        self.sheet = None

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        if inspection:
            self.worker.run(lambda a: _read(a, inspection), self._show)

    def target(self) -> Target | None:
        line = self.current()
        ledgers = self.sheet.ledgers if self.sheet is not None else ()
        if line is None or not ledgers:
            return None
        return Target(kind=TargetKind.LEDGER, id=ledgers[0].id, label=line.name or line.code)

    def current(self) -> StockLine | None:
        """The item that is selected."""
        found = self.table.currentIndex().data(VALUE)
        return found if isinstance(found, StockLine) else None

    @Slot(object)
    def _show(self, found: tuple[InspectionId, tuple[ImportedLedger, ...], StockChosen]) -> None:
        inspection, ledgers, chosen = found
        if inspection != self.inspection_id:
            return
        self.ledgers_text.setText("  ·  ".join(account(ledgers)))
        for editor, day in ((self.first, chosen.first), (self.last, chosen.last)):
            if not editor.hasFocus():
                editor.show_day(day)
        self.show_main(has_ledgers=bool(ledgers))
        known = (inspection, tuple(ledger.id for ledger in ledgers), chosen.first, chosen.last)
        if known != self._known:
            self._known = known
            if ledgers:
                self.worker.run(lambda a: a.stock.reckoning(inspection), self._reckoning.draw, self.tell)

    def _show_sheet(self, sheet: StockSheet) -> None:
        self.banner.hide()
        is_first, self.sheet = self.sheet is None, sheet
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.stock.raise_points(inspection, sheet), None, lambda _problem: None)
        names = (
            self.tr("All"),
            self.tr("Billed without goods"),
            self.tr("Goods without a bill"),
            self.tr("Not computed"),
            self.tr("Agrees"),
        )
        for place, (part, name) in enumerate(zip(_PARTS, names, strict=True)):
            count = sum(line.status in part for line in sheet.lines)
            self.parts.setTabText(place, f"{name}  {count}")
        said = [self.tr("Items: {count}").format(count=len(sheet.lines))]
        if sheet.outside:
            said.append(self.tr("lines of other days, not counted: {count}").format(count=sheet.outside))
        if sheet.undated:
            said.append(self.tr("lines without a day: {count}").format(count=sheet.undated))
        if sheet.swaps:
            said.append(self.tr("suspected swaps: {count}").format(count=len(sheet.swaps)))
        if sheet.prices:
            said.append(self.tr("prices above the rule: {count}").format(count=len(sheet.prices)))
        doubt = [] if sheet.doubt is None else [say(sheet.doubt)]
        self.account.setText("\n".join(["  ·  ".join(said), *doubt]))
        self._filter()
        stood_on = QApplication.focusWidget()
        if is_first and stood_on is not None and self.main.isAncestorOf(stood_on):
            self.table.setFocus()

    @Slot()
    def _filter(self, *_: object) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        here, part = self.current(), _PARTS[max(self.parts.currentIndex(), 0)]
        wanted = self.search.text().strip().casefold()
        lines = [line for line in sheet.lines if line.status in part and _fits(line, wanted)]
        lines.sort(key=_by_weight)
        self.model.show_rows(lines)
        self.table.resizeColumnsToContents()
        if lines:
            choose(self.table, max(self.model.row_of(here.key) if here else 0, 0))
        else:
            self.item.hide()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        sheet, line = self.sheet, self.current()
        if sheet is None or line is None:
            self.item.hide()
            return
        self.worker.compute(
            lambda: (
                line,
                {term: len(sheet.places(line, term)) for term in StockTerm if term in line.known},
                sheet.months(line),
            ),
            self._show_line,
        )

    @Slot(object)
    def _show_line(self, found: tuple[StockLine, dict[StockTerm, int], tuple[StockMonth, ...]]) -> None:
        line, counts, months = found
        here = self.current()
        if here is not None and here.key == line.key:
            prices = self.sheet.prices if self.sheet is not None else ()
            self.item.show_line(line, counts, months, [point for point in prices if point.key == line.key])
            self.item.show()
            self.pictures.enable(has_picture=line.difference is not None)

    def _picture(self) -> BarPicture | None:
        sheet, line = self.sheet, self.current()
        if sheet is None or line is None or line.difference is None:
            return None
        first, last = sheet.period.first, sheet.period.last
        return self.item.drawn(line, f"{first} — {last}" if first and last else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sum stands beside the items, or below them where the window is small."""
        super().resizeEvent(event)
        self.share_room(_SUM)

    # Doing

    @Slot()
    def _choose_period(self) -> None:
        inspection = InspectionId(self.inspection_id)
        first, last = self.first.day, self.last.day
        if (first, last) != self._known[-2:]:
            self.worker.run(lambda a: a.stock.choose_period(inspection, first, last), self._chosen, self.tell)

    @Slot(object)
    def _chosen(self, _chosen: StockChosen) -> None:
        self.refresh()

    @Slot(object)
    def _ask_rows(self, term: StockTerm) -> None:
        sheet, line = self.sheet, self.current()
        if sheet is not None and line is not None:
            self.worker.compute(lambda: (line, term, sheet.rows(line, term)), self._show_rows)

    @Slot(object)
    def _show_rows(self, found: tuple[StockLine, StockTerm, tuple[LedgerLine, ...]]) -> None:
        line, term, rows = found
        self.show_lines(f"{line.name or line.code}  ·  {term_word(term)}", rows)

    def _show_pane(self, pane: QWidget) -> None:
        self.stack.setCurrentWidget(pane)


def _fits(line: StockLine, wanted: str) -> bool:
    texts: Iterable[str] = (line.name, line.spec, line.code, *line.codes, *line.local_codes)
    return not wanted or any(wanted in text.casefold() for text in texts)


def _by_weight(line: StockLine) -> tuple[int, Decimal, str, str]:
    """Differences first and the dearest of them in front, then what is not computed, then what agrees."""
    part = 1 if line.status in _OPEN else 2 if line.status is StockStatus.WITHIN_TOLERANCE else 0
    return part, -(line.amount or Decimal(0)), line.name, line.key
