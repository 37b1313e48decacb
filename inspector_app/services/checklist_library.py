"""The library of checklists: shipped and imported forms, compiled once and kept by their hash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.faults import FormFault, located
from inspector_app.checklists.files import decoded, files_needed
from inspector_app.checklists.reading import read_form
from inspector_app.checklists.rules import Compiler, build_rules
from inspector_app.checklists.tables import LARGEST, as_markdown, read_tables
from inspector_app.domain.checklist import ChecklistForm, FormFile
from inspector_app.domain.checklist_shelf import ChecklistLock, RetiredChecklist
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import ChecklistId, Sha256
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.system.chosen_files import read_chosen

_GUIDE = "README.md"
_SUFFIXES = frozenset({".md", ".xlsx", ".xls", ".csv"})


class ChecklistLibrary:
    """Keeps compiled forms in the workspace; a table is compiled when it is new or has changed."""

    def __init__(self, desk: Desk, shipped: Path) -> None:
        self._desk = desk
        self._shipped = shipped

    def forms(self) -> list[ChecklistForm]:
        """Return the forms that can be started: of each checklist the locked version, else the latest.

        Retired versions are left out, and of equal versions the shipped one counts as it is now.
        """
        known = self._desk.workspace.all(ChecklistForm)
        by_source = {form.source_sha256: form for form in known}
        current: list[ChecklistForm] = []
        for path in self._shipped_files():
            content = read_chosen(path, LARGEST)
            found = by_source.get(_hash(content))
            current.append(found or self._keep(content, path.name))
        retired = {one.id for one in self._desk.workspace.all(RetiredChecklist)}
        offered = {form.form_id: form for form in current if form.id not in retired}
        for form in sorted(known, key=lambda form: _as_counted(form.version)):
            newest = offered.get(form.form_id)
            if form.id not in retired and (newest is None or is_later(form, newest)):
                offered[form.form_id] = form
        for lock in self._desk.workspace.all(ChecklistLock):
            locked = self._desk.workspace.get(ChecklistForm, lock.form)
            if locked is not None:
                offered[locked.form_id] = locked
        return list(offered.values())

    def shipped_hashes(self) -> frozenset[Sha256]:
        """Return the hashes of the tables that came with the program."""
        return frozenset(_hash(read_chosen(path, LARGEST)) for path in self._shipped_files())

    def shipped_content(self, form: ChecklistForm) -> bytes | None:
        """Return the table of a form where it is one that came with the program."""
        for path in self._shipped_files():
            content = read_chosen(path, LARGEST)
            if _hash(content) == form.source_sha256:
                return content
        return None

    def _shipped_files(self) -> list[Path]:
        return [
            path
            for path in sorted(self._shipped.iterdir())
            if path.name != _GUIDE and path.suffix in _SUFFIXES
        ]

    def import_form(
        self, content: bytes, name: str, files: Mapping[str, bytes] | None = None
    ) -> ChecklistForm:
        """Take in a form that somebody wrote; what cannot run is refused before anything is kept.

        ``files`` lie beside the form, by their names; only those it reads are kept with it.
        """
        return self._keep(content, name, files or {})

    def versions(self, form_id: str) -> list[ChecklistForm]:
        """Return every version of a checklist that the workspace has, the highest number last."""
        found = [form for form in self._desk.workspace.all(ChecklistForm) if form.form_id == form_id]
        return sorted(found, key=lambda form: _as_counted(form.version))

    def form(self, form_id: ChecklistId) -> ChecklistForm:
        found = self._desk.workspace.get(ChecklistForm, form_id)
        if found is None:
            raise UnusableInput(sentence("This checklist is not in the library. Import it first."))
        return found

    def _keep(self, content: bytes, name: str, beside: Mapping[str, bytes] | None = None) -> ChecklistForm:
        form = _form_of(content, name, tuple(sorted((beside or {}).items())))
        with self._desk.workspace.intention("checklist taken in", self._desk.author) as unit:
            unit.put(form)
        return form


@lru_cache(maxsize=16)  # one run may open several workspaces, and each takes in the same shipped tables
def _form_of(content: bytes, name: str, lying_beside: tuple[tuple[str, bytes], ...]) -> ChecklistForm:
    beside = dict(lying_beside)
    xform = compile_xlsform(content, name)
    files = tuple(
        FormFile(name=needed, text=decoded(beside[needed]))
        for needed in files_needed(xform)
        if needed in beside
    )
    try:
        definition = read_form(xform, {file.name: file.text for file in files})
        build_rules(definition, Compiler(definition))
    except FormFault as fault:
        raise located(fault, content, name) from fault
    # A form whose table has changed is another form: answers name what was chosen from it.
    sha256 = _hash("\n".join((xform, *(file.text for file in files))).encode())
    return ChecklistForm(
        id=ChecklistId(f"{definition.form_id}:{sha256[:16]}"),
        form_id=definition.form_id,
        version=definition.version,
        title=definition.title or definition.form_id,
        sha256=sha256,
        xform=xform,
        source_sha256=_hash(content),
        source_name=name,
        files=files,
        table=as_markdown(read_tables(content, name)),
        institutions=definition.institutions,
        title_en=definition.title_en,
    )


def _as_counted(version: str) -> tuple[tuple[int, str], ...]:
    """Order versions as people count: 2 before 10, and days by their digits."""
    return tuple(
        (int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", version) if part
    )


def is_later(form: ChecklistForm, than: ChecklistForm) -> bool:
    """Tell whether a version comes after another as people count."""
    return _as_counted(form.version) > _as_counted(than.version)


def _hash(content: bytes) -> Sha256:
    return Sha256(hashlib.sha256(content).hexdigest())
