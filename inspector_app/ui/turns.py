"""Whose turn it is on the databases' thread: what a person just did first, long work when nobody waits."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from enum import IntEnum


class Turn(IntEnum):
    """How soon work is done; work of one turn keeps the order in which it was asked for."""

    NOW = 0
    """What a person just did or looks at: answers, bed checks, photographs, pages."""
    SOON = 1
    """Small, and nobody waits for it: the rest of a long list, little pictures."""
    LONG = 2
    """May take minutes; overtaken while it waits, and between its pieces."""


class Job:
    """Work that waits; ``piece`` does some of it and tells whether there is more."""

    __slots__ = ("alone", "has_begun", "number", "piece", "turn")

    def __init__(self, piece: Callable[[], bool], turn: Turn, *, alone: bool = False) -> None:
        """``alone``: overtakes nothing that was asked before it, begun or not, and is not overtaken."""
        if alone and turn is not Turn.NOW:
            raise ValueError("only what a person just did may ask to be alone")
        self.piece = piece
        self.turn = turn
        self.alone = alone
        self.has_begun = False
        self.number = 0


class Turns:
    """The work that waits for one thread. Any thread may put and drop, the one thread takes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Turn, deque[Job]] = {turn: deque() for turn in Turn}
        self._asked = 0

    def put(self, job: Job) -> None:
        with self._lock:
            self._asked += 1
            job.number = self._asked
            self._waiting[job.turn].append(job)

    def drop(self, job: Job) -> bool:
        """Forget work that has not begun; tell whether it was still waiting."""
        with self._lock:
            waiting = self._waiting[job.turn]
            if job.has_begun or job not in waiting:
                return False
            waiting.remove(job)
            return True

    def do_one(self) -> None:
        """Do work until one job is done; one with more pieces lets others pass between them."""
        while (job := self._take()) is not None:
            if not job.piece():
                return
            with self._lock:
                self._waiting[job.turn].appendleft(job)

    def _take(self) -> Job | None:
        with self._lock:
            first = [waiting[0] for waiting in self._waiting.values() if waiting]
            if not first:
                return None
            chosen = first[0]
            if chosen.alone:
                chosen = min(first, key=lambda job: job.number)
            chosen.has_begun = True
            return self._waiting[chosen.turn].popleft()
