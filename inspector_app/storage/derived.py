"""What can be made anew at any time: thumbnails, cards of the list; kept for speed, never journalled."""

from __future__ import annotations

from sqlite_utils import Database


class Derived:
    """Bytes under a key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, key: str, value: bytes) -> None:
        """Keep or replace a value."""
        with self._database.atomic():
            self._database.execute(
                "INSERT INTO derived (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )

    def get(self, key: str) -> bytes | None:
        """Return a value, or ``None`` when it has to be made anew."""
        row = self._database.execute("SELECT value FROM derived WHERE key = ?", [key]).fetchone()
        return None if row is None else bytes(row[0])

    def starting_with(self, prefix: str) -> dict[str, bytes]:
        """Return all values whose key begins with ``prefix``."""
        rows = self._database.execute(
            "SELECT key, value FROM derived WHERE key >= ? AND key < ? ORDER BY key",
            [prefix, prefix + "\uffff"],
        )
        return {row[0]: bytes(row[1]) for row in rows}

    def drop(self, key: str) -> None:
        """Forget a value."""
        with self._database.atomic():
            self._database.execute("DELETE FROM derived WHERE key = ?", [key])
