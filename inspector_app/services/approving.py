"""The second person: who may approve a document, how independent they are, and the approval itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector_app.domain.access import Standing
from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.people import Person
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.approval_subjects import Subject, Subjects, kind_word, ready
from inspector_app.services.standings import standing_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.domain.approval import SignedApproval
    from inspector_app.services.desk import Desk
    from inspector_app.services.workspace import WorkspaceService


@dataclass(frozen=True, slots=True, kw_only=True)
class Approver:
    """Somebody who may approve, and what everybody should know of how they got in."""

    person: Person
    standing: Standing
    said: tuple[Sentence, ...]
    """Who entered them and who set their passphrase."""
    must_change: bool
    """A writer of the document set their passphrase and may know it: they change it first."""


class Approving:
    """Decides who is a second person, and lets them approve by their own passphrase."""

    def __init__(self, desk: Desk, subjects: Subjects, *, workspace: WorkspaceService) -> None:
        self._desk = desk
        self._subjects = subjects
        self._workspace = workspace

    def approvers(self, subject: Subject) -> tuple[Approver, ...]:
        """Return who may approve here, those first who need not change their passphrase before."""
        if subject.rules.approval is ApprovalLevel.NONE:
            return ()
        able = {PersonId(slot.id) for slot in self._workspace.people_who_unlock()}
        found = [
            self.seen(person, self._workspace.standing(person.id), subject.writers)
            for person in self._workspace.people()
            if person.id in able
            and person.id not in subject.writers
            and subject.rules.approval.is_met_by(person.role)
        ]
        return tuple(sorted(found, key=lambda approver: approver.must_change))

    def seen(self, person: Person, standing: Standing, writers: frozenset[PersonId]) -> Approver:
        """Return a person with what is to be known of them; ``writers`` are whom they must not depend on."""
        names = {known.id: known.name for known in self._workspace.people()}
        return Approver(
            person=person,
            standing=standing,
            said=standing_sentences(person.id, standing, names),
            must_change=any(standing.knows_passphrase(writer) for writer in writers - {person.id}),
        )

    def approved_by(self, document: Document) -> Approver | None:
        """Return who approved, as they stood then; ``None`` for nobody or somebody unknown here."""
        people = {person.id: person for person in self._workspace.people()}
        if document.signed is not None and document.approved_by is not None:
            return signed_approver(document.approved_by, document.signed, people)
        person = people.get(document.approved_by) if document.approved_by else None
        if person is None or document.approver is None:
            return None
        return self.seen(person, document.approver, frozenset())

    def approve(
        self, inspection_id: InspectionId, document_id: DocumentId, person_id: PersonId, passphrase: str
    ) -> Document:
        """Let a second person approve, by their own passphrase; nobody approves what they wrote."""
        subject = ready(self._subjects.subject(inspection_id, document_id))
        if person_id in subject.writers:
            raise NotAllowed(
                sentence("Nobody approves what they wrote. Ask a second person to approve this document.")
            )
        approvers = {one.person.id: one for one in self.approvers(subject)}
        if person_id not in approvers:
            raise NotAllowed(
                sentence(
                    "This person may not approve this document. "
                    "Ask somebody of the office that the region's rules name for it."
                )
            )
        if approvers[person_id].must_change:
            raise NotAllowed(
                sentence(
                    "{name}'s passphrase was set by somebody who wrote this document. {name} changes it "
                    "first: Ctrl+L, unlock as {name}, then People & keys. Nothing was approved.",
                    name=approvers[person_id].person.name,
                )
            )
        confirmed = self._workspace.confirm(person_id, passphrase)
        approved = replace(
            subject.document,
            state=DocumentState.APPROVED,
            approved_by=confirmed.person.id,
            approved_at=self._desk.clock.now(),
            approved_content=subject.content,
            approver=approvers[person_id].standing,
        )
        line = f"{kind_word(approved)} approved by passphrase"
        with self._desk.inspection(inspection_id).intention(line, self._desk.author) as unit:
            unit.put(approved)
        return approved


def signed_approver(person: PersonId, signed: SignedApproval, people: Mapping[PersonId, Person]) -> Approver:
    """Return who approved by a signed file, with what their name here stands on."""
    vouching = people.get(signed.compared_by)
    said = [
        sentence(
            "By a signed file from the laptop {code}; {name} compared that code on {date}.",
            code=signed.laptop,
            name=vouching.name if vouching else signed.compared_by,
            date=official_day(signed.compared_at),
        )
    ]
    if signed.remark:
        said.append(sentence("Remark: {text}", text=signed.remark))
    known = Person(id=person, name=signed.name, certificate_number=signed.certificate_number)
    return Approver(person=known, standing=Standing(), said=tuple(said), must_change=False)
