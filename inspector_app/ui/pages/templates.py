"""Templates of documents: which are in force, how each looks, replaced by a bureau's own, given back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import Problem
from inspector_app.services.templates import TemplateLine
from inspector_app.ui.language import say
from inspector_app.ui.models.table import VALUE
from inspector_app.ui.models.templates import TITLE, TemplatesModel
from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.beside_paper import BesidePaper
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.paper import PaperView
from inspector_app.ui.worker import Worker

_ROW = 34


class TemplatesPage(Page):
    """The list beside the chosen template, filled with invented content."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(worker, parent)
        self._candidate: Path | None = None
        self.turn_action = self.action(self.tr("List or paper"), self._turn, "F4")
        self.look_action = self.action(self.tr("Look at a file…"), self._choose, "Ctrl+O")
        self.write_action = self.action(self.tr("Write as a file…"), self._write, "Ctrl+Shift+S")
        self.back_action = self.action(self.tr("Back to the shipped one"), self._give_back)
        self.settings_action = self.action(self.tr("Settings"), lambda: self.goTo.emit("settings", ""))
        self.banner = Banner()
        self.model = TemplatesModel()
        self.model.setParent(self)
        self.table = self._table()
        self.fault = label("", "error", wrap=True)
        self.asking = label("", "", wrap=True)
        self.use = QPushButton(self.tr("Use it from now on"))
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(self._use)
        self.leave = QPushButton(self.tr("Leave it"))
        self.leave.setProperty("role", "quiet")
        self.leave.clicked.connect(self._forget_candidate)
        self.look, self.write = self._button(self.look_action), self._button(self.write_action)
        self.back = self._button(self.back_action)
        self.names = label("", "small", wrap=True)
        self.names.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.turn = self._button(self.turn_action)
        self.turn.setProperty("role", "quiet")
        self.settings = self._button(self.settings_action)
        self.settings.setProperty("role", "quiet")
        self.paper = PaperView()
        self.frame = BesidePaper(self._entries(), self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(28, 8, 12, 0)
        above.addWidget(label(self.tr("Document templates"), "title"), 1)
        above.addWidget(self.turn)
        above.addWidget(self.settings)
        layout.addWidget(self.banner)
        layout.addLayout(above)
        layout.addWidget(self.frame, 1)
        self.setFocusProxy(self.table)
        self._ask_about(None)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Document templates"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._on_row)
        return table

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def _entries(self) -> QWidget:
        entries = QWidget()
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self.use)
        asked.addWidget(self.leave)
        asked.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.look, self.write, self.back):
            buttons.addWidget(button)
        buttons.addStretch()
        hint = self.tr(
            "Write the chosen one as a file, change its words, look at it here, and use it. A field that the "
            "document does not have is told with its line, and nothing is replaced."
        )
        rows = QVBoxLayout(entries)
        rows.setContentsMargins(28, 14, 20, 16)
        rows.setSpacing(12)
        rows.addWidget(label(hint, "muted", wrap=True))
        rows.addLayout(buttons)
        rows.addWidget(self.asking)
        rows.addLayout(asked)
        rows.addWidget(self.fault)
        rows.addWidget(self.table, 1)
        rows.addWidget(label(self.tr("Fields that it may name"), "caption"))
        rows.addWidget(self.names)
        return entries

    # What is shown

    @property
    def chosen(self) -> TemplateLine | None:
        value = self.table.currentIndex().data(VALUE)
        return value if isinstance(value, TemplateLine) else None

    def refresh(self) -> None:
        self.worker.run(lambda a: a.templates.templates(), self._show)

    @Slot(object)
    def _show(self, lines: list[TemplateLine]) -> None:
        before = self.chosen
        self.model.show_rows(lines)
        self.table.setFixedHeight(_ROW * len(lines) + self.table.horizontalHeader().height() + 4)
        row = self.model.row_of(before.type) if before is not None else 0
        self.table.selectRow(max(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _index: QModelIndex, _before: QModelIndex) -> None:
        self._forget_candidate()

    def _show_chosen(self) -> None:
        line = self.chosen
        self.paper.show_pdf(b"")
        if line is None:
            return
        self.fault.setText(say(line.fault) if line.fault is not None else "")
        self.fault.setVisible(line.fault is not None)
        self.back_action.setEnabled(line.is_own)
        self.back.setVisible(line.is_own)
        kind = line.type
        self.worker.run(lambda a: (kind, a.templates.fields(kind)), self._show_names)
        if line.fault is None:
            self.worker.run(lambda a: (kind, a.templates.preview(kind)), self._show_paper, self._failed)

    @Slot(object)
    def _show_names(self, found: tuple[DocumentType, tuple[str, ...]]) -> None:
        if self.chosen is not None and found[0] is self.chosen.type:
            self.names.setText("  ".join(f"{{{name}}}" for name in found[1]))
        self._name_sides()

    @Slot(object)
    def _show_paper(self, found: tuple[DocumentType, bytes]) -> None:
        if self.chosen is not None and found[0] is self.chosen.type and self._candidate is None:
            self.paper.show_pdf(found[1])

    # A bureau's own file

    def _choose(self) -> None:
        kinds = self.tr("Template") + " (*.toml)"
        name, _kind = QFileDialog.getOpenFileName(self, self.look_action.text(), "", kinds)
        if name:
            self.look_at(Path(name))

    def look_at(self, path: Path) -> None:
        """Show a file as the chosen template; nothing is replaced yet."""
        line = self.chosen
        if line is not None:
            kind = line.type
            self.worker.run(
                lambda a: a.templates.preview_file(path, kind),
                lambda pdf: self._looked(path, pdf),
                self._refused,
            )

    def _looked(self, path: Path, pdf: bytes) -> None:
        self._ask_about(path)
        self.fault.hide()
        self.paper.show_pdf(pdf)

    def _refused(self, problem: Problem) -> None:
        self.fault.setText(say(problem))
        self.fault.show()

    def _ask_about(self, path: Path | None) -> None:
        self._candidate = path
        words = self.tr("This is {name} with invented content. Nothing is replaced yet.")
        self.asking.setText(words.format(name=path.name) if path is not None else "")
        for widget in (self.asking, self.use, self.leave):
            widget.setVisible(path is not None)

    @Slot()
    def _forget_candidate(self) -> None:
        self._ask_about(None)
        self._show_chosen()

    @Slot()
    def _use(self) -> None:
        path, line = self._candidate, self.chosen
        if path is not None and line is not None:
            kind = line.type
            self.worker.run(lambda a: a.templates.replace(path, kind), self._replaced, self._refused)

    @Slot(object)
    def _replaced(self, _kind: DocumentType) -> None:
        title = self.chosen.title if self.chosen is not None else ""
        told = self.tr("{title}: the bureau's own template is used from now on; issued documents stay.")
        self.banner.tell(told.format(title=title), "success")
        self._ask_about(None)
        self.refresh()

    def _give_back(self) -> None:
        line = self.chosen
        if line is not None:
            kind = line.type
            self.worker.run(lambda a: a.templates.give_back(kind), lambda _none: self._given_back())

    def _given_back(self) -> None:
        title = self.chosen.title if self.chosen is not None else ""
        self.banner.tell(self.tr("{title}: the shipped template is used again.").format(title=title), "info")
        self.refresh()

    def _write(self) -> None:
        line = self.chosen
        if line is None:
            return
        kinds = self.tr("Template") + " (*.toml)"
        suggested = f"{line.type.value}.toml"
        name, _kind = QFileDialog.getSaveFileName(self, self.write_action.text(), suggested, kinds)
        if name:
            self.write_to(Path(name))

    def write_to(self, path: Path) -> None:
        """Write the chosen template as a file."""
        line = self.chosen
        if line is not None:
            kind = line.type
            self.worker.run(lambda a: a.templates.write(kind, path), self._written, self._failed)

    @Slot(object)
    def _written(self, path: Path) -> None:
        told = self.tr("{name} was written. Give it a version of its own when you change it.")
        self.banner.tell(told.format(name=path.name), "info")

    # Inside

    def _turn(self) -> None:
        self.frame.show_side(paper=not self.frame.shows_paper)
        self._name_sides()

    def _name_sides(self) -> None:
        self.turn.setVisible(self.frame.is_narrow)
        self.turn.setText(self.tr("List") if self.frame.shows_paper else self.tr("Paper"))

    def _failed(self, problem: Problem) -> None:
        self.banner.tell(say(problem))
