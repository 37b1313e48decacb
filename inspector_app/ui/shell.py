"""Puts the window together from its places, and anew when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.ui import language, theme
from inspector_app.ui.collecting import Collecting
from inspector_app.ui.errors import CrashReporter
from inspector_app.ui.focus import FocusKeeper
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.pages.gate import Gate
from inspector_app.ui.pages.page import Page
from inspector_app.ui.places import Place
from inspector_app.ui.window_size import fit_to_screen
from inspector_app.ui.wiring import inspection_places, make_gate, window_places
from inspector_app.ui.worker import Worker

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities
    from inspector_app.services.preferences import Preferences, PreferenceService


class Shell(QObject):
    """Owns the window; the worker and the preferences outlive it."""

    def __init__(
        self,
        app: QApplication,
        worker: Worker,
        preferences: PreferenceService,
        resources: Path,
        log_file: Path,
        *,
        gate: Callable[[Worker], QWidget] = make_gate,
    ) -> None:
        super().__init__(app)
        self._collecting = Collecting(self)
        self._app = app
        self._worker = worker
        self._preferences = preferences
        self._resources = resources
        self._gate = gate
        self._language = ""
        theme.install(app, resources, preferences.now.appearance)
        self._advised = ""
        """Who set the passphrase of whoever is here, while that is told."""
        worker.changed.connect(self._on_changed)
        self.crashes = CrashReporter(log_file, self)
        self.crashes.install()
        worker.bug.connect(self.crashes.tell)
        self.window = self._build()

    def _build(self) -> MainWindow:
        self._language = self._preferences.now.language
        language.use(self._app, self._resources, self._language)
        window = MainWindow(self._worker, self._window_places(), inspection_places(), self._make_gate)
        FocusKeeper(window)
        window.prefer(self._preferences.now)
        window.entered.connect(self._on_entered)
        self.crashes.window = window
        return window

    def _make_gate(self, worker: Worker) -> QWidget:
        gate = self._gate(worker)
        if isinstance(gate, Gate):
            gate.languageWanted.connect(self._on_language, Qt.ConnectionType.QueuedConnection)
        return gate

    @Slot(str)
    def _on_language(self, code: str) -> None:
        """The first start is asked in another language."""
        self._on_preferred(self._preferences.change(language=code))

    def _window_places(self) -> tuple[Place, ...]:
        return window_places(self._make_settings)

    def _make_settings(self, worker: Worker) -> Page:
        from inspector_app.ui.pages.settings import SettingsPage

        page = SettingsPage(worker, self._preferences)
        page.preferred.connect(self._on_preferred)
        return page

    def open(self, *, locked: bool = True, fit: bool = True) -> MainWindow:
        """Show the window, before the question for the passphrase or already inside.

        Without ``fit`` it keeps its size whatever the screen has.
        """
        if fit:
            fit_to_screen(self.window)
        if locked:
            self.window.show_gate()
        else:
            self.window.enter()
        self.window.show()
        return self.window

    def furnishing(self) -> tuple[Callable[[], object], ...]:
        """Return the steps that build the window's inside before somebody is in: the way in is short then."""
        return (
            lambda: self.window.frame,  # the window of then: another language makes another one
            lambda: self.window.view,
            lambda: self.window.page_of("home"),
        )

    @Slot(object)
    def open_inside(self, inspection: str, place: str = "overview") -> None:
        """Show the window inside an inspection, on a desk that is unlocked already."""
        self.open(locked=False).go_to(place, inspection)

    @Slot()
    def come_forward(self) -> None:
        """A second start asked for the window."""
        self.window.come_forward()

    @Slot()
    def _on_entered(self) -> None:
        self._advised = ""
        self.window.prefer(self._preferences.now)
        self._worker.run(_passphrase_from, self._advise)

    @Slot(object)
    def _on_changed(self, _what: object) -> None:
        """Once the passphrase is changed nobody is told any more to change it."""
        if self._advised:
            self._worker.run(_passphrase_from, self._advise)

    @Slot(object)
    def _advise(self, giver: str) -> None:
        """Who works with a passphrase that another person set is told where to change it."""
        told, self._advised = self._advised, giver
        if told and not giver:
            self.window.banner.hide()
        if giver and giver != told:
            words = self.tr(
                "Your passphrase was set while {name} was here. Change it; before that nobody approves "
                "with it."
            )
            window = self.window
            window.banner.tell_with_link(
                words.format(name=giver),
                "info",
                self.tr("Change it now"),
                lambda: window.go_to("people/passphrase"),
            )

    @Slot(object)
    def _on_preferred(self, preferences: Preferences) -> None:
        self.window.prefer(preferences)
        if preferences.language != self._language:
            self._rebuild()

    def _rebuild(self) -> None:
        """Every word of the window is made when a widget is built, so a new language is a new window."""
        old = self.window
        geometry, inspection, place = old.saveGeometry(), old.view.inspection_id, old.view.place
        self.window = self._build()
        self.window.restoreGeometry(geometry)
        if old.is_locked:
            self.window.show_gate()
        else:
            self.window.enter()
            if inspection and place:
                self.window.go_to(place, inspection)
            self.window.go_to("settings")
        self.window.show()
        old.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        old.close()


def _passphrase_from(activities: Activities) -> str:
    """Name who set the passphrase of whoever is here; empty where they changed it themselves."""
    if not activities.desk.is_unlocked:
        return ""
    standing = activities.workspace.standing(activities.desk.person.id)
    if standing.given is None or not standing.knows_passphrase(standing.given.by):
        return ""
    names = {person.id: person.name for person in activities.workspace.people()}
    return names.get(standing.given.by, "")
