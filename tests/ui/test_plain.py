"""The plain table: choosing a row is one row, whatever keys are held down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from inspector_app.ui.widgets.plain import choose, plain_table


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_row_is_chosen_alone_while_a_key_is_held_down(qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    model = QStandardItemModel(4, 3)
    table = plain_table(model, "rows", 0)
    table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
    table.setColumnHidden(0, True)
    field = QLineEdit()
    for one in (table, field):
        qtbot.addWidget(one)
    choose(table, 0)
    table.selectionModel().select(model.index(3, 1), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyPress(field, Qt.Key.Key_F5, held)
    choose(table, 2)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]
    assert not table.isColumnHidden(table.currentIndex().column())
