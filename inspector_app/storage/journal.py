"""The journal's table: appended to, read, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from inspector_app.domain.ids import DeviceId, LineId, PersonId, Sha256
from inspector_app.domain.journal import Line

_COLUMNS = (
    "id, device, sequence, clock, at, person, what, entity_kind, entity_id, revision, body, previous, hash"
)


class Journal:
    """Lines of all devices that worked in this file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, line: Line) -> None:
        """Write one line; called by the store inside an intention or a merge only."""
        self._database.execute(
            f"INSERT INTO journal ({_COLUMNS}) VALUES ({', '.join('?' * 13)})",  # noqa: S608
            [
                line.id,
                line.device,
                line.sequence,
                line.clock,
                line.at.isoformat(),
                line.person,
                line.what,
                line.entity_kind,
                line.entity_id,
                line.revision,
                line.body,
                line.previous,
                line.hash,
            ],
        )

    def mark_touched(self, kind: str, entity_id: str, line: LineId) -> None:
        """Remember that ``line`` speaks of an entity, so that its history is found at once."""
        self._database.execute(
            "INSERT INTO touched (kind, id, line) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [kind, entity_id, line],
        )

    def last(self, device: DeviceId) -> Line | None:
        """Return the end of a device's chain."""
        return self._one("WHERE device = ? ORDER BY sequence DESC LIMIT 1", [device])

    def at(self, device: DeviceId, sequence: int) -> Line | None:
        """Return one line of a device's chain."""
        return self._one("WHERE device = ? AND sequence = ?", [device, sequence])

    def latest(self) -> Line | None:
        """Return the newest line of all devices."""
        return self._one("ORDER BY clock DESC, device DESC LIMIT 1", [])

    def highest_clock(self) -> int:
        """Return the highest logical clock seen; 0 in an empty journal."""
        return int(self._database.execute("SELECT coalesce(max(clock), 0) FROM journal").fetchone()[0])

    def devices(self) -> list[DeviceId]:
        """Return the devices that wrote here."""
        rows = self._database.execute("SELECT DISTINCT device FROM journal ORDER BY device").fetchall()
        return [DeviceId(row[0]) for row in rows]

    def lines_of(self, device: DeviceId) -> Iterator[Line]:
        """Yield one device's chain from its first line."""
        return self._many("WHERE device = ? ORDER BY sequence", [device])

    def lines(self) -> Iterator[Line]:
        """Yield the union of all chains in its one order."""
        return self._many("ORDER BY clock, device", [])

    def newest(self, count: int) -> list[Line]:
        """Return the last ``count`` lines of the union, newest first."""
        return list(self._many("ORDER BY clock DESC, device DESC LIMIT ?", [count]))

    def lines_about(self, kind: str, entity_id: str) -> Iterator[Line]:
        """Yield the lines that speak of one entity, oldest first."""
        return self._many(
            "WHERE id IN (SELECT line FROM touched WHERE kind = ? AND id = ?) ORDER BY clock, device",
            [kind, entity_id],
        )

    def cited_bytes(self) -> dict[Sha256, int]:
        """Return hash and size of all bytes that the lines say were kept."""
        rows = self._database.execute(
            "SELECT json_extract(blob.value, '$.sha256'), json_extract(blob.value, '$.size') "
            "FROM journal, json_each(journal.body, '$.blobs') AS blob"
        )
        return {Sha256(row[0].removeprefix("sha256:")): int(row[1]) for row in rows}

    def touches(self) -> set[tuple[str, str, str]]:
        """Return what is remembered of which line speaks of what: kind, identity, line."""
        return set(self._database.execute("SELECT kind, id, line FROM touched").fetchall())

    def count_after(self, device: DeviceId, sequence: int) -> int:
        """Return how many lines of a chain follow a place; a salvage may have left some places empty."""
        found = self._database.execute(
            "SELECT count(*) FROM journal WHERE device = ? AND sequence > ?", [device, sequence]
        )
        return int(found.fetchone()[0])

    def count(self) -> int:
        """Return how many lines there are."""
        return int(self._database.execute("SELECT count(*) FROM journal").fetchone()[0])

    def _one(self, clause: str, values: list[Any]) -> Line | None:
        return next(self._many(clause, values), None)

    def _many(self, clause: str, values: list[Any]) -> Iterator[Line]:
        for row in self._database.execute(f"SELECT {_COLUMNS} FROM journal {clause}", values):  # noqa: S608
            yield line_of(row, _time(row[4]))


def line_of(row: Sequence[Any], at: datetime) -> Line:
    """Return the line that a row of the journal holds, its columns in their order."""
    return Line(
        id=LineId(row[0]),
        device=DeviceId(row[1]),
        sequence=row[2],
        clock=row[3],
        at=at,
        person=PersonId(row[5]),
        what=row[6],
        entity_kind=row[7],
        entity_id=row[8],
        revision=row[9],
        body=row[10],
        previous=row[11],
        hash=row[12],
    )


def _time(written: str) -> datetime:
    """Return a line's time; of one that cannot be read, a time that does not fit the line's hash."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
