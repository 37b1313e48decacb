"""What of one inspection can be found, gathered from its file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from inspector_app.domain.bed_walk import current_list
from inspector_app.domain.checklist import Answer
from inspector_app.domain.document import Document, DocumentType
from inspector_app.domain.evidence import Evidence
from inspector_app.domain.finding import Finding
from inspector_app.domain.headcount import BedCheck, Listed
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.masking import mask_name
from inspector_app.domain.record import Interview, InterviewRole
from inspector_app.domain.roster import Roster, RosterEntry, bed_label, name_key
from inspector_app.domain.search import HitKind, Term
from inspector_app.storage.kinds import from_plain
from inspector_app.storage.store import Store

LONGEST_LABEL = 60
_PLACES = {DocumentType.RECORD: "record", DocumentType.INTERVIEW: "interviews"}


def terms_of(inspection: Inspection, store: Store) -> Iterator[Term]:
    """Give everything of an inspection that a person may look for."""
    yield from _institution(inspection)
    yield from _people(inspection, store)
    yield from _beds(store)
    for piece in store.all(Evidence):
        yield Term(
            kind=HitKind.EVIDENCE,
            place=f"evidence/{piece.id}",
            label=_short(f"{piece.number}  {piece.caption or piece.original_name}"),
            text=_joined(piece.number, piece.caption, piece.original_name, piece.provided_by),
            sha256=piece.sha256,
        )
    for finding in store.all(Finding):
        yield Term(
            kind=HitKind.FINDING,
            place=f"findings/{finding.id}",
            label=_short(finding.description.strip() or finding.item),
            text=_joined(finding.item, finding.description, finding.department, finding.requirement),
            word=finding.state,
        )
    for document in store.all(Document):
        number = document.number or document.draft_number
        yield Term(
            kind=HitKind.DOCUMENT,
            place=f"{_PLACES.get(document.type, 'documents')}/{document.id}",
            label=number,
            text=_joined(document.number, document.draft_number),
            word=document.type,
        )
    for answer in store.all(Answer):
        if answer.remark.strip():
            yield Term(
                kind=HitKind.ANSWER,
                place=f"checklists/{answer.run}:{answer.path}",
                label=_short(answer.remark),
                text=answer.remark,
            )


def _institution(inspection: Inspection) -> Iterator[Term]:
    known = inspection.institution
    yield Term(
        kind=HitKind.INSTITUTION,
        place="overview",
        label=known.name,
        text=_joined(known.name, known.code, known.credit_code, known.address, inspection.task_number),
    )


def _people(inspection: Inspection, store: Store) -> Iterator[Term]:
    for person in inspection.team:
        yield Term(
            kind=HitKind.INSPECTOR,
            place="institution/team",
            label=person.name,
            text=_joined(person.name, person.certificate_number),
        )
    staff = {
        (name.strip(), place): None
        for name, place in (
            (inspection.institution.legal_representative, "institution/legal_representative"),
            (inspection.institution.contact_person, "institution/contact_person"),
            *((visit.received_by, "overview") for visit in store.all(Visit)),
            *((one.responsible_person, f"findings/{one.id}") for one in store.all(Finding)),
        )
        if name.strip()
    }
    for name, place in staff:
        yield Term(kind=HitKind.STAFF, place=place, label=name, text=name)
    for interview in store.all(Interview):
        asked = interview.person
        is_patient = interview.role is InterviewRole.PATIENT
        name = mask_name(asked.name) if is_patient else asked.name
        yield Term(
            kind=HitKind.PATIENT if is_patient else HitKind.STAFF,
            place=f"interviews/{interview.id}",
            label="  ".join(part for part in (name, asked.post) if part),
            text=_joined(asked.name, name_key(asked.name), asked.post),
        )
        for position, exchange in enumerate(interview.exchanges):
            if exchange.answer.strip():
                yield Term(
                    kind=HitKind.INTERVIEW,
                    place=f"interviews/{interview.id}/{position}",
                    label=_short(exchange.answer),
                    text=_joined(exchange.question, exchange.answer),
                )


def _beds(store: Store) -> Iterator[Term]:
    """Give everybody on the list that holds, then whom a walk found besides."""
    checks = store.all(BedCheck)
    seen = {f"{check.roster}/{check.roster_row}": check for check in checks if check.is_matched}
    listed = current_list((roster, _entries(store, roster)) for roster in store.all(Roster))
    for one in listed:
        yield _listed(one, seen.get(one.key))
    for check in checks:
        if not check.is_matched:
            yield Term(
                kind=HitKind.PATIENT if check.name else HitKind.BED,
                place=f"wards/{check.id}",
                label=_bed(check.ward, check.bed, check.name),
                text=_joined(check.name, name_key(check.name)) if check.name else "",
                where=_joined(check.ward, bed_label(check.bed), check.note),
                word=check.status,
            )


def _listed(one: Listed, check: BedCheck | None) -> Term:
    entry = one.entry
    return Term(
        kind=HitKind.PATIENT,
        place=f"wards/{one.key if check is None else check.id}",
        label=_bed(entry.ward, entry.bed, entry.name),
        text=_joined(entry.name, name_key(entry.name), entry.hospital_number, entry.id_number),
        where=_joined(entry.ward, bed_label(entry.bed), check.note if check is not None else ""),
        word=check.status if check is not None else "",
    )


def _entries(store: Store, roster: Roster) -> tuple[RosterEntry, ...]:
    lines = store.blobs.read(roster.entries_sha256).splitlines()
    return tuple(from_plain(RosterEntry, json.loads(line)) for line in lines)


def _bed(ward: str, bed: str, name: str) -> str:
    return "  ".join(part for part in (mask_name(name), ward, bed_label(bed)) if part)


def _joined(*parts: str) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LABEL else line[: LONGEST_LABEL - 1] + "…"
