"""The count sheet of the stock room: printed from the items shown, its figures typed back box by box."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRegularExpression, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.count_sheet import PrintedCount
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.stock import StockLine
from inspector_app.ui.language import say
from inspector_app.ui.models.count_lines import FIRST, ITEM, SECOND, CountLinesModel
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.date_field import DateField
from inspector_app.ui.widgets.form import name_field
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table
from inspector_app.ui.worker import Worker

_BOX = 110
"""Pixels of a box: nine digits and a unit."""
_FIGURE = "[0-9\uff10-\uff19]{0,9}([.\uff0e][0-9\uff10-\uff19]{0,4})?"


class CountTyping(InspectionPage):
    """A figure and Enter leads to the next box; nothing counts before the sheet is taken."""

    closed = Signal()
    concerns = frozenset({"none"})
    """Nothing changes a sheet while it is typed."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.take_action = self.action(self.tr("Take the count"), self.take, "Ctrl+Return", changes=True)
        self.line_action = self.action(self.tr("Go to a line"), self._to_line, "/")
        self.close_action = self.action(self.tr("Back without taking"), self.closed.emit, "Escape")
        self.banner = Banner()
        self.sheets = QComboBox()
        self.sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheets.setAccessibleName(self.tr("Which sheet"))
        self.sheets.currentIndexChanged.connect(self._on_sheet)
        self.day = DateField()
        name_field(self.day, self.tr("Day of the count"))
        self.room, self.with_whom = QLineEdit(), QLineEdit()
        self.room.setPlaceholderText(self.tr("Stock room"))
        self.room.setAccessibleName(self.tr("Stock room"))
        self.with_whom.setPlaceholderText(self.tr("Who of the institution was present"))
        self.with_whom.setAccessibleName(self.tr("Who of the institution was present"))
        self.line = QLineEdit()
        self.line.setFixedWidth(120)
        self.line.setPlaceholderText(self.tr("Line   /"))
        self.line.setAccessibleName(self.tr("Line of the sheet"))
        self.line.returnPressed.connect(self._on_line)
        self.progress = label("", "muted")
        self.model = CountLinesModel()
        self.model.setParent(self)
        self.model.typed.connect(self._on_typed)
        self.table = plain_table(self.model, self.tr("Lines of the count sheet"), ITEM)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.table.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.SelectedClicked
            | QTableView.EditTrigger.DoubleClicked
        )
        self.table.verticalHeader().setDefaultSectionSize(34)
        boxes = _Box(self.table)
        self.table.setItemDelegate(boxes)
        boxes.closeEditor.connect(self._on_editor_closed)
        self._known: tuple[PrintedCount, ...] = ()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sheets)
        head.addWidget(self.day)
        head.addWidget(self.room, 1)
        head.addWidget(self.with_whom, 1)
        head.addWidget(self.line)
        foot = QHBoxLayout()
        take = ActionButton(self.take_action, quiet=False)
        take.setProperty("role", "primary")
        foot.addWidget(take)
        foot.addWidget(ActionButton(self.close_action, quiet=False))
        foot.addStretch()
        foot.addWidget(self.progress)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 10, 20, 10)
        inner.setSpacing(8)
        inner.addLayout(head)
        inner.addWidget(self.table, 1)
        inner.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(inner, 1)
        self.setFocusProxy(self.table)

    @property
    def chosen(self) -> PrintedCount | None:
        place = self.sheets.currentIndex()
        return self._known[place] if 0 <= place < len(self._known) else None

    def begin(self) -> None:
        """Show the sheets that were printed, the latest first."""
        inspection = InspectionId(self.inspection_id)
        self.worker.run(
            lambda a: (a.count_sheets.printed(inspection), a.desk.clock.now().astimezone(BEIJING).date()),
            self._show,
            self._on_fault,
        )

    def _show(self, found: tuple[tuple[PrintedCount, ...], object]) -> None:
        self._known, today = found
        self.banner.hide()
        if not self._known:
            self.banner.tell(self.tr("No sheet was printed yet. Print one first; its lines stand here then."))
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for one in self._known:
            printed = f"{one.printed_at.astimezone(BEIJING):%m-%d %H:%M}"
            self.sheets.addItem(f"{one.id}  ({len(one.sheet.lines)}, {printed})")
        self.sheets.blockSignals(False)
        if self.day.day is None:
            self.day.show_day(today)  # type: ignore[arg-type]
        self._on_sheet()

    @Slot()
    def _on_sheet(self, *_: object) -> None:
        printed, inspection = self.chosen, InspectionId(self.inspection_id)
        if printed is None:
            self.model.show_sheet(None, {})
            return
        self.worker.run(
            lambda a: (printed, a.count_sheets.draft(inspection, printed.id)),
            self._show_lines,
            self._on_fault,
        )

    def _show_lines(self, found: tuple[PrintedCount, dict[int, list[str]]]) -> None:
        printed, figures = found
        if self.chosen is not printed:
            return
        self.model.show_sheet(printed.sheet, figures)
        self.table.resizeColumnsToContents()
        for column in (FIRST, SECOND):
            self.table.setColumnWidth(column, max(self.table.columnWidth(column), _BOX))
        self._count()
        first = next((row for row, line in enumerate(printed.sheet.lines) if line.number not in figures), 0)
        self._go_to(first, self.model.boxes(first)[0])

    def _go_to(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        self.table.setFocus()
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)
        self.table.edit(index)

    def _count(self) -> None:
        typed = self.tr("Typed: {count} of {whole}")
        self.progress.setText(typed.format(count=len(self.model.figures), whole=self.model.rowCount()))

    # Typing

    @Slot()
    def _on_typed(self) -> None:
        printed, inspection = self.chosen, InspectionId(self.inspection_id)
        if printed is not None:
            figures = {number: tuple(texts) for number, texts in self.model.figures.items()}
            self.worker.run(
                lambda a: a.count_sheets.keep_draft(inspection, printed.id, figures), None, self._on_fault
            )
            self._count()

    def _on_editor_closed(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter leads to the next box; leaving otherwise stays."""
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._next(self.table.currentIndex())

    def _next(self, here: QModelIndex) -> None:
        boxes = [column for column in self.model.boxes(here.row()) if column > here.column()]
        if boxes:
            self._go_to(here.row(), boxes[0])
        elif here.row() + 1 < self.model.rowCount():
            self._go_to(here.row() + 1, self.model.boxes(here.row() + 1)[0])

    def _to_line(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    @Slot()
    def _on_line(self) -> None:
        text = self.line.text().strip()
        row = self.model.row_of(int(text)) if text.isdecimal() else -1
        self.line.clear()
        if row >= 0:
            self._go_to(row, self.model.boxes(row)[0])

    def take(self) -> None:
        """Let the figures count as the stock of that day."""
        printed, inspection = self.chosen, InspectionId(self.inspection_id)
        if printed is None:
            return
        figures = {number: tuple(texts) for number, texts in self.model.figures.items()}
        day, room, present = self.day.day, self.room.text(), self.with_whom.text()
        self.worker.run(
            lambda a: a.count_sheets.take(
                inspection, printed.sheet, figures, day=day, stock_room=room, counted_with=present
            ),
            lambda _ledger: self.closed.emit(),
            self._on_fault,
        )

    def _on_fault(self, problem: Problem) -> None:
        self.banner.tell(say(problem))


class _Box(QStyledItemDelegate):
    """An editor that takes nothing but a figure, full width or not."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        del option, index
        editor = QLineEdit(parent)
        editor.setProperty("role", "cell")
        editor.setValidator(QRegularExpressionValidator(QRegularExpression(_FIGURE), editor))
        return editor


class CountSheets(QObject):
    """What a page with items adds: printing a sheet of those that are shown, and typing one back."""

    def __init__(
        self,
        page: InspectionPage,
        shown: Callable[[], Sequence[StockLine]],
        to_typing: Callable[[QWidget], object],
        failed: Callable[[Problem], object],
    ) -> None:
        """``to_typing`` brings the pane to the front."""
        super().__init__(page)
        self._page, self._shown, self._failed = page, shown, failed
        self._to_typing = to_typing
        self.printing = Printing(page)
        self.typing = CountTyping(page.worker)
        self.print_action = page.action(
            self.tr("Print a count sheet"), self.print_out, "Ctrl+P", changes=True
        )
        self.type_action = page.action(self.tr("Type a count back"), self.type_back, "Ctrl+B", changes=True)

    def buttons(self) -> tuple[ActionButton, ...]:
        return (
            ActionButton(self.print_action, icon="printer"),
            ActionButton(self.type_action, icon="keyboard"),
        )

    def print_out(self) -> None:
        """Print the items that are shown: all of them, or what a search leaves."""
        inspection, lines = InspectionId(self._page.inspection_id), tuple(self._shown())
        self._page.worker.run(lambda a: a.count_sheets.print_out(inspection, lines), self._send, self._failed)

    def _send(self, pdf: bytes) -> None:
        title = self.tr("Count sheet")
        self.printing.ask(pdf, title, 1, lambda _copies: None, self._failed)

    def type_back(self) -> None:
        self.typing.inspection_id = self._page.inspection_id
        self._to_typing(self.typing)
        self.typing.begin()
