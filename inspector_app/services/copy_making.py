"""Makes a safety copy: what is new goes into new parts, each read back before the list names it.

Nothing here belongs to the databases' thread: a plan says what to copy, and each file is read in a
transaction of its own while work goes on.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from inspector_app.domain.errors import DamagedFile, NotAllowed
from inspector_app.domain.ids import PersonId, Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.ports import Progress, Randomness
from inspector_app.domain.safety_copy import SafetyCopy
from inspector_app.domain.wording import sentence
from inspector_app.services import copy_listing as lists
from inspector_app.services import medium
from inspector_app.services.copy_listing import About, Entry, Listing, PartRecord
from inspector_app.storage.copy_parts import (
    MOST_BYTES,
    Source,
    overhead,
    reading_part,
    source,
    write_part,
)
from inspector_app.storage.kinds import KINDS
from inspector_app.system.durable import write_durably
from inspector_app.system.keys import FILE_NAME

_OF_COPIES = KINDS[SafetyCopy]
LINE_BYTES = 2_000
"""What a line takes in a part, for the check of room; most are shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileToCopy:
    """One file of the workspace with the keys that read it and that write its parts."""

    name: str
    path: Path
    key: bytes = field(repr=False)
    part_key: bytes = field(repr=False)
    in_use: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlan:
    """Everything that a copy needs to be made beside the databases' thread."""

    chosen: Path
    folder: Path
    about: About
    at: datetime
    by: PersonId
    master: bytes = field(repr=False)
    keys: bytes = field(repr=False)
    """The key file for the copy: wrapped keys, no names."""
    inspections: tuple[FileToCopy, ...]
    workspace: FileToCopy
    files: dict[str, bytes] = field(repr=False)
    randomness: Randomness = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyResult:
    """A finished copy, for the history and for the person who waits."""

    plan: CopyPlan
    inspections: int
    written: int
    total: int
    skipped: tuple[str, ...] = ()
    damaged_originals: int = 0
    """Originals that no longer fit their hash on this laptop and that no earlier part holds."""


class _Track:
    """Counts bytes: each is written once and read twice, as bytes and as what they mean."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0

    def __call__(self, count: int) -> None:
        self._done += count
        self._progress.report(min(self._done, self._total - 1), self._total)


def make_copy(plan: CopyPlan, progress: Progress) -> CopyResult:
    """Bring the copy up to date; the former state holds until the last step puts the new list in place.

    Cancelled, killed or unplugged, what was finished is found and used by the next copy.
    """
    with medium.writing():
        former = _prepare(plan)
    made = _Making(plan, former, progress)
    made.run()
    return made.result()


def _prepare(plan: CopyPlan) -> Listing:
    """Make the folder, or refuse one that is somebody else's; return what it holds so far."""
    folder = plan.folder
    if (folder / lists.ABOUT).exists():
        found = lists.read_about(folder)
        if found != plan.about:
            raise NotAllowed(
                sentence(
                    "{name} is the safety copy of another laptop. It was not touched; choose another folder.",
                    name=folder.name,
                )
            )
    else:
        if folder.exists() and any(folder.iterdir()):
            raise NotAllowed(
                sentence(
                    "{name} holds something else than a safety copy. It was not touched; choose another "
                    "folder.",
                    name=folder.name,
                )
            )
        if plan.chosen.exists():
            folder.mkdir(exist_ok=True)
        else:
            raise FileNotFoundError(plan.chosen)
        lists.write_about(folder, plan.about)
    empty = Listing(about=plan.about, at=plan.at, by=plan.by)
    known = [one for name in (lists.UNFINISHED, lists.LISTING) if (one := _known(plan, folder / name))]
    named = {part.name for listing in known for part in listing.parts}
    for stray in (*folder.glob(f"*{lists.PART}"), *folder.glob(f"*{lists.WRITING}")):
        if stray.name not in named:
            stray.unlink()
    return known[0] if known else empty


def _known(plan: CopyPlan, path: Path) -> Listing | None:
    """Return a list that is there and whole; a damaged one is no reason not to make a new copy.

    Its parts would be cleared away as strays, so it is set aside with them under another name first.
    """
    if not path.exists():
        return None
    try:
        return lists.read_listing(path, plan.about, plan.master)
    except DamagedFile:
        aside = path.parent / f"damaged-{plan.at:%Y%m%dT%H%M%SZ}"
        aside.mkdir(exist_ok=True)
        for part in path.parent.glob(f"*{lists.PART}"):
            part.rename(aside / part.name)
        path.rename(aside / path.name)
        return None


class _Making:
    """One copy on its way."""

    def __init__(self, plan: CopyPlan, former: Listing, progress: Progress) -> None:
        self._plan = plan
        self._listing = replace(former, at=plan.at, by=plan.by, files=plan.files)
        self._track = _Track(progress, 0)
        self._progress = progress
        self._written = 0
        self._skipped: list[str] = []
        self._lost = 0

    def run(self) -> None:
        plan, folder = self._plan, self._plan.folder
        todo = self._survey()
        # The workspace comes last: it then knows every number that a copied document carries.
        for file in (*todo, plan.workspace):
            try:
                entry = self._copied(file)
            except DamagedFile:
                if file is plan.workspace:
                    raise
                self._skipped.append(file.name)
                continue
            self._listing = self._listing.with_entry(entry)
            with medium.writing():
                lists.write_listing(folder / lists.UNFINISHED, self._listing, plan.master, plan.randomness)
        with medium.writing():
            write_durably(folder / FILE_NAME, plan.keys)
            lists.write_listing(folder / lists.LISTING, self._listing, plan.master, plan.randomness)
            (folder / lists.UNFINISHED).unlink(missing_ok=True)
            named = {part.name for part in self._listing.parts}
            for left in folder.glob(f"*{lists.PART}"):
                if left.name not in named:
                    left.unlink()
            medium.flush(folder / lists.LISTING)
            if lists.read_listing(folder / lists.LISTING, plan.about, plan.master) != self._listing:
                raise medium.not_read_back()
        self._progress.report(1, 1)

    def result(self) -> CopyResult:
        return CopyResult(
            plan=self._plan,
            inspections=self._listing.inspections,
            written=self._written,
            total=self._listing.size,
            skipped=tuple(self._skipped),
            damaged_originals=self._lost,
        )

    def _survey(self) -> list[FileToCopy]:
        """Return the inspections with something new, after a check that it all finds room."""
        todo, needed = [], 0
        for file in (*self._plan.inspections, self._plan.workspace):
            try:
                with source(file.path, file.key, in_use=file.in_use) as now:
                    entry = self._entry_for(file, now)
                    if entry.parts and entry.heads == now.heads():
                        continue
                    needed += self._needed(file, entry, now)
            except DamagedFile:
                if file is self._plan.workspace:
                    raise
                self._skipped.append(file.name)
                continue
            if file is not self._plan.workspace:
                todo.append(file)
        self._track = _Track(self._progress, needed * 3)
        with medium.writing():
            free = shutil.disk_usage(self._plan.folder).free
        if needed > free:
            raise medium.too_little_room(needed, free)
        return todo

    def _needed(self, file: FileToCopy, entry: Entry, now: Source) -> int:
        lines = now.journal.count() - sum(end[0] for end in entry.heads.values())
        held = self._held(file, entry)
        sizes = (now.blobs.size(one) or 0 for one in now.blobs.hashes() if one not in held)
        return max(lines, 0) * LINE_BYTES + sum(map(overhead, sizes))

    def _entry_for(self, file: FileToCopy, now: Source) -> Entry:
        """Return what the copy holds of a file, as far as the file still continues it.

        A history that was left, by salvage or by restoring, begins anew; its parts stay for their
        originals. Parts that are gone from the stick are copied again.
        """
        entry = self._listing.entry(file.name)
        entry = replace(entry, earlier=tuple(part for part in entry.earlier if self._is_there(part)))
        present = tuple(part for part in entry.parts if self._is_there(part))
        if present != entry.parts:
            return Entry(name=file.name, earlier=(*entry.earlier, *present))
        if not now.continues(entry.heads):
            return Entry(name=file.name, earlier=(*entry.earlier, *entry.parts))
        return entry

    def _is_there(self, part: PartRecord) -> bool:
        path = self._plan.folder / part.name
        with medium.writing():
            return path.is_file() and path.stat().st_size == part.size

    def _held(self, file: FileToCopy, entry: Entry) -> set[Sha256]:
        held: set[Sha256] = set()
        try:
            for part in entry.all_parts:
                with reading_part(self._plan.folder / part.name, file.part_key) as known:
                    held.update(known.blobs.hashes())
        except DamagedFile as problem:
            raise medium.not_read_back() from problem
        return held

    def _copied(self, file: FileToCopy) -> Entry:
        """Write what is new of one file, read it back and return the entry that names it."""
        with source(file.path, file.key, in_use=file.in_use) as now:
            entry = self._entry_for(file, now)
            heads = now.heads()
            lines = list(now.lines_after(entry.heads))
            if entry.parts and all(line.entity_kind == _OF_COPIES for line in lines):
                return entry  # a copy that only says that there was a copy would never come to an end
            held = self._held(file, entry)
            new = [one for one in now.blobs.hashes() if one not in held]
            parts = []
            for batch in _batches(new, now):
                parts.append(self._part(file, now, [], batch))
            if lines:
                parts.append(self._part(file, now, lines, []))
            return replace(entry, parts=(*entry.parts, *parts), heads=heads)

    def _part(self, file: FileToCopy, now: Source, lines: list[Line], hashes: list[Sha256]) -> PartRecord:
        name = f"{self._plan.randomness.bytes(16).hex()}{lists.PART}"
        path = self._plan.folder / name
        beside = path.with_name(name + lists.WRITING)
        originals = ((one, self._watched(now.blobs.stream(one))) for one in hashes)
        try:
            with medium.writing():
                self._lost += len(write_part(beside, file.part_key, lines, originals))
                medium.flush(beside)
                digest = medium.digest_of(beside, self._track)
                self._read_back(beside, file.part_key)
                size = beside.stat().st_size
                beside.replace(path)
                medium.flush_folder(path.parent)
        except BaseException:
            _drop(beside)
            raise
        self._written += size
        return PartRecord(name=name, size=size, sha256=digest)

    def _read_back(self, path: Path, key: bytes) -> None:
        try:
            with reading_part(path, key) as part:
                holds = part.holds(self._track)
        except DamagedFile as problem:
            raise medium.not_read_back() from problem
        if not holds:
            raise medium.not_read_back()

    def _watched(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            yield chunk
            self._track(len(chunk))


def _batches(hashes: list[Sha256], now: Source) -> Iterator[list[Sha256]]:
    """Cut originals into parts that any stick's file system takes."""
    batch: list[Sha256] = []
    size = 0
    for one in hashes:
        batch.append(one)
        size += now.blobs.size(one) or 0
        if size >= MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _drop(path: Path) -> None:
    """Clear away what was not finished, where the stick still lets us."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # it is a stray of the next copy
