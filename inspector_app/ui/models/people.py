"""The people of this laptop as rows: who inspects, who unlocks, whose certificate signs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector_app.domain.people import Person
from inspector_app.domain.workspace import Certificate
from inspector_app.ui.states import word

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person with what the key file and the certificates say."""

    person: Person
    unlocks: bool
    certificate: Certificate | None


NAME, ROLE, NUMBER, ACCESS, CERTIFICATE = range(5)


class PeopleModel(QAbstractTableModel):
    """Rows in the order people were entered."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PersonRow] = []
        self._headers = (
            self.tr("Name"),
            self.tr("Role"),
            self.tr("Certificate number"),
            self.tr("Access"),
            self.tr("Signs with"),
        )

    def set_rows(self, rows: list[PersonRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> PersonRow:
        return self._rows[number]

    def row_of(self, person_id: str) -> int:
        """Return the row of a person, or -1."""
        ids = [row.person.id for row in self._rows]
        return ids.index(person_id) if person_id in ids else -1  # type: ignore[arg-type]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == CERTIFICATE and row.certificate:
            return f"{row.certificate.issuer}  {row.certificate.authority_code}"
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
