"""One person in one bed, looked at by two laptops that did not know of each other's look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inspector_app.domain.bed_walk import person_key
from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.journal import Line
from inspector_app.storage.kinds import KINDS, from_plain

WORD = KINDS[BedCheck]
Changes = Mapping[tuple[str, str], tuple[Line, Any]]
"""The last line about each thing, and the value that it set; ``None`` where it was removed."""


def twin_beds(here: Changes, there: Changes) -> Iterator[tuple[tuple[str, Line], tuple[str, Line]]]:
    """Yield identity and line of both looks where they say something different of the same pass."""
    ours = {_place(check): (check, line) for check, line in _looks(here)}
    for theirs, line in _looks(there):
        found = ours.get(_place(theirs))
        if found is None or found[0].id == theirs.id:
            continue
        mine = found[0]
        if (mine.status, mine.note) != (theirs.status, theirs.note):
            yield (mine.id, found[1]), (theirs.id, line)


def _place(check: BedCheck) -> tuple[str, int]:
    return person_key(check), check.pass_number


def _looks(changes: Changes) -> Iterator[tuple[BedCheck, Line]]:
    for (kind, _identity), (line, value) in changes.items():
        if kind == WORD and value is not None:
            yield from_plain(BedCheck, value), line
