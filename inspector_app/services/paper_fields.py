"""What a person types for lists and letters, and what must be typed before they are issued."""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.domain.document import DocumentType
from inspector_app.domain.wording import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperField:
    """One thing to type; an empty one that is not required follows from the template or the inspection."""

    name: str
    label: Sentence
    missing: Sentence | None = None
    """What is said while it is empty; ``None`` where it may be."""
    has_lines: bool = False
    """Several lines, one entry each."""
    phrase: str = ""
    """The phrase of the template that stands there while nothing is typed."""


_OFFICE = PaperField(name="office", label=sentence("Office"))
_PHONE = PaperField(name="office_phone", label=sentence("Telephone"))

FIELDS: dict[DocumentType, tuple[PaperField, ...]] = {
    DocumentType.CONFIRMATION: (
        PaperField(name="statement", label=sentence("Statement of the party"), has_lines=True),
    ),
    DocumentType.EVIDENCE_LIST: (),
    DocumentType.PHOTOGRAPHS: (),
    DocumentType.DETAIL_LIST: (),
    DocumentType.PROBLEM_TABLE: (
        PaperField(name="province", label=sentence("Province")),
        PaperField(name="city", label=sentence("City")),
        PaperField(name="remark", label=sentence("Remark")),
    ),
    DocumentType.INSPECTION_NOTICE: (
        PaperField(
            name="when",
            label=sentence("Time of the inspection"),
            missing=sentence("Enter when the inspection begins."),
        ),
        PaperField(name="scope", label=sentence("Scope of the inspection")),
        PaperField(name="duties", label=sentence("What to prepare"), has_lines=True, phrase="duties"),
        _OFFICE,
        _PHONE,
    ),
    DocumentType.TALK_NOTICE: (
        PaperField(
            name="when", label=sentence("Time of the talk"), missing=sentence("Enter when the talk is.")
        ),
        PaperField(
            name="place", label=sentence("Place of the talk"), missing=sentence("Enter where the talk is.")
        ),
        PaperField(name="reason", label=sentence("Reason of the talk"), phrase="reason"),
        PaperField(name="invited", label=sentence("Who is to come"), has_lines=True, phrase="invited"),
        PaperField(name="to_bring", label=sentence("What to bring"), has_lines=True, phrase="to_bring"),
        _OFFICE,
        _PHONE,
    ),
    DocumentType.TRANSFER: (
        PaperField(
            name="recipient_kind",
            label=sentence("Kind of recipient"),
            missing=sentence("Choose the kind of recipient."),
        ),
        PaperField(name="recipient", label=sentence("Recipient"), missing=sentence("Enter the recipient.")),
        PaperField(name="basis", label=sentence("Legal basis of the transfer")),
        PaperField(name="reason", label=sentence("Reason of the transfer")),
        PaperField(name="facts", label=sentence("Facts"), has_lines=True),
        PaperField(name="persons", label=sentence("Persons concerned: name, post, part"), has_lines=True),
        _OFFICE,
        _PHONE,
    ),
    DocumentType.PROPOSAL: (
        PaperField(name="problems", label=sentence("Problems"), has_lines=True),
        PaperField(name="proposals", label=sentence("Proposals"), has_lines=True, phrase="proposals"),
        PaperField(name="reply_by", label=sentence("Reply by")),
        _OFFICE,
        _PHONE,
    ),
    DocumentType.PROPOSAL_LETTER: (
        PaperField(name="recipient", label=sentence("Recipient"), missing=sentence("Enter the recipient.")),
        PaperField(name="problems", label=sentence("Problems"), has_lines=True),
        PaperField(name="proposals", label=sentence("Proposals"), has_lines=True, phrase="proposals"),
        PaperField(name="reply_by", label=sentence("Reply by")),
        _OFFICE,
        _PHONE,
    ),
    DocumentType.COMMITMENT: (
        PaperField(name="promises", label=sentence("Promises"), has_lines=True, phrase="promises"),
    ),
    DocumentType.REGISTRATION: (
        PaperField(
            name="kept_at",
            label=sentence("Where it is kept"),
            missing=sentence("Enter where the registered things are kept."),
        ),
        PaperField(
            name="custodian",
            label=sentence("Who keeps it"),
            missing=sentence("Enter who keeps the registered things."),
        ),
        PaperField(name="reason", label=sentence("Reason of the registration"), phrase="reason"),
        PaperField(name="approval", label=sentence("Approval as it is printed")),
        PaperField(name="deadline", label=sentence("Decided by, where the calendar does not tell")),
    ),
}
"""Documents that are drafted, filled in and issued; records, interviews and receipts have their own steps."""
