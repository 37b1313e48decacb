"""Safety copies in the window: made, aged, read through, put back; and the first start that goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.app import build_activities
from inspector_app.domain.access import SlotKind
from inspector_app.domain.errors import Cancelled
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Person
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.activities import Activities
from inspector_app.services.copy_making import make_copy
from inspector_app.services.standing import standing
from inspector_app.ui.pages import safety
from inspector_app.ui.pages.gate import Gate
from inspector_app.ui.pages.overview import OverviewPage
from inspector_app.ui.pages.safety import SafetyPage
from inspector_app.ui.status_parts import status_parts
from inspector_app.ui.worker import Worker
from tests import builders
from tests.commit_rule import CommitRule
from tests.fakes import FakeClock, FixedRandomness, SequenceIds
from tests.services.bureau import CHEAP, WORDS
from tests.storage.damaging import flip


@pytest.fixture(autouse=True)
def many_lines_at_once(commit_rule: CommitRule) -> Iterator[None]:
    with commit_rule.while_merging():
        yield


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path.parent / f"{tmp_path.name}-stick"
    folder.mkdir()
    return folder


def _set_up(folder: Path, clock: FakeClock, prefix: str) -> Activities:
    return build_activities(
        folder,
        clock=clock,
        ids=SequenceIds(prefix),
        randomness=FixedRandomness(prefix.encode()),
        cost=CHEAP,
    )


def _person(activities: Activities) -> Person:
    return activities.workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )


@pytest.fixture
def desk_worker(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Worker]:
    """A laptop that was set up with a passphrase and holds an inspection."""

    def build() -> Activities:
        activities = _set_up(tmp_path / "desk", clock, "a")
        _person(activities)
        activities.workspace.accept_risk()
        _inspection(activities)
        activities.desk.take_changes()
        return activities

    made = Worker(build)
    yield made
    made.close()


def _inspection(activities: Activities) -> InspectionId:
    made = activities.inspections.open(
        builders.institution(), bureau="青禾县医疗保障局", team=builders.team(), purpose="夜间在床核查"
    )
    return made.id


@pytest.fixture
def ask(qtbot: QtBot, desk_worker: Worker) -> Any:
    def run(work: Any) -> Any:
        found: list[Any] = []
        desk_worker.run(work, found.append)
        qtbot.waitUntil(lambda: desk_worker.idle)
        return found[0]

    return run


@pytest.fixture
def page(qtbot: QtBot, desk_worker: Worker) -> SafetyPage:
    made = SafetyPage(desk_worker)
    qtbot.addWidget(made)
    made.resize(1086, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: desk_worker.idle)
    return made


def test_a_copy_is_made_and_its_age_is_told(
    qtbot: QtBot, desk_worker: Worker, page: SafetyPage, stick: Path, ask: Any, clock: FakeClock
) -> None:
    assert not page.copy_button.isEnabled()
    assert "everything on it is lost" in page.warning.text()
    page.choose(stick)
    qtbot.waitUntil(lambda: desk_worker.idle)
    page.copy_action.trigger()
    qtbot.waitUntil(lambda: "read back" in page.told.text() and desk_worker.idle)
    assert "Everything entered so far is in it" in page.warning.text()
    assert page.copy_button.isEnabled()
    assert "Last copy" in page.age.text()
    page.verify_action.trigger()
    qtbot.waitUntil(lambda: "complete and intact" in page.told.text())
    clock.advance(26 * 3600)
    (part,) = [one for one in status_parts(ask(lambda a: standing(a.desk, None))) if one.key == "safety"]
    assert (part.text, part.shade) == ("Safety copy 26 h ago", "muted")
    ask(_inspection)
    (part,) = [one for one in status_parts(ask(lambda a: standing(a.desk, None))) if one.key == "safety"]
    assert part.shade == "warning"


def test_a_copy_under_way_is_not_begun_again_and_ends_with_the_window(
    qtbot: QtBot, desk_worker: Worker, page: SafetyPage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, cancelled = threading.Event(), threading.Event()

    def endless(_plan: object, progress: Progress) -> object:
        begun.set()
        try:
            while True:
                progress.report(1, 2)
        except Cancelled:
            cancelled.set()
            raise

    monkeypatch.setattr(safety, "make_copy", endless)
    page.choose(stick)
    qtbot.waitUntil(lambda: desk_worker.idle)
    page.copy_action.trigger()
    qtbot.waitUntil(begun.is_set)
    page.refresh()
    assert not page.copy_button.isEnabled()
    desk_worker.close()
    assert cancelled.is_set()


def test_what_the_stick_refuses_is_told_on_the_page(
    qtbot: QtBot, desk_worker: Worker, page: SafetyPage, stick: Path
) -> None:
    page.choose(stick / "pulled out")
    page.copy_action.trigger()
    qtbot.waitUntil(lambda: "is not there" in page.told.text() and desk_worker.idle)
    assert page.copy_button.isEnabled()


def test_a_copy_that_ends_at_a_locked_desk_is_written_down_later(
    qtbot: QtBot, desk_worker: Worker, page: SafetyPage, stick: Path, ask: Any
) -> None:
    result = make_copy(ask(lambda a: a.safety.plan(stick)), Silent())
    ask(lambda a: a.workspace.lock())
    page._record(result)
    qtbot.waitUntil(lambda: desk_worker.idle)
    assert "locked" in page.told.text()
    ask(lambda a: a.workspace.unlock(a.workspace.people_who_unlock()[0].id, WORDS))
    page.refresh()
    qtbot.waitUntil(lambda: desk_worker.idle)
    assert ask(lambda a: a.safety.last()) is not None


@pytest.mark.expects_log
def test_a_damaged_inspection_is_put_back_from_the_page(
    qtbot: QtBot, desk_worker: Worker, page: SafetyPage, stick: Path, ask: Any
) -> None:
    page.choose(stick)
    page.copy_action.trigger()
    qtbot.waitUntil(lambda: "read back" in page.told.text() and desk_worker.idle)

    def damage(activities: Activities) -> InspectionId:
        (card,) = activities.inspections.cards()
        activities.desk.close_inspection(card.id)
        flip(activities.desk.inspection_path(card.id), 40)
        activities.salvage.note(card.id, sentence("Nothing in {name} can be read any more.", name="x"))
        return card.id

    inspection = ask(damage)
    page.select(inspection)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, inspection) is not None)
    button = page.findChild(QPushButton, inspection)
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: "One inspection is back" in page.told.text() and desk_worker.idle)
    assert ask(lambda a: a.inspections.inspection(inspection)).purpose == "夜间在床核查"
    assert not [one for one in page.findChildren(QPushButton, inspection) if one.isVisible()]


def test_leaving_the_premises_offers_a_copy(qtbot: QtBot, desk_worker: Worker, ask: Any) -> None:
    inspection = ask(lambda a: a.inspections.cards()[0].id)
    ask(lambda a: a.inspections.open_visit(inspection))
    page = OverviewPage(desk_worker)
    qtbot.addWidget(page)
    page.show()
    page.open(inspection)
    qtbot.waitUntil(lambda: desk_worker.idle)
    assert not page.safety.isVisible()
    ask(lambda a: a.inspections.close_visit(inspection))
    page.refresh()
    qtbot.waitUntil(lambda: desk_worker.idle)
    assert page.safety.isVisible()
    with qtbot.waitSignal(page.goTo) as went:
        page.safety.click()
    assert went.args == ["safety", ""]


@pytest.mark.parametrize("way", [SlotKind.PERSON, SlotKind.RECOVERY])
def test_the_first_start_on_another_laptop_goes_on_from_the_copy(
    qtbot: QtBot, desk_worker: Worker, ask: Any, stick: Path, tmp_path: Path, clock: FakeClock, way: SlotKind
) -> None:
    groups = " ".join(ask(lambda a: a.workspace.make_recovery_key()))
    make_copy(ask(lambda a: a.safety.plan(stick)), Silent())
    other = Worker(lambda: _set_up(tmp_path / "other", clock, "b"))
    try:
        gate = Gate(other)
        qtbot.addWidget(gate)
        gate.show()
        qtbot.waitUntil(lambda: gate.first_start is not None and other.idle)
        assert gate.first_start is not None
        gate.first_start.restore.click()
        page = gate.restore
        assert page is not None
        page.go_on()
        assert "Choose the stick" in page.told.text()
        page.look_in(stick)
        qtbot.waitUntil(lambda: page.copies.count() == 1)
        if way is SlotKind.PERSON:
            page.passphrase.setText("not this one at all")
            page.go_on()
            qtbot.waitUntil(lambda: "opens nothing in this safety copy" in page.told.text())
            page.passphrase.setText(WORDS)
        else:
            page.by_paper.setChecked(True)
            page.key.setText(groups)
            page.go_on()
            qtbot.waitUntil(page.person.isVisible)
            assert page.person.currentText() == "林知远"
            page.new.first.setText("a walk through other wards")
            page.new.second.setText("a walk through other wards")
        page.go_on()
        qtbot.waitUntil(lambda: "One inspection is back" in page.told.text() and other.idle)
        with qtbot.waitSignal(gate.unlocked):
            page.go_button.click()
    finally:
        other.close()
