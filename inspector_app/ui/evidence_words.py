"""The words of evidence: its kinds, how it came, why it is no original, what it can prove."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.evidence import Evidence, EvidenceType, IntakeWay, NotOriginal, TargetKind

TYPES: dict[EvidenceType, Any] = {
    EvidenceType.DOCUMENTARY: QT_TRANSLATE_NOOP("Evidence", "Documentary evidence"),
    EvidenceType.PHYSICAL: QT_TRANSLATE_NOOP("Evidence", "Physical evidence"),
    EvidenceType.AUDIOVISUAL: QT_TRANSLATE_NOOP("Evidence", "Audio-visual material"),
    EvidenceType.ELECTRONIC: QT_TRANSLATE_NOOP("Evidence", "Electronic data"),
    EvidenceType.TESTIMONY: QT_TRANSLATE_NOOP("Evidence", "Witness testimony"),
    EvidenceType.PARTY_STATEMENT: QT_TRANSLATE_NOOP("Evidence", "Statement of the party"),
    EvidenceType.EXPERT_OPINION: QT_TRANSLATE_NOOP("Evidence", "Expert opinion"),
    EvidenceType.SITE_RECORD: QT_TRANSLATE_NOOP("Evidence", "Record of inspection on site"),
}
_WAYS: dict[IntakeWay, Any] = {
    IntakeWay.CAMERA: QT_TRANSLATE_NOOP("Evidence", "Taken with this program's camera"),
    IntakeWay.FILE: QT_TRANSLATE_NOOP("Evidence", "File"),
    IntakeWay.DROP: QT_TRANSLATE_NOOP("Evidence", "File, dropped"),
    IntakeWay.PASTE: QT_TRANSLATE_NOOP("Evidence", "Pasted"),
    IntakeWay.SCAN: QT_TRANSLATE_NOOP("Evidence", "Scanned"),
    IntakeWay.REGISTERED: QT_TRANSLATE_NOOP("Evidence", "Registered by its hash; kept elsewhere"),
    IntakeWay.IMPORT: QT_TRANSLATE_NOOP("Evidence", "Source file of an import"),
    IntakeWay.COMPUTED: QT_TRANSLATE_NOOP("Evidence", "Drawn by this program from figures"),
}
_REASONS: dict[NotOriginal, Any] = {
    NotOriginal.NO_EXIF: QT_TRANSLATE_NOOP("Evidence", "the file carries no camera data (EXIF)"),
    NotOriginal.CHAT_PROGRAM: QT_TRANSLATE_NOOP("Evidence", "it came through a chat program"),
    NotOriginal.SCREENSHOT: QT_TRANSLATE_NOOP("Evidence", "it is a screenshot"),
    NotOriginal.EDITED: QT_TRANSLATE_NOOP("Evidence", "a picture editor wrote it"),
    NotOriginal.RESIZED: QT_TRANSLATE_NOOP("Evidence", "its size is not the one the camera wrote"),
    NotOriginal.CLIPBOARD: QT_TRANSLATE_NOOP("Evidence", "it was pasted from the clipboard"),
    NotOriginal.DRAWN: QT_TRANSLATE_NOOP("Evidence", "it is a drawn test picture, no photograph"),
    NotOriginal.COMPUTED: QT_TRANSLATE_NOOP("Evidence", "this program drew it from figures"),
}
_TARGETS: dict[TargetKind, Any] = {
    TargetKind.BED_CHECK: QT_TRANSLATE_NOOP("Evidence", "Bed"),
    TargetKind.ANSWER: QT_TRANSLATE_NOOP("Evidence", "Answer"),
    TargetKind.FINDING: QT_TRANSLATE_NOOP("Evidence", "Finding"),
    TargetKind.SUSPICION: QT_TRANSLATE_NOOP("Evidence", "Suspicion"),
    TargetKind.DOCUMENT: QT_TRANSLATE_NOOP("Evidence", "Document"),
    TargetKind.ROSTER: QT_TRANSLATE_NOOP("Evidence", "Roster"),
    TargetKind.LEDGER: QT_TRANSLATE_NOOP("Evidence", "Ledger"),
    TargetKind.VISIT: QT_TRANSLATE_NOOP("Evidence", "Visit"),
    TargetKind.EVIDENCE: QT_TRANSLATE_NOOP("Evidence", "Evidence"),
}
PLACES = {
    TargetKind.BED_CHECK: "wards",
    TargetKind.ANSWER: "checklists",
    TargetKind.FINDING: "findings",
    TargetKind.SUSPICION: "findings",
    TargetKind.DOCUMENT: "documents",
    TargetKind.ROSTER: "wards",
    TargetKind.LEDGER: "stock",
    TargetKind.VISIT: "overview",
    TargetKind.EVIDENCE: "evidence",
}
"""Where a link to a target leads."""


def _said(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)


def type_word(kind: EvidenceType) -> str:
    return _said(TYPES[kind])


def way_word(way: IntakeWay) -> str:
    return _said(_WAYS[way])


def target_word(kind: TargetKind) -> str:
    return _said(_TARGETS[kind])


def why_not_original(evidence: Evidence) -> str:
    """The reason in words; empty for an original."""
    if evidence.is_original:
        return ""
    code, _, detail = evidence.not_original_reason.partition(":")
    known = {str(reason): text for reason, text in _REASONS.items()}
    return _said(known.get(code, code)) + (f" ({detail})" if detail else "")


def when(moment: datetime) -> str:
    """A time by Beijing time, to the second."""
    return f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"


def short_time(evidence: Evidence) -> str:
    """When the camera took it, else when it came in; for a tile, to the minute."""
    moment = evidence.captured_at or evidence.taken_in_at
    return f"{moment.astimezone(BEIJING):%m-%d %H:%M}"


def size_word(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def heading(evidence: Evidence) -> str:
    """What stands under a picture: the number and the caption, or the name it came with."""
    return f"{evidence.number}  {evidence.caption or evidence.original_name}"
