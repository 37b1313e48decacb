"""Documents that leave: drafts, their immutable revisions, numbers from a block."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from inspector_app.domain.access import Standing
from inspector_app.domain.approval import SignedApproval, TelephoneApproval
from inspector_app.domain.ids import (
    BlockId,
    DocumentId,
    FindingId,
    InspectionId,
    PersonId,
    RevisionId,
    Sha256,
)


class DocumentType(StrEnum):
    """Types of document; the pack holds title, number word and approval level of each."""

    RECTIFICATION_NOTICE = "rectification_notice"
    WARD_SHEET = "ward_sheet"
    RECORD = "record"
    """现场检查笔录."""
    INTERVIEW = "interview"
    """询问笔录."""
    CONFIRMATION = "confirmation"
    """签字反馈表."""
    EVIDENCE_LIST = "evidence_list"
    PHOTOGRAPHS = "photographs"
    """现场照片, an annex."""
    DETAIL_LIST = "detail_list"
    """问题明细清单: the rows of ledgers behind the findings, an annex."""
    PROBLEM_TABLE = "problem_table"
    """问题表 with the sixteen columns of national inspections."""
    REGISTRATION = "registration"
    """先行登记保存通知书."""
    INSPECTION_NOTICE = "inspection_notice"
    TALK_NOTICE = "talk_notice"
    """约谈通知书."""
    TRANSFER = "transfer"
    """移送函."""
    PROPOSAL = "proposal"
    """整改建议书."""
    PROPOSAL_LETTER = "proposal_letter"
    """建议函, to another authority."""
    COMMITMENT = "commitment"
    """承诺书."""
    DELIVERY = "delivery"
    """送达回证."""


class DocumentState(StrEnum):
    """A document goes forward only; correction is a new document."""

    DRAFT = "draft"
    APPROVED = "approved"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSignature:
    """Who signs in which field; fixed with the layout, whatever becomes of the team."""

    person: PersonId
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of an inspection."""

    id: DocumentId
    type: DocumentType
    created_at: datetime
    written_by: PersonId
    state: DocumentState = DocumentState.DRAFT
    number: str = ""
    """The official number in print; empty while only a draft number exists."""
    draft_number: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    """What a person typed over or added to the derived content."""
    typed_deadline: date | None = None
    """What a person chose; ``None`` for the region's term."""
    deadline: date | None = None
    """What is printed: the typed one, or the term as the approval fixed it."""
    approved_by: PersonId | None = None
    approved_at: datetime | None = None
    approved_content: Sha256 | None = None
    """Hash of the content that was approved; an edit afterwards needs a new approval."""
    approver: Standing | None = None
    """How independent the approver was at that moment; unknown for approvals of older versions."""
    telephone: TelephoneApproval | None = None
    """How an approval by telephone came about; ``None`` for one given by passphrase."""
    signed: SignedApproval | None = None
    """How an approval by signed file came about; ``None`` for any other."""
    issued_at: datetime | None = None
    head_code: str = ""
    copies_printed: int = 0
    findings: tuple[FindingId, ...] = ()
    """What the final layout holds, in its order; empty before."""
    signers: tuple[PlannedSignature, ...] = ()
    """The inspectors whose signatures the final layout waits for; empty before."""
    corrects: DocumentId | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRevision:
    """Bytes of one step; each begins with the bytes of the one before."""

    id: RevisionId
    document: DocumentId
    step: int
    what: str
    """``layout``, ``signature:<person>`` or ``signature:bureau``."""
    sha256: Sha256
    size: int
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBlock:
    """Numbers assigned to this laptop for one type, year and issuing body."""

    id: BlockId
    type: DocumentType
    body: str
    """The issuing body's word in the number, such as 青医保."""
    year: int
    first: int
    last: int


class NumberState(StrEnum):
    """A number is burned in the workspace before a document uses it, and never given twice."""

    USED = "used"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class BurnedNumber:
    """One line of the number register; its id is block and number."""

    id: str
    block: BlockId
    number: int
    state: NumberState
    inspection: InspectionId | None = None
    document: DocumentId | None = None
    burned_at: datetime
    reason: str = ""
