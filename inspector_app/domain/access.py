"""Who can open the workspace: slots that each hold the same key, wrapped for somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ids import PersonId, SlotId
from inspector_app.domain.wording import sentence


class SlotKind(StrEnum):
    """What opens a slot."""

    PERSON = "person"
    RECOVERY = "recovery"
    BUREAU = "bureau"


class PassphraseWay(StrEnum):
    """What let a person have the passphrase they have."""

    PERSON = "person"
    RECOVERY = "recovery"
    BUREAU = "bureau"


class Voucher(StrEnum):
    """Who has to stand by before a person gets a passphrase."""

    NOBODY = "nobody"
    THEMSELVES = "themselves"
    LEAD = "lead"
    RECOVERY = "recovery"
    """The printed recovery key or the bureau's private key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseGiven:
    """Who sat here when a person was given a passphrase: how independent a second person is."""

    by: PersonId
    way: PassphraseWay
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a person came to stand here as one of their own; an approval keeps it as it was."""

    entered_by: PersonId | None = None
    """Who wrote the person down on this laptop; ``None`` for who set it up."""
    entered_at: datetime | None = None
    given: PassphraseGiven | None = None
    """Who gave them the passphrase they have; ``None`` for who set this laptop up."""
    changed_at: datetime | None = None
    """When they last changed it themselves, under their own name."""

    def knows_passphrase(self, person: PersonId) -> bool:
        """Tell whether another person gave this passphrase and may still know it."""
        given = self.given
        is_from = given is not None and given.way is PassphraseWay.PERSON and given.by == person
        return is_from and self.changed_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way to open the workspace, as it can be read before anything is unlocked."""

    id: SlotId
    """A person's slot has the person's id."""
    kind: SlotKind
    label: str
    """The person's name; for the bureau's slot the public key."""
    created_at: datetime
    failures: int = 0
    """Wrong passphrases in a row."""


def wait_after(failures: int) -> int:
    """Return the seconds to wait after wrong passphrases in a row: two are free, then it doubles."""
    if failures < 3:
        return 0
    return min(5 << min(failures - 3, 10), 300)


def only_one_passphrase(slots: tuple[Slot, ...]) -> bool:
    """Tell whether everything is lost when a single person forgets a passphrase."""
    return len(slots) == 1 and slots[0].kind is SlotKind.PERSON


LEAST_CHARACTERS = 8


def check_passphrase(passphrase: str, name: str) -> None:
    """Refuse what is guessed first; length helps more than odd characters."""
    if len(passphrase.strip()) < LEAST_CHARACTERS:
        raise UnusableInput(
            sentence(
                "A passphrase has at least {count} characters. A short sentence is best.",
                count=LEAST_CHARACTERS,
            )
        )
    if len(set(passphrase)) < 4 or (name and passphrase.strip() == name):
        raise UnusableInput(sentence("This passphrase is guessed too easily. A short sentence is best."))
