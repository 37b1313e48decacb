"""A push button that runs an action, without its key: for pages where the keys stand elsewhere."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton


def button_of(action: QAction, role: str = "", *, text: str = "") -> QPushButton:
    """Return a button with the action's words, or ``text``; Enter presses it where it has the keyboard."""
    button = QPushButton(text or action.text())
    button.setToolTip(action.toolTip())
    button.setAutoDefault(True)
    if role:
        button.setProperty("role", role)
    button.clicked.connect(action.trigger)
    return button
