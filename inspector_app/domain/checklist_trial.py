"""What another version of a checklist would do to answers that were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.checklist import ChecklistRun
from inspector_app.domain.ids import ChecklistId, InspectionId
from inspector_app.domain.wording import Sentence


class Outcome(StrEnum):
    """What becomes of one answer."""

    GONE = "gone"
    """The new version has no such question; the answer stays stored."""
    UNASKED = "unasked"
    """The question is there, but not asked with these answers."""
    INVALID = "invalid"
    """The answer does not fit the question any more."""
    MISSING = "missing"
    """A question must be answered now, and is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedAnswer:
    """One question that the other version treats differently."""

    path: str
    label: str
    """In the words of the version that still has the question."""
    value: str
    outcome: Outcome
    reason: Sentence | None = None
    """Why the answer does not fit, where it does not."""
    message: str = ""
    """The same in the form's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTrial:
    """Another version, tried on a running checklist; nothing was changed."""

    form: ChecklistId
    version: str
    kept: int
    """Answers that stand as they are."""
    changed: tuple[TriedAnswer, ...]

    def count(self, outcome: Outcome) -> int:
        return sum(1 for one in self.changed if one.outcome is outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedRun:
    """A version tried on one running checklist of one inspection."""

    inspection: InspectionId
    institution: str
    created_at: datetime
    run: ChecklistRun
    trial: VersionTrial | None
    problem: Sentence | None = None
    """Why it could not be tried there."""
