"""Draws every page on invented data, light and dark, in both languages: pictures to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from inspector_app.domain.ids import InspectionId, InstitutionId
from inspector_app.domain.institution import Institution
from inspector_app.services.activities import Activities
from inspector_app.services.preferences import APPEARANCES, LANGUAGES, PreferenceService
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.pages.tabbed_place import TabbedPlace
from inspector_app.ui.shell import Shell
from inspector_app.ui.worker import Worker

SIZE = (1366, 768)
WIDE = (1680, 900)
SMALL = (960, 540)
"""What a 1920 × 1080 screen has at 200 %."""
LONG_NAME = "云岭市青禾县石桥镇柳湾村第二社区卫生服务中心（青禾县康复护理医院柳湾分院）"
_WAIT_MS = 20
_QUIET_ROUNDS = 4
_PAPER_MS = 900


SMALL_INSIDE = (
    *("overview", "wards", "stock", "dialysis", "checklists", "filled", "trial", "evidence", "timeline"),
    *("findings", "interviews", "record", "documents", "handover"),
)
SMALL_OUTSIDE = ("home", "new", "people", "settings")
DONE_OUTSIDE = ("home", "laptops", "safety", "settings")
DONE_INSIDE = ("overview", "filled", "interviews", "record", "documents", "handover", "timeline")
REVIEWED = ("overview", "wards", "filled", "findings", "documents", "handover")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """What the pictures show: each function fills the workspace that the window stands on.

    ``prepare`` fills the empty workspace, leaves it unlocked and names an inspection on site;
    ``finish`` brings it to its end and hands it over; ``review`` unlocks the receiver's workspace, of
    which ``build_review`` makes the services.
    """

    build: Callable[[], Activities]
    prepare: Callable[[Activities], InspectionId]
    finish: Callable[[Activities, InspectionId], None]
    build_review: Callable[[], Activities]
    review: Callable[[Activities], None]


class Draughtsman:
    """Opens the window in each look and language and keeps a picture of every place."""

    def __init__(self, target: Path, app: QApplication, worker: Worker) -> None:
        self.made: list[Path] = []
        self._target = target
        self._app = app
        self._worker = worker
        self._failures: list[Exception] = []
        worker.bug.connect(self._failures.append)
        worker.problem.connect(self._failures.append)

    def settle(self) -> None:
        """Wait until nothing is asked of the databases any more; raise what went wrong."""
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _WAIT_MS)
            quiet = quiet + 1 if self._worker.idle else 0
        if self._failures:
            raise self._failures[0]

    def keep(self, window: MainWindow, name: str) -> None:
        self.settle()
        if name.startswith(("documents", "record", "interviews", "templates")):
            self._wait_for_paper()
        path = self._target / f"{name}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"cannot write {path}")
        self.made.append(path)

    def _wait_for_paper(self) -> None:
        """QtPdf draws its pages on a thread of its own and tells nobody when it is done."""
        waited = QElapsedTimer()
        waited.start()
        while waited.elapsed() < _PAPER_MS:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _WAIT_MS)

    def tour(self, window: MainWindow, full: str, bare: str, suffix: str) -> None:
        """Go everywhere a person can go."""
        for place in window.places_outside:
            window.go_to(place)
            self.keep(window, f"{place}-{suffix}")
        for place in window.places_inside:
            window.go_to(place, full)
            self.keep(window, f"{place}-{suffix}")
            self._tabs(window, place, suffix)
            window.go_to(place, bare)
            self.keep(window, f"{place}-empty-{suffix}")
        window.go_to("overview", full)
        self.settle()
        window.frame.ask_palette()
        self.keep(window, f"palette-{suffix}")
        window.palette_box.put_away()
        window.frame.show_keys()
        self.keep(window, f"keys-{suffix}")
        window.sheet.put_away()
        window.resize(*WIDE)
        for place in ("wards", "evidence", "timeline"):
            window.go_to(place, full)
            self.keep(window, f"{place}-wide-{suffix}")
        window.resize(*SMALL)
        for place in SMALL_INSIDE:
            window.go_to(place, full)
            self.keep(window, f"{place}-small-{suffix}")
            self._tabs(window, place, f"small-{suffix}")
        for place in SMALL_OUTSIDE:
            window.go_to(place)
            self.keep(window, f"{place}-small-{suffix}")
        window.resize(*SIZE)

    def _tabs(self, window: MainWindow, place: str, suffix: str) -> None:
        """Keep a picture of every further page of a place that has several."""
        page = window.page
        if isinstance(page, TabbedPlace):
            for number in range(1, len(page.pages)):
                page.tabs.setCurrentIndex(number)
                self.keep(window, f"{place}-{number + 1}-{suffix}")
            page.tabs.setCurrentIndex(0)

    def some(self, window: MainWindow, inspection: str, places: tuple[str, ...], state: str) -> None:
        """Keep pictures of some places in a state that they have later."""
        for place in places:
            window.go_to(place, inspection if place in window.places_inside else "")
            self.keep(window, f"{place}-{state}")


def draw(target: Path, workspace: Path, resources: Path, log_file: Path, scenery: Scenery) -> list[Path]:
    """Write the pictures into ``target`` and return them."""
    target.mkdir(parents=True, exist_ok=True)
    workspace.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["inspector-app"])
    if not isinstance(app, QApplication):
        raise TypeError("pictures of windows need an application with windows")
    preferences = PreferenceService(workspace)
    worker = Worker(scenery.build)
    hand = Draughtsman(target, app, worker)
    try:
        for suffix, shell in _looks(app, worker, preferences, resources, log_file):
            hand.keep(shell.open(fit=False), f"first-start-{suffix}")
            _put_away(shell, hand)
        found: list[tuple[InspectionId, InspectionId]] = []
        worker.run(lambda a: (scenery.prepare(a), _bare(a)), found.append)
        hand.settle()
        full, bare = found[0]
        for suffix, shell in _looks(app, worker, preferences, resources, log_file):
            hand.keep(shell.open(fit=False), f"unlock-{suffix}")
            shell.window.enter()
            hand.tour(shell.window, full, bare, suffix)
            _put_away(shell, hand)
        worker.run(lambda a: scenery.finish(a, full))
        hand.settle()
        for suffix, shell in _looks(app, worker, preferences, resources, log_file):
            shell.open(fit=False)
            shell.window.enter()
            hand.some(shell.window, full, (*DONE_OUTSIDE, *DONE_INSIDE), f"done-{suffix}")
            _put_away(shell, hand)
    finally:
        worker.close()
    reviewing = Worker(scenery.build_review)
    eye = Draughtsman(target, app, reviewing)
    try:
        reviewing.run(scenery.review)
        eye.settle()
        for suffix, shell in _looks(app, reviewing, preferences, resources, log_file):
            shell.open(fit=False)
            shell.window.enter()
            eye.some(shell.window, full, REVIEWED, f"review-{suffix}")
            _put_away(shell, eye)
    finally:
        reviewing.close()
    return hand.made + eye.made


def _looks(
    app: QApplication, worker: Worker, preferences: PreferenceService, resources: Path, log_file: Path
) -> Iterator[tuple[str, Shell]]:
    for language in LANGUAGES:
        for appearance in APPEARANCES[1:]:
            preferences.change(language=language, appearance=appearance, auto_lock_minutes=0)
            shell = Shell(app, worker, preferences, resources, log_file)
            shell.window.resize(*SIZE)
            yield f"{appearance}-{language}", shell


def _put_away(shell: Shell, hand: Draughtsman) -> None:
    shell.window.close()
    shell.window.deleteLater()
    shell.deleteLater()
    hand.settle()


def _bare(activities: Activities) -> InspectionId:
    """An inspection of which nothing but a long name is known."""
    institution = Institution(id=InstitutionId(activities.desk.ids.new()), name=LONG_NAME)
    activities.inspections.register(institution)
    bureau = activities.workspace.profile().bureau
    return activities.inspections.open(institution, bureau=bureau, team=(activities.desk.person,)).id
