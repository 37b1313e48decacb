"""Plain building blocks: the calm table and the area that scrolls a form."""

from __future__ import annotations

from collections.abc import Sequence

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

_AIR, _AROUND, _ARROW = 2, 24, 14
"""Pixels: room beside the widest cell, around a heading, and for the arrow of the order."""
_LEAST, _STEP = 90, 8
"""Pixels: the least width of a column of words, and by how much it gives way."""


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
    # What is in sight and a little more says how wide a column is; Qt would ask a thousand rows.
    header.setResizeContentsPrecision(50)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return table


def fit_columns(table: QTableView, words: Sequence[int], spare: int) -> None:
    """Give each column what it needs; in less room ``spare`` goes and the widest words give way."""
    header = table.horizontalHeader()
    table.setColumnHidden(spare, False)
    shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
    wide = {
        column: max(table.sizeHintForColumn(column), header.sectionSizeHint(column)) + _AIR
        for column in shown
    }
    over = sum(wide.values()) - table.viewport().width()
    if over > 0:
        table.setColumnHidden(spare, True)
        over -= wide.pop(spare)
    while over > 0 and (giving := [one for one in words if one in wide and wide[one] > _LEAST]):
        widest = max(giving, key=wide.__getitem__)
        wide[widest] -= min(over, _STEP)
        over -= _STEP
    for column, width in wide.items():
        header.resizeSection(column, width)


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
