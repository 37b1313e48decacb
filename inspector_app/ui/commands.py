"""Collects what can be done right now, for the palette and for the sheet of keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from inspector_app.ui.pages.page import Page
from inspector_app.ui.widgets.palette import Entry
from inspector_app.ui.widgets.shortcut_sheet import Group


def keys_of(action: QAction) -> str:
    """The action's keys as the system writes them."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def text_of(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def actions_below(widget: QWidget) -> list[QAction]:
    """Actions of a page and of the widgets on it, each once, in the order of the page.

    What a page inside this one offers counts only while that page is seen.
    """
    found: dict[int, QAction] = {}
    hidden = [page for page in widget.findChildren(Page) if not page.isVisibleTo(widget)]
    for part in (widget, *widget.findChildren(QWidget)):
        if any(part is page or page.isAncestorOf(part) for page in hidden):
            continue
        for action in part.actions():
            if action.text() and not action.isSeparator() and action.isEnabled():
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
