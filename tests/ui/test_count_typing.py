"""The count sheet in the window: printed from the items shown, typed back with figures and Enter alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector_app.domain.ids import InspectionId
from inspector_app.ui.models.count_lines import FIRST, SECOND
from inspector_app.ui.worker import Worker
from tests.ui.test_pages import idle, inspection
from tests.ui.test_stock_place import taken

__all__ = ["inspection"]


def test_a_sheet_is_printed_and_typed_back_without_the_mouse(
    qtbot: QtBot,
    worker: Worker,
    inspection: InspectionId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    do: Any,
) -> None:
    sheet = taken(qtbot, worker, inspection, tmp_path, monkeypatch).sheet
    sent: list[bytes] = []
    monkeypatch.setattr(sheet.counts.printing, "ask", lambda pdf, *_: sent.append(pdf))
    sheet.counts.print_action.trigger()
    idle(qtbot, worker)
    assert sent[0].startswith(b"%PDF")
    sheet.counts.type_action.trigger()
    idle(qtbot, worker)
    typing = sheet.counts.typing
    assert sheet.stack.currentWidget() is typing
    table = typing.table
    for box, figure in ((FIRST, "5x"), (SECOND, "x0.8")):
        (editor,) = [one for one in table.findChildren(QLineEdit) if one.isVisible()]
        qtbot.keyClicks(editor, figure)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda box=box: not typing.model.index(0, box).data().startswith("·"))
        idle(qtbot, worker)
    assert typing.model.index(0, FIRST).data() == "5  盒"
    assert typing.model.index(0, SECOND).data() == "0.8  片"
    QAbstractItemModelTester(typing.model)
    typing.room.setText("中心药房")
    typing.with_whom.setText("药剂科 何清源")
    typing.model.setData(typing.model.index(0, SECOND), "８")
    typing.day.setText("2026-03-31")
    typing.take_action.trigger()
    idle(qtbot, worker)
    assert sheet.stack.currentWidget() is sheet.main
    assert sheet.model.index(0, 4).data() == f"+{84 + 24}"
    assert len(do(lambda a: a.ledgers.ledgers(inspection))) == 5
