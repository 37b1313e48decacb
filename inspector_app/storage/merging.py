"""Which lines of another laptop continue the chains held here, and where a salvage left a place empty."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector_app.domain.chain import NOTHING, canonical_json, hash_of
from inspector_app.domain.ids import DeviceId
from inspector_app.domain.journal import Line
from inspector_app.domain.salvage import Salvage
from inspector_app.storage.journal import Journal
from inspector_app.storage.kinds import KINDS, from_plain

Place = tuple[DeviceId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a line says of one thing."""

    kind: str
    id: str
    body: str
    """The value as it is written."""
    removed: bool


Settings = tuple[Setting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """A line that was found to fit its hash, and what it says: most of the time of a merge goes there."""

    line: Line
    settings: Settings


def read_line(line: Line) -> ReadLine:
    """Read a line before its merge; raises ``ValueError`` where it does not fit its hash."""
    if hash_of(line) != line.hash:
        raise ValueError(f"line {line.sequence} of {line.device} has another hash")
    return ReadLine(line=line, settings=settings_of(line))


def settings_of(line: Line) -> Settings:
    """Return what a line says of each thing that it speaks of."""
    body = json.loads(line.body)
    put = (
        Setting(kind=one["kind"], id=one["id"], body=canonical_json(one["value"]), removed=False)
        for one in body["put"]
    )
    removed = (Setting(kind=one["kind"], id=one["id"], body="{}", removed=True) for one in body["removed"])
    return (*put, *removed)


class Merging:
    """Judges lines one after the other, while those that it takes are appended."""

    def __init__(self, journal: Journal, lines: Sequence[Line], known: Iterable[Salvage]) -> None:
        self._journal = journal
        self._ends: dict[DeviceId, Line | None] = {}
        self._coming = {(line.device, line.sequence): line for line in lines}
        self._lost = frozenset(
            (lost.device, lost.sequence) for one in (*known, *_salvages(lines)) for lost in one.lost_lines
        )

    def takes(self, line: Line, *, fits_its_hash: bool = False) -> bool:
        """Tell whether a line is new here; raises ``ValueError`` for one that does not continue its chain.

        A line that a salvage lost, here or there, comes back where the line held after it names its hash.
        ``fits_its_hash`` says that this was looked at already.
        """
        if line.device not in self._ends:
            self._ends[line.device] = self._journal.last(line.device)
        last = self._ends[line.device]
        if last is not None and line.sequence <= last.sequence:
            held = self._journal.at(line.device, line.sequence)
            if held is None:
                return self._fills_a_gap(line)
            if held.hash != line.hash:
                raise ValueError(f"line {line.sequence} of {line.device} is another one here")
            return False
        before, expected = (NOTHING, 1) if last is None else (last.hash, last.sequence + 1)
        missing = range(expected, line.sequence)
        follows = (
            all((line.device, number) in self._lost for number in missing)
            if missing
            else (line.previous, line.sequence) == (before, expected)
        )
        if not follows or not (fits_its_hash or hash_of(line) == line.hash):
            raise ValueError(f"line {line.sequence} of {line.device} does not continue the chain")
        self._ends[line.device] = line
        return True

    def _fills_a_gap(self, line: Line) -> bool:
        """Tell whether lines that come lead without a break from this one to one that is held here."""
        here = line
        while hash_of(here) == here.hash:
            after = (here.device, here.sequence + 1)
            held = self._journal.at(*after)
            following = held or self._coming.get(after)
            if following is None or following.previous != here.hash:
                return False
            if held is not None:
                return True
            here = following
        return False


def _salvages(lines: Iterable[Line]) -> Iterable[Salvage]:
    word = KINDS[Salvage]
    for line in lines:
        if line.entity_kind == word:
            for change in json.loads(line.body)["put"]:
                if change["kind"] == word:
                    yield from_plain(Salvage, change["value"])
