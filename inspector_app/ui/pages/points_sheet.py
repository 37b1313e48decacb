"""A reconciliation that gives points: all of them in one list, each with its sum, its rule and its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QTableView,
    QWidget,
)

from inspector_app.domain.absence import Walked
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.masking import mask_subject
from inspector_app.domain.points_work import LEDGERS, PointSetAside, PointsWork
from inspector_app.services.activities import Activities
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.services.points_sheet import PointsSheet
from inspector_app.ui.ledger_words import account
from inspector_app.ui.models.point_lines import (
    AMOUNT,
    ITEM,
    KIND,
    ROWS,
    SUBJECT,
    VALUE,
    PointLine,
    PointLinesModel,
    point_name,
)
from inspector_app.ui.models.point_shelf import ALL, ASIDE, PointShelf
from inspector_app.ui.pages.ledger_sheet import LedgerSheetPage, sorted_by_its_header
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.plain import choose, fit_columns, plain_table, scrolled
from inspector_app.ui.widgets.point_view import PointView
from inspector_app.ui.worker import Worker

_BESIDE = 330
"""Width of a point beside the list in pixels."""
_WORDS = (KIND, SUBJECT, ITEM)
"""Columns that give way, so that sums stay in sight; how many lines there are stands beside the list too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyWords:
    """What the place says before there is a ledger."""

    icon: str
    title: str
    text: str


Read = tuple[InspectionId, tuple[ImportedLedger, ...], Mapping[str, PointSetAside], Walked]


def _read(activities: Activities, inspection: InspectionId, work: PointsWork) -> Read:
    points = activities.points
    walked = points.walked(inspection, work)
    return inspection, points.ledgers(inspection, work), points.set_aside(inspection), walked


class PointsSheetPage(LedgerSheetPage):
    """Ledgers in; points looked at one by one; what is not set aside is a suspicion."""

    concerns = frozenset({"imported_ledger", "point_set_aside"})

    def __init__(
        self, worker: Worker, work: PointsWork, empty: EmptyWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            worker, LEDGERS[work].kinds, self.tr("Find a point"), self.tr("Back to the points"), parent
        )
        self.work = work
        if work is PointsWork.STAYS:
            self.concerns = self.concerns | {"bed_check", "roster"}
        self.sheet: PointsSheet | None = None
        self._aside: Mapping[str, PointSetAside] = {}
        self._shelf = PointShelf()
        self._sort = (AMOUNT, True)
        self._reckoning = PaperDrawing[PointsSheet](worker, self._show_sheet, self.tell)
        self.show_rows_action = self.action(self.tr("Show the lines of the point"), self._ask_rows, "Return")
        self.aside_action = self.action(self.tr("Set the point aside"), self._ask_reason, "Del", changes=True)
        self.suspicions_action = self.action(self.tr("Show the suspicions"), self.to_suspicions, "S")
        self._make_widgets()
        self.empty = EmptyState(empty.icon, empty.title, empty.text, self.import_action)
        self._lay_out()

    def _make_widgets(self) -> None:
        self.search.setPlaceholderText(self.tr("Person, code or item   /"))
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
        sorted_by_its_header(self.table, AMOUNT, Qt.SortOrder.DescendingOrder)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)
        self.view = PointView()
        self.view.rowsWanted.connect(self._ask_rows)
        self.view.asideWanted.connect(self._set_aside)
        self.view.backWanted.connect(self._take_back)
        self.changes(self.view.reason, self.view.aside, self.view.back)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.ledgers_text, 1)
        head.addWidget(ActionButton(self.import_action, icon="file-up", quiet=False))
        bar = QHBoxLayout()
        bar.addWidget(self.kinds)
        bar.addStretch()
        bar.addWidget(self.search)
        self.side = scrolled(self.view)
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.setMinimumHeight(90)
        self.table.setMinimumHeight(120)
        self.split(self.table, self.side, least=260)
        foot = QHBoxLayout()
        foot.addWidget(self.account, 1)
        foot.addWidget(ActionButton(self.suspicions_action, icon="flag"))
        own = (self.suspicions_action, self.show_rows_action, self.aside_action)
        self.compose((head, bar, self.beside, foot), own)

    # Showing

    @property
    def has_main(self) -> bool:
        return self.sheet is not None

    def forget(self) -> None:
        self._reckoning.forget()
        self.sheet = None

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
        inspection, ledgers, aside, walked = found
        if inspection != self.inspection_id:
            return
        self.ledgers_text.setText("  ·  ".join(account(ledgers)))
        has_all = set(LEDGERS[self.work].needed) <= {ledger.kind for ledger in ledgers}
        self.show_main(has_ledgers=has_all)
        was_aside, self._aside = self._aside, aside
        known = (inspection, tuple(ledger.id for ledger in ledgers), walked)
        if known != self._known:
            self._known, self.sheet = known, None
            work = self.work
            if has_all:
                self.worker.run(
                    lambda a: a.points.reckoning(inspection, work), self._reckoning.draw, self.tell
                )
        elif was_aside != aside and self.sheet is not None:
            self._show_sheet(self.sheet)

    def _show_sheet(self, sheet: PointsSheet) -> None:
        self.banner.hide()
        self.sheet = sheet
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: a.points.raise_points(inspection, sheet), None, self.tell)
        shelf = self._shelf = PointShelf(sheet.points, self._aside)
        wanted = self.kinds.currentData()
        self.kinds.blockSignals(True)
        self.kinds.clear()
        everything, set_aside = self.tr("All points"), self.tr("Set aside")
        self.kinds.addItem(f"{everything}  {shelf.standing}", ALL)
        for group, name, count in shelf.groups:
            self.kinds.addItem(f"{name}  {count}", group)
        if shelf.aside:
            self.kinds.addItem(f"{set_aside}  {shelf.aside}", ASIDE)
        self.kinds.setCurrentIndex(max(self.kinds.findData(wanted), 0))
        self.kinds.blockSignals(False)
        self.account.setText(
            self.tr("Points: {count}  ·  set aside: {aside}").format(count=shelf.standing, aside=shelf.aside)
            if sheet.points
            else self.tr("Nothing that the rules look for stands in these ledgers.")
        )
        for column in range(self.model.columnCount()):
            self.table.setColumnHidden(column, column in shelf.empty_columns)
        self._filter()

    @Slot()
    def _filter(self, *_: object) -> None:
        here = self.chosen()
        column, is_descending = self._sort
        shown = self._shelf.found(
            self.kinds.currentData(), self.search.text(), column, is_descending=is_descending
        )
        self.model.show_rows(shown)
        fit_columns(self.table, _WORDS, ROWS)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The point stands beside the list, or below it where the window is small."""
        super().resizeEvent(event)
        self.share_room(_BESIDE)
        fit_columns(self.table, _WORDS, ROWS)

    # Doing

    @Slot(str)
    def _set_aside(self, reason: str) -> None:
        inspection = InspectionId(self.inspection_id)
        points = [line.point for line in self.chosen() if line.aside is None]
        self.worker.run(
            lambda a: a.points.set_points_aside(inspection, points, reason), self._on_decided, self.tell
        )

    @Slot()
    def _take_back(self) -> None:
        inspection = InspectionId(self.inspection_id)
        points = [line.point for line in self.chosen() if line.aside is not None]
        self.worker.run(lambda a: a.points.take_back(inspection, points), self._on_decided, self.tell)

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
        self.show_lines(f"{point_name(point)}  ·  {mask_subject(point.subject)}", rows)
