"""A workspace that was made beside its place moves in; a start that finds it half moved goes on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from inspector_app.system.keys import FILE_NAME

BESIDE = "restoring"


def is_ready(folder: Path) -> bool:
    """Tell whether a workspace stands beside its place, whole: its key file is written last."""
    return (folder / BESIDE / FILE_NAME).exists()


def move_in(folder: Path) -> None:
    """Put everything in its place, the key file last: only with it a workspace exists."""
    beside = folder / BESIDE
    names = sorted(path.name for path in beside.iterdir() if path.name != FILE_NAME)
    for name in (*names, FILE_NAME):
        source, target = beside / name, folder / name
        if source.is_dir() and target.is_dir():
            for inner in source.iterdir():
                inner.replace(target / inner.name)
            source.rmdir()
        else:
            source.replace(target)
    _flush(folder)
    shutil.rmtree(beside)


def clear_away(folder: Path) -> None:
    """Drop what was never finished; nothing but this program's own half work lies there."""
    beside = folder / BESIDE
    if beside.exists():
        shutil.rmtree(beside)


def _flush(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
