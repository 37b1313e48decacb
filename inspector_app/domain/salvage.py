"""Salvage: what was kept of a damaged file, and what was lost, so that nothing is lost in silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.ids import DeviceId, PersonId, Sha256
from inspector_app.domain.wording import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLine:
    """A line of the history that once stood here; what other places of the file still say of it."""

    device: DeviceId
    sequence: int
    at: datetime | None = None
    what: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A thing of the inspection, by kind and identity."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LostBytes:
    """A kept original whose bytes are no longer whole."""

    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvage:
    """The record of one salvage, written into the new file's history."""

    id: str
    at: datetime
    by: PersonId
    pages: int
    pages_damaged: int
    salt_found: bool
    """False where the pages' own check could not be made; only what has a hash of its own was kept."""
    lines_kept: int
    bytes_kept: int
    """Originals whose SHA-256 still holds."""
    lost_lines: tuple[LostLine, ...] = ()
    lost_bytes: tuple[LostBytes, ...] = ()
    lost_entries: tuple[Entry, ...] = ()
    """Things that are known to have been here, of which no value could be read."""
    older_entries: tuple[Entry, ...] = ()
    """Things that are here with an earlier value: a later line about them is lost."""
    without_history: tuple[Entry, ...] = ()
    """Things whose present value was read, but not the line that set it."""
    end_unknown: bool = False
    """Parts are gone of which nobody can say what stood there."""
    set_aside: str = ""
    """The name under which the damaged file is kept."""

    @property
    def is_whole(self) -> bool:
        """Nothing was lost and nothing can have been."""
        return not (
            self.lost_lines
            or self.lost_bytes
            or self.lost_entries
            or self.older_entries
            or self.without_history
            or self.end_unknown
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageReport:
    """What a person reads: counts and names instead of identities."""

    salvage: Salvage
    kept: tuple[Sentence, ...]
    lost_bytes: tuple[Sentence, ...]
    lost_entries: tuple[Sentence, ...]
    older_entries: tuple[Sentence, ...]
    without_history: tuple[Sentence, ...]
