"""Stand-ins for the ports: time, identities and randomness that a test decides."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta


class FakeClock:
    """Two clocks that move only when told."""

    def __init__(self, start: datetime = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)) -> None:
        self._now = start
        self._monotonic = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass, on both clocks."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def jump_wall(self, seconds: float) -> None:
        """Set the wall clock, as a person would; the monotonic one knows nothing of it."""
        self._now += timedelta(seconds=seconds)


class SequenceIds:
    """1, 2, 3 … in the shape of real identities; ``prefix`` keeps two laptops apart."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._last = 0

    def new(self) -> str:
        self._last += 1
        return self._prefix + f"{self._last:0{32 - len(self._prefix)}x}"


class FixedRandomness:
    """The same secrets in every run: a SHA-256 stream of a seed. Useless for anything but tests."""

    def __init__(self, seed: bytes = b"for tests only") -> None:
        self._seed = seed
        self._counter = 0

    def bytes(self, count: int) -> bytes:
        made = b""
        while len(made) < count:
            self._counter += 1
            made += hashlib.sha256(self._seed + self._counter.to_bytes(8)).digest()
        return made[:count]


class CountingProgress:
    """Remembers what was reported."""

    def __init__(self) -> None:
        self.reports: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None) -> None:
        self.reports.append((done, total))
