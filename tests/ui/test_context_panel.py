"""The right-hand panel takes a page's widget over, and leaves one that it shows where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.ui.widgets.context_panel import ContextPanel


class Moves(QObject):
    """Counts how often a widget gets another parent."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.ParentChange
        return False


def test_what_is_shown_already_is_left_where_it_is(qtbot: QtBot) -> None:
    panel, said, other = ContextPanel(), QLabel("A-1"), QLabel("A-2")
    qtbot.addWidget(panel)
    panel.show()
    panel.show_widget(said)
    moves = Moves(said)
    panel.show_widget(said)
    assert moves.count == 0
    assert said.isVisible()

    panel.show_widget(other)
    assert not said.isVisible()
    assert other.isVisible()
    panel.show_widget(said)
    panel.show_widget(None)
    assert not panel.is_filled
    assert not said.isVisible()
