"""What is known of the selected bed, for the panel at the right; masked like the rows."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.headcount import BedRow
from inspector_app.domain.masking import mask_name, mask_number
from inspector_app.domain.roster import RosterField
from inspector_app.ui.bed_words import field_word, note_word, status_word
from inspector_app.ui.widgets.identity_keys import IdentityKeys
from inspector_app.ui.widgets.marks import label


class BedDetails(QWidget):
    """The list's entry and what was seen, side by side in words; how the person was identified as keys."""

    identified = Signal(object)
    """A tuple of ``IdentityCheck``: the ways as they are now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        self.title = label("", "subtitle", wrap=True)
        layout.addWidget(self.title)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addLayout(self._form)
        self.identity_caption = label(self.tr("Identified by (key I)"), "caption")
        self.identity = IdentityKeys(3, with_keys=False)
        self.identity.changed.connect(self.identified)
        layout.addSpacing(8)
        layout.addWidget(self.identity_caption)
        layout.addWidget(self.identity)
        layout.addStretch()
        self._row: BedRow | None = None
        self._revealed = False

    def show_row(self, row: BedRow | None, *, revealed: bool = False) -> None:
        if row == self._row and revealed == self._revealed:
            return
        self._row, self._revealed = row, revealed
        looked = row is not None and row.check is not None
        self.identity_caption.setVisible(looked)
        self.identity.setVisible(looked)
        self.identity.show_ways(row.check.identified_by if row is not None and row.check is not None else ())
        while self._form.rowCount():
            self._form.removeRow(0)
        if row is None:
            self.title.setText("")
            return
        name = row.name if revealed else mask_name(row.name)
        self.title.setText(f"{row.ward} · {row.bed} · {name}")
        if row.check is not None:
            self._add(self.tr("Seen"), status_word(row.check.status))
            self._add(self.tr("At"), moment_text(row.check.checked_at))
            self._add(self.tr("Note"), row.check.note)
        if row.earlier is not None:
            self._add(self.tr("Pass before"), status_word(row.earlier.status))
        if row.listed is None:
            self._add(self.tr("List"), self.tr("not on the list"))
            return
        entry = row.listed.entry
        self._add(self.tr("List of"), moment_text(row.listed.exported_at))
        if row.list_is_later:
            self._add("", self.tr("The list was made after the walk: it proves less."), "warning")
        number = entry.id_number if revealed else mask_number(entry.id_number)
        hospital = entry.hospital_number if revealed else mask_number(entry.hospital_number)
        admitted = moment_text(entry.admitted_at) if entry.admitted_at else entry.admitted_text
        if row.exceeds_leave:
            self._add("", self.tr("More leave than the region allows: it becomes a suspicion."), "error")
        for field, text in (
            (RosterField.SEX, " ".join((entry.sex, entry.age)).strip()),
            (RosterField.ID_NUMBER, number),
            (RosterField.HOSPITAL_NUMBER, hospital),
            (RosterField.ADMITTED_AT, admitted),
            (RosterField.DIAGNOSIS, entry.diagnosis),
            (RosterField.DOCTOR, entry.doctor),
            (RosterField.INSURANCE, entry.insurance),
            (RosterField.ADDRESS, entry.address if revealed else entry.address[:6]),
            (RosterField.LEAVE_TIMES, "" if entry.leave_times is None else str(entry.leave_times)),
            (RosterField.LEAVE_DAYS, "" if entry.leave_days is None else str(entry.leave_days)),
            (RosterField.LEAVE_NOTE, entry.leave_note),
        ):
            self._add(field_word(field), text)
        self._add(self.tr("Doubts"), "；".join(note_word(note) for note in entry.notes))

    def _add(self, caption: str, text: str, role: str = "") -> None:
        if text:
            value = label(text, role, wrap=True)
            self._form.addRow(label(caption, "caption"), value)


def moment_text(moment: datetime) -> str:
    """A time as people here write it, in the laptop's own time zone."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"
