"""Folders for made-up workspaces: gone when the program ends, swept by the next start where it was killed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.domain.errors import FileBusy
from inspector_app.system.lock import WriterLock

PREFIX = "inspection-desk-"
IN_USE = "in-use.lock"
"""Locked as long as the process lives that works in the folder; the system frees it with the process."""


@contextmanager
def throwaway_folder(root: Path | None = None) -> Iterator[Path]:
    """Yield a new folder that is removed afterwards; first remove those whose owners died."""
    sweep(root)
    folder, lock = _taken(root or Path(tempfile.gettempdir()))
    try:
        yield folder
    finally:
        lock.release()  # Windows removes no file that is open
        shutil.rmtree(folder)


def sweep(root: Path | None = None) -> None:
    """Remove what killed programs left; a folder that somebody works in, or another person's, stays."""
    for folder in (root or Path(tempfile.gettempdir())).glob(f"{PREFIX}*"):
        if not (_is_own(folder) and (folder / IN_USE).is_file()):
            continue
        try:
            with WriterLock(folder / IN_USE):
                shutil.rmtree(folder, ignore_errors=True)
        except (FileBusy, OSError):  # in use, or it cannot be told: it stays
            continue
        shutil.rmtree(folder, ignore_errors=True)  # on Windows the lock's own file stayed


def _taken(root: Path) -> tuple[Path, WriterLock]:
    """Make a folder and lock it; one that a sweep caught in between is left and another is made."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
        lock = WriterLock(folder / IN_USE)
        try:
            lock.take()
        except (FileBusy, FileNotFoundError):
            continue
        if (folder / IN_USE).exists():
            return folder, lock
        lock.release()


def _is_own(folder: Path) -> bool:
    """Whether this is a real folder of the same person; others may write into the system's folder too."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
