"""Two laptops that know one another, on one of which a draft waits for the other's approval."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from PIL import Image

from inspector_app.app import build_activities
from inspector_app.domain.approval_by_file import Decision
from inspector_app.domain.document import Document
from inspector_app.domain.evidence import IntakeWay, Target, TargetKind
from inspector_app.domain.finding import Amounts
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Person, Role
from inspector_app.services.activities import Activities
from inspector_app.services.approval_asking import TakenAnswer
from inspector_app.services.intake import Source
from inspector_app.system.wrapping import Cost
from tests.fakes import FakeClock, FixedRandomness, SequenceIds

WORDS = "a walk through wards"
CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
CONTACT = {"contact_office": "基金监管科", "contact_phone": "0000-0000000"}
BUREAU = "青禾县医疗保障局"


@dataclass
class Laptop:
    """A workspace and who sits at it."""

    a: Activities
    person: Person
    clock: FakeClock = field(default_factory=FakeClock)

    @classmethod
    def make(cls, folder: Path, clock: FakeClock, name: str, role: Role, prefix: str) -> Laptop:
        activities = build_activities(
            folder / prefix,
            clock=clock,
            ids=SequenceIds(prefix),
            randomness=FixedRandomness(name.encode()),
            cost=CHEAP,
        )
        person = activities.workspace.create(
            bureau=BUREAU,
            name=name,
            certificate_number=f"YL-TEST-{prefix}",
            passphrase=WORDS,
            role=role,
        )
        activities.workspace.accept_risk()
        return cls(activities, person, clock)

    def know(self, other: Laptop) -> None:
        card = other.a.cards.own()
        self.a.cards.introduce(card, card.fingerprint)


@dataclass
class Pair:
    """Lin writes, He is asked; the stick lies between them."""

    lin: Laptop
    he: Laptop
    stick: Path
    inspection: InspectionId
    zhou: Person

    def drafted(self) -> Document:
        document = self.lin.a.notices.draft(self.inspection)
        return self.lin.a.notices.edit(self.inspection, document.id, fields=CONTACT)

    def asked(self, document: Document) -> Path:
        device = self.he.a.cards.own().device
        return self.lin.a.approval_asking.ask(self.inspection, document.id, device, self.stick)

    def answered(self, request: Path, decision: Decision = Decision.APPROVED, remark: str = "") -> Path:
        put = self.he.a.approval_answering.read(request)
        given = self.he.a.approval_answering.answer(put, decision, remark, WORDS)
        return self.he.a.approval_answering.write(given, self.stick)

    def take(self, answer: Path) -> TakenAnswer:
        return self.lin.a.approval_asking.take(answer)

    def document(self, document: Document) -> Document:
        return self.lin.a.notices.view(self.inspection, document.id).document

    def approved_by_file(self) -> Document:
        draft = self.drafted()
        self.take(self.answered(self.asked(draft)))
        return self.document(draft)


def a_pair(folder: Path, clock: FakeClock, *, hers: Callable[[], FakeClock] | None = None) -> Pair:
    """Make two laptops that exchanged cards, and on the first an inspection ready for its notice."""
    lin = Laptop.make(folder, clock, "林知远", Role.INSPECTOR, "a")
    he = Laptop.make(folder, hers() if hers else clock, "何清越", Role.DIRECTOR, "b")
    lin.know(he)
    he.know(lin)
    stick = folder / "stick"
    stick.mkdir()
    zhou = lin.a.workspace.add_person("周叙白", "YL-TEST-0002", passphrase=WORDS)
    institution = lin.a.inspections.new_institution("青禾县仁安医院", "H99990000001")
    institution = lin.a.inspections.register(
        replace(
            institution,
            credit_code="52999999MJ0000001A",
            address="云岭市青禾县杏林路1号",
            legal_representative="苏㛃",
        )
    )
    inspection = lin.a.inspections.open(institution, bureau=BUREAU, team=(lin.person, zhou)).id
    lin.a.inspections.open_visit(inspection, reference=clock.now(), reference_source="手机")
    lin.a.inspections.show_certificates(inspection)
    lin.a.inspections.tell_rights(inspection, answer="已知悉")
    lin.a.records.draw_up(inspection)
    lin.a.inspections.close_visit(inspection)
    _record(lin, inspection)
    return Pair(lin=lin, he=he, stick=stick, inspection=inspection, zhou=zhou)


def _record(lin: Laptop, inspection: InspectionId) -> None:
    finding = lin.a.findings.new(
        category="absent_stay", item="挂床住院", description="内一科3床、11床患者不在床，院方不能说明。"
    )
    finding = replace(
        finding,
        persons=2,
        amounts=Amounts(total=Decimal("4321.86"), fund=Decimal("3821.02"), deduction=Decimal("0.01")),
        clauses=("regulation-15", "regulation-38-1"),
        requirement="停止挂床住院。",
    )
    lin.a.findings.record(inspection, finding)
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (200, 40, 40)).save(buffer, "JPEG")
    target = Target(kind=TargetKind.FINDING, id=finding.id, label=finding.item)
    source = Source(name="bed.jpg", way=IntakeWay.FILE, data=buffer.getvalue())
    lin.a.evidence.take_in(inspection, [source], target=target)
