"""Garbage is collected on the window's thread alone."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector_app.ui.collecting import Collecting


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def test_cycles_go_by_the_timer_and_never_by_themselves(qtbot: QtBot) -> None:
    parent = QObject()
    collecting = Collecting(parent)
    assert not gc.isenabled()
    known = weakref.ref(Cycle())
    rubbish = [[] for _ in range(5000)]
    assert known() is not None
    qtbot.waitUntil(lambda: known() is None, timeout=20_000)
    assert rubbish
    assert collecting.parent() is parent
