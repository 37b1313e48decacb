"""The window before anybody is in: whoever asks what it shows does not make it build the inspection."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.worker import Worker


def _gate(_worker: Worker) -> QWidget:
    return QLabel("gate")


def test_asking_what_is_shown_builds_nothing(qtbot: QtBot, worker: Worker) -> None:
    window = MainWindow(worker, (), (), _gate)
    qtbot.addWidget(window)
    assert window.page is None
    assert "view" not in vars(window)
