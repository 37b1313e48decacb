"""What every new piece of evidence is labelled with: letter and number, and how far to trust the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.inspection import Visit
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    from inspector_app.domain.evidence import Evidence
    from inspector_app.domain.ids import DeviceId
    from inspector_app.storage.store import Store


class Numbers:
    """This laptop's letters and last numbers in one inspection; only this laptop adds to them."""

    def __init__(
        self,
        device: DeviceId,
        present: Sequence[tuple[str, str, int]],
        given: Mapping[str, str] | None = None,
    ) -> None:
        """``present``: device, letter and number of every piece, in the order of intake.

        ``given`` are letters that laptops got with a package, by device. Where two took the same letter
        before either knew of the other, what they have stays, and the next gets a letter of its own.
        """
        given = given or {}
        self.device = device
        self.merges = 0
        """How many packages the file had taken in when this was read."""
        self.last: dict[str, int] = {}
        self.foreign = {letter for other, letter, _ in present if other != device}
        self.foreign |= {letter for other, letter in given.items() if other != device}
        for other, letter, number in present:
            if other == device:
                self._count(letter, number)
        used = next(reversed(self.last), "")
        wanted = (used, given.get(device, ""), *ascii_uppercase)
        self.letter = next((c for c in wanted if c and c not in self.foreign), ascii_uppercase[-1])

    def used(self, evidence: Evidence) -> None:
        self._count(evidence.group, evidence.running_number)
        self.letter = evidence.group

    def _count(self, letter: str, number: int) -> None:
        self.last[letter] = max(self.last.pop(letter, 0), number)  # the one used last stands last


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The letter that the next evidence gets, and the letters of other laptops."""

    letter: str
    foreign: frozenset[str] = frozenset()


def check_letter(letter: str, numbers: Numbers) -> None:
    """Refuse what is no letter and what is another laptop's."""
    if letter not in ascii_uppercase or len(letter) != 1:
        raise UnusableInput(sentence("A group is one letter from A to Z."))
    if letter in numbers.foreign:
        raise UnusableInput(
            sentence(
                "Group {letter} belongs to another laptop in this inspection. Choose another letter.",
                letter=letter,
            )
        )


def clock_of(store: Store) -> tuple[float | None, bool]:
    """Return what the visit knows of the clock: its offset, and whether it jumped since it was compared."""
    visits = store.all(Visit)
    visit = next((known for known in reversed(visits) if known.is_open), None)
    if visit is None:
        return None, False
    if visit.clock is None:
        return None, bool(visit.jumps)
    return visit.clock.offset_seconds, len(visit.jumps) > visit.clock.jumps_before
