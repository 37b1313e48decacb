"""A version of a checklist tried on everything that runs on this laptop, before anybody accepts it."""

from __future__ import annotations

from collections.abc import Callable

from inspector_app.domain.checklist import ChecklistRun
from inspector_app.domain.checklist_trial import TriedRun, VersionTrial
from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import ChecklistId, ChecklistRunId, InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.ports import Progress, Steps
from inspector_app.services.checklist_library import ChecklistLibrary
from inspector_app.services.damage import is_noted
from inspector_app.services.desk import Desk
from inspector_app.services.guests import is_guest

Attempt = Callable[[InspectionId, ChecklistRunId, ChecklistId, str], VersionTrial]


class ChecklistTrials:
    """Only looks: whether a version is accepted is decided inspection by inspection."""

    def __init__(self, desk: Desk, library: ChecklistLibrary, attempt: Attempt) -> None:
        self._desk = desk
        self._library = library
        self._attempt = attempt

    def everywhere(
        self, form_id: ChecklistId, progress: Progress, language: str = "zh"
    ) -> Steps[list[TriedRun]]:
        """Try a version on each unfinished checklist of another version, one inspection at a time.

        What is here for review only is left out: it goes on where it is filled.
        """
        wanted = self._library.form(form_id)
        files = self._desk.inspection_files()
        found: list[TriedRun] = []
        for number, file in enumerate(files):
            progress.report(number, len(files))
            yield
            if is_noted(self._desk, file):
                continue
            was_open = self._desk.is_open(file)
            store = self._desk.inspection(file)
            inspection = store.get(Inspection, file)
            running = [
                run
                for run in store.all(ChecklistRun)
                if run.form_id == wanted.form_id and run.form != wanted.id and run.finished_at is None
            ]
            if inspection is not None and running and not is_guest(self._desk, store, file):
                found += [self._tried(inspection, run, form_id, language) for run in running]
            if not was_open:
                self._desk.close_inspection(file)
        progress.report(len(files), len(files))
        return sorted(found, key=lambda one: one.created_at, reverse=True)

    def _tried(
        self, inspection: Inspection, run: ChecklistRun, form_id: ChecklistId, language: str
    ) -> TriedRun:
        trial, problem = None, None
        try:
            trial = self._attempt(inspection.id, run.id, form_id, language)
        except Problem as refused:
            # One checklist that cannot be read hides nothing of the others.
            problem = refused.sentence
        return TriedRun(
            inspection=inspection.id,
            institution=inspection.institution.name,
            created_at=inspection.created_at,
            run=run,
            trial=trial,
            problem=problem,
        )
