"""The people of this laptop as rows: who inspects, who unlocks, whose certificate signs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from inspector_app.domain.access import Voucher
from inspector_app.domain.people import Person
from inspector_app.domain.workspace import Certificate
from inspector_app.ui.models.table import TableModel
from inspector_app.ui.states import word


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person with what the key file and the certificates say."""

    person: Person
    unlocks: bool
    certificate: Certificate | None
    voucher: Voucher = Voucher.NOBODY
    """Who has to stand by before the person gets a passphrase."""


NAME, ROLE, NUMBER, ACCESS, CERTIFICATE = range(5)


class PeopleModel(TableModel[PersonRow]):
    """Rows in the order people were entered."""

    def __init__(self) -> None:
        super().__init__()
        self._headings = (
            self.tr("Name"),
            self.tr("Role"),
            self.tr("Certificate number"),
            self.tr("Access"),
            self.tr("Signs with"),
        )

    def set_rows(self, rows: list[PersonRow]) -> None:
        self.show_rows(rows)

    def row(self, number: int) -> PersonRow:
        return self._rows[number]

    def row_of(self, person_id: str) -> int:
        """Return the row of a person, or -1."""
        return next((row for row, known in enumerate(self._rows) if known.person.id == person_id), -1)

    def cell(self, value: PersonRow, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(value, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == CERTIFICATE and value.certificate:
            return f"{value.certificate.issuer}  {value.certificate.authority_code}"
        return None

    def _text(self, row: PersonRow, column: int) -> str:
        if column == NAME:
            return row.person.name
        if column == ROLE:
            return word(row.person.role)
        if column == NUMBER:
            return row.person.certificate_number or "—"
        if column == ACCESS:
            return self.tr("own passphrase") if row.unlocks else self.tr("none")
        return self._certificate(row.certificate)

    def _certificate(self, certificate: Certificate | None) -> str:
        if certificate is None:
            return "—"
        until = f"{certificate.valid_until.astimezone():%Y-%m-%d}"
        if certificate.is_vouched_outside:
            return self.tr("until {date}, {issuer}").format(issuer=certificate.issuer, date=until)
        return self.tr("until {date}, own authority").format(date=until)
