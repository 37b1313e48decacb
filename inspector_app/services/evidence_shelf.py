"""What is known of one file's evidence, kept in memory and brought up to date from the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Generic, TypeVar

from inspector_app.domain.evidence import Citation, Evidence
from inspector_app.storage.kinds import KINDS

if TYPE_CHECKING:
    from inspector_app.storage.store import Store

_MANY = 500
_TOP = "\U0010ffff"
"""Above every identity."""
T = TypeVar("T", Evidence, Citation)


class _Known(Generic[T]):
    """The values of one kind; those from ``unread`` on downwards are still to be read."""

    def __init__(self, kind: type[T]) -> None:
        self._kind: type[T] = kind
        self.values: dict[str, T] = {}
        self.unread: str | None = _TOP

    def read_older(self, store: Store, count: int) -> None:
        """Read the next portion, the newest first; of what was known there, what is gone is forgotten."""
        if self.unread is None:
            return
        portion = store.newest(self._kind, count, self.unread)
        end = portion[-1].id if len(portion) == count else None
        for gone in [known for known in self.values if (end or "") <= known < self.unread]:
            del self.values[gone]
        self.values.update((value.id, value) for value in portion)
        self.values = dict(sorted(self.values.items()))  # identities are ordered by time
        self.unread = end

    def read_one(self, store: Store, entity_id: str) -> None:
        """New identities are the latest, so the order of the dictionary stays that of time."""
        value = store.get(self._kind, entity_id)
        if value is None:
            self.values.pop(entity_id, None)
        elif self.unread is None or entity_id >= self.unread:
            self.values[entity_id] = value


class Shelf:
    """Ten thousand pieces take a third of a second to read: portions, and later only what changed."""

    def __init__(self) -> None:
        self._evidence = _Known(Evidence)
        self._citations = _Known(Citation)
        self._lines = -1
        self._clock = -1

    @property
    def evidence(self) -> list[Evidence]:
        """What was read so far, in the order of intake."""
        return list(self._evidence.values.values())

    @property
    def citations(self) -> list[Citation]:
        return list(self._citations.values.values())

    @property
    def is_whole(self) -> bool:
        return self._evidence.unread is None and self._citations.unread is None

    def catch_up(self, store: Store, portion: int | None = None) -> None:
        """Read what changed, then ``portion`` of what was never read, the newest first, or all of it.

        Where lines came from elsewhere, or too many came, everything is read anew; until it is, what
        was known before stands.
        """
        lines, clock = store.journal.count(), store.journal.highest_clock()
        new = lines - self._lines
        # A merge may bring lines of an earlier clock; lines written here raise it by one each.
        if self._lines < 0 or new > _MANY or clock - self._clock != new:
            self._evidence.unread = self._citations.unread = _TOP
        elif new:
            self._read_newest(store, new)
        self._lines, self._clock = lines, clock
        count = portion or max(store.count(Evidence), store.count(Citation)) + 1
        for known in (self._evidence, self._citations):
            known.read_older(store, count)

    def _read_newest(self, store: Store, count: int) -> None:
        touched: set[tuple[str, str]] = set()
        for line in store.journal.newest(count):
            body = json.loads(line.body)
            touched.update((change["kind"], change["id"]) for change in (*body["put"], *body["removed"]))
        for kind, entity_id in sorted(touched):
            if kind == KINDS[Evidence]:
                self._evidence.read_one(store, entity_id)
            elif kind == KINDS[Citation]:
                self._citations.read_one(store, entity_id)
