"""One writer per workspace: the lock that a window or a writing command holds."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem, FileBusy
from inspector_app.domain.refusals import refusal
from inspector_app.domain.wording import sentence

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_to_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD_ELSEWHERE = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


class WriterLock:
    """Held as long as this process may write; the system frees it when the process dies.

    The system's own call rather than a library: a library's import was a tenth of the time until the
    window stood.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> None:
        """Take the lock at once or raise ``FileBusy``; where none can be had, say what is in the way."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise _no_lock(self._path.parent, error) from error
        try:
            _try_to_lock(handle)
        except OSError as error:
            os.close(handle)
            if error.errno not in _HELD_ELSEWHERE:
                raise _no_lock(self._path.parent, error) from error
            raise FileBusy(
                sentence(
                    "This workspace is open in another window of the program. Nothing was changed. "
                    "Close that window, or work in it."
                )
            ) from error
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._handle is not None:
            os.close(self._handle)  # the lock goes with it
            self._handle = None

    def __enter__(self) -> WriterLock:
        self.take()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.release()


def _no_lock(folder: Path, error: OSError) -> EnvironmentProblem:
    return EnvironmentProblem(
        sentence(
            "The workspace in {folder} cannot be worked in ({reason}). Nothing was changed; make room, take "
            "off the write protection, or copy the whole folder to this laptop's own disk.",
            folder=folder,
            reason=refusal(error),
        )
    )
