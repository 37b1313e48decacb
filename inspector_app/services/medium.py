"""What a stick or a share answers while a safety copy is written to it or read, in sentences."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector_app.domain.errors import DamagedFile, DiskFull, EnvironmentProblem
from inspector_app.domain.wording import sentence

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_READ_AT_ONCE = 1 << 20


class NotReadBack(EnvironmentProblem):
    """The medium gives other bytes than were written; what is being copied is not in question."""


@contextmanager
def writing() -> Iterator[None]:
    """Tell what the medium refuses while it is written; damage of what is being copied passes through."""
    try:
        yield
    except DiskFull as problem:
        raise _full() from problem
    except DamagedFile:
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise _full() from error
        if error.errno in _CLOSED:
            raise _read_only() from error
        raise _gone() from error
    except EnvironmentProblem as problem:
        if type(problem) is EnvironmentProblem:
            raise _gone() from problem
        raise


@contextmanager
def reading() -> Iterator[None]:
    """Tell what goes wrong while a copy is read."""
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "The safety copy cannot be read any more. Put the stick back in and try again; "
                "nothing was changed."
            )
        ) from error


def flush(path: Path) -> None:
    """Wait until the bytes are on the medium, and let the system forget that it knows them.

    A stick that only says that it has written them is found out when they are read again. Where the
    system has no such call the bytes may come from its memory.
    """
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Make new names last, where the system and the stick's file system let a folder be flushed."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def digest_of(path: Path, watch: Callable[[int], None]) -> str:
    """Return the SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ_AT_ONCE):
            digest.update(piece)
            watch(len(piece))
    return digest.hexdigest()


def not_read_back() -> NotReadBack:
    """Say that a stick cannot be trusted."""
    return NotReadBack(
        sentence(
            "The stick does not give back what was written to it. The former copy on it is as it was, and "
            "the data on this laptop is safe; use another stick."
        )
    )


def too_little_room(needed: int, free: int) -> DiskFull:
    """Say before anything is written that it would not fit; both in bytes."""
    return DiskFull(
        sentence(
            "The copy needs {needed} MB and the stick has {free} MB left. The former copy on it is as it "
            "was; make room or use another stick.",
            needed=-(-needed // 1_000_000),
            free=free // 1_000_000,
        )
    )


def _full() -> DiskFull:
    return DiskFull(
        sentence(
            "The stick is full. The former copy on it is as it was, and the data on this laptop is safe; "
            "make room or use another stick."
        )
    )


def _read_only() -> EnvironmentProblem:
    return EnvironmentProblem(
        sentence(
            "This place cannot be written. Nothing was changed; check the stick's lock or choose another "
            "place."
        )
    )


def _gone() -> EnvironmentProblem:
    return EnvironmentProblem(
        sentence(
            "The stick is no longer there, or it cannot be written. The former copy on it is as it was, and "
            "the data on this laptop is safe. Put it back in and start the copy again."
        )
    )
