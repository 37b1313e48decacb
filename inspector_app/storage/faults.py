"""What SQLite says of the environment, turned into problems that a person can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from inspector_app.domain.errors import DamagedFile, DiskFull, EnvironmentProblem, FileBusy
from inspector_app.domain.wording import sentence


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn environment errors of SQLite inside the block into a ``Problem``; bugs pass through."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        problem = _problem_of(str(error), path)
        if problem is None:
            raise
        raise problem from error


def _problem_of(message: str, path: Path) -> EnvironmentProblem | None:
    name = path.name
    if "full" in message:
        return DiskFull(
            sentence(
                "The disk is full. Everything confirmed as saved is safe; "
                "this last entry was not saved. Free some space and try again."
            )
        )
    if "locked" in message or "busy" in message:
        return FileBusy(
            sentence(
                "The file {name} is in use by another window. Close the other window and try again.",
                name=name,
            )
        )
    if "not a database" in message or "hmac" in message:
        return DamagedFile(
            sentence(
                "The file {name} cannot be opened with this key, or it is damaged. It was left as it is.",
                name=name,
            )
        )
    if "malformed" in message or "corrupt" in message:
        return DamagedFile(
            sentence(
                "The file {name} is damaged. It was left as it is; use a safety copy or salvage it.",
                name=name,
            )
        )
    if "disk I/O error" in message or "unable to open" in message or "readonly" in message:
        return EnvironmentProblem(
            sentence(
                "The file {name} cannot be read or written. Check that the disk is connected and writable.",
                name=name,
            )
        )
    return None
