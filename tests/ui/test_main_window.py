"""The window: its places, its gate, its keys, and what floats over it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import DiskFull
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.preferences import Preferences
from inspector_app.ui import places
from inspector_app.ui.main_window import MainWindow
from inspector_app.ui.pages.home import HomePage
from inspector_app.ui.pages.overview import OverviewPage
from inspector_app.ui.pages.page import InspectionPage, Page
from inspector_app.ui.pages.timeline import TimelinePage
from inspector_app.ui.places import place
from inspector_app.ui.widgets.context_panel import ROOMY
from inspector_app.ui.worker import Worker
from tests import builders
from tests.fakes import FakeClock


class Gate(QWidget):
    unlocked = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        del worker


class EvidencePlace(InspectionPage):
    """Only remembers what it was asked to take evidence for."""

    taken: tuple[Target, ...] = ()

    def take_for(self, target: Target) -> None:
        self.taken = (*self.taken, target)


class WithContext(InspectionPage):
    def __init__(self, worker: Worker) -> None:
        super().__init__(worker)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("work"))
        self.save = self.action("Save it", lambda: None, "Ctrl+S")

    def target(self) -> Target:
        return Target(kind=TargetKind.FINDING, id="f1", label="chosen")


@pytest.fixture
def window(qtbot: QtBot, worker: Worker) -> Iterator[MainWindow]:
    made = MainWindow(
        worker,
        (place(places.HOME, HomePage), place(places.SETTINGS, Page)),
        (
            place(places.OVERVIEW, OverviewPage),
            place(places.EVIDENCE, EvidencePlace),
            place(places.FINDINGS, WithContext),
            place(places.TIMELINE, TimelinePage),
        ),
        Gate,
    )
    qtbot.addWidget(made)
    made.enter()
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: worker.idle)
    return made


@pytest.fixture
def inspection(do: Any) -> str:
    made = do(
        lambda a: a.inspections.open(
            builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="夜间在床核查"
        )
    )
    return str(made.id)


def idle(qtbot: QtBot, worker: Worker) -> None:
    qtbot.waitUntil(lambda: worker.idle)


def test_the_way_from_home_into_an_inspection_is_a_link(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    assert isinstance(window.page, HomePage)
    window.page.goTo.emit("overview", inspection)
    idle(qtbot, worker)
    assert isinstance(window.page, OverviewPage)
    assert window.view.name.text() == "青禾县仁安医院"


def test_the_status_line_says_who_when_and_the_chain(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str, do: Any
) -> None:
    window.go_to("overview", inspection)
    idle(qtbot, worker)
    assert "林知远" in window.status.text("person")
    assert window.status.text("chain") == do(lambda a: a.inspections.head_code(inspection))


def test_what_was_saved_in_an_inspection_stays_saved_on_the_pages_outside(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str, clock: FakeClock, do: Any
) -> None:
    window.go_to("overview", inspection)
    clock.advance(300)
    do(lambda a: a.inspections.open_visit(InspectionId(inspection)))
    window.go_to("overview", inspection)
    idle(qtbot, worker)
    inside = window.status.text("saved")
    window.go_to("home")
    idle(qtbot, worker)
    assert window.status.text("saved") == inside


def test_one_key_leads_back_to_where_a_link_led_away_from(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("timeline", inspection)
    window.go_to("overview", inspection)
    window.go_to("home")
    idle(qtbot, worker)
    for shown in ("overview", "timeline"):
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        idle(qtbot, worker)
        assert (window.view.place, window.page is window.view.page) == (shown, True)
    for _ in range(3):
        window.go_back()
    assert isinstance(window.page, HomePage), "before the first place there is nothing"


def test_locking_shows_nothing_but_the_gate_and_unlocking_returns_to_the_work(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("timeline", inspection)
    idle(qtbot, worker)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, worker)
    assert window.is_locked
    assert not window.rail.isVisible()
    window.go_to("home")
    assert window.is_locked, "no link leads past the gate"


def test_a_locked_desk_is_really_closed(qtbot: QtBot, worker: Worker, window: MainWindow, do: Any) -> None:
    window.lock()
    idle(qtbot, worker)
    assert not do(lambda a: a.desk.is_unlocked)


def test_a_problem_stands_in_the_banner_and_not_in_a_dialog(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    def fail(_: Any) -> None:
        raise DiskFull(sentence("There is no room left."))

    worker.run(fail)
    idle(qtbot, worker)
    assert window.banner.isVisible()
    assert window.banner.text.text()


def test_evidence_is_taken_for_what_is_selected(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("findings", inspection)
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, worker)
    assert isinstance(window.page, EvidencePlace)
    assert [target.id for target in window.page.taken] == ["f1"]


def test_the_palette_finds_a_place_by_a_few_letters_and_goes_there(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("overview", inspection)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.palette_box.search, "tmln")
    qtbot.keyClick(window.palette_box.search, Qt.Key.Key_Return)
    idle(qtbot, worker)
    assert isinstance(window.page, TimelinePage)
    assert not window.palette_box.isVisible()


def test_the_palette_offers_the_actions_of_the_page(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("findings", inspection)
    window.frame.ask_palette()
    assert window.palette_box.texts()[0] == "Save it"
    idle(qtbot, worker)


def test_the_sheet_lists_the_keys_of_the_page_and_of_the_window(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("findings", inspection)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert ("Save it", "Ctrl+S") in window.sheet.rows
    assert "Ctrl+K" in {keys for _text, keys in window.sheet.rows}
    qtbot.keyClick(window.sheet, Qt.Key.Key_Escape)
    assert not window.sheet.isVisible()
    idle(qtbot, worker)


def test_the_privacy_key_covers_everything_and_escape_brings_it_back(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_H, both)
    assert window.privacy.isVisible()
    assert window.privacy.geometry() == window.rect()
    qtbot.keyClick(window.privacy, Qt.Key.Key_Escape)
    assert not window.privacy.isVisible()
    window.privacy.switch()
    window.privacy.switch()
    assert not window.privacy.isVisible()
    window.privacy.switch()
    window.lock()
    assert window.is_locked
    assert not window.privacy.isVisible(), "the question for the passphrase hides nothing"
    idle(qtbot, worker)


@pytest.mark.parametrize(("width", "beside"), [(1366, False), (ROOMY + 100, True)])
def test_the_context_stands_beside_the_page_only_where_there_is_room(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str, width: int, beside: bool
) -> None:
    window.resize(width, 768)
    window.go_to("findings", inspection)
    page = window.page
    assert page is not None
    page.contextChanged.emit(QLabel("what belongs to it"))
    assert window.view.context.isVisible() is beside
    if not beside:
        window.view.toggle_context()
        assert window.view.context.isVisible(), "the drawer opens over the page"
    idle(qtbot, worker)


def test_long_work_stands_in_the_tray_until_it_ends(qtbot: QtBot, worker: Worker, window: MainWindow) -> None:
    import threading

    gate = threading.Event()
    task = worker.start(lambda _a, _p: gate.wait(30), title="Reading the roster")
    assert window.tray.isVisible()
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert not window.tray.isVisible()


def test_the_desk_locks_by_itself_only_while_somebody_is_in(
    qtbot: QtBot, worker: Worker, window: MainWindow
) -> None:
    window.prefer(Preferences(appearance="light", auto_lock_minutes=5))
    assert window.auto_lock.is_counting
    window.auto_lock.due.emit()
    idle(qtbot, worker)
    assert window.is_locked
    assert not window.auto_lock.is_counting


def test_every_control_of_the_window_has_a_name_for_screen_readers(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    window.go_to("overview", inspection)
    idle(qtbot, worker)
    nameless = []
    for widget in (*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)):
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name):
                nameless.append(widget)
    assert nameless == []


def test_the_panel_shows_nothing_of_the_inspection_that_was_left(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str, do: Any
) -> None:
    other = do(
        lambda a: a.inspections.open(
            builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="另一次"
        )
    )
    window.go_to("timeline", inspection)
    idle(qtbot, worker)
    page = window.page
    assert isinstance(page, TimelinePage)
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert window.view.context.is_filled
    window.go_to("timeline", str(other.id))
    page.table.setCurrentIndex(page.model.index(0, 0))  # as the keyboard does when it comes to the table
    idle(qtbot, worker)
    assert not window.view.context.is_filled


def test_a_link_locks_the_desk_and_leads_who_unlocks_it_on(
    qtbot: QtBot, worker: Worker, window: MainWindow, inspection: str
) -> None:
    window.go_to("overview", inspection)
    idle(qtbot, worker)
    window.go_to("lock/settings", inspection)
    idle(qtbot, worker)
    assert window.is_locked
    window.enter()
    assert window.page is window.page_of("settings")
