"""What a search over everything finds: a hit, its kind, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.ids import InspectionId


class HitKind(StrEnum):
    """Kinds of thing that can be found, in the order in which they are shown."""

    INSTITUTION = "institution"
    PATIENT = "patient"
    STAFF = "staff"
    INSPECTOR = "inspector"
    BED = "bed"
    EVIDENCE = "evidence"
    FINDING = "finding"
    DOCUMENT = "document"
    ANSWER = "answer"
    INTERVIEW = "interview"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing of an inspection that can be found: what is searched, and what is shown of it."""

    kind: HitKind
    place: str
    """Where it stands, as a link: ``findings/0190…``."""
    label: str
    """What the list shows; a patient's name is masked in it."""
    text: str
    """What is searched, whole names and numbers included; never shown."""
    where: str = ""
    """Searched as well; a patient found by it alone is found as a bed."""
    sha256: str = ""
    """Found by its beginning only."""
    word: str = ""
    """A stable word that the window puts into the person's language, such as a state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found."""

    kind: HitKind
    place: str
    label: str
    word: str = ""
    inspection: InspectionId | None = None
    """``None`` for what belongs to no inspection: a clause, somebody who works here."""
    institution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a query found: the first hits of each kind, and how many there are of it."""

    query: str
    hits: tuple[Hit, ...] = ()
    counts: tuple[tuple[HitKind, int], ...] = ()
    unread: tuple[InspectionId, ...] = ()
    """Inspections whose files changed since they were last read for the search."""
