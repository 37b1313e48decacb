"""The services that make documents from templates, put together for tests."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.services.checklists import ChecklistService
from inspector_app.services.deliveries import DeliveryService
from inspector_app.services.desk import Desk
from inspector_app.services.drawn_signatures import DrawnSignatureService
from inspector_app.services.evidence import EvidenceService
from inspector_app.services.findings import FindingService
from inspector_app.services.headcounts import HeadcountService
from inspector_app.services.numbers import NumberService
from inspector_app.services.packs import PackService
from inspector_app.services.paper_records import PaperRecords
from inspector_app.services.papers import PaperService
from inspector_app.services.records import RecordService
from inspector_app.services.rosters import RosterService
from inspector_app.services.workspace import WorkspaceService
from inspector_app.system.paths import FORMS
from inspector_app.system.template_files import TemplateBook


@dataclass
class Papers:
    """Everything between an inspection and its papers."""

    headcounts: HeadcountService
    checklists: ChecklistService
    kept: PaperRecords
    records: RecordService
    papers: PaperService
    deliveries: DeliveryService
    drawn: DrawnSignatureService


def paper_services(
    desk: Desk, workspace: WorkspaceService, packs: PackService, numbers: NumberService,
    evidence: EvidenceService,
) -> Papers:  # fmt: skip
    findings = FindingService(desk)
    headcounts = HeadcountService(desk, RosterService(desk, evidence), findings, packs)
    checklists = ChecklistService(desk, FORMS, findings, packs)
    kept = PaperRecords(
        desk,
        workspace=workspace,
        packs=packs,
        numbers=numbers,
        evidence=evidence,
        templates=TemplateBook(desk.folder),
    )
    return Papers(
        headcounts,
        checklists,
        kept,
        RecordService(desk, kept, headcounts=headcounts, checklists=checklists),
        PaperService(desk, kept, workspace=workspace, packs=packs, evidence=evidence),
        DeliveryService(desk, kept, evidence=evidence),
        DrawnSignatureService(desk, kept, workspace=workspace),
    )
