"""Signing keys: a person's behind their passphrase, the bureau's and the laptop's behind the workspace's."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DeviceId, InspectionId, PersonId
from inspector_app.domain.journal import Head
from inspector_app.domain.people import Device, Person
from inspector_app.domain.wording import sentence
from inspector_app.domain.workspace import BUREAU, PROFILE, Certificate, Profile
from inspector_app.services.desk import Desk
from inspector_app.services.signing_keys import key_from, token_of
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.device import DeviceKey, make_box_identity
from inspector_app.system.keys import KeyFile, Opened

if TYPE_CHECKING:
    from inspector_app.documents.authority import Authority, Certified, Signer
    from inspector_app.documents.tokens import TokenCertificate

_AUTHORITY = "authority"
_BUREAU_SIGNER = "bureau-signer"
_LAPTOP_SIGNER = "laptop-signer"
_LAPTOP = "检查终端"
"""Stands before the laptop's code in its certificate, which is never a person's."""
DEVICE_KEY = "device"
BOX_KEY = "box"
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A person who has just given their own passphrase, with their key for this one use."""

    person: Person
    signer: Signer | TokenCertificate = field(repr=False)
    """The key itself, or the token that holds it; see :func:`signing_keys.opened`."""


class Credentials:
    """Makes, keeps and hands out what signs."""

    def __init__(self, desk: Desk, keys: KeyFile) -> None:
        self._desk = desk
        self._keys = keys

    def confirm(self, person_id: PersonId, passphrase: str) -> Confirmed:
        """Check that a person stands here, by their own passphrase, whoever unlocked the desk."""
        person = self._desk.workspace.get(Person, person_id)
        if person is None:
            raise NotAllowed(sentence("This person is not known on this laptop. Add the person first."))
        opened = self._keys.open_person(person_id, passphrase)
        return Confirmed(person=person, signer=self._signer(person, passphrase, opened))

    def bureau_signer(self) -> Signer | TokenCertificate:
        """Return what signs in the bureau's name; made by the own authority until one is brought."""
        kept = self._keys.unseal(self._desk.master, _BUREAU_SIGNER)
        if kept is not None:
            return key_from(kept)
        bureau = self._bureau()
        signer = self.authority().certify(bureau, "", bureau, self._desk.clock.now())
        self._keys.seal(self._desk.master, _BUREAU_SIGNER, signer.to_secret())
        self._record(BUREAU, signer, "bureau's certificate made")
        return signer

    def laptop_signer(self) -> Signer:
        """Return what seals in this laptop's name; made anew where its key or the calendar went on."""
        from inspector_app.documents.authority import Signer

        now = self._desk.clock.now()
        name = f"{_LAPTOP}{self._desk.device[:8]}"
        kept = self._keys.unseal(self._desk.master, _LAPTOP_SIGNER)
        if kept is not None:
            signer = Signer.from_secret(kept)
            if signer.name == name and signer.is_valid_at(now):
                return signer
        signer = self.authority().certify(name, "", self._bureau(), now)
        self._keys.seal(self._desk.master, _LAPTOP_SIGNER, signer.to_secret())
        return signer

    def import_for_person(
        self, person_id: PersonId, passphrase: str, content: bytes, file_passphrase: str
    ) -> Certificate:
        """Let a person sign with a certificate from outside (.p12, .pfx)."""
        signer = self._imported(content, file_passphrase)
        self._refuse_anothers(person_id, signer)
        self._keys.replace_secret(person_id, passphrase, signer.to_secret())
        return self._record(person_id, signer, "certificate imported")

    def import_for_bureau(self, content: bytes, file_passphrase: str) -> Certificate:
        """Sign in the bureau's name with a certificate issued to it."""
        signer = self._imported(content, file_passphrase)
        self._keys.seal(self._desk.master, _BUREAU_SIGNER, signer.to_secret())
        return self._record(BUREAU, signer, "bureau's certificate imported")

    def use_token_for_person(
        self, person_id: PersonId, passphrase: str, token: TokenCertificate
    ) -> Certificate:
        """Remember behind a person's passphrase which token signs; its PIN is never kept."""
        self._refuse_anothers(person_id, token)
        self._keys.replace_secret(person_id, passphrase, token.to_secret())
        return self._record(person_id, token, "token chosen")

    def use_token_for_bureau(self, token: TokenCertificate) -> Certificate:
        """Remember which token signs in the bureau's name; its PIN is never kept."""
        self._keys.seal(self._desk.master, _BUREAU_SIGNER, token.to_secret())
        return self._record(BUREAU, token, "bureau's token chosen")

    def token_labels(self) -> dict[str, str]:
        """Return the token of everybody who signs with one, by person or ``bureau``."""
        return {entry.id: entry.token for entry in self.certificates() if entry.token}

    def _imported(self, content: bytes, file_passphrase: str) -> Signer:
        from inspector_app.documents.authority import import_pkcs12
        from inspector_app.documents.signing import probe

        signer = import_pkcs12(content, file_passphrase)
        probe(signer, self._desk.clock.now())
        return signer

    def import_file_for_person(
        self, person_id: PersonId, passphrase: str, file: Path, file_passphrase: str
    ) -> Certificate:
        """Import from a file; see :meth:`import_for_person`."""
        return self.import_for_person(person_id, passphrase, read_chosen(file, _MOST_BYTES), file_passphrase)

    def import_file_for_bureau(self, file: Path, file_passphrase: str) -> Certificate:
        """Import from a file; see :meth:`import_for_bureau`."""
        return self.import_for_bureau(read_chosen(file, _MOST_BYTES), file_passphrase)

    def certificates(self) -> list[Certificate]:
        """Return what is publicly known of every certificate that signs here."""
        return self._desk.workspace.all(Certificate)

    def authority(self) -> Authority:
        """Return the workspace's own authority, making it when it is first needed."""
        from inspector_app.documents.authority import Authority

        kept = self._keys.unseal(self._desk.master, _AUTHORITY)
        if kept is not None:
            return Authority.from_secret(kept)
        authority = Authority.make(self._bureau(), self._desk.clock.now())
        self._keys.seal(self._desk.master, _AUTHORITY, authority.to_secret())
        return authority

    def new_signer(self, person: Person) -> Signer:
        """Make a key and a certificate of the own authority for a person."""
        return self.authority().certify(
            person.name, person.certificate_number, self._bureau(), self._desk.clock.now()
        )

    def device_key(self) -> DeviceKey:
        """Return the laptop's key, making it when it is first needed."""
        kept = self._keys.unseal(self._desk.master, DEVICE_KEY)
        if kept is not None:
            return DeviceKey(kept)
        key = DeviceKey.make(self._desk.randomness)
        self._keys.seal(self._desk.master, DEVICE_KEY, key.secret)
        return key

    def take_device(self, key: DeviceKey) -> Device:
        """Let this laptop sign with another key, and so under another name, from now on."""
        self._keys.seal(self._desk.master, DEVICE_KEY, key.secret)
        return Device(id=device_id(key), name="", public_key=key.public_key)

    def box_identity(self) -> str:
        """Return the secret that opens packages for this laptop, making it when it is first needed."""
        kept = self._keys.unseal(self._desk.master, BOX_KEY)
        if kept is not None:
            return kept.decode()
        identity = make_box_identity()
        self._keys.seal(self._desk.master, BOX_KEY, identity.encode())
        return identity

    def signed_head(self, inspection: InspectionId) -> Head | None:
        """Return the end of this laptop's chain in an inspection, signed; ``None`` before its first line.

        The caller keeps it in the intention that makes something leave.
        """
        line = self._desk.inspection(inspection).journal.last(self._desk.device)
        if line is None:
            return None
        now = self._desk.clock.now()
        head = Head(
            id=self._desk.ids.new(),
            device=line.device,
            sequence=line.sequence,
            hash=line.hash,
            signed_at=now,
            signature="",
        )
        return self.device_key().sign(head, now)

    def record(self, person_id: PersonId, signer: Signer, what: str) -> Certificate:
        """Write down the public side of a person's certificate."""
        return self._record(person_id, signer, what)

    def _signer(self, person: Person, passphrase: str, opened: Opened) -> Signer | TokenCertificate:
        """Return the person's key; one that is missing or of an outdated licence is made anew."""
        now = self._desk.clock.now()
        if opened.secret:
            signer = key_from(opened.secret)
            ours = not signer.is_vouched_outside and not token_of(signer)
            fits = (
                person.name.startswith(signer.name) and signer.certificate_number == person.certificate_number
            )
            if not ours or (fits and signer.is_valid_at(now)):
                return signer
        made = self.new_signer(person)
        self._keys.replace_secret(person.id, passphrase, made.to_secret())
        self._record(person.id, made, "certificate made")
        return made

    def _refuse_anothers(self, person_id: PersonId, signer: Certified) -> None:
        """Nobody signs under another name: the notice prints one, verifiers read the other."""
        person = self._desk.workspace.get(Person, person_id)
        if person is not None and not signer.speaks_of(person.name):
            raise UnusableInput(
                sentence(
                    "This certificate was issued to {other}, not to {name}. Nothing was changed; choose the "
                    "certificate of {name}.",
                    other=signer.name,
                    name=person.name,
                )
            )

    def _record(self, owner: str, signer: Signer | TokenCertificate, what: str) -> Certificate:
        certificate = Certificate(
            id=owner,
            name=signer.name,
            certificate_number=signer.certificate_number,
            issuer=signer.issuer,
            valid_until=signer.valid_until,
            is_vouched_outside=signer.is_vouched_outside,
            authority_code=signer.authority_code,
            token=token_of(signer).strip(),
        )
        with self._desk.workspace.intention(what, self._desk.author) as unit:
            unit.put(certificate)
        return certificate

    def _bureau(self) -> str:
        profile = self._desk.workspace.get(Profile, PROFILE)
        return profile.bureau if profile is not None else ""


def device_id(key: DeviceKey) -> DeviceId:
    """Name a laptop by its public key, so that nobody can sign in another laptop's name."""
    return DeviceId(key.public_key.removeprefix("ed25519:")[:32])
