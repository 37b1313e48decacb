"""How old the last safety copy is, and whether there is work that it does not hold."""

from __future__ import annotations

from datetime import UTC, datetime

from inspector_app.domain.errors import Problem
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.safety_copy import CopyAge, SafetyCopy
from inspector_app.services.damage import is_noted
from inspector_app.services.desk import Desk

COPIED = "safety copy made"


def copy_age(desk: Desk) -> CopyAge:
    """Return the last copy, and whether anything was entered since that it does not hold."""
    copies = desk.workspace.all(SafetyCopy)
    last = copies[-1] if copies else None
    if last is None:
        return CopyAge(last=None, has_newer_work=bool(desk.inspection_files()), age=None)
    return CopyAge(last=last, has_newer_work=_is_newer(desk, last.at), age=desk.clock.now() - last.at)


def _is_newer(desk: Desk, at: datetime) -> bool:
    latest = desk.workspace.journal.latest()
    if latest is not None and latest.what != COPIED and latest.at > at:
        return True
    return any(_inspection_is_newer(desk, inspection, at) for inspection in desk.inspection_files())


def _inspection_is_newer(desk: Desk, inspection: InspectionId, at: datetime) -> bool:
    """Ask a file for its last line, and only one that was touched since: closing alone touches it too."""
    if not desk.is_open(inspection):
        touched = datetime.fromtimestamp(desk.inspection_path(inspection).stat().st_mtime, UTC)
        if touched <= at or is_noted(desk, inspection):
            return False
    try:
        line = desk.inspection(inspection).journal.latest()
    except Problem:
        return False  # nothing can be entered there; the list says so
    return line is not None and line.at > at
