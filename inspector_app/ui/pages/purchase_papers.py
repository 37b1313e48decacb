"""The folder of invoices and delivery notes: a number typed or a row ticked, what is missing listed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.imported_ledger import ImportedLedger, StockChosen
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.stock_points import PaperKind, PaperStanding
from inspector_app.services.activities import Activities
from inspector_app.services.purchase_papers import PapersSheet
from inspector_app.ui.language import say
from inspector_app.ui.ledger_words import account
from inspector_app.ui.models.purchase_papers import SUPPLIER, PaperLine, PurchasePapersModel, paper_lines
from inspector_app.ui.models.table import VALUE
from inspector_app.ui.pages.ledger_import import LedgerImport
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.pages.paper_drawing import PaperDrawing
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import choose, plain_table
from inspector_app.ui.worker import Worker

_PARTS: tuple[frozenset[PaperStanding], ...] = (
    frozenset({PaperStanding.MISSING, PaperStanding.UNNAMED}),
    frozenset({PaperStanding.SEEN}),
    frozenset({PaperStanding.UNKNOWN}),
)
Seen = frozenset[tuple[PaperKind, str]]
Read = tuple[InspectionId, tuple[ImportedLedger, ...], StockChosen, Seen]


def _read(activities: Activities, inspection: InspectionId) -> Read:
    papers = activities.purchase_papers
    return (
        inspection,
        papers.ledgers(inspection),
        activities.stock.chosen(inspection),
        papers.seen(inspection),
    )


class PurchasePapersPage(InspectionPage):
    """Every paper the purchases name; those in hand are ticked, the rest is what is missing."""

    concerns = frozenset({"imported_ledger", "paper_seen", "stock_chosen"})

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.sheet: PapersSheet | None = None
        self._seen: Seen = frozenset()
        self._known: tuple[object, ...] = ()
        self._reckoning = PaperDrawing[PapersSheet](worker, self._show_sheet, self._on_fault)
        self.import_action = self.action(self.tr("Import ledgers"), self._import, "Ctrl+I", changes=True)
        self.find_action = self.action(self.tr("Type a number"), self._to_number, "/")
        self.tick_action = self.action(self.tr("Shown, or not shown"), self._tick, "Space", changes=True)
        self.raise_action = self.action(
            self.tr("All papers are through: raise what is missing"), self._raise, "Ctrl+Return", changes=True
        )
        self.banner = Banner()
        self.ledgers_text = label("", "muted", wrap=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Which papers"))
        self.kind.addItem(self.tr("Invoices"), PaperKind.INVOICE)
        self.kind.addItem(self.tr("Delivery notes"), PaperKind.DELIVERY_NOTE)
        self.kind.currentIndexChanged.connect(self._filter)
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("Number of the paper in hand"))
        self.number.setPlaceholderText(self.tr("Number of the paper in hand, then Enter   /"))
        self.number.returnPressed.connect(self._typed)
        self.changes(self.number)
        self.parts = QTabBar()
        self.parts.setAccessibleName(self.tr("Which of them"))
        self.parts.setDrawBase(False)
        self.parts.setExpanding(False)
        for _part in _PARTS:
            self.parts.addTab("")
        self.parts.currentChanged.connect(self._filter)
        self.model = PurchasePapersModel()
        self.model.setParent(self)
        self.table = plain_table(self.model, self.tr("Purchase papers"), SUPPLIER)
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.doubleClicked.connect(self._tick)
        self.importing = LedgerImport(worker, (LedgerKind.PURCHASES,))
        self.importing.closed.connect(self._to_papers)
        self.empty = EmptyState(
            "file-check",
            self.tr("No purchases yet"),
            self.tr(
                "Import the purchases. Every invoice and delivery note that they name is listed here, to be "
                "ticked against the folder that the institution shows."
            ),
            self.import_action,
        )
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.kind)
        head.addWidget(self.number, 1)
        head.addWidget(ActionButton(self.import_action, icon="file-up", quiet=False))
        foot = QHBoxLayout()
        foot.addWidget(ActionButton(self.tick_action, icon="check"))
        foot.addStretch()
        foot.addWidget(ActionButton(self.raise_action, icon="flag"))
        self.papers_page = QWidget()
        column = QVBoxLayout(self.papers_page)
        column.setContentsMargins(20, 10, 20, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.ledgers_text)
        column.addWidget(self.parts)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.stack = QStackedWidget()
        for page in (self.empty, self.papers_page, self.importing):
            self.stack.addWidget(page)
        self.stack.currentChanged.connect(self._arrange_actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.number)
        self.setTabOrder(self.number, self.kind)
        self._arrange_actions()

    def open(self, inspection_id: str) -> None:
        if inspection_id != self.inspection_id:
            self._reckoning.forget()
            self.sheet, self._known = None, ()
            self.importing.inspection_id = inspection_id
        super().open(inspection_id)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        if inspection:
            self.worker.run(lambda a: _read(a, inspection), self._show)

    @Slot(object)
    def _show(self, found: Read) -> None:
        inspection, ledgers, chosen, seen = found
        if inspection != self.inspection_id:
            return
        self._seen = seen
        self.ledgers_text.setText("  ·  ".join(account(ledgers)))
        if self.stack.currentWidget() in (self.empty, self.papers_page):
            self.stack.setCurrentWidget(self.papers_page if ledgers else self.empty)
        known = (inspection, tuple(ledger.id for ledger in ledgers), chosen.first, chosen.last)
        if known != self._known:
            self._known, self.sheet = known, None
            if ledgers:
                self.worker.run(
                    lambda a: a.purchase_papers.reckoning(inspection), self._reckoning.draw, self._on_fault
                )
        elif self.sheet is not None:
            self._filter()

    def _show_sheet(self, sheet: PapersSheet) -> None:
        self.banner.hide()
        self.sheet = sheet
        self._filter()

    @Slot()
    def _filter(self, *_: object) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        here = self.current()
        lines = list(paper_lines(sheet.check(self._seen), self.chosen_kind))
        names = (self.tr("Missing"), self.tr("Shown"), self.tr("Shown, in no purchase"))
        for place, (part, name) in enumerate(zip(_PARTS, names, strict=True)):
            self.parts.setTabText(place, f"{name}  {sum(line.standing in part for line in lines)}")
        part = _PARTS[max(self.parts.currentIndex(), 0)]
        row = max(self.table.currentIndex().row(), 0)
        shown = [line for line in lines if line.standing in part]
        self.model.show_rows(shown)
        self.table.resizeColumnsToContents()
        if shown:
            same = self.model.row_of(here.number) if here is not None and here.number else -1
            choose(self.table, same if same >= 0 else min(row, len(shown) - 1))

    @property
    def chosen_kind(self) -> PaperKind:
        return PaperKind(self.kind.currentData())

    def current(self) -> PaperLine | None:
        """The paper that is selected."""
        found = self.table.currentIndex().data(VALUE)
        return found if isinstance(found, PaperLine) else None

    def _on_fault(self, problem: Problem) -> None:
        self.banner.tell(say(problem))

    # Doing

    @Slot()
    def _typed(self) -> None:
        inspection, kind, number = InspectionId(self.inspection_id), self.chosen_kind, self.number.text()
        if number.strip():
            self.worker.run(lambda a: a.purchase_papers.tick(inspection, kind, number), None, self._on_fault)
        self.number.clear()

    @Slot()
    def _tick(self, *_: object) -> None:
        inspection, line = InspectionId(self.inspection_id), self.current()
        if line is None or not line.number:
            return
        if line.standing is PaperStanding.MISSING:
            self.worker.run(
                lambda a: a.purchase_papers.tick(inspection, line.kind, line.number), None, self._on_fault
            )
        else:
            self.worker.run(
                lambda a: a.purchase_papers.untick(inspection, line.kind, line.number), None, self._on_fault
            )

    def _raise(self) -> None:
        inspection, sheet = InspectionId(self.inspection_id), self.sheet
        if sheet is not None:
            self.worker.run(
                lambda a: a.purchase_papers.raise_missing(inspection, sheet), self._raised, self._on_fault
            )

    @Slot(object)
    def _raised(self, _found: object) -> None:
        self.goTo.emit("findings/suspicions", "")

    def _import(self) -> None:
        self.stack.setCurrentWidget(self.importing)
        self.importing.begin()

    @Slot()
    def _to_papers(self) -> None:
        self.stack.setCurrentWidget(self.papers_page if self._known and self._known[1] else self.empty)
        self.refresh()
        self.number.setFocus()

    def _to_number(self) -> None:
        self.number.setFocus()
        self.number.selectAll()

    @Slot()
    def _arrange_actions(self, *_: object) -> None:
        shown = self.stack.currentWidget()
        self.import_action.setEnabled(shown in (self.empty, self.papers_page))
        for action in (self.find_action, self.tick_action, self.raise_action):
            action.setEnabled(shown is self.papers_page)
