"""Goes on from a safety copy: a whole workspace on another laptop, or one inspection on this one.

Whoever goes on does so under a new laptop's name and key. Two laptops that both continued the copied
laptop's chain would make two histories of one name; so the copied chain ends where the copy does, and
later lines of the lost laptop, should it be found, still fit behind it.
"""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from inspector_app.domain.document import BurnedNumber, NumberBlock
from inspector_app.domain.errors import DamagedFile, DiskFull, NotAllowed
from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.people import Author, Device
from inspector_app.domain.ports import Clock, Ids, Progress, Randomness
from inspector_app.domain.safety_copy import Restoration
from inspector_app.domain.wording import sentence
from inspector_app.services import copy_listing as lists
from inspector_app.services.copy_listing import Entry
from inspector_app.services.copy_reading import OpenCopy, people_in, present, source_name, verify_copy
from inspector_app.services.credentials import DEVICE_KEY, device_id
from inspector_app.services.desk import INSPECTION_FILE, WORKSPACE_FILE
from inspector_app.services.door import WORKSPACE_NAME
from inspector_app.services.medium import flush, not_read_back
from inspector_app.storage.rebuilding import rebuild
from inspector_app.storage.store import Store, Unit, reading_store
from inspector_app.system import moving_in
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.device import DeviceKey
from inspector_app.system.folders import private_folder
from inspector_app.system.keys import FILE_NAME, MOST_BYTES, KeyFile, file_key

RESTORED = "continued from a safety copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a person is told after a copy was put back."""

    restoration: Restoration
    inspections: int
    missing_originals: int = 0
    blocks_closed: int = 0
    """Number blocks that end at the last number known here: the lost laptop may have used further ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The ports, and where the files go."""

    clock: Clock
    ids: Ids
    randomness: Randomness


class _Track:
    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, max(total, 1), 0

    def report(self, count: int, _total: int | None) -> None:
        """Hear of the checking, which counts from nothing by itself."""
        self._progress.report(min(count, self._total), self._total)
        self._done = max(self._done, count)

    def __call__(self, count: int) -> None:
        self._done += count
        self._progress.report(min(self._done, self._total), self._total)


def restore_workspace(
    copy: OpenCopy, folder: Path, person: PersonId, tools: Tools, progress: Progress
) -> Restored:
    """Check a copy and make a workspace of it in an empty ``folder``; ``person`` is who goes on.

    All of it is made and checked beside its place and moves in at the end. Nothing is left behind
    when it fails or is cancelled.
    """
    if (folder / FILE_NAME).exists() or (folder / WORKSPACE_NAME).exists():
        raise NotAllowed(
            sentence("This laptop is set up already. A safety copy is put back on one that is not.")
        )
    private_folder(folder)
    moving_in.clear_away(folder)
    if copy.listing.size > shutil.disk_usage(folder).free:
        raise _no_room()
    track = _Track(progress, copy.listing.size * 3)
    report = verify_copy(copy, track, only_bytes=True)
    if not report.intact:
        raise DamagedFile(report.sentences[0])
    beside = private_folder(folder / moving_in.BESIDE)
    try:
        done = _make(copy, beside, person, tools, track)
        moving_in.move_in(folder)
    except OSError as error:
        moving_in.clear_away(folder)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room() from error
        raise
    except BaseException:
        if not moving_in.is_ready(folder):
            moving_in.clear_away(folder)
        raise
    return done


def _make(copy: OpenCopy, beside: Path, person: PersonId, tools: Tools, track: _Track) -> Restored:
    for name, content in copy.listing.files.items():
        _write_file(beside, name, content)
    names = {str(one.id): one.name for one in people_in(copy)}
    key = DeviceKey.make(tools.randomness)
    device = Device(id=device_id(key), name="", public_key=key.public_key)
    restoration = Restoration(
        id=tools.ids.new(),
        at=tools.clock.now(),
        by=person,
        copied_at=copy.listing.at,
        former_device=copy.about.device,
        device=device.id,
    )
    author = Author(person=person, device=device.id)
    missing = blocks = 0
    for entry in copy.listing.entries:
        unit = Unit()
        unit.put(restoration)
        is_workspace = entry.name == lists.WORKSPACE
        if is_workspace:
            unit.put(device)
            blocks = _close_blocks(copy, entry, unit)
        path = beside / WORKSPACE_NAME if is_workspace else beside / "inspections" / f"{entry.name}.db"
        missing += _rebuild(copy, entry, path, unit, author, tools, track)
    # The key file comes last: with it the workspace counts as whole.
    keys = KeyFile(private_folder(beside / "keys"), tools.clock, tools.randomness)
    keys.take_over(read_chosen(copy.folder / FILE_NAME, MOST_BYTES), names)
    keys.seal(copy.master, DEVICE_KEY, key.secret)
    (beside / "keys" / FILE_NAME).replace(beside / FILE_NAME)
    shutil.rmtree(beside / "keys")
    return Restored(
        restoration=restoration,
        inspections=copy.listing.inspections,
        missing_originals=missing,
        blocks_closed=blocks,
    )


def restore_inspection(
    copy: OpenCopy, entry: Entry, path: Path, restoration: Restoration, tools: Tools, progress: Progress
) -> int:
    """Make one inspection of a copy anew at ``path``; return how many originals the copy lacks."""
    if not entry.parts:
        raise NotAllowed(sentence("This inspection is not in this safety copy. Nothing was changed."))
    size = sum(part.size for part in entry.all_parts)
    if size > shutil.disk_usage(path.parent).free:
        raise _no_room()
    track = _Track(progress, size * 3)
    alone = replace(copy, listing=replace(copy.listing, entries=(entry, copy.listing.entry(lists.WORKSPACE))))
    report = verify_copy(alone, track, only_bytes=True)
    if not report.intact:
        raise DamagedFile(report.sentences[0])
    unit = Unit()
    unit.put(restoration)
    author = Author(person=restoration.by, device=restoration.device)
    return _rebuild(copy, entry, path, unit, author, tools, track)


def _rebuild(
    copy: OpenCopy, entry: Entry, path: Path, unit: Unit, author: Author, tools: Tools, track: _Track
) -> int:
    """Make one file and read it back: its state follows from its lines, its originals fit their hashes."""
    is_workspace = entry.name == lists.WORKSPACE
    key = file_key(copy.master, source_name(entry.name))
    missing = rebuild(
        path,
        key,
        [copy.path(part) for part in entry.parts],
        [copy.path(part) for part in entry.earlier],
        copy.part_key(entry.name),
        unit,
        author,
        what=RESTORED,
        file_kind=WORKSPACE_FILE if is_workspace else INSPECTION_FILE,
        clock=tools.clock,
        ids=tools.ids,
        watch=track,
    )
    flush(path)
    with reading_store(path, key, clock=tools.clock, ids=tools.ids) as store:
        if not _is_whole(store, entry, track):
            raise not_read_back()
    return len(missing)


def _is_whole(store: Store, entry: Entry, track: _Track) -> bool:
    for device, (sequence, known) in entry.heads.items():
        line = store.journal.at(DeviceId(device), sequence)
        if line is None or line.hash != known:
            return False
    for sha256 in store.blobs.hashes():
        if not store.blobs.matches(sha256):
            return False
        track(store.blobs.size(sha256) or 0)
    return True


def _close_blocks(copy: OpenCopy, entry: Entry, unit: Unit) -> int:
    """End each number block at the last number known here.

    Which numbers the lost laptop burned after the copy nobody knows here, and no number may stand on
    two documents. The bureau's register says from which number the rest is entered again.
    """
    used = present(copy, entry, BurnedNumber)
    closed = 0
    for block in present(copy, entry, NumberBlock):
        highest = max((one.number for one in used if one.block == block.id), default=None)
        if highest == block.last:
            continue
        closed += 1
        if highest is None:
            unit.remove(NumberBlock, block.id)
        else:
            unit.put(replace(block, last=highest))
    return closed


def _write_file(beside: Path, name: str, content: bytes) -> None:
    """Write one of the bureau's own files; the list is sealed, but a name never leads outside."""
    place = PurePosixPath(name)
    if place.is_absolute() or ".." in place.parts:
        raise DamagedFile(
            sentence("The list of this safety copy is damaged or was changed. Use another safety copy.")
        )
    path = beside.joinpath(*place.parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _no_room() -> DiskFull:
    return DiskFull(
        sentence(
            "There is too little room on this laptop for what the safety copy holds. Nothing was changed; "
            "free some space and try again."
        )
    )
