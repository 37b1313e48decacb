"""What a row of the table is, and how two things are timed in turns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

REFRESH = 1000 / 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; ``ours`` and ``floor`` in the same unit, medians unless the name says more."""

    name: str
    ours: float
    floor: float
    floor_name: str
    goal: str
    note: str = ""
    unit: str = "ms"

    def __str__(self) -> str:
        ratio = self.ours / self.floor if self.floor else float("inf")
        return (
            f"{self.name:44} {self.ours:9.2f} {self.unit}  {self.floor:9.2f} {self.unit}  {ratio:6.2f} x"
            f"   goal {self.goal:12} against {self.floor_name}" + (f"; {self.note}" if self.note else "")
        )


def milliseconds(work: Callable[[], object]) -> float:
    """Run once and return how long it took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def alternate(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return both medians; the two take turns, so that a busy machine disturbs them alike."""
    ours(), floor()
    pairs = [(milliseconds(ours), milliseconds(floor)) for _ in range(rounds)]
    return statistics.median(first for first, _ in pairs), statistics.median(second for _, second in pairs)
