"""Words of the exchange: who holds how much, what a package holds, both sides of a disagreement."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inspector_app.domain.approval_by_file import ApprovalAnswer, Decision
from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.exchange import Comment, HeldBy, PackageKind
from inspector_app.domain.headcount import BedStatus
from inspector_app.domain.wording import counted
from inspector_app.services.approval_asking import TakenAnswer
from inspector_app.services.conflicts import Disagreement
from inspector_app.services.hand_over_sheet import Volume
from inspector_app.ui.bed_words import status_word
from inspector_app.ui.evidence_words import size_word
from inspector_app.ui.states import word

_KINDS = {
    "answer": QT_TRANSLATE_NOOP("Exchange", "Answer"),
    "bed_check": QT_TRANSLATE_NOOP("Exchange", "Bed"),
    "citation": QT_TRANSLATE_NOOP("Exchange", "Use of evidence"),
    "document": QT_TRANSLATE_NOOP("Exchange", "Document"),
    "evidence": QT_TRANSLATE_NOOP("Exchange", "Evidence"),
    "finding": QT_TRANSLATE_NOOP("Exchange", "Finding"),
    "imported_ledger": QT_TRANSLATE_NOOP("Exchange", "Ledger"),
    "inspection": QT_TRANSLATE_NOOP("Exchange", "Inspection"),
    "interview": QT_TRANSLATE_NOOP("Exchange", "Interview"),
    "record": QT_TRANSLATE_NOOP("Exchange", "Record"),
    "stock_chosen": QT_TRANSLATE_NOOP("Exchange", "Period of the stock reconciliation"),
    "suspicion": QT_TRANSLATE_NOOP("Exchange", "Suspicion"),
    "visit": QT_TRANSLATE_NOOP("Exchange", "Visit"),
    "ward": QT_TRANSLATE_NOOP("Exchange", "Ward"),
    "ward_bed": QT_TRANSLATE_NOOP("Exchange", "Bed"),
}
_FIELDS = {
    "amount": QT_TRANSLATE_NOOP("Exchange", "Amount"),
    "answered_at": QT_TRANSLATE_NOOP("Exchange", "Answered"),
    "bed": QT_TRANSLATE_NOOP("Exchange", "Bed"),
    "category": QT_TRANSLATE_NOOP("Exchange", "Category"),
    "checked_at": QT_TRANSLATE_NOOP("Exchange", "Seen"),
    "caption": QT_TRANSLATE_NOOP("Exchange", "Description"),
    "description": QT_TRANSLATE_NOOP("Exchange", "Description"),
    "item": QT_TRANSLATE_NOOP("Exchange", "Item"),
    "name": QT_TRANSLATE_NOOP("Exchange", "Name"),
    "note": QT_TRANSLATE_NOOP("Exchange", "Note"),
    "purpose": QT_TRANSLATE_NOOP("Exchange", "Purpose"),
    "remark": QT_TRANSLATE_NOOP("Exchange", "Remark"),
    "requirement": QT_TRANSLATE_NOOP("Exchange", "Requirement"),
    "state": QT_TRANSLATE_NOOP("Exchange", "State"),
    "status": QT_TRANSLATE_NOOP("Exchange", "Status"),
    "team": QT_TRANSLATE_NOOP("Exchange", "Team"),
    "title": QT_TRANSLATE_NOOP("Exchange", "Title"),
    "value": QT_TRANSLATE_NOOP("Exchange", "Answer"),
    "ward": QT_TRANSLATE_NOOP("Exchange", "Ward"),
}
_PLACES = {
    "answer": "checklists",
    "bed_check": "wards",
    "document": "documents",
    "evidence": "evidence",
    "finding": "findings",
    "imported_ledger": "stock",
    "interview": "interviews",
    "record": "record",
    "stock_chosen": "stock",
    "suspicion": "findings",
}
_NAMING = ("item", "title", "caption", "bed", "name", "path", "institution_name")
_SILENT = frozenset({"answered_at", "checked_at", "person", "checked_by", "id"})
"""Fields that differ wherever anything does; who and when stand above the values."""


def _said(source: object) -> str:
    return QCoreApplication.translate("Exchange", str(source))


def kind_word(kind: str) -> str:
    """What a thing is; the journal's own word where a person never edits it."""
    return _said(_KINDS[kind]) if kind in _KINDS else kind.replace("_", " ")


def moment(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"


def held_text(held: HeldBy) -> str:
    """``3 of 3 held by …``, and whether every entry is there too."""
    source = (
        counted(
            held.total,
            QT_TRANSLATE_NOOP("Exchange", "{held} of 1 original and every entry held by {name}"),
            QT_TRANSLATE_NOOP("Exchange", "{held} of {total} originals and every entry held by {name}"),
        )
        if held.knows_every_line
        else QT_TRANSLATE_NOOP("Exchange", "{held} of {total} held by {name}; later entries are here alone")
    )
    return _said(source).format(held=held.held, total=held.total, name=held.name)


def volume_text(volume: Volume) -> str:
    source = QT_TRANSLATE_NOOP("Exchange", "{originals}, {size}, and the entries")
    return _said(source).format(originals=originals_text(volume.originals), size=size_word(volume.size))


def originals_text(count: int) -> str:
    return _said(
        counted(
            count,
            QT_TRANSLATE_NOOP("Exchange", "1 original"),
            QT_TRANSLATE_NOOP("Exchange", "{count} originals"),
        )
    ).format(count=count)


def entries_text(count: int) -> str:
    return _said(
        counted(
            count,
            QT_TRANSLATE_NOOP("Exchange", "1 entry"),
            QT_TRANSLATE_NOOP("Exchange", "{count} entries"),
        )
    ).format(count=count)


def package_word(kind: PackageKind) -> str:
    if kind is PackageKind.FULL:
        return _said(QT_TRANSLATE_NOOP("Exchange", "everything"))
    return _said(QT_TRANSLATE_NOOP("Exchange", "since the last receipt"))


def place_of(comment: Comment) -> str:
    """Where the window goes for the thing of a remark."""
    place = _PLACES.get(comment.kind, "overview")
    return f"{place}/{comment.thing}" if comment.thing and comment.kind in _PLACES else place


def heading(disagreement: Disagreement) -> str:
    """What two laptops disagree about, by the name that both or one of them give it."""
    kind = kind_word(disagreement.conflict.kind)
    for value in (disagreement.here.value, disagreement.there.value):
        for name in _NAMING:
            text = getattr(value, name, "")
            if text:
                ward = getattr(value, "ward", "")
                return f"{kind} · {f'{ward} ' if ward else ''}{text}"
    return kind


def differences(disagreement: Disagreement) -> list[tuple[str, str, str]]:
    """Fields that differ, each with both values in words."""
    here, there = disagreement.here.value, disagreement.there.value
    if here is None or there is None:
        removed = _said(QT_TRANSLATE_NOOP("Exchange", "removed"))
        kept = _said(QT_TRANSLATE_NOOP("Exchange", "kept"))
        return [("", kept if here is not None else removed, kept if there is not None else removed)]
    if not is_dataclass(here) or not is_dataclass(there):
        return []
    found = [
        (field.name, getattr(here, field.name), getattr(there, field.name, None)) for field in fields(here)
    ]
    changed = [(name, left, right) for name, left, right in found if left != right]
    telling = [one for one in changed if one[0] not in _SILENT] or changed
    return [(_field_word(name), _text(left), _text(right)) for name, left, right in telling]


def _field_word(name: str) -> str:
    return _said(_FIELDS[name]) if name in _FIELDS else name.replace("_", " ")


def _text(value: object) -> str:
    if value is None or value in ("", ()):
        return "—"
    if isinstance(value, BedStatus):
        return status_word(value)
    if isinstance(value, Enum):
        try:
            return word(value)
        except KeyError:  # a word that no list shows
            return str(value.value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Decimal):
        return f"{value:,}"
    if isinstance(value, tuple):
        return "、".join(_text(one) for one in value)
    return str(getattr(value, "name", value))


def answer_text(taken: TakenAnswer) -> str:
    """What an approver's answer says, to who asked."""
    if taken.decision is Decision.APPROVED:
        text = _APPROVED_REMARK if taken.remark else _APPROVED
    else:
        text = _RETURNED
    return _said(text).format(name=taken.name, remark=taken.remark)


def given_text(answer: ApprovalAnswer) -> str:
    """What was answered here, to who answered."""
    text = _YOU_APPROVED if answer.decision is Decision.APPROVED else _YOU_RETURNED
    return _said(text).format(when=moment(answer.decided_at), remark=answer.remark)


_APPROVED = QT_TRANSLATE_NOOP("Exchange", "{name}'s approval is taken in.")
_APPROVED_REMARK = QT_TRANSLATE_NOOP("Exchange", "{name}'s approval is taken in. They remark: {remark}")
_RETURNED = QT_TRANSLATE_NOOP("Exchange", "{name} returned the draft: {remark}")
_YOU_APPROVED = QT_TRANSLATE_NOOP("Exchange", "You approved this draft, {when}.")
_YOU_RETURNED = QT_TRANSLATE_NOOP("Exchange", "You returned this draft, {when}: {remark}")
