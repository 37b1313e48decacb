"""The places a person can go to: their names, icons, keys, and what builds their pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.ui.pages.page import Page
from inspector_app.ui.worker import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page with its name; the page is built when somebody first goes there."""

    key: str
    source: str
    icon: str
    shortcut: str
    make: Callable[[Worker], Page]
    on_rail: bool = True
    within: str = ""
    """The place of an inspection that this one is a part of, and that stays marked beside it."""

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Place", self.source)

    @property
    def rail_title(self) -> str:
        """The title where there is room for one word only."""
        return QCoreApplication.translate("Place", _ON_RAIL.get(self.key, self.source))


HOME = ("home", QT_TRANSLATE_NOOP("Place", "Home"), "house", "Alt+Home")
NEW = ("new", QT_TRANSLATE_NOOP("Place", "New inspection"), "plus", "Ctrl+N")
PEOPLE = ("people", QT_TRANSLATE_NOOP("Place", "People & keys"), "users", "Ctrl+Alt+P")
CLAUSE = ("clause", QT_TRANSLATE_NOOP("Place", "Clause"), "scale", "")
SALVAGE = ("salvage", QT_TRANSLATE_NOOP("Place", "Damaged inspection"), "triangle-alert", "")
DEPARTURE = ("departure", QT_TRANSLATE_NOOP("Place", "Before leaving"), "circle-check", "Ctrl+Shift+D")
SAFETY = ("safety", QT_TRANSLATE_NOOP("Place", "Safety copy"), "archive", "Ctrl+Shift+B")
LAPTOPS = ("laptops", QT_TRANSLATE_NOOP("Place", "Laptops"), "key-round", "Ctrl+Alt+L")
APPROVE = ("approve", QT_TRANSLATE_NOOP("Place", "Asked for approval"), "file-check", "Ctrl+Alt+A")
TEMPLATES = ("templates", QT_TRANSLATE_NOOP("Place", "Document templates"), "file-text", "Ctrl+Alt+D")
LIBRARY = ("library", QT_TRANSLATE_NOOP("Place", "Checklist library"), "clipboard-check", "Ctrl+Alt+C")
SETTINGS = ("settings", QT_TRANSLATE_NOOP("Place", "Settings"), "settings", "Ctrl+,")

OVERVIEW = ("overview", QT_TRANSLATE_NOOP("Place", "Overview"), "layout-list", "Alt+1")
WARDS = ("wards", QT_TRANSLATE_NOOP("Place", "Wards"), "bed-double", "Alt+2")
STOCK = ("stock", QT_TRANSLATE_NOOP("Place", "Stock"), "package", "Alt+3")
DIALYSIS = ("dialysis", QT_TRANSLATE_NOOP("Place", "Dialysis"), "droplets", "Alt+4")
CHECKLISTS = ("checklists", QT_TRANSLATE_NOOP("Place", "Checklists"), "clipboard-check", "Alt+5")
EVIDENCE = ("evidence", QT_TRANSLATE_NOOP("Place", "Evidence"), "camera", "Alt+6")
FINDINGS = ("findings", QT_TRANSLATE_NOOP("Place", "Findings"), "flag", "Alt+7")
INTERVIEWS = ("interviews", QT_TRANSLATE_NOOP("Place", "Interviews"), "users", "Alt+I")
RECORD = ("record", QT_TRANSLATE_NOOP("Place", "Record"), "file-check", "Alt+R")
DOCUMENTS = ("documents", QT_TRANSLATE_NOOP("Place", "Documents"), "file-text", "Alt+8")
HAND_OVER = ("handover", QT_TRANSLATE_NOOP("Place", "Hand-over"), "send", "Alt+H")
TIMELINE = ("timeline", QT_TRANSLATE_NOOP("Place", "Timeline"), "history", "Alt+9")
OWN_DESK = "lock/people/passphrase"
"""A link: the desk is locked, and whoever unlocks it is asked for a passphrase of their own."""
_ON_RAIL = {
    "people": str(QT_TRANSLATE_NOOP("Place", "People")),
    "departure": str(QT_TRANSLATE_NOOP("Place", "Leaving")),
}

FILLED = ("filled", QT_TRANSLATE_NOOP("Place", "Filled checklist"), "clipboard-check", "")
TRIAL = ("trial", QT_TRANSLATE_NOOP("Place", "Another version of a checklist"), "clipboard-check", "")
PICTURES = ("pictures", QT_TRANSLATE_NOOP("Place", "Wards as bars"), "bed-double", "")
INSTITUTION = ("institution", QT_TRANSLATE_NOOP("Place", "Institution"), "building-2", "")


def place(
    named: tuple[str, object, str, str],
    make: Callable[[Worker], Page],
    *,
    on_rail: bool = True,
    within: str = "",
) -> Place:
    """Join a place's name to what builds its page."""
    key, source, icon, shortcut = named
    return Place(
        key=key,
        source=str(source),
        icon=icon,
        shortcut=shortcut,
        make=make,
        on_rail=on_rail and not within,
        within=within,
    )
