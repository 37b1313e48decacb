"""What every new piece of evidence is labelled with: letter and number, and how far to trust the clock."""

from __future__ import annotations

from collections.abc import Sequence
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

    def __init__(self, device: DeviceId, present: Sequence[tuple[str, str, int]]) -> None:
        """``present``: device, letter and number of every piece, in the order of intake."""
        self.device = device
        self.last: dict[str, int] = {}
        self.foreign = {letter for other, letter, _ in present if other != device}
        self.letter = next((c for c in ascii_uppercase if c not in self.foreign), ascii_uppercase[-1])
        for other, letter, number in present:
            if other == device:
                self._count(letter, number)

    def used(self, evidence: Evidence) -> None:
        self._count(evidence.group, evidence.running_number)

    def _count(self, letter: str, number: int) -> None:
        self.letter = letter
        self.last[letter] = max(self.last.get(letter, 0), number)


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
