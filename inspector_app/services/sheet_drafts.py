"""A ward sheet that is being typed back, kept line by line until it is taken: no key typed is lost.

It is no look at a bed yet: it stands outside the journal and goes when the sheet is taken.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.ids import InspectionId
from inspector_app.services.desk import Desk
from inspector_app.storage.kinds import from_plain, to_plain

_KEY = "sheet:"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line as it was typed; ``listed`` is the key of the person on the list, empty without one."""

    bed: str
    name: str
    listed: str = ""
    status: BedStatus | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDraft:
    """The lines that say something, and the time on the sheet."""

    walked_at: datetime
    lines: tuple[SheetLine, ...]


def keep(desk: Desk, inspection: InspectionId, ward: str, pass_number: int, draft: SheetDraft) -> None:
    store = desk.inspection(inspection)
    store.derived.put(_name(ward, pass_number), json.dumps(to_plain(draft), ensure_ascii=False).encode())


def kept(desk: Desk, inspection: InspectionId, ward: str, pass_number: int) -> SheetDraft | None:
    found = desk.inspection(inspection).derived.get(_name(ward, pass_number))
    return from_plain(SheetDraft, json.loads(found)) if found is not None else None


def forget(desk: Desk, inspection: InspectionId, ward: str, pass_number: int) -> None:
    store = desk.inspection(inspection)
    if store.derived.get(_name(ward, pass_number)) is not None:
        store.derived.drop(_name(ward, pass_number))


def _name(ward: str, pass_number: int) -> str:
    return f"{_KEY}{pass_number}:{ward}"
