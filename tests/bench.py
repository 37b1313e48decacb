"""Measures the rows of the design's table and prints them as ratios of one run: ``python3 dev.py bench``."""

from __future__ import annotations

import argparse
import os
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from inspector_app.domain.journal import BlobRef
from inspector_app.storage import cipher
from inspector_app.storage.blobs import in_chunks
from inspector_app.storage.store import open_store
from inspector_app.system.clock import SystemClock, SystemIds, SystemRandomness
from tests import builders

PHOTOGRAPH = 3_200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; ``ours`` and ``floor`` in milliseconds, medians."""

    name: str
    ours: float
    floor: float
    floor_name: str
    goal: str
    note: str = ""

    def __str__(self) -> str:
        ratio = self.ours / self.floor if self.floor else float("inf")
        return (
            f"{self.name:34} {self.ours:9.2f} ms  {self.floor:9.2f} ms  {ratio:6.2f} x   goal {self.goal:12}"
            f" against {self.floor_name}" + (f"; {self.note}" if self.note else "")
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


def photograph() -> list[Row]:
    """Bytes in hand to durable, against inserting the same chunks in one encrypted transaction."""
    clock = SystemClock()
    ids = SystemIds(clock, SystemRandomness())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        key = secrets.token_bytes(32)
        store = open_store(folder / "ours.db", key, clock=clock, ids=ids, file_kind="bench")
        database = cipher.connect(folder / "floor.db", key)
        cipher.prepare(database)
        database.execute("CREATE TABLE chunks (id INTEGER PRIMARY KEY, data BLOB NOT NULL)")

        base, numbers = secrets.token_bytes(PHOTOGRAPH), count()

        def another() -> bytes:
            return next(numbers).to_bytes(8) + base[8:]

        def take_in() -> BlobRef:
            with store.intention("photograph taken in", builders.author()) as unit:
                ref = store.blobs.add(in_chunks(another()))
                unit.publish(ref)
            return ref

        def insert() -> None:
            with database.atomic():
                for chunk in in_chunks(another()):
                    database.execute("INSERT INTO chunks (data) VALUES (?)", [chunk])

        ours, floor = alternate(take_in, insert, 25)
        store.close()
        database.close()
    return [
        Row(
            name="a photograph of 3.2 MB, durable",
            ours=ours,
            floor=floor,
            floor_name="one SQLCipher transaction, same chunks",
            goal="<= 1.5 x",
        )
    ]


ROWS: dict[str, Callable[[], list[Row]]] = {
    "photograph": photograph,
}


def main() -> int:
    """Measure what is asked for, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="*", help="only these: " + ", ".join(ROWS))
    chosen = parser.parse_args().rows or list(ROWS)
    for name in chosen:
        for row in ROWS[name]():
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
