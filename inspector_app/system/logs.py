"""The log: a few rotating files for the people who repair the program, without personal data.

What is logged are events, identities and tracebacks of bugs. A sentence for people may hold names, so a
``Problem`` is logged by its template alone; exception messages that hold values are cut to their type.
"""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path

from inspector_app.domain.errors import Problem

FILE_NAME = "inspector-app.log"
FILE_SIZE = 1_000_000
OLD_FILES = 4


class _WithoutPersonalData(logging.Formatter):
    """Writes frames and types of an exception, never its message: a message can quote what it choked on."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's own name
        error = ei[1] if isinstance(ei, tuple) else None
        if not isinstance(error, BaseException):
            return ""
        return "\n".join(_describe(error))


class _Rotating(logging.FileHandler):
    """Begins a new file before a line would make this one too long; the oldest file goes.

    The library's own handler of this kind loads sockets and pickling, and a start is counted in milliseconds.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self._most = FILE_SIZE

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._would_grow_too_long(record):
                self._begin_anew()
        except OSError:
            self.handleError(record)  # a file that cannot be moved away goes on growing: nothing is lost
        super().emit(record)

    def _would_grow_too_long(self, record: logging.LogRecord) -> bool:
        if not self._path.exists():
            return False
        line = self.format(record) + self.terminator
        return self._path.stat().st_size + len(line.encode(errors="replace")) > self._most

    def _begin_anew(self) -> None:
        self.close()
        older = [self._path.with_name(f"{self._path.name}.{number}") for number in range(OLD_FILES, 0, -1)]
        for source, target in zip([*older[1:], self._path], older, strict=True):
            if source.exists():
                source.replace(target)


def _describe(error: BaseException) -> list[str]:
    lines: list[str] = []
    if error.__cause__ is not None:
        lines += [*_describe(error.__cause__), "which led to"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}")
    kind = type(error).__qualname__
    lines.append(f"{kind}: {error.sentence.template}" if isinstance(error, Problem) else kind)
    return lines


def start_logging(folder: Path, *, console: bool = False) -> Path:
    """Send the program's log to rotating files in ``folder`` and return the file that is written now.

    Where nothing can be written, a new folder among the temporary ones is taken: a log that cannot
    be kept is no reason to refuse work.
    """
    path, handler = _place(folder)
    formatter = _WithoutPersonalData()
    handlers: list[logging.Handler] = [handler]
    if console and sys.stderr is not None:
        handlers.append(logging.StreamHandler(sys.stderr))
    root = logging.getLogger("inspector_app")
    root.setLevel(logging.INFO)
    root.propagate = False  # libraries log what they read; their records stay out of this file
    for old in list(root.handlers):
        root.removeHandler(old)
        old.close()
    for handler in handlers:
        handler.setFormatter(formatter)
        root.addHandler(handler)
    return path


def _place(folder: Path) -> tuple[Path, logging.Handler]:
    """The file that takes the log, tried by opening it; on a machine without any, nothing is kept."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _rotating(folder)
    except OSError:
        from tempfile import mkdtemp  # not needed otherwise, and a start is counted in milliseconds

        try:
            return _rotating(Path(mkdtemp(prefix="inspector-app-log-")))
        except OSError:
            return folder / FILE_NAME, logging.NullHandler()


def _rotating(folder: Path) -> tuple[Path, logging.Handler]:
    path = folder / FILE_NAME
    path.open("ab").close()
    return path, _Rotating(path)


def stop_logging() -> None:
    """Close the files and leave logging as it was."""
    root = logging.getLogger("inspector_app")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
    root.propagate = True
