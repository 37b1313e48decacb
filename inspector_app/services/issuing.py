"""One laptop issues: of several that work on an inspection, only one lays out and issues documents."""

from __future__ import annotations

from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.safety_copy import Restoration
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk


def may_issue(desk: Desk, inspection_id: InspectionId) -> bool:
    """Tell whether this laptop issues: it began the inspection, or goes on for the one that did."""
    store = desk.inspection(inspection_id)
    inspection = store.get(Inspection, inspection_id)
    if inspection is None or inspection.issuing in ("", desk.device):
        return True
    heirs = {str(inspection.issuing)}
    for restored in sorted(store.all(Restoration), key=lambda one: one.at):
        if restored.former_device in heirs:
            heirs.add(restored.device)
    return desk.device in heirs


def refuse_elsewhere(desk: Desk, inspection_id: InspectionId) -> None:
    """Refuse to lay out or issue on a laptop that only takes part."""
    if not may_issue(desk, inspection_id):
        raise NotAllowed(
            sentence(
                "Another laptop issues the documents of this inspection, so that no number is given twice. "
                "Hand over what was entered here; the notice is made there."
            )
        )
