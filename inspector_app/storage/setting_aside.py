"""Puts a salvaged file in the place of the damaged one, which is kept; finishes what was cut off."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

FRESH = ".salvaged"
"""What the new file is called until it takes its place; it is checked before that."""


def fresh_beside(path: Path) -> Path:
    """Return where the new file is written."""
    return path.with_name(path.name + FRESH)


def name_aside(path: Path, now: datetime) -> Path:
    """Return the name under which a damaged file is kept; it says what it is and since when."""
    return path.with_name(f"{path.stem}.damaged-{now:%Y%m%dT%H%M%SZ}{path.suffix}")


def exchange(path: Path, aside: Path) -> None:
    """Put the checked new file in the place of the damaged one, which is kept with its log.

    The log goes before the new file comes: SQLite would play it into whatever file lies beside it.
    """
    path.rename(aside)
    _finish(path, aside)


def finish_exchanges(folder: Path) -> None:
    """Finish exchanges that were cut off, and drop new files that were never finished."""
    for fresh in folder.glob(f"*{FRESH}"):
        path = fresh.with_name(fresh.name.removesuffix(FRESH))
        asides = sorted(folder.glob(f"{path.stem}.damaged-*{path.suffix}"))
        if path.exists() or not asides:
            remove(fresh)
        else:
            _finish(path, asides[-1])


def remove(path: Path) -> None:
    """Remove a file of ours with its log and its index."""
    for name in (path.name, path.name + "-wal", path.name + "-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _finish(path: Path, aside: Path) -> None:
    log = path.with_name(path.name + "-wal")
    if log.exists():
        log.rename(aside.with_name(aside.name + "-wal"))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    fresh_beside(path).rename(path)
