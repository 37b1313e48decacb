"""One word, one colour and one icon for every state, everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QIcon

from inspector_app.domain.document import DocumentState
from inspector_app.domain.exchange import ReviewState
from inspector_app.domain.finding import FindingState
from inspector_app.domain.inspection import Mode, Stage
from inspector_app.domain.institution import InstitutionKind, InstitutionLevel, Ownership
from inspector_app.domain.people import Role
from inspector_app.domain.scanned_codes import ScanMeaning
from inspector_app.domain.stock import StockStatus
from inspector_app.domain.stock_points import PaperStanding
from inspector_app.domain.suspicion import SuspicionState
from inspector_app.ui import theme
from inspector_app.ui.paper_states import PaperState


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state is shown; ``role`` is the chip's place in the style sheet."""

    source: str
    role: str
    icon: str

    @property
    def word(self) -> str:
        return QCoreApplication.translate("State", self.source)


def _mark(source: object, role: str, icon: str) -> Mark:
    # PySide's stubs call what QT_TRANSLATE_NOOP returns an object; it is its text.
    return Mark(str(source), f"chip-{role}" if role else "chip", icon)


_MARKS: tuple[tuple[object, Mark], ...] = (
    (SuspicionState.OPEN, _mark(QT_TRANSLATE_NOOP("State", "Suspicion"), "warning", "flag")),
    (SuspicionState.CONFIRMED, _mark(QT_TRANSLATE_NOOP("State", "Became a finding"), "info", "circle-check")),
    (SuspicionState.DISMISSED, _mark(QT_TRANSLATE_NOOP("State", "Dismissed"), "", "circle-x")),
    (FindingState.TO_CONFIRM, _mark(QT_TRANSLATE_NOOP("State", "To confirm"), "warning", "circle-dashed")),
    (FindingState.CONFIRMED, _mark(QT_TRANSLATE_NOOP("State", "Confirmed"), "info", "circle-check")),
    (FindingState.NOTIFIED, _mark(QT_TRANSLATE_NOOP("State", "Notified"), "info", "mail-check")),
    (FindingState.RECTIFIED, _mark(QT_TRANSLATE_NOOP("State", "Rectified"), "success", "check")),
    (FindingState.CLOSED, _mark(QT_TRANSLATE_NOOP("State", "Closed"), "success", "archive")),
    (FindingState.WITHDRAWN, _mark(QT_TRANSLATE_NOOP("State", "Withdrawn"), "", "ban")),
    (DocumentState.DRAFT, _mark(QT_TRANSLATE_NOOP("State", "Draft"), "", "pencil")),
    (DocumentState.APPROVED, _mark(QT_TRANSLATE_NOOP("State", "Approved"), "info", "file-check")),
    (DocumentState.ISSUED, _mark(QT_TRANSLATE_NOOP("State", "Issued"), "success", "stamp")),
    (DocumentState.WITHDRAWN, _mark(QT_TRANSLATE_NOOP("State", "Withdrawn"), "", "ban")),
    (PaperState.FINISHED, _mark(QT_TRANSLATE_NOOP("State", "Finished"), "success", "circle-check")),
    (PaperState.DELIVERED, _mark(QT_TRANSLATE_NOOP("State", "Delivered"), "success", "mail-check")),
    (Stage.PREPARED, _mark(QT_TRANSLATE_NOOP("State", "Prepared"), "", "circle-dashed")),
    (Stage.VISITING, _mark(QT_TRANSLATE_NOOP("State", "On site"), "warning", "door-open")),
    (Stage.VISITED, _mark(QT_TRANSLATE_NOOP("State", "Visit closed"), "info", "clipboard-check")),
    (Stage.ISSUED, _mark(QT_TRANSLATE_NOOP("State", "Issued"), "success", "stamp")),
    (Stage.DELIVERED, _mark(QT_TRANSLATE_NOOP("State", "Delivered"), "success", "mail-check")),
    (Stage.HANDED_OVER, _mark(QT_TRANSLATE_NOOP("State", "Handed over"), "success", "send")),
    (Stage.CLOSED, _mark(QT_TRANSLATE_NOOP("State", "Closed"), "success", "archive")),
    (ReviewState.WAITING, _mark(QT_TRANSLATE_NOOP("State", "Under review"), "info", "send")),
    (ReviewState.RETURNED, _mark(QT_TRANSLATE_NOOP("State", "Returned"), "warning", "rotate-ccw")),
    (ReviewState.ACCEPTED, _mark(QT_TRANSLATE_NOOP("State", "Accepted"), "success", "circle-check")),
    (PaperStanding.MISSING, _mark(QT_TRANSLATE_NOOP("State", "Not shown"), "warning", "flag")),
    (PaperStanding.SEEN, _mark(QT_TRANSLATE_NOOP("State", "Shown"), "success", "circle-check")),
    (PaperStanding.UNNAMED, _mark(QT_TRANSLATE_NOOP("State", "No number in the ledger"), "warning", "flag")),
    (PaperStanding.UNKNOWN, _mark(QT_TRANSLATE_NOOP("State", "In no purchase"), "", "circle-help")),
    (ScanMeaning.SETTLED, _mark(QT_TRANSLATE_NOOP("State", "Settled, yet here"), "danger", "flag")),
    (ScanMeaning.NOT_PURCHASED, _mark(QT_TRANSLATE_NOOP("State", "Never bought"), "warning", "flag")),
    (ScanMeaning.BOUGHT, _mark(QT_TRANSLATE_NOOP("State", "Bought, not settled"), "success", "circle-check")),
    (ScanMeaning.OPENED, _mark(QT_TRANSLATE_NOOP("State", "Sold by the piece"), "success", "circle-check")),
    (ScanMeaning.UNKNOWN, _mark(QT_TRANSLATE_NOOP("State", "No ledger can say"), "", "circle-help")),
    (StockStatus.SURPLUS, _mark(QT_TRANSLATE_NOOP("State", "Over-billed"), "danger", "flag")),
    (StockStatus.SHORTAGE, _mark(QT_TRANSLATE_NOOP("State", "Under-billed"), "warning", "flag")),
    (StockStatus.WITHIN_TOLERANCE, _mark(QT_TRANSLATE_NOOP("State", "Agrees"), "success", "circle-check")),
    (StockStatus.UNKNOWN_FACTOR, _mark(QT_TRANSLATE_NOOP("State", "Unit unknown"), "", "circle-help")),
    (StockStatus.UNMATCHED_CODE, _mark(QT_TRANSLATE_NOOP("State", "Code unmatched"), "", "circle-help")),
    (StockStatus.NO_COUNT, _mark(QT_TRANSLATE_NOOP("State", "Not counted"), "", "circle-dashed")),
    (Stage.UNREADABLE, _mark(QT_TRANSLATE_NOOP("State", "Damaged"), "danger", "triangle-alert")),
)

_TEXTS: tuple[tuple[object, object], ...] = (
    (Mode.UNANNOUNCED, QT_TRANSLATE_NOOP("State", "Unannounced")),
    (Mode.ANNOUNCED, QT_TRANSLATE_NOOP("State", "Announced")),
    (Mode.COVERT, QT_TRANSLATE_NOOP("State", "Covert")),
    (Mode.DATA_SCREENING, QT_TRANSLATE_NOOP("State", "Data screening")),
    (InstitutionKind.HOSPITAL, QT_TRANSLATE_NOOP("State", "Hospital")),
    (InstitutionKind.COMMUNITY_CENTRE, QT_TRANSLATE_NOOP("State", "Community health centre")),
    (InstitutionKind.CLINIC, QT_TRANSLATE_NOOP("State", "Clinic")),
    (InstitutionKind.PHARMACY, QT_TRANSLATE_NOOP("State", "Pharmacy")),
    (InstitutionKind.AGENCY, QT_TRANSLATE_NOOP("State", "Insurance agency")),
    (InstitutionLevel.THIRD, QT_TRANSLATE_NOOP("State", "Third level")),
    (InstitutionLevel.SECOND, QT_TRANSLATE_NOOP("State", "Second level")),
    (InstitutionLevel.FIRST, QT_TRANSLATE_NOOP("State", "First level")),
    (InstitutionLevel.UNGRADED, QT_TRANSLATE_NOOP("State", "Ungraded")),
    (Ownership.PUBLIC, QT_TRANSLATE_NOOP("State", "Public")),
    (Ownership.PRIVATE, QT_TRANSLATE_NOOP("State", "Private")),
    (Ownership.OTHER, QT_TRANSLATE_NOOP("State", "Other")),
    (Role.INSPECTOR, QT_TRANSLATE_NOOP("State", "Inspector")),
    (Role.LEAD, QT_TRANSLATE_NOOP("State", "Team lead")),
    (Role.SECTION_HEAD, QT_TRANSLATE_NOOP("State", "Head of section")),
    (Role.DIVISION_HEAD, QT_TRANSLATE_NOOP("State", "Head of division")),
    (Role.DIRECTOR, QT_TRANSLATE_NOOP("State", "Director of the bureau")),
    (Role.EXPERT, QT_TRANSLATE_NOOP("State", "Expert")),
    (Role.SUPERVISOR, QT_TRANSLATE_NOOP("State", "Supervisor")),
    ("open_visit", QT_TRANSLATE_NOOP("State", "Open the visit")),
    ("walk", QT_TRANSLATE_NOOP("State", "Walk the wards")),
    ("confirm", QT_TRANSLATE_NOOP("State", "Decide the suspicions")),
    ("finding", QT_TRANSLATE_NOOP("State", "Record findings")),
    ("notice", QT_TRANSLATE_NOOP("State", "Write the notice")),
    ("points", QT_TRANSLATE_NOOP("State", "Settle the open points")),
    ("approve", QT_TRANSLATE_NOOP("State", "Have the notice approved")),
    ("sign", QT_TRANSLATE_NOOP("State", "Sign and issue")),
    ("deliver", QT_TRANSLATE_NOOP("State", "Deliver the notice")),
    ("done", QT_TRANSLATE_NOOP("State", "Nothing left to do")),
    ("salvage", QT_TRANSLATE_NOOP("State", "Salvage the file")),
)

# Members of different StrEnums with the same value are equal, so the type belongs to the key.
_STATES = {(type(value), value): mark for value, mark in _MARKS}
_WORDS = {(type(value), value): str(text) for value, text in _TEXTS}


def mark(value: object) -> Mark:
    """The chip of a state."""
    return _STATES[type(value), value]


def sign(value: object) -> QIcon:
    """The icon of a state in its colour."""
    found = mark(value)
    return theme.icon(found.icon, found.role.removeprefix("chip").removeprefix("-") or "neutral")


def word(value: object) -> str:
    """The word of an enumeration's member or of a next step."""
    found = _STATES.get((type(value), value))
    if found is not None:
        return found.word
    return QCoreApplication.translate("State", _WORDS[type(value), value])
