"""What is known of one file's evidence, kept in memory and brought up to date from the journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from inspector_app.domain.evidence import Citation, Evidence
from inspector_app.storage.kinds import KINDS

if TYPE_CHECKING:
    from inspector_app.storage.store import Store

_MANY = 500
T = TypeVar("T")


class Shelf:
    """Ten thousand pieces take a fifth of a second to read; after one photograph, one is read."""

    def __init__(self) -> None:
        self.evidence: dict[str, Evidence] = {}
        self.citations: dict[str, Citation] = {}
        self._lines = -1
        self._clock = -1

    def catch_up(self, store: Store) -> None:
        """Read what changed; everything, where lines came from elsewhere or too many came."""
        lines, clock = store.journal.count(), store.journal.highest_clock()
        new = lines - self._lines
        if new == 0 and clock == self._clock:
            return
        # A merge may bring lines of an earlier clock; lines written here raise it by one each.
        if self._lines < 0 or new > _MANY or clock - self._clock != new:
            self.evidence = {known.id: known for known in store.all(Evidence)}
            self.citations = {known.id: known for known in store.all(Citation)}
        else:
            self._read_newest(store, new)
        self._lines, self._clock = lines, clock

    def _read_newest(self, store: Store, count: int) -> None:
        touched: set[tuple[str, str]] = set()
        for line in store.journal.newest(count):
            body = json.loads(line.body)
            touched.update((change["kind"], change["id"]) for change in (*body["put"], *body["removed"]))
        for kind, entity_id in sorted(touched):
            if kind == KINDS[Evidence]:
                _put(self.evidence, entity_id, store.get(Evidence, entity_id))
            elif kind == KINDS[Citation]:
                _put(self.citations, entity_id, store.get(Citation, entity_id))


def _put(known: dict[str, T], entity_id: str, value: T | None) -> None:
    """New identities are the latest, so the order of the dictionary stays that of time."""
    if value is None:
        known.pop(entity_id, None)
    else:
        known[entity_id] = value
