"""What the journal's stable words mean for people."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.journal import Line

WORDS = (
    QT_TRANSLATE_NOOP("Intention", "answer undone"),
    QT_TRANSLATE_NOOP("Intention", "bed check undone"),
    QT_TRANSLATE_NOOP("Intention", "bed checked"),
    QT_TRANSLATE_NOOP("Intention", "bed corrected"),
    QT_TRANSLATE_NOOP("Intention", "bed noted"),
    QT_TRANSLATE_NOOP("Intention", "bureau renamed"),
    QT_TRANSLATE_NOOP("Intention", "certificate imported"),
    QT_TRANSLATE_NOOP("Intention", "certificate made"),
    QT_TRANSLATE_NOOP("Intention", "certificates shown"),
    QT_TRANSLATE_NOOP("Intention", "certification withdrawn"),
    QT_TRANSLATE_NOOP("Intention", "checklist started"),
    QT_TRANSLATE_NOOP("Intention", "checklist taken in"),
    QT_TRANSLATE_NOOP("Intention", "citation withdrawn"),
    QT_TRANSLATE_NOOP("Intention", "clock compared"),
    QT_TRANSLATE_NOOP("Intention", "clock jumped"),
    QT_TRANSLATE_NOOP("Intention", "copy certified"),
    QT_TRANSLATE_NOOP("Intention", "entry added"),
    QT_TRANSLATE_NOOP("Intention", "entry removed"),
    QT_TRANSLATE_NOOP("Intention", "evidence cited"),
    QT_TRANSLATE_NOOP("Intention", "evidence described"),
    QT_TRANSLATE_NOOP("Intention", "evidence restored"),
    QT_TRANSLATE_NOOP("Intention", "evidence taken in"),
    QT_TRANSLATE_NOOP("Intention", "finding recorded"),
    QT_TRANSLATE_NOOP("Intention", "finding restored"),
    QT_TRANSLATE_NOOP("Intention", "finding withdrawn"),
    QT_TRANSLATE_NOOP("Intention", "inspection opened"),
    QT_TRANSLATE_NOOP("Intention", "inspection revised"),
    QT_TRANSLATE_NOOP("Intention", "institution entered"),
    QT_TRANSLATE_NOOP("Intention", "laptop introduced"),
    QT_TRANSLATE_NOOP("Intention", "mapping remembered"),
    QT_TRANSLATE_NOOP("Intention", "match confirmed"),
    QT_TRANSLATE_NOOP("Intention", "match refused"),
    QT_TRANSLATE_NOOP("Intention", "notice drafted"),
    QT_TRANSLATE_NOOP("Intention", "notice edited"),
    QT_TRANSLATE_NOOP("Intention", "notice exported unencrypted"),
    QT_TRANSLATE_NOOP("Intention", "notice issued"),
    QT_TRANSLATE_NOOP("Intention", "notice laid out"),
    QT_TRANSLATE_NOOP("Intention", "notice signed by an inspector"),
    QT_TRANSLATE_NOOP("Intention", "notice withdrawn"),
    QT_TRANSLATE_NOOP("Intention", "number block assigned"),
    QT_TRANSLATE_NOOP("Intention", "number burned"),
    QT_TRANSLATE_NOOP("Intention", "number void"),
    QT_TRANSLATE_NOOP("Intention", "original exported"),
    QT_TRANSLATE_NOOP("Intention", "passphrase changed"),
    QT_TRANSLATE_NOOP("Intention", "passphrase given"),
    QT_TRANSLATE_NOOP("Intention", "passphrase taken away"),
    QT_TRANSLATE_NOOP("Intention", "person added"),
    QT_TRANSLATE_NOOP("Intention", "person revised"),
    QT_TRANSLATE_NOOP("Intention", "question answered"),
    QT_TRANSLATE_NOOP("Intention", "recording registered"),
    QT_TRANSLATE_NOOP("Intention", "recovery key made"),
    QT_TRANSLATE_NOOP("Intention", "remark written"),
    QT_TRANSLATE_NOOP("Intention", "rights told"),
    QT_TRANSLATE_NOOP("Intention", "risk of one passphrase accepted"),
    QT_TRANSLATE_NOOP("Intention", "roster taken"),
    QT_TRANSLATE_NOOP("Intention", "suspicion confirmed"),
    QT_TRANSLATE_NOOP("Intention", "suspicion dismissed"),
    QT_TRANSLATE_NOOP("Intention", "suspicion reopened"),
    QT_TRANSLATE_NOOP("Intention", "suspicions raised"),
    QT_TRANSLATE_NOOP("Intention", "unknown person found"),
    QT_TRANSLATE_NOOP("Intention", "visit closed"),
    QT_TRANSLATE_NOOP("Intention", "visit opened"),
    QT_TRANSLATE_NOOP("Intention", "ward assigned"),
    QT_TRANSLATE_NOOP("Intention", "ward entered"),
    QT_TRANSLATE_NOOP("Intention", "ward sheet typed back"),
    QT_TRANSLATE_NOOP("Intention", "wards put in order"),
    QT_TRANSLATE_NOOP("Intention", "workspace created"),
)
"""Words that the services write; they stand in files and never change."""


def what_happened(line: Line) -> str:
    """The words of a line; one that this version does not know is shown as it was written."""
    return QCoreApplication.translate("Intention", line.what)
