"""Findings (问题): facts a person stands for, with clause, amounts and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from inspector_app.domain.ids import FindingId, PersonId, SuspicionId

FEN = Decimal("0.01")


def to_fen(amount: Decimal) -> Decimal:
    """Round half up to fen, as cashiers do."""
    return amount.quantize(FEN, rounding=ROUND_HALF_UP)


class FindingState(StrEnum):
    """Life of a finding; later states are set by the follow-up."""

    TO_CONFIRM = "to_confirm"
    CONFIRMED = "confirmed"
    NOTIFIED = "notified"
    RECTIFIED = "rectified"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """The three amounts of a finding, in yuan (D6)."""

    total: Decimal = Decimal(0)
    fund: Decimal = Decimal(0)
    deduction: Decimal = Decimal(0)

    @property
    def to_return(self) -> Decimal:
        """Fund share less what was deducted already, rounded to fen."""
        return to_fen(self.fund - self.deduction)


def total_to_return(findings: tuple[Finding, ...]) -> Decimal:
    """Sum of the amounts rounded per finding, so that the table adds up on paper."""
    return sum((finding.amounts.to_return for finding in findings), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseConfirmation:
    """The lead's recorded word that an unverified clause may be cited."""

    clause: str
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One row of the table of problems."""

    id: FindingId
    category: str
    """Identity of the second-level category in the pack."""
    item: str
    description: str
    recorded_at: datetime
    recorded_by: PersonId
    persons: int | None = None
    quantity: str = ""
    amounts: Amounts = Amounts()
    clauses: tuple[str, ...] = ()
    clause_confirmations: tuple[ClauseConfirmation, ...] = ()
    conduct_from: date | None = None
    conduct_to: date | None = None
    department: str = ""
    responsible_person: str = ""
    requirement: str = ""
    deadline: date | None = None
    state: FindingState = FindingState.TO_CONFIRM
    suspicion: SuspicionId | None = None
    origin: str = ""
    """Where it came from when not a suspicion, such as ``answer:<run>:<path>``."""
    withdrawn_reason: str = ""


class Lack(StrEnum):
    """What a finding needs before it can stand in a notice."""

    CATEGORY = "category"
    DESCRIPTION = "description"
    CLAUSE = "clause"
    EVIDENCE = "evidence"
    REQUIREMENT = "requirement"


def lacks(finding: Finding, *, has_evidence: bool) -> tuple[Lack, ...]:
    """Return what is missing, in the order of the form; without a deadline the notice's term applies."""
    missing = (
        (Lack.CATEGORY, not finding.category),
        (Lack.DESCRIPTION, not finding.description.strip()),
        (Lack.CLAUSE, not finding.clauses),
        (Lack.EVIDENCE, not has_evidence),
        (Lack.REQUIREMENT, not finding.requirement.strip()),
    )
    return tuple(lack for lack, is_missing in missing if is_missing)
