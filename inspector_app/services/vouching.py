"""Who let whom in: what one person alone may not do, so that a second person is one."""

from __future__ import annotations

from inspector_app.domain.access import PassphraseGiven, PassphraseWay, SlotKind, Standing, Voucher
from inspector_app.domain.errors import NotAllowed, WrongPassphrase
from inspector_app.domain.ids import PersonId
from inspector_app.domain.people import Person
from inspector_app.domain.wording import sentence
from inspector_app.domain.workspace import Certificate
from inspector_app.services.desk import Desk
from inspector_app.system.keys import KeyFile

TAKEN_AWAY = "passphrase taken away"
CHANGED = "passphrase changed"
ADDED = "person added"
GIVEN = {
    PassphraseWay.PERSON: "passphrase given",
    PassphraseWay.RECOVERY: "passphrase given by recovery key",
    PassphraseWay.BUREAU: "passphrase given by the bureau's key",
}
"""What the journal says of each way; it is read back here, so the words never change."""


class Vouching:
    """Asks a lead, the printed key or the bureau's key before somebody becomes a second person."""

    def __init__(self, desk: Desk, keys: KeyFile) -> None:
        self._desk = desk
        self._keys = keys

    def standing(self, person_id: PersonId) -> Standing:
        """Return who wrote a person down here, who gave the present passphrase, and their own change.

        A change counts only where the person had unlocked the laptop themselves.
        """
        lines = [revision.line for revision in self._desk.workspace.history(Person, person_id)]
        first = lines[0] if lines and lines[0].what == ADDED else None
        ways = {what: way for way, what in GIVEN.items()}
        past = (revision.line for revision in self._desk.workspace.history(Certificate, person_id))
        given = max((line for line in past if line.what in ways), key=lambda line: line.clock, default=None)
        own = [
            line.at
            for line in lines
            if line.what == CHANGED
            and line.person == person_id
            and (given is None or line.clock > given.clock)
        ]
        return Standing(
            entered_by=first.person if first else None,
            entered_at=first.at if first else None,
            given=PassphraseGiven(by=given.person, way=ways[given.what], at=given.at) if given else None,
            changed_at=own[-1] if own else None,
        )

    def needed_for_passphrase(self, person: Person) -> Voucher:
        """Return who has to vouch for this person before they get a passphrase here."""
        if person.id in self._with_passphrase():
            return Voucher.THEMSELVES
        past = self._desk.workspace.history(Person, person.id)
        if any(revision.line.what == TAKEN_AWAY for revision in past):
            return Voucher.RECOVERY
        return Voucher.LEAD if person.role.leads and self.leads() else Voucher.NOBODY

    def leads(self) -> list[Person]:
        """Return the leads who have a passphrase here; whoever sits here comes first."""
        able = self._with_passphrase()
        leads = [
            person for person in self._desk.workspace.all(Person) if person.role.leads and person.id in able
        ]
        return sorted(leads, key=lambda person: person.id != self._desk.person.id)

    def ask_lead(self, passphrase: str) -> None:
        """Refuse unless this is a lead's passphrase; without a lead who has one nobody is asked."""
        leads = self.leads()
        if not leads:
            return
        if not passphrase:
            raise NotAllowed(
                sentence(
                    "Who becomes or stays a lead is confirmed by a lead. Nothing was changed; let {name} "
                    "type their passphrase.",
                    name="、".join(lead.name for lead in leads),
                )
            )
        for lead in leads[:-1]:
            try:
                self._keys.open_person(lead.id, passphrase)
            except WrongPassphrase:
                continue
            return
        self._keys.open_person(leads[-1].id, passphrase)

    def ask_recovery(self, key: str) -> PassphraseWay:
        """Refuse unless this is the printed recovery key or the bureau's private key."""
        if not key.strip():
            raise NotAllowed(
                sentence(
                    "This person's passphrase was taken away. Only the recovery key or the bureau's key "
                    "lets them in again; nothing was changed."
                )
            )
        if key.strip().upper().startswith("AGE-"):
            self._keys.open_bureau(key)
            return PassphraseWay.BUREAU
        self._keys.open_recovery(key)
        return PassphraseWay.RECOVERY

    def _with_passphrase(self) -> set[str]:
        return {str(slot.id) for slot in self._keys.slots if slot.kind is SlotKind.PERSON}
