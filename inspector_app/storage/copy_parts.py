"""Parts of a safety copy: encrypted files that hold some lines and some originals, written once.

A part has the schema of every other file, so the same code reads it. It is made under a name of its
own and never changed afterwards: what one copy wrote, no later copy can spoil.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from inspector_app.domain.chain import hash_of
from inspector_app.domain.errors import DamagedFile
from inspector_app.domain.ids import DeviceId, Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.wording import sentence
from inspector_app.storage import cipher, migrations
from inspector_app.storage.blobs import CHUNK_BYTES, Blobs
from inspector_app.storage.faults import told
from inspector_app.storage.journal import Journal
from inspector_app.storage.log_check import loses_confirmed_work

MOST_BYTES = 1 << 30
"""Originals of one part: sticks with FAT hold no file of 4 GiB, and a part is what a cut costs."""

Heads = dict[str, tuple[int, str]]
"""The end of each device's chain: sequence and hash."""
Watch = Callable[[int], None]
"""Hears of bytes as they are done; may raise to stop."""


class Source:
    """One moment of a file of the workspace, while others go on writing it."""

    def __init__(self, database: Database) -> None:
        self.journal = Journal(database)
        self.blobs = Blobs(database)

    def heads(self) -> Heads:
        """Return where each device's chain ends."""
        ends = (self.journal.last(device) for device in self.journal.devices())
        return {line.device: (line.sequence, line.hash) for line in ends if line is not None}

    def lines_after(self, heads: Heads) -> Iterator[Line]:
        """Yield the lines that follow ``heads``, in the one order of all chains."""
        for line in self.journal.lines():
            if line.sequence > heads.get(line.device, (0, ""))[0]:
                yield line

    def continues(self, heads: Heads) -> bool:
        """Tell whether ``heads`` stand in these chains; a file that was restored or salvaged may differ."""
        for device, (sequence, known) in heads.items():
            line = self.journal.at(DeviceId(device), sequence)
            if line is None or line.hash != known:
                return False
        return True


@contextmanager
def source(path: Path, key: bytes, *, in_use: bool) -> Iterator[Source]:
    """Read one moment of ``path``: one transaction that later work does not disturb.

    ``in_use`` says that this program has the file open elsewhere and looked at its log then.
    """
    with told(path):
        if not in_use and loses_confirmed_work(path):
            raise DamagedFile(
                sentence("The newest entries of {name} stand in a log that is damaged.", name=path.name)
            )
        database = cipher.connect_apart(path, key)
        try:
            database.execute("PRAGMA query_only = ON")
            database.execute("BEGIN")
            database.execute("SELECT count(*) FROM meta").fetchone()  # the moment is chosen by reading
            yield Source(database)
        finally:
            database.close()


def write_part(
    path: Path, key: bytes, lines: Iterable[Line], originals: Iterable[tuple[Sha256, Iterator[bytes]]]
) -> list[Sha256]:
    """Write a new part and return which originals it lacks because they no longer fit their hash.

    Half a part is not left behind.
    """
    damaged = []
    try:
        with told(path):
            database = cipher.connect_apart(path, key)
            try:
                database.execute("PRAGMA journal_mode = MEMORY").fetchone()
                database.execute("PRAGMA synchronous = OFF")  # it is flushed and read back as a whole
                migrations.upgrade(database)
                with database.atomic():
                    journal, blobs = Journal(database), Blobs(database)
                    for line in lines:
                        journal.append(line)
                    for sha256, chunks in originals:
                        if not _keep(blobs, sha256, chunks):
                            damaged.append(sha256)
            finally:
                database.close()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return damaged


def _keep(blobs: Blobs, sha256: Sha256, chunks: Iterator[bytes]) -> bool:
    try:
        ref = blobs.add(chunks)
    except DamagedFile:
        return False
    if ref.sha256 != sha256:
        blobs.drop_staged(ref)
        return False
    blobs.publish(ref)
    return True


class Part:
    """A part that is being read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.journal = Journal(database)
        self.blobs = Blobs(database)

    def holds(self, watch: Watch) -> bool:
        """Read all of it and tell whether everything in it still fits its hash.

        Originals are read by their hashes already; a page check would only decipher them once more.
        """
        if self.journal.count() and self._database.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            return False
        if any(hash_of(line) != line.hash for line in self.journal.lines()):
            return False
        for sha256 in self.blobs.hashes():
            digest = hashlib.sha256()
            for chunk in self.blobs.stream(sha256):
                digest.update(chunk)
                watch(len(chunk))
            if digest.hexdigest() != sha256:
                return False
        return True


@contextmanager
def reading_part(path: Path, key: bytes) -> Iterator[Part]:
    """Open a part; nothing about it or beside it is changed."""
    with told(path):
        database = cipher.connect_reading(path, key, with_log=False)
        try:
            database.execute("SELECT count(*) FROM journal").fetchone()
            yield Part(database)
        finally:
            database.close()


def overhead(size: int) -> int:
    """Return about how many bytes an original of ``size`` takes in a part."""
    return size + size // 50 + 2 * cipher.PAGE_SIZE * (1 + size // CHUNK_BYTES)
