"""Checklists on the library's shelf: where a version stands, which is locked, what differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.ids import ChecklistId, InspectionId, PersonId


class Place(StrEnum):
    """Where a version stands."""

    SHIPPED = "shipped"
    """Came with the program, and is started."""
    IMPORTED = "imported"
    """Taken in here, and is started."""
    SUPERSEDED = "superseded"
    """A later one is started instead; running checklists keep it."""
    RETIRED = "retired"
    """Somebody put it away; running checklists keep it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLock:
    """One version that a team starts with (一把尺子); in a workspace, and in inspections that carry it."""

    id: str
    """The checklist's ``form_id``: a checklist has one locked version."""
    form: ChecklistId
    version: str
    locked_at: datetime
    locked_by: PersonId
    name: str
    """Who set it, for laptops that do not know the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetiredChecklist:
    """A version that is no longer offered."""

    id: ChecklistId
    retired_at: datetime
    retired_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfLine:
    """One version in the library."""

    form: ChecklistForm
    place: Place
    lock: ChecklistLock | None = None
    """Set where this version is the locked one."""

    @property
    def is_started(self) -> bool:
        """Tell whether a new checklist begins with it."""
        return self.place in {Place.SHIPPED, Place.IMPORTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistUse:
    """An inspection that fills a version."""

    inspection: InspectionId
    institution: str
    created_at: datetime
    count: int


class Change(StrEnum):
    """What happened to a row between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One column of a row that differs."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A question, a choice or a setting that differs."""

    sheet: str
    change: Change
    name: str
    """Of a question; of a choice its list and its name."""
    before: str = ""
    """Its text in the version before; empty where it was not there."""
    after: str = ""
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions side by side."""

    before: ChecklistForm
    after: ChecklistForm
    changes: tuple[RowChange, ...]
    same: int
    """Questions that are the same in both."""
