"""Approval files: a draft on its way to an approver, and the approver's signed answer on its way back."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from inspector_app.domain.approval_by_file import ApprovalAnswer, AskedApproval, Decision, Wrote
from inspector_app.domain.document import DocumentType
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.exchange import Card
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId, Sha256
from inspector_app.domain.people import Role
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import sentence
from inspector_app.exchange import wire
from inspector_app.exchange.cards import Sign
from inspector_app.exchange.envelope import open_sealed, seal_to

REQUEST, ANSWER = "approval_request", "approval_answer"
REQUEST_SUFFIX, ANSWER_SUFFIX = ".approval-request", ".approval"
MOST_BYTES = 32 * 1024 * 1024
"""A draft with its photographs stays below."""
LONGEST_REMARK = 2000
_YUAN = re.compile(r"\d{1,15}(\.\d{1,2})?")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What anybody may read of an approval file; its signature holds, its content is still closed."""

    kind: str
    verify_key: str
    """The key that signed; whether it is known is the caller's to judge."""
    to: str
    """Fingerprint of the card that it is for."""
    inside: bytes
    digest: Sha256


def write_request(asked: AskedApproval, pdf: bytes, receiver: Card, verify_key: str, sign: Sign) -> bytes:
    """Return the file that puts a draft before the person of a card."""
    body: dict[str, Any] = {
        "id": asked.id,
        "inspection": asked.inspection,
        "document": asked.document,
        "type": asked.type.value,
        "content": asked.content,
        "title": asked.title,
        "number": asked.number,
        "bureau": asked.bureau,
        "party": asked.party,
        "level": asked.level.value,
        "writers": [
            {"id": one.id, "name": one.name, "certificate_number": one.certificate_number}
            for one in asked.writers
        ],
        "asked_by": asked.asked_by,
        "asked_at": asked.asked_at.isoformat(),
        "findings": asked.findings,
        "to_return": str(asked.to_return),
        "deadline": asked.deadline.isoformat() if asked.deadline else "",
        "pdf": base64.b64encode(pdf).decode(),
    }
    return _written(REQUEST, body, receiver, verify_key, sign)


def write_answer(answer: ApprovalAnswer, receiver: Card, verify_key: str, sign: Sign) -> bytes:
    """Return the file that answers a request."""
    body: dict[str, Any] = {
        "request": answer.request,
        "inspection": answer.inspection,
        "document": answer.document,
        "content": answer.content,
        "pdf": answer.pdf,
        "decision": answer.decision.value,
        "remark": answer.remark,
        "person": answer.person,
        "name": answer.name,
        "certificate_number": answer.certificate_number,
        "role": answer.role.value,
        "decided_at": answer.decided_at.isoformat(),
    }
    return _written(ANSWER, body, receiver, verify_key, sign)


def open_outside(data: bytes, kind: str) -> Outside:
    """Read the outside of a file of this kind and check its signature."""
    try:
        if len(data) > MOST_BYTES:
            raise wire.Unreadable
        body = wire.load(data)
        if body.get("kind") != kind:
            raise wire.Unreadable
        if wire.number(body, "format") > wire.FORMAT:
            raise UnusableInput(
                sentence(
                    "This approval file was made by a newer version of the program. "
                    "Install that version first."
                )
            )
        key = wire.verify_key(body, "from")
        if wire.dump(body) != data or not wire.holds(body, key):
            raise wire.Unreadable
        inside = _bytes(body, "inside")
        to = wire.text(body, "to", longest=32)
    except wire.Unreadable as error:
        raise _unusable() from error
    return Outside(
        kind=kind, verify_key=key, to=to, inside=inside, digest=Sha256(hashlib.sha256(data).hexdigest())
    )


def read_request(outside: Outside, identity: str) -> tuple[AskedApproval, bytes]:
    """Return what is asked, and the draft's PDF whose hash it carries."""
    return _read(outside, identity, REQUEST, _request)


def read_answer(outside: Outside, identity: str) -> ApprovalAnswer:
    return _read(outside, identity, ANSWER, _answer)


def _written(kind: str, inner: dict[str, Any], receiver: Card, verify_key: str, sign: Sign) -> bytes:
    sealed = seal_to(wire.dump({"kind": kind, **inner}), [receiver.box_key])
    body: dict[str, Any] = {
        "kind": kind,
        "format": wire.FORMAT,
        "from": verify_key,
        "to": receiver.fingerprint,
        "inside": base64.b64encode(sealed).decode(),
    }
    return wire.dump({**body, "signature": sign(wire.signed_bytes(body))})


def _read(outside: Outside, identity: str, kind: str, read: Callable[[dict[str, Any]], T]) -> T:
    try:
        body = wire.load(open_sealed(outside.inside, identity))
        if body.get("kind") != kind or outside.kind != kind:
            raise wire.Unreadable
        return read(body)
    except (wire.Unreadable, ValueError) as error:
        raise _unusable() from error


def _request(body: dict[str, Any]) -> tuple[AskedApproval, bytes]:
    pdf = _bytes(body, "pdf")
    deadline = wire.text(body, "deadline", longest=10)
    to_return = wire.text(body, "to_return", longest=20)
    if not pdf.startswith(b"%PDF-") or not _YUAN.fullmatch(to_return):
        raise wire.Unreadable
    asked = AskedApproval(
        id=_identity(body, "id"),
        inspection=InspectionId(_identity(body, "inspection")),
        document=DocumentId(_identity(body, "document")),
        type=DocumentType(wire.text(body, "type")),
        content=Sha256(wire.digest(body, "content")),
        pdf=Sha256(hashlib.sha256(pdf).hexdigest()),
        title=wire.text(body, "title", longest=100),
        number=wire.text(body, "number", longest=100),
        bureau=wire.text(body, "bureau", longest=200),
        party=wire.text(body, "party", longest=200),
        level=ApprovalLevel(wire.text(body, "level")),
        writers=tuple(
            Wrote(
                id=PersonId(wire.text(entry, "id", longest=64)),
                name=wire.text(entry, "name", longest=100),
                certificate_number=wire.text(entry, "certificate_number", longest=100),
            )
            for entry in wire.entries(body, "writers")
        ),
        asked_by=wire.text(body, "asked_by", longest=100),
        asked_at=_moment(body, "asked_at"),
        findings=wire.number(body, "findings"),
        to_return=Decimal(to_return),
        deadline=date.fromisoformat(deadline) if deadline else None,
    )
    return asked, pdf


def _answer(body: dict[str, Any]) -> ApprovalAnswer:
    return ApprovalAnswer(
        request=_identity(body, "request"),
        inspection=InspectionId(_identity(body, "inspection")),
        document=DocumentId(_identity(body, "document")),
        content=Sha256(wire.digest(body, "content")),
        pdf=Sha256(wire.digest(body, "pdf")),
        decision=Decision(wire.text(body, "decision")),
        remark=wire.text(body, "remark", longest=LONGEST_REMARK),
        person=PersonId(_identity(body, "person")),
        name=wire.text(body, "name", longest=100),
        certificate_number=wire.text(body, "certificate_number", longest=100),
        role=Role(wire.text(body, "role")),
        decided_at=_moment(body, "decided_at"),
    )


def _identity(body: dict[str, Any], name: str) -> str:
    value = wire.text(body, name, longest=64)
    if not value or not all(letter.isalnum() or letter in "-_" for letter in value):
        raise wire.Unreadable  # it may become part of a file's name
    return value


def _moment(body: dict[str, Any], name: str) -> datetime:
    at = datetime.fromisoformat(wire.text(body, name, longest=40))
    if at.tzinfo is None:
        raise wire.Unreadable
    return at


def _bytes(body: dict[str, Any], name: str) -> bytes:
    value = body.get(name)
    if not isinstance(value, str):
        raise wire.Unreadable
    try:
        return base64.b64decode(value, validate=True)
    except ValueError as error:
        raise wire.Unreadable from error


def _unusable() -> UnusableInput:
    return UnusableInput(
        sentence(
            "This is not an approval file, or it is damaged or was changed. Ask for it again; "
            "nothing was changed."
        )
    )
