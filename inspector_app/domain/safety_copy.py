"""Safety copies: what was copied when and where to, and that a laptop goes on from such a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector_app.domain.ids import DeviceId, PersonId

STALE_AFTER = timedelta(hours=24)
"""Work that no copy holds for longer than this is warned of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCopy:
    """One finished copy, read back and found whole; written into the workspace's history."""

    id: str
    at: datetime
    """When the copying began: work after this moment may not be in it."""
    by: PersonId
    place: str
    """The folder that was chosen, as this laptop knows it."""
    inspections: int
    written: int
    """Bytes that were written this time."""
    total: int
    """Bytes of the whole copy."""
    skipped: tuple[str, ...] = ()
    """Inspections whose file could not be read; what an earlier copy holds of them is still there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """This laptop goes on from a copy under a name of its own; the copied laptop's chain ends there."""

    id: str
    at: datetime
    by: PersonId
    copied_at: datetime
    former_device: DeviceId
    device: DeviceId


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAge:
    """How well the work is kept on a second medium, for the status line."""

    last: SafetyCopy | None
    has_newer_work: bool
    """Something was entered that no copy holds."""
    age: timedelta | None

    @property
    def is_overdue(self) -> bool:
        """Work stands on this laptop alone, and has for too long."""
        return self.has_newer_work and (self.age is None or self.age > STALE_AFTER)
