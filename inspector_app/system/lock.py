"""One writer per workspace: the lock that a window or a writing command holds."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from inspector_app.domain.errors import FileBusy
from inspector_app.domain.wording import sentence


class WriterLock:
    """Held as long as this process may write; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, timeout=0, is_singleton=False)

    def take(self) -> None:
        """Take the lock at once or raise ``FileBusy``."""
        try:
            self._lock.acquire()
        except Timeout as error:
            raise FileBusy(
                sentence(
                    "This workspace is open in another window of the program. Nothing was changed. "
                    "Close that window, or work in it."
                )
            ) from error

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        self._lock.release()

    def __enter__(self) -> WriterLock:
        self.take()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.release()
