"""Checklists on the library's shelf: where a version stands, which is locked, what differs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.checklist import ChecklistForm
from inspector_app.domain.ids import ChecklistId, InspectionId, PersonId
from inspector_app.domain.institution import InstitutionKind


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGroup:
    """Checklists that are for one kind of institution; for any where there is no kind."""

    kind: InstitutionKind | None
    forms: tuple[ChecklistForm, ...]


def grouped(forms: Iterable[ChecklistForm], kind: InstitutionKind) -> tuple[FormGroup, ...]:
    """Put what is for this kind of institution first, then what is for any, then each other kind."""

    def place(form: ChecklistForm) -> InstitutionKind | None:
        return kind if kind in form.institutions else next(iter(form.institutions), None)

    by_kind: dict[InstitutionKind | None, list[ChecklistForm]] = {}
    for form in forms:
        by_kind.setdefault(place(form), []).append(form)
    order = dict.fromkeys((kind, None, *InstitutionKind))
    return tuple(FormGroup(kind=one, forms=tuple(by_kind[one])) for one in order if one in by_kind)
