"""The second person: who may approve a notice, how independent they are, and the approval itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector_app.domain.access import Standing
from inspector_app.domain.calendar import official_day
from inspector_app.domain.document import Document, DocumentState
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.finding import Finding
from inspector_app.domain.ids import DocumentId, InspectionId, PersonId
from inspector_app.domain.people import Person, Role
from inspector_app.domain.region import ApprovalLevel
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.services.approval_subjects import unapproved
from inspector_app.services.notice_content import Material, fingerprint
from inspector_app.services.notice_records import Act, NoticeRecords
from inspector_app.services.standings import standing_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspector_app.domain.approval import SignedApproval
    from inspector_app.domain.region import DocumentRules
    from inspector_app.services.desk import Desk
    from inspector_app.services.workspace import WorkspaceService

_WRITES_NOTICE = ("notice drafted", "notice edited", "notice corrected")
_LEAVES_FINDING = ("clause confirmed", "notice issued", "notice withdrawn", "notice corrected")
"""Lines that touch a finding without writing any of its words or amounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approver:
    """Somebody who may approve, and what everybody should know of how they got in."""

    person: Person
    standing: Standing
    said: tuple[Sentence, ...]
    """Who entered them and who set their passphrase."""
    must_change: bool
    """A writer of the notice set their passphrase and may know it: they change it first."""


class Approving:
    """Decides who is a second person, and lets them approve by their own passphrase."""

    def __init__(self, desk: Desk, records: NoticeRecords, *, workspace: WorkspaceService) -> None:
        self._desk = desk
        self._records = records
        self._workspace = workspace

    def approvers(self, inspection_id: InspectionId, material: Material) -> tuple[Approver, ...]:
        """Return who may approve, those first who need not change their passphrase before."""
        able = {PersonId(slot.id) for slot in self._workspace.people_who_unlock()}
        writers = self.writers(inspection_id, material)
        found = [
            self.seen(person, self._workspace.standing(person.id), writers)
            for person in self._workspace.people()
            if person.id in able
            and person.id not in writers
            and (person.role is Role.LEAD or not needs_lead(material.rules))
        ]
        return tuple(sorted(found, key=lambda approver: approver.must_change))

    def seen(self, person: Person, standing: Standing, writers: set[PersonId]) -> Approver:
        """Return a person with what is to be known of them; ``writers`` are whom they must not depend on."""
        names = {known.id: known.name for known in self._workspace.people()}
        return Approver(
            person=person,
            standing=standing,
            said=standing_sentences(person.id, standing, names),
            must_change=any(standing.knows_passphrase(writer) for writer in writers - {person.id}),
        )

    def approve(
        self, inspection_id: InspectionId, document_id: DocumentId, person_id: PersonId, passphrase: str
    ) -> Document:
        """Let a second person approve, by their own passphrase; nobody approves what they wrote."""
        document = unapproved(self._records.open_document(inspection_id, document_id))
        material = self._records.material(inspection_id, document)
        self._records.refuse_blocked(material, Act.APPROVE)
        if person_id in self.writers(inspection_id, material):
            raise NotAllowed(
                sentence("Nobody approves what they wrote. Ask a second person to approve this notice.")
            )
        approvers = {one.person.id: one for one in self.approvers(inspection_id, material)}
        if person_id not in approvers:
            raise NotAllowed(sentence("This person may not approve this notice. Ask a team lead."))
        if approvers[person_id].must_change:
            raise NotAllowed(
                sentence(
                    "{name}'s passphrase was set by somebody who wrote this notice. {name} changes it first: "
                    "Ctrl+L, unlock as {name}, then People & keys. Nothing was approved.",
                    name=approvers[person_id].person.name,
                )
            )
        confirmed = self._workspace.confirm(person_id, passphrase)
        frozen = replace(document, deadline=material.deadline)
        approved = replace(
            frozen,
            state=DocumentState.APPROVED,
            approved_by=confirmed.person.id,
            approved_at=self._desk.clock.now(),
            approved_content=fingerprint(self._records.material(inspection_id, frozen)),
            approver=approvers[person_id].standing,
        )
        return self._records.put(inspection_id, approved, f"notice approved by {confirmed.person.id}")

    def writers(self, inspection_id: InspectionId, material: Material) -> set[PersonId]:
        """Everybody who wrote in the draft or in one of its findings, by the journal."""
        store = self._desk.inspection(inspection_id)
        own = {
            revision.line.person
            for revision in store.history(Document, material.document.id)
            if revision.line.what in _WRITES_NOTICE
        }
        return own | {
            revision.line.person
            for finding in material.findings
            for revision in store.history(Finding, finding.id)
            if revision.line.what not in _LEAVES_FINDING
        }


def needs_lead(rules: DocumentRules) -> bool:
    """Tell whether the pack asks for more than a second person."""
    return rules.approval not in (ApprovalLevel.NONE, ApprovalLevel.SECOND_PERSON)


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
