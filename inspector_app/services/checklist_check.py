"""A checklist's table is checked where it lies, without a workspace."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from inspector_app.checklists.checking import faults
from inspector_app.checklists.compile import LARGEST, compile_xlsform
from inspector_app.checklists.files import files_needed
from inspector_app.domain.errors import Problem
from inspector_app.domain.wording import Sentence
from inspector_app.system.chosen_files import read_chosen


def check_file(path: Path) -> tuple[Sentence, ...]:
    """Return what is wrong with a table and the files beside it; nothing where it can be imported."""
    content = read_chosen(path, LARGEST)
    return faults(content, path.name, beside(path, content))


def beside(path: Path, content: bytes) -> dict[str, bytes]:
    """Read the files a table asks for from its own folder, and from nowhere else."""
    try:
        needed = files_needed(compile_xlsform(content, path.name))
    except Problem:
        return {}
    plain = [name for name in needed if PurePosixPath(name).name == name and "\\" not in name]
    return {
        name: read_chosen(path.parent / name, LARGEST) for name in plain if (path.parent / name).is_file()
    }
