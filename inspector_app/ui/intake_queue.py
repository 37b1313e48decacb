"""Takes many files in: examined beside the databases, kept one at a time, so that others overtake."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot

from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Target
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.wording import sentence
from inspector_app.services.activities import Activities
from inspector_app.services.intake import Intake, Prepared, Source, prepare
from inspector_app.ui.worker import Worker

Job = tuple[InspectionId, Source, Target | None, str]


class IntakeQueue(QObject):
    """Each photograph is one piece of work on the databases' thread: answers never wait for a pile."""

    moved = Signal(int, int)
    """Done and total of the pile."""
    taken = Signal(object)
    """An ``Intake``, as soon as it is durable or refused."""
    finished = Signal(object)
    """``list[Intake]`` of the whole pile."""

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._waiting: deque[Job] = deque()
        self._results: list[Intake] = []
        self._total = 0
        self._is_busy = False
        self._has_broken = False
        self._current = ""
        worker.bug.connect(self._on_bug)

    @property
    def is_idle(self) -> bool:
        return not self._is_busy

    def add(
        self,
        inspection_id: InspectionId,
        sources: Iterable[Source],
        target: Target | None,
        group: str = "",
    ) -> None:
        """Put files at the end of the pile; all of them are bound to ``target``."""
        jobs = [(inspection_id, source, target, group) for source in sources]
        self._waiting.extend(jobs)
        self._total += len(jobs)
        if jobs and not self._is_busy:
            self._next()
        self.moved.emit(len(self._results), self._total)

    @Slot()
    def cancel(self) -> None:
        """Leave out what has not begun; what is taken in stays."""
        self._total -= len(self._waiting)
        self._waiting.clear()

    @Slot(object)
    def _on_bug(self, _error: BaseException) -> None:
        if not self._has_broken:
            return
        self._has_broken = False
        said = sentence(
            "{name} was not taken in: the program made a mistake. The others are not affected.",
            name=self._current,
        )
        self._done(Intake(name=self._current, said=said))

    def _next(self) -> None:
        if not self._waiting:
            self._is_busy = False
            results, self._results, self._total = self._results, [], 0
            self.finished.emit(results)
            return
        self._is_busy = True
        job = self._waiting.popleft()
        source = job[1]
        self._current = source.name
        self._worker.compute(self._guarded(lambda: prepare(source)), self._keep_of(job), self._refuse)

    def _keep_of(self, job: Job) -> Callable[[Prepared], None]:
        inspection_id, _source, target, group = job

        def keep(ready: Prepared) -> None:
            def work(activities: Activities) -> Intake:
                with self._noticed():
                    return activities.evidence.keep(inspection_id, ready, target=target, group=group)

            self._worker.run(work, self._done, self._stop)

        return keep

    def _refuse(self, problem: Problem) -> None:
        """One file cannot be taken in; the others can."""
        self._done(Intake(name=self._current, said=problem.sentence))

    def _stop(self, problem: Problem) -> None:
        """What cannot be kept now, on a full disk, cannot be kept for those that follow either."""
        self.cancel()
        self._refuse(problem)

    def _guarded(self, work: Callable[[], Prepared]) -> Callable[[], Prepared]:
        def run() -> Prepared:
            with self._noticed():
                return work()

        return run

    @contextmanager
    def _noticed(self) -> Iterator[None]:
        """Remember on any thread that it was this work that failed by a bug, then let it through."""
        try:
            yield
        except Problem:
            raise
        except Exception:
            self._has_broken = True
            raise

    def _done(self, intake: Intake) -> None:
        self._results.append(intake)
        self.taken.emit(intake)
        self.moved.emit(len(self._results), self._total)
        self._next()
