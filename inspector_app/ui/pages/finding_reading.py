"""What the page of findings asks the services for: both lists, and all that belongs to one finding."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.categories import CategoryPack
from inspector_app.domain.evidence import Evidence, TargetKind
from inspector_app.domain.finding import Finding
from inspector_app.domain.held_rows import HeldRows
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.law import Clause
from inspector_app.domain.overlap import Overlap, OverlapDecided
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.wording import Sentence
from inspector_app.services.activities import Activities


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    findings: list[Finding]
    suspicions: list[Suspicion]
    categories: CategoryPack
    cited: dict[str, int]
    """Pieces of evidence by the finding that cites them."""

    @property
    def category_names(self) -> dict[str, str]:
        groups = {group.id: group.name for group in self.categories.groups}
        return {
            known.id: f"{groups.get(known.group, '')} · {known.name}" for known in self.categories.categories
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    finding: Finding
    clauses: tuple[Clause, ...]
    outside: tuple[Clause, ...]
    """Cited, though not in force on the days of the conduct."""
    cited: list[Evidence]
    others: list[Evidence]
    rows: tuple[HeldRows, ...] = ()
    """The lines of ledgers that it claims."""
    overlaps: tuple[Overlap, ...] = ()
    """Other findings that claim some of them."""
    stale: tuple[OverlapDecided, ...] = ()
    """What is deducted here for a finding that was withdrawn."""
    held: Sentence | None = None
    """Why it may not be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Suspicions chosen together, and the one finding they would become."""

    suspicions: tuple[Suspicion, ...]
    proposal: Finding


def read_joint(
    activities: Activities, inspection_id: InspectionId, suspicions: tuple[Suspicion, ...]
) -> Joint:
    region = activities.inspections.inspection(inspection_id).region
    name = activities.packs.category_name(suspicions[0].category, region)
    return Joint(suspicions=suspicions, proposal=activities.findings.joint_proposal(suspicions, name))


def read_lists(activities: Activities, inspection_id: InspectionId) -> Lists:
    region = activities.packs.region(activities.inspections.inspection(inspection_id).region)
    return Lists(
        findings=activities.findings.findings(inspection_id),
        suspicions=activities.findings.suspicions(inspection_id),
        categories=activities.packs.categories(region.categories),
        cited=Counter(
            citation.target.id
            for citations in activities.evidence.gallery(inspection_id).cited.values()
            for citation in citations
            if citation.target.kind is TargetKind.FINDING
        ),
    )


def read_details(activities: Activities, inspection_id: InspectionId, finding: Finding) -> Details:
    inspection = activities.inspections.inspection(inspection_id)
    visits = activities.inspections.visits(inspection_id)
    moment = visits[-1].opened_at if visits else activities.desk.clock.now()
    cited = activities.findings.evidence_of(inspection_id, finding.id)
    known = {piece.id for piece in cited}
    day = moment.astimezone(BEIJING).date()
    return Details(
        finding=finding,
        clauses=activities.packs.clauses_for(finding, day, inspection.region),
        outside=activities.packs.cited_outside(finding, day, inspection.region),
        cited=cited,
        others=[
            piece for piece in activities.evidence.gallery(inspection_id).evidence if piece.id not in known
        ],
        rows=activities.overlaps.rows(inspection_id, finding.id),
        overlaps=tuple(
            one
            for one in activities.overlaps.overlaps(inspection_id)
            if finding.id in (one.first.id, one.second.id)
        ),
        held=activities.findings.why_held(inspection_id, finding.id),
        stale=tuple(one for one in activities.overlaps.stale(inspection_id) if one.deducted_in == finding.id),
    )
