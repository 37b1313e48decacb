"""Checklists of an inspection: start, answer, remark, undo, and what a fault becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from inspector_app.checklists.reasons import reaches, why
from inspector_app.checklists.views import finding_text, question_at
from inspector_app.domain.checklist import (
    PRESENT,
    REMOVED,
    Answer,
    AnswerResult,
    ChecklistForm,
    ChecklistRun,
    Draft,
    QuestionView,
    RunSummary,
    RunView,
    answer_id,
    progress_of,
)
from inspector_app.domain.checklist_trial import VersionTrial
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.evidence import Citation, Target, TargetKind
from inspector_app.domain.finding import Finding, FindingState
from inspector_app.domain.ids import ChecklistId, ChecklistRunId, CitationId, FindingId, InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.reasons import Effect
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services import checklist_drafts as drafts
from inspector_app.services.checklist_exports import ChecklistExports
from inspector_app.services.checklist_library import ChecklistLibrary
from inspector_app.services.checklist_locks import carried
from inspector_app.services.checklist_sessions import OpenRun, OpenRuns
from inspector_app.services.checklist_shelf import ChecklistShelf
from inspector_app.services.checklist_trials import ChecklistTrials
from inspector_app.services.checklist_versions import ChecklistVersions
from inspector_app.services.desk import Desk
from inspector_app.services.filled_checklists import FilledChecklists
from inspector_app.services.findings import FindingService
from inspector_app.services.packs import DEFAULT_REGION, PackService
from inspector_app.services.pasted_rows import RowPasting
from inspector_app.services.reason_words import in_words, reached

_UNDO_DEPTH = 200


class ChecklistService:
    """Fills checklists; every answer is saved as it is entered."""

    def __init__(self, desk: Desk, forms_folder: Path, findings: FindingService, packs: PackService) -> None:
        self._desk = desk
        self._packs = packs
        self._findings = findings
        self.library = ChecklistLibrary(desk, forms_folder)
        self.shelf = ChecklistShelf(desk, self.library, packs)
        self._open = OpenRuns(desk.clock.now, lambda: {"username": desk.person.name, "deviceid": desk.device})
        self._versions = ChecklistVersions(desk, self.library, self._open)
        self.trials = ChecklistTrials(desk, self.library, self.try_version)
        self.filled = FilledChecklists(desk, self.view)
        self.rows = RowPasting(desk, self._open, self._run, self._answer, self._save)
        self.exports = ChecklistExports(desk, self._run, self.filled)

    # Which checklists

    def available(self, inspection_id: InspectionId | None = None) -> list[ChecklistForm]:
        """Return the checklists that can be started; an inspection brings the versions it has locked."""
        offered = {form.form_id: form for form in self.library.forms()}
        if inspection_id is not None:
            offered |= carried(self._desk.inspection(inspection_id))
        return list(offered.values())

    def import_form(
        self, content: bytes, name: str, files: Mapping[str, bytes] | None = None
    ) -> ChecklistForm:
        """Take in a checklist that somebody wrote in a spreadsheet, with files it reads."""
        return self.library.import_form(content, name, files)

    def start(self, inspection_id: InspectionId, form_id: ChecklistId) -> ChecklistRun:
        """Begin a checklist with the version locked for the team, else the one wanted; it stays with it."""
        store = self._desk.inspection(inspection_id)
        locked = carried(store)
        wanted = next((form for form in locked.values() if form.id == form_id), None)
        form = wanted or self.library.form(form_id)
        form = locked.get(form.form_id, form)
        run = ChecklistRun(
            id=ChecklistRunId(self._desk.ids.new()),
            form=form.id,
            form_id=form.form_id,
            version=form.version,
            title=form.title,
            title_en=form.title_en,
            started_at=self._desk.clock.now(),
            started_by=self._desk.person.id,
        )
        values = self._open.begin(store, run, form)
        with store.intention("checklist started", self._desk.author) as unit:
            if store.get(ChecklistForm, form.id) is None:
                unit.put(form)
            unit.put(run)
            for path, value in values.items():
                unit.put(self._answer(run.id, path, value))
        return run

    def runs(self, inspection_id: InspectionId) -> list[RunSummary]:
        """Return the checklists of an inspection with their progress, in the order they were begun."""
        return [
            RunSummary(run=run, progress=progress_of(self._views(inspection_id, run.id)))
            for run in self._desk.inspection(inspection_id).all(ChecklistRun)
        ]

    # Filling

    def view(self, inspection_id: InspectionId, run_id: ChecklistRunId, language: str = "zh") -> RunView:
        """Return everything of a checklist as it stands, in ``zh`` or ``en`` where the form has it."""
        opened = self._run(inspection_id, run_id)
        opened.speak(language)
        questions = self._views(inspection_id, run_id)
        prefix = f"answer:{run_id}:"
        found = {
            finding.origin.removeprefix(prefix): finding.id
            for finding in self._desk.inspection(inspection_id).all(Finding)
            if finding.state is not FindingState.WITHDRAWN and finding.origin.startswith(prefix)
        }
        return RunView(
            run=opened.run,
            questions=questions,
            progress=progress_of(questions),
            findings=found,
            can_undo=bool(opened.undo),
            draft=drafts.kept(self._desk.inspection(inspection_id), run_id),
            changed_at=max((one.answered_at for one in opened.answers.values()), default=None),
        )

    def keep_draft(self, inspection_id: InspectionId, run_id: ChecklistRunId, draft: Draft) -> None:
        """Keep what is being typed; as saved already, it is no draft."""
        store = self._desk.inspection(inspection_id)
        answer = self._run(inspection_id, run_id).answers.get(draft.path)
        saved = "" if answer is None else drafts.saved(answer, draft)
        if draft.text == saved:
            drafts.forget(store, run_id)
        else:
            drafts.keep(store, run_id, draft)

    def answer(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str, value: str
    ) -> AnswerResult:
        """Save one answer as entered; what is wrong with it is told beside it and keeps nobody from going on.

        Answers that it takes back, such as a choice no longer offered, are saved in the same intention.
        """
        return self._enter(inspection_id, run_id, path, value, "question answered")

    def exempt(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str, reason: str
    ) -> AnswerResult:
        """Say why a question does not apply, in place of its answer; without a reason it applies again."""
        question = question_at(self._run(inspection_id, run_id).session, path)
        if question is None or not question.may_be_exempt:
            raise NotAllowed(
                sentence("This question cannot be said not to apply. Answer it as the form asks.")
            )
        what = "question exempted" if reason.strip() else "exemption taken back"
        return self._enter(inspection_id, run_id, path, "", what, exempt=reason.strip())

    def _enter(
        self,
        inspection_id: InspectionId,
        run_id: ChecklistRunId,
        path: str,
        value: str,
        what: str,
        *,
        exempt: str = "",
    ) -> AnswerResult:
        opened = self._run(inspection_id, run_id)
        before = len(opened.session.nodes)
        changed = opened.session.answer(path, value)
        differing = opened.differing(changed)
        stood = opened.answers.get(path)
        if (stood.exempt if stood else "") != exempt:
            differing.setdefault(path, value)
        written = [
            self._answer(
                run_id,
                place,
                now_there,
                old.remark if (old := opened.answers.get(place)) else "",
                exempt if place == path else "",
            )
            for place, now_there in differing.items()
        ]
        self._save(inspection_id, opened, what, written, remember=(path,))
        drafts.forget(self._desk.inspection(inspection_id), run_id)
        changed = changed if path in changed else (path, *changed)
        return self._result(opened, changed, reordered=len(opened.session.nodes) != before)

    def remark(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str, text: str
    ) -> AnswerResult:
        """Save a remark on a question."""
        opened = self._run(inspection_id, run_id)
        opened.session.node(path)
        old = opened.answers.get(path)
        answer = self._answer(run_id, path, old.value if old else "", text.strip(), old.exempt if old else "")
        if (old.remark if old else "") != answer.remark:
            self._save(inspection_id, opened, "remark written", [answer], remember=(path,))
        drafts.forget(self._desk.inspection(inspection_id), run_id)
        return self._result(opened, (path,))

    def add_entry(self, inspection_id: InspectionId, run_id: ChecklistRunId, repeat: str) -> str:
        """Add an entry to a repeat; return its path."""
        opened = self._run(inspection_id, run_id)
        key = self._desk.ids.new()
        path = opened.session.add_instance(repeat, key)
        self._save(
            inspection_id, opened, "entry added", [self._answer(run_id, path, PRESENT)], remember=(path,)
        )
        return path

    def remove_entry(self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str) -> AnswerResult:
        """Remove an entry of a repeat; its answers stay in the history and come back with undo."""
        opened = self._run(inspection_id, run_id)
        changed = opened.session.remove_instance(path)
        self._save(
            inspection_id, opened, "entry removed", [self._answer(run_id, path, REMOVED)], remember=(path,)
        )
        return self._result(opened, changed, reordered=True)

    def undo(self, inspection_id: InspectionId, run_id: ChecklistRunId) -> str:
        """Put back what stood before the last change here; return its path. History keeps both."""
        opened = self._run(inspection_id, run_id)
        if not opened.undo:
            raise NotAllowed(sentence("There is nothing to undo in this checklist."))
        *remaining, step = opened.undo
        store = self._desk.inspection(inspection_id)
        with store.intention("answer undone", self._desk.author) as unit:
            for path, before in step:
                unit.put(self._answer(run_id, path, *opened.stood_before(path, before)))
        self._open.forget(store, run_id)
        self._run(inspection_id, run_id).undo = remaining
        return step[0][0]

    def why(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str, language: str = "zh"
    ) -> tuple[Sentence, ...]:
        """Say which answers make a question hidden, required, read-only, computed or wrong as it stands."""
        opened = self._run(inspection_id, run_id)
        opened.speak(language)
        return tuple(in_words(reason) for reason in why(opened.session, path))

    def reaches(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str, language: str = "zh"
    ) -> tuple[Sentence, ...]:
        """Say which questions a change of this answer may change, and what about them."""
        opened = self._run(inspection_id, run_id)
        opened.speak(language)
        return tuple(
            reached(reach) for reach in reaches(opened.session, path) if reach.effects != (Effect.TEXT,)
        )

    def finish(self, inspection_id: InspectionId, run_id: ChecklistRunId) -> ChecklistRun:
        """Say that a checklist is done; a form that keeps the time of its end gets it now."""
        opened = self._run(inspection_id, run_id)
        progress = progress_of(self._views(inspection_id, run_id))
        if not progress.is_complete:
            raise NotAllowed(
                sentence(
                    "Not finished yet: required and missing {missing}, wrong {wrong}. Everything is saved; "
                    "F8 goes to the next open question.",
                    missing=progress.required_missing,
                    wrong=progress.wrong,
                )
            )
        written = [
            self._answer(run_id, place, value)
            for place, value in opened.differing(opened.session.finish()).items()
        ]
        run = replace(opened.run, finished_at=self._desk.clock.now(), finished_by=self._desk.person.id)
        self._save(inspection_id, opened, "checklist finished", written, remember=(), run=run)
        return run

    # Another version

    def versions(self, inspection_id: InspectionId, run_id: ChecklistRunId) -> list[ChecklistForm]:
        """Return other versions of a running checklist that the library has."""
        return self._versions.newer(self._run(inspection_id, run_id))

    def try_version(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, form_id: ChecklistId, language: str = "zh"
    ) -> VersionTrial:
        """Tell which answers another version would no longer ask or accept; nothing is changed."""
        opened = self._run(inspection_id, run_id)
        opened.speak(language)
        return self._versions.attempt(inspection_id, opened, form_id)

    def accept_version(
        self, inspection_id: InspectionId, run_id: ChecklistRunId, form_id: ChecklistId
    ) -> ChecklistRun:
        """Go on with another version; what it has no place for stays stored."""
        return self._versions.accept(inspection_id, self._run(inspection_id, run_id), form_id)

    # What answers prove and become

    def target(self, run_id: ChecklistRunId, question: QuestionView) -> Target:
        """Return what evidence is bound to for a question."""
        return Target(kind=TargetKind.ANSWER, id=answer_id(run_id, question.path), label=question.label)

    def proposal(self, inspection_id: InspectionId, run_id: ChecklistRunId, path: str) -> Finding:
        """Return the finding that an answer would become, for the editor; nothing is stored."""
        opened = self._run(inspection_id, run_id)
        node = opened.session.node(path)
        question = question_at(opened.session, path)
        if question is None:
            raise UnusableInput(sentence("There is no question at this place. Open the checklist again."))
        answer = opened.answers.get(path)
        text = finding_text(opened.session, node) or f"{question.label}：{question.value_label}"
        if answer is not None and answer.remark:
            text = f"{text}{answer.remark}"
        return Finding(
            id=FindingId(self._desk.ids.new()),
            category=question.meaning.category,
            item=self._item(inspection_id, question),
            description=text,
            recorded_at=self._desk.clock.now(),
            recorded_by=self._desk.person.id,
            clauses=question.meaning.clauses,
            requirement=question.meaning.requirement,
            origin=f"answer:{answer_id(run_id, path)}",
        )

    def record_finding(self, inspection_id: InspectionId, finding: Finding) -> Finding:
        """Record a finding that came from an answer; the answer's evidence is bound to it as well."""
        recorded = self._findings.record(inspection_id, finding)
        store = self._desk.inspection(inspection_id)
        citations = store.all(Citation)
        bound = {c.evidence for c in citations if c.target.id == recorded.id}
        wanted = [
            c
            for c in citations
            if c.target.kind is TargetKind.ANSWER and f"answer:{c.target.id}" == finding.origin
        ]
        target = Target(kind=TargetKind.FINDING, id=recorded.id, label=recorded.item)
        missing = [c for c in wanted if c.evidence not in bound]
        if missing:
            with store.intention("evidence cited", self._desk.author) as unit:
                for citation in missing:
                    unit.put(
                        replace(
                            citation,
                            id=CitationId(self._desk.ids.new()),
                            target=target,
                            cited_at=self._desk.clock.now(),
                            cited_by=self._desk.person.id,
                        )
                    )
        return recorded

    # Inside

    def _item(self, inspection_id: InspectionId, question: QuestionView) -> str:
        """Call a finding by its category: the question asks for what is right, the finding is what is not."""
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        region = DEFAULT_REGION if inspection is None else inspection.region
        return self._packs.category_name(question.meaning.category, region) or question.label

    def _run(self, inspection_id: InspectionId, run_id: ChecklistRunId) -> OpenRun:
        store = self._desk.inspection(inspection_id)
        opened = self._open.find(store, run_id)
        if opened is not None:
            return opened
        run = store.get(ChecklistRun, run_id)
        form = None if run is None else store.get(ChecklistForm, run.form)
        if run is None or form is None:
            raise UnusableInput(
                sentence("This checklist is not in the inspection. Go back and choose it again.")
            )
        return self._open.read(store, run, form)

    def _answer(
        self, run_id: ChecklistRunId, path: str, value: str, remark: str = "", exempt: str = ""
    ) -> Answer:
        return Answer(
            id=answer_id(run_id, path),
            run=run_id,
            path=path,
            value=value,
            remark=remark,
            exempt=exempt,
            answered_at=self._desk.clock.now(),
            person=self._desk.person.id,
        )

    def _save(
        self,
        inspection_id: InspectionId,
        opened: OpenRun,
        what: str,
        written: list[Answer],
        *,
        remember: tuple[str, ...],
        run: ChecklistRun | None = None,
    ) -> None:
        """Commit; when that fails the form in memory is forgotten: it never shows what is not saved."""
        if not written and run is None:
            return
        store = self._desk.inspection(inspection_id)
        try:
            with store.intention(what, self._desk.author) as unit:
                for answer in written:
                    unit.put(answer)
                if run is not None:
                    unit.put(run)
        except BaseException:
            self._open.forget(store, opened.run.id)
            raise
        if any(answer.path in remember for answer in written):
            opened.undo.append(tuple((path, opened.answers.get(path)) for path in remember))
            del opened.undo[:-_UNDO_DEPTH]
        for answer in written:
            opened.answers[answer.path] = answer
        opened.run = run or opened.run

    def _views(self, inspection_id: InspectionId, run_id: ChecklistRunId) -> tuple[QuestionView, ...]:
        opened = self._run(inspection_id, run_id)
        citations = self._desk.inspection(inspection_id).all(Citation)
        bound = [c for c in citations if c.target.kind is TargetKind.ANSWER]
        opened.photographs = Counter(c.target.id for c in bound)
        opened.note_evidence({c.target.id: c.evidence for c in reversed(bound)})
        return opened.views()

    def _result(self, opened: OpenRun, changed: tuple[str, ...], *, reordered: bool = False) -> AnswerResult:
        views = opened.views() if reordered else opened.after(changed)
        touched = frozenset(changed)
        return AnswerResult(
            changed=tuple(view for view in views if view.path in touched),
            progress=progress_of(views),
            saved_at=self._desk.clock.now(),
            reordered=reordered,
        )
