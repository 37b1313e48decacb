"""Gathers what a damaged file still holds, told apart by the shape of the rows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from inspector_app.domain.chain import hash_of
from inspector_app.domain.ids import DeviceId
from inspector_app.domain.journal import Line
from inspector_app.domain.ports import Progress
from inspector_app.domain.salvage import LostLine
from inspector_app.storage.cells import Row, UnreadablePage, rows_of
from inspector_app.storage.journal import line_of
from inspector_app.storage.pages import Pages

_ID_LENGTH, _HASH_LENGTH = 32, 64


@dataclass(frozen=True, slots=True)
class StateRow:
    """A row of the state: the present value of one entity."""

    body: str
    clock: int
    device: str
    removed: bool


@dataclass(slots=True)
class Remains:
    """All that could be read; nothing here was taken on trust but pages whose check sum holds."""

    lines: dict[str, Line] = field(default_factory=dict)
    broken: dict[str, LostLine] = field(default_factory=dict)
    """Lines that stood here, by identity, with what is left of them."""
    about: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What a broken line was about."""
    state: dict[tuple[str, str], StateRow] = field(default_factory=dict)
    touched: set[tuple[str, str, str]] = field(default_factory=set)
    chunks: dict[tuple[int, int], int] = field(default_factory=dict)
    """By batch and position, the page where the chunk begins."""
    blobs: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Batch and size by hash."""
    line_ids: dict[int, str] = field(default_factory=dict)
    sequences: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Identity, and device and sequence, by the row number of the line; from the indexes."""
    clock: int = 0
    accounted: set[int] = field(default_factory=set)
    """Damaged pages of which a row says what stood on them."""
    is_checked: bool = True
    """The pages' own check sums were made; else only lines and originals prove themselves."""

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.state)

    def cited(self) -> dict[str, int]:
        """Return hash and size of all originals that anything here says were kept."""
        found = {sha256: size for sha256, (_batch, size) in self.blobs.items()}
        for line in self.lines.values():
            for blob in json.loads(line.body)["blobs"]:
                found[blob["sha256"].removeprefix("sha256:")] = blob["size"]
        for (kind, _id), row in self.state.items():
            value = {} if row.removed else json.loads(row.body)
            if kind == "document_revision" or (kind == "evidence" and value.get("stored")):
                found.setdefault(value["sha256"], value["size"])
        return found

    def lost_lines(self) -> list[LostLine]:
        """Return the lines that are known to have stood here and do not hold any more."""
        held = {(line.device, line.sequence) for line in self.lines.values()}
        lost: dict[tuple[str, int], LostLine] = {}
        known = {line.id: (line.device, line.sequence) for line in self.broken.values()}
        for rowid, key in self.sequences.items():
            if key not in held:
                identity = self.line_ids.get(rowid, "")
                lost[key] = self.broken.get(identity) or _lost(*key, identity)
        for line in self.broken.values():
            lost[line.device, line.sequence] = line
        last: dict[str, int] = {}
        for device, sequence in held | set(lost) if self.is_checked else held:
            last[device] = max(last.get(device, 0), sequence)
        for device, sequence in last.items():
            for number in range(1, sequence):
                if (device, number) not in held and (device, number) not in lost:
                    lost[device, number] = _lost(device, number)
        named = {line.id for line in lost.values()} | set(known)
        nameless = sorted(self._spoken_of() - set(self.lines) - named)
        spare = sum(not line.id for line in lost.values())
        found = [lost[key] for key in sorted(lost)]
        return found + [_lost("", 0, identity) for identity in nameless[spare:]]

    def _spoken_of(self) -> set[str]:
        return set(self.line_ids.values()) | {line for _kind, _id, line in self.touched if line}


def _lost(device: str, sequence: int, identity: str = "") -> LostLine:
    return LostLine(device=DeviceId(device), sequence=sequence, id=identity)


def gather(pages: Pages, progress: Progress) -> Remains:
    """Read every page that holds; pages that hold and still make no sense are counted as damaged."""
    remains = Remains(is_checked=pages.salt_found)
    total = pages.count * 2
    for done, number in enumerate(pages.numbers()):
        if done % 64 == 0:
            progress.report(done, total)
        try:
            for row in rows_of(pages, number):
                _sort_in(remains, row)
                if row.missing:
                    remains.accounted.add(row.missing)
        except UnreadablePage:
            pages.damaged.add(number)
    for identity in set(remains.broken) & set(remains.lines):
        del remains.broken[identity]
    if not remains.is_checked:
        remains.touched |= {(kind, identity, "") for kind, identity in remains.state}
        remains.state.clear()  # nothing proves these
    return remains


def _sort_in(remains: Remains, row: Row) -> None:
    if row.in_table:
        _sort_table_row(remains, row)
    elif row.is_whole:
        _sort_index_row(remains, row.values)


def _sort_table_row(remains: Remains, row: Row) -> None:
    match row.values:
        case (str(identity), str(device), int(sequence), int(), str(at), str(), str(what), *_) if (
            len(row.values) == 13 or not row.is_whole
        ):
            line = _line(row.values) if row.is_whole else None
            if line is not None and hash_of(line) == line.hash:
                remains.lines[identity] = line
            else:
                remains.broken[identity] = LostLine(
                    device=DeviceId(device), sequence=sequence, at=_time(at), what=what, id=identity
                )
                if len(row.values) >= 9:
                    remains.about[identity] = (str(row.values[7]), str(row.values[8]))
        case (int(batch), int(position), bytes()) if row.is_whole:
            remains.chunks[batch, position] = row.page
        case (str(sha256), int(batch), int(size)) if len(sha256) == _HASH_LENGTH:
            remains.blobs[sha256] = (batch, size)


def _sort_index_row(remains: Remains, values: tuple[Any, ...]) -> None:
    """Tables without row numbers stand among the indexes; these tell what lines there were."""
    match values:
        case (str(kind), str(identity), str(body), int(), int(clock), str(device), int(removed)):
            known = remains.state.get((kind, identity))
            if known is None or (known.clock, known.device) < (clock, device):
                remains.state[kind, identity] = StateRow(body, clock, device, bool(removed))
            remains.clock = max(remains.clock, clock)
        case (str(kind), str(identity), str(line)):
            remains.touched.add((kind, identity, line))
        case (str(device), int(sequence), int(rowid)):
            remains.sequences[rowid] = (device, sequence)
        case (int(clock), str(), int()):
            remains.clock = max(remains.clock, clock)
        case (str(identity), int(rowid)) if len(identity) == _ID_LENGTH:
            remains.line_ids[rowid] = identity


def _line(values: tuple[Any, ...]) -> Line | None:
    at = _time(values[4])
    kinds = (str, str, int, int, str, str, str, str, str, int, str, str, str)
    if at is None or not all(map(isinstance, values, kinds)):
        return None
    return line_of(values, at)


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def read_chunk(pages: Pages, page: int, batch: int, position: int) -> bytes:
    """Read one chunk again from the page where it begins; empty where it is no longer whole."""
    for row in rows_of(pages, page):
        match row.values:
            case (int(this), int(at), bytes(data)) if row.is_whole and (this, at) == (batch, position):
                return data
    return b""
