"""A checklist's table tried out in a throw-away workspace, in an inspection that nobody makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.checklists.tables import LARGEST
from inspector_app.domain.ids import InspectionId
from inspector_app.services import fiction
from inspector_app.services.checklist_check import beside
from inspector_app.system.chosen_files import read_chosen

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities


def preview_file(activities: Activities, path: Path) -> InspectionId:
    """Begin the checklist in an invented inspection; the workspace goes away with the window."""
    content = read_chosen(path, LARGEST)
    (name, certificate), _ = fiction.INSPECTORS
    person = activities.workspace.create(
        bureau=fiction.BUREAU, name=name, certificate_number=certificate, passphrase=fiction.PASSPHRASE
    )
    activities.workspace.make_recovery_key()
    institution = activities.inspections.new_institution(path.stem)
    inspection = activities.inspections.open(institution, bureau=fiction.BUREAU, team=(person,))
    form = activities.checklists.import_form(content, path.name, beside(path, content))
    activities.checklists.start(inspection.id, form.id)
    return inspection.id
