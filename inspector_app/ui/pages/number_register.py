"""The number register: what became of every number, voiding one with a reason, and its export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector_app.domain.document import BurnedNumber
from inspector_app.domain.errors import Problem
from inspector_app.services.number_register import NumberLine, Standing
from inspector_app.ui.language import say
from inspector_app.ui.models.number_register import NUMBER, REASON, NumberRegisterModel, standing_word
from inspector_app.ui.models.table import VALUE
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.worker import Worker

_ROW = 34
_SHOWN = 7
"""Rows that show at once; the page itself scrolls."""


class NumberRegisterView(QWidget):
    """A table of all numbers; beneath, what can be done with the chosen one."""

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.model = NumberRegisterModel()
        self.model.setParent(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Number register"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why the chosen number is void"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.reason.textChanged.connect(self._enable)
        self.void = QPushButton(self.tr("Declare void"))
        self.void.setProperty("role", "danger")
        self.void.clicked.connect(self._void)
        self.export = QPushButton(self.tr("Write as a table (CSV)"))
        self.export.clicked.connect(self._export)
        self.told = label("", "small", wrap=True)
        self.told.hide()
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.reason, 1)
        below.addWidget(self.void)
        below.addWidget(self.export)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(label(self.tr("Number register"), "caption"))
        hint = self.tr(
            "Every number of every block. One that stands in a notice ends with the notice; one that was "
            "given and never printed is declared void here, with the reason that explains the gap."
        )
        rows.addWidget(label(hint, "muted", wrap=True))
        rows.addWidget(self.table)
        rows.addLayout(below)
        rows.addWidget(self.told)
        self._enable()

    def refresh(self) -> None:
        self._worker.run(lambda a: a.number_register.lines(), self._show)

    @property
    def chosen(self) -> NumberLine | None:
        value = self.table.currentIndex().data(VALUE)
        return value if isinstance(value, NumberLine) else None

    @Slot(object)
    def _show(self, lines: tuple[NumberLine, ...]) -> None:
        row = self.table.currentIndex().row()
        self.model.show_rows(lines)
        if 0 <= row < len(lines):
            self.table.setCurrentIndex(self.model.index(row, NUMBER))
        room = self.table.horizontalHeader().sizeHint().height() + 6
        self.table.setFixedHeight(room + _ROW * min(max(len(lines), 1), _SHOWN))
        self.setVisible(bool(lines))
        self._enable()

    @Slot()
    def _enable(self) -> None:
        line = self.chosen
        may = line is not None and line.may_be_void
        self.reason.setEnabled(may)
        self.void.setEnabled(may and bool(self.reason.text().strip()))
        if line is not None and line.standing is Standing.ELSEWHERE and line.may_be_void:
            self._say(
                self.tr(
                    "The file that this number was given for is not on this laptop. "
                    "Make sure that no notice carries the number before you declare it void."
                )
            )

    @Slot()
    def _void(self) -> None:
        line = self.chosen
        if line is not None:
            number, reason = line.id, self.reason.text()
            self._worker.run(lambda a: a.numbers.void(number, reason), self._voided, self._tell)

    @Slot(object)
    def _voided(self, _entry: BurnedNumber) -> None:
        self.reason.clear()
        self.told.hide()
        self.refresh()

    @Slot()
    def _export(self) -> None:
        title = self.tr("Write the register; the file is not encrypted")
        name, _kind = QFileDialog.getSaveFileName(self, title, self.tr("numbers.csv"), "CSV (*.csv)")
        if not name:
            return
        path = Path(name if name.lower().endswith(".csv") else f"{name}.csv")
        headings = (
            self.tr("Number"),
            self.tr("How many"),
            self.tr("State"),
            self.tr("Time"),
            self.tr("Person"),
            self.tr("Institution"),
            self.tr("Reason"),
        )
        words = {str(standing): standing_word(standing) for standing in Standing}
        self._worker.run(
            lambda a: a.number_register.write_csv(path, headings, words), self._exported, self._tell
        )

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self._say(self.tr("{name} was written. It is not encrypted.").format(name=path.name))

    def _tell(self, problem: Problem) -> None:
        self._say(say(problem))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
