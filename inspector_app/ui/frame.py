"""What stands around the pages and floats over them; built while a person types the passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from inspector_app.ui.commands import actions_below, entries, group
from inspector_app.ui.keys import give_keys
from inspector_app.ui.menu import WindowMenu
from inspector_app.ui.search_words import icon_of, kind_word, where
from inspector_app.ui.searching import Searching
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.palette import CommandPalette, Entry
from inspector_app.ui.widgets.privacy import PrivacyScreen
from inspector_app.ui.widgets.rail import Rail
from inspector_app.ui.widgets.shortcut_sheet import ShortcutSheet
from inspector_app.ui.widgets.status_line import StatusLine
from inspector_app.ui.widgets.tray import Tray

if TYPE_CHECKING:
    from inspector_app.domain.search import Found, Hit
    from inspector_app.ui.main_window import MainWindow
    from inspector_app.ui.places import Place


class Frame(QObject):
    """Rail, banner, status line, palette, sheet of keys, tray and privacy screen of one window."""

    def __init__(
        self, window: MainWindow, places: Iterable[Place], inspection_places: Iterable[Place]
    ) -> None:
        super().__init__(window)
        self._window = window
        self.rail = Rail()
        for place in places:
            if place.key == "people":
                self.rail.add_stretch()
            if place.on_rail:
                self.rail.add(
                    place.key,
                    place.rail_title,
                    place.icon,
                    tip=f"{place.title}  {place.shortcut}",
                    name=place.title,
                )
        self.rail.chosen.connect(self._on_rail)
        self.menu = WindowMenu(window)
        self.rail.menuWanted.connect(self.open_menu)
        self.banner = Banner()
        self.status = StatusLine()
        self.tray = Tray(window)
        self.palette_box = CommandPalette(window)
        self.searching = Searching(window.worker, self)
        self.palette_box.typed.connect(self.searching.ask)
        self.searching.found.connect(self._show_found)
        self.sheet = ShortcutSheet(window)
        self.privacy = PrivacyScreen(window)
        self._add_actions(places, inspection_places)
        self.show(visible=False)
        banner_row = QHBoxLayout()
        banner_row.setContentsMargins(12, 0, 12, 0)
        banner_row.addWidget(self.banner)
        window.across.insertWidget(0, self.rail)
        window.work.insertLayout(0, banner_row)
        window.work.addWidget(self.status)
        self.fit()

    def _add_actions(self, places: Iterable[Place], inspection_places: Iterable[Place]) -> None:
        window = self._window
        self._window_actions = [
            self._action(self.tr("Menu"), "F10", "menu", self.open_menu),
            self._action(self.tr("Find an action or a place"), "Ctrl+K", "search", self.ask_palette),
            self._action(self.tr("Back to where you were"), "Alt+Left", "chevron-left", window.go_back),
            self._action(
                self.tr("Take evidence for what is selected"), "Ctrl+E", "camera", window.take_selected
            ),
            self._action(
                self.tr("Show or hide the context panel"), "F9", "panel-right", window.toggle_context
            ),
            self._action(
                self.tr("Hide the window's content"), "Ctrl+Shift+H", "eye-off", self.privacy.switch
            ),
            self._action(self.tr("Change person or lock"), "Ctrl+L", "lock", window.lock),
            self._action(self.tr("All keys"), "F1", "keyboard", self.show_keys),
        ]
        self._place_actions = [
            self._place_action(place, inside=False)
            for place in places
            if place.on_rail or place.shortcut  # the others are reached by a link only
        ]
        self._inside_actions = [self._place_action(place, inside=True) for place in inspection_places]

    def _action(self, text: str, keys: str, icon: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self._window)
        if keys:
            give_keys(action, keys, Qt.ShortcutContext.WindowShortcut)
        action.setProperty("iconName", icon)  # the palette draws it when it lists the action
        action.triggered.connect(slot)
        self._window.addAction(action)
        return action

    def _place_action(self, place: Place, *, inside: bool) -> QAction:
        window = self._window

        def go() -> None:
            window.go_to(place.key, window.view.inspection_id if inside else "")

        return self._action(place.title.replace("&", "&&"), place.shortcut, place.icon, go)

    @Slot(str)
    def _on_rail(self, key: str) -> None:
        self._window.go_to(key)

    def show(self, *, visible: bool) -> None:
        """Show rail and status line, or nothing but what asks for the passphrase."""
        self.rail.setVisible(visible)
        self.status.setVisible(visible)
        self.banner.hide()
        self.privacy.hide()
        self.palette_box.hide()
        self.sheet.hide()
        for action in self.everywhere():
            action.setEnabled(visible)

    def fit(self) -> None:
        """Keep what floats in its place over a window that changed its size."""
        self.tray.place()
        self.privacy.setGeometry(self._window.rect())

    def everywhere(self) -> tuple[QAction, ...]:
        """What can be done from every page."""
        return (*self._window_actions, *self._place_actions, *self._inside_actions)

    @Slot()
    def open_menu(self) -> None:
        """F10, Alt or the button: whatever can be done here, in groups."""
        window = self._window
        if window.is_locked or self.privacy.isVisible():
            return
        parts = [(self.tr("Go to"), self._place_actions)]
        if window.view.inspection_id:
            parts.insert(0, (self.tr("In the inspection"), self._inside_actions))
        if window.page is not None:
            parts.insert(0, (window.title_of_page(), actions_below(window.page, resting=True)))
        self.menu.fill((part for part in parts if part[1]), self._window_actions[1:])
        self.menu.open_below(self.rail.menu_button)

    @Slot()
    def ask_palette(self) -> None:
        self.palette_box.ask(self._entries())

    def _entries(self) -> list[Entry]:
        window = self._window
        found: list[Entry] = []
        if window.page is not None:
            found += entries(window.title_of_page(), actions_below(window.page))
        if window.view.inspection_id:
            found += entries(window.view.name.text(), self._inside_actions)
        found += entries("", self._place_actions)
        return found + entries("", self._window_actions[2:])  # neither the menu nor the palette itself

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        self.palette_box.show_hits(self._hit_entry(hit) for hit in found.hits)

    def _hit_entry(self, hit: Hit) -> Entry:
        def go() -> None:
            self._window.go_to(hit.place, hit.inspection or "")

        return Entry(hit.label, where(hit), kind_word(hit.kind), icon_of(hit.kind), go)

    @Slot()
    def show_keys(self) -> None:
        window = self._window
        groups = [group(self.tr("Everywhere"), (*self._window_actions, *self._place_actions))]
        if window.page is not None:
            groups.insert(0, group(window.title_of_page(), actions_below(window.page)))
        groups.append(group(self.tr("In an inspection"), self._inside_actions))
        self.sheet.show_groups([found for found in groups if found[1]])
