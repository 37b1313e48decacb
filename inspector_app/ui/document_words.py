"""What documents are called in the window, what each is for, and what comes next for one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.document import DocumentType
from inspector_app.domain.record import DeliveryMode
from inspector_app.domain.verification import VerificationReport
from inspector_app.domain.wording import counted
from inspector_app.services.approving import Approver
from inspector_app.ui.language import say

_NAMES: dict[DocumentType, object] = {
    DocumentType.RECTIFICATION_NOTICE: QT_TRANSLATE_NOOP("DocumentType", "Rectification notice"),
    DocumentType.RECORD: QT_TRANSLATE_NOOP("DocumentType", "Record of the visit"),
    DocumentType.INTERVIEW: QT_TRANSLATE_NOOP("DocumentType", "Interview"),
    DocumentType.CONFIRMATION: QT_TRANSLATE_NOOP("DocumentType", "Confirmation"),
    DocumentType.EVIDENCE_LIST: QT_TRANSLATE_NOOP("DocumentType", "Evidence list"),
    DocumentType.PHOTOGRAPHS: QT_TRANSLATE_NOOP("DocumentType", "Photographs"),
    DocumentType.DETAIL_LIST: QT_TRANSLATE_NOOP("DocumentType", "Details of the findings"),
    DocumentType.PROBLEM_TABLE: QT_TRANSLATE_NOOP("DocumentType", "Table of problems"),
    DocumentType.DELIVERY: QT_TRANSLATE_NOOP("DocumentType", "Delivery receipt"),
    DocumentType.REGISTRATION: QT_TRANSLATE_NOOP("DocumentType", "Advance registration"),
    DocumentType.INSPECTION_NOTICE: QT_TRANSLATE_NOOP("DocumentType", "Inspection notice"),
    DocumentType.TALK_NOTICE: QT_TRANSLATE_NOOP("DocumentType", "Talk notice"),
    DocumentType.TRANSFER: QT_TRANSLATE_NOOP("DocumentType", "Transfer letter"),
    DocumentType.PROPOSAL: QT_TRANSLATE_NOOP("DocumentType", "Rectification proposal"),
    DocumentType.PROPOSAL_LETTER: QT_TRANSLATE_NOOP("DocumentType", "Proposal to an authority"),
    DocumentType.COMMITMENT: QT_TRANSLATE_NOOP("DocumentType", "Commitment"),
}
"""In the order of the visit, as they are offered."""

_FOR: dict[DocumentType, object] = {
    DocumentType.RECTIFICATION_NOTICE: QT_TRANSLATE_NOOP(
        "DocumentType", "Orders the institution to put the findings right by a day."
    ),
    DocumentType.RECORD: QT_TRANSLATE_NOOP("DocumentType", "What was seen and done, closed with its time."),
    DocumentType.INTERVIEW: QT_TRANSLATE_NOOP("DocumentType", "Questions to a person and their answers."),
    DocumentType.CONFIRMATION: QT_TRANSLATE_NOOP(
        "DocumentType", "The institution signs what was found, with its own statement."
    ),
    DocumentType.EVIDENCE_LIST: QT_TRANSLATE_NOOP(
        "DocumentType", "Every piece with its hash; its numbers are fixed when it is issued."
    ),
    DocumentType.PHOTOGRAPHS: QT_TRANSLATE_NOOP("DocumentType", "The pictures with captions, as an annex."),
    DocumentType.DETAIL_LIST: QT_TRANSLATE_NOOP(
        "DocumentType", "The lines of the ledgers behind each finding, as an annex; also as a workbook."
    ),
    DocumentType.PROBLEM_TABLE: QT_TRANSLATE_NOOP(
        "DocumentType", "The findings under the sixteen national columns; also as a workbook."
    ),
    DocumentType.DELIVERY: QT_TRANSLATE_NOOP(
        "DocumentType", "To whom, how, when and where documents came; or that they were refused."
    ),
    DocumentType.REGISTRATION: QT_TRANSLATE_NOOP(
        "DocumentType", "Things that might be lost are listed and kept until a day."
    ),
    DocumentType.INSPECTION_NOTICE: QT_TRANSLATE_NOOP("DocumentType", "Announces an inspection beforehand."),
    DocumentType.TALK_NOTICE: QT_TRANSLATE_NOOP("DocumentType", "Asks those responsible to come and talk."),
    DocumentType.TRANSFER: QT_TRANSLATE_NOOP(
        "DocumentType", "Hands clues to the police, the health authority or another body."
    ),
    DocumentType.PROPOSAL: QT_TRANSLATE_NOOP("DocumentType", "Advises the institution without an order."),
    DocumentType.PROPOSAL_LETTER: QT_TRANSLATE_NOOP(
        "DocumentType", "Tells another authority what it should look at."
    ),
    DocumentType.COMMITMENT: QT_TRANSLATE_NOOP(
        "DocumentType", "What the institution promises, to be signed."
    ),
}

_STEPS = {
    "complete": QT_TRANSLATE_NOOP("DocumentStep", "Complete it"),
    "approve": QT_TRANSLATE_NOOP("DocumentStep", "Have it approved"),
    "sign": QT_TRANSLATE_NOOP("DocumentStep", "Sign and issue"),
    "issue": QT_TRANSLATE_NOOP("DocumentStep", "Issue"),
    "close": QT_TRANSLATE_NOOP("DocumentStep", "Close with time"),
    "print": QT_TRANSLATE_NOOP("DocumentStep", "Print"),
    "scan": QT_TRANSLATE_NOOP("DocumentStep", "Take in the signed copy"),
    "deliver": QT_TRANSLATE_NOOP("DocumentStep", "Deliver"),
}

_MODES: dict[DeliveryMode, object] = {
    DeliveryMode.DIRECT: QT_TRANSLATE_NOOP("DeliveryMode", "Handed over directly"),
    DeliveryMode.AGENT: QT_TRANSLATE_NOOP("DeliveryMode", "Through an agent"),
    DeliveryMode.MAIL: QT_TRANSLATE_NOOP("DeliveryMode", "By mail"),
    DeliveryMode.ELECTRONIC: QT_TRANSLATE_NOOP("DeliveryMode", "Electronically"),
}
"""Left on the premises is no choice: it follows from a refusal."""

_RECIPIENTS = {
    "police": QT_TRANSLATE_NOOP("Recipient", "Police"),
    "health": QT_TRANSLATE_NOOP("Recipient", "Health authority"),
    "market": QT_TRANSLATE_NOOP("Recipient", "Market supervision"),
    "discipline": QT_TRANSLATE_NOOP("Recipient", "Discipline inspection"),
    "audit": QT_TRANSLATE_NOOP("Recipient", "Audit office"),
    "agency": QT_TRANSLATE_NOOP("Recipient", "Insurance agency"),
    "other": QT_TRANSLATE_NOOP("Recipient", "Another body"),
}


def offered_types() -> tuple[DocumentType, ...]:
    """Return the types that a person can begin, in the order of the visit."""
    return tuple(_NAMES)


def name_of(document_type: DocumentType) -> str:
    return QCoreApplication.translate("DocumentType", str(_NAMES.get(document_type, document_type.value)))


def purpose_of(document_type: DocumentType) -> str:
    return QCoreApplication.translate("DocumentType", str(_FOR[document_type]))


def step_word(step: str) -> str:
    return QCoreApplication.translate("DocumentStep", str(_STEPS[step])) if step else ""


def modes() -> dict[DeliveryMode, str]:
    return {mode: QCoreApplication.translate("DeliveryMode", str(text)) for mode, text in _MODES.items()}


def recipients() -> dict[str, str]:
    return {key: QCoreApplication.translate("Recipient", str(text)) for key, text in _RECIPIENTS.items()}


_MUST_CHANGE = QT_TRANSLATE_NOOP("DocumentType", "Must change it before approving.")


def approver_notes(approvers: Sequence[Approver]) -> dict[str, str]:
    """What is to be known of each who may approve, by their identity."""
    must = QCoreApplication.translate("DocumentType", str(_MUST_CHANGE))
    return {
        str(one.person.id): " ".join((*map(say, one.said), *([must] if one.must_change else ())))
        for one in approvers
    }


def changing(approvers: Sequence[Approver]) -> frozenset[str]:
    """Who has to change their passphrase before approving."""
    return frozenset(str(one.person.id) for one in approvers if one.must_change)


def verdict_text(report: VerificationReport) -> str:
    """The first sentence of a check, and how many signatures it saw."""
    count = len(report.signatures)
    signed = counted(
        count,
        QCoreApplication.translate("DocumentType", "1 signature."),
        QCoreApplication.translate("DocumentType", "{count} signatures."),
    ).format(count=count)
    return " ".join((*map(say, report.sentences[:1]), signed))
