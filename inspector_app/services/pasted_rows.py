"""Pastes rows of a spreadsheet into a repeat: first what would become of them, then all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Protocol

from inspector_app.checklists.pasting import Filled, cells_of, fill
from inspector_app.checklists.views import questions
from inspector_app.domain.checklist import PRESENT, Answer, ChecklistForm
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.pasted_rows import PastedRows
from inspector_app.domain.wording import sentence
from inspector_app.services.checklist_sessions import OpenRun, OpenRuns
from inspector_app.services.desk import Desk


class Save(Protocol):
    """Stores answers of an open run as one step that is undone at once."""

    def __call__(
        self,
        inspection_id: InspectionId,
        opened: OpenRun,
        what: str,
        written: list[Answer],
        *,
        remember: tuple[str, ...],
    ) -> None: ...


class RowPasting:
    """A plan and what is saved come from the same reading, so that nothing differs between them."""

    def __init__(
        self,
        desk: Desk,
        runs: OpenRuns,
        run: Callable[[InspectionId, ChecklistRunId], OpenRun],
        answer: Callable[..., Answer],
        save: Save,
    ) -> None:
        self._desk, self._runs, self._run = desk, runs, run
        self._answer, self._save = answer, save

    def plan(
        self,
        inspection_id: InspectionId,
        run_id: ChecklistRunId,
        repeat: str,
        text: str,
        language: str = "zh",
    ) -> PastedRows:
        """Tell what a block would become in a copy of the form; nothing is stored."""
        opened = self._run(inspection_id, run_id)
        opened.speak(language)
        store = self._desk.inspection(inspection_id)
        form = store.get(ChecklistForm, opened.run.form)
        if form is None:
            raise UnusableInput(
                sentence("This checklist is not in the inspection. Go back and choose it again.")
            )
        tried = self._runs.tried(store, opened, form)
        return _rows(tried, repeat, fill(tried.session, repeat, cells_of(text), _numbers()))

    def add(
        self,
        inspection_id: InspectionId,
        run_id: ChecklistRunId,
        repeat: str,
        text: str,
        language: str = "zh",
    ) -> PastedRows:
        """Add an entry for each row; what is wrong stays as it was pasted and is told at its question."""
        opened = self._run(inspection_id, run_id)
        opened.speak(language)
        store = self._desk.inspection(inspection_id)
        try:
            filled = fill(opened.session, repeat, cells_of(text), iter(self._desk.ids.new, None))
        except BaseException:
            self._runs.forget(store, run_id)  # the form in memory never shows what is not saved
            raise
        written = [self._answer(run_id, entry, PRESENT) for entry in filled.entries]
        values = opened.differing(tuple(filled.changed))
        for path in {**values, **filled.remarks}:
            old = opened.answers.get(path)
            kept = filled.remarks.get(path) or (old.remark if old is not None else "")
            written.append(self._answer(run_id, path, values.get(path, ""), kept))
        inside = tuple(f"{entry}/" for entry in filled.entries)
        remember = [one.path for one in written if not one.path.startswith(inside)]
        self._save(inspection_id, opened, "rows pasted", written, remember=tuple(remember))
        return _rows(opened, repeat, filled)


def _rows(opened: OpenRun, repeat: str, filled: Filled) -> PastedRows:
    label = next((one.label for one in questions(opened.session) if one.path == repeat), "")
    return PastedRows(
        repeat=repeat,
        label=label,
        columns=filled.columns,
        rows=tuple(filled.rows),
        has_heading=filled.has_heading,
        left_out=filled.left_out,
        first=filled.first,
    )


def _numbers() -> Iterator[str]:
    return (f"new{number}" for number in count(1))
