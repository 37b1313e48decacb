"""Plain building blocks: the calm table and the area that scrolls a form."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLayout,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)


def plain_table(model: QAbstractItemModel, name: str, stretched: int) -> QTableView:
    """A calm table: one row at a time, no grid, one column that takes the room."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(44)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setMinimumSectionSize(30)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return table


def scrolled(widget: QWidget, foot: QLayout | None = None) -> QScrollArea:
    """Put a form into an area that scrolls, with what can be done with it beneath."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(16, 12, 28, 16)
    layout.addWidget(widget)
    if foot is not None:
        layout.addLayout(foot)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area


def choose(view: QAbstractItemView, row: int) -> None:
    """Choose that row alone, whatever keys are held down: Ctrl or Shift would add it, or do nothing."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    model, column = view.model(), 0
    if isinstance(view, QTableView):
        shown = (place for place in range(model.columnCount()) if not view.isColumnHidden(place))
        column = next(shown, 0)
    view.selectionModel().setCurrentIndex(model.index(row, column), flags)
