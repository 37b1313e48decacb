"""The words of the headcount: what each status, ground and note is called, long and on a small key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.headcount import STATUS_KEYS, BedStatus, IdentityCheck
from inspector_app.domain.matching import MatchGround
from inspector_app.domain.roster import EntryNote, PlainLine, QuarantineReason, RosterField

KEY_OF = {status: key for key, status in STATUS_KEYS.items()}


@dataclass(frozen=True, slots=True)
class _StatusWords:
    """What a status is called: in full, on a wide key, on a narrow one; and its colour."""

    full: object
    wide: object
    narrow: object
    shade: str


_STATUS: dict[BedStatus, _StatusWords] = {
    BedStatus.IN_BED: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "In bed"),
        QT_TRANSLATE_NOOP("Bed", "in bed"),
        QT_TRANSLATE_NOOP("Bed", "in"),
        "success",
    ),
    BedStatus.LEAVE_WITH_SLIP: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "On leave with slip"),
        QT_TRANSLATE_NOOP("Bed", "with slip"),
        QT_TRANSLATE_NOOP("Bed", "slip"),
        "warning",
    ),
    BedStatus.LEAVE_WITHOUT_SLIP: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "On leave without slip"),
        QT_TRANSLATE_NOOP("Bed", "no slip"),
        QT_TRANSLATE_NOOP("Bed", "no slip"),
        "danger",
    ),
    BedStatus.LEAVE_OVERDUE: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Leave overdue"),
        QT_TRANSLATE_NOOP("Bed", "overdue"),
        QT_TRANSLATE_NOOP("Bed", "late"),
        "danger",
    ),
    BedStatus.OUT_FOR_EXAMINATION: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Out for examination, verified"),
        QT_TRANSLATE_NOOP("Bed", "examined"),
        QT_TRANSLATE_NOOP("Bed", "exam"),
        "info",
    ),
    BedStatus.TRANSFERRED: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Moved to another ward"),
        QT_TRANSLATE_NOOP("Bed", "moved"),
        QT_TRANSLATE_NOOP("Bed", "moved"),
        "info",
    ),
    BedStatus.DISCHARGED_UNSETTLED: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Discharged, not settled"),
        QT_TRANSLATE_NOOP("Bed", "discharged"),
        QT_TRANSLATE_NOOP("Bed", "left"),
        "info",
    ),
    BedStatus.NOT_FOUND: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "No such person"),
        QT_TRANSLATE_NOOP("Bed", "not found"),
        QT_TRANSLATE_NOOP("Bed", "none"),
        "danger",
    ),
    BedStatus.SHARED_BED: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Shares the bed"),
        QT_TRANSLATE_NOOP("Bed", "shared bed"),
        QT_TRANSLATE_NOOP("Bed", "shared"),
        "danger",
    ),
    BedStatus.IMPERSONATED: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Somebody else in the name"),
        QT_TRANSLATE_NOOP("Bed", "impostor"),
        QT_TRANSLATE_NOOP("Bed", "false"),
        "danger",
    ),
    BedStatus.EMPTY_BED: _StatusWords(
        QT_TRANSLATE_NOOP("Bed", "Empty bed"),
        QT_TRANSLATE_NOOP("Bed", "empty bed"),
        QT_TRANSLATE_NOOP("Bed", "empty"),
        "neutral",
    ),
}
_IDENTITY: dict[IdentityCheck, object] = {
    IdentityCheck.IDENTITY_CARD: QT_TRANSLATE_NOOP("Bed", "ID card"),
    IdentityCheck.WRISTBAND: QT_TRANSLATE_NOOP("Bed", "wristband"),
    IdentityCheck.BED_CARD: QT_TRANSLATE_NOOP("Bed", "bed card"),
    IdentityCheck.FACE: QT_TRANSLATE_NOOP("Bed", "face"),
    IdentityCheck.ASKED: QT_TRANSLATE_NOOP("Bed", "asked"),
}
_GROUNDS: dict[MatchGround, object] = {
    MatchGround.BED_AND_NAME: QT_TRANSLATE_NOOP("Bed", "same bed, same name"),
    MatchGround.BED_AND_SURNAME: QT_TRANSLATE_NOOP("Bed", "same bed, name agrees as far as it was read"),
    MatchGround.BED_NAME_NOT_TAKEN: QT_TRANSLATE_NOOP("Bed", "same bed, no name was taken"),
    MatchGround.NAME_SAME_WARD: QT_TRANSLATE_NOOP("Bed", "same name in this ward, another bed"),
    MatchGround.BED_OTHER_NAME: QT_TRANSLATE_NOOP("Bed", "same bed, another name"),
    MatchGround.NAME_OTHER_WARD: QT_TRANSLATE_NOOP("Bed", "same name in another ward"),
}
_FIELDS: dict[RosterField, object] = {
    RosterField.WARD: QT_TRANSLATE_NOOP("Bed", "Ward"),
    RosterField.BED: QT_TRANSLATE_NOOP("Bed", "Bed"),
    RosterField.NAME: QT_TRANSLATE_NOOP("Bed", "Name"),
    RosterField.SEX: QT_TRANSLATE_NOOP("Bed", "Sex"),
    RosterField.AGE: QT_TRANSLATE_NOOP("Bed", "Age"),
    RosterField.ID_NUMBER: QT_TRANSLATE_NOOP("Bed", "Identity number"),
    RosterField.HOSPITAL_NUMBER: QT_TRANSLATE_NOOP("Bed", "Hospital number"),
    RosterField.ADMITTED_AT: QT_TRANSLATE_NOOP("Bed", "Admitted"),
    RosterField.DIAGNOSIS: QT_TRANSLATE_NOOP("Bed", "Diagnosis"),
    RosterField.DOCTOR: QT_TRANSLATE_NOOP("Bed", "Doctor"),
    RosterField.ADDRESS: QT_TRANSLATE_NOOP("Bed", "Address"),
    RosterField.INSURANCE: QT_TRANSLATE_NOOP("Bed", "Insurance"),
    RosterField.LEAVE_TIMES: QT_TRANSLATE_NOOP("Bed", "Leaves (times)"),
    RosterField.LEAVE_DAYS: QT_TRANSLATE_NOOP("Bed", "Leaves (days)"),
    RosterField.LEAVE_NOTE: QT_TRANSLATE_NOOP("Bed", "Leave, other"),
}
_QUARANTINE: dict[QuarantineReason, object] = {
    QuarantineReason.NO_NAME: QT_TRANSLATE_NOOP("Bed", "no name"),
    QuarantineReason.SHIFTED: QT_TRANSLATE_NOOP(
        "Bed", "the name's column holds no name: cells may be shifted"
    ),
    QuarantineReason.REPEATED: QT_TRANSLATE_NOOP("Bed", "repeats an earlier line"),
}
_LINES: dict[PlainLine, object] = {
    PlainLine.BANNER: QT_TRANSLATE_NOOP("Bed", "title lines"),
    PlainLine.HEADER: QT_TRANSLATE_NOOP("Bed", "header lines"),
    PlainLine.REPEATED_HEADER: QT_TRANSLATE_NOOP("Bed", "repeated headers"),
    PlainLine.BLANK: QT_TRANSLATE_NOOP("Bed", "blank lines"),
    PlainLine.SUBTOTAL: QT_TRANSLATE_NOOP("Bed", "totals"),
    PlainLine.WARD_LINE: QT_TRANSLATE_NOOP("Bed", "ward headings"),
    PlainLine.FOOTER: QT_TRANSLATE_NOOP("Bed", "closing lines"),
}
_NOTES: dict[EntryNote, object] = {
    EntryNote.NO_BED: QT_TRANSLATE_NOOP("Bed", "no bed"),
    EntryNote.NO_WARD: QT_TRANSLATE_NOOP("Bed", "no ward"),
    EntryNote.WARD_FILLED_DOWN: QT_TRANSLATE_NOOP("Bed", "ward taken from the line above"),
    EntryNote.ID_DIGITS_LOST: QT_TRANSLATE_NOOP("Bed", "the spreadsheet lost digits of the identity number"),
    EntryNote.ID_CHECK_DIGIT: QT_TRANSLATE_NOOP("Bed", "the identity number's check digit is wrong"),
    EntryNote.ADMISSION_UNREADABLE: QT_TRANSLATE_NOOP("Bed", "the day of admission cannot be read"),
    EntryNote.LEAVE_UNREADABLE: QT_TRANSLATE_NOOP("Bed", "the leave cannot be read"),
}


def _word(source: object) -> str:
    return QCoreApplication.translate("Bed", str(source))


def status_word(status: BedStatus) -> str:
    """The status in full."""
    return _word(_STATUS[status].full)


def status_labels(status: BedStatus) -> tuple[str, str]:
    """The status as it fits on a wide key and on a narrow one."""
    words = _STATUS[status]
    return _word(words.wide), _word(words.narrow)


def status_shade(status: BedStatus) -> str:
    """The colour token of the status; the word says the same without colour."""
    return _STATUS[status].shade


def identity_word(way: IdentityCheck) -> str:
    """How a person was identified."""
    return _word(_IDENTITY[way])


def ground_word(ground: MatchGround) -> str:
    return _word(_GROUNDS[ground])


def field_word(field: RosterField) -> str:
    return _word(_FIELDS[field])


def quarantine_word(reason: QuarantineReason) -> str:
    return _word(_QUARANTINE[reason])


def line_word(kind: PlainLine) -> str:
    return _word(_LINES[kind])


def note_word(note: EntryNote) -> str:
    return _word(_NOTES[note])
