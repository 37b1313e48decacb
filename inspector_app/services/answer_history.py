"""What was answered to one question before, by whom and when: read from the history, never from memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.checklist import Answer, answer_id
from inspector_app.domain.ids import ChecklistRunId, InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One answer or remark as it was saved."""

    at: datetime
    person: str
    value: str
    """As stored; empty where the answer was taken back."""
    remark: str
    exempt: str = ""
    """Why the question was said not to apply."""


def answer_history(
    desk: Desk, inspection_id: InspectionId, run: ChecklistRunId, path: str
) -> tuple[AnswerChange, ...]:
    """Return every change of one answer, the newest first."""
    store = desk.inspection(inspection_id)
    inspection = store.get(Inspection, inspection_id)
    team = inspection.team if inspection is not None else ()
    names: dict[str, str] = {person.id: person.name for person in team}
    found: list[AnswerChange] = []
    for revision in store.history(Answer, answer_id(run, path)):
        value = revision.value
        person = names.get(revision.line.person, "")
        if isinstance(value, Answer):
            found.append(
                AnswerChange(
                    at=revision.line.at,
                    person=person,
                    value=value.value,
                    remark=value.remark,
                    exempt=value.exempt,
                )
            )
        else:
            found.append(AnswerChange(at=revision.line.at, person=person, value="", remark=""))
    return tuple(reversed(found))
