"""The window: its places, its gate, and what it says. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.ui import theme
from inspector_app.ui.auto_lock import AutoLock
from inspector_app.ui.focus import enter
from inspector_app.ui.language import say
from inspector_app.ui.menu import AltTap
from inspector_app.ui.pages.page import Page
from inspector_app.ui.places import Place

if TYPE_CHECKING:
    from inspector_app.domain.evidence import Target
    from inspector_app.services.preferences import Preferences
    from inspector_app.services.standing import Standing
    from inspector_app.ui.frame import Frame
    from inspector_app.ui.inspection_view import InspectionView
    from inspector_app.ui.widgets.banner import Banner
    from inspector_app.ui.widgets.palette import CommandPalette
    from inspector_app.ui.widgets.privacy import PrivacyScreen
    from inspector_app.ui.widgets.rail import Rail
    from inspector_app.ui.widgets.shortcut_sheet import ShortcutSheet
    from inspector_app.ui.widgets.status_line import StatusLine
    from inspector_app.ui.widgets.tray import Tray
    from inspector_app.ui.worker import Task, Worker

PLAIN_SIZE = (1366, 768)
SMALLEST = (900, 500)
"""A 1920 × 1080 screen at 200 % has 960 × 540."""


_REMEMBERED = 30
"""Places that the way back knows."""


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
        self._here = ("home", "")
        """Where the person is, to come back to after unlocking."""
        self._behind: list[tuple[str, str]] = []
        """Where the person was before, the latest last."""
        self.setWindowTitle(self.tr("Inspection desk"))
        self.resize(*PLAIN_SIZE)
        self.setMinimumSize(*SMALLEST)
        self.auto_lock = AutoLock(self)
        self.auto_lock.due.connect(self.lock)
        self.alt = AltTap(self)
        self.alt.tapped.connect(self._open_menu)
        self._build()
        worker.problem.connect(self.tell)
        worker.started.connect(self._on_started)
        worker.changed.connect(self._read_standing)

    def _build(self) -> None:
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.work = QVBoxLayout()
        self.work.setContentsMargins(0, 0, 0, 0)
        self.work.setSpacing(0)
        self.work.addWidget(self.stack, 1)
        central = QWidget()
        self.across = QHBoxLayout(central)
        self.across.setContentsMargins(0, 0, 0, 0)
        self.across.setSpacing(0)
        self.across.addLayout(self.work, 1)
        self.setCentralWidget(central)

    @cached_property
    def frame(self) -> Frame:
        """What stands around the pages; built when it is first needed: the unlock page shows none of it."""
        from inspector_app.ui.frame import Frame

        return Frame(self, self._places.values(), self._inspection_places.values())

    @property
    def is_furnished(self) -> bool:
        return "frame" in self.__dict__

    @property
    def rail(self) -> Rail:
        return self.frame.rail

    @property
    def banner(self) -> Banner:
        return self.frame.banner

    @property
    def status(self) -> StatusLine:
        return self.frame.status

    @property
    def tray(self) -> Tray:
        return self.frame.tray

    @property
    def palette_box(self) -> CommandPalette:
        return self.frame.palette_box

    @property
    def sheet(self) -> ShortcutSheet:
        return self.frame.sheet

    @property
    def privacy(self) -> PrivacyScreen:
        return self.frame.privacy

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

    @Slot()
    def _open_menu(self) -> None:
        if self.is_furnished:
            self.frame.open_menu()

    @Slot()
    def toggle_context(self) -> None:
        self.view.toggle_context()

    @property
    def worker(self) -> Worker:
        return self._worker

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

    def title_of_page(self) -> str:
        key = self.page.objectName() if self.page is not None else ""
        place = self._inspection_places.get(key) or self._places.get(key)
        return place.title if place is not None else ""

    @property
    def page(self) -> Page | None:
        shown = self.stack.currentWidget()
        if isinstance(shown, Page):
            return shown
        # Asking what is shown builds nothing: the unlock page is asked too.
        view: InspectionView | None = self.__dict__.get("view")
        return view.page if view is not None and shown is view else None

    @Slot(str, str)
    def go_to(self, place: str, inspection_id: str = "") -> None:
        """Follow a link: a place, with a thing to select after a slash, and an inspection's id."""
        if self.is_locked:
            return
        key, _slash, selected = place.partition("/")
        if key == "lock":
            self.lock()
            self._here = (selected or "home", "")  # for whoever unlocks next
            return
        if key not in self._inspection_places or inspection_id:
            if self._here != (key, inspection_id):
                self._behind = [*self._behind[1 - _REMEMBERED :], self._here]
            self._here = (key, inspection_id)
        self.privacy.hide()
        if key in self._inspection_places:
            if inspection_id:
                self.stack.setCurrentWidget(self.view)
                self.view.open(inspection_id, key, selected)
                self.rail.show_chosen("home")
        else:
            page = self.page_of(key)
            self.stack.setCurrentWidget(page)
            self.rail.show_chosen(key)
            if key == "salvage":
                self.banner.hide()  # the page itself says what happened
            page.refresh()
            if selected:
                page.select(selected)
            enter(page)
        self._read_standing()

    @Slot()
    def go_back(self) -> None:
        """Go where the person was before a link or a key led here."""
        if self._behind and not self.is_locked:
            rest, last = self._behind[:-1], self._behind[-1]
            self.go_to(*last)
            self._behind = rest

    def page_of(self, key: str) -> Page:
        """Return the page of a place outside inspections, built the first time."""
        if key in self._pages:
            return self._pages[key]
        page = self._places[key].make(self._worker)
        page.setObjectName(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        page.goTo.connect(self.go_to)
        return page

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
        if self.is_furnished:
            self.frame.show(visible=False)
        self.auto_lock.rest()

    @Slot()
    def enter(self) -> None:
        """Go where work was left, now that somebody unlocked."""
        if self._gate is not None:
            self.stack.removeWidget(self._gate)
            self._gate.hide()
            self._gate.deleteLater()
            self._gate = None
        self.frame.show(visible=True)
        self.go_to(*self._here)
        self.entered.emit()

    @Slot()
    def lock(self) -> None:
        """Close the files, forget the keys and ask who goes on; also the way to change person."""
        if self.is_locked:
            return
        self._worker.run(lambda a: a.workspace.lock(), alone=True)
        self.show_gate()

    def prefer(self, preferences: Preferences) -> None:
        """Heed what the person prefers."""
        theme.current().choose(preferences.appearance)
        if self.is_locked:
            self.auto_lock.rest()
        else:
            self.auto_lock.wait(preferences.auto_lock_minutes)

    # Messages and the status line

    @Slot(object)
    def tell(self, problem: Problem) -> None:
        """Say what happened, what is safe, what to do."""
        self.banner.tell(say(problem))

    @Slot(object)
    def _on_started(self, task: Task) -> None:
        self.tray.add(task)

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
            known = [moment for moment in (self._saved_at, found.saved_at) if moment is not None]
            self._saved_at = max(known, default=None)  # what was saved stays saved on every page
            found = replace(found, saved_at=self._saved_at)
            self.status.show_parts(status_parts(found))

    # Evidence for what is selected

    @Slot()
    def take_selected(self) -> None:
        if self.view.inspection_id and self.stack.currentWidget() is self.view:
            self.take_evidence(self.view.target())

    @Slot(object)
    def take_evidence(self, target: Target) -> None:
        """Open the evidence page with what the next evidence belongs to."""
        if not self.view.inspection_id or self.view.held:
            return
        self.go_to("evidence", self.view.inspection_id)
        page = self.view.page
        take_for = getattr(page, "take_for", None)
        if take_for is not None:
            take_for(target)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_furnished:
            self.frame.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self.auto_lock.watch(handle)
            self.alt.watch(handle)

    @Slot()
    def come_forward(self) -> None:
        """A second start asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
