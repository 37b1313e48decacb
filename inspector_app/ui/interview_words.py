"""How roles of interviewed people are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.record import InterviewRole

_WORDS = {
    InterviewRole.PATIENT: QT_TRANSLATE_NOOP("InterviewRole", "Patient"),
    InterviewRole.PHYSICIAN: QT_TRANSLATE_NOOP("InterviewRole", "Physician"),
    InterviewRole.NURSE: QT_TRANSLATE_NOOP("InterviewRole", "Nurse"),
    InterviewRole.PHARMACIST: QT_TRANSLATE_NOOP("InterviewRole", "Pharmacist"),
    InterviewRole.CASHIER: QT_TRANSLATE_NOOP("InterviewRole", "Cashier"),
    InterviewRole.HEAD: QT_TRANSLATE_NOOP("InterviewRole", "Head of the institution"),
}


def role_word(role: InterviewRole) -> str:
    return QCoreApplication.translate("InterviewRole", str(_WORDS[role]))
