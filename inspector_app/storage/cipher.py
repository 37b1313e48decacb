"""Opens encrypted SQLite files; the parameters here are written into every file and cannot change later."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
from sqlcipher3 import dbapi2

from inspector_app.storage.telling import telling

# sqlite-utils looks for a module of this name first, and only then catches the right exceptions.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

if TYPE_CHECKING:
    from sqlite_utils import Database

PAGE_SIZE = 16384
"""Bytes; photographs decide the volume, and large pages halve their cost (docs/decisions/0001)."""

KEY_BYTES = 32


def connect(path: Path, key: bytes) -> Database:
    """Open or create ``path`` under a raw ``key`` of 32 bytes; nothing is read yet."""
    return _connect(path, str(path), key)


def connect_apart(path: Path, key: bytes) -> Database:
    """Open what is no store of the desk: a part of a safety copy, or a second look at a file in use."""
    return _connect(path, str(path), key)


def connect_reading(path: Path, key: bytes, *, with_log: bool) -> Database:
    """Open ``path`` for reading only; ``with_log`` when work stands in its write-ahead log alone.

    With a log SQLite makes an index file beside it; without one nothing in the folder changes.
    """
    return _connect(
        path, f"{path.resolve().as_uri()}?{'mode=ro' if with_log else 'immutable=1'}", key, uri=True
    )


def _connect(path: Path, name: str, key: bytes, *, uri: bool = False) -> Database:
    from sqlite_utils import Database

    if len(key) != KEY_BYTES:
        raise ValueError(f"a raw key has {KEY_BYTES} bytes")
    connection = dbapi2.connect(name, isolation_level=None, timeout=5.0, uri=uri, factory=telling(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_SIZE}")
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to standard error
    connection.execute("PRAGMA cipher_memory_security = OFF")
    return Database(connection, strict=True)


def prepare(database: Database) -> None:
    """Read the first page (a wrong key shows here) and set what every connection needs."""
    database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "trusted_schema = OFF",
    ):
        database.execute(f"PRAGMA {pragma}").fetchone()


def copy_without_blobs(database: Database, key: bytes, target: Path) -> None:
    """Write all tables but the blobs' chunks to a new encrypted file, as a copy before a migration."""
    database.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{key.hex()}'\"", [str(target)])
    try:
        database.execute(f"PRAGMA copy.cipher_page_size = {PAGE_SIZE}")
        for name in database.table_names():
            if name != "chunks" and not name.startswith("sqlite_"):
                database.execute(f'CREATE TABLE copy."{name}" AS SELECT * FROM main."{name}"')  # noqa: S608
    finally:
        database.execute("DETACH DATABASE copy")
