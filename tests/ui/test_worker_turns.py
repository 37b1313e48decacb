"""The worker's turns: answers pass long work, waiting work can be called off, no intention is interrupted."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.ports import Progress, Steps, finish
from inspector_app.ui.turns import Turn
from inspector_app.ui.worker import Worker
from tests import builders


class Held:
    """Keeps the databases' thread busy until it is let go, so that what follows waits."""

    def __init__(self, qtbot: QtBot, worker: Worker) -> None:
        self._gate, begun = threading.Event(), threading.Event()

        def wait(_: Any) -> None:
            begun.set()
            self._gate.wait(30)

        worker.run(wait)
        qtbot.waitUntil(begun.is_set)

    def let_go(self) -> None:
        self._gate.set()


def test_an_answer_overtakes_a_waiting_import(qtbot: QtBot, worker: Worker) -> None:
    held, done = Held(qtbot, worker), []
    worker.start(lambda _a, _p: "import", done.append, title="import")
    worker.run(lambda _: "picture", done.append, turn=Turn.SOON)
    worker.run(lambda _: "first answer", done.append)
    worker.run(lambda _: "second answer", done.append)
    held.let_go()
    qtbot.waitUntil(lambda: worker.idle)
    assert done == ["first answer", "second answer", "picture", "import"]


def test_an_answer_gets_through_while_an_import_runs_in_pieces(qtbot: QtBot, worker: Worker) -> None:
    asked, done = threading.Event(), []

    def in_pieces(_: Any, progress: Progress) -> Steps[str]:
        progress.report(1, 2)
        asked.wait(30)
        yield
        done.append("second piece")
        return "import"

    worker.start_steps(in_pieces, done.append, title="import")
    worker.run(lambda _: done.append("answer"))
    asked.set()
    qtbot.waitUntil(lambda: worker.idle)
    assert done == ["answer", "second piece", "import"]


def test_what_a_page_signs_keeps_its_order_with_what_it_runs(qtbot: QtBot, worker: Worker) -> None:
    held, done = Held(qtbot, worker), []
    worker.start(lambda _a, _p: "signed", done.append, title="signing", turn=Turn.NOW)
    worker.run(lambda _: "withdrawn", done.append)
    held.let_go()
    qtbot.waitUntil(lambda: worker.idle)
    assert done == ["signed", "withdrawn"]


def test_an_import_that_only_waits_is_called_off_at_once(qtbot: QtBot, worker: Worker) -> None:
    held, ran, told = Held(qtbot, worker), [], list[Problem]()
    task = worker.start(lambda _a, _p: ran.append("import"), failed=told.append, title="import")
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert isinstance(told[0], Cancelled)
    assert not worker.idle, "the thread is still held"
    held.let_go()
    qtbot.waitUntil(lambda: worker.idle)
    assert ran == []


def test_computing_that_only_waits_is_called_off_at_once(qtbot: QtBot, worker: Worker) -> None:
    gate, ran, told = threading.Event(), [], list[Problem]()
    for _ in range(2):
        worker.compute(lambda: gate.wait(30))
    task = worker.study(lambda _p: ran.append("study"), failed=told.append, title="study")
    with qtbot.waitSignal(task.ended):
        task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: worker.idle)
    assert isinstance(told[0], Cancelled)
    assert ran == []


def test_an_import_between_two_pieces_is_stopped_at_its_next_report_and_cleans_up(
    qtbot: QtBot, worker: Worker
) -> None:
    told: list[Problem] = []
    cleaned: list[bool] = []

    def in_pieces(_: Any, progress: Progress) -> Steps[None]:
        try:
            while True:
                progress.report(1, None)
                yield
        finally:
            cleaned.append(True)

    task = worker.start_steps(in_pieces, failed=told.append, title="import")
    with qtbot.waitSignal(task.ended):
        worker.run(lambda _: None, lambda _: task.cancel())
    assert isinstance(told[0], Cancelled)
    assert cleaned == [True]


@pytest.mark.expects_log
def test_nothing_runs_inside_an_open_intention(qtbot: QtBot, worker: Worker, do: Any) -> None:
    begun, gate, writing = threading.Event(), threading.Event(), list[bool]()

    def careless(activities: Any, _: Progress) -> Steps[None]:
        desk = activities.desk
        with desk.workspace.intention("institution registered", desk.author) as unit:
            unit.put(builders.institution())
            assert desk.is_writing
            begun.set()
            gate.wait(30)
            yield

    with qtbot.waitSignal(worker.bug) as caught:
        worker.start_steps(careless, title="careless")
        qtbot.waitUntil(begun.is_set)
        worker.run(lambda a: a.desk.is_writing, writing.append)
        gate.set()
    qtbot.waitUntil(lambda: worker.idle)
    assert "inside an intention" in str(caught.args[0])
    assert writing == [False]
    assert do(lambda a: a.inspections.institutions()) == [], "what the intention wrote is rolled back"


def test_closing_finishes_an_import_before_the_desk_is_locked(qtbot: QtBot, worker: Worker) -> None:
    begun, seen = threading.Event(), []

    def in_pieces(activities: Any, _: Progress) -> Steps[None]:
        begun.set()
        for _number in range(3):
            yield
            seen.append(activities.desk.is_unlocked)

    worker.start_steps(in_pieces, title="import")
    worker.run(lambda a: seen.append(a.desk.is_unlocked))
    qtbot.waitUntil(begun.is_set)
    worker.close()
    assert seen == [True] * 4


def test_steps_can_be_finished_at_once_where_nobody_waits() -> None:
    def steps() -> Steps[int]:
        yield
        yield
        return 3

    assert finish(steps()) == 3
