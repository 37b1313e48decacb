"""Timeline: everything that was done in this inspection, as the journal has it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.journal import Line
from inspector_app.services.activities import Activities
from inspector_app.ui.intentions import what_happened
from inspector_app.ui.models.timeline import CODE, LINE, TIME, WHAT, WHO, TimelineModel
from inspector_app.ui.pages.page import InspectionPage
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker


def _read(activities: Activities, inspection_id: InspectionId) -> tuple[list[Line], dict[str, str]]:
    people = (*activities.inspections.inspection(inspection_id).team, activities.desk.person)
    names = {str(person.id): person.name for person in people}
    return activities.inspections.timeline(inspection_id), names


class TimelinePage(InspectionPage):
    """Lists the lines of the journal; the panel shows what proves a line."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self.action(self.tr("Search the timeline"), self._find, "/")
        self.model = TimelineModel(
            (self.tr("Time"), self.tr("Person"), self.tr("What happened"), self.tr("Code of the line"))
        )
        self.model.setParent(self)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(self.model)
        self.found.setFilterKeyColumn(-1)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Person or what happened   /"))
        self.search.setAccessibleName(self.tr("Search the timeline"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.search.textChanged.connect(self.found.setFilterFixedString)
        self.table = QTableView()
        self.table.setModel(self.found)
        self.table.setAccessibleName(self.tr("Timeline"))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(40)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((TIME, 190), (WHO, 120), (CODE, 170)):
            header.resizeSection(column, width)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.count = label("", "muted")
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Timeline"), "title"))
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 18, 28, 8)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        inspection = InspectionId(self.inspection_id)
        self.worker.run(lambda a: _read(a, inspection), self._show)

    @Slot(object)
    def _show(self, found: tuple[list[Line], dict[str, str]]) -> None:
        lines, names = found
        self.model.show(lines, names)
        self.count.setText(self.tr("{count} lines").format(count=len(lines)))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(LINE)
        self.contextChanged.emit(self._details(line) if isinstance(line, Line) else None)

    def _details(self, line: Line) -> QWidget:
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(3)
        layout.addWidget(label(what_happened(line), "subtitle", wrap=True))
        for name, value in (
            (self.tr("Time"), line.at.astimezone().isoformat(sep=" ", timespec="seconds")),
            (self.tr("Number in this laptop's chain"), f"{line.sequence}"),
            (self.tr("Laptop"), line.device),
            (self.tr("Thing"), f"{line.entity_kind} · {line.entity_id}"),
            (self.tr("Hash of the line before"), _wrapped(line.previous)),
            (self.tr("Hash of this line"), _wrapped(line.hash)),
        ):
            layout.addSpacing(8)
            layout.addWidget(label(name, "caption"))
            text = label(value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(text)
        layout.addStretch()
        return panel

    def _find(self) -> None:
        self.search.setFocus()


def _wrapped(digest: str) -> str:
    """A hash in groups, so that it breaks between them."""
    name, _colon, digits = digest.partition(":")
    return f"{name} " + " ".join(digits[start : start + 8] for start in range(0, len(digits), 8))
