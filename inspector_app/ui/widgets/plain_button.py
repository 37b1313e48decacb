"""A push button that runs an action and shows its key where there is room; it takes the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSizePolicy

from inspector_app.ui.widgets.key_button import KeyButton


def button_of(action: QAction, role: str = "", *, text: str = "") -> KeyButton:
    """Return a button with the action's words, or ``text``; Enter presses it where it has the keyboard."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button = KeyButton(text or action.text(), keys)
    # Shrinkable: where a row is too narrow the caps give way, and never the words.
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    button.setToolTip(action.toolTip())
    button.setAutoDefault(True)
    if role:
        button.setProperty("role", role)
    button.clicked.connect(action.trigger)
    return button
