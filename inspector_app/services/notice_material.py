"""What a notice follows from, gathered from the inspection and the packs; and what still blocks it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import MissingHolidayYear, official_day
from inspector_app.domain.document import Document, DocumentType
from inspector_app.domain.errors import Problem
from inspector_app.domain.evidence import Citation, Evidence, TargetKind
from inspector_app.domain.finding import Finding
from inspector_app.domain.ids import FindingId, InspectionId
from inspector_app.domain.inspection import Visit
from inspector_app.domain.law import cite
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.notice_content import Material, Occasion, compose, contact_of
from inspector_app.services.notice_holds import FREE, held_findings
from inspector_app.services.readiness import Obstacle, obstacles

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.packs import PackService
    from inspector_app.storage.store import Store
    from inspector_app.system.wording_files import WordingBook

TYPE = DocumentType.RECTIFICATION_NOTICE


def gather(
    desk: Desk, packs: PackService, wording: WordingBook, inspection_id: InspectionId, document: Document
) -> Material:
    """Collect the material of a notice as things stand now."""
    store = desk.inspection(inspection_id)
    inspection = desk.subject(inspection_id)
    region = packs.region(inspection.region)
    today = official_day(document.approved_at or desk.clock.now())
    corrected = store.get(Document, document.corrects) if document.corrects else None
    findings = _findings(store, document)
    known, suspicions = {finding.id for finding in findings}, store.all(Suspicion)
    return Material(
        inspection=inspection,
        visits=store.all(Visit),
        document=document,
        findings=findings,
        has_details=any(one.rows and one.finding in known for one in suspicions),
        evidence=_labels(store),
        law=packs.law(region.law),
        categories=packs.categories(region.categories),
        bureau=region.bureau,
        rules=packs.document(TYPE, inspection.region),
        packs=packs.versions_for(inspection.region),
        wording=wording.section("notice"),
        deadline=document.deadline or term(packs, today, inspection.region),
        corrects=(corrected.number or corrected.draft_number) if corrected else "",
    )


def blockers(desk: Desk, packs: PackService, material: Material) -> tuple[Obstacle, ...]:
    """Return what stands between a draft and its approval, each with the place where it is mended."""
    from inspector_app.documents.fonts import missing

    here = f"documents/{material.document.id}"
    found = list(obstacles(desk, material.inspection.id))
    if not material.findings and not any(obstacle.place == "findings" for obstacle in found):
        words = sentence("Every finding stands in another notice already. Record what is new first.")
        found.append(Obstacle(words=words, place="findings"))
    for number, finding in enumerate(material.findings, start=1):
        found += [
            Obstacle(words=words, place=f"findings/{finding.id}")
            for words in _of_clauses(packs, number, finding, material)
        ]
    if not all(contact_of(material)):
        words = sentence("The notice has no contact: enter the office and its telephone.")
        found.append(Obstacle(words=words, place=here))
    if material.deadline is None:
        words = sentence(
            "No deadline could be worked out from the region's rules. Enter it as a date in the notice."
        )
        found.append(Obstacle(words=words, place=here))
    elif material.deadline < official_day(desk.clock.now()):
        found.append(Obstacle(words=sentence("The notice's deadline is over already."), place=here))
    content = compose(material, Occasion(number=material.document.draft_number))
    without_font = missing(content.texts())
    if without_font:
        words = sentence(
            "No font of this program has these characters: {names}. Write them otherwise.",
            names="、".join(f"{sign} (U+{ord(sign):04X})" for sign in without_font[:12]),
        )
        found.append(Obstacle(words=words, place=here))
    return tuple(found)


def term(packs: PackService, today: date, region: str) -> date | None:
    """Return the region's date; ``None`` where the calendar refuses to guess, which then blocks."""
    try:
        return packs.deadline(TYPE, today, region)
    except MissingHolidayYear:
        return None


def _findings(store: Store, document: Document) -> list[Finding]:
    if document.findings:
        frozen = (store.get(Finding, identity) for identity in document.findings)
        return [finding for finding in frozen if finding is not None]
    held = held_findings(store, besides=document.id)
    return [finding for finding in store.all(Finding) if finding.state in FREE and finding.id not in held]


def _labels(store: Store) -> dict[FindingId, tuple[str, ...]]:
    """Return the labels of the evidence that each finding cites, in their order."""
    pieces = {piece.id: piece for piece in store.all(Evidence) if not piece.set_aside}
    cited: dict[FindingId, set[Evidence]] = {}
    for citation in store.all(Citation):
        piece = pieces.get(citation.evidence)
        if citation.target.kind is TargetKind.FINDING and piece is not None:
            cited.setdefault(FindingId(citation.target.id), set()).add(piece)
    return {
        finding: tuple(
            piece.number for piece in sorted(found, key=lambda one: (one.group, one.running_number))
        )
        for finding, found in cited.items()
    }


def _of_clauses(packs: PackService, number: int, finding: Finding, material: Material) -> list[Sentence]:
    try:
        open_clauses = packs.clauses_to_confirm(finding, material.inspection.region)
    except Problem as problem:
        return [problem.sentence]
    return [
        sentence(
            "Finding {number} cites the clause {clause}, which is not verified. A team lead must confirm it.",
            number=number,
            clause=cite(clause),
        )
        for clause in open_clauses
    ]
