"""Watches every database of a test: a commit with rows carries exactly one journal line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlite_utils import Database

from inspector_app.storage import cipher

_WRITE = re.compile(
    r"^\s*(INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+\"?(\w+)", re.IGNORECASE
)
_STATE = {"records", "touched", "blobs"}


class CommitRule:
    """Collects the commits that break the rule."""

    def __init__(self) -> None:
        self.broken: list[str] = []
        self.merging = False

    def watch(self, database: Database) -> None:
        """Trace one connection."""
        inside = False
        lines = 0
        rows: set[str] = set()

        def settle() -> None:
            nonlocal lines
            expected = lines >= 1 if self.merging else lines == 1
            if (rows or lines) and not (expected and (rows or self.merging)):
                self.broken.append(f"{lines} journal lines with rows in {sorted(rows)}")
            rows.clear()
            lines = 0

        def trace(statement: str) -> None:
            nonlocal inside, lines
            word = statement.strip().split(" ", 1)[0].rstrip(";").upper()
            if word == "BEGIN":
                inside = True
            elif word in ("COMMIT", "END"):
                inside = False
                settle()
            elif word == "ROLLBACK" and " TO " not in statement.upper():
                inside = False
                lines = 0
                rows.clear()
            elif match := _WRITE.match(statement):
                table = match.group(2).lower()
                if table == "journal":
                    lines += 1
                elif table in _STATE:
                    rows.add(table)
                if not inside:
                    settle()

        database.conn.set_trace_callback(trace)

    @contextmanager
    def while_merging(self) -> Iterator[None]:
        """A merge takes over many lines at once."""
        self.merging = True
        yield
        self.merging = False


@pytest.fixture(autouse=True)
def commit_rule(monkeypatch: pytest.MonkeyPatch) -> Iterator[CommitRule]:
    """Fail a test in which a commit broke the rule."""
    rule = CommitRule()
    connect = cipher.connect

    def watched(path, key):  # type: ignore[no-untyped-def]
        database = connect(path, key)
        rule.watch(database)
        return database

    monkeypatch.setattr(cipher, "connect", watched)
    yield rule
    assert not rule.broken, rule.broken
