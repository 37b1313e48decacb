"""Approval between two laptops: what is asked, what is answered, and what either side keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.document import DocumentType
from inspector_app.domain.ids import DeviceId, DocumentId, InspectionId, PersonId, Sha256
from inspector_app.domain.people import Role
from inspector_app.domain.region import ApprovalLevel


class Decision(StrEnum):
    """What the approver says of a draft."""

    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """Somebody who wrote in the draft; a person has another identity on each laptop."""

    id: PersonId
    name: str
    certificate_number: str = ""

    def is_same(self, identity: PersonId, name: str, certificate_number: str) -> bool:
        """Tell whether this may be the same person; two people of one name differ by their certificate."""
        if self.id == identity:
            return True
        if self.certificate_number and certificate_number:
            return self.certificate_number == certificate_number
        return self.name == name


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedApproval:
    """One draft as it is put before an approver on another laptop; its PDF travels beside it."""

    id: str
    inspection: InspectionId
    document: DocumentId
    type: DocumentType
    content: Sha256
    """Hash of everything that is approved; see the fingerprints of notices and papers."""
    pdf: Sha256
    """Hash of the draft's bytes, as the approver sees them."""
    title: str
    number: str
    """The draft's number; empty where the type has none."""
    bureau: str
    party: str
    level: ApprovalLevel
    writers: tuple[Wrote, ...]
    asked_by: str
    asked_at: datetime
    findings: int = 0
    to_return: Decimal = Decimal(0)
    """Yuan that the draft demands back."""
    deadline: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalAnswer:
    """What an approver's laptop signs."""

    request: str
    inspection: InspectionId
    document: DocumentId
    content: Sha256
    pdf: Sha256
    decision: Decision
    remark: str = ""
    person: PersonId
    name: str
    certificate_number: str = ""
    role: Role
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRequest:
    """What the asking laptop keeps: exactly which draft went to whom, and what came back."""

    id: str
    document: DocumentId
    content: Sha256
    pdf: Sha256
    deadline: date | None
    """What the draft prints; the region's term would move on while the file travels."""
    writes: int
    """How often the draft had been written in; any more and the answer comes too late."""
    to: DeviceId
    to_name: str
    asked_by: PersonId
    asked_at: datetime
    answer: ApprovalAnswer | None = None
    answered_at: datetime | None = None
    """When the answer was taken in here."""
    file: Sha256 | None = None
    """The answer's file as it came."""

    @property
    def is_returned(self) -> bool:
        return self.answer is not None and self.answer.decision is Decision.RETURNED


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What the approver's laptop keeps of its answer; its id is the request's."""

    id: str
    to: DeviceId
    title: str
    number: str
    party: str
    answer: ApprovalAnswer
