"""Everything a person can do, in one value that the screens are given; built by hand in ``app.py``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector_app.services.approval_answering import ApprovalAnswering
    from inspector_app.services.approval_asking import ApprovalAsking
    from inspector_app.services.cards import CardService
    from inspector_app.services.checklists import ChecklistService
    from inspector_app.services.conflicts import ConflictService
    from inspector_app.services.count_sheets import CountSheetService
    from inspector_app.services.deliveries import DeliveryService
    from inspector_app.services.departure import DepartureService
    from inspector_app.services.desk import Desk
    from inspector_app.services.dialysis_sheet import DialysisCounting
    from inspector_app.services.drawn_signatures import DrawnSignatureService
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.services.findings import FindingService
    from inspector_app.services.handing_over import HandingOverService
    from inspector_app.services.headcounts import HeadcountService
    from inspector_app.services.inspections import InspectionService
    from inspector_app.services.interviews import InterviewService
    from inspector_app.services.ledgers import LedgerService
    from inspector_app.services.marked_copies import MarkedCopyService
    from inspector_app.services.notices import NoticeService
    from inspector_app.services.number_register import NumberRegister
    from inspector_app.services.numbers import NumberService
    from inspector_app.services.overlaps import OverlapService
    from inspector_app.services.packs import PackService
    from inspector_app.services.papers import PaperService
    from inspector_app.services.party_bundle import PartyBundleService
    from inspector_app.services.points_sheet import PointsReconciling
    from inspector_app.services.purchase_papers import PurchasePapers
    from inspector_app.services.receiving import ReceivingService
    from inspector_app.services.records import RecordService
    from inspector_app.services.reviewing import ReviewService
    from inspector_app.services.rosters import RosterService
    from inspector_app.services.safety_copies import SafetyCopyService
    from inspector_app.services.salvage import SalvageService
    from inspector_app.services.search import SearchService
    from inspector_app.services.stock_sheet import StockReconciling
    from inspector_app.services.templates import TemplateService
    from inspector_app.services.time_stamping import TimeStamping
    from inspector_app.services.timeline import TimelineService
    from inspector_app.services.trace_scanning import TraceScanning
    from inspector_app.services.verification import VerificationService
    from inspector_app.services.ward_sheets import WardSheetService
    from inspector_app.services.workspace import WorkspaceService
    from inspector_app.services.workspace_salvage import WorkspaceSalvage


@dataclass(frozen=True, slots=True, kw_only=True)
class Activities:
    """The services of one workspace; used on the thread that owns the databases."""

    desk: Desk
    workspace: WorkspaceService
    workspace_salvage: WorkspaceSalvage
    packs: PackService
    inspections: InspectionService
    rosters: RosterService
    ledgers: LedgerService
    stock: StockReconciling
    points: PointsReconciling
    scanning: TraceScanning
    purchase_papers: PurchasePapers
    dialysis: DialysisCounting
    overlaps: OverlapService
    headcounts: HeadcountService
    checklists: ChecklistService
    evidence: EvidenceService
    marked_copies: MarkedCopyService
    findings: FindingService
    numbers: NumberService
    number_register: NumberRegister
    notices: NoticeService
    approval_asking: ApprovalAsking
    approval_answering: ApprovalAnswering
    safety: SafetyCopyService
    salvage: SalvageService
    papers: PaperService
    records: RecordService
    deliveries: DeliveryService
    drawn_signatures: DrawnSignatureService
    departure: DepartureService
    interviews: InterviewService
    templates: TemplateService
    timeline: TimelineService
    time_stamping: TimeStamping
    verification: VerificationService
    ward_sheets: WardSheetService
    count_sheets: CountSheetService
    search: SearchService
    cards: CardService
    handing_over: HandingOverService
    receiving: ReceivingService
    reviewing: ReviewService
    conflicts: ConflictService
    party_bundle: PartyBundleService
