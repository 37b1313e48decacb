"""How the things that a search finds are named, grouped and marked."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.finding import FindingState
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.search import Hit, HitKind
from inspector_app.ui.bed_words import status_word
from inspector_app.ui.states import word

_HEADINGS: dict[HitKind, object] = {
    HitKind.INSTITUTION: QT_TRANSLATE_NOOP("Search", "Institutions"),
    HitKind.PATIENT: QT_TRANSLATE_NOOP("Search", "Patients"),
    HitKind.STAFF: QT_TRANSLATE_NOOP("Search", "Staff of institutions"),
    HitKind.INSPECTOR: QT_TRANSLATE_NOOP("Search", "Inspectors"),
    HitKind.BED: QT_TRANSLATE_NOOP("Search", "Beds"),
    HitKind.EVIDENCE: QT_TRANSLATE_NOOP("Search", "Evidence"),
    HitKind.FINDING: QT_TRANSLATE_NOOP("Search", "Findings"),
    HitKind.DOCUMENT: QT_TRANSLATE_NOOP("Search", "Documents"),
    HitKind.ANSWER: QT_TRANSLATE_NOOP("Search", "Checklist remarks"),
    HitKind.INTERVIEW: QT_TRANSLATE_NOOP("Search", "Answers in interviews"),
    HitKind.CLAUSE: QT_TRANSLATE_NOOP("Search", "Clauses"),
}
_ICONS = {
    HitKind.INSTITUTION: "building-2",
    HitKind.PATIENT: "user",
    HitKind.STAFF: "user",
    HitKind.INSPECTOR: "users",
    HitKind.BED: "bed-double",
    HitKind.EVIDENCE: "camera",
    HitKind.FINDING: "flag",
    HitKind.DOCUMENT: "file-text",
    HitKind.ANSWER: "clipboard-check",
    HitKind.INTERVIEW: "users",
    HitKind.CLAUSE: "scale",
}


def kind_word(kind: HitKind) -> str:
    """The heading above hits of a kind."""
    return QCoreApplication.translate("Search", str(_HEADINGS[kind]))


def heading(kind: HitKind, shown: int, count: int) -> str:
    """The heading with how many there are, and how many of them are shown where not all are."""
    amount = str(count) if shown >= count else f"{shown} / {count}"
    return f"{kind_word(kind)}  {amount}"


def icon_of(kind: HitKind) -> str:
    return _ICONS[kind]


def where(hit: Hit) -> str:
    """What stands beside a hit: its state and its institution."""
    state = ""
    if hit.word and hit.kind is HitKind.FINDING:
        state = word(FindingState(hit.word))
    elif hit.word and hit.kind in (HitKind.BED, HitKind.PATIENT):
        state = status_word(BedStatus(hit.word))
    institution = hit.institution if hit.kind is not HitKind.INSTITUTION else ""
    return "  ·  ".join(part for part in (state, institution) if part)
