"""The key file beside the workspace: one random key, wrapped once for everybody who may open it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from inspector_app.domain.access import Slot, SlotKind, wait_after
from inspector_app.domain.errors import DamagedFile, DiskFull, NotAllowed, UnusableInput, WrongPassphrase
from inspector_app.domain.ids import PersonId, SlotId
from inspector_app.domain.ports import Clock, Randomness
from inspector_app.domain.readable import read_checked, with_checks, wrong_groups
from inspector_app.domain.wording import counted, sentence
from inspector_app.system import slotfile, wrapping
from inspector_app.system.chosen_files import opened
from inspector_app.system.durable import write_durably
from inspector_app.system.slotfile import Contents, WrappedSlot
from inspector_app.system.wrapping import Cost, DoesNotOpen

FILE_NAME = "keys.json"
MOST_BYTES = 4 << 20
"""A key file of a thousand people is a quarter of it."""
COPY_NAME = "keys-copy.json"
RECOVERY_GROUPS = 8
_RECOVERY_BYTES = 20
_RECOVERY_SLOT = SlotId("recovery")
_BUREAU_SLOT = SlotId("bureau")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a passphrase gives: the workspace's key and the person's own secret."""

    master: bytes = field(repr=False)
    secret: bytes = field(repr=False)


def file_key(master: bytes, name: str) -> bytes:
    """Return the raw key of one database file; each file has its own."""
    return wrapping.derive(master, f"inspection-desk/file/{name}")


def looks_like_recovery_key(typed: str) -> bool:
    """Tell a recovery key from a passphrase where one line asks for either."""
    return wrong_groups(typed, RECOVERY_GROUPS) == ()


class KeyFile:
    """The slots of one workspace. Every change is on the disk when the method returns."""

    def __init__(self, folder: Path, clock: Clock, randomness: Randomness, cost: Cost | None = None) -> None:
        self._path = folder / FILE_NAME
        self._copy = folder / COPY_NAME
        self._clock = clock
        self._randomness = randomness
        self._cost = cost or Cost()
        self._contents: Contents | None = None

    @property
    def exists(self) -> bool:
        return self._path.exists() or self._copy.exists()

    @property
    def workspace(self) -> str:
        return self._read().workspace

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, readable without any passphrase."""
        return tuple(slot.shown for slot in self._read().slots)

    def create(self, workspace: str, person: PersonId, name: str, passphrase: str, secret: bytes) -> bytes:
        """Start a workspace with one person's slot and return its new key."""
        if self.exists:
            raise NotAllowed(
                sentence(
                    "There is a workspace here already. Nothing was changed; "
                    "unlock it or choose another folder."
                )
            )
        master = self._randomness.bytes(wrapping.KEY_BYTES)
        self._contents = Contents(workspace=workspace)
        try:
            self.set_person(master, person, name, passphrase, secret)
        except BaseException:
            self._contents = None
            raise
        return master

    def set_person(self, master: bytes, person: PersonId, name: str, passphrase: str, secret: bytes) -> None:
        """Give a person a slot, or a new one in the place of a forgotten passphrase."""
        self._write(self._read().with_slot(self._person_slot(master, person, name, passphrase, secret)))

    def seconds_to_wait(self, person: PersonId) -> int:
        """Return how long this person's next passphrase must wait; setting the clock back does not help."""
        slot = self._read().find(person)
        if slot is None or slot.last_failure is None:
            return 0
        whole = timedelta(seconds=wait_after(slot.failures))
        left = slot.last_failure + whole - self._clock.now()
        return max(0, -(-min(left, whole) // timedelta(seconds=1)))

    def open_person(self, person: PersonId, passphrase: str) -> Opened:
        """Open a person's slot; a wrong passphrase is counted on disk and makes the next one wait."""
        slot = self._person(person)
        seconds = self.seconds_to_wait(person)
        if seconds:
            raise NotAllowed(
                counted(
                    seconds,
                    sentence("Too many wrong passphrases. Nothing is lost; try again in a second."),
                    sentence(
                        "Too many wrong passphrases. Nothing is lost; try again in {seconds} seconds.",
                        seconds=seconds,
                    ),
                )
            )
        try:
            opened = self._open(slot, passphrase)
        except DoesNotOpen as error:
            self._count_failure(slot)
            raise WrongPassphrase(
                sentence("This is not the passphrase of {name}. Nothing is lost; try again.", name=slot.label)
            ) from error
        if slot.failures:
            self._write(self._read().with_slot(replace(slot, failures=0, last_failure=None)))
        return opened

    def open_whoever(self, passphrase: str) -> tuple[PersonId, Opened]:
        """Open the slot that this passphrase fits, for a safety copy, which names nobody.

        Nothing is counted: whoever holds a copy can try at leisure, and the copy is not written to.
        """
        for slot in self._read().slots:
            if slot.kind is SlotKind.PERSON:
                try:
                    return PersonId(slot.id), self._open(slot, passphrase)
                except DoesNotOpen:
                    continue
        raise WrongPassphrase(
            sentence(
                "This passphrase opens nothing in this safety copy. It was the passphrase of the day of the "
                "copy; try that one, or the recovery key."
            )
        )

    def for_safety_copy(self, device_secret: str) -> bytes:
        """Return the key file without names, and without what only this laptop may sign with."""
        contents = self._read()
        slots = tuple(
            replace(
                slot, label="" if slot.kind is SlotKind.PERSON else slot.label, failures=0, last_failure=None
            )
            for slot in contents.slots
        )
        sealed = {name: value for name, value in contents.sealed.items() if name != device_secret}
        return slotfile.write(replace(contents, slots=slots, sealed=sealed))

    def take_over(self, content: bytes, names: Mapping[str, str]) -> None:
        """Begin with the key file of a safety copy, and name its people again."""
        contents = slotfile.read(content, FILE_NAME)
        self._write(
            replace(
                contents,
                slots=tuple(replace(slot, label=names.get(slot.id, slot.label)) for slot in contents.slots),
            )
        )

    def change_passphrase(self, person: PersonId, old: str, new: str) -> None:
        """Wrap the same key again; no other file changes."""
        opened = self.open_person(person, old)
        self.set_person(opened.master, person, self._person(person).label, new, opened.secret)

    def replace_secret(self, person: PersonId, passphrase: str, secret: bytes) -> None:
        """Keep another signing key for a person."""
        opened = self.open_person(person, passphrase)
        self.set_person(opened.master, person, self._person(person).label, passphrase, secret)

    def remove(self, slot_id: SlotId) -> None:
        """Take a slot away; the last one stays, because without it nothing opens any more."""
        contents = self._read()
        if len(contents.slots) == 1:
            raise NotAllowed(
                sentence("This is the last way into the workspace. It stays; add another one first.")
            )
        self._write(contents.without(slot_id))

    def make_recovery_key(self, master: bytes) -> tuple[str, ...]:
        """Make a recovery key to be printed, kept nowhere; an earlier one stops working."""
        secret = self._randomness.bytes(_RECOVERY_BYTES)
        groups = with_checks(secret)
        self._add(master, _RECOVERY_SLOT, SlotKind.RECOVERY, "", _recovery_cipher_key(secret))
        return groups

    def open_recovery(self, typed: str) -> bytes:
        """Return the workspace's key for a recovery key that was typed back from paper."""
        slot = self._read().find(_RECOVERY_SLOT)
        if slot is None:
            raise NotAllowed(
                sentence("This workspace has no recovery key. Use a passphrase or the bureau's key.")
            )
        wrong = wrong_groups(typed, RECOVERY_GROUPS)
        if wrong is None:
            raise UnusableInput(
                sentence(
                    "A recovery key has {count} groups of five characters. Type all of them.",
                    count=RECOVERY_GROUPS,
                )
            )
        if wrong:
            places = ", ".join(str(place) for place in wrong)
            raise UnusableInput(
                sentence("These groups are mistyped: {places}. Compare them with the paper.", places=places)
            )
        key = _recovery_cipher_key(read_checked(typed, RECOVERY_GROUPS))
        try:
            return wrapping.unseal(key, slot.master, self._place(slot.kind, slot.id, "master"))
        except DoesNotOpen as error:
            raise WrongPassphrase(
                sentence("This recovery key belongs to another workspace or was replaced by a newer one.")
            ) from error

    def set_bureau_key(self, master: bytes, public_key: str) -> None:
        """Let the holder of the bureau's private key open this workspace."""
        public_key = public_key.strip()
        if not wrapping.is_bureau_key(public_key):
            raise UnusableInput(
                sentence("This is not a public key of the bureau: it begins with age1. Nothing was changed.")
            )
        place = self._place(SlotKind.BUREAU, _BUREAU_SLOT, "master")
        self._write(
            self._read().with_slot(
                WrappedSlot(
                    id=_BUREAU_SLOT,
                    kind=SlotKind.BUREAU,
                    label=public_key,
                    created_at=self._clock.now(),
                    master=wrapping.seal_for_bureau(public_key, master, place),
                )
            )
        )

    def open_bureau(self, private_key: str) -> bytes:
        """Return the workspace's key for the bureau's private key."""
        slot = self._read().find(_BUREAU_SLOT)
        if slot is None:
            raise NotAllowed(sentence("The bureau's key was never set for this workspace."))
        try:
            return wrapping.unseal_as_bureau(
                private_key, slot.master, self._place(slot.kind, slot.id, "master")
            )
        except DoesNotOpen as error:
            raise WrongPassphrase(sentence("This private key does not open this workspace.")) from error

    def seal(self, master: bytes, name: str, secret: bytes) -> None:
        """Keep a secret of the laptop itself, such as its signing key."""
        contents = self._read()
        key = wrapping.derive(master, f"inspection-desk/sealed/{name}")
        sealed = wrapping.seal(key, secret, self._place("sealed", name, "secret"), self._randomness)
        self._write(replace(contents, sealed={**contents.sealed, name: sealed}))

    def unseal(self, master: bytes, name: str) -> bytes | None:
        """Return a secret of the laptop, or ``None`` when it was never kept."""
        sealed = self._read().sealed.get(name)
        if sealed is None:
            return None
        key = wrapping.derive(master, f"inspection-desk/sealed/{name}")
        try:
            return wrapping.unseal(key, sealed, self._place("sealed", name, "secret"))
        except DoesNotOpen as error:
            raise self._tampered() from error

    def _open(self, slot: WrappedSlot, passphrase: str) -> Opened:
        if slot.cost is None:
            raise DoesNotOpen
        key = wrapping.key_from_passphrase(passphrase, slot.salt, slot.cost)
        master = wrapping.unseal(key, slot.master, self._place(slot.kind, slot.id, "master"))
        if not slot.secret:
            return Opened(master=master, secret=b"")
        try:
            secret = wrapping.unseal(key, slot.secret, self._place(slot.kind, slot.id, "secret"))
        except DoesNotOpen as error:
            raise self._tampered() from error
        return Opened(master=master, secret=secret)

    def _person_slot(
        self, master: bytes, person: PersonId, name: str, passphrase: str, secret: bytes
    ) -> WrappedSlot:
        salt = self._randomness.bytes(16)
        key = wrapping.key_from_passphrase(passphrase, salt, self._cost)
        slot_id, kind = SlotId(person), SlotKind.PERSON
        return WrappedSlot(
            id=slot_id,
            kind=kind,
            label=name,
            created_at=self._clock.now(),
            salt=salt,
            cost=self._cost,
            master=wrapping.seal(key, master, self._place(kind, slot_id, "master"), self._randomness),
            secret=wrapping.seal(key, secret, self._place(kind, slot_id, "secret"), self._randomness)
            if secret
            else b"",
        )

    def _add(self, master: bytes, slot_id: SlotId, kind: SlotKind, label: str, key: bytes) -> None:
        sealed = wrapping.seal(key, master, self._place(kind, slot_id, "master"), self._randomness)
        slot = WrappedSlot(id=slot_id, kind=kind, label=label, created_at=self._clock.now(), master=sealed)
        self._write(self._read().with_slot(slot))

    def _count_failure(self, slot: WrappedSlot) -> None:
        counted = replace(slot, failures=slot.failures + 1, last_failure=self._clock.now())
        try:
            self._write(self._read().with_slot(counted))
        except (DiskFull, OSError):
            # A full or read-only disk must not shut people out of their own data.
            log.warning("a wrong passphrase could not be counted", exc_info=True)

    def _person(self, person: PersonId) -> WrappedSlot:
        slot = self._read().find(person)
        if slot is None or slot.kind is not SlotKind.PERSON:
            raise NotAllowed(
                sentence(
                    "This person has no passphrase on this laptop. Ask somebody who has to add the person."
                )
            )
        return slot

    def _place(self, kind: str, slot_id: str, what: str) -> str:
        """Name what a ciphertext is for, so that none can be moved to another place."""
        return f"inspection-desk-keys/1/{self._read().workspace}/{kind}/{slot_id}/{what}"

    def _tampered(self) -> DamagedFile:
        return DamagedFile(
            sentence(
                "The key file {name} was changed by something other than this program. "
                "The inspections themselves are safe; put back a safety copy of {name}.",
                name=FILE_NAME,
            )
        )

    def _read(self) -> Contents:
        if self._contents is None:
            self._contents = self._read_from_disk()
        return self._contents

    def _read_from_disk(self) -> Contents:
        """Prefer the file; its copy stands in when the file is missing or damaged."""
        if not self.exists:
            raise DamagedFile(
                sentence("The key file {name} is missing. Put back a safety copy of {name}.", name=FILE_NAME)
            )
        try:
            return slotfile.read(_bytes_of(self._path), FILE_NAME)
        except (FileNotFoundError, DamagedFile):
            if not self._copy.exists():
                raise
            contents = slotfile.read(_bytes_of(self._copy), FILE_NAME)
            log.info("the key file is missing or damaged; its copy takes its place")
            if self._path.exists():
                self._path.replace(self._path.with_name("keys-damaged.json"))
            self._write(contents)
            return contents

    def _write(self, contents: Contents) -> None:
        text = slotfile.write(contents)
        write_durably(self._path, text)
        self._contents = contents
        write_durably(self._copy, text)


def _bytes_of(path: Path) -> bytes:
    """Read a key file; on a stick somebody else may have put anything under its name."""
    with opened(path) as file:
        return file.read(MOST_BYTES)


def _recovery_cipher_key(secret: bytes) -> bytes:
    """160 random bits need no slow derivation."""
    return wrapping.derive(secret, "inspection-desk/recovery")
