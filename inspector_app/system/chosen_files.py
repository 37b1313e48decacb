"""Files that a person chose: opened only where they are files, read only as far as they may reach."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.refusals import refusal
from inspector_app.domain.wording import sentence

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)
"""A pipe that nobody writes to would hold up whoever opens it; Windows has no such call and no such pipes."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file; a folder, a pipe or a device is refused in a sentence and never waited for.

    ``OSError`` passes through, for the caller knows what is safe.
    """
    if path.is_dir():  # Windows says of a folder that access is denied
        raise UnusableInput(
            sentence("{name} is a folder. Choose a file inside it; nothing was changed.", name=path.name)
        )
    with open(path, "rb", opener=_open) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise UnusableInput(
                sentence(
                    "{name} is a pipe or a device and not a file. Copy what it gives into a file and choose "
                    "that; nothing was changed.",
                    name=path.name,
                )
            )
        yield file


def read_chosen(path: Path, most: int) -> bytes:
    """Return a file's bytes; ``most`` is how many this kind of file may have, and no more are ever read."""
    try:
        with opened(path) as file:
            content = file.read(most + 1)
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "The file {name} cannot be read: {reason}. Nothing was changed; check the file and its "
                "medium and try again.",
                name=path.name,
                reason=refusal(error),
            )
        ) from error
    if len(content) > most:
        raise UnusableInput(
            sentence(
                "The file {name} is larger than {limit}, which is the most that such a file may have. "
                "Nothing was changed; choose the right file.",
                name=path.name,
                limit=_in_words(most),
            )
        )
    return content


def _in_words(size: int) -> str:
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{size >> 10} kB"


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | _WITHOUT_WAITING)
