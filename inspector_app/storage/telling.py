"""Connections whose every statement and every row tells environment errors as problems.

A page that does not hold shows wherever it is read: in a list, in a photograph, in the history. None
of these places may take it for a bug of the program.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from inspector_app.storage.faults import told


def telling(path: Path) -> type[dbapi2.Connection]:
    """Return the class of connections to ``path``."""

    class TellingCursor(dbapi2.Cursor):  # type: ignore[misc]
        def execute(self, *arguments: Any) -> Any:
            with told(path):
                return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> Any:
            with told(path):
                return super().executemany(*arguments)

        def fetchone(self) -> Any:
            with told(path):
                return super().fetchone()

        def fetchall(self) -> Any:
            with told(path):
                return super().fetchall()

        def __next__(self) -> Any:
            try:  # once a row: the context manager would cost more than the row
                return super().__next__()
            except dbapi2.DatabaseError as error:
                with told(path):
                    raise error from None

    class TellingConnection(dbapi2.Connection):  # type: ignore[misc]
        def cursor(self, factory: Any = TellingCursor) -> Any:
            return super().cursor(factory)

    return TellingConnection
