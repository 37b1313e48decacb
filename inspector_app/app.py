"""Builds and wires everything by hand; nothing else constructs services or the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.system.clock import SystemClock, SystemIds, SystemRandomness
from inspector_app.system.paths import FORMS, RESOURCES

if TYPE_CHECKING:
    from inspector_app.domain.ids import InspectionId
    from inspector_app.domain.ports import Clock, Ids, Randomness
    from inspector_app.services.activities import Activities
    from inspector_app.system.wrapping import Cost
    from inspector_app.ui.shell import Shell
    from inspector_app.ui.worker import Worker

LOCK_NAME = "in-use.lock"
WARMED_FIRST = (
    "cryptography.hazmat.primitives.kdf.argon2",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cattrs",
    "sqlcipher3.dbapi2",
    "sqlite_utils",
    "inspector_app.services.workspace",
    "inspector_app.storage.store",
    "inspector_app.services.inspections",
    "inspector_app.ui.inspection_view",
    "inspector_app.ui.status_parts",
    "inspector_app.ui.pages.home",
    "inspector_app.ui.frame",
)
"""What is imported behind the unlock page until the list of inspections can be shown."""
WARMED_LATER = (
    "inspector_app.services.evidence",
    "inspector_app.services.headcounts",
    "inspector_app.services.checklists",
    "cryptography.x509",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "asn1crypto.cms",
    "inspector_app.documents.authority",
    "inspector_app.services.notices",
    "inspector_app.services.verification",
    "inspector_app.ui.pages.overview",
    "inspector_app.ui.pages.wards",
    "inspector_app.ui.pages.evidence",
    "inspector_app.ui.pages.findings",
    "inspector_app.ui.pages.documents_place",
    "inspector_app.documents.signing",
)
"""What the pages behind the list need, in the order of need and in pieces that are not felt."""


def build_activities(
    folder: Path,
    *,
    clock: Clock | None = None,
    ids: Ids | None = None,
    randomness: Randomness | None = None,
    cost: Cost | None = None,
) -> Activities:
    """Build the services of the workspace in ``folder``; nothing is opened or written yet.

    Their modules take longest of all, so they are imported here. What is not given is the system's;
    ``cost`` is what guessing a passphrase costs.
    """
    from inspector_app.services.activities import Activities
    from inspector_app.services.approval_answering import ApprovalAnswering
    from inspector_app.services.approval_asking import ApprovalAsking
    from inspector_app.services.approval_subjects import Approvables
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
    from inspector_app.services.paper_records import PaperRecords
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
    from inspector_app.system.template_files import TemplateBook
    from inspector_app.system.wording_files import WordingBook

    clock = clock or SystemClock()
    randomness = randomness or SystemRandomness()
    ids = ids or SystemIds(clock, randomness)
    desk = Desk(folder, clock=clock, ids=ids, randomness=randomness)
    workspace = WorkspaceService(desk, cost=cost)
    packs = PackService(desk.folder / "packs")
    evidence = EvidenceService(desk)
    findings = FindingService(desk)
    rosters = RosterService(desk, evidence)
    ledgers = LedgerService(desk, evidence)
    headcounts = HeadcountService(desk, rosters, findings, packs)
    numbers = NumberService(desk)
    wording = WordingBook(desk.folder)
    checklists = ChecklistService(desk, FORMS, findings, packs)
    templates = TemplateBook(desk.folder)
    papers = PaperRecords(
        desk,
        workspace=workspace,
        packs=packs,
        numbers=numbers,
        evidence=evidence,
        templates=templates,
    )
    inspections = InspectionService(
        desk, require_recovery=workspace.require_recovery, signed_head=workspace.credentials.signed_head
    )
    cards = CardService(desk, workspace)
    notices = NoticeService(
        desk,
        workspace=workspace,
        packs=packs,
        numbers=numbers,
        evidence=evidence,
        wording=wording,
    )
    letters = PaperService(desk, papers, workspace=workspace, packs=packs, evidence=evidence)
    return Activities(
        desk=desk,
        workspace=workspace,
        workspace_salvage=WorkspaceSalvage(desk, workspace, inspections),
        packs=packs,
        inspections=inspections,
        cards=cards,
        handing_over=HandingOverService(desk, workspace, cards),
        receiving=ReceivingService(desk, workspace, cards, inspections),
        reviewing=ReviewService(desk, workspace),
        conflicts=ConflictService(desk),
        party_bundle=PartyBundleService(desk),
        rosters=rosters,
        ledgers=ledgers,
        stock=StockReconciling(desk, findings, packs),
        points=PointsReconciling(desk, findings, packs, rosters),
        scanning=TraceScanning(desk, evidence, findings),
        purchase_papers=PurchasePapers(desk, findings),
        dialysis=DialysisCounting(desk, packs),
        overlaps=OverlapService(desk),
        headcounts=headcounts,
        checklists=checklists,
        evidence=evidence,
        marked_copies=MarkedCopyService(desk, evidence),
        findings=findings,
        numbers=numbers,
        number_register=NumberRegister(desk, packs),
        notices=notices,
        approval_asking=ApprovalAsking(
            desk, Approvables(desk, notices.subjects, letters), workspace=workspace, cards=cards
        ),
        approval_answering=ApprovalAnswering(desk, workspace=workspace, cards=cards),
        safety=SafetyCopyService(desk, workspace, cost=cost),
        salvage=SalvageService(desk),
        papers=letters,
        records=RecordService(desk, papers, headcounts=headcounts, checklists=checklists),
        deliveries=DeliveryService(desk, papers, evidence=evidence),
        drawn_signatures=DrawnSignatureService(desk, papers, workspace=workspace),
        interviews=InterviewService(desk, papers),
        templates=TemplateService(templates, packs, wording),
        time_stamping=TimeStamping(desk),
        timeline=TimelineService(desk, checklists),
        departure=DepartureService(desk, workspace=workspace, numbers=numbers, packs=packs),
        verification=VerificationService(desk),
        ward_sheets=WardSheetService(desk, headcounts, wording),
        count_sheets=CountSheetService(desk, wording, evidence),
        search=SearchService(desk, packs),
    )


def make_worker(folder: Path) -> Worker:
    """Return what works in the workspace in ``folder``; its door can be asked before the rest is built."""
    from inspector_app.services.door import Door
    from inspector_app.system.keys import KeyFile
    from inspector_app.ui.worker import Worker

    clock, randomness = SystemClock(), SystemRandomness()
    door = Door(folder, KeyFile(folder, clock, randomness))
    return Worker(lambda: build_activities(folder, clock=clock, randomness=randomness), door=door)


def open_window(
    folder: Path,
    log_file: Path,
    *,
    language: str | None = None,
    prepare: Callable[[Activities], InspectionId] | None = None,
    begin_at: str = "overview",
) -> int:
    """Open the window on a workspace and run until it is closed; a second start raises the first.

    ``prepare`` works in the workspace first and leaves it unlocked, as a demonstration does; the
    window then opens inside the inspection it returns, at the place ``begin_at``.
    """
    from PySide6.QtWidgets import QApplication

    from inspector_app.domain.errors import FileBusy
    from inspector_app.services.preferences import PreferenceService
    from inspector_app.system.folders import private_folder
    from inspector_app.system.lock import WriterLock
    from inspector_app.ui.shell import Shell
    from inspector_app.ui.warming import Warming

    application = QApplication(sys.argv[:1])
    private_folder(folder)
    lock = WriterLock(folder / LOCK_NAME)
    try:
        lock.take()
    except FileBusy:
        from inspector_app.ui.single_instance import raise_first

        if raise_first(folder):
            return 0
        raise
    try:
        preferences = PreferenceService(folder)
        if language:
            preferences.change(language=language)
        worker = make_worker(folder)
        shell = Shell(application, worker, preferences, RESOURCES, log_file)
        if prepare is None:
            Warming(
                shell.open(),
                worker,
                (partial(_listen, folder, shell), *WARMED_FIRST, *shell.furnishing(), *WARMED_LATER),
            )
        else:
            _listen(folder, shell)
            worker.run(prepare, done=lambda inspection: shell.open_inside(inspection, begin_at))
        try:
            return application.exec()
        finally:
            worker.close()
    finally:
        lock.release()


def _listen(folder: Path, shell: Shell) -> None:
    """Hear later starts; its library is imported when the window stands."""
    from inspector_app.ui.single_instance import FirstInstance

    FirstInstance(folder, shell).wanted.connect(shell.come_forward)
