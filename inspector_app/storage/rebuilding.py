"""Makes a file of the workspace anew from the parts of a safety copy: lines, originals, state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from inspector_app.domain.errors import DamagedFile
from inspector_app.domain.ids import Sha256
from inspector_app.domain.journal import BlobRef, Line
from inspector_app.domain.people import Author
from inspector_app.domain.ports import Clock, Ids
from inspector_app.domain.wording import sentence
from inspector_app.storage import cipher, migrations
from inspector_app.storage.copy_parts import Part, Watch, reading_part
from inspector_app.storage.faults import told
from inspector_app.storage.setting_aside import remove
from inspector_app.storage.store import Store, Unit


def lines_of(parts: list[Part]) -> Iterator[Line]:
    """Yield the lines of all parts, in the order in which they were copied: a chain is never reversed."""
    for part in parts:
        yield from part.journal.lines()


def rebuild(
    path: Path,
    key: bytes,
    part_files: list[Path],
    earlier_files: list[Path],
    part_key: bytes,
    unit: Unit,
    author: Author,
    *,
    what: str,
    file_kind: str,
    clock: Clock,
    ids: Ids,
    watch: Watch,
) -> tuple[Sha256, ...]:
    """Write the file at ``path`` and return the originals that its history names and no part holds.

    ``unit`` is the one further line, by which this laptop goes on. ``earlier_files`` are parts of a
    history that was left; only originals are taken from them.
    """
    remove(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    try:
        with ExitStack() as opened, told(path):
            parts = [opened.enter_context(reading_part(one, part_key)) for one in part_files]
            earlier = [opened.enter_context(reading_part(one, part_key)) for one in earlier_files]
            database = cipher.connect(path, key)
            opened.callback(database.close)
            cipher.prepare(database)
            database.execute("PRAGMA journal_mode = MEMORY").fetchone()  # a log would write all twice
            database.execute("PRAGMA synchronous = OFF")  # it is flushed and checked before it is used
            migrations.upgrade(database)
            with database.atomic():
                database.table("meta").insert({"key": "file_kind", "value": file_kind}, pk="key")
            store = Store(path, database, clock=clock, ids=ids)
            lines = list(lines_of(parts))
            if not lines:
                raise DamagedFile(sentence("The safety copy holds no history of this file."))
            cited = _cited(parts)
            refs = list(_stage(store, cited, [*parts, *earlier], watch))
            store.adopt(lines, refs, unit, what, author, after=(0, 0))
            missing = tuple(sorted(cited - {ref.sha256 for ref in refs}))
    except BaseException:
        remove(path)
        raise
    return missing


def _cited(parts: list[Part]) -> set[Sha256]:
    return {sha256 for part in parts for sha256 in part.journal.cited_bytes()}


def _stage(store: Store, cited: set[Sha256], parts: list[Part], watch: Watch) -> Iterator[BlobRef]:
    """Copy each cited original once, from the first part in which it fits its hash."""
    done: set[Sha256] = set()
    for part in parts:
        for sha256 in part.blobs.hashes():
            if sha256 not in cited or sha256 in done:
                continue
            ref = store.blobs.add(_watched(part.blobs.stream(sha256), watch))
            if ref.sha256 == sha256:
                done.add(sha256)
                yield ref
            else:
                store.blobs.drop_staged(ref)


def _watched(chunks: Iterator[bytes], watch: Watch) -> Iterator[bytes]:
    for chunk in chunks:
        yield chunk
        watch(len(chunk))
