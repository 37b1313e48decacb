"""The approver's side of an approval by file: a draft is looked at, then approved or returned, signed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.approval_by_file import ApprovalAnswer, AskedApproval, Decision, GivenAnswer
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.exchange import Card, KnownCard
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.exchange.approvals import (
    ANSWER_SUFFIX,
    LONGEST_REMARK,
    REQUEST,
    open_outside,
    read_request,
    write_answer,
)
from inspector_app.services.approval_files import believed, read_file, write_file

if TYPE_CHECKING:
    from inspector_app.services.cards import CardService
    from inspector_app.services.desk import Desk
    from inspector_app.services.workspace import WorkspaceService


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBefore:
    """A draft as the approver sees it, believed to come from a known laptop."""

    asked: AskedApproval
    pdf: bytes
    sender: Card
    given: GivenAnswer | None
    """What was answered here already."""
    hindrance: Sentence | None
    """Why whoever sits here may not approve it; they may still return it."""


class ApprovalAnswering:
    """Reads requests from other laptops and answers them with this laptop's key."""

    def __init__(self, desk: Desk, *, workspace: WorkspaceService, cards: CardService) -> None:
        self._desk = desk
        self._workspace = workspace
        self._cards = cards

    def read(self, path: Path) -> PutBefore:
        """Open a request; one that is not for this laptop or from nobody known is refused."""
        outside = open_outside(read_file(path), REQUEST)
        sender = believed(self._cards, outside)
        asked, pdf = read_request(outside, self._workspace.credentials.box_identity())
        return PutBefore(
            asked=asked,
            pdf=pdf,
            sender=sender,
            given=self._desk.workspace.get(GivenAnswer, asked.id),
            hindrance=self._hindrance(asked),
        )

    def answer(self, put: PutBefore, decision: Decision, remark: str, passphrase: str) -> GivenAnswer:
        """Decide, by the passphrase of who sits here; :meth:`write` makes the file of it."""
        person, remark = self._desk.person, remark.strip()
        if self._desk.workspace.get(GivenAnswer, put.asked.id) is not None:
            raise NotAllowed(
                sentence("This request was answered here already. Its answer can be written again.")
            )
        if decision is Decision.APPROVED and (hindrance := self._hindrance(put.asked)) is not None:
            raise NotAllowed(hindrance)
        if decision is Decision.RETURNED and not remark:
            raise UnusableInput(sentence("Say what is to be changed; the remark goes back with the draft."))
        if len(remark) > LONGEST_REMARK:
            raise UnusableInput(
                sentence("The remark is too long: at most {count} characters.", count=LONGEST_REMARK)
            )
        self._workspace.confirm(person.id, passphrase)
        asked = put.asked
        given = GivenAnswer(
            id=asked.id,
            to=put.sender.device,
            title=asked.title,
            number=asked.number,
            party=asked.party,
            answer=ApprovalAnswer(
                request=asked.id,
                inspection=asked.inspection,
                document=asked.document,
                content=asked.content,
                pdf=asked.pdf,
                decision=decision,
                remark=remark,
                person=person.id,
                name=person.name,
                certificate_number=person.certificate_number,
                role=person.role,
                decided_at=self._desk.clock.now(),
            ),
        )
        what = "draft of another laptop returned"
        if decision is Decision.APPROVED:
            what = "draft of another laptop approved"
        with self._desk.workspace.intention(what, self._desk.author) as unit:
            unit.put(given)
        return given

    def write(self, given: GivenAnswer, folder: Path) -> Path:
        """Write the signed answer, for the laptop that asked; it can be written again at any time."""
        known = self._desk.workspace.get(KnownCard, given.to)
        if known is None:
            raise NotAllowed(sentence("That laptop is not known here. Exchange cards first."))
        key = self._workspace.credentials.device_key()
        data = write_answer(given.answer, known.card, key.public_key, key.sign_bytes)
        stem = f"{given.answer.decided_at:%Y%m%d}-{given.id[-8:]}"
        return write_file(folder / f"{stem}{ANSWER_SUFFIX}", data)

    def _hindrance(self, asked: AskedApproval) -> Sentence | None:
        person = self._desk.person
        wrote = any(one.is_same(person.id, person.name, person.certificate_number) for one in asked.writers)
        if wrote:
            return sentence("You wrote in this document, and nobody approves what they wrote.")
        if not asked.level.is_met_by(person.role):
            return sentence("By the region's rules somebody of a higher office approves this document.")
        return None
