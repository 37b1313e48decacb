"""The invented inspection in three states for pictures: on site, brought to its end, on the lead's laptop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.ids import PersonId
from inspector_app.services import demonstration_papers as papers
from inspector_app.services import fiction
from inspector_app.services.demonstration import Demonstration
from inspector_app.services.demonstration_exchange import ExchangeDemonstration

if TYPE_CHECKING:
    from inspector_app.domain.ids import DocumentId, InspectionId
    from inspector_app.domain.people import Person
    from inspector_app.services.activities import Activities


class DemonstrationScenery:
    """Fills two workspaces below one folder, silently."""

    def __init__(self, folder: Path, build: Callable[[Path], Activities]) -> None:
        self.workspace = folder / "workspace"
        self._lead = folder / "lead"
        self._folder = folder
        self._build = build
        self._team: tuple[Person, ...] = ()
        self._draft: DocumentId | None = None

    def build(self) -> Activities:
        return self._build(self.workspace)

    def build_review(self) -> Activities:
        return self._build(self._lead)

    def prepare(self, activities: Activities) -> InspectionId:
        """On site: walked, photographed, an interview and the record begun, the notice drafted."""
        demonstration = self._demonstration(activities)
        self._team = demonstration.set_up()
        inspection = demonstration.visit(self._team)
        papers.begin_interview(activities, inspection)
        activities.records.open(inspection)
        self._draft = demonstration.draft(inspection)
        return inspection

    def finish(self, activities: Activities, inspection: InspectionId) -> None:
        """At its end: papers closed, notice issued and delivered, handed over and taken back."""
        demonstration, out = self._demonstration(activities), self._folder / "out"
        demonstration.leave(inspection)
        demonstration.notice(inspection, self._team, out, self._draft)
        demonstration.hand_out(inspection, out)
        lead = self.build_review()
        try:
            ExchangeDemonstration(activities, lead, out, _say_nothing).go(inspection)
        finally:
            lead.workspace.lock()

    def review(self, activities: Activities) -> None:
        """Unlock the lead's laptop."""
        (slot,) = activities.workspace.people_who_unlock()
        activities.workspace.unlock(PersonId(slot.id), fiction.PASSPHRASE)

    def _demonstration(self, activities: Activities) -> Demonstration:
        return Demonstration(activities, self._folder, _say_nothing)


def _say_nothing(_line: str) -> None:
    """Pictures tell nothing."""
