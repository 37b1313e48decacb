"""What the pages of all reconciliations share: ledgers in, a sheet that is computed, the lines behind it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.errors import Problem
from inspector_app.domain.ledger import LedgerKind
from inspector_app.services.ledger_lines import LedgerLine
from inspector_app.ui.language import say
from inspector_app.ui.models.ledger_lines import LedgerLinesModel
from inspector_app.ui.pages.ledger_import import LedgerImport
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table
from inspector_app.ui.worker import Worker

WIDE = 860
"""Width of the page in pixels from which what explains a row stands beside the table, not below it."""


class LedgerSheetPage(InspectionPage):
    """Four faces, one at a time: nothing yet, the sheet, the lines of one figure, the import."""

    main: QWidget
    empty: EmptyState
    table: QTableView
    beside: QSplitter

    def __init__(
        self,
        worker: Worker,
        kinds: tuple[LedgerKind, ...],
        find: str,
        back: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take the kinds of ledger that are read, the words for finding something and for the way back."""
        super().__init__(worker, parent)
        self._known: tuple[object, ...] = ()
        """What the sheet was computed from; it is computed again when that has changed."""
        self.import_action = self.action(self.tr("Import ledgers"), self._import, "Ctrl+I", changes=True)
        self.find_action = self.action(find, self._find, "/")
        self.rows_action = self.action(back, self._to_main, "Escape")
        self.banner = Banner()
        self.ledgers_text = label("", "muted", wrap=True)
        self.search = QLineEdit()
        self.search.setAccessibleName(find)
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(240)
        self.search.textChanged.connect(self._filter)
        self.rows_model = LedgerLinesModel()
        self.rows_model.setParent(self)
        self.rows = plain_table(self.rows_model, self.tr("Lines of the ledger"), 3)
        self.rows.verticalHeader().setDefaultSectionSize(32)
        self.rows_title = label("", "subtitle")
        self.account = label("", "muted", wrap=True)
        self.importing = LedgerImport(worker, kinds)
        self.importing.closed.connect(self._to_main)
        self.stack = QStackedWidget()

    def compose(self, main: Sequence[QLayout | QWidget], only_on_main: Sequence[QAction]) -> None:
        """Put the faces together; the splitter ``beside`` takes the room of the sheet."""
        self.main = QWidget()
        column = QVBoxLayout(self.main)
        column.setContentsMargins(20, 10, 20, 8)
        column.setSpacing(8)
        for part in main:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part, 1 if part is self.beside else 0)
        self.rows_page = QWidget()
        below = QVBoxLayout(self.rows_page)
        below.setContentsMargins(20, 10, 20, 8)
        top = QHBoxLayout()
        top.addWidget(self.rows_title, 1)
        top.addWidget(ActionButton(self.rows_action, quiet=False))
        below.addLayout(top)
        below.addWidget(self.rows, 1)
        for page in (self.empty, self.main, self.rows_page, self.importing):
            self.stack.addWidget(page)
        self._only_on_main = (self.find_action, *only_on_main)
        self.stack.currentChanged.connect(self._arrange_actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.table)
        self._arrange_actions()

    def split(self, left: QWidget, right: QWidget, *, least: int) -> None:
        """Let what explains a row stand beside the table."""
        self.beside = QSplitter()
        self.beside.addWidget(left)
        right.setMinimumWidth(least)
        self.beside.addWidget(right)
        self.beside.setStretchFactor(0, 1)
        self.beside.setChildrenCollapsible(False)

    def share_room(self, explained: int) -> None:
        """Give what explains a row so many pixels beside the table, or two fifths below it."""
        wide = self.width() >= WIDE
        self.beside.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        room = self.width() if wide else self.height()
        self.beside.setSizes([room - explained, explained] if wide else [room * 3 // 5, room * 2 // 5])

    @property
    @abstractmethod
    def has_main(self) -> bool:
        """Whether there is a sheet to go back to."""

    @abstractmethod
    def forget(self) -> None:
        """Let go of the sheet of another inspection."""

    @abstractmethod
    def _filter(self, *_: object) -> None: ...

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._known = ()
            self.forget()
            self.importing.inspection_id = inspection_id
        super().open(inspection_id)

    def show_main(self, *, has_ledgers: bool) -> None:
        """Show the sheet or what to do first, unless somebody reads lines or imports."""
        if self.stack.currentWidget() in (self.empty, self.main):
            self.stack.setCurrentWidget(self.main if has_ledgers else self.empty)

    def show_lines(self, title: str, rows: Sequence[LedgerLine]) -> None:
        """Show the lines of a ledger that a figure rests on."""
        self.rows_title.setText(f"{title}  ·  {len(rows)}")
        self.rows_model.show_rows(rows)
        self.rows.resizeColumnsToContents()
        self.stack.setCurrentWidget(self.rows_page)
        self.rows.setFocus()

    def tell(self, problem: Problem) -> None:
        self.banner.tell(say(problem))

    def _import(self) -> None:
        self.stack.setCurrentWidget(self.importing)
        self.importing.begin()

    @Slot()
    def _to_main(self) -> None:
        self.stack.setCurrentWidget(self.main if self.has_main else self.empty)
        self.refresh()
        self.table.setFocus()

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def to_suspicions(self) -> None:
        self.goTo.emit("findings/suspicions", "")

    @Slot()
    def _arrange_actions(self, *_: object) -> None:
        """Each face has its own keys."""
        shown = self.stack.currentWidget()
        self.import_action.setEnabled(shown in (self.empty, self.main))
        for action in self._only_on_main:
            action.setEnabled(shown is self.main)
        self.rows_action.setEnabled(shown is self.rows_page)


def sorted_by_its_header(table: QTableView, column: int, order: Qt.SortOrder) -> None:
    """Let a table show by which column it is sorted at first, and let its header be clicked."""
    header = table.horizontalHeader()
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(column, order)
