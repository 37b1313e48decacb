"""The writer's side of an approval by file: a draft is asked for, and the approver's answer believed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.approval import SignedApproval
from inspector_app.domain.approval_by_file import (
    ApprovalAnswer,
    ApprovalRequest,
    AskedApproval,
    Decision,
    Wrote,
)
from inspector_app.domain.document import DocumentState
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.exchange import Card, KnownCard
from inspector_app.domain.ids import DeviceId, DocumentId, InspectionId, PersonId, Sha256
from inspector_app.domain.people import Person
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import sentence
from inspector_app.exchange.approvals import ANSWER, REQUEST_SUFFIX, open_outside, read_answer, write_request
from inspector_app.services.approval_files import believed, read_file, write_file
from inspector_app.services.approval_subjects import ready
from inspector_app.storage.blobs import in_chunks

if TYPE_CHECKING:
    from inspector_app.services.approval_subjects import Subject, Subjects
    from inspector_app.services.cards import CardService
    from inspector_app.services.desk import Desk
    from inspector_app.services.workspace import WorkspaceService

CLOCKS_APART = timedelta(minutes=15)
"""How far the clocks of two laptops may differ before one of them is called wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingView:
    """What a page shows of asking for an approval by file."""

    receivers: tuple[Card, ...]
    """Known laptops of people who could approve this draft."""
    waiting: tuple[ApprovalRequest, ...]
    """Asked for this very text and not answered, the newest first."""
    returned: ApprovalRequest | None
    """The last answer where it was a return, and nothing was asked since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAnswer:
    """An answer that was believed, and where it leads."""

    inspection: InspectionId
    document: DocumentId
    decision: Decision
    name: str
    remark: str


class ApprovalAsking:
    """Puts drafts before approvers on other laptops and takes their answers in."""

    def __init__(
        self, desk: Desk, subjects: Subjects, *, workspace: WorkspaceService, cards: CardService
    ) -> None:
        self._desk = desk
        self._subjects = subjects
        self._workspace = workspace
        self._cards = cards

    def view(self, inspection_id: InspectionId, document_id: DocumentId) -> AskingView:
        """Return whom one may ask, what is on its way, and what came back."""
        requests = self._requests(inspection_id, document_id)
        try:
            subject = self._subjects.subject(inspection_id, document_id)
        except NotAllowed:  # finished: nothing to ask for
            return AskingView(receivers=(), waiting=(), returned=None)
        if subject.rules.approval is ApprovalLevel.NONE:
            return AskingView(receivers=(), waiting=(), returned=None)
        last = requests[-1] if requests else None
        is_return = last is not None and last.is_returned
        return AskingView(
            receivers=self._receivers(inspection_id, subject),
            waiting=tuple(
                one
                for one in reversed(requests)
                if one.answer is None and self._still_holds(inspection_id, one)
            ),
            returned=last if is_return else None,
        )

    def ask(
        self, inspection_id: InspectionId, document_id: DocumentId, device: DeviceId, folder: Path
    ) -> Path:
        """Write the draft as a file for the approver of a known laptop; nobody else can open it."""
        subject = ready(self._subjects.subject(inspection_id, document_id))
        known = self._desk.workspace.get(KnownCard, device)
        if known is None:
            raise NotAllowed(sentence("That laptop is not known here. Exchange cards first."))
        self._refuse_unfit(subject, known.card, inspection_id)
        pdf = self._subjects.draft_pdf(inspection_id, subject)
        store = self._desk.inspection(inspection_id)
        digest = Sha256(hashlib.sha256(pdf).hexdigest())
        now = self._desk.clock.now()
        document = subject.document
        asked = AskedApproval(
            id=self._desk.ids.new(),
            inspection=inspection_id,
            document=document_id,
            type=document.type,
            content=subject.content,
            pdf=digest,
            title=subject.rules.title,
            number=document.draft_number if subject.rules.type_word else "",
            bureau=subject.inspection.bureau,
            party=subject.inspection.institution.name,
            level=subject.rules.approval,
            writers=self._writers(inspection_id, subject),
            asked_by=self._desk.person.name,
            asked_at=now,
            findings=subject.findings,
            to_return=subject.to_return,
            deadline=subject.document.deadline,
        )
        key = self._workspace.credentials.device_key()
        data = write_request(asked, pdf, known.card, key.public_key, key.sign_bytes)
        path = write_file(folder / f"{_stem(asked)}{REQUEST_SUFFIX}", data)
        request = ApprovalRequest(
            id=asked.id,
            document=document_id,
            content=subject.content,
            pdf=digest,
            deadline=subject.document.deadline,
            to=known.card.device,
            to_name=known.card.name,
            writes=subject.writes,
            asked_by=self._desk.person.id,
            asked_at=now,
        )
        with store.intention("approval asked for by file", self._desk.author) as unit:
            unit.publish(store.blobs.add(in_chunks(pdf)))
            unit.put(request)
        return path

    def take(self, path: Path) -> TakenAnswer:
        """Believe an answer, or say in one sentence why not; only then is anything changed."""
        data = read_file(path)
        outside = open_outside(data, ANSWER)
        sender = believed(self._cards, outside)
        answer = read_answer(outside, self._workspace.credentials.box_identity())
        if answer.inspection not in self._desk.inspection_files():
            raise UnusableInput(sentence("This answer is for an inspection that is not on this laptop."))
        request = self._asked(answer)
        self._refuse_foreign(answer, request, sender)
        self._refuse_untimely(answer, request)
        if answer.decision is Decision.RETURNED:
            self._keep(answer, request, data)
        else:
            self._approve(answer, request, sender, data, outside.digest)
        return TakenAnswer(
            inspection=answer.inspection,
            document=answer.document,
            decision=answer.decision,
            name=answer.name,
            remark=answer.remark,
        )

    # Inside

    def _requests(self, inspection_id: InspectionId, document_id: DocumentId) -> list[ApprovalRequest]:
        found = self._desk.inspection(inspection_id).all(ApprovalRequest)
        return [one for one in found if one.document == document_id]

    def _still_holds(self, inspection_id: InspectionId, request: ApprovalRequest) -> bool:
        subject = self._subjects.subject(inspection_id, request.document, request.deadline)
        return (subject.content, subject.writes) == (request.content, request.writes)

    def _receivers(self, inspection_id: InspectionId, subject: Subject) -> tuple[Card, ...]:
        writers = self._writers(inspection_id, subject)
        return tuple(
            known.card
            for known in self._cards.known()
            if subject.rules.approval.is_met_by(known.card.role)
            and not any(one.is_same(PersonId(""), known.card.name, "") for one in writers)
        )

    def _refuse_unfit(self, subject: Subject, card: Card, inspection_id: InspectionId) -> None:
        if card not in self._receivers(inspection_id, subject):
            raise NotAllowed(
                sentence(
                    "{name} may not approve this document: they wrote in it, or their office is not the one "
                    "that the region's rules name. Ask somebody of that office who did not write it.",
                    name=card.name,
                )
            )

    def _writers(self, inspection_id: InspectionId, subject: Subject) -> tuple[Wrote, ...]:
        known = {person.id: person for person in (*subject.inspection.team, *self._workspace.people())}
        blank = {one: Person(id=one, name=one) for one in subject.writers}
        people = [known.get(one, blank[one]) for one in sorted(subject.writers)]
        return tuple(
            Wrote(id=person.id, name=person.name, certificate_number=person.certificate_number)
            for person in people
        )

    def _asked(self, answer: ApprovalAnswer) -> ApprovalRequest:
        """Return the request that an answer names, if it answers exactly that draft."""
        request = self._desk.inspection(answer.inspection).get(ApprovalRequest, answer.request)
        if request is None or request.document != answer.document:
            raise UnusableInput(
                sentence("This answers nothing that was asked from this laptop. Nothing was changed.")
            )
        if (request.content, request.pdf) != (answer.content, answer.pdf):
            raise UnusableInput(
                sentence("This answer is about another text than the one asked for. Nothing was changed.")
            )
        if request.answer is not None:
            raise UnusableInput(
                sentence(
                    "{name}'s answer to this request was taken in already. Nothing was changed.",
                    name=request.answer.name,
                )
            )
        return request

    def _refuse_foreign(self, answer: ApprovalAnswer, request: ApprovalRequest, sender: Card) -> None:
        if request.to != sender.device:
            raise NotAllowed(
                sentence(
                    "{asked} was asked, and {name}'s laptop answers. Nothing was changed.",
                    asked=request.to_name,
                    name=sender.name,
                )
            )
        if answer.name != sender.name:
            raise NotAllowed(
                sentence(
                    "The answer is in the name of {name}, but the card of that laptop names {owner}. "
                    "Exchange cards anew; nothing was changed.",
                    name=answer.name,
                    owner=sender.name,
                )
            )

    def _refuse_untimely(self, answer: ApprovalAnswer, request: ApprovalRequest) -> None:
        if answer.decided_at < request.asked_at - CLOCKS_APART:
            raise NotAllowed(
                sentence(
                    "The answer says that it was given before the draft was sent. The clock of one of the "
                    "two laptops is wrong: set it and ask again. Nothing was changed."
                )
            )
        if answer.decided_at > self._desk.clock.now() + CLOCKS_APART:
            raise NotAllowed(
                sentence(
                    "The answer's time lies in the future. The clock of one of the two laptops is wrong: "
                    "set it and ask again. Nothing was changed."
                )
            )

    def _approve(
        self, answer: ApprovalAnswer, request: ApprovalRequest, sender: Card, data: bytes, digest: Sha256
    ) -> None:
        subject = self._subjects.subject(answer.inspection, answer.document, request.deadline)
        if (subject.content, subject.writes) != (answer.content, request.writes):
            raise NotAllowed(
                sentence(
                    "The draft was changed after {name} was asked, so what they approved is no longer this "
                    "text. Ask again; nothing was changed.",
                    name=answer.name,
                )
            )
        ready(subject)
        if not subject.rules.approval.is_met_by(sender.role):
            raise NotAllowed(
                sentence(
                    "By the region's rules somebody of a higher office than {name} approves this document. "
                    "Ask there; nothing was changed.",
                    name=answer.name,
                )
            )
        writers = self._writers(answer.inspection, subject)
        if any(one.is_same(answer.person, answer.name, answer.certificate_number) for one in writers):
            raise NotAllowed(
                sentence(
                    "{name} wrote in this document, and nobody approves what they wrote. "
                    "Nothing was changed.",
                    name=answer.name,
                )
            )
        known = self._desk.workspace.get(KnownCard, sender.device)
        if known is None:
            raise NotAllowed(sentence("That laptop is not known here. Exchange cards first."))
        approved = replace(
            subject.document,
            state=DocumentState.APPROVED,
            approved_by=answer.person,
            approved_at=answer.decided_at,
            approved_content=subject.content,
            signed=SignedApproval(
                request=request.id,
                name=answer.name,
                certificate_number=answer.certificate_number,
                laptop=sender.fingerprint,
                compared_by=known.confirmed_by,
                compared_at=known.confirmed_at,
                remark=answer.remark,
                file=digest,
            ),
        )
        self._keep(answer, request, data, approved)

    def _keep(self, answer: ApprovalAnswer, request: ApprovalRequest, data: bytes, *beside: object) -> None:
        store = self._desk.inspection(answer.inspection)
        digest = Sha256(hashlib.sha256(data).hexdigest())
        answered = replace(request, answer=answer, answered_at=self._desk.clock.now(), file=digest)
        what = "draft returned by signed file"
        if answer.decision is Decision.APPROVED:
            what = "document approved by signed file"
        with store.intention(what, self._desk.author) as unit:
            unit.publish(store.blobs.add(in_chunks(data)))
            for value in (answered, *beside):
                unit.put(value)


def _stem(asked: AskedApproval) -> str:
    """Return a name that tells files on a stick apart without telling what they are about."""
    return f"{asked.asked_at:%Y%m%d}-{asked.id[-8:]}"
