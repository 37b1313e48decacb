"""Gives an action its keys, and says them in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence


def give_keys(
    action: QAction,
    keys: str,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QAction:
    """Every way to show an action then shows its keys: menu, palette, tooltip and the sheet of keys."""
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(context)
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{action.text().replace('&', '')}  {native}")
    return action
