"""The worker: one thread owns the databases, and every answer comes back on the window's thread."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from inspector_app.app import make_worker
from inspector_app.domain.errors import DiskFull, Problem
from inspector_app.domain.wording import sentence
from inspector_app.ui.worker import Worker
from tests import builders

MAIN = threading.main_thread


def test_work_runs_on_one_other_thread_and_its_value_arrives_on_the_windows(
    qtbot: QtBot, worker: Worker
) -> None:
    seen: list[Any] = []
    for _ in range(3):
        worker.run(
            lambda _: threading.current_thread(), lambda t: seen.append((t, threading.current_thread()))
        )
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert len({thread for thread, _ in seen}) == 1
    assert seen[0][0] is not MAIN()
    assert {thread for _, thread in seen} == {MAIN()}


def _fill_the_disk(_: Any) -> None:
    raise DiskFull(sentence("There is no room left."))


def test_a_problem_goes_to_whoever_asked_for_it(qtbot: QtBot, worker: Worker) -> None:
    told: list[Problem] = []
    worker.run(_fill_the_disk, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], DiskFull)


def test_a_problem_that_nobody_takes_is_a_message_of_the_window(qtbot: QtBot, worker: Worker) -> None:
    with qtbot.waitSignal(worker.problem) as caught:
        worker.run(_fill_the_disk)
    assert isinstance(caught.args[0], DiskFull)


@pytest.mark.expects_log
def test_anything_else_is_a_bug_and_is_logged(
    qtbot: QtBot, worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(worker.bug) as caught:
        worker.run(lambda _: {}["missing"])
    assert isinstance(caught.args[0], KeyError)
    assert any(record.exc_info and record.exc_info[0] is KeyError for record in caplog.records)


def test_the_work_that_commits_is_followed_by_what_changed(qtbot: QtBot, worker: Worker) -> None:
    with qtbot.waitSignal(worker.changed) as caught:
        worker.run(lambda a: a.inspections.register(builders.institution()))
    assert caught.args[0] == frozenset({(None, "institution")})


def test_reading_changes_nothing(qtbot: QtBot, worker: Worker, do: Any) -> None:
    with qtbot.assertNotEmitted(worker.changed):
        assert do(lambda a: a.inspections.institutions()) == []


def test_long_work_reports_and_can_be_cancelled(qtbot: QtBot, worker: Worker) -> None:
    begun, told = threading.Event(), []

    def count(_: Any, progress: Any) -> None:
        step = 0
        while True:
            step += 1
            progress.report(step, 10_000_000)
            begun.set()

    task = worker.start(count, failed=told.append, title="counting")
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert "Cancelled" in str(told[0])


def test_computing_does_not_wait_for_the_databases(qtbot: QtBot, worker: Worker) -> None:
    gate, values = threading.Event(), []
    worker.run(lambda _: gate.wait(30))
    worker.compute(lambda: 42, values.append)
    qtbot.waitUntil(lambda: bool(values))
    assert not worker.idle
    gate.set()
    qtbot.waitUntil(lambda: worker.idle)
    assert values == [42]


def test_an_answer_to_a_page_that_is_gone_is_dropped(qtbot: QtBot, worker: Worker) -> None:
    import shiboken6
    from PySide6.QtWidgets import QLabel

    page = QLabel()
    worker.run(lambda _: "late", page.setText)
    worker.run(lambda _: "later", partial(page.setText))
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: worker.idle)


def test_the_first_glance_at_the_door_is_answered_at_once_and_later_ones_in_their_turn(
    qtbot: QtBot, tmp_path: Path
) -> None:
    worker = make_worker(tmp_path)
    seen: list[bool] = []
    worker.glance(lambda door: door.exists, seen.append)
    assert seen == [False]

    worker.ask_door(lambda door: door.exists, seen.append)
    worker.glance(lambda door: door.exists, seen.append)
    assert seen == [False], "another thread stands at the door now"
    qtbot.waitUntil(lambda: worker.idle)
    assert seen == [False, False, False]
    worker.close()
