"""The library as a team lead handles it: versions taken in, written out, put away, locked, compared."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.checklists.comparing import compare_tables
from inspector_app.checklists.files import decoded
from inspector_app.checklists.table_check import check_table
from inspector_app.checklists.tables import LARGEST, Sheet, as_markdown, as_xlsx, read_tables
from inspector_app.domain.checklist import ChecklistForm, ChecklistRun
from inspector_app.domain.checklist_shelf import (
    ChecklistLock,
    ChecklistUse,
    Comparison,
    Place,
    RetiredChecklist,
    ShelfLine,
)
from inspector_app.domain.checklist_table import TableFault
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import ChecklistId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.ports import Progress, Steps
from inspector_app.domain.wording import sentence
from inspector_app.services.checklist_check import beside, known_meanings, tables_read, write_table
from inspector_app.services.checklist_library import ChecklistLibrary, is_later
from inspector_app.services.checklist_locks import lock_version, unlock_version
from inspector_app.services.damage import is_noted
from inspector_app.services.desk import Desk
from inspector_app.services.packs import PackService
from inspector_app.system.chosen_files import read_chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of a file: taken in unless there are errors, or it was only looked at."""

    faults: tuple[TableFault, ...]
    form: ChecklistForm | None = None
    missing: tuple[str, ...] = ()
    """Tables that it reads and that lie neither beside it nor among those that were chosen."""


class ChecklistShelf:
    """Every version that this workspace knows."""

    def __init__(self, desk: Desk, library: ChecklistLibrary, packs: PackService) -> None:
        self._desk = desk
        self._library = library
        self._packs = packs

    def lines(self) -> list[ShelfLine]:
        """Return all versions, those that are started first, each checklist's together."""
        started = {form.id: form for form in self._library.forms()}
        shipped = self._library.shipped_hashes()
        retired = {one.id for one in self._desk.workspace.all(RetiredChecklist)}
        locks = {one.form: one for one in self._desk.workspace.all(ChecklistLock)}
        order = {form.form_id: place for place, form in enumerate(started.values())}
        lines = []
        for form in self._desk.workspace.all(ChecklistForm):
            if form.id in started:
                place = Place.SHIPPED if form.source_sha256 in shipped else Place.IMPORTED
            else:
                place = Place.RETIRED if form.id in retired else Place.SUPERSEDED
            lines.append(ShelfLine(form=form, place=place, lock=locks.get(form.id)))
        return sorted(
            lines,
            key=lambda line: (
                order.get(line.form.form_id, len(order)),
                line.form.form_id,
                not line.is_started,
            ),
        )

    def check(self, path: Path, tables: Sequence[Path] = ()) -> TakenIn:
        """Return what is wrong or doubtful in a checklist and the tables it reads; nothing is kept."""
        content = read_chosen(path, LARGEST)
        found = beside(path, content, tables)
        missing = tuple(name for name in tables_read(content, path.name) if name not in found)
        return TakenIn(
            faults=check_table(content, path.name, found, known_meanings(self._packs)), missing=missing
        )

    def take_in(self, path: Path, tables: Sequence[Path] = ()) -> TakenIn:
        """Take a checklist in with the tables beside it or chosen, unless something in it is wrong."""
        looked = self.check(path, tables)
        if any(fault.is_error for fault in looked.faults):
            return looked
        content = read_chosen(path, LARGEST)
        form = self._library.import_form(content, path.name, beside(path, content, tables))
        return dataclasses.replace(looked, form=form)

    def write(self, form_id: ChecklistId, path: Path, *, replace: bool = True) -> tuple[str, ...]:
        """Write a version as ``.xlsx`` or ``.md`` with the tables it reads, to be changed and taken in again.

        Return the tables' names. Nothing is written where one of them would replace another table.
        """
        form = self._library.form(form_id)
        sheets = self._table(form)
        written = as_xlsx(sheets) if path.suffix.lower() == ".xlsx" else as_markdown(sheets).encode("utf-8")
        tables = {path.parent / one.name: one.text for one in form.files}
        wanted = [table for table, text in tables.items() if not _says(table, text)]
        for table in wanted:
            if table.exists():
                raise UnusableInput(
                    sentence(
                        "{name} is in that folder already and says something else. Nothing was written; "
                        "choose another folder.",
                        name=table.name,
                    )
                )
        write_table(path, written, replace=replace)
        for table in wanted:
            # Spreadsheets take a file for Chinese only with this mark at its beginning.
            write_table(table, tables[table].encode("utf-8-sig"), replace=False)
        return tuple(one.name for one in form.files)

    def retire(self, form_id: ChecklistId) -> None:
        """No longer offer a version; what runs with it goes on."""
        form = self._library.form(form_id)
        if self._desk.workspace.get(ChecklistLock, form.form_id) is not None:
            raise NotAllowed(
                sentence(
                    "{title} has a version that is locked for the team. Unlock it first.", title=form.title
                )
            )
        retired = RetiredChecklist(
            id=form.id, retired_at=self._desk.clock.now(), retired_by=self._desk.person.id
        )
        with self._desk.workspace.intention("checklist retired", self._desk.author) as unit:
            unit.put(retired)

    def bring_back(self, form_id: ChecklistId) -> None:
        """Offer a version again."""
        if self._desk.workspace.get(RetiredChecklist, form_id) is not None:
            with self._desk.workspace.intention("checklist brought back", self._desk.author) as unit:
                unit.remove(RetiredChecklist, form_id)

    def lock(self, form_id: ChecklistId) -> ChecklistLock:
        """Set one version for the team: new inspections carry it to every laptop they are handed to."""
        return lock_version(self._desk, self._library.form(form_id))

    def unlock(self, form_id: ChecklistId) -> None:
        """Let new inspections start with the newest version again."""
        unlock_version(self._desk, self._library.form(form_id).form_id)

    def compare(self, before: ChecklistId, after: ChecklistId) -> Comparison:
        """Return two versions side by side, the lower one as what was before."""
        old, new = self._library.form(before), self._library.form(after)
        if is_later(old, new):
            old, new = new, old
        changes, same = compare_tables(self._table(old), self._table(new))
        return Comparison(before=old, after=new, changes=changes, same=same)

    def uses(self, form_id: ChecklistId, progress: Progress) -> Steps[list[ChecklistUse]]:
        """Look through the inspections of this laptop for those that fill a version, one at a time."""
        files = self._desk.inspection_files()
        found: list[ChecklistUse] = []
        for number, file in enumerate(files):
            progress.report(number, len(files))
            yield
            if is_noted(self._desk, file):
                continue
            was_open = self._desk.is_open(file)
            store = self._desk.inspection(file)
            inspection = store.get(Inspection, file)
            count = sum(1 for run in store.all(ChecklistRun) if run.form == form_id)
            if inspection is not None and count:
                found.append(
                    ChecklistUse(
                        inspection=file,
                        institution=inspection.institution.name,
                        created_at=inspection.created_at,
                        count=count,
                    )
                )
            if not was_open:
                self._desk.close_inspection(file)
        progress.report(len(files), len(files))
        return sorted(found, key=lambda use: use.created_at, reverse=True)

    def _table(self, form: ChecklistForm) -> tuple[Sheet, ...]:
        if form.table:
            return read_tables(form.table.encode(), "kept.md")
        content = self._library.shipped_content(form)
        if content is None:
            raise UnusableInput(
                sentence(
                    "{title} {version} was taken in before tables were kept, so it has no table here. "
                    "Take its file in again.",
                    title=form.title,
                    version=form.version,
                )
            )
        return read_tables(content, form.source_name)


def _says(path: Path, text: str) -> bool:
    """Tell whether a table that lies there is the same."""
    return path.is_file() and decoded(read_chosen(path, LARGEST)) == text
