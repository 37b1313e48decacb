"""What the journal's stable words mean for people."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.journal import Line

WORDS = (
    QT_TRANSLATE_NOOP("Intention", "bed check undone"),
    QT_TRANSLATE_NOOP("Intention", "citation withdrawn"),
    QT_TRANSLATE_NOOP("Intention", "evidence cited"),
    QT_TRANSLATE_NOOP("Intention", "evidence taken in"),
    QT_TRANSLATE_NOOP("Intention", "finding recorded"),
    QT_TRANSLATE_NOOP("Intention", "finding restored"),
    QT_TRANSLATE_NOOP("Intention", "finding withdrawn"),
    QT_TRANSLATE_NOOP("Intention", "inspection opened"),
    QT_TRANSLATE_NOOP("Intention", "inspection revised"),
    QT_TRANSLATE_NOOP("Intention", "institution entered"),
    QT_TRANSLATE_NOOP("Intention", "visit opened"),
    QT_TRANSLATE_NOOP("Intention", "certificates shown"),
    QT_TRANSLATE_NOOP("Intention", "rights told"),
    QT_TRANSLATE_NOOP("Intention", "clock compared"),
    QT_TRANSLATE_NOOP("Intention", "clock jumped"),
    QT_TRANSLATE_NOOP("Intention", "visit closed"),
    QT_TRANSLATE_NOOP("Intention", "suspicions raised"),
    QT_TRANSLATE_NOOP("Intention", "suspicion confirmed"),
    QT_TRANSLATE_NOOP("Intention", "suspicion dismissed"),
    QT_TRANSLATE_NOOP("Intention", "suspicion reopened"),
)
"""Words that the services write; they stand in files and never change."""


def what_happened(line: Line) -> str:
    """The words of a line; one that this version does not know is shown as it was written."""
    return QCoreApplication.translate("Intention", line.what)
