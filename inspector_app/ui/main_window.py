"""The window: rail, places, status line, and what floats over them. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.services.preferences import Preferences
from inspector_app.ui import theme
from inspector_app.ui.auto_lock import AutoLock
from inspector_app.ui.commands import actions_below, entries, group
from inspector_app.ui.language import say
from inspector_app.ui.pages.page import Page
from inspector_app.ui.places import Place
from inspector_app.ui.widgets.banner import Banner
from inspector_app.ui.widgets.palette import CommandPalette, Entry
from inspector_app.ui.widgets.privacy import PrivacyScreen
from inspector_app.ui.widgets.rail import Rail
from inspector_app.ui.widgets.shortcut_sheet import ShortcutSheet
from inspector_app.ui.widgets.status_line import StatusLine
from inspector_app.ui.widgets.tray import Tray
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.domain.evidence import Target
    from inspector_app.services.standing import Standing
    from inspector_app.ui.inspection_view import InspectionView

PLAIN_SIZE = (1366, 768)
SMALLEST = (900, 500)
"""A 1920 × 1080 screen at 200 % has 960 × 540."""


class MainWindow(QMainWindow):
    """Built from places; it goes to them, shows problems, and locks."""

    entered = Signal()
    """Somebody unlocked."""

    def __init__(
        self,
        worker: Worker,
        places: tuple[Place, ...],
        inspection_places: tuple[Place, ...],
        make_gate: Callable[[Worker], QWidget],
    ) -> None:
        """``make_gate`` builds what asks for the passphrase; it has a signal ``unlocked``."""
        super().__init__()
        self._worker = worker
        self._places = {place.key: place for place in places}
        self._inspection_places = {place.key: place for place in inspection_places}
        self._make_gate = make_gate
        self._gate: QWidget | None = None
        self._pages: dict[str, Page] = {}
        self._saved_at: datetime | None = None
        self.setWindowTitle(self.tr("Inspection desk"))
        self.resize(*PLAIN_SIZE)
        self.setMinimumSize(*SMALLEST)
        self.auto_lock = AutoLock(self)
        self.auto_lock.due.connect(self.lock)
        self._build(places)
        self._add_actions(places, inspection_places)
        worker.problem.connect(self.tell)
        worker.started.connect(self.tray.add)
        worker.changed.connect(self._read_standing)

    def _build(self, places: tuple[Place, ...]) -> None:
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
        self.banner = Banner()
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.status = StatusLine()

        banner_row = QHBoxLayout()
        banner_row.setContentsMargins(12, 0, 12, 0)
        banner_row.addWidget(self.banner)
        work = QVBoxLayout()
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        work.addLayout(banner_row)
        work.addWidget(self.stack, 1)
        work.addWidget(self.status)
        central = QWidget()
        across = QHBoxLayout(central)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(work, 1)
        self.setCentralWidget(central)
        self.tray = Tray(self)
        self.palette_box = CommandPalette(self)
        self.sheet = ShortcutSheet(self)
        self.privacy = PrivacyScreen(self)

    @cached_property
    def view(self) -> InspectionView:
        """The inspection; built when it is first needed, since the unlock page does not wait for it."""
        from inspector_app.ui.inspection_view import InspectionView

        view = InspectionView(self._worker, tuple(self._inspection_places.values()))
        view.goTo.connect(self.go_to)
        view.evidenceWanted.connect(self.take_evidence)
        view.clockJumped.connect(self.banner.tell)
        self.stack.addWidget(view)
        return view

    def _toggle_context(self) -> None:
        self.view.toggle_context()

    def _add_actions(self, places: tuple[Place, ...], inspection_places: tuple[Place, ...]) -> None:
        self._window_actions = [
            self._action(self.tr("Find an action or a place"), "Ctrl+K", "search", self.ask_palette),
            self._action(
                self.tr("Take evidence for what is selected"), "Ctrl+E", "camera", self._take_selected
            ),
            self._action(
                self.tr("Show or hide the context panel"), "F9", "panel-right", self._toggle_context
            ),
            self._action(
                self.tr("Hide the window's content"), "Ctrl+Shift+H", "eye-off", self.privacy.switch
            ),
            self._action(self.tr("Change person or lock"), "Ctrl+L", "lock", self.lock),
            self._action(self.tr("All keys"), "F1", "keyboard", self.show_keys),
        ]
        self._place_actions = [self._place_action(place, inside=False) for place in places]
        self._inside_actions = [self._place_action(place, inside=True) for place in inspection_places]

    def _action(self, text: str, keys: str, icon: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setProperty("iconName", icon)  # the palette draws it when it lists the action
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _place_action(self, place: Place, *, inside: bool) -> QAction:
        def go() -> None:
            self.go_to(place.key, self.view.inspection_id if inside else "")

        return self._action(place.title, place.shortcut, place.icon, go)

    # Places

    @property
    def is_locked(self) -> bool:
        return self._gate is not None

    @property
    def places_outside(self) -> tuple[str, ...]:
        return tuple(self._places)

    @property
    def places_inside(self) -> tuple[str, ...]:
        return tuple(self._inspection_places)

    @property
    def page(self) -> Page | None:
        shown = self.stack.currentWidget()
        return self.view.page if shown is self.view else shown if isinstance(shown, Page) else None

    @Slot(str, str)
    def go_to(self, place: str, inspection_id: str = "") -> None:
        """Follow a link: a place, with a thing to select after a slash, and an inspection's id."""
        if self.is_locked:
            return
        key, _slash, selected = place.partition("/")
        self.privacy.hide()
        if key in self._inspection_places:
            if inspection_id:
                self.stack.setCurrentWidget(self.view)
                self.view.open(inspection_id, key, selected)
                self.rail.show_chosen("home")
        else:
            page = self._pages.get(key) or self._make(key)
            self.stack.setCurrentWidget(page)
            self.rail.show_chosen(key)
            page.refresh()
            if selected:
                page.select(selected)
            page.setFocus()
        self._read_standing()

    def _make(self, key: str) -> Page:
        page = self._places[key].make(self._worker)
        page.setObjectName(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        page.goTo.connect(self.go_to)
        return page

    @Slot(str)
    def _on_rail(self, key: str) -> None:
        self.go_to(key)

    # The gate

    def show_gate(self) -> None:
        """Show nothing but the question for the passphrase."""
        if self._gate is not None:
            return
        self._gate = self._make_gate(self._worker)
        self._gate.unlocked.connect(self.enter)  # type: ignore[attr-defined]
        self.stack.addWidget(self._gate)
        self.stack.setCurrentWidget(self._gate)
        self._gate.setFocus()
        self._show_frame(visible=False)
        self.auto_lock.rest()

    @Slot()
    def enter(self) -> None:
        """Go where work was left, now that somebody unlocked."""
        if self._gate is not None:
            self.stack.removeWidget(self._gate)
            self._gate.hide()
            self._gate.deleteLater()
            self._gate = None
        self._show_frame(visible=True)
        if self.view.inspection_id and self.view.place:
            self.go_to(self.view.place, self.view.inspection_id)
        else:
            self.go_to("home")
        self.entered.emit()

    @Slot()
    def lock(self) -> None:
        """Close the files, forget the keys and ask who goes on; also the way to change person."""
        if self.is_locked:
            return
        self._worker.run(lambda a: a.workspace.lock())
        self.show_gate()

    def prefer(self, preferences: Preferences) -> None:
        """Heed what the person prefers."""
        theme.current().choose(preferences.appearance)
        if self.is_locked:
            self.auto_lock.rest()
        else:
            self.auto_lock.wait(preferences.auto_lock_minutes)

    def _show_frame(self, *, visible: bool) -> None:
        self.rail.setVisible(visible)
        self.status.setVisible(visible)
        self.banner.hide()
        self.privacy.hide()
        self.palette_box.hide()
        self.sheet.hide()
        for action in (*self._window_actions, *self._place_actions, *self._inside_actions):
            action.setEnabled(visible)

    # Messages and the status line

    @Slot(object)
    def tell(self, problem: Problem) -> None:
        """Say what happened, what is safe, what to do."""
        self.banner.tell(say(problem))

    @Slot()
    @Slot(object)
    def _read_standing(self, _changes: object = None) -> None:
        from inspector_app.services.standing import standing

        if self.is_locked:
            return
        inside = self.stack.currentWidget() is self.view
        inspection = InspectionId(self.view.inspection_id) if inside else None
        self._worker.run(
            lambda a: standing(a.desk, inspection) if a.desk.is_unlocked else None, self._show_standing
        )

    @Slot(object)
    def _show_standing(self, found: Standing | None) -> None:
        from inspector_app.ui.status_parts import status_parts

        if found is not None:
            self.status.show_parts(status_parts(found))

    # What floats

    def ask_palette(self) -> None:
        self.palette_box.ask(self._entries())

    def _entries(self) -> list[Entry]:
        found: list[Entry] = []
        if self.page is not None:
            found += entries(self._title_of_page(), actions_below(self.page))
        if self.view.inspection_id:
            found += entries(self.view.name.text(), self._inside_actions)
        found += entries("", self._place_actions)
        return found + entries("", self._window_actions[1:])

    def _title_of_page(self) -> str:
        key = self.page.objectName() if self.page is not None else ""
        place = self._inspection_places.get(key) or self._places.get(key)
        return place.title if place is not None else ""

    def show_keys(self) -> None:
        groups = [group(self.tr("Everywhere"), (*self._window_actions, *self._place_actions))]
        if self.page is not None:
            groups.insert(0, group(self._title_of_page(), actions_below(self.page)))
        groups.append(group(self.tr("In an inspection"), self._inside_actions))
        self.sheet.show_groups([found for found in groups if found[1]])

    def _take_selected(self) -> None:
        if self.view.inspection_id and self.stack.currentWidget() is self.view:
            self.take_evidence(self.view.target())

    @Slot(object)
    def take_evidence(self, target: Target) -> None:
        """Open the evidence page with what the next evidence belongs to."""
        if not self.view.inspection_id:
            return
        self.go_to("evidence", self.view.inspection_id)
        page = self.view.page
        take_for = getattr(page, "take_for", None)
        if take_for is not None:
            take_for(target)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tray.place()
        self.privacy.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self.auto_lock.watch(handle)

    @Slot()
    def come_forward(self) -> None:
        """A second start asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
