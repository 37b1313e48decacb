"""A checklist's table is checked where it lies, without a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath, PurePosixPath

from inspector_app.checklists.compile import compile_xlsform
from inspector_app.checklists.files import files_needed
from inspector_app.checklists.table_check import check_table
from inspector_app.checklists.tables import LARGEST, as_markdown, as_xlsx, read_tables
from inspector_app.domain.checklist_table import KnownMeanings, TableFault
from inspector_app.domain.errors import EnvironmentProblem, Problem, UnusableInput
from inspector_app.domain.wording import sentence
from inspector_app.services.packs import PackService
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.exports import write_beside


def check_file(path: Path, packs: PackService) -> tuple[TableFault, ...]:
    """Return what is wrong or doubtful in a table and the files beside it."""
    content = read_chosen(path, LARGEST)
    return check_table(content, path.name, beside(path, content), known_meanings(packs))


def known_meanings(packs: PackService) -> KnownMeanings:
    """Return what a checklist may name: clauses of the law and categories, as they are in force now."""
    return KnownMeanings(
        clauses=frozenset(clause.id for clause in packs.law().clauses),
        categories=frozenset(category.id for category in packs.categories().categories),
    )


def tables_read(content: bytes, name: str) -> tuple[str, ...]:
    """Return the names of the files beside it that a table reads; none of a table that nobody can read."""
    try:
        needed = files_needed(compile_xlsform(content, name))
    except Problem:
        return ()
    return tuple(one for one in needed if PurePosixPath(one).name == one and "\\" not in one)


def beside(path: Path, content: bytes, chosen: Sequence[Path] = ()) -> dict[str, bytes]:
    """Read the files a table asks for from its own folder or among the chosen, and from nowhere else."""
    places = {one.name: one for one in chosen}
    found = {name: places.get(name, path.parent / name) for name in tables_read(content, path.name)}
    return {name: read_chosen(one, LARGEST) for name, one in found.items() if one.is_file()}


def convert_file(source: Path, target: Path, *, replace: bool = False) -> None:
    """Write a checklist's table as Markdown or as a workbook, whatever it was; nothing in it is judged."""
    content = read_chosen(source, LARGEST)
    converted = converted_table(content, source.name, target.suffix)
    write_table(target, converted, replace=replace)


def write_table(target: Path, content: bytes, *, replace: bool) -> None:
    """Write a file that a person named; over one that is there only where that was asked."""
    if target.exists() and not replace:
        raise UnusableInput(
            sentence(
                "{name} is there already and was left as it is. Choose another name, or say --replace.",
                name=target.name,
            )
        )
    try:
        write_beside(target, [content])
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "{name} could not be written ({reason}). Choose another folder.",
                name=target.name,
                reason=error.strerror or type(error).__name__,
            )
        ) from error


def converted_table(content: bytes, name: str, suffix: str) -> bytes:
    """Return a table in the format of ``suffix``: ``.md`` or ``.xlsx``."""
    suffix = PurePath(f"x{suffix}").suffix.lower()
    if suffix not in {".md", ".xlsx"}:
        raise UnusableInput(
            sentence("A checklist is written as .md or .xlsx. End the new name with one of them.")
        )
    sheets = read_tables(content, name)
    return as_xlsx(sheets) if suffix == ".xlsx" else as_markdown(sheets).encode("utf-8")
