"""One thing that two laptops wrote down under two identities, not knowing of each other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inspector_app.domain.bed_walk import person_key
from inspector_app.domain.headcount import BedCheck
from inspector_app.domain.journal import Line
from inspector_app.domain.suspicion import Suspicion
from inspector_app.storage.kinds import KINDS, from_plain

Changes = Mapping[tuple[str, str], tuple[Line, Any]]
"""The last line about each thing, and the value that it set; ``None`` where it was removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two things that are about the same and say something different, each with the line that set it."""

    kind: str
    here: str
    here_line: Line
    there: str
    there_line: Line


def twins_of(here: Changes, there: Changes) -> Iterator[Twins]:
    """Yield what both laptops wrote about one bed on one pass, or decided about one suspicion."""
    yield from _twins(BedCheck, _bed, lambda one: (one.status, one.note), here, there)
    yield from _twins(Suspicion, lambda one: one.key, _decision, here, there)


def _bed(check: BedCheck) -> tuple[str, int]:
    return person_key(check), check.pass_number


def _decision(suspicion: Suspicion) -> tuple[str, str, str | None]:
    return suspicion.state, suspicion.reason, suspicion.finding


def _twins(
    kind: type[Any],
    about: Callable[[Any], Hashable],
    says: Callable[[Any], Hashable],
    here: Changes,
    there: Changes,
) -> Iterator[Twins]:
    word = KINDS[kind]
    ours = {about(value): (value, line) for value, line in _values(kind, here)}
    for theirs, line in _values(kind, there):
        mine, own = ours.get(about(theirs), (theirs, line))
        if mine.id != theirs.id and says(mine) != says(theirs):
            yield Twins(kind=word, here=mine.id, here_line=own, there=theirs.id, there_line=line)


def _values(kind: type[Any], changes: Changes) -> Iterator[tuple[Any, Line]]:
    word = KINDS[kind]
    for (found, _identity), (line, value) in changes.items():
        if found == word and value is not None:
            yield from_plain(kind, value), line
