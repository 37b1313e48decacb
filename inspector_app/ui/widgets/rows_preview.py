"""Looks at rows before they are pasted: the answers they become, and what is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from inspector_app.domain.pasted_rows import PastedRows
from inspector_app.domain.wording import counted
from inspector_app.ui.models.pasted_rows import PastedRowsModel, fault_words
from inspector_app.ui.widgets.marks import label
from inspector_app.ui.widgets.plain import plain_table

_MOST_TOLD = 3
_LINE = 34


class RowsPreview(QWidget):
    """Enter adds the rows, Escape goes back; nothing was stored yet."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subtitle", wrap=True)
        self.facts = label("", "muted", wrap=True)
        self.faults = label("", "error", wrap=True)
        self.faults.setTextFormat(Qt.TextFormat.PlainText)
        self.model = PastedRowsModel(("",))
        self.table = plain_table(self.model, self.tr("Rows to paste"), 0)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.table.verticalHeader().setDefaultSectionSize(_LINE)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.add = QPushButton()
        self.add.setProperty("role", "primary")
        self.add.setAutoDefault(True)
        self.add.clicked.connect(self.accepted)
        self.back = QPushButton(self.tr("Paste nothing  Esc"))
        self.back.setAutoDefault(True)
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.back)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 16)
        layout.setSpacing(8)
        for part in (self.title, self.facts, self.faults):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.table)

    def show_rows(self, rows: PastedRows) -> None:
        self.title.setText(self.tr("Rows to paste into: {label}").format(label=rows.label))
        count = len(rows.rows)
        words = [counted(count, self.tr("1 row"), self.tr("{count} rows")).format(count=count)]
        if rows.has_heading:
            words.append(self.tr("columns by their heading"))
        if rows.left_out:
            words.append(self.tr("not pasted: {columns}").format(columns="、".join(rows.left_out)))
        self.facts.setText("   ·   ".join(words))
        self.faults.setText(self._faults(rows))
        self.faults.setVisible(bool(rows.wrong))
        self.model.show_rows(rows.rows, ("", *rows.columns))
        self.table.resizeColumnsToContents()
        added = counted(count, self.tr("Add 1 row  Enter"), self.tr("Add {count} rows  Enter"))
        self.add.setText(added.format(count=count))
        self.table.setCurrentIndex(self.model.index(*self._first_fault(rows)))

    def _faults(self, rows: PastedRows) -> str:
        told = [
            self.tr("Row {row}, {column}: {why}").format(
                row=number, column=rows.columns[place], why=fault_words(cell)
            )
            for number, row in enumerate(rows.rows, 1)
            for place, cell in enumerate(row)
            if cell.is_wrong
        ]
        lines = [
            self.tr("What is wrong is pasted as it stands and told again at its question:"),
            *told[:_MOST_TOLD],
        ]
        if (rest := len(told) - _MOST_TOLD) > 0:
            lines.append(self.tr("… and {count} more, red in the table").format(count=rest))
        return "\n".join(lines)

    @staticmethod
    def _first_fault(rows: PastedRows) -> tuple[int, int]:
        places = (
            (number, place)
            for number, row in enumerate(rows.rows)
            for place, cell in enumerate(row, 1)
            if cell.is_wrong
        )
        return next(places, (0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
