"""The one thread that owns every database, and the way back from it to the window."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from inspector_app.domain.errors import Cancelled, Problem
from inspector_app.domain.ports import Progress, Steps
from inspector_app.domain.wording import sentence
from inspector_app.ui.turns import Job, Turn, Turns

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities
    from inspector_app.services.door import Door

T = TypeVar("T")
Done = Callable[[T], object]
Failed = Callable[[Problem], object]

log = logging.getLogger(__name__)


class Task(QObject):
    """One long piece of work, as the tray shows it; it is the ``Progress`` that the work hears."""

    moved = Signal()
    ended = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.done = 0
        self.total: int | None = None
        self._cancelled = threading.Event()
        self.withdraw: Callable[[], object] | None = None
        """Takes the work back while it only waits."""

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop at its next report; what has not begun ends at once."""
        self._cancelled.set()
        if self.withdraw is not None:
            self.withdraw()

    def report(self, done: int, total: int | None) -> None:
        """Called by the work on its own thread."""
        if self._cancelled.is_set():
            raise _cancelled()
        if done == total or total is None or done * 200 // max(total, 1) != self.done * 200 // max(total, 1):
            self.done, self.total = done, total
            self.moved.emit()


class _Result:
    """What comes back: a value or an error, and whom to tell."""

    __slots__ = ("changes", "done", "error", "failed", "task", "value")

    def __init__(self, done: Done[Any] | None, failed: Failed | None, task: Task | None) -> None:
        self.value: Any = None
        self.error: BaseException | None = None
        self.changes: frozenset[tuple[str | None, str]] = frozenset()
        self.done = done
        self.failed = failed
        self.task = task


class Worker(QObject):
    """Runs what a page asks on the databases' thread and answers on the window's."""

    changed = Signal(object)
    """``frozenset[tuple[inspection_id | None, kind]]`` after work that committed something."""
    problem = Signal(object)
    """A ``Problem`` that nobody took."""
    bug = Signal(object)
    """Any other exception; it is logged already."""
    started = Signal(object)
    """A ``Task`` for the tray."""
    _came = Signal(object)

    def __init__(
        self,
        build: Callable[[], Activities],
        parent: QObject | None = None,
        *,
        door: Door | None = None,
    ) -> None:
        """``door`` answers before the rest is built; from then on the workspace that ``build`` made does."""
        super().__init__(parent)
        self._build = build
        self._door = door
        self._activities: Activities | None = None
        self._databases = ThreadPoolExecutor(max_workers=1, thread_name_prefix="databases")
        self._computing = ThreadPoolExecutor(max_workers=2, thread_name_prefix="computing")
        self._turns = Turns()
        self._studies: set[Task] = set()
        self._pending = 0
        self._closed = False
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Nothing is running or waiting to be delivered."""
        return self._pending == 0

    def run(
        self,
        work: Callable[[Activities], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        turn: Turn = Turn.NOW,
        alone: bool = False,
    ) -> None:
        """Do short work on the databases' thread; ``done`` gets its value on the window's thread.

        ``alone`` is for what closes files or changes the person: nothing asked before it is then
        unfinished, and nothing asked after it goes first.
        """
        self._submit(lambda a: _whole(lambda: work(a)), _Result(done, failed, None), turn, alone=alone)

    def ask_door(
        self,
        work: Callable[[Door], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Ask what is readable before unlocking; the other services need not exist yet."""
        door = self._door
        if door is None:
            self.run(lambda activities: work(activities.workspace), done, failed)
        elif not self._closed:
            result = _Result(done, failed, None)

            def ask() -> bool:
                self._work(
                    lambda: work(self._activities.workspace if self._activities is not None else door), result
                )
                return False

            self._line_up(Job(ask, Turn.NOW))

    def glance(
        self,
        work: Callable[[Door], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Ask the door, at once where nobody was asked anything yet: the window opens with its answer.

        Until the first work is handed over no other thread stands at the door, and what it reads is
        one small file.
        """
        door = self._door
        if door is None or self._pending or self._activities is not None or self._closed:
            self.ask_door(work, done, failed)
            return
        try:
            answer = work(door)
        except Problem as problem:
            self._tell(problem, failed)
        else:
            done(answer)

    def start(
        self,
        work: Callable[[Activities, Progress], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        title: str,
        turn: Turn = Turn.LONG,
    ) -> Task:
        """Do long work with a title, progress and cancel in the tray.

        ``Turn.NOW`` keeps its order with what the same page runs: signing before withdrawing.
        """
        return self.start_steps(
            lambda a, progress: _whole(lambda: work(a, progress)), done, failed, title=title, turn=turn
        )

    def start_steps(
        self,
        work: Callable[[Activities, Progress], Steps[T]],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        title: str,
        turn: Turn = Turn.LONG,
    ) -> Task:
        """Do long work in pieces, between which answers pass; it never pauses inside an intention."""
        task = Task(title, self)
        result = _Result(done, failed, task)
        job = self._submit(lambda a: work(a, task), result, turn)
        if job is not None:
            task.withdraw = lambda: self._call_off(result, was_waiting=self._turns.drop(job))
        self.started.emit(task)
        return task

    def compute(
        self, work: Callable[[], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> None:
        """Do work that touches no database beside it, such as decoding a picture."""
        result = _Result(done, failed, None)
        if self._closed:
            return
        self._pending += 1
        self._computing.submit(self._work, work, result)

    def study(
        self,
        work: Callable[[Progress], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        *,
        title: str,
    ) -> Task:
        """Do long work that touches no database beside it, with progress and cancel in the tray."""
        task = Task(title, self)
        if self._closed:
            return task
        self._pending += 1
        self._studies.add(task)
        result = _Result(done, failed, task)
        future = self._computing.submit(self._work, lambda: work(task), result)
        task.withdraw = lambda: self._call_off(result, was_waiting=future.cancel())
        self.started.emit(task)
        return task

    def _work(self, work: Callable[[], Any], result: _Result) -> None:
        try:
            result.value = work()
        except BaseException as error:  # noqa: BLE001 - handed over to the window's thread
            result.error = error
        self._came.emit(result)

    def close(self) -> None:
        """Finish what was asked, then let go of the databases; nothing is delivered afterwards."""
        if self._closed:
            return
        self._closed = True
        for task in self._studies:
            task.cancel()  # a long copy ends at its next step instead of holding the window
        self._computing.shutdown(wait=True, cancel_futures=True)
        self._databases.submit(self._let_go)
        self._databases.shutdown(wait=True)

    def _let_go(self) -> None:
        if self._activities is not None:
            self._activities.desk.lock()

    def _submit(
        self,
        work: Callable[[Activities], Steps[Any]],
        result: _Result,
        turn: Turn,
        *,
        alone: bool = False,
    ) -> Job | None:
        if self._closed:
            return None
        steps: Steps[Any] | None = None

        def piece() -> bool:
            nonlocal steps
            activities, has_more = self._activities, False
            try:
                if activities is None:
                    activities = self._activities = self._build()
                if steps is None:
                    steps = work(activities)
                next(steps)
                if activities.desk.is_writing:
                    steps.close()
                    raise RuntimeError("long work paused inside an intention")
                has_more = True
            except StopIteration as end:
                result.value = end.value
            except BaseException as error:  # noqa: BLE001 - handed over to the window's thread
                result.error = error
            if activities is not None:
                # Work that failed half-way may have committed its first intentions.
                changes = activities.desk.take_changes()
                result.changes |= {(change.inspection, change.kind) for change in changes}
            if not has_more:
                self._came.emit(result)
            return has_more

        job = Job(piece, turn, alone=alone)
        self._line_up(job)
        return job

    def _line_up(self, job: Job) -> None:
        self._pending += 1
        self._turns.put(job)
        self._databases.submit(self._turns.do_one)

    def _call_off(self, result: _Result, *, was_waiting: bool) -> None:
        if was_waiting and not self._closed:
            result.error = _cancelled()
            self._came.emit(result)

    @Slot(object)
    def _deliver(self, result: _Result) -> None:
        self._pending -= 1
        if self._closed:
            return
        if result.task is not None:
            self._studies.discard(result.task)
            result.task.ended.emit()
            result.task.deleteLater()
        if result.error is None:
            if result.done is not None and _alive(result.done):
                result.done(result.value)
        else:
            self._tell(result.error, result.failed)
        if result.changes:
            self.changed.emit(result.changes)

    def _tell(self, error: BaseException, failed: Failed | None) -> None:
        if isinstance(error, Cancelled) and failed is None:
            return
        if isinstance(error, Problem):
            if failed is not None and _alive(failed):
                failed(error)
            else:
                self.problem.emit(error)
            return
        log.error("work failed", exc_info=error)
        self.bug.emit(error)


def _whole(work: Callable[[], T]) -> Steps[T]:
    """Work in one piece."""
    yield from ()
    return work()


def _cancelled() -> Cancelled:
    return Cancelled(sentence("Cancelled. Nothing of it was kept."))


def _alive(callback: Callable[..., object]) -> bool:
    """Whether the page that waits for an answer still exists."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
