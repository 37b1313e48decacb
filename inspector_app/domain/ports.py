"""Ports: what is slow, secret or random stands behind these, so that tests can decide it."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime
from typing import Protocol, TypeAlias, TypeVar

T = TypeVar("T")

Steps: TypeAlias = Generator[None, None, T]
"""Long work in pieces: at each ``yield``, never inside an intention, other work of the desk may run."""


class Clock(Protocol):
    """Two readings of time: the wall clock, which people can set, and one that only runs forward."""

    def now(self) -> datetime:
        """Return the wall clock as an aware UTC time."""
        ...

    def monotonic(self) -> float:
        """Return seconds from a clock that no person can set."""
        ...


class Ids(Protocol):
    """Makes new identities."""

    def new(self) -> str:
        """Return a new time-ordered identity of 32 lower-case hexadecimal characters."""
        ...


class Randomness(Protocol):
    """Makes secrets."""

    def bytes(self, count: int) -> bytes:
        """Return ``count`` unpredictable bytes."""
        ...


class Progress(Protocol):
    """Hears how far a long piece of work has come and may stop it."""

    def report(self, done: int, total: int | None) -> None:
        """Tell ``done`` of ``total`` steps; raise ``Cancelled`` when the person asked to stop."""
        ...


class Silent:
    """Progress that nobody watches."""

    def report(self, done: int, total: int | None) -> None:
        """Do nothing."""


def finish(steps: Steps[T]) -> T:
    """Do all pieces at once, where nobody waits for a turn."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


class TimestampAuthority(Protocol):
    """Somebody who vouches for the time at which a digest existed (RFC 3161)."""

    def answer(self, request: bytes) -> bytes:
        """Return the DER answer to a DER request; what cannot be reached raises a ``Problem``."""
