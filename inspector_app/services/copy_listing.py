"""What a safety copy consists of: the folder on the stick, and the sealed list of its parts."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from inspector_app.domain.errors import DamagedFile, NewerFile, UnusableInput
from inspector_app.domain.ids import DeviceId, PersonId
from inspector_app.domain.ports import Randomness
from inspector_app.domain.wording import sentence
from inspector_app.storage.copy_parts import Heads
from inspector_app.system import wrapping
from inspector_app.system.chosen_files import opened
from inspector_app.system.durable import write_durably
from inspector_app.system.wrapping import DoesNotOpen

FOLDER = "安全副本"
ABOUT = "about.json"
LISTING = "copy.sealed"
UNFINISHED = "unfinished.sealed"
PART = ".part"
WRITING = ".writing"
WORKSPACE = "workspace"
FORMAT = "inspection-desk-safety-copy"
VERSION = 1
_MOST_LISTING = 64 << 20
"""A list of ten thousand inspections is a tenth of it; what is cut off does not open."""
_MOST_ABOUT = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What anybody may read of a copy: which workspace and which laptop, by meaningless names."""

    workspace: str
    device: DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRecord:
    """One part as it was read back."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of the workspace: ``workspace`` or an inspection's id."""

    name: str
    parts: tuple[PartRecord, ...] = ()
    heads: Heads = field(default_factory=dict)
    earlier: tuple[PartRecord, ...] = ()
    """Parts of a history that this laptop left, by salvage or restoring; kept for their originals."""

    @property
    def all_parts(self) -> tuple[PartRecord, ...]:
        return (*self.parts, *self.earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Everything that belongs to one state of a copy."""

    about: About
    at: datetime
    by: PersonId
    entries: tuple[Entry, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    """The bureau's own packs and wording, by their place in the workspace's folder."""

    def entry(self, name: str) -> Entry:
        """Return the entry of a file; an empty one where nothing was copied yet."""
        return next((entry for entry in self.entries if entry.name == name), Entry(name=name))

    def with_entry(self, entry: Entry) -> Listing:
        others = tuple(one for one in self.entries if one.name != entry.name)
        return replace(self, entries=(*others, entry))

    @property
    def parts(self) -> tuple[PartRecord, ...]:
        return tuple(part for entry in self.entries for part in entry.all_parts)

    @property
    def inspections(self) -> int:
        return sum(entry.name != WORKSPACE for entry in self.entries)

    @property
    def size(self) -> int:
        return sum(part.size for part in self.parts)


def folder_for(chosen: Path, device: DeviceId) -> Path:
    """Return where this laptop's copy lies in a place that a person chose: the stick or the copy itself."""
    if (chosen / ABOUT).exists():
        return chosen
    return chosen / f"{FOLDER}-{device[:8]}"


def copies_in(chosen: Path) -> list[Path]:
    """Return the safety copies in a folder; the folder itself may be one."""
    if (chosen / ABOUT).exists():
        return [chosen]
    return sorted(folder for folder in chosen.glob(f"{FOLDER}-*") if (folder / ABOUT).is_file())


def read_about(folder: Path) -> About:
    """Read whose copy this is."""
    path = folder / ABOUT
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_MOST_ABOUT))
        if plain["format"] != FORMAT:
            raise _no_copy(folder)
        if int(plain["version"]) > VERSION:
            raise _newer()
        return About(workspace=str(plain["workspace"]), device=DeviceId(str(plain["device"])))
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_copy(folder) from error


def write_about(folder: Path, about: About) -> None:
    """Write whose copy this is."""
    plain = {"format": FORMAT, "version": VERSION, "workspace": about.workspace, "device": about.device}
    write_durably(folder / ABOUT, json.dumps(plain, indent=1).encode())


def write_listing(path: Path, listing: Listing, master: bytes, randomness: Randomness) -> None:
    """Seal the list under the workspace's key and put it in the place of the former one."""
    plain = {
        "at": listing.at.isoformat(),
        "by": listing.by,
        "entries": [
            {
                "name": entry.name,
                "heads": {device: list(end) for device, end in entry.heads.items()},
                "parts": [_to_plain(part) for part in entry.parts],
                "earlier": [_to_plain(part) for part in entry.earlier],
            }
            for entry in listing.entries
        ],
        "files": {name: base64.b64encode(content).decode() for name, content in listing.files.items()},
    }
    secret = json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()
    write_durably(path, wrapping.seal(_key(master), secret, _place(listing.about), randomness))


def read_listing(path: Path, about: About, master: bytes) -> Listing:
    """Open the list; one that was changed, or belongs to another copy, is damaged."""
    try:
        with opened(path) as file:
            sealed = file.read(_MOST_LISTING)
        plain = json.loads(wrapping.unseal(_key(master), sealed, _place(about)))
        return Listing(
            about=about,
            at=datetime.fromisoformat(plain["at"]),
            by=PersonId(plain["by"]),
            entries=tuple(
                Entry(
                    name=entry["name"],
                    heads={device: (int(end[0]), str(end[1])) for device, end in entry["heads"].items()},
                    parts=tuple(PartRecord(**part) for part in entry["parts"]),
                    earlier=tuple(PartRecord(**part) for part in entry["earlier"]),
                )
                for entry in plain["entries"]
            ),
            files={name: base64.b64decode(content) for name, content in plain["files"].items()},
        )
    except FileNotFoundError as error:
        raise DamagedFile(
            sentence("This safety copy was never finished. Use another one, or an earlier one.")
        ) from error
    except (DoesNotOpen, ValueError, KeyError, TypeError, binascii.Error) as error:
        raise DamagedFile(
            sentence("The list of this safety copy is damaged or was changed. Use another safety copy.")
        ) from error


def _to_plain(part: PartRecord) -> dict[str, object]:
    return {"name": part.name, "size": part.size, "sha256": part.sha256}


def _key(master: bytes) -> bytes:
    return wrapping.derive(master, "inspection-desk/safety-copy/list")


def _place(about: About) -> str:
    return f"{FORMAT}/{VERSION}/{about.workspace}/{about.device}"


def _no_copy(folder: Path) -> UnusableInput:
    return UnusableInput(
        sentence("There is no safety copy in {name}. Choose the stick that holds one.", name=folder.name)
    )


def _newer() -> NewerFile:
    return NewerFile(
        sentence(
            "This safety copy was made by a newer version of the program. Install that version; "
            "nothing was changed."
        )
    )
