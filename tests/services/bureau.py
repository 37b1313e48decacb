"""A laptop on which an inspection is ready for its notice, for every test that needs one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from inspector_app.domain.document import Document, DocumentType
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.finding import Amounts, Finding
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Person, Role
from inspector_app.services.desk import Desk
from inspector_app.services.evidence import EvidenceService
from inspector_app.services.findings import FindingService
from inspector_app.services.inspections import InspectionService
from inspector_app.services.intake import Source
from inspector_app.services.notices import NoticeService
from inspector_app.services.numbers import NumberService
from inspector_app.services.packs import PackService
from inspector_app.services.workspace import WorkspaceService
from inspector_app.system.wording_files import WordingBook
from inspector_app.system.wrapping import Cost
from tests.fakes import FakeClock, FixedRandomness, SequenceIds
from tests.services.papers import Papers, paper_services

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
WORDS = "a walk through wards"
FIRST_WORDS = "only for the first time"
TYPE = DocumentType.RECTIFICATION_NOTICE
CONTACT = {"contact_office": "基金监管科", "contact_phone": "0000-0000000"}


def a_picture(shade: int = 200) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (shade, 40, 40)).save(buffer, "JPEG")
    return buffer.getvalue()


def choose_own_passphrase(workspace: WorkspaceService, person: Person, back: Person) -> None:
    """Let a person change, under their own name, what they were given; then the first goes on."""
    workspace.unlock(person.id, FIRST_WORDS)
    workspace.change_passphrase(person.id, FIRST_WORDS, WORDS)
    workspace.unlock(back.id, WORDS)


@dataclass
class Bureau:
    """A laptop on which an inspection is ready for its notice."""

    desk: Desk
    workspace: WorkspaceService
    numbers: NumberService
    findings: FindingService
    evidence: EvidenceService
    inspections: InspectionService
    notices: NoticeService
    lin: Person
    zhou: Person
    he: Person
    inspection: InspectionId
    packs: PackService
    made: Papers
    """The services of records, deliveries, lists and letters."""

    def drafted(self) -> Document:
        document = self.notices.draft(self.inspection)
        return self.notices.edit(self.inspection, document.id, fields=CONTACT)

    def approved(self) -> Document:
        return self.notices.approve(self.inspection, self.drafted().id, self.he.id, WORDS)

    def issued(self) -> Document:
        document = self.approved()
        for person in (self.lin, self.zhou):
            self.notices.signing.sign(self.inspection, document.id, person.id, WORDS)
        return self.notices.signing.issue(self.inspection, document.id)

    def record(self, shade: int, **changes: object) -> Finding:
        finding = self.findings.new(
            category="absent_stay", item="挂床住院", description="内一科3床、11床患者不在床，院方不能说明。"
        )
        finding = replace(
            finding,
            persons=2,
            amounts=Amounts(total=Decimal("4321.86"), fund=Decimal("3821.02"), deduction=Decimal("0.01")),
            clauses=("regulation-15", "regulation-38-1"),
            requirement="停止挂床住院。",
            **changes,
        )
        self.findings.record(self.inspection, finding)
        target = Target(kind=TargetKind.FINDING, id=finding.id, label=finding.item)
        source = Source(name="bed.jpg", way=IntakeWay.FILE, data=a_picture(shade))
        self.evidence.take_in(self.inspection, [source], target=target)
        return finding


@pytest.fixture
def bureau(
    tmp_path: Path, clock: FakeClock, ids: SequenceIds, randomness: FixedRandomness
) -> Iterator[Bureau]:
    desk = Desk(tmp_path / "desk", clock=clock, ids=ids, randomness=randomness)
    workspace = WorkspaceService(desk, cost=CHEAP)
    lin = workspace.create(
        bureau="青禾县医疗保障局", name="林知远", certificate_number="YL-TEST-0001", passphrase=WORDS
    )
    zhou = workspace.add_person("周叙白", "YL-TEST-0002", passphrase=WORDS)
    he = workspace.add_person("何清越", role=Role.DIRECTOR, passphrase=FIRST_WORDS)
    choose_own_passphrase(workspace, he, lin)
    packs = PackService(tmp_path / "packs")
    inspections = InspectionService(desk, require_recovery=lambda: None, signed_head=lambda _: None)
    evidence = EvidenceService(desk)
    numbers = NumberService(desk)
    institution = inspections.register(
        replace(
            inspections.new_institution("青禾县仁安医院", "H99990000001"),
            credit_code="52999999MJ00000018",
            address="云岭市青禾县杏林路1号",
            legal_representative="苏㛃",
        )
    )
    inspection = inspections.open(
        institution,
        bureau="青禾县医疗保障局",
        team=(lin, zhou, he),
        data_from=date(2025, 1, 1),
        data_to=date(2026, 10, 31),
    )
    inspections.open_visit(inspection.id, reference=clock.now(), reference_source="手机")
    inspections.show_certificates(inspection.id)
    inspections.tell_rights(inspection.id, answer="已知悉")
    made = paper_services(desk, workspace, packs, numbers, evidence)
    made.records.draw_up(inspection.id)
    inspections.close_visit(inspection.id)
    notices = NoticeService(
        desk,
        workspace=workspace,
        packs=packs,
        numbers=numbers,
        evidence=evidence,
        wording=WordingBook(tmp_path),
    )
    bureau = Bureau(
        desk,
        workspace,
        numbers,
        FindingService(desk),
        evidence,
        inspections,
        notices,
        lin,
        zhou,
        he,
        inspection.id,
        packs,
        made,
    )
    bureau.record(200)
    yield bureau
    desk.lock()
