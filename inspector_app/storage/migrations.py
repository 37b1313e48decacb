"""Steps of the schema: append only, numbered, each complete in itself, never edited once released."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

_FIXED_EVIDENCE_FIELDS = (
    "sha256",
    "size",
    "group",
    "running_number",
    "device",
    "taken_in_at",
    "taken_in_by",
    "captured_at",
    "capture_device",
    "original_name",
    "is_original",
    "way",
)


def _step_1(database: Database) -> None:
    """Journal, state, blobs, derived data."""
    database.execute("""
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT
    """)
    database.execute("""
        CREATE TABLE journal (
            id TEXT PRIMARY KEY,
            device TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            clock INTEGER NOT NULL,
            at TEXT NOT NULL,
            person TEXT NOT NULL,
            what TEXT NOT NULL,
            entity_kind TEXT NOT NULL,
            entity_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            body TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL,
            UNIQUE (device, sequence)
        ) STRICT
    """)
    database.execute("CREATE INDEX journal_clock ON journal (clock, device)")
    database.execute("""
        CREATE TABLE touched (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            line TEXT NOT NULL REFERENCES journal (id),
            PRIMARY KEY (kind, id, line)
        ) STRICT, WITHOUT ROWID
    """)
    database.execute("""
        CREATE TABLE records (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            body TEXT NOT NULL,
            revision INTEGER NOT NULL,
            clock INTEGER NOT NULL,
            device TEXT NOT NULL,
            removed INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID
    """)
    database.execute("""
        CREATE TABLE chunks (
            batch INTEGER NOT NULL,
            position INTEGER NOT NULL,
            data BLOB NOT NULL,
            UNIQUE (batch, position)
        ) STRICT
    """)
    database.execute("""
        CREATE TABLE blobs (
            sha256 TEXT PRIMARY KEY,
            batch INTEGER NOT NULL UNIQUE,
            size INTEGER NOT NULL
        ) STRICT
    """)
    database.execute("""
        CREATE TABLE derived (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT
    """)
    for name, table, event, condition in (
        ("journal_keeps", "journal", "UPDATE", ""),
        ("journal_stays", "journal", "DELETE", ""),
        ("touched_keeps", "touched", "UPDATE", ""),
        ("touched_stays", "touched", "DELETE", ""),
        ("chunks_keep", "chunks", "UPDATE", ""),
        ("chunks_stay", "chunks", "DELETE", "WHEN OLD.batch IN (SELECT batch FROM blobs)"),
        ("blobs_keep", "blobs", "UPDATE", ""),
        ("blobs_stay", "blobs", "DELETE", ""),
        ("records_stay", "records", "DELETE", ""),
        ("document_revisions_keep", "records", "UPDATE", "WHEN OLD.kind = 'document_revision'"),
        (
            "evidence_keeps_its_bytes",
            "records",
            "UPDATE",
            "WHEN OLD.kind = 'evidence' AND (NEW.removed OR "
            + " OR ".join(
                f"json_extract(NEW.body, '$.{field}') IS NOT json_extract(OLD.body, '$.{field}')"
                for field in _FIXED_EVIDENCE_FIELDS
            )
            + ")",
        ),
    ):
        database.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{table} cannot be changed'); END"
        )


STEPS: tuple[Callable[[Database], None], ...] = (_step_1,)


def version_of(database: Database) -> int:
    """Return how many steps the file has taken; 0 for an empty file."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def upgrade(database: Database, upto: int = len(STEPS)) -> None:
    """Take the steps that are missing, each in one transaction with its number."""
    for number, step in enumerate(STEPS[version_of(database) : upto], start=version_of(database) + 1):
        with database.atomic():
            step(database)
            database.execute(f"PRAGMA user_version = {number}")
