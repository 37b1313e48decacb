"""One encrypted file: its journal, the state that follows from it, its blobs; intentions alone write."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3.dbapi2 import Cursor, IntegrityError
from sqlite_utils import Database

from inspector_app.domain.chain import NOTHING, canonical_json, check_chain, hash_of
from inspector_app.domain.errors import DamagedFile, DiskFull, EnvironmentProblem, NewerFile
from inspector_app.domain.ids import DeviceId, LineId
from inspector_app.domain.journal import BlobRef, ChainFault, Change, Line, Revision
from inspector_app.domain.people import Author
from inspector_app.domain.ports import Clock, Ids
from inspector_app.domain.salvage import Salvage
from inspector_app.domain.wording import sentence
from inspector_app.storage import cipher, migrations
from inspector_app.storage.blobs import Blobs
from inspector_app.storage.derived import Derived
from inspector_app.storage.faults import told
from inspector_app.storage.journal import Journal
from inspector_app.storage.kinds import KINDS, TYPES, from_plain, to_plain
from inspector_app.storage.log_check import loses_confirmed_work
from inspector_app.storage.merging import Merging, ReadLine, Settings, settings_of
from inspector_app.storage.protection import SchemaFault, schema_faults

T = TypeVar("T")


class Unit:
    """What one intention changes; the values become visible when the intention ends.

    Of several changes to one entity the last one counts.
    """

    def __init__(self) -> None:
        self.changes: dict[tuple[str, str], object | None] = {}
        """By kind and identity; ``None`` where the entity is removed."""
        self.blobs: list[BlobRef] = []

    def put(self, value: object) -> None:
        """Store a new or changed domain value under its ``id``."""
        self.changes[KINDS[type(value)], str(value.id)] = value  # type: ignore[attr-defined]

    def remove(self, kind: type[object], entity_id: str) -> None:
        """Take a value out of the present state; its history stays."""
        self.changes[KINDS[kind], entity_id] = None

    def publish(self, ref: BlobRef) -> None:
        """Keep bytes that were added to the blobs, as part of this intention."""
        self.blobs.append(ref)

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.blobs)

    def body(self) -> str:
        """Return what is journalled: every value as it now is."""
        return canonical_json(
            {
                "blobs": [{"sha256": f"sha256:{ref.sha256}", "size": ref.size} for ref in self.blobs],
                "put": [
                    {"id": entity_id, "kind": kind, "value": to_plain(value)}
                    for (kind, entity_id), value in self.changes.items()
                    if value is not None
                ],
                "removed": [
                    {"id": entity_id, "kind": kind}
                    for (kind, entity_id), value in self.changes.items()
                    if value is None
                ],
            }
        )

    def principal(self) -> tuple[str, str]:
        """Return kind and id of the entity that the line is about: the first one touched."""
        return next(iter(self.changes), ("blob", self.blobs[0].sha256 if self.blobs else ""))


class Store:
    """One open file, owned by the thread that opened it."""

    def __init__(self, path: Path, database: Database, *, clock: Clock, ids: Ids) -> None:
        self.path = path
        self._database = database
        self._clock = clock
        self._ids = ids
        self.journal = Journal(database)
        self.blobs = Blobs(database)
        self.derived = Derived(database)
        self.on_change: Callable[[tuple[Change, ...]], None] | None = None
        self.merges = 0
        """How many packages were taken in since the file was opened: what was read before may be old."""
        self.guard: Callable[[Store, str], None] | None = None
        """Asked before each intention by its word; raises where it may not be written here."""
        self.swept_chunks = 0
        self.was_left_open = False
        """The program did not close this file last time; SQLite recovered what was committed."""

    @contextmanager
    def intention(self, what: str, author: Author) -> Iterator[Unit]:
        """Write what the block puts into the unit, and one journal line, in one transaction.

        Nothing is written when the block raises, and nothing when it changes nothing.
        """
        if self.guard is not None:
            self.guard(self, what)
        with told(self.path):
            unit = Unit()
            with self._database.atomic():
                yield unit
                if unit.is_empty:
                    return
                self._record(unit, what, author)
        if self.on_change is not None:
            self.on_change(
                tuple(Change(inspection=None, kind=kind, id=entity_id) for kind, entity_id in unit.changes)
            )

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._database.conn.in_transaction)

    def get(self, kind: type[T], entity_id: str) -> T | None:
        """Return the present value, or ``None``."""
        row = self._read(
            "SELECT body FROM records WHERE kind = ? AND id = ? AND NOT removed", [KINDS[kind], entity_id]
        ).fetchone()
        return None if row is None else from_plain(kind, json.loads(row[0]))

    def all(self, kind: type[T]) -> list[T]:
        """Return all present values of one kind, in the order of their identities, which is that of time."""
        rows = self._read(
            "SELECT body FROM records WHERE kind = ? AND NOT removed ORDER BY id", [KINDS[kind]]
        )
        return [from_plain(kind, json.loads(row[0])) for row in rows]

    def newest(self, kind: type[T], count: int, before: str) -> list[T]:
        """Return the last ``count`` present values with identities below ``before``, the newest first."""
        rows = self._read(
            "SELECT body FROM records WHERE kind = ? AND NOT removed AND id < ? ORDER BY id DESC LIMIT ?",
            [KINDS[kind], before, count],
        ).fetchall()
        return [from_plain(kind, json.loads(row[0])) for row in rows]

    def fields(self, kind: type[object], *names: str) -> list[tuple[Any, ...]]:
        """Return some fields, as they are written, of all present values in the order of their identities."""
        wanted = ", ".join(f"json_extract(body, '$.{name}')" for name in names)
        sql = f"SELECT {wanted} FROM records WHERE kind = ? AND NOT removed ORDER BY id"  # noqa: S608
        return list(self._read(sql, [KINDS[kind]]).fetchall())

    def count(self, kind: type[object]) -> int:
        """Return how many present values of one kind there are."""
        row = self._read(
            "SELECT count(*) FROM records WHERE kind = ? AND NOT removed", [KINDS[kind]]
        ).fetchone()
        return int(row[0])

    def history(self, kind: type[T], entity_id: str) -> list[Revision]:
        """Return every value the entity ever had, oldest first, with the line that set it."""
        word = KINDS[kind]
        revisions = []
        for line in self.journal.lines_about(word, entity_id):
            values = [
                change["value"]
                for change in json.loads(line.body)["put"]
                if change["kind"] == word and change["id"] == entity_id
            ]
            value = from_plain(kind, values[-1]) if values else None
            revisions.append(Revision(line=line, value=value))
        return revisions

    def merge(self, lines: Iterable[Line]) -> int:
        """Take over another device's lines, in order of their sequence; return how many were new.

        Raises ``ValueError`` for lines that do not continue the chain held here: nothing is taken then.
        """
        with told(self.path), self._database.atomic():
            return self._take((line, None) for line in lines)

    def take_over(
        self, lines: Iterable[ReadLine], refs: Iterable[BlobRef], unit: Unit, what: str, author: Author
    ) -> int:
        """Merge lines with the staged bytes that they cite, and say so in ``unit``, in one transaction."""
        try:
            with told(self.path), self._database.atomic():
                for ref in refs:
                    self.blobs.publish(ref)
                taken = self._take((read.line, read.settings) for read in lines)
                self._record(unit, what, author)
        except IntegrityError as error:
            raise ValueError("a line repeats the identity of another") from error
        self.merges += 1
        if self.on_change is not None:
            self.on_change((Change(inspection=None, kind="merged", id=""),))
        return taken

    def _take(self, lines: Iterable[tuple[Line, Settings | None]]) -> int:
        """Append and apply what is new; what a line says is given where it was read before."""
        taken = 0
        coming = list(lines)
        merging = Merging(self.journal, [line for line, _settings in coming], self.all(Salvage))
        for line, settings in coming:
            if merging.takes(line, fits_its_hash=settings is not None):
                self.journal.append(line)
                self._apply(line, settings)
                taken += 1
        return taken

    def adopt(
        self,
        lines: Iterable[Line],
        refs: Iterable[BlobRef],
        unit: Unit,
        what: str,
        author: Author,
        *,
        after: tuple[int, int],
    ) -> None:
        """Take over lines of a damaged file with gaps between them, then ``unit`` as one more line.

        ``refs`` are staged bytes that the lines cite; ``after`` are the author's last sequence and the
        last clock known to have been used, so that nothing gets the place of a line that was lost.
        """
        with told(self.path), self._database.atomic():
            for ref in refs:
                self.blobs.publish(ref)
            for line in lines:
                self.journal.append(line)
                self._apply(line)
            self._record(unit, what, author, after)

    def shown(self) -> list[tuple[str, str, str]]:
        """Return kind, identity and body of every present value as it is written, readable or not."""
        return list(self._read("SELECT kind, id, body FROM records WHERE NOT removed", []))

    def check(self) -> list[ChainFault]:
        """Return the first fault of each device's chain."""
        faults = (check_chain(self.journal.lines_of(device)) for device in self.journal.devices())
        return [fault for fault in faults if fault is not None]

    def is_readable(self) -> bool:
        """Read every page of a small file and tell whether all of them hold."""
        try:
            found = self._read("PRAGMA quick_check", []).fetchall()
        except DamagedFile:
            return False
        return bool(found == [("ok",)])

    def schema_faults(self) -> list[SchemaFault]:
        """Return what of the file's tables and triggers is not as the program made it."""
        with told(self.path):
            return schema_faults(self._database)

    def meta(self, key: str) -> str | None:
        """Return a fact about the file itself, such as what kind of file it is."""
        row = self._read("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row[0])

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in."""
        with told(self.path):
            self._database.close()

    def _record(self, unit: Unit, what: str, author: Author, after: tuple[int, int] = (0, 0)) -> None:
        kind, entity_id = unit.principal()
        last = self.journal.last(author.device)
        line = Line(
            id=LineId(self._ids.new()),
            device=author.device,
            sequence=max(after[0], 0 if last is None else last.sequence) + 1,
            clock=max(after[1], self.journal.highest_clock()) + 1,
            at=self._clock.now(),
            person=author.person,
            what=what,
            entity_kind=kind,
            entity_id=entity_id,
            revision=self._revision(kind, entity_id) + 1,
            body=unit.body(),
            previous=NOTHING if last is None else last.hash,
            hash="",
        )
        for ref in unit.blobs:
            self.blobs.publish(ref)
        line = replace(line, hash=hash_of(line))
        self.journal.append(line)
        self._apply(line)

    def _apply(self, line: Line, settings: Settings | None = None) -> None:
        """Let one line take effect.

        Of two lines about one entity the later by clock and device wins, in whichever order they
        arrive, and the revision counts them all.
        """
        for setting in settings_of(line) if settings is None else settings:
            kind, entity_id = setting.kind, setting.id
            if kind not in TYPES:
                raise NewerFile(
                    sentence(
                        "This inspection holds entries of a newer version of the program ({kind}). "
                        "Update the program and open it again; nothing was changed.",
                        kind=kind,
                    )
                )
            self.journal.mark_touched(kind, entity_id, line.id)
            self._database.execute(
                """
                INSERT INTO records (kind, id, body, revision, clock, device, removed)
                VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6)
                ON CONFLICT (kind, id) DO UPDATE SET
                    revision = (SELECT count(*) FROM touched WHERE kind = ?1 AND id = ?2),
                    body = iif((?4, ?5) > (clock, device), excluded.body, body),
                    removed = iif((?4, ?5) > (clock, device), excluded.removed, removed),
                    device = iif((?4, ?5) > (clock, device), excluded.device, device),
                    clock = max(clock, excluded.clock)
                """,
                [kind, entity_id, setting.body, line.clock, line.device, int(setting.removed)],
            )

    def _revision(self, kind: str, entity_id: str) -> int:
        row = self._read(
            "SELECT revision FROM records WHERE kind = ? AND id = ?", [kind, entity_id]
        ).fetchone()
        return 0 if row is None else int(row[0])

    def _read(self, sql: str, values: list[object]) -> Cursor:
        with told(self.path):
            return self._database.execute(sql, values)


def open_store(path: Path, key: bytes, *, clock: Clock, ids: Ids, file_kind: str) -> Store:
    """Open the file at ``path``, creating or upgrading it; a newer or foreign file is refused, untouched."""
    is_new = not path.exists()
    was_left_open = _has_log(path)
    _refuse_damage_that_sqlite_passes_over(path, was_left_open=was_left_open)
    if is_new:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with told(path):
        if is_new:
            path.touch(mode=0o600)  # SQLite gives its log and index the same rights
        database = cipher.connect(path, key)
        try:
            cipher.prepare(database)
            _upgrade(database, path, key)
            if is_new:
                with database.atomic():
                    database.table("meta").insert({"key": "file_kind", "value": file_kind}, pk="key")
        except BaseException:
            database.close()
            raise
    store = Store(path, database, clock=clock, ids=ids)
    store.was_left_open = was_left_open
    store.swept_chunks = store.blobs.sweep()
    return store


@contextmanager
def reading_store(path: Path, key: bytes, *, clock: Clock, ids: Ids) -> Iterator[Store]:
    """Open the file at ``path`` and leave it as it is: nothing is upgraded, swept, or folded in."""
    if not path.exists():
        raise EnvironmentProblem(
            sentence("The file {name} is not there. Check its name and try again.", name=path.name)
        )
    with_log = _has_log(path)
    _refuse_damage_that_sqlite_passes_over(path, was_left_open=with_log)
    index = path.with_name(path.name + "-shm")
    had_index = index.exists()
    with told(path):
        database = cipher.connect_reading(path, key, with_log=with_log)
        try:
            _refuse_newer(path, migrations.version_of(database))
            yield Store(path, database, clock=clock, ids=ids)
        finally:
            database.close()
            if not had_index:
                index.unlink(missing_ok=True)


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _refuse_damage_that_sqlite_passes_over(path: Path, *, was_left_open: bool) -> None:
    """SQLite takes an empty file for a new one, and a damaged log for the end of the work."""
    if path.exists() and not path.stat().st_size and was_left_open:
        raise emptied(path)
    if was_left_open and loses_confirmed_work(path):
        raise DamagedFile(
            sentence(
                "The newest entries of {name} stand in a log that is damaged. Both were left as they are; "
                "salvage the file.",
                name=path.name,
            )
        )


def emptied(path: Path) -> DamagedFile:
    """What is said of a file without a byte that held something once."""
    return DamagedFile(
        sentence("The file {name} is empty; what it held is gone. Use a safety copy.", name=path.name)
    )


def _refuse_newer(path: Path, version: int) -> None:
    if version > len(migrations.STEPS):
        raise NewerFile(
            sentence(
                "The file {name} was written by a newer version of the program. "
                "Update the program to open it; the file was not changed.",
                name=path.name,
            )
        )


def _upgrade(database: Database, path: Path, key: bytes) -> None:
    version = migrations.version_of(database)
    _refuse_newer(path, version)
    if 0 < version < len(migrations.STEPS):
        if shutil.disk_usage(path.parent).free < path.stat().st_size:
            raise DiskFull(
                sentence(
                    "There is too little room to bring {name} up to date safely. Free as much space as the "
                    "file is large and try again; the file was not changed.",
                    name=path.name,
                )
            )
        copy = path.with_name(f"{path.name}.before-step-{version + 1}")
        copy.unlink(missing_ok=True)
        cipher.copy_without_blobs(database, key, copy)
    migrations.upgrade(database)


def own_chain(store: Store, device: DeviceId) -> str:
    """Return the hash at the end of this device's chain, or what an empty chain begins from."""
    last = store.journal.last(device)
    return NOTHING if last is None else last.hash
