"""Versions of a checklist: another one is tried on a running checklist before anybody accepts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from inspector_app.checklists.reasons import why
from inspector_app.domain.checklist import ChecklistForm, ChecklistRun, QuestionView
from inspector_app.domain.checklist_trial import Outcome, TriedAnswer, VersionTrial
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.ids import ChecklistId, InspectionId
from inspector_app.domain.reasons import Effect
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.checklist_library import ChecklistLibrary
from inspector_app.services.checklist_sessions import OpenRun, OpenRuns
from inspector_app.services.desk import Desk
from inspector_app.services.reason_words import in_words


class ChecklistVersions:
    """Tries versions and takes them over; answers are never touched."""

    def __init__(self, desk: Desk, library: ChecklistLibrary, runs: OpenRuns) -> None:
        self._desk = desk
        self._library = library
        self._runs = runs

    def newer(self, opened: OpenRun) -> list[ChecklistForm]:
        """Return the forms of the library that are another version of a running checklist."""
        run = opened.run
        return [form for form in self._library.versions(run.form_id) if form.id != run.form]

    def attempt(self, inspection_id: InspectionId, opened: OpenRun, form_id: ChecklistId) -> VersionTrial:
        """Tell which answers another version would no longer ask or accept; nothing is stored."""
        form = self._wanted(opened, form_id)
        tried = self._runs.tried(self._desk.inspection(inspection_id), opened, form)
        changed = tuple(_differences(opened, tried))
        given = sum(1 for answer in opened.answers.values() if answer.value and not answer.path.endswith("]"))
        lost = sum(1 for one in changed if one.outcome is not Outcome.MISSING)
        return VersionTrial(form=form.id, version=form.version, kept=given - lost, changed=changed)

    def accept(self, inspection_id: InspectionId, opened: OpenRun, form_id: ChecklistId) -> ChecklistRun:
        """Let a running checklist go on with another version; answers without a place stay stored."""
        form = self._wanted(opened, form_id)
        store = self._desk.inspection(inspection_id)
        run = replace(
            opened.run,
            form=form.id,
            version=form.version,
            title=form.title,
            title_en=form.title_en,
            finished_at=None,
            finished_by=None,
        )
        with store.intention("checklist version accepted", self._desk.author) as unit:
            if store.get(ChecklistForm, form.id) is None:
                unit.put(form)
            unit.put(run)
        self._runs.forget(store, run.id)
        return run

    def _wanted(self, opened: OpenRun, form_id: ChecklistId) -> ChecklistForm:
        form = self._library.form(form_id)
        if form.form_id != opened.run.form_id:
            raise NotAllowed(
                sentence(
                    "{title} is another checklist, not another version of this one. Start it beside it.",
                    title=form.title,
                )
            )
        return form


def _differences(before: OpenRun, after: OpenRun) -> Iterator[TriedAnswer]:
    old = {view.path: view for view in before.views()}
    new = {view.path: view for view in after.views()}
    for path, answer in before.answers.items():
        view, now = old.get(path), new.get(path)
        if view is None or not answer.value or path.endswith("]") or not view.kind.is_answerable:
            continue
        if (outcome := _outcome(view, now)) is not None:
            yield TriedAnswer(
                path=path,
                label=now.label if now else view.label,
                value=view.value_label or view.value,
                outcome=outcome,
                reason=_reason(after, now, outcome),
                message=now.error_text if now and outcome is Outcome.INVALID else "",
            )
    for path, now in new.items():
        if _is_missing(now) and not (path in old and _is_missing(old[path])):
            reason = _because(after, path, Effect.REQUIRED)
            yield TriedAnswer(path=path, label=now.label, value="", outcome=Outcome.MISSING, reason=reason)


def _reason(after: OpenRun, now: QuestionView | None, outcome: Outcome) -> Sentence | None:
    """Say which answers of the other version make it so, where it still has the question."""
    if now is None:
        return None
    if outcome is Outcome.UNASKED:
        return _because(after, now.path, Effect.HIDDEN)
    if now.error is None and not now.error_text:
        return sentence("The choice is no longer offered.")
    return now.error


def _because(after: OpenRun, path: str, effect: Effect) -> Sentence | None:
    reasons = (one for one in why(after.session, path) if one.effect is effect and one.answers)
    first = next(reasons, None)
    return None if first is None else in_words(first)


def _outcome(before: QuestionView, now: QuestionView | None) -> Outcome | None:
    if now is None:
        return Outcome.GONE
    if before.relevant and not now.relevant:
        return Outcome.UNASKED
    offered = {choice.value for choice in now.choices}
    lost = now.kind.has_choices and not set(before.value.split()) <= offered
    if now.relevant and (lost or now.is_wrong) and not before.is_wrong:
        return Outcome.INVALID
    return None


def _is_missing(view: QuestionView) -> bool:
    return view.required and view.is_open
