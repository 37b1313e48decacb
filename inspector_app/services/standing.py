"""How things stand right now, for the status line: who, saved when, chain, room left."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.chain import NOTHING, code_of
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.people import Person
from inspector_app.domain.safety_copy import CopyAge
from inspector_app.services.copy_age import copy_age
from inspector_app.services.desk import Desk

PHOTOGRAPH_BYTES = 4 * 1024 * 1024
"""What a photograph of a present-day camera takes, with its place in the file; rounded up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One reading; ``chain_code`` is empty outside an inspection."""

    person: Person
    saved_at: datetime | None
    chain_code: str
    photographs_left: int
    copy_age: CopyAge


def standing(desk: Desk, inspection: InspectionId | None) -> Standing:
    """Read how things stand, in an inspection or at the desk as a whole."""
    store = desk.inspection(inspection) if inspection else desk.workspace
    own = store.journal.last(desk.device)
    return Standing(
        person=desk.person,
        saved_at=desk.last_saved_at(),
        chain_code=code_of(own.hash if own else NOTHING) if inspection else "",
        photographs_left=shutil.disk_usage(desk.folder).free // PHOTOGRAPH_BYTES,
        copy_age=copy_age(desk),
    )
