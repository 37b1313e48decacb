"""Local rules as data: thresholds, deadlines, titles, numbers and approval levels of one region."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.charge_rules import ChargeRules
from inspector_app.domain.deadline import Term
from inspector_app.domain.dialysis_rules import DialysisRules
from inspector_app.domain.document import DocumentType
from inspector_app.domain.institution import InstitutionLevel
from inspector_app.domain.law import Track
from inspector_app.domain.packs import PackLabel
from inspector_app.domain.people import Role
from inspector_app.domain.stock_rules import StockRules


class ApprovalLevel(StrEnum):
    """Who approves a document; whoever wrote it never does."""

    NONE = "none"
    SECOND_PERSON = "second_person"
    SECTION = "section"
    DIVISION = "division"
    DIRECTOR = "director"

    def is_met_by(self, role: Role) -> bool:
        """Tell whether somebody of this role is high enough; a second person may be anybody."""
        return _HEIGHT.get(self, 0) <= _REACH.get(role, 0)


_HEIGHT = {ApprovalLevel.SECTION: 1, ApprovalLevel.DIVISION: 2, ApprovalLevel.DIRECTOR: 3}
_REACH = {Role.SECTION_HEAD: 1, Role.DIVISION_HEAD: 2, Role.DIRECTOR: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadcountRules:
    """Thresholds of the ward headcount; every one is local, and a rule the region lacks is ``None``."""

    absent_share: dict[InstitutionLevel, Decimal] = field(default_factory=dict)
    """Share of a ward's inpatients from which all absentees are suspected, per level."""
    leave_counts_as_absent: bool
    """Whether people on leave stand in the absent share."""
    leave_counts_as_in_bed: bool
    """Whether people on leave with a slip stand in the numerator of the in-bed rate."""
    leave_times_over: int | None = None
    leave_share_of_stay_over: Decimal | None = None
    leave_hours_over: int | None = None
    no_service_hours: int | None = None
    absent_fee_hours: int | None = None
    """Hours after a look at an empty place within which fees of the stay are pointed at."""
    no_record_hours: int | None = None
    """Hours after admission within which the first records must exist."""
    no_progress_note_days: int | None = None
    readmission_days: int | None = None
    address_cluster_share: Decimal | None = None
    """Share of a roster that comes from one place."""
    address_cluster_minimum: int = 2
    """People below which no cluster is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRules:
    """How one type of document is titled, numbered, approved and answered."""

    type: DocumentType
    title: str
    track: Track
    type_word: str = ""
    """The type's word in the number, such as 责改; empty for documents without an official number."""
    red_header: str = ""
    """Text above the red line, with ``{bureau}`` for the bureau's name; empty for none."""
    approval: ApprovalLevel
    legal_review: bool = False
    term: Term | None = None
    copies: int = 2
    receipt_copies: int = 0
    """Copies of the receipt block for the pen (送达回证)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauDetails:
    """The issuing body as documents print it."""

    name: str
    number_word: str
    """The body's word in the number (机关代字), such as 云医保."""
    contact_office: str = ""
    contact_phone: str = ""
    address: str = ""
    placeholder: bool = False
    """Still the shipped placeholder: nothing may be issued in its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPack:
    """One version of one region's rules, and the packs it builds on."""

    label: PackLabel
    law: str
    holidays: str
    categories: str
    bureau: BureauDetails
    number_padding: int = 0
    """Digits a running number is padded to; 0 prints it as it is (GB/T 9704)."""
    telephone_confirmation_days: int = 3
    """Working days until an approval by telephone must be confirmed."""
    headcount: HeadcountRules
    stock: StockRules = field(default_factory=StockRules)
    dialysis: DialysisRules = field(default_factory=DialysisRules)
    charges: ChargeRules = field(default_factory=ChargeRules)
    documents: tuple[DocumentRules, ...]
    approval_titles: dict[ApprovalLevel, str] = field(default_factory=dict)
    verified: bool = False
    """Whether the bureau confirmed these rules as its own."""

    def document(self, document_type: DocumentType) -> DocumentRules | None:
        return next((rules for rules in self.documents if rules.type is document_type), None)
