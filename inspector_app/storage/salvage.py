"""Salvages a damaged file into a new one: what proves itself is kept, what is lost is named."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.errors import DamagedFile, DiskFull, NewerFile
from inspector_app.domain.ids import Sha256
from inspector_app.domain.journal import BlobRef, Line
from inspector_app.domain.people import Author
from inspector_app.domain.ports import Clock, Ids, Progress
from inspector_app.domain.salvage import Entry, LostBytes, Salvage
from inspector_app.domain.wording import sentence
from inspector_app.storage import migrations
from inspector_app.storage.kinds import TYPES, from_plain
from inspector_app.storage.pages import Pages
from inspector_app.storage.remains import Remains, gather, read_chunk
from inspector_app.storage.setting_aside import remove
from inspector_app.storage.store import Store, Unit, open_store

SALVAGED = "salvaged from a damaged file"


@dataclass(frozen=True, slots=True)
class Target:
    """The new file, and what writes into it."""

    path: Path
    key: bytes
    clock: Clock
    ids: Ids
    file_kind: str


def salvage(
    source: Path, key: bytes, target: Target, author: Author, set_aside: str, progress: Progress
) -> Salvage:
    """Read ``source``, which is not changed, and write what holds into ``target``; return what was lost.

    The new file is closed and checked when this returns; ``set_aside`` is the name that the damaged
    one will have. Raises a ``Problem``, and leaves no target, when nothing can be kept.
    """
    if shutil.disk_usage(target.path.parent).free < source.stat().st_size:
        raise DiskFull(
            sentence(
                "There is too little room to salvage {name}. Free as much space as the file is large and "
                "try again; the file was not changed.",
                name=source.name,
            )
        )
    pages = Pages(source, key)
    remove(target.path)
    try:
        _refuse_newer(pages, source)
        remains = gather(pages, progress)
        if remains.is_empty:
            raise DamagedFile(
                sentence(
                    "Nothing in {name} can be read any more. It was left as it is; use a safety copy.",
                    name=source.name,
                )
            )
        store = open_store(
            target.path, target.key, clock=target.clock, ids=target.ids, file_kind=target.file_kind
        )
        try:
            kept = dict(_copy_bytes(store, pages, remains, progress))
            record = _write(store, pages, remains, kept, author, target, set_aside)
        finally:
            store.close()
        _verify(target, record, kept)
    except BaseException:
        remove(target.path)
        raise
    finally:
        pages.close()
    return record


def _refuse_newer(pages: Pages, source: Path) -> None:
    """A file of later steps holds what this version would leave behind without a word."""
    if pages.salt_found and 1 in set(pages.numbers()):
        step = int.from_bytes(pages.read(1)[60:64], "big")
        if step > len(migrations.STEPS):
            raise NewerFile(
                sentence(
                    "The file {name} was written by a newer version of the program. "
                    "Update the program to open it; the file was not changed.",
                    name=source.name,
                )
            )


def _copy_bytes(
    store: Store, pages: Pages, remains: Remains, progress: Progress
) -> Iterator[tuple[str, BlobRef]]:
    """Copy each original whose hash holds; it is staged until the lines that cite it are there."""
    wanted = remains.cited()
    orphans = _orphans(pages, remains, wanted)
    for done, sha256 in enumerate(sorted(wanted)):
        progress.report(pages.count + pages.count * done // len(wanted), pages.count * 2)
        batch = remains.blobs[sha256][0] if sha256 in remains.blobs else orphans.get(sha256)
        if batch is None:
            continue
        ref = store.blobs.add(_chunks(pages, remains, batch))
        if ref.sha256 == sha256:
            yield sha256, ref
        else:
            store.blobs.drop_staged(ref)


def _orphans(pages: Pages, remains: Remains, wanted: dict[str, int]) -> dict[str, int]:
    """Find originals whose entry in the list of blobs is gone by the hash of each nameless batch."""
    if not set(wanted) - set(remains.blobs):
        return {}
    named = {batch for batch, _size in remains.blobs.values()}
    found = {}
    for batch in {batch for batch, _position in remains.chunks} - named:
        digest = hashlib.sha256()
        for data in _chunks(pages, remains, batch):
            digest.update(data)
        found[digest.hexdigest()] = batch
    return found


def _chunks(pages: Pages, remains: Remains, batch: int) -> Iterator[bytes]:
    position = 0
    while (batch, position) in remains.chunks:
        yield read_chunk(pages, remains.chunks[batch, position], batch, position)
        position += 1


def _write(
    store: Store,
    pages: Pages,
    remains: Remains,
    kept: dict[str, BlobRef],
    author: Author,
    target: Target,
    set_aside: str,
) -> Salvage:
    """Write the lines that hold in one transaction, and one line that says what was lost."""
    lines = sorted(remains.lines.values(), key=lambda line: (line.clock, line.device))
    lost = remains.lost_lines()
    values, last_words = _told_by(lines)
    newer = {
        key: row
        for key, row in remains.state.items()
        if key not in last_words or (row.clock, row.device) > last_words[key]
    }
    lost_ids = {line.id for line in lost}
    doubted = {(kind, identity) for kind, identity, line in remains.touched if line in lost_ids or not line}
    doubted |= {remains.about[identity] for identity in remains.broken if identity in remains.about}
    doubted -= set(remains.state)
    known = {(kind, identity) for kind, identity, _line in remains.touched} | doubted
    cited = remains.cited()
    record = Salvage(
        id=target.ids.new(),
        at=target.clock.now(),
        by=author.person,
        pages=pages.count,
        pages_damaged=len(pages.damaged),
        salt_found=pages.salt_found,
        lines_kept=len(lines),
        bytes_kept=len(kept),
        lost_lines=tuple(lost),
        lost_bytes=tuple(
            LostBytes(sha256=Sha256(sha256), size=cited[sha256]) for sha256 in sorted(set(cited) - set(kept))
        ),
        lost_entries=_entries(known - set(values) - set(remains.state)),
        older_entries=_entries(doubted & set(values)),
        without_history=_entries(newer),
        end_unknown=bool(pages.damaged - remains.accounted) or pages.partial_tail or not pages.salt_found,
        set_aside=set_aside,
    )
    unit = Unit()
    unit.put(record)
    for (kind, identity), row in newer.items():
        if kind not in TYPES:
            raise NewerFile(
                sentence(
                    "This inspection holds entries of a newer version of the program ({kind}). "
                    "Update the program and open it again; nothing was changed.",
                    kind=kind,
                )
            )
        if row.removed:
            unit.remove(TYPES[kind], identity)
        else:
            unit.put(from_plain(TYPES[kind], json.loads(row.body)))
    in_lines = {
        blob["sha256"].removeprefix("sha256:") for line in lines for blob in json.loads(line.body)["blobs"]
    }
    for sha256 in sorted(set(kept) - in_lines):
        unit.publish(kept[sha256])
    refs = [kept[sha256] for sha256 in sorted(set(kept) & in_lines)]
    mine = [line.sequence for line in lines if line.device == author.device]
    mine += [line.sequence for line in lost if line.device == author.device]
    after = (max(mine, default=0) if pages.salt_found else 0, remains.clock)
    store.adopt(lines, refs, unit, SALVAGED, author, after=after)
    return record


def _told_by(lines: list[Line]) -> tuple[set[tuple[str, str]], dict[tuple[str, str], tuple[int, str]]]:
    """Return what has a value or was removed by lines that hold, and clock and device of the last word."""
    told: dict[tuple[str, str], tuple[int, str]] = {}
    for line in lines:
        body = json.loads(line.body)
        for change in (*body["put"], *body["removed"]):
            told[change["kind"], change["id"]] = (line.clock, line.device)
    return set(told), told


def _entries(keys: Iterable[tuple[str, str]]) -> tuple[Entry, ...]:
    return tuple(Entry(kind=kind, id=identity) for kind, identity in sorted(keys))


def _verify(target: Target, record: Salvage, kept: dict[str, BlobRef]) -> None:
    """Open the new file again and compare; a difference is a bug, and the damaged file stays where it is."""
    store = open_store(
        target.path, target.key, clock=target.clock, ids=target.ids, file_kind=target.file_kind
    )
    try:
        if store.journal.count() != record.lines_kept + 1 or store.get(Salvage, record.id) != record:
            raise RuntimeError("the salvaged history is not the one that was read")
        if not all(store.blobs.matches(Sha256(sha256)) for sha256 in kept):
            raise RuntimeError("salvaged bytes do not have their hash")
    finally:
        store.close()
