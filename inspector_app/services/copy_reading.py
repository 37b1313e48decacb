"""Opens a safety copy with a passphrase or a recovery key, and says whether it is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import DamagedFile, EnvironmentProblem
from inspector_app.domain.ids import DeviceId, PersonId, Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Person
from inspector_app.domain.ports import Clock, Progress, Randomness
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services import copy_listing as lists
from inspector_app.services import medium
from inspector_app.services.copy_listing import About, Entry, Listing, PartRecord
from inspector_app.services.desk import INSPECTION_FILE
from inspector_app.storage.copy_parts import Part, Watch, reading_part
from inspector_app.storage.kinds import KINDS, from_plain
from inspector_app.system.keys import FILE_NAME, KeyFile, file_key
from inspector_app.system.wrapping import Cost

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCopy:
    """A safety copy as it can be seen without a key."""

    folder: Path
    about: About
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCopy:
    """A safety copy that somebody has opened."""

    folder: Path
    listing: Listing
    master: bytes = field(repr=False)
    person: PersonId | None
    """Whose passphrase opened it; ``None`` for the recovery key."""

    @property
    def about(self) -> About:
        return self.listing.about

    def part_key(self, entry: str) -> bytes:
        return part_key(self.master, entry)

    def path(self, part: PartRecord) -> Path:
        return self.folder / part.name


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyReport:
    """Whether a safety copy is complete and intact, in words."""

    intact: bool
    sentences: tuple[Sentence, ...]


def part_key(master: bytes, entry: str) -> bytes:
    """Return the key of the parts of one file; no other file has it."""
    return file_key(master, f"safety-copy:{entry}")


def source_name(entry: str) -> str:
    """Return the name under which a workspace's file has its own key."""
    return entry if entry == lists.WORKSPACE else f"{INSPECTION_FILE}:{entry}"


def find_copies(chosen: Path, clock: Clock) -> tuple[FoundCopy, ...]:
    """Return the safety copies in a folder, the newest first; none is a problem that says so."""
    with medium.reading():
        folders = lists.copies_in(chosen)
        if not folders:
            lists.read_about(chosen)  # says that there is none
        zone = clock.now().tzinfo
        found = [
            FoundCopy(
                folder=folder,
                about=lists.read_about(folder),
                changed_at=datetime.fromtimestamp(_newest(folder), zone),
            )
            for folder in folders
        ]
    return tuple(sorted(found, key=lambda one: one.changed_at, reverse=True))


def _newest(folder: Path) -> float:
    listing = folder / lists.LISTING
    return (listing if listing.exists() else folder / lists.ABOUT).stat().st_mtime


def open_copy(
    folder: Path,
    *,
    passphrase: str = "",
    recovery_key: str = "",
    clock: Clock,
    randomness: Randomness,
    cost: Cost | None = None,
) -> OpenCopy:
    """Open a copy with one person's passphrase or with the printed key; nothing on it changes."""
    with medium.reading():
        about = lists.read_about(folder)
        if not (folder / FILE_NAME).exists():
            raise DamagedFile(
                sentence("This safety copy was never finished. Use another one, or an earlier one.")
            )
        keys = KeyFile(folder, clock, randomness, cost)
        if recovery_key:
            person, master = None, keys.open_recovery(recovery_key)
        else:
            person, opened = keys.open_whoever(passphrase)
            master = opened.master
        return OpenCopy(
            folder=folder,
            listing=lists.read_listing(folder / lists.LISTING, about, master),
            master=master,
            person=person,
        )


def open_with_master(folder: Path, master: bytes) -> OpenCopy:
    """Open a copy of the workspace that is unlocked here."""
    with medium.reading():
        about = lists.read_about(folder)
        listing = lists.read_listing(folder / lists.LISTING, about, master)
    return OpenCopy(folder=folder, listing=listing, master=master, person=None)


@contextmanager
def parts_of(copy: OpenCopy, entry: Entry) -> Iterator[list[Part]]:
    """Open the parts that make one file."""
    with ExitStack() as opened, medium.reading():
        key = copy.part_key(entry.name)
        yield [opened.enter_context(reading_part(copy.path(part), key)) for part in entry.parts]


def present(copy: OpenCopy, entry: Entry, kind: type[T]) -> list[T]:
    """Return the values of one kind as the copied history last had them, without restoring anything."""
    found: dict[str, T] = {}
    word = KINDS[kind]
    with parts_of(copy, entry) as parts:
        for line in sorted(_lines(parts), key=lambda line: (line.clock, line.device)):
            body = json.loads(line.body)
            for change in body["put"]:
                if change["kind"] == word:
                    found[change["id"]] = from_plain(kind, change["value"])
            for change in body["removed"]:
                if change["kind"] == word:
                    found.pop(change["id"], None)
    return [found[identity] for identity in sorted(found)]


def people_in(copy: OpenCopy) -> list[Person]:
    """Return the people of a copied workspace."""
    return present(copy, copy.listing.entry(lists.WORKSPACE), Person)


def verify_copy(copy: OpenCopy, progress: Progress, *, only_bytes: bool = False) -> CopyReport:
    """Read every byte of a copy and say whether it is complete and intact.

    ``only_bytes`` compares the parts with the sealed list and leaves it to the caller, who is about to
    read every original, to hold each against its own hash.
    """
    total = max(copy.listing.size * (1 if only_bytes else 2), 1)
    done = 0

    def watch(count: int) -> None:
        nonlocal done
        done += count
        progress.report(min(done, total), total)

    faults: list[Sentence] = []
    for entry in copy.listing.entries:
        broken = [part for part in entry.all_parts if not _part_holds(copy, entry, part, watch, only_bytes)]
        if broken:
            faults.append(_broken(entry, len(broken)))
        elif not _is_complete(copy, entry):
            faults.append(_incomplete(entry))
    if not copy.listing.entry(lists.WORKSPACE).parts:
        faults.append(sentence("The copy does not hold the workspace: people and numbers are missing."))
    if faults:
        return CopyReport(intact=False, sentences=tuple(faults))
    good = counted(
        copy.listing.inspections,
        sentence(
            "The safety copy of {time} is complete and intact: 1 inspection, {size} MB.",
            time=f"{copy.listing.at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
            size=-(-copy.listing.size // 1000000),
        ),
        sentence(
            "The safety copy of {time} is complete and intact: {count} inspections, {size} MB.",
            time=f"{copy.listing.at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
            count=copy.listing.inspections,
            size=-(-copy.listing.size // 1_000_000),
        ),
    )
    return CopyReport(intact=True, sentences=(good,))


def _part_holds(copy: OpenCopy, entry: Entry, part: PartRecord, watch: Watch, only_bytes: bool) -> bool:
    path = copy.path(part)
    try:
        if not path.is_file() or path.stat().st_size != part.size:
            return False
        if medium.digest_of(path, watch) != part.sha256:
            return False
        if only_bytes:
            return True
        with reading_part(path, copy.part_key(entry.name)) as opened:
            return opened.holds(watch)
    except (EnvironmentProblem, OSError):
        return False


def _is_complete(copy: OpenCopy, entry: Entry) -> bool:
    """Tell whether the parts end where the list says and hold every original that the lines name.

    Originals that were damaged on the laptop already were never copied; they are named here too.
    """
    ends: dict[DeviceId, tuple[int, str]] = {}
    cited: set[Sha256] = set()
    held: set[Sha256] = set()
    with parts_of(copy, entry) as parts:
        for part in parts:
            cited |= part.journal.cited_bytes().keys()
            held.update(part.blobs.hashes())
        for line in _lines(parts):
            ends[line.device] = max(ends.get(line.device, (0, "")), (line.sequence, line.hash))
    for record in entry.earlier:
        with reading_part(copy.path(record), copy.part_key(entry.name)) as earlier:
            held.update(earlier.blobs.hashes())
    return ends == entry.heads and cited <= held


def _lines(parts: list[Part]) -> Iterator[Line]:
    for part in parts:
        yield from part.journal.lines()


def _broken(entry: Entry, count: int) -> Sentence:
    if entry.name == lists.WORKSPACE:
        return counted(
            count,
            sentence("One part of the workspace is missing or damaged in the copy."),
            sentence("{count} parts of the workspace are missing or damaged in the copy.", count=count),
        )
    return counted(
        count,
        sentence("One part of inspection {name} is missing or damaged in the copy.", name=entry.name[:8]),
        sentence(
            "{count} parts of inspection {name} are missing or damaged in the copy.",
            count=count,
            name=entry.name[:8],
        ),
    )


def _incomplete(entry: Entry) -> Sentence:
    if entry.name == lists.WORKSPACE:
        return sentence("The workspace is not complete in the copy.")
    return sentence("Inspection {name} is not complete in the copy.", name=entry.name[:8])
