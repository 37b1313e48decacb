"""What still stands between an inspection and its notice, each with the place where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.codes import credit_code_fault, institution_code_fault
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.evidence import Citation, Evidence, TargetKind
from inspector_app.domain.exchange import Conflict
from inspector_app.domain.finding import Finding, FindingState, Lack, lacks
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.money import figures
from inspector_app.domain.record import Record
from inspector_app.domain.suspicion import Suspicion, SuspicionState, told_once
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.desk import Desk
from inspector_app.services.overlaps import overlaps_in, stale_decisions
from inspector_app.storage.store import Store

LEAST_INSPECTORS = 2
LISTED = 6
"""Numbers of findings that one line names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """One thing that is missing; ``place`` is where the window goes for it."""

    words: Sentence
    place: str


def obstacles(desk: Desk, inspection_id: InspectionId) -> tuple[Obstacle, ...]:
    """List what is missing, in the order of the visit."""
    store = desk.inspection(inspection_id)
    inspection = store.get(Inspection, inspection_id)
    return obstacles_in(inspection, store) if inspection is not None else ()


def obstacles_in(inspection: Inspection, store: Store) -> tuple[Obstacle, ...]:
    """List what an inspection's file lacks."""
    used = {piece.id for piece in store.all(Evidence) if not piece.set_aside}
    cited = {
        citation.target.id
        for citation in store.all(Citation)
        if citation.target.kind is TargetKind.FINDING and citation.evidence in used
    }
    findings = [finding for finding in store.all(Finding) if finding.state is not FindingState.WITHDRAWN]
    undecided = sum(suspicion.state is SuspicionState.OPEN for suspicion in told_once(store.all(Suspicion)))
    found = [*_of_conflicts(store), *_of_team(inspection), *_of_visits(store.all(Visit)), *_of_records(store)]
    if undecided:
        found.append(
            Obstacle(
                words=sentence("{count} suspicions are neither confirmed nor dismissed.", count=undecided)
                if undecided > 1
                else sentence("One suspicion is neither confirmed nor dismissed."),
                place="findings/suspicions",
            )
        )
    if not findings:
        found.append(Obstacle(words=sentence("There is no finding yet."), place="findings"))
    found.extend(_of_findings(findings, cited))
    found.extend(_of_overlaps(store))
    return tuple(found)


def doubtful(desk: Desk, inspection_id: InspectionId) -> tuple[Obstacle, ...]:
    """Codes that cannot be right, yet stop nothing: the institution's own papers may print them so."""
    inspection = desk.inspection(inspection_id).get(Inspection, inspection_id)
    if inspection is None:
        return ()
    code, credit = inspection.institution.code, inspection.institution.credit_code
    faults = (
        institution_code_fault(code) if code else None,
        credit_code_fault(credit) if credit else None,
    )
    return tuple(Obstacle(words=fault, place="institution") for fault in faults if fault is not None)


def refuse_open_record(desk: Desk, inspection_id: InspectionId) -> None:
    """Refuse to issue a notice while the record that it rests on is open or was taken back."""
    open_points = _of_records(desk.inspection(inspection_id))
    if open_points:
        raise NotAllowed(open_points[0].words)


def _of_team(inspection: Inspection) -> list[Obstacle]:
    found = []
    if len(inspection.inspectors) < LEAST_INSPECTORS:
        found.append(
            Obstacle(
                words=sentence("The team has one inspector with a certificate number; two are needed.")
                if len(inspection.inspectors) == 1
                else sentence("The team has no inspector with a certificate number; two are needed."),
                place="institution/team",
            )
        )
    if not inspection.institution.code or not inspection.institution.credit_code:
        found.append(Obstacle(words=sentence("The institution's codes are incomplete."), place="institution"))
    return found


def _of_visits(visits: list[Visit]) -> list[Obstacle]:
    if not visits:
        return [Obstacle(words=sentence("No visit was opened."), place="overview")]
    last = visits[-1]
    missing = (
        (last.certificates_shown_at is None, sentence("It is not recorded that certificates were shown.")),
        (last.rights_told_at is None, sentence("It is not recorded that rights and duties were told.")),
        (last.clock is None, sentence("The laptop's clock was not compared with a reference.")),
        (last.closed_at is None, sentence("The visit has no closing time.")),
    )
    return [Obstacle(words=words, place="overview") for is_missing, words in missing if is_missing]


def _of_records(store: Store) -> list[Obstacle]:
    """A notice rests on the record of the visit: one must be closed, and none may be left open."""
    if not store.all(Visit):
        return []
    taken_back = {one.id for one in store.all(Document) if one.state is DocumentState.WITHDRAWN}
    records = [one for one in store.all(Record) if one.id not in taken_back]
    if not records:
        return [Obstacle(words=sentence("There is no record of the visit yet."), place="record")]
    if any(one.closed_at is None for one in records):
        return [Obstacle(words=sentence("The record of the visit has no closing time."), place="record")]
    return []


def _of_conflicts(store: Store) -> list[Obstacle]:
    """Two laptops changed one thing: a person decides before anything is issued from it."""
    count = sum(one.is_open for one in store.all(Conflict))
    if not count:
        return []
    words = counted(
        count,
        sentence("One thing was changed on two laptops and waits for a decision."),
        sentence("{count} things were changed on two laptops and wait for a decision.", count=count),
    )
    return [Obstacle(words=words, place="handover")]


def _of_findings(findings: list[Finding], cited: set[str]) -> list[Obstacle]:
    """What findings lack, one line a lack; each leads to the first finding that lacks it."""
    lacking = {known.id: lacks(known, has_evidence=known.id in cited) for known in findings}
    without = {lack: [known for known in findings if lack in lacking[known.id]] for lack in Lack}
    numbers = {known.id: number for number, known in enumerate(findings, start=1)}
    found = []
    for lack, concerned in without.items():
        if concerned:
            listed = "、".join(str(numbers[known.id]) for known in concerned[:LISTED])
            listed += "…" if len(concerned) > LISTED else ""
            found.append(Obstacle(words=_lacking(lack, listed), place=f"findings/{concerned[0].id}"))
    return found


def _of_overlaps(store: Store) -> list[Obstacle]:
    """Money that is counted twice, or deducted for a finding that no longer stands."""
    found = [
        Obstacle(
            words=sentence(
                "Lines of ledgers worth ¥ {amount} count in two findings: {first} / {second}.",
                amount=figures(one.amount),
                first=one.first.item,
                second=one.second.item,
            ),
            place=f"findings/{one.second.id}",
        )
        for one in overlaps_in(store)
        if one.is_open
    ]
    return found + [
        Obstacle(
            words=sentence(
                "¥ {amount} are deducted for a finding that was withdrawn.", amount=figures(one.amount)
            ),
            place=f"findings/{one.deducted_in}",
        )
        for one in stale_decisions(store)
    ]


def _lacking(lack: Lack, numbers: str) -> Sentence:
    if lack is Lack.CATEGORY:
        return sentence("Without a category: finding {numbers}.", numbers=numbers)
    if lack is Lack.DESCRIPTION:
        return sentence("Without a description: finding {numbers}.", numbers=numbers)
    if lack is Lack.CLAUSE:
        return sentence("Without a clause: finding {numbers}.", numbers=numbers)
    if lack is Lack.EVIDENCE:
        return sentence("Without evidence: finding {numbers}.", numbers=numbers)
    return sentence("Without a requirement: finding {numbers}.", numbers=numbers)
