"""Timeline: what was done in this inspection, by whom, to what; pauses and clock jumps stand out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.journal import Line
from inspector_app.domain.timeline import Stretch, StretchKind
from inspector_app.domain.wording import counted
from inspector_app.services.timeline import Timeline
from inspector_app.ui.intentions import stable_words, what_happened
from inspector_app.ui.language import on_paper
from inspector_app.ui.models.timeline import CODE, ROW, THING, TIME, WHAT, WHO, Row, TimelineModel
from inspector_app.ui.pages.checklist_reading import language
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.printing import Printing
from inspector_app.ui.widgets.key_button import ActionButton
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

ROOM_FOR_CODES = 860
"""Page width in pixels below which the codes of the lines are not shown."""


class TimelinePage(InspectionPage):
    """Lists stretches of the journal; the panel shows what proves a line."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.action(self.tr("Search the timeline"), self._find, "/")
        self.follow_action = self.action(self.tr("Go to the thing"), self._follow, "Ctrl+Return")
        self.open_action = self.action(self.tr("Open or close the stretch"), self._enter, "Return")
        self.print_action = self.action(self.tr("Print the timeline"), self._print, "Ctrl+P")
        self._printing = Printing(self)
        self._make_widgets()
        self._lay_out()

    def _make_widgets(self) -> None:
        self.model = TimelineModel(
            (
                self.tr("Time"),
                self.tr("Person"),
                self.tr("What happened"),
                self.tr("To what"),
                self.tr("Code of the line"),
            )
        )
        self.model.setParent(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("What happened, to what, code   /"))
        self.search.setAccessibleName(self.tr("Search the timeline"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.person = QComboBox()
        self.person.setAccessibleName(self.tr("Whose entries are shown"))
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.person.currentIndexChanged.connect(self._filter)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Timeline"))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(THING, QHeaderView.ResizeMode.Stretch)
        for column, width in ((TIME, 148), (WHO, 84), (WHAT, 250), (CODE, 156)):
            header.resizeSection(column, width)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.doubleClicked.connect(self._enter)
        self.follow = ActionButton(self.follow_action, quiet=False)
        self.print = ActionButton(self.print_action, text=self.tr("Print"), quiet=False)
        self.count = label("", "muted")
        self.hint = label(self.tr("Enter: open a stretch into its lines"), "small")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Timeline"), "title"))
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.person)
        head.addWidget(self.search, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.print)
        foot.addWidget(self.follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 18, 28, 8)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.table)
        self._offer_following(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The codes give way first; the panel and the search have them too."""
        super().resizeEvent(event)
        self.table.setColumnHidden(CODE, self.width() < ROOM_FOR_CODES)

    def refresh(self) -> None:
        inspection, spoken = InspectionId(self.inspection_id), language()
        self.worker.run(lambda a: a.timeline.timeline(inspection, spoken), self._show)

    @Slot(object)
    def _show(self, found: Timeline) -> None:
        selected = self._row()
        self.model.show(found)
        lines = sum(len(stretch.lines) for stretch in found.stretches)
        words = counted(lines, self.tr("1 line"), self.tr("{count} lines")).format(count=lines)
        if found.left_out:
            words += counted(
                found.left_out, self.tr(", 1 older one not shown"), self.tr(", {count} older ones not shown")
            ).format(count=found.left_out)
        self.count.setText(words)
        self._fill_people(found)
        self._select_again(selected)
        if not self.table.currentIndex().isValid():
            self._offer_following(None)
            self.contextChanged.emit(None)  # what it showed was of another inspection, or is gone

    def _fill_people(self, found: Timeline) -> None:
        acting = {str(stretch.person) for stretch in found.stretches if stretch.person}
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), "")
        for identity in sorted(acting):
            self.person.addItem(found.people.get(identity, identity[:8]), identity)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0))
        self.person.blockSignals(False)

    @Slot()
    def _filter(self) -> None:
        self.model.filter(person=self.person.currentData() or "", text=self.search.text().strip())

    def _row(self) -> Row | None:
        row = self.table.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def _select_again(self, row: Row | None) -> None:
        for place in range(self.model.rowCount()):
            index = self.model.index(place, TIME)
            if row is not None and index.data(ROW) == row:
                self.table.setCurrentIndex(index)
                return

    @Slot()
    def _enter(self) -> None:
        row = self._row()
        if row is None:
            return
        if row.opens:
            self.model.toggle(self.table.currentIndex().row())
            self._select_again(row)
        else:
            self._follow()

    @Slot()
    def _follow(self) -> None:
        row = self._row()
        place = self.model.thing(row).place if row is not None else ""
        if place:
            self.goTo.emit(place, "")

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW)
        found = row if isinstance(row, Row) else None
        self._offer_following(found)
        line = found.only_line if found is not None else None
        if line is not None:
            self.contextChanged.emit(self._details(line))
        else:
            self.contextChanged.emit(self._about(found.stretch) if found is not None else None)

    def _offer_following(self, row: Row | None) -> None:
        leads = row is not None and bool(self.model.thing(row).place)
        self.follow_action.setEnabled(leads)
        self.follow.setEnabled(leads)

    def _about(self, stretch: Stretch) -> QWidget:
        words = {
            StretchKind.PAUSE: self.tr("Nothing was entered in this time although the visit was open."),
            StretchKind.CLOCK_JUMP: self.tr("The wall clock moved against the laptop's own measure of time."),
            StretchKind.ACTS: self.tr("Enter opens this stretch into its lines."),
        }
        return _panel(
            words[stretch.kind],
            (
                (self.tr("From"), f"{stretch.start.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"),
                (self.tr("To"), f"{stretch.end.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"),
            ),
        )

    def _details(self, line: Line) -> QWidget:
        return _panel(
            what_happened(line),
            (
                (self.tr("Time"), line.at.astimezone(BEIJING).isoformat(sep=" ", timespec="seconds")),
                (self.tr("Number in this laptop's chain"), f"{line.sequence}"),
                (self.tr("Laptop"), line.device),
                (self.tr("Thing"), f"{line.entity_kind} · {line.entity_id}"),
                (self.tr("Hash of the line before"), _wrapped(line.previous)),
                (self.tr("Hash of this line"), _wrapped(line.hash)),
            ),
        )

    def _print(self) -> None:
        inspection = InspectionId(self.inspection_id)
        title = self.tr("Timeline")
        self.worker.run(
            lambda a: a.timeline.sheet(inspection, lambda what: on_paper("Intention", stable_words(what))),
            lambda pdf: self._printing.ask(pdf, title, 1, self._printed, self.worker.problem.emit),
        )

    def _printed(self, _copies: int) -> None:
        self.hint.setText(self.tr("The timeline went to the printer."))

    def _find(self) -> None:
        self.search.setFocus()


def _panel(title: str, facts: tuple[tuple[str, str], ...]) -> QWidget:
    panel = QWidget()
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(20, 18, 20, 18)
    layout.setSpacing(3)
    layout.addWidget(label(title, "subtitle", wrap=True))
    for name, value in facts:
        layout.addSpacing(8)
        layout.addWidget(label(name, "caption"))
        text = label(value, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(text)
    layout.addStretch()
    return panel


def _wrapped(digest: str) -> str:
    """A hash in groups, so that it breaks between them."""
    name, _colon, digits = digest.partition(":")
    return f"{name} " + " ".join(digits[start : start + 8] for start in range(0, len(digits), 8))
