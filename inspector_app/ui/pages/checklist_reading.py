"""What the checklists page asks of the services, as values it can show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from inspector_app.domain.checklist import ChecklistForm, RunProgress, RunSummary, RunView
from inspector_app.domain.checklist_shelf import FormGroup, grouped
from inspector_app.domain.finding import Finding
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.law import cite_all
from inspector_app.domain.wording import Sentence, counted
from inspector_app.services.activities import Activities
from inspector_app.services.checklist_drafts import going_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    runs: list[RunSummary]
    forms: tuple[FormGroup, ...]
    view: RunView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    path: str
    finding: Finding
    category: str
    citations: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a question stands as it does, and what a change of its answer would reach."""

    path: str
    reasons: tuple[Sentence, ...]
    reaches: tuple[Sentence, ...]


def language() -> str:
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def shown(activities: Activities, inspection: InspectionId, wanted: str, language: str) -> Shown:
    runs = activities.checklists.runs(inspection)
    chosen = next((one.run.id for one in runs if one.run.id == wanted), None)
    if chosen is None and runs:
        chosen = going_on(activities.desk.inspection(inspection))
    view = None if chosen is None else activities.checklists.view(inspection, chosen, language)
    return Shown(
        runs=runs,
        forms=offered(activities, inspection, activities.checklists.available(inspection)),
        view=view,
    )


def offered(
    activities: Activities, inspection: InspectionId, forms: list[ChecklistForm]
) -> tuple[FormGroup, ...]:
    """Group what can be started by what it is for, this inspection's institution first."""
    return grouped(forms, activities.inspections.inspection(inspection).institution.kind)


def explained(
    activities: Activities, inspection: InspectionId, run: ChecklistRunId, path: str, language: str
) -> Explanation:
    checklists = activities.checklists
    return Explanation(
        path=path,
        reasons=checklists.why(inspection, run, path, language),
        reaches=checklists.reaches(inspection, run, path, language),
    )


def offer(activities: Activities, inspection: InspectionId, run: ChecklistRunId, path: str) -> Offer:
    finding = activities.checklists.proposal(inspection, run, path)
    region = activities.packs.region(activities.inspections.inspection(inspection).region)
    categories = activities.packs.categories(region.categories)
    category = categories.category(finding.category)
    known = {clause.id: clause for clause in activities.packs.law(region.law).clauses}
    clauses = [known[clause] for clause in finding.clauses if clause in known]
    return Offer(
        path=path,
        finding=finding,
        category=category.name if category else finding.category,
        citations=cite_all(clauses),
    )


def progress_words(progress: RunProgress) -> list[str]:
    """Say how far a checklist is; what there is none of is left out."""
    answered = QCoreApplication.translate("ChecklistsPage", "{answered} of {total} answered")
    words = [answered.format(answered=progress.answered, total=progress.total)]
    if count := progress.required_missing:
        words.append(
            QCoreApplication.translate("ChecklistsPage", "{count} required missing").format(count=count)
        )
    if count := progress.wrong:
        words.append(QCoreApplication.translate("ChecklistsPage", "{count} wrong").format(count=count))
    if count := progress.noncompliant:
        told = counted(
            count,
            QCoreApplication.translate("ChecklistsPage", "1 does not comply"),
            QCoreApplication.translate("ChecklistsPage", "{count} do not comply"),
        )
        words.append(told.format(count=count))
    if progress.score.most:
        points, most = progress.score.points, progress.score.most
        told = QCoreApplication.translate("ChecklistsPage", "Points: {points} of {most}")
        words.append(told.format(points=f"{points:f}", most=f"{most:f}"))
    return words
