"""Notes which inspections' files were found damaged; derived, kept beside the cards of the list."""

from __future__ import annotations

import json
from dataclasses import dataclass

from inspector_app.domain.ids import InspectionId
from inspector_app.domain.wording import Sentence
from inspector_app.services.desk import Desk

_KEY = "damaged:"


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedInspection:
    """An inspection whose file could not be read, and why."""

    id: InspectionId
    reason: Sentence


def note_damage(desk: Desk, inspection: InspectionId, reason: Sentence) -> None:
    """Remember that a file is damaged, and let go of it: nothing more is written there."""
    words = {"template": reason.template, "values": {n: str(value) for n, value in reason.values.items()}}
    desk.workspace.derived.put(f"{_KEY}{inspection}", json.dumps(words, ensure_ascii=False).encode())
    desk.close_inspection(inspection)


def is_noted(desk: Desk, inspection: InspectionId) -> bool:
    """Tell whether a file was found damaged and not salvaged since."""
    return desk.workspace.derived.get(f"{_KEY}{inspection}") is not None


def noted(desk: Desk) -> list[DamagedInspection]:
    """Return the inspections found damaged, with the reason."""
    return [
        DamagedInspection(id=InspectionId(key.removeprefix(_KEY)), reason=Sentence(**json.loads(value)))
        for key, value in desk.workspace.derived.starting_with(_KEY).items()
    ]


def forget_damage(desk: Desk, inspection: InspectionId) -> None:
    """The file can be read again."""
    desk.workspace.derived.drop(f"{_KEY}{inspection}")
