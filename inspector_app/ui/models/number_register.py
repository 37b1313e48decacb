"""The number register as rows: number, state, when, by whom, for which institution, why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from inspector_app.domain.calendar import BEIJING
from inspector_app.services.number_register import NumberLine, Standing
from inspector_app.ui.models.table import VALUE, TableModel

NUMBER, STATE, TIME, PERSON, INSTITUTION, REASON = range(6)


def standing_word(standing: Standing) -> str:
    """Say how a number stands."""
    words = {
        Standing.FREE: QCoreApplication.translate("NumberRegister", "not given yet"),
        Standing.HELD: QCoreApplication.translate("NumberRegister", "reserved for a notice in work"),
        Standing.ISSUED: QCoreApplication.translate("NumberRegister", "used"),
        Standing.WITHDRAWN: QCoreApplication.translate("NumberRegister", "used, notice withdrawn"),
        Standing.VOID: QCoreApplication.translate("NumberRegister", "void"),
        Standing.ELSEWHERE: QCoreApplication.translate("NumberRegister", "given, file not here"),
    }
    return words[standing]


class NumberRegisterModel(TableModel[NumberLine]):
    """Rows in the order of the blocks and their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._headings = (
            self.tr("Number"),
            self.tr("State"),
            self.tr("Time"),
            self.tr("Person"),
            self.tr("Institution"),
            self.tr("Reason"),
        )

    def cell(self, value: NumberLine, row: int, column: int, role: int) -> object:
        if role == VALUE:
            return value
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if column == STATE:
            return standing_word(value.standing)
        if column == TIME:
            return f"{value.at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if value.at else ""
        texts = {
            NUMBER: value.printed,
            PERSON: value.person,
            INSTITUTION: value.institution,
            REASON: value.reason,
        }
        return texts[column]
