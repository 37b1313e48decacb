"""Home: my inspections, what each needs next, and the way to a new one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.inspection import InspectionCard, Section, Stage
from inspector_app.domain.search import Found, Hit
from inspector_app.domain.wording import sentence
from inspector_app.ui import theme
from inspector_app.ui.models.inspections import CARD, HIT, InspectionListModel, Order
from inspector_app.ui.pages.page import Page
from inspector_app.ui.searching import Searching
from inspector_app.ui.taking_in import TakingIn
from inspector_app.ui.widgets.empty import EmptyState
from inspector_app.ui.widgets.inspection_list import InspectionList
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.section_tabs import SectionTabs
from inspector_app.ui.worker import Worker

_PLACE_OF_STEP = {
    "walk": "wards",
    "confirm": "findings",
    "finding": "findings",
    "notice": "documents/notice",
    "approve": "documents/notice",
    "sign": "documents/notice",
    "deliver": "documents",
}


class HomePage(Page):
    """Lists the inspections of this laptop."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.new_action = self.action(self.tr("New inspection"), self._new)
        self.find_action = self.action(self.tr("Search everything"), self._find, "/")
        self.next_action = self.action(self.tr("Go to the next step"), self._go_next, "Ctrl+Return")
        self.sort_action = self.action(self.tr("Sort the list"), self._ask_order, "Ctrl+Shift+S")
        headings = {
            Section.OVERDUE: self.tr("Overdue"),
            Section.TODAY: self.tr("Today"),
            Section.OPEN: self.tr("Open"),
            Section.HANDED_OVER: self.tr("Handed over"),
            Section.ARCHIVED: self.tr("Archived"),
        }
        self.model = InspectionListModel(headings)
        self.model.setParent(self)
        self.sections = SectionTabs(headings)
        self.sections.chosen.connect(self._choose_section)
        self.sort_button = QPushButton()
        self.sort_button.setProperty("role", "quiet")
        self.sort_button.setToolTip(self.sort_action.toolTip())
        self.orders = QMenu(self.sort_button)
        for order, words in (
            (Order.DAY, self.tr("By day")),
            (Order.DEADLINE, self.tr("By deadline")),
            (Order.INSTITUTION, self.tr("By institution")),
            (Order.STATE, self.tr("By state")),
        ):
            entry = self.orders.addAction(words)
            entry.setData(order)
            entry.triggered.connect(self._sort)
        self.sort_button.setText(self.orders.actions()[0].text())
        self.sort_button.setMenu(self.orders)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Institution, person, bed, evidence, finding, clause   /"))
        self.search.setAccessibleName(self.tr("Search everything"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(460)
        self.searching = Searching(worker, self)
        self.searching.found.connect(self._show_found)
        self.search.textChanged.connect(self.model.find)
        self.search.textChanged.connect(self.searching.ask)
        self.search.installEventFilter(self)
        new_button = QPushButton(self.tr("New inspection"))
        new_button.setProperty("role", "primary")
        new_button.setToolTip(self.tr("New inspection  Ctrl+N"))
        theme.put_icon(new_button, "plus", "accent_text")
        new_button.clicked.connect(self.new_action.trigger)
        self.take_action = self.action(self.tr("Take a package in…"), self._take_in, "Ctrl+Shift+I")
        self.taking = TakingIn(worker, self)
        self.taking.goTo.connect(self.goTo)
        take_button = QPushButton(self.take_action.text())
        take_button.setToolTip(self.take_action.toolTip())
        theme.put_icon(take_button, "package", "muted")
        take_button.clicked.connect(self.take_action.trigger)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self.tr("Inspections"), "title"))
        head.addStretch()
        head.addWidget(self.search, 1)
        head.addWidget(take_button)
        head.addWidget(new_button)

        below = QHBoxLayout()
        below.addWidget(self.sections)
        below.addStretch()
        below.addWidget(self.sort_button)

        self.nothing = label(self.tr("Nothing stands in this section."), "muted")
        self.list = InspectionList()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Inspections"))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.empty = EmptyState(
            "clipboard-check",
            self.tr("No inspection yet"),
            self.tr(
                "An inspection holds everything of one visit: beds, evidence, findings and the notice. "
                "It takes an institution, two inspectors and a purpose."
            ),
            self.new_action,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack.addWidget(self.nothing)
        self.list.installEventFilter(self)
        self.nothing.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 8)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        self.worker.run(
            lambda a: (a.inspections.cards(), a.desk.clock.now().astimezone(BEIJING).date()), self._show
        )

    @Slot(object)
    def _show(self, found: tuple[list[InspectionCard], date]) -> None:
        cards, today = found
        chosen = self._card()
        self.model.show(cards, today)
        self.sections.show_counts(self.model.counts())
        for widget in (self.sections, self.sort_button):
            widget.setVisible(bool(cards))
        self._show_list(bool(cards))
        row = self.model.row_of(chosen.id) if chosen is not None else -1
        self._stand_on(row)

    def _show_list(self, has_cards: bool) -> None:
        shown = self.list if self.model.rowCount() or self.search.text() else self.nothing
        self.stack.setCurrentWidget(shown if has_cards else self.empty)
        if self.stack.currentWidget() is self.nothing and self.list.hasFocus():
            self.nothing.setFocus()

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        chosen, place = self._card(), self.list.verticalScrollBar().value()
        self.model.show_found(found)
        self._stand_on(self.model.row_of(chosen.id) if chosen is not None else -1)
        self.list.verticalScrollBar().setValue(place)

    def _stand_on(self, row: int) -> None:
        row = row if row >= 0 else self.model.first_row()
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _card(self) -> InspectionCard | None:
        card = self.list.currentIndex().data(CARD)
        return card if isinstance(card, InspectionCard) else None

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        card = index.data(CARD)
        hit = index.data(HIT)
        if isinstance(card, InspectionCard):
            self._enter(card, "overview")
        elif isinstance(hit, Hit):
            self.goTo.emit(hit.place, hit.inspection or "")

    def _enter(self, card: InspectionCard, place: str) -> None:
        if card.purged_at is not None:
            gone = sentence(
                "{name} was removed from this laptop on {day}; another laptop holds all of it. Take its "
                "package in to read it here.",
                name=card.institution_name,
                day=card.purged_at.astimezone(BEIJING).date(),
            )
            self.worker.problem.emit(NotAllowed(gone))
        elif card.stage is Stage.UNREADABLE:
            self.goTo.emit(f"salvage/{card.id}", "")
        else:
            self.goTo.emit(place, card.id)

    def _go_next(self) -> None:
        card = self._card()
        if card is not None:
            self._enter(card, _PLACE_OF_STEP.get(card.next_step, "overview"))

    @Slot(object)
    def _choose_section(self, section: Section | None) -> None:
        chosen = self._card()
        had_keys = self.list.hasFocus() or self.nothing.hasFocus()
        self.model.choose(section)
        self._show_list(has_cards=True)
        if had_keys:
            (self.nothing if self.nothing.isVisible() else self.list).setFocus()
        self._stand_on(self.model.row_of(chosen.id) if chosen is not None else -1)

    def _ask_order(self) -> None:
        self.sort_button.showMenu()

    @Slot()
    def _sort(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            chosen = self._card()
            self.sort_button.setText(entry.text())
            self.model.sort_by(Order(entry.data()))
            self._stand_on(self.model.row_of(chosen.id) if chosen is not None else -1)

    def _take_in(self) -> None:
        self.taking.ask()

    def _new(self) -> None:
        self.goTo.emit("new", "")

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the search on to the list; Left and Right turn the sections there."""
        if watched in (self.list, self.nothing):
            return self._turned(event)
        first = self.model.first_row()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and first >= 0:
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.model.index(self.model.first_row()))
                return True
        return super().eventFilter(watched, event)

    def _turned(self, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in steps:
            self.sections.turn(steps[Qt.Key(event.key())])
            return True
        return False
