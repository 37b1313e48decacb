"""Original bytes under their hash, in chunks, immutable once published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from inspector_app.domain.errors import DamagedFile
from inspector_app.domain.ids import Sha256
from inspector_app.domain.journal import BlobRef
from inspector_app.domain.ports import Steps, finish
from inspector_app.domain.wording import sentence

CHUNK_BYTES = 1 << 20
_CHUNKS_A_COMMIT = 4


def in_chunks(data: bytes) -> Iterator[bytes]:
    """Cut bytes already in memory into chunks without copying more than one at a time."""
    view = memoryview(data)
    for start in range(0, len(data), CHUNK_BYTES):
        yield bytes(view[start : start + CHUNK_BYTES])


class Blobs:
    """Chunks are staged under a batch; only an intention that cites the hash publishes them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._staged: dict[Sha256, int] = {}
        self._begun: set[int] = set()
        """Batches whose chunks are still coming; another may begin between two of them."""

    def add(self, chunks: Iterable[bytes]) -> BlobRef:
        """Write the bytes under a new batch and return their hash and size; not visible until published.

        Outside an intention the chunks go in small commits, so that answers and photographs
        overtake a large import; inside one they share its commit.
        """
        return finish(self.receive(chunks))

    def receive(self, chunks: Iterable[bytes]) -> Steps[BlobRef]:
        """Do what ``add`` does in pieces, outside an intention, with a pause after each small commit."""
        batch = self._next_batch()
        self._begun.add(batch)
        try:
            digest, size = hashlib.sha256(), 0
            waiting: list[tuple[int, int, bytes]] = []
            pieces = (piece for chunk in chunks for piece in in_chunks(chunk))
            for position, piece in enumerate(pieces):
                digest.update(piece)
                size += len(piece)
                waiting.append((batch, position, piece))
                if len(waiting) == _CHUNKS_A_COMMIT:
                    self._write(waiting)
                    waiting = []
                    yield
            self._write(waiting)
            sha256 = Sha256(digest.hexdigest())
            self._staged[sha256] = batch
        finally:
            self._begun.discard(batch)
        return BlobRef(sha256=sha256, size=size)

    def publish(self, ref: BlobRef) -> None:
        """Make staged bytes visible; called by the unit of work of the intention that cites them."""
        batch = self._staged.pop(ref.sha256, None)
        if self.has(ref.sha256):
            if batch is not None:
                self._database.execute("DELETE FROM chunks WHERE batch = ?", [batch])
            return
        if batch is None:
            raise KeyError(f"no staged bytes for {ref.sha256}")
        self._database.execute(
            "INSERT INTO blobs (sha256, batch, size) VALUES (?, ?, ?)", [ref.sha256, batch, ref.size]
        )

    def has(self, sha256: Sha256) -> bool:
        """Tell whether the bytes are here and published."""
        return bool(self._database.execute("SELECT 1 FROM blobs WHERE sha256 = ?", [sha256]).fetchone())

    def stream(self, sha256: Sha256) -> Iterator[bytes]:
        """Yield the bytes chunk by chunk; raises ``DamagedFile`` when they, or some at the end, are missing.

        After a salvage an entry may name bytes that are gone for good.
        """
        row = self._database.execute("SELECT batch, size FROM blobs WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            raise _damaged(sha256)
        position, size = 0, 0
        while True:
            chunk = self._database.execute(
                "SELECT data FROM chunks WHERE batch = ? AND position = ?", [row[0], position]
            ).fetchone()
            if chunk is None:
                break
            yield chunk[0]
            position += 1
            size += len(chunk[0])
        if size != row[1]:
            raise _damaged(sha256)

    def read(self, sha256: Sha256) -> bytes:
        """Return all bytes at once, checked against their hash; for photographs, not for ledgers."""
        data = b"".join(self.stream(sha256))
        if hashlib.sha256(data).hexdigest() != sha256:
            raise _damaged(sha256)
        return data

    def size(self, sha256: Sha256) -> int | None:
        """Return the size of published bytes, or ``None`` when they are not here."""
        row = self._database.execute("SELECT size FROM blobs WHERE sha256 = ?", [sha256]).fetchone()
        return None if row is None else int(row[0])

    def hashes(self) -> list[Sha256]:
        """Return what is published here."""
        return [Sha256(row[0]) for row in self._database.execute("SELECT sha256 FROM blobs").fetchall()]

    def matches(self, sha256: Sha256) -> bool:
        """Read the bytes again and tell whether they still have their hash."""
        digest = hashlib.sha256()
        try:
            for chunk in self.stream(sha256):
                digest.update(chunk)
        except DamagedFile:
            return False
        return digest.hexdigest() == sha256

    def sweep(self) -> int:
        """Drop batches that no intention published (cancelled or killed); return how many chunks went."""
        with self._database.atomic():
            cursor = self._database.execute("DELETE FROM chunks WHERE batch NOT IN (SELECT batch FROM blobs)")
            return int(cursor.rowcount)

    def drop_staged(self, ref: BlobRef) -> None:
        """Forget staged bytes that will not be published."""
        batch = self._staged.pop(ref.sha256, None)
        if batch is not None:
            with self._database.atomic():
                self._database.execute("DELETE FROM chunks WHERE batch = ?", [batch])

    def _next_batch(self) -> int:
        row = self._database.execute(
            "SELECT max(batch) FROM (SELECT 0 AS batch UNION ALL SELECT max(batch) FROM chunks "
            "UNION ALL SELECT max(batch) FROM blobs)"
        ).fetchone()
        return max([int(row[0]), *self._staged.values(), *self._begun]) + 1

    def _write(self, rows: list[tuple[int, int, bytes]]) -> None:
        if rows:
            with self._database.atomic():
                self._database.conn.executemany(
                    "INSERT INTO chunks (batch, position, data) VALUES (?, ?, ?)", rows
                )


def _damaged(sha256: Sha256) -> DamagedFile:
    return DamagedFile(
        sentence(
            "The kept original {hash} is damaged and is not shown. Take it from a safety copy.",
            hash=sha256[:12],
        )
    )
