"""Collects what can be done right now, for the palette and for the sheet of keys."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector_app.ui.widgets.palette import Entry
from inspector_app.ui.widgets.shortcut_sheet import Group


def keys_of(action: QAction) -> str:
    """The action's keys as the system writes them."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def text_of(action: QAction) -> str:
    """What the action says, without the marks of its mnemonic."""
    return re.sub("&(.)", r"\1", action.text()).rstrip("…")


def actions_below(widget: QWidget, *, resting: bool = False) -> list[QAction]:
    """Actions of a page and of the widgets on it, each once, in the order of the page.

    What a part of the page offers counts only while that part is seen. With ``resting`` those are
    listed too that cannot be done now.
    """
    found: dict[int, QAction] = {}
    for part in (widget, *widget.findChildren(QWidget)):
        if part is not widget and not part.isVisibleTo(widget):
            continue
        for action in part.actions():
            if action.text() and not action.isSeparator() and (resting or action.isEnabled()):
                found.setdefault(id(action), action)
    return list(found.values())


def entries(where: str, actions: Iterable[QAction], icon: str = "arrow-right") -> list[Entry]:
    """Palette entries of some actions."""
    return [
        Entry(
            text_of(action),
            where,
            keys_of(action),
            str(action.property("iconName") or icon),
            action.trigger,
        )
        for action in actions
    ]


def group(heading: str, actions: Iterable[QAction]) -> Group:
    """One group of the sheet of keys; actions without keys are left to the palette."""
    return heading, [(text_of(action), keys_of(action)) for action in actions if keys_of(action)]
