"""Reads files that lie outside: whole or in a stream, and notices when they change meanwhile."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.ids import Sha256
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.system.chosen_files import opened

LARGEST_WHOLE = 256 << 20
_PIECE = 1 << 20


def read_whole(path: Path) -> bytes:
    """Return a file's bytes; a file that changes while it is read is refused."""
    with _steady(path) as (file, size):
        if size > LARGEST_WHOLE:
            raise UnusableInput(
                sentence(
                    "The file {name} is {size} MB. Files above {limit} MB are registered by their hash "
                    "and stay where they are. Nothing was stored.",
                    name=path.name,
                    size=size >> 20,
                    limit=LARGEST_WHOLE >> 20,
                )
            )
        data = file.read(size + 1)
        if len(data) != size:
            raise _changed(path)
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A file known by its hash, without its bytes."""

    name: str
    sha256: Sha256
    size: int
    modified_at: datetime
    head: bytes
    """The first 64 kB, to tell what it is."""


def measure(path: Path, progress: Progress | None = None) -> Measured:
    """Hash a file of any size in a stream; the progress counts bytes and may stop it."""
    progress = progress or Silent()
    digest = hashlib.sha256()
    head = b""
    with _steady(path) as (file, size):
        done = 0
        while piece := file.read(_PIECE):
            head = head or piece[: 1 << 16]
            digest.update(piece)
            done += len(piece)
            if done > size:
                raise _changed(path)
            progress.report(done, size)
        if done != size:
            raise _changed(path)
        modified = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    return Measured(
        name=path.name, sha256=Sha256(digest.hexdigest()), size=size, modified_at=modified, head=head
    )


@contextmanager
def _steady(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    try:
        with opened(path) as file:
            before = os.fstat(file.fileno())
            yield file, before.st_size
            after = os.fstat(file.fileno())
            if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                raise _changed(path)
    except FileNotFoundError as error:
        raise UnusableInput(
            sentence("The file {name} is no longer there. Nothing was stored.", name=path.name)
        ) from error
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "The file {name} cannot be read. Check that the stick or camera is still connected "
                "and try again; nothing was stored.",
                name=path.name,
            )
        ) from error


def _changed(path: Path) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The file {name} changed while it was being read. Wait until it is copied completely "
            "and take it in again; nothing was stored.",
            name=path.name,
        )
    )
