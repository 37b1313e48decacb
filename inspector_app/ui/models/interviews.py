"""Interviews of an inspection as rows: person, role, session and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.record import Interview
from inspector_app.ui.interview_words import role_word
from inspector_app.ui.models.table import VALUE, TableModel

__all__ = ["VALUE", "InterviewsModel"]


class InterviewsModel(TableModel[Interview]):
    """Columns: person with role and session, state."""

    PERSON, STATE = range(2)

    def row_of(self, interview_id: str) -> int:
        return next((row for row, known in enumerate(self._rows) if known.id == interview_id), -1)

    def cell(self, value: Interview, row: int, column: int, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column == self.PERSON:
            return f"{value.person.name}  {role_word(value.role)} · {value.session}"
        if value.ended_at is not None:
            return value.ended_at.astimezone(BEIJING).strftime("%H:%M")
        answered = sum(bool(one.answer) for one in value.exchanges)
        return f"{answered} / {len(value.exchanges)}"
