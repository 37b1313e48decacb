"""The people of this laptop as rows: who inspects, who unlocks, whose certificate signs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import Qt

from inspector_app.domain.access import PassphraseWay, Standing, Voucher
from inspector_app.domain.calendar import BEIJING, official_day
from inspector_app.domain.people import Person
from inspector_app.domain.workspace import Certificate
from inspector_app.ui import theme
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
    standing: Standing = field(default_factory=Standing)
    giver: str = ""
    """Name of who set the passphrase that the person has."""
    is_here: bool = False
    """The person has unlocked the desk now."""
    today: date | None = None


SOON = timedelta(days=60)
"""So long before its end a certificate is warned of: a new one takes weeks to get."""

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
            told = self._text(value, column)
            return f"{told}\n{value.certificate.issuer}  {value.certificate.authority_code}"
        if role == Qt.ItemDataRole.ToolTipRole and column == ACCESS:
            return self._access(value)
        if role == Qt.ItemDataRole.DecorationRole and column == NAME and value.is_here:
            return theme.icon("user", "accent")
        if role == Qt.ItemDataRole.DecorationRole and column == CERTIFICATE and _ends_soon(value):
            return theme.icon("triangle-alert", "warning")
        return None

    def _access(self, row: PersonRow) -> str:
        """Say whose the passphrase is: how independent the person is as a second one."""
        given = row.standing.given
        if not row.unlocks:
            return self.tr("no passphrase yet")
        if row.standing.changed_at is not None:
            return self.tr("own, changed {date}").format(date=official_day(row.standing.changed_at))
        if given is None:
            return self.tr("own passphrase")
        if given.way is not PassphraseWay.PERSON:
            return self.tr("set by recovery key, {date}").format(date=official_day(given.at))
        return self.tr("set by {name}, {date}").format(name=row.giver, date=official_day(given.at))

    def _text(self, row: PersonRow, column: int) -> str:
        if column == NAME:
            return (
                self.tr("{name} (here now)").format(name=row.person.name) if row.is_here else row.person.name
            )
        if column == ROLE:
            return word(row.person.role)
        if column == NUMBER:
            return row.person.certificate_number or "—"
        if column == ACCESS:
            return self._access(row)
        text = self._certificate(row.certificate)
        return self.tr("{text}, ends soon").format(text=text) if _ends_soon(row) else text

    def _certificate(self, certificate: Certificate | None) -> str:
        if certificate is None:
            return "—"
        until = f"{certificate.valid_until.astimezone(BEIJING):%Y-%m-%d}"
        if certificate.token:
            return self.tr("until {date}, {issuer}, on the token {token}").format(
                issuer=certificate.issuer, date=until, token=certificate.token
            )
        if certificate.is_vouched_outside:
            return self.tr("until {date}, {issuer}").format(issuer=certificate.issuer, date=until)
        return self.tr("until {date}, own authority").format(date=until)


def _ends_soon(row: PersonRow) -> bool:
    certificate = row.certificate
    return (
        certificate is not None
        and row.today is not None
        and official_day(certificate.valid_until) - row.today <= SOON
    )
