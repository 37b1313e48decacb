"""From an inspection's facts to the words of its notice; pure, so that an approval can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from inspector_app.domain.access import PassphraseWay, Standing
from inspector_app.domain.approval import SignedApproval, TelephoneApproval
from inspector_app.domain.calendar import BEIJING, official_day
from inspector_app.domain.categories import CategoryPack
from inspector_app.domain.chain import canonical_json
from inspector_app.domain.deadline import printed_date
from inspector_app.domain.document import Document
from inspector_app.domain.evidence_numbers import listed
from inspector_app.domain.finding import Finding
from inspector_app.domain.ids import FindingId, PersonId, Sha256
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.law import Clause, ClauseRole, LawPack, cite_all
from inspector_app.domain.money import capitals, figures
from inspector_app.domain.notice import (
    Inspector,
    NoticeContent,
    NoticeRow,
    Party,
    Totals,
    Wording,
    totals_of,
)
from inspector_app.domain.packs import PackLabel
from inspector_app.domain.region import BureauDetails, DocumentRules

NO_DAY = date(1, 1, 1)
"""Stands for the day of signing in what is approved, for that day comes later."""

EDITABLE = (
    "contact_office",
    "contact_phone",
    "opening",
    "more_facts",
    "more_requirements",
    "remedies",
    "copies",
)
"""What a person may type over or add; everything else follows from the inspection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything that a notice follows from."""

    inspection: Inspection
    visits: Sequence[Visit]
    document: Document
    findings: Sequence[Finding]
    evidence: Mapping[FindingId, tuple[str, ...]]
    """Labels of the evidence that each finding cites."""
    law: LawPack
    categories: CategoryPack
    bureau: BureauDetails
    rules: DocumentRules
    packs: Sequence[PackLabel]
    wording: Wording
    deadline: date | None
    corrects: str = ""
    has_details: bool = False
    """Some finding rests on rows of ledgers, which go along as a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What differs between draft, approval and issue."""

    number: str = ""
    is_draft: bool = False
    signed_on: date = NO_DAY
    head_code: str = ""
    approval: str = ""
    """Who approved, and how independent they were; printed small and told by the verifier."""


def compose(material: Material, occasion: Occasion) -> NoticeContent:
    """Write the notice."""
    wording, document = material.wording, material.document
    rows = tuple(_row(material, number, finding) for number, finding in enumerate(material.findings, start=1))
    totals = totals_of(rows)
    fields = document.fields
    institution = material.inspection.institution
    return NoticeContent(
        wording=wording,
        bureau=material.inspection.bureau,
        red_header=material.rules.red_header.format(bureau=material.inspection.bureau),
        title=material.rules.title,
        number=occasion.number,
        is_draft=occasion.is_draft,
        corrects=material.corrects,
        party=Party(
            name=institution.name,
            credit_code=institution.credit_code,
            institution_code=institution.code,
            address=institution.address,
            legal_representative=institution.legal_representative,
        ),
        opening=_paragraphs(fields.get("opening", "")) or (_opening(material),),
        facts=(*_paragraphs(fields.get("more_facts", "")), wording.say("facts", count=len(rows))),
        rows=rows,
        amounts_paragraph=_amounts(totals, wording),
        citations=_citations(material),
        requirements=_requirements(material, totals),
        consequences=(wording["consequences"],),
        remedies=_paragraphs(fields.get("remedies", "")) or (wording["remedies"],),
        contact=_contact(material),
        annexes=wording["annexes"] if material.has_details else "",
        inspectors=tuple(
            Inspector(person=person.id, name=person.name, certificate_number=person.certificate_number)
            for person in material.inspection.inspectors
        ),
        signed_on=occasion.signed_on,
        approval=occasion.approval,
        closing_notes=_notes(material, occasion, rows),
    )


def approval_note(wording: Wording, names: Mapping[PersonId, str], document: Document) -> str:
    """Say who approved a document and how that came about; empty where nobody has."""
    if document.approved_by is None or document.approved_at is None:
        return ""
    return approval_words(
        wording,
        names,
        approver=document.approved_by,
        at=document.approved_at,
        standing=document.approver,
        writer=document.written_by,
        telephone=document.telephone,
        signed=document.signed,
    )


def approval_words(
    wording: Wording,
    names: Mapping[PersonId, str],
    *,
    approver: PersonId,
    at: datetime,
    standing: Standing | None,
    writer: PersonId,
    telephone: TelephoneApproval | None = None,
    signed: SignedApproval | None = None,
) -> str:
    """Return who approved; where the writer entered them or set their passphrase, that too."""

    def said(person: PersonId) -> str:
        return signed.name if signed is not None and person == approver else names.get(person, person)

    def day(moment: datetime) -> str:
        return printed_date(official_day(moment))

    parts: list[str] = []
    if standing is not None and standing.entered_by == writer != approver and standing.entered_at:
        parts.append(wording.say("approval_entered", name=said(writer), date=day(standing.entered_at)))
    given = standing.given if standing is not None else None
    if standing is not None and given is not None:
        if given.way is not PassphraseWay.PERSON:
            parts.append(wording.say("approval_recovery", date=day(given.at)))
        elif given.by != approver:
            parts.append(wording.say("approval_given", name=said(given.by), date=day(given.at)))
        changed = standing.changed_at
        if changed is not None:
            parts.append(wording.say("approval_changed", date=day(changed)))
        elif given.by != approver:
            parts.append(wording["approval_unchanged"])
    if telephone is not None:
        by_telephone = wording.say(
            "approval_telephone",
            time=f"{telephone.called_at.astimezone(BEIJING):%H:%M}",
            name=said(telephone.recorded_by),
            date=printed_date(telephone.confirm_by),
        )
        parts.insert(0, by_telephone)
        if telephone.confirmed_at is not None:
            parts.insert(1, wording.say("approval_confirmed", date=day(telephone.confirmed_at)))
    if signed is not None:
        by_file = wording.say(
            "approval_signed",
            code=signed.laptop,
            name=names.get(signed.compared_by, signed.compared_by),
            date=day(signed.compared_at),
        )
        parts.insert(0, by_file)
    beside = wording.say("approval_standing", parts="；".join(parts)) if parts else ""
    return wording.say("note_approval", name=said(approver), date=day(at), standing=beside)


def fingerprint(material: Material) -> Sha256:
    """Return the hash of everything that is approved: all but number, day of signing and head code."""
    from inspector_app.storage.kinds import to_plain

    text = canonical_json(to_plain(compose(material, Occasion())))
    return Sha256(hashlib.sha256(text.encode()).hexdigest())


def totals(material: Material) -> Totals:
    """Add up what the notice's findings come to."""
    return totals_of(compose(material, Occasion()).rows)


def contact_of(material: Material) -> tuple[str, str]:
    """Return office and telephone; a placeholder of the shipped pack is not used."""
    bureau, fields = material.bureau, material.document.fields
    office, phone = ("", "") if bureau.placeholder else (bureau.contact_office, bureau.contact_phone)
    return fields.get("contact_office", "") or office, fields.get("contact_phone", "") or phone


def _opening(material: Material) -> str:
    wording, inspection = material.wording, material.inspection
    days = sorted(
        {official_day(visit.opened_at) for visit in material.visits}
        | {official_day(visit.closed_at) for visit in material.visits if visit.closed_at}
    )
    dates = ""
    if days:
        key = "dates_one" if len(days) == 1 else "dates_span"
        dates = wording.say(key, first=printed_date(days[0]), last=printed_date(days[-1]))
    period = ""
    if inspection.data_from and inspection.data_to:
        period = wording.say(
            "period", first=printed_date(inspection.data_from), last=printed_date(inspection.data_to)
        )
    inspectors = "、".join(
        wording.say("inspector", name=person.name, certificate=person.certificate_number)
        for person in inspection.inspectors
    )
    basis = cite_all(_basis(material, days[0] if days else None))
    key = "opening" if basis else "opening_without_basis"
    return wording.say(key, basis=basis, dates=dates, period=period, inspectors=inspectors)


def _basis(material: Material, visited_on: date | None) -> list[Clause]:
    wanted = material.inspection.legal_basis or tuple(material.wording["basis_without_choice"].split())
    clauses = [material.law.clause(clause_id) for clause_id in wanted]
    return [
        clause
        for clause in clauses
        if clause is not None and (visited_on is None or clause.in_force_on(visited_on))
    ]


def _row(material: Material, number: int, finding: Finding) -> NoticeRow:
    category = material.categories.category(finding.category)
    extent = finding.quantity
    if not extent and finding.persons is not None:
        extent = material.wording.say("persons", count=finding.persons)
    due = finding.deadline or material.deadline
    name = category.name if category else finding.category
    return NoticeRow(
        number=number,
        category=name,
        item="" if finding.item.strip() == name else finding.item,  # it stands beside already
        description=finding.description,
        extent=extent,
        department=finding.department,
        amounts=finding.amounts,
        requirement=finding.requirement,
        deadline=printed_date(due) if due else "",
        evidence=material.evidence.get(finding.id, ()),
    )


def _amounts(totals: Totals, wording: Wording) -> str:
    if not totals.total:
        return wording["amounts_none"]
    return wording.say(
        "amounts" if totals.deduction else "amounts_without_deduction",
        total=figures(totals.total),
        fund=figures(totals.fund),
        deduction=figures(totals.deduction),
        capitals=capitals(totals.to_return),
        figures=figures(totals.to_return),
    )


def _citations(material: Material) -> tuple[str, ...]:
    wanted = dict.fromkeys(clause for finding in material.findings for clause in finding.clauses)
    clauses = [found for found in map(material.law.clause, wanted) if found is not None]
    parts = (
        ("grounds_broken", ClauseRole.DUTY),
        ("grounds_liability", ClauseRole.LIABILITY),
        ("grounds_procedure", ClauseRole.PROCEDURE),
    )
    paragraphs = []
    for key, role in parts:
        chosen = [clause for clause in clauses if clause.role is role]
        if chosen:
            paragraphs.append(material.wording.say(key, citations=cite_all(chosen)))
    return tuple(paragraphs)


def _requirements(material: Material, totals: Totals) -> tuple[str, ...]:
    wording = material.wording
    paragraphs = [wording["requirement_stop"]]
    if material.deadline is not None:
        due = printed_date(material.deadline)
        if totals.to_return > 0:
            paragraphs.append(
                wording.say(
                    "requirement_return",
                    deadline=due,
                    capitals=capitals(totals.to_return),
                    figures=figures(totals.to_return),
                )
            )
        office, _ = contact_of(material)
        paragraphs.append(
            wording.say("requirement_report", deadline=due, bureau=material.inspection.bureau, office=office)
        )
    return (*paragraphs, *_paragraphs(material.document.fields.get("more_requirements", "")))


def _contact(material: Material) -> str:
    office, phone = contact_of(material)
    return material.wording.say("contact", office=office, phone=phone) if office or phone else ""


def usual_fields(material: Material) -> dict[str, str]:
    """Return what is printed where nothing is typed."""
    bureau = material.bureau
    office, phone = ("", "") if bureau.placeholder else (bureau.contact_office, bureau.contact_phone)
    return {"contact_office": office, "contact_phone": phone, "copies": str(material.rules.copies)}


def copies_of(material: Material) -> int:
    """Return how many copies the notice says it is made out in."""
    typed = material.document.fields.get("copies", "")
    return int(typed) if typed.isdecimal() and 1 <= int(typed) <= 20 else material.rules.copies


def _notes(material: Material, occasion: Occasion, rows: Sequence[NoticeRow]) -> tuple[str, ...]:
    wording = material.wording
    labels = dict.fromkeys(label for row in rows for label in row.evidence)
    notes = []
    if labels:
        notes.append(wording.say("note_evidence", numbers=listed(tuple(labels))))
    packs = "、".join(map(str, material.packs))
    notes.append(wording.say("note_versions", packs=packs, wording=wording.version))
    if occasion.approval:
        notes.append(occasion.approval)
    if occasion.head_code:
        notes.append(wording.say("note_head", code=occasion.head_code))
    notes.append(wording.say("note_copies", copies=copies_of(material)))
    return tuple(notes)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
