"""The timeline of an inspection: what was done when, by whom, to which thing, and where that thing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.checklist import Answer, ChecklistRun
from inspector_app.domain.document import Document
from inspector_app.domain.evidence import Citation, Evidence
from inspector_app.domain.exchange import KnownCard
from inspector_app.domain.finding import Finding
from inspector_app.domain.headcount import BedCheck, Ward, WardBed
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.inspection import Inspection, Visit
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Person
from inspector_app.domain.suspicion import Suspicion
from inspector_app.domain.timeline import Stretch, StretchKind, stretches
from inspector_app.services.checklists import ChecklistService
from inspector_app.services.desk import Desk
from inspector_app.storage.store import Store

MOST_LINES = 2000
"""Lines read for one showing: a long night of one laptop."""


_NAMED = 6
"""Things that one printed row names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a line is about, in words, and the place that shows it."""

    words: str = ""
    place: str = ""
    """Such as ``evidence/<id>``; empty where there is nothing to go to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Stretches oldest first, with the names of those who acted and of what they touched."""

    stretches: tuple[Stretch, ...]
    people: dict[str, str]
    things: dict[str, Thing]
    """By the id of the line."""
    left_out: int
    """Older lines that were not read."""


class TimelineService:
    """Reads the journal as people do."""

    def __init__(self, desk: Desk, checklists: ChecklistService) -> None:
        self._desk = desk
        self._checklists = checklists

    def timeline(self, inspection_id: InspectionId, language: str = "zh") -> Timeline:
        """Return the newest lines of all laptops in stretches; questions are named in ``zh`` or ``en``."""
        store = self._desk.inspection(inspection_id)
        lines = store.journal.newest(MOST_LINES)[::-1]
        things = _Things(store, lambda run: self._questions(inspection_id, run, language))
        inspection = store.get(Inspection, inspection_id)
        team = inspection.team if inspection is not None else ()
        people = (*self._desk.workspace.all(Person), *team, self._desk.person)
        owners = {one.id: one.card.name for one in self._desk.workspace.all(KnownCard)}
        elsewhere = {str(line.person): owners[line.device] for line in lines if line.device in owners}
        return Timeline(
            stretches=stretches(lines, store.all(Visit)),
            people=elsewhere | {str(person.id): person.name for person in people},
            things={str(line.id): things.of(line) for line in lines},
            left_out=store.journal.count() - len(lines),
        )

    def sheet(self, inspection_id: InspectionId, word: Callable[[str], str]) -> bytes:
        """Lay the timeline out for the printer; ``word`` puts the journal's stable words into Chinese."""
        from inspector_app.documents.inside_sheets import TimelineSheet, timeline_sheet

        found = self.timeline(inspection_id)
        store = self._desk.inspection(inspection_id)
        inspection = store.get(Inspection, inspection_id)
        last = store.journal.last(self._desk.device)
        now = self._desk.clock.now().astimezone(BEIJING)
        return timeline_sheet(
            TimelineSheet(
                institution=inspection.institution.name if inspection is not None else "",
                about=f"打印时间 {now:%Y-%m-%d %H:%M}　打印人 {self._desk.person.name}　"
                f"记录链代码 {code_of(last.hash if last else NOTHING)}",
                rows=tuple(_row(stretch, found, word) for stretch in found.stretches),
            )
        )

    def _questions(self, inspection_id: InspectionId, run: ChecklistRunId, language: str) -> dict[str, str]:
        view = self._checklists.view(inspection_id, run, language)
        return {question.path: f"{question.number} {question.label}".strip() for question in view.questions}


def _row(stretch: Stretch, found: Timeline, word: Callable[[str], str]) -> tuple[str, str, str, str, str]:
    start, end = (moment.astimezone(BEIJING) for moment in (stretch.start, stretch.end))
    times = f"{start:%m-%d %H:%M:%S}" if start == end else f"{start:%m-%d %H:%M}–{end:%H:%M}"
    if stretch.kind is StretchKind.PAUSE:
        minutes = int((end - start).total_seconds() // 60)
        return times, "", f"{minutes}分钟无录入", "", ""
    names: list[str] = []
    for line in stretch.lines:
        words = found.things[str(line.id)].words
        if words and words not in names:
            names.append(words)
    count = f" ×{len(stretch.lines)}" if len(stretch.lines) > 1 else ""
    things = "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
    person = found.people.get(str(stretch.person), str(stretch.person)[:8])
    return times, person, word(stretch.what) + count, things, code_of(stretch.lines[-1].hash)


class _Things:
    """Names what lines touched; patients stay unnamed, a bed is known by its ward and number."""

    def __init__(self, store: Store, questions: Callable[[ChecklistRunId], dict[str, str]]) -> None:
        self._store = store
        self._questions = questions
        self._labels: dict[str, dict[str, str]] = {}
        self._known: dict[tuple[str, str], Thing] = {}
        self._wards = {str(ward.id): ward.name for ward in store.all(Ward)}

    def of(self, line: Line) -> Thing:
        key = line.entity_kind, line.entity_id
        if key not in self._known:
            self._known[key] = self._name(*key)
        return self._known[key]

    def _name(self, kind: str, identity: str) -> Thing:
        name = {
            "answer": self._answer,
            "bed_check": self._bed,
            "checklist_run": self._run,
            "citation": self._citation,
            "document": self._document,
            "evidence": self._evidence,
            "finding": self._finding,
            "suspicion": self._suspicion,
            "visit": self._visit,
            "ward": self._ward,
            "ward_bed": self._typed_bed,
        }.get(kind)
        return name(identity) if name is not None else Thing()

    def _answer(self, identity: str) -> Thing:
        answer = self._store.get(Answer, identity)
        run, _, path = identity.partition(":")
        if answer is None and self._store.get(ChecklistRun, ChecklistRunId(run)) is None:
            return Thing()
        if run not in self._labels:
            self._labels[run] = self._questions(ChecklistRunId(run))
        return Thing(words=self._labels[run].get(path, path), place=f"checklists/{identity}")

    def _bed(self, identity: str) -> Thing:
        check = self._store.get(BedCheck, identity)
        if check is None:
            return Thing()
        ward = self._wards.get(check.ward, check.ward)
        return Thing(words=f"{ward} {check.bed}".strip(), place=f"wards/{identity}")

    def _run(self, identity: str) -> Thing:
        run = self._store.get(ChecklistRun, identity)
        return Thing(words=run.title, place=f"checklists/{identity}:") if run is not None else Thing()

    def _citation(self, identity: str) -> Thing:
        citation = self._store.get(Citation, identity)
        if citation is None:
            return Thing()
        evidence = self._evidence(citation.evidence)
        return Thing(words=f"{evidence.words} → {citation.target.label}", place=evidence.place)

    def _document(self, identity: str) -> Thing:
        document = self._store.get(Document, identity)
        if document is None:
            return Thing()
        return Thing(words=document.number or document.draft_number, place=f"documents/{identity}")

    def _evidence(self, identity: str) -> Thing:
        evidence = self._store.get(Evidence, identity)
        if evidence is None:
            return Thing()
        number = f"{evidence.group}-{evidence.running_number}"
        words = f"{number} {evidence.caption or evidence.original_name}".strip()
        return Thing(words=words, place=f"evidence/{identity}")

    def _finding(self, identity: str) -> Thing:
        finding = self._store.get(Finding, identity)
        return Thing(words=finding.item, place=f"findings/{identity}") if finding is not None else Thing()

    def _suspicion(self, identity: str) -> Thing:
        found = self._store.get(Suspicion, identity)
        return Thing(words=found.title, place=f"findings/{identity}") if found is not None else Thing()

    def _visit(self, identity: str) -> Thing:
        visit = self._store.get(Visit, identity)
        return Thing(words=visit.place, place="overview") if visit is not None else Thing()

    def _typed_bed(self, identity: str) -> Thing:
        bed = self._store.get(WardBed, identity)
        if bed is None:
            return Thing()
        return Thing(words=f"{self._wards.get(bed.ward, bed.ward)} {bed.bed}", place="wards")

    def _ward(self, identity: str) -> Thing:
        return Thing(words=self._wards.get(identity, ""), place="wards") if identity else Thing()
