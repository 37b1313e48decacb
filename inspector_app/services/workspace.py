"""The workspace: its first start, who unlocks it, who belongs to it, and what can still open it."""

from __future__ import annotations

from dataclasses import replace

from inspector_app.domain.access import (
    PassphraseGiven,
    PassphraseWay,
    Standing,
    Voucher,
    check_passphrase,
)
from inspector_app.domain.codes import normalised_code
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import PersonId, SlotId
from inspector_app.domain.people import Device, Person, Role
from inspector_app.domain.wording import sentence
from inspector_app.domain.workspace import PROFILE, Profile, WaysIn
from inspector_app.services.credentials import Confirmed, Credentials, device_id
from inspector_app.services.desk import Desk
from inspector_app.services.door import Door
from inspector_app.services.token_keys import TokenKeys
from inspector_app.services.vouching import ADDED, CHANGED, GIVEN, TAKEN_AWAY, Vouching
from inspector_app.system.folders import private_folder
from inspector_app.system.keys import KeyFile
from inspector_app.system.wrapping import Cost


class WorkspaceService(Door):
    """What people do with the workspace itself."""

    def __init__(self, desk: Desk, *, cost: Cost | None = None) -> None:
        """``cost`` is what a guess of a passphrase costs; tests choose a cheap one."""
        super().__init__(desk.folder, KeyFile(desk.folder, desk.clock, desk.randomness, cost))
        self._desk = desk
        self.credentials = Credentials(desk, self._keys)
        self.tokens = TokenKeys(desk, self.credentials)
        self._vouching = Vouching(desk, self._keys)

    def create(
        self,
        *,
        bureau: str,
        name: str,
        certificate_number: str,
        passphrase: str,
        role: Role = Role.INSPECTOR,
    ) -> Person:
        """Set this laptop up for a bureau with its first person, who has then unlocked it."""
        if self.exists:
            raise NotAllowed(sentence("This laptop is set up already. Unlock it with your passphrase."))
        person = self._new_person(name, certificate_number, role)
        check_passphrase(passphrase, person.name)
        bureau = bureau.strip()
        if not bureau:
            raise UnusableInput(sentence("Enter the bureau's name as it stands on its documents."))
        private_folder(self._desk.folder)
        workspace = self._desk.ids.new()
        master = self._keys.create(workspace, person.id, person.name, passphrase, b"")
        self._sit_down(master, person)
        with self._desk.workspace.intention("workspace created", self._desk.author) as unit:
            unit.put(Profile(bureau=bureau))
            unit.put(person)
        self.credentials.confirm(person.id, passphrase)
        return person

    def unlock(self, person_id: PersonId, passphrase: str) -> Person:
        """Open the workspace for a person; whoever sat here before leaves."""
        opened = self._keys.open_person(person_id, passphrase)
        return self._sit_down(opened.master, self._placeholder(person_id))

    def lock(self) -> None:
        """Close every file and forget every key."""
        self._desk.lock()

    # People

    def people(self) -> list[Person]:
        """Return everybody known here, whether or not they have a passphrase on this laptop."""
        return self._desk.workspace.all(Person)

    def add_person(
        self,
        name: str,
        certificate_number: str = "",
        role: Role = Role.INSPECTOR,
        *,
        unit: str = "",
        passphrase: str = "",
        lead_passphrase: str = "",
    ) -> Person:
        """Enter a person; with a passphrase, which they type themselves, they can unlock and sign.

        Once a lead has a passphrase, a further lead is entered with a lead's passphrase only.
        """
        person = replace(self._new_person(name, certificate_number, role), unit=unit.strip())
        self._refuse_anothers_number(person)
        if passphrase:
            check_passphrase(passphrase, person.name)
        if role.leads:
            self._vouching.ask_lead(lead_passphrase)
        self._put_person(person, ADDED)
        if passphrase:
            self._give_passphrase(person, passphrase)
        return person

    def voucher_for(self, person_id: PersonId) -> Voucher:
        """Return who has to stand by before this person gets a passphrase."""
        return self._vouching.needed_for_passphrase(self._known(person_id))

    def passphrase_given_by(self, person_id: PersonId) -> PassphraseGiven | None:
        """Return who gave a person the passphrase they have; ``None`` for who set this laptop up."""
        return self.standing(person_id).given

    def standing(self, person_id: PersonId) -> Standing:
        """Return how a person came to be one of their own here: entered, given a passphrase, changed it."""
        return self._vouching.standing(person_id)

    def give_passphrase(self, person_id: PersonId, passphrase: str, *, vouched: str = "") -> None:
        """Let a known person unlock and sign here.

        ``vouched`` is what :meth:`voucher_for` asks for: a lead's passphrase, or the recovery key or
        the bureau's private key for somebody whose passphrase was taken away.
        """
        person, way = self._known(person_id), PassphraseWay.PERSON
        check_passphrase(passphrase, person.name)
        voucher = self._vouching.needed_for_passphrase(person)
        if voucher is Voucher.THEMSELVES:
            raise NotAllowed(
                sentence(
                    "This person has a passphrase already, which only they can change. If it is forgotten, "
                    "use the recovery key or the bureau's key."
                )
            )
        if voucher is Voucher.LEAD:
            self._vouching.ask_lead(vouched)
        elif voucher is Voucher.RECOVERY:
            way = self._vouching.ask_recovery(vouched)
        self._give_passphrase(person, passphrase, way)

    def _give_passphrase(
        self, person: Person, passphrase: str, way: PassphraseWay = PassphraseWay.PERSON
    ) -> None:
        """Make a slot and a new certificate; a signing key behind a forgotten passphrase is lost with it."""
        check_passphrase(passphrase, person.name)
        signer = self.credentials.new_signer(person)
        self._keys.set_person(self._desk.master, person.id, person.name, passphrase, signer.to_secret())
        self.credentials.record(person.id, signer, GIVEN[way])

    def revise_person(self, person: Person, *, lead_passphrase: str = "") -> Person:
        """Correct what is known of a person; who is a lead changes with a lead's passphrase only."""
        if not person.name.strip():
            raise UnusableInput(sentence("A person needs a name."))
        self._refuse_anothers_number(person)
        before = self._known(person.id).role
        if before is not person.role and (before.leads or person.role.leads):
            self._vouching.ask_lead(lead_passphrase)
        return self._put_person(person, "person revised")

    def take_passphrase_away(self, person_id: PersonId) -> None:
        """End a person's access on this laptop; the person and what they did stay."""
        if person_id == self._desk.person.id:
            raise NotAllowed(sentence("You cannot end your own access. Another person can do it for you."))
        person = self._known(person_id)
        if person.role.leads:
            raise NotAllowed(
                sentence(
                    "A lead's access is ended in two steps. Nothing was changed; correct the role first, "
                    "with a lead's passphrase."
                )
            )
        self._note(TAKEN_AWAY, person)  # first: what is not written down would not be asked for later
        self._keys.remove(SlotId(person_id))

    def change_passphrase(self, person_id: PersonId, old: str, new: str) -> None:
        """Wrap the same keys under a new passphrase."""
        check_passphrase(new, self._known(person_id).name)
        if new == old:
            raise UnusableInput(
                sentence("This is the present passphrase. Choose another; nothing was changed.")
            )
        self._keys.change_passphrase(person_id, old, new)
        self._note(CHANGED, self._known(person_id))

    def confirm(self, person_id: PersonId, passphrase: str) -> Confirmed:
        """Check that a person stands here, for an approval or a signature."""
        return self.credentials.confirm(person_id, passphrase)

    # The bureau

    def profile(self) -> Profile:
        """Return whose workspace this is."""
        return self._desk.workspace.get(Profile, PROFILE) or Profile(bureau="")

    def rename_bureau(self, bureau: str) -> Profile:
        """Correct the bureau's name; documents that left keep theirs."""
        if not bureau.strip():
            raise UnusableInput(sentence("Enter the bureau's name as it stands on its documents."))
        return self._put_profile(replace(self.profile(), bureau=bureau.strip()), "bureau renamed")

    # Ways in

    def ways_in(self) -> WaysIn:
        """Return what can open this workspace if a passphrase is forgotten."""
        return WaysIn(slots=self._keys.slots, risk_accepted=self.profile().risk_accepted_by is not None)

    def accept_risk(self) -> WaysIn:
        """Confirm that one forgotten passphrase may lose everything; who confirmed is written down."""
        self._put_profile(
            replace(
                self.profile(),
                risk_accepted_by=self._desk.person.id,
                risk_accepted_at=self._desk.clock.now(),
            ),
            "risk of one passphrase accepted",
        )
        return self.ways_in()

    def require_recovery(self) -> None:
        """Refuse to begin an inspection that one forgotten passphrase would lose."""
        if not self.ways_in().may_inspect:
            raise NotAllowed(
                sentence(
                    "If your passphrase is forgotten, everything here is lost. Print a recovery key, set the "
                    "bureau's key or add a second person first, or confirm that you accept this."
                )
            )

    def make_recovery_key(self) -> tuple[str, ...]:
        """Make a recovery key to be printed or written down now; it cannot be shown again."""
        groups = self._keys.make_recovery_key(self._desk.master)
        self._note("recovery key made", self._desk.person)
        return groups

    def set_bureau_key(self, public_key: str) -> WaysIn:
        """Let the holder of the bureau's private key open this workspace."""
        self._keys.set_bureau_key(self._desk.master, public_key)
        self._note("bureau's key set", self._desk.person)
        return self.ways_in()

    def recover(self, recovery_key: str, person_id: PersonId, new_passphrase: str) -> Person:
        """Open with the printed key and give a person a new passphrase."""
        master = self._keys.open_recovery(recovery_key)
        return self._let_back_in(master, person_id, new_passphrase, PassphraseWay.RECOVERY)

    def recover_as_bureau(self, private_key: str, person_id: PersonId, new_passphrase: str) -> Person:
        """Open with the bureau's private key and give a person a new passphrase."""
        master = self._keys.open_bureau(private_key)
        return self._let_back_in(master, person_id, new_passphrase, PassphraseWay.BUREAU)

    # Safety copies

    @property
    def identity(self) -> str:
        """The workspace's own name, which says nothing; it stays through restoring."""
        return self._keys.workspace

    def keys_for_safety_copy(self, device_secret: str) -> bytes:
        """Return the key file as it may lie on a stick: no names, nothing that signs as this laptop."""
        return self._keys.for_safety_copy(device_secret)

    # Inside

    def _let_back_in(
        self, master: bytes, person_id: PersonId, new_passphrase: str, way: PassphraseWay
    ) -> Person:
        check_passphrase(new_passphrase, self._placeholder(person_id).name)
        person = self._sit_down(master, self._placeholder(person_id))
        self._give_passphrase(person, new_passphrase, way)
        return person

    def _sit_down(self, master: bytes, person: Person) -> Person:
        """Open the files and let a person work; what an interrupted first start left out is made up for."""
        store = self._desk.open_workspace(master)
        key = self.credentials.device_key()
        device = Device(id=device_id(key), name="", public_key=key.public_key)
        known = store.get(Person, person.id)
        self._desk.seat(known or person, device.id)
        if known is None or store.get(Device, device.id) is None:
            with store.intention("laptop introduced", self._desk.author) as unit:
                unit.put(known or person)
                unit.put(device)
        return known or person

    def _placeholder(self, person_id: PersonId) -> Person:
        """Return a person as the slot names them, in case the workspace does not know them yet."""
        slot = next((slot for slot in self.people_who_unlock() if slot.id == SlotId(person_id)), None)
        if slot is None:
            raise NotAllowed(sentence("This person has no passphrase on this laptop. Choose another name."))
        return Person(id=person_id, name=slot.label)

    def _new_person(self, name: str, certificate_number: str, role: Role) -> Person:
        if not name.strip():
            raise UnusableInput(sentence("A person needs a name."))
        return Person(
            id=PersonId(self._desk.ids.new()),
            name=name.strip(),
            certificate_number=certificate_number.strip(),
            role=role,
        )

    def _known(self, person_id: PersonId) -> Person:
        person = self._desk.workspace.get(Person, person_id)
        if person is None:
            raise NotAllowed(sentence("This person is not known on this laptop. Add the person first."))
        return person

    def _refuse_anothers_number(self, person: Person) -> None:
        """A certificate is one person's: whoever is entered twice would be two inspectors."""
        number = normalised_code(person.certificate_number)
        for other in self.people():
            if number and other.id != person.id and normalised_code(other.certificate_number) == number:
                raise UnusableInput(
                    sentence(
                        "The certificate number {number} is {name}'s here. Nothing was changed; compare it "
                        "with the certificate, or correct the entry of {name}.",
                        number=person.certificate_number,
                        name=other.name,
                    )
                )

    def _put_person(self, person: Person, what: str) -> Person:
        with self._desk.workspace.intention(what, self._desk.author) as unit:
            unit.put(person)
        return person

    def _put_profile(self, profile: Profile, what: str) -> Profile:
        with self._desk.workspace.intention(what, self._desk.author) as unit:
            unit.put(profile)
        return profile

    def _note(self, what: str, person: Person) -> None:
        """Write down in the journal what happened to the key file, which has no journal of its own."""
        self._put_person(person, what)
