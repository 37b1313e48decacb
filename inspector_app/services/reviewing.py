"""The team lead's review: remarks on anything, then returned or accepted; it travels back as a package."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.exchange import (
    Comment,
    KnownCard,
    ReceivedPackage,
    Review,
    ReviewState,
    SentPackage,
)
from inspector_app.domain.ids import InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.guests import is_guest, is_of_team
from inspector_app.services.workspace import WorkspaceService
from inspector_app.storage.store import Store


class ReviewService:
    """What a lead says of an inspection that was handed over, and what the team makes of it."""

    def __init__(self, desk: Desk, workspace: WorkspaceService) -> None:
        self._desk = desk
        self._workspace = workspace

    def state(self, inspection_id: InspectionId) -> ReviewState | None:
        """Return where the review stands; ``None`` while nothing was handed over."""
        return review_state(self._desk, inspection_id)

    def latest(self, inspection_id: InspectionId) -> Review | None:
        """Return the newest decision."""
        return _latest(self._desk, inspection_id)

    def is_guest(self, inspection_id: InspectionId) -> bool:
        """Tell whether the inspection is read only for whoever sits here: handed over, and not theirs."""
        return is_guest(self._desk, self._desk.inspection(inspection_id), inspection_id)

    def comments(self, inspection_id: InspectionId) -> list[Comment]:
        return self._desk.inspection(inspection_id).all(Comment)

    def comment(
        self, inspection_id: InspectionId, *, kind: str, thing: str, label: str, text: str
    ) -> Comment:
        """Write a remark on one thing; ``kind`` and ``thing`` are as the journal names it."""
        text = text.strip()
        if not text:
            raise UnusableInput(sentence("Write the remark first."))
        comment = Comment(
            id=self._desk.ids.new(),
            kind=kind,
            thing=thing,
            label=label,
            text=text,
            written_by=self._desk.person.id,
            written_by_name=self._desk.person.name,
            written_at=self._desk.clock.now(),
        )
        with self._desk.inspection(inspection_id).intention(
            "remark of the review written", self._desk.author
        ) as unit:
            unit.put(comment)
        return comment

    def settle(self, inspection_id: InspectionId, comment_id: str, answer: str) -> Comment:
        """Say, as the team, what was done about a remark."""
        store = self._desk.inspection(inspection_id)
        found = store.get(Comment, comment_id)
        if found is None:
            raise NotAllowed(sentence("This remark is no longer there. Refresh the list."))
        settled = replace(found, settled_at=self._desk.clock.now(), answer=answer.strip())
        with store.intention("remark of the review settled", self._desk.author) as unit:
            unit.put(settled)
        return settled

    def return_it(self, inspection_id: InspectionId, reason: str, passphrase: str) -> Review:
        """Give the inspection back to the team; ``reason`` says what is asked."""
        reason = reason.strip()
        if not reason and not any(one.settled_at is None for one in self.comments(inspection_id)):
            raise UnusableInput(sentence("Say what is asked of the team, or write a remark on something."))
        return self._decide(inspection_id, ReviewState.RETURNED, reason, passphrase)

    def accept(self, inspection_id: InspectionId, passphrase: str) -> Review:
        """Accept what was handed over, as it was handed over."""
        return self._decide(inspection_id, ReviewState.ACCEPTED, "", passphrase)

    def _decide(
        self, inspection_id: InspectionId, state: ReviewState, reason: str, passphrase: str
    ) -> Review:
        person = self._desk.person
        if not person.role.leads:
            raise NotAllowed(sentence("Only a team lead accepts or returns an inspection."))
        store = self._desk.inspection(inspection_id)
        inspection = store.get(Inspection, inspection_id)
        if inspection is not None and is_of_team(person, inspection.inspectors):
            raise NotAllowed(
                sentence("Nobody reviews what they inspected. Hand it over to another team lead.")
            )
        self._workspace.confirm(person.id, passphrase)
        received = sorted(store.all(ReceivedPackage), key=lambda one: one.received_at)
        review = Review(
            id=received[-1].id if received else inspection_id,
            state=state,
            reason=reason,
            decided_by=person.id,
            decided_by_name=person.name,
            decided_at=self._desk.clock.now(),
        )
        head = self._workspace.credentials.signed_head(inspection_id)
        what = "inspection returned" if state is ReviewState.RETURNED else "inspection accepted"
        with store.intention(what, self._desk.author) as unit:
            unit.put(review)
            if head is not None:
                unit.put(head)
        return review


def review_state(desk: Desk, inspection_id: InspectionId) -> ReviewState | None:
    """Return where the review of an inspection stands, from its file."""
    review = _latest(desk, inspection_id)
    store = desk.inspection(inspection_id)
    handed = [*store.all(SentPackage), *store.all(ReceivedPackage)]
    if review is not None and not _handed_after(store, review):
        return review.state
    return ReviewState.WAITING if handed else None


def _latest(desk: Desk, inspection_id: InspectionId) -> Review | None:
    store = desk.inspection(inspection_id)
    reviews = [one for one in store.all(Review) if _is_a_leads(desk, store, one)]
    return max(reviews, key=lambda one: one.decided_at, default=None)


def _is_a_leads(desk: Desk, store: Store, review: Review) -> bool:
    """Believe a decision only of this laptop, or of one whose card says that a lead works on it."""
    leads = {known.id for known in desk.workspace.all(KnownCard) if known.card.role.leads}
    lines = list(store.journal.lines_about("review", review.id))
    return bool(lines) and lines[-1].device in {desk.device, *leads}


def _handed_after(store: Store, review: Review) -> bool:
    """Tell whether something was handed over again after a decision, so that it waits once more.

    The team's laptop knows by the package it sent, the reviewer's by the one it took in.
    """
    decided = next(iter(reversed(list(store.journal.lines_about("review", review.id)))), None)
    if decided is None:
        return False
    sent = [("sent_package", one.id) for one in store.all(SentPackage) if one.to == decided.device]
    taken = [("received_package", one.id) for one in store.all(ReceivedPackage)]
    return any(
        line.clock > decided.clock and (line.device == decided.device) is (kind == "received_package")
        for kind, identity in (*sent, *taken)
        for line in list(store.journal.lines_about(kind, identity))[:1]
    )
