"""A file of a ledger as it is handed in: read once in slices, hashed as it is read, never copied."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.ids import Sha256
from inspector_app.domain.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """Where the bytes come from; ``open`` may be called more than once and gives them from the start."""

    name: str
    open: Callable[[], BinaryIO]
    size: int
    state: Callable[[], object] = lambda: None
    """What must be the same before and after reading, such as size and time of change."""

    @classmethod
    def of_bytes(cls, name: str, content: bytes) -> SourceFile:
        """Bytes that are in memory already."""
        return cls(name=name, open=lambda: io.BytesIO(content), size=len(content))

    @classmethod
    def of_path(cls, path: Path) -> SourceFile:
        """A file on disk; what cannot be opened is told in a sentence."""
        try:
            size = path.stat().st_size
        except OSError as error:
            raise _unreadable(path.name, error) from error
        return cls(name=path.name, open=lambda: _open(path), size=size, state=lambda: _state(path))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path.name, error) from error


def _state(path: Path) -> object:
    try:
        found = path.stat()
    except OSError as error:
        raise _unreadable(path.name, error) from error
    return found.st_size, found.st_mtime_ns


def _unreadable(name: str, error: OSError) -> EnvironmentProblem:
    return EnvironmentProblem(
        sentence(
            "The file {name} could not be read: {reason}. Nothing was changed. Close it in other programs "
            "and check that its drive is still there.",
            name=name,
            reason=error.strerror or str(error),
        )
    )


class Watched:
    """Reads a source once from its start to its end, hashing what passes."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.read = 0
        self._hash = hashlib.sha256()
        self._before = source.state()

    def pieces(self, size: int) -> Iterator[bytes]:
        """Yield the bytes in order; a drive that goes away is a sentence."""
        with self.source.open() as stream:
            while True:
                try:
                    piece = stream.read(size)
                except OSError as error:
                    raise _unreadable(self.source.name, error) from error
                if not piece:
                    return
                self._hash.update(piece)
                self.read += len(piece)
                yield piece

    def whole(self, most: int, refusal: Callable[[str], Exception]) -> bytes:
        """Return all bytes, at most ``most``."""
        if self.source.size > most:
            raise refusal(self.source.name)
        found: list[bytes] = []
        for piece in self.pieces(1 << 24):
            found.append(piece)
            if self.read > most:
                raise refusal(self.source.name)
        return b"".join(found)

    def finish(self) -> Sha256:
        """Return the hash of what was read; refuse a file that changed meanwhile."""
        if self.source.state() != self._before:
            raise UnusableInput(
                sentence(
                    "The file {name} was changed while it was read. Nothing was kept. Wait until the other "
                    "program has finished with it, or copy it, and read it again.",
                    name=self.source.name,
                )
            )
        return Sha256(self._hash.hexdigest())
