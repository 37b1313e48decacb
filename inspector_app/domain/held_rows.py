"""Rows of ledgers that a suspicion or finding rests on, held by identity (D6) and written shortly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from inspector_app.domain.ids import LedgerId
from inspector_app.domain.ledger import RowPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRows:
    """Rows of one sheet of one file of a ledger; ``rows`` is like ``2-5,9``, from 1 as in the source."""

    ledger: LedgerId
    file: int
    """Place of the file in the ledger's list, from 0."""
    sheet: int
    rows: str

    @property
    def numbers(self) -> Iterator[int]:
        """The rows one by one, ascending."""
        for part in self.rows.split(","):
            first, _, last = part.partition("-")
            yield from range(int(first), int(last or first) + 1)

    @property
    def places(self) -> Iterator[RowPlace]:
        """Where each row stands; file and sheet count inside this ledger."""
        return (RowPlace(file=self.file, sheet=self.sheet, row=row) for row in self.numbers)


def hold(places: Iterable[tuple[LedgerId, RowPlace]]) -> tuple[HeldRows, ...]:
    """Write rows shortly, each once, in the order of ledger, file and sheet."""
    found: dict[tuple[LedgerId, int, int], set[int]] = defaultdict(set)
    for ledger, place in places:
        found[ledger, place.file, place.sheet].add(place.row)
    return tuple(
        HeldRows(ledger=ledger, file=file, sheet=sheet, rows=_written(rows))
        for (ledger, file, sheet), rows in sorted(found.items())
    )


def united(groups: Iterable[tuple[HeldRows, ...]]) -> tuple[HeldRows, ...]:
    """Return all rows of several groups, each once."""
    return hold((held.ledger, place) for group in groups for held in group for place in held.places)


def common(some: tuple[HeldRows, ...], others: tuple[HeldRows, ...]) -> tuple[HeldRows, ...]:
    """Return the rows that stand in both."""
    wanted = {(held.ledger, held.file, held.sheet): held for held in others}
    found = []
    for held in some:
        other = wanted.get((held.ledger, held.file, held.sheet))
        if other is not None:
            both = set(held.numbers) & set(other.numbers)
            if both:
                found.append(
                    HeldRows(ledger=held.ledger, file=held.file, sheet=held.sheet, rows=_written(both))
                )
    return tuple(found)


def identities(held: Iterable[HeldRows]) -> frozenset[tuple[LedgerId, RowPlace]]:
    """Return each row with its ledger, to look many up."""
    return frozenset((part.ledger, place) for part in held for place in part.places)


def count(held: Iterable[HeldRows]) -> int:
    """Return how many rows these are."""
    return sum(1 for part in held for _ in part.numbers)


def _written(rows: set[int]) -> str:
    parts = []
    for _, run in groupby(enumerate(sorted(rows)), key=lambda numbered: numbered[1] - numbered[0]):
        numbers = [row for _, row in run]
        parts.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ",".join(parts)
