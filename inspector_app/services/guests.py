"""Who only reviews: an inspection that was handed over is read only for whoever is not of its team."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.exchange import ReceivedPackage
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.people import Person
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.storage.store import Store

REVIEWERS_WORDS = frozenset(
    {
        "remark of the review written",
        "inspection returned",
        "inspection accepted",
        "handed over",
        "receipt taken",
        "chain signed for the hand-over",
        "package taken in",
        "conflict decided",
        "checklist printed",
    }
)
"""Intentions that are open to somebody to whom an inspection was handed over."""


def guard(desk: Desk, inspection_id: InspectionId) -> Callable[[Store, str], None]:
    """Return what keeps a reviewer from changing what the team wrote."""

    def refuse(store: Store, what: str) -> None:
        if what not in REVIEWERS_WORDS and is_guest(desk, store, inspection_id):
            raise NotAllowed(
                sentence(
                    "This inspection was handed over for review and is read only here. "
                    "Write a remark, or return it to the team."
                )
            )

    return refuse


def is_guest(desk: Desk, store: Store, inspection_id: InspectionId) -> bool:
    """Tell whether an inspection came in a package and the person here is not of its team."""
    if not store.count(ReceivedPackage):
        return False
    first = next(iter(store.journal.lines_about("inspection", inspection_id)), None)
    if first is None or first.device == desk.device:
        return False
    inspection = store.get(Inspection, inspection_id)
    return inspection is None or not is_of_team(desk.person, inspection.team)


def is_of_team(person: Person, team: Sequence[Person]) -> bool:
    """Tell whether somebody is one of a team, also where another laptop entered the team.

    Each laptop gives people identities of its own; a licence number names one person everywhere.
    """
    number = person.certificate_number.strip()
    return any(
        one.id == person.id or (bool(number) and one.certificate_number.strip() == number) for one in team
    )
