"""What people enter for documents made on site: records, interviews, deliveries, things registered.

Each has the identity of its document. Texts that follow from the inspection are not kept here; they
are gathered while the document is open and stay in its bytes once it is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector_app.domain.ids import DocumentId, EvidenceId, PersonId, Sha256, VisitId
from inspector_app.domain.papers import Attendee, HandedLine, RegisteredLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaNote:
    """What somebody wrote about an area, in the order of writing."""

    area: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """现场检查笔录 of one visit; once closed it never changes."""

    id: DocumentId
    visit: VisitId
    opened_at: datetime
    opened_by: PersonId
    subject: str = ""
    present: tuple[Attendee, ...] = ()
    notes: tuple[AreaNote, ...] = ()
    handed_over: tuple[HandedLine, ...] = ()
    statement: str = ""
    refusal: str = ""
    """Why it was not signed, and who saw that; empty where it was or will be signed."""
    closed_at: datetime | None = None


class InterviewRole(StrEnum):
    """Whom the questions are for; each has a bank of questions."""

    PATIENT = "patient"
    PHYSICIAN = "physician"
    NURSE = "nurse"
    PHARMACIST = "pharmacist"
    CASHIER = "cashier"
    HEAD = "head"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviewed:
    """Who was asked; what is not known stays empty and is filled in with a pen."""

    name: str
    sex: str = ""
    age: str = ""
    identity_number: str = ""
    unit: str = ""
    post: str = ""
    phone: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One question and its answer; ``before`` are earlier answers that were corrected, the first first."""

    question: str
    answer: str = ""
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """询问笔录: one session with one person."""

    id: DocumentId
    role: InterviewRole
    person: Interviewed
    session: int
    """Which interview of this person in this inspection, from 1."""
    begun_at: datetime
    recorded_by: PersonId
    place: str = ""
    rights_answer: str = ""
    exchanges: tuple[Exchange, ...] = ()
    refusal: str = ""
    ended_at: datetime | None = None


class DeliveryMode(StrEnum):
    """How documents are delivered (送达方式)."""

    DIRECT = "direct"
    AGENT = "agent"
    LEFT_ON_PREMISES = "left_on_premises"
    """留置送达, after a refusal."""
    MAIL = "mail"
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """送达回证: documents delivered, refused or left; once closed it never changes."""

    id: DocumentId
    documents: tuple[DocumentId, ...]
    begun_at: datetime
    begun_by: PersonId
    mode: DeliveryMode = DeliveryMode.DIRECT
    place: str = ""
    received_by: str = ""
    relation: str = ""
    refusal: str = ""
    witness: str = ""
    witness_unit: str = ""
    evidence: tuple[EvidenceId, ...] = ()
    """Pictures of the documents left on the premises."""
    delivered_at: datetime | None = None
    """When it was closed."""

    @property
    def was_refused(self) -> bool:
        return bool(self.refusal.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """先行登记保存: what was registered, where it is kept, by when it is decided."""

    id: DocumentId
    items: tuple[RegisteredLine, ...] = ()
    registered_at: datetime | None = None
    deadline: date | None = None
    """Fixed when the document is issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenEvidence:
    """One line of an evidence list as it was issued."""

    number: int
    evidence: EvidenceId
    label: str
    sha256: Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList:
    """证据清单: clean numbers without gaps, frozen when the list is issued."""

    id: DocumentId
    lines: tuple[FrozenEvidence, ...]
