"""A reconciliation that gives points: all of them in one list, each with its sum, its rule and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QItemSelection, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.points_work import LEDGERS, PointSetAside, PointsWork, group_of, key_of
from inspector_app.services.activities import Activities
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.services.points_sheet import PointsSheet
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import account
from inspector_app.ui.models.ledger_lines import LedgerLinesModel
from inspector_app.ui.models.point_lines import (
    AMOUNT,
    ITEM,
    QUANTITY,
    VALUE,
    PointLine,
    PointLinesModel,
    point_name,
)
from inspector_app.ui.pages.ledger_import import LedgerImport
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import choose, plain_table, scrolled
from inspector_app.ui.widgets.point_view import PointView
from inspector_app.ui.worker import Worker

_WIDE, _BESIDE = 860, 360
"""Width of the page in pixels from which a point stands beside the list, and the point's own width."""
_ALL, _ASIDE = "all", "aside"
_SORTED: tuple[Callable[[LedgerPoint], tuple[Decimal | int, str]], ...] = (
    lambda point: (0, group_of(point)),
    lambda point: (0, point.subject),
    lambda point: (0, point.ward_or_item),
    lambda point: (0, point.period),
    lambda point: (point.quantity or 0, point.subject),
    lambda point: (point.amount or 0, point.subject),
    lambda point: (len(point.rows), point.subject),
)
"""By the columns of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyWords:
    """What the place says before there is a ledger."""

    icon: str
    title: str
    text: str


_SOMETIMES: Mapping[int, Callable[[LedgerPoint], bool]] = {
    ITEM: lambda point: bool(point.ward_or_item),
    QUANTITY: lambda point: point.quantity is not None,
    AMOUNT: lambda point: point.amount is not None,
}
"""Columns that stand there only where a point has something to say in them."""

Read = tuple[InspectionId, tuple[ImportedLedger, ...], Mapping[str, PointSetAside]]


def _read(activities: Activities, inspection: InspectionId, work: PointsWork) -> Read:
    points = activities.points
    return inspection, points.ledgers(inspection, work), points.set_aside(inspection)


class PointsSheetPage(InspectionPage):
    """Ledgers in; points looked at one by one; what is not set aside is a suspicion."""

    concerns = frozenset({"imported_ledger", "point_set_aside"})

    def __init__(
        self, worker: Worker, work: PointsWork, empty: EmptyWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(worker, parent)
        self.work = work
        self.sheet: PointsSheet | None = None
        self._aside: Mapping[str, PointSetAside] = {}
        self._known: tuple[object, ...] = ()
        """What the sheet was computed from; it is computed again when that has changed."""
        self._sort = (AMOUNT, True)
        self._reckoning = PaperDrawing[PointsSheet](worker, self._show_sheet, self._on_fault)
        self.import_action = self.action(self.tr("Import ledgers"), self._import, "Ctrl+I", changes=True)
        self.find_action = self.action(self.tr("Find a point"), self._find, "/")
        self.show_rows_action = self.action(self.tr("Show the lines of the point"), self._ask_rows, "Return")
        self.aside_action = self.action(self.tr("Set the point aside"), self._ask_reason, "Del", changes=True)
        self.rows_action = self.action(self.tr("Back to the points"), self._to_points, "Escape")
        self.suspicions_action = self.action(self.tr("Show the suspicions"), self._to_suspicions, "S")
        self._make_widgets(empty)
        self._lay_out()

    def _make_widgets(self, empty: EmptyWords) -> None:
        self.banner = Banner()
        self.ledgers_text = label("", "muted", wrap=True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Person, code or item   /"))
        self.search.setAccessibleName(self.tr("Find a point"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._filter)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Which points"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.currentIndexChanged.connect(self._filter)
        self.model = PointLinesModel()
        self.model.setParent(self)
        self.table = plain_table(self.model, self.tr("Points"), 2)
        self.table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.doubleClicked.connect(self._ask_rows)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(AMOUNT, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._on_sort)
        self.rows_model = LedgerLinesModel()
        self.rows_model.setParent(self)
        self.rows = plain_table(self.rows_model, self.tr("Lines of the ledger"), 3)
        self.rows.verticalHeader().setDefaultSectionSize(32)
        self.rows_title = label("", "subtitle")
        self.view = PointView()
        self.view.rowsWanted.connect(self._ask_rows)
        self.view.asideWanted.connect(self._set_aside)
        self.view.backWanted.connect(self._take_back)
        self.changes(self.view.reason, self.view.aside, self.view.back)
        self.importing = LedgerImport(self.worker, LEDGERS[self.work].kinds)
        self.importing.closed.connect(self._to_points)
        self.empty = EmptyState(empty.icon, empty.title, empty.text, self.import_action)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.ledgers_text, 1)
        head.addWidget(ActionButton(self.import_action, icon="file-up", quiet=False))
        bar = QHBoxLayout()
        bar.addWidget(self.kinds)
        bar.addStretch()
        bar.addWidget(self.search)
        self.beside = QSplitter()
        self.beside.addWidget(self.table)
        self.side = scrolled(self.view)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setMinimumSize(260, 90)
        self.table.setMinimumHeight(120)
        self.beside.addWidget(self.side)
        self.beside.setStretchFactor(0, 1)
        self.beside.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        self.account = label("", "muted", wrap=True)
        foot.addWidget(self.account, 1)
        foot.addWidget(ActionButton(self.suspicions_action, icon="flag"))
        self.points_page = QWidget()
        column = QVBoxLayout(self.points_page)
        column.setContentsMargins(20, 10, 20, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.beside, 1)
        column.addLayout(foot)
        self.rows_page = QWidget()
        below = QVBoxLayout(self.rows_page)
        below.setContentsMargins(20, 10, 20, 8)
        top = QHBoxLayout()
        top.addWidget(self.rows_title, 1)
        top.addWidget(ActionButton(self.rows_action, quiet=False))
        below.addLayout(top)
        below.addWidget(self.rows, 1)
        self.stack = QStackedWidget()
        for page in (self.empty, self.points_page, self.rows_page, self.importing):
            self.stack.addWidget(page)
        self.stack.currentChanged.connect(self._arrange_actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.table)
        self._arrange_actions()

    # Showing

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._reckoning.forget()
            self.sheet, self._known = None, ()
            self.importing.inspection_id = inspection_id
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection, work = InspectionId(self.inspection_id), self.work
        if inspection:
            self.worker.run(lambda a: _read(a, inspection, work), self._show)

    def target(self) -> Target | None:
        ledgers = self.sheet.ledgers if self.sheet is not None else ()
        chosen = self.chosen()
        if not chosen or not ledgers:
            return None
        return Target(kind=TargetKind.LEDGER, id=ledgers[0].id, label=chosen[0].point.subject)

    def chosen(self) -> tuple[PointLine, ...]:
        """The points that are selected, in the order of the list."""
        rows = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        found = (index.data(VALUE) for index in rows)
        return tuple(line for line in found if isinstance(line, PointLine))

    @Slot(object)
    def _show(self, found: Read) -> None:
        inspection, ledgers, aside = found
        if inspection != self.inspection_id:
            return
        self.ledgers_text.setText("  ·  ".join(account(ledgers)))
        has_all = set(LEDGERS[self.work].needed) <= {ledger.kind for ledger in ledgers}
        if self.stack.currentWidget() in (self.empty, self.points_page):
            self.stack.setCurrentWidget(self.points_page if has_all else self.empty)
        was_aside, self._aside = self._aside, aside
        known = (inspection, tuple(ledger.id for ledger in ledgers))
        if known != self._known:
            self._known, self.sheet = known, None
            work = self.work
            if has_all:
                self.worker.run(
                    lambda a: a.points.reckoning(inspection, work), self._reckoning.draw, self._on_fault
                )
        elif was_aside != aside and self.sheet is not None:
            self._show_sheet(self.sheet)

    def _show_sheet(self, sheet: PointsSheet) -> None:
        self.banner.hide()
        self.sheet = sheet
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.points.raise_points(inspection, sheet), None, self._on_fault)
        aside = sum(key_of(point) in self._aside for point in sheet.points)
        counts = Counter(group_of(point) for point in sheet.points if key_of(point) not in self._aside)
        wanted = self.kinds.currentData()
        self.kinds.blockSignals(True)
        self.kinds.clear()
        everything, set_aside = self.tr("All points"), self.tr("Set aside")
        self.kinds.addItem(f"{everything}  {sum(counts.values())}", _ALL)
        names = {group_of(point): point_name(point) for point in sheet.points}
        for group, count in counts.most_common():
            self.kinds.addItem(f"{names[group]}  {count}", group)
        if aside:
            self.kinds.addItem(f"{set_aside}  {aside}", _ASIDE)
        self.kinds.setCurrentIndex(max(self.kinds.findData(wanted), 0))
        self.kinds.blockSignals(False)
        self.account.setText(
            self.tr("Points: {count}  ·  set aside: {aside}").format(count=sum(counts.values()), aside=aside)
            if sheet.points
            else self.tr("Nothing that the rules look for stands in these ledgers.")
        )
        self._filter()

    @Slot()
    def _filter(self, *_: object) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        here, part = self.chosen(), self.kinds.currentData()
        wanted = self.search.text().strip().casefold()
        lines = [PointLine(point, self._aside.get(key_of(point))) for point in sheet.points]
        column, is_descending = self._sort
        shown = [line for line in lines if _stands_in(line, part) and _fits(line.point, wanted)]
        shown.sort(key=lambda line: _SORTED[column](line.point), reverse=is_descending)
        self.model.show_rows(shown)
        for column_of, value_of in _SOMETIMES.items():
            self.table.setColumnHidden(column_of, not any(value_of(point) for point in sheet.points))
        self.table.resizeColumnsToContents()
        self.side.setVisible(bool(shown))
        if shown:
            choose(self.table, max(self.model.row_of(here[0].point) if here else 0, 0))

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sort = (column, order is Qt.SortOrder.DescendingOrder)
        self._filter()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        chosen = self.chosen()
        if chosen:
            self.view.show_lines(chosen)

    def _on_fault(self, problem: Problem) -> None:
        self.banner.tell(say(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The point stands beside the list, or below it where the window is small."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self.beside.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        room = self.width() if wide else self.height()
        self.beside.setSizes([room - _BESIDE, _BESIDE] if wide else [room * 3 // 5, room * 2 // 5])

    # Doing

    @Slot(str)
    def _set_aside(self, reason: str) -> None:
        inspection = InspectionId(self.inspection_id)
        points = [line.point for line in self.chosen() if line.aside is None]
        self.worker.run(
            lambda a: a.points.set_points_aside(inspection, points, reason), self._on_decided, self._on_fault
        )

    @Slot()
    def _take_back(self) -> None:
        inspection = InspectionId(self.inspection_id)
        points = [line.point for line in self.chosen() if line.aside is not None]
        self.worker.run(lambda a: a.points.take_back(inspection, points), self._on_decided, self._on_fault)

    @Slot(object)
    def _on_decided(self, _done: object) -> None:
        self.view.reason.clear()
        self.table.setFocus()

    def _ask_reason(self) -> None:
        if self.view.reason.isVisible():
            self.view.reason.setFocus()

    @Slot()
    def _ask_rows(self, *_: object) -> None:
        sheet, chosen = self.sheet, self.chosen()
        if sheet is not None and chosen:
            point = chosen[0].point
            self.worker.compute(lambda: (point, sheet.rows(point)), self._show_rows)

    @Slot(object)
    def _show_rows(self, found: tuple[LedgerPoint, tuple[LedgerLine, ...]]) -> None:
        point, rows = found
        self.rows_title.setText(f"{point_name(point)}  ·  {point.subject}  ·  {len(rows)}")
        self.rows_model.show_rows(rows)
        self.rows.resizeColumnsToContents()
        self.stack.setCurrentWidget(self.rows_page)
        self.rows.setFocus()

    def _import(self) -> None:
        self.stack.setCurrentWidget(self.importing)
        self.importing.begin()

    @Slot()
    def _to_points(self) -> None:
        self.stack.setCurrentWidget(self.points_page if self.sheet is not None else self.empty)
        self.refresh()
        self.table.setFocus()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _to_suspicions(self) -> None:
        self.goTo.emit("findings/suspicions", "")

    @Slot()
    def _arrange_actions(self, *_: object) -> None:
        """Each part of the place has its own keys."""
        shown = self.stack.currentWidget()
        self.import_action.setEnabled(shown in (self.empty, self.points_page))
        for action in (self.find_action, self.suspicions_action, self.show_rows_action, self.aside_action):
            action.setEnabled(shown is self.points_page)
        self.rows_action.setEnabled(shown is self.rows_page)


def _stands_in(line: PointLine, part: object) -> bool:
    if part == _ASIDE:
        return line.aside is not None
    return line.aside is None and part in (_ALL, group_of(line.point))


def _fits(point: LedgerPoint, wanted: str) -> bool:
    texts = (point.subject, point.ward_or_item, point.explanation, point.title, point.rule)
    return not wanted or any(wanted in text.casefold() for text in texts)
