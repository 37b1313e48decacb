"""Which domain values are stored, under which stable word, and how they become JSON."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar, cast

from cattrs import Converter

from inspector_app.domain.approval_by_file import ApprovalRequest, GivenAnswer
from inspector_app.domain.checklist import Answer, ChecklistForm, ChecklistRun
from inspector_app.domain.checklist_shelf import ChecklistLock, RetiredChecklist
from inspector_app.domain.count_sheet import PrintedCount
from inspector_app.domain.document import BurnedNumber, Document, DocumentRevision, NumberBlock
from inspector_app.domain.evidence import Citation, Evidence, LetterGiven
from inspector_app.domain.exchange import (
    Comment,
    Conflict,
    KnownCard,
    Purged,
    ReceivedPackage,
    Review,
    SentPackage,
)
from inspector_app.domain.filled_checklist import ChecklistExport
from inspector_app.domain.finding import Finding
from inspector_app.domain.headcount import BedCheck, Ward, WardBed
from inspector_app.domain.imported_ledger import ImportedLedger, RememberedLedger, StockChosen
from inspector_app.domain.ink import DrawnSignature, Point
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.institution import Institution
from inspector_app.domain.journal import Head
from inspector_app.domain.markup import ExportedCopy, MarkedCopy
from inspector_app.domain.overlap import OverlapDecided
from inspector_app.domain.papers import IssuedLines
from inspector_app.domain.party_bundle import PartyBundle
from inspector_app.domain.people import Device, Person
from inspector_app.domain.points_work import PointSetAside
from inspector_app.domain.record import Delivery, EvidenceList, Interview, Record, Registration
from inspector_app.domain.roster import RememberedMapping, Roster
from inspector_app.domain.safety_copy import Restoration, SafetyCopy
from inspector_app.domain.salvage import Salvage
from inspector_app.domain.scanned_codes import ScannedCode
from inspector_app.domain.stock_points import PaperSeen
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.workspace import Certificate, Profile

T = TypeVar("T")

KINDS: dict[type[Any], str] = {
    Answer: "answer",
    ApprovalRequest: "approval_request",
    BedCheck: "bed_check",
    BurnedNumber: "burned_number",
    Certificate: "certificate",
    ChecklistExport: "checklist_export",
    ChecklistForm: "checklist_form",
    ChecklistLock: "checklist_lock",
    ChecklistRun: "checklist_run",
    Citation: "citation",
    Comment: "comment",
    Conflict: "conflict",
    Delivery: "delivery",
    Device: "device",
    Document: "document",
    DocumentRevision: "document_revision",
    DrawnSignature: "drawn_signature",
    Evidence: "evidence",
    EvidenceList: "evidence_list",
    ExportedCopy: "exported_copy",
    Finding: "finding",
    GivenAnswer: "given_answer",
    Head: "head",
    ImportedLedger: "imported_ledger",
    Inspection: "inspection",
    Institution: "institution",
    Interview: "interview",
    IssuedLines: "issued_lines",
    KnownCard: "known_card",
    MarkedCopy: "marked_copy",
    LetterGiven: "letter_given",
    NumberBlock: "number_block",
    OverlapDecided: "overlap_decided",
    PaperSeen: "paper_seen",
    PartyBundle: "party_bundle",
    Person: "person",
    PointSetAside: "point_set_aside",
    PrintedCount: "printed_count",
    Profile: "profile",
    Purged: "purged",
    ReceivedPackage: "received_package",
    Record: "record",
    Registration: "registration",
    RememberedLedger: "remembered_ledger",
    RememberedMapping: "remembered_mapping",
    Restoration: "restoration",
    RetiredChecklist: "retired_checklist",
    Review: "review",
    Roster: "roster",
    SafetyCopy: "safety_copy",
    Salvage: "salvage",
    ScannedCode: "scanned_code",
    SentPackage: "sent_package",
    StockChosen: "stock_chosen",
    Suspicion: "suspicion",
    Visit: "visit",
    Ward: "ward",
    WardBed: "ward_bed",
}
"""The words are written into files: they never change, and a new kind is a new line."""

TYPES: dict[str, type[Any]] = {word: kind for kind, word in KINDS.items()}


def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    converter.register_structure_hook(Point, lambda value, _: Point(*map(int, value)))
    return converter


_CONVERTER = _converter()


def to_plain(value: object) -> dict[str, Any]:
    """Return a stored value as plain JSON values; unknown types are a bug."""
    return cast("dict[str, Any]", _CONVERTER.unstructure(value))


def from_plain(kind: type[T], plain: dict[str, Any]) -> T:
    """Return the domain value of ``kind``; fields that this version does not know are left out."""
    return _CONVERTER.structure(plain, kind)
