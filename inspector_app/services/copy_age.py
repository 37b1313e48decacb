"""How old the last safety copy is, and whether there is work that it does not hold."""

from __future__ import annotations

from datetime import UTC, datetime

from inspector_app.domain.safety_copy import CopyAge, SafetyCopy
from inspector_app.services.desk import Desk

COPIED = "safety copy made"


def copy_age(desk: Desk) -> CopyAge:
    """Return the last copy, and whether anything was entered since that it does not hold.

    Of files that are closed the system's time of the last change is asked: opening them all would take
    longer than the status line may.
    """
    copies = desk.workspace.all(SafetyCopy)
    last = copies[-1] if copies else None
    if last is None:
        return CopyAge(last=None, has_newer_work=bool(desk.inspection_files()), age=None)
    return CopyAge(last=last, has_newer_work=_is_newer(desk, last.at), age=desk.clock.now() - last.at)


def _is_newer(desk: Desk, at: datetime) -> bool:
    latest = desk.workspace.journal.latest()
    if latest is not None and latest.what != COPIED and latest.at > at:
        return True
    for inspection in desk.inspection_files():
        if desk.is_open(inspection):
            line = desk.inspection(inspection).journal.latest()
            if line is not None and line.at > at:
                return True
        else:
            changed = desk.inspection_path(inspection).stat().st_mtime
            if datetime.fromtimestamp(changed, UTC) > at:
                return True
    return False
