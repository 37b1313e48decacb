"""Whether a file still has the shape that the program gave it, and the triggers that keep its lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from inspector_app.storage import migrations


class Tampering(Enum):
    """What was done to one part of a file's schema."""

    REMOVED = "removed"
    CHANGED = "changed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaFault:
    """One table, index or trigger that is not as the program made it."""

    kind: str
    """``table``, ``index``, ``trigger`` or ``view``."""
    name: str
    tampering: Tampering


def schema_faults(database: Database) -> list[SchemaFault]:
    """Compare every table, index and trigger with what the steps of this file's version make."""
    expected, found = _made_by(migrations.version_of(database)), _schema(database)
    return [
        SchemaFault(kind=kind, name=name, tampering=_tampering((kind, name), expected, found))
        for kind, name in sorted(expected.keys() | found.keys())
        if expected.get((kind, name)) != found.get((kind, name))
    ]


def _tampering(
    key: tuple[str, str], expected: dict[tuple[str, str], str], found: dict[tuple[str, str], str]
) -> Tampering:
    if key not in found:
        return Tampering.REMOVED
    return Tampering.CHANGED if key in expected else Tampering.ADDED


@cache
def _made_by(version: int) -> dict[tuple[str, str], str]:
    database = Database(dbapi2.connect(":memory:", isolation_level=None))
    try:
        migrations.upgrade(database, version)
        return _schema(database)
    finally:
        database.close()


def _schema(database: Database) -> dict[tuple[str, str], str]:
    """Return the words of each part; SQLite's own indexes and statistics have none that matter."""
    rows = database.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {(str(kind), str(name)): str(sql) for kind, name, sql in rows}
