"""What a row of the walk says of its person in one line, the most telling thing first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from inspector_app.domain.headcount import BedRow
from inspector_app.domain.headcount_suspicions import stay_days
from inspector_app.domain.masking import mask_number
from inspector_app.ui.bed_words import identity_word, status_word


def about_person(row: BedRow) -> str:
    """Sex and age as the list has them."""
    return " ".join((row.listed.entry.sex, row.listed.entry.age)).strip() if row.listed else ""


def remark(row: BedRow, *, revealed: bool, about: str = "") -> tuple[str, str]:
    """The line under the name and the token of its colour; ``about`` fits nowhere else."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    shade = "muted"
    if row.check is not None and row.check.unknown_person and row.listed is None:
        parts.append(translate("BedRemark", "not on the list"))
        shade = "warning"
    if row.proposed:
        parts.append(translate("BedRemark", "may be on the list"))
        shade = "warning"
    if row.exceeds_leave:
        parts.append(translate("BedRemark", "too much leave"))
        shade = "danger"
    if row.shares_bed:
        parts.append(translate("BedRemark", "bed shared"))
        shade = "danger"
    if row.list_is_later:
        parts.append(translate("BedRemark", "list is later than the walk"))
    if row.earlier is not None:
        parts.append(
            translate("BedRemark", "before: {status}").format(status=status_word(row.earlier.status))
        )
    if row.check is not None:
        parts.append(row.check.note)
    parts.append(about)
    if row.check is not None:
        parts.append("、".join(identity_word(way) for way in row.check.identified_by))
    if row.listed is not None:
        entry = row.listed.entry
        days = stay_days(entry, row.listed.exported_at)
        number = entry.hospital_number or entry.id_number
        if days is not None:
            parts.append(translate("BedRemark", "day {count}").format(count=days))
        parts.append(entry.diagnosis)
        parts.append(number if revealed else mask_number(number))
    return " · ".join(part for part in parts if part), shade
