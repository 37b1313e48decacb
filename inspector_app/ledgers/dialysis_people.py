"""Who is who across the ledgers of dialysis: by number where ledgers share their numbers, else by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from inspector_app.domain.dialyser_models import text_key

Named = tuple[str, str]
"""Number and name as a ledger gives them, either may be empty."""


class People:
    """Numbers and names that stand for one person.

    Numbers that occur in two ledgers beside the same name are one space of numbers, and people of one
    name stay apart. A ledger with numbers of its own (透析号) is compared by name, and then people of one
    name are compared together, because nothing tells them apart.
    """

    def __init__(self, ledgers: Sequence[Sequence[Named]]) -> None:
        self._above: dict[str, str] = {}
        self._shown: dict[str, Named] = {}
        spaces = [_numbers(ledger) for ledger in ledgers]
        ids_of_name: dict[str, set[str]] = defaultdict(set)
        for space in spaces:
            for number, names in space.items():
                for name in names:
                    ids_of_name[name].add(number)
        base = spaces[0] if spaces else {}
        for place, (ledger, space) in enumerate(zip(ledgers, spaces, strict=True)):
            others = [base] if place else spaces[1:]
            is_shared = any(_meet(space, other) for other in others)
            for number, name in dict.fromkeys(ledger):
                key = text_key(name)
                if number and key and not is_shared and any(_has_name(other, key) for other in others):
                    for same in ids_of_name[key]:
                        self._unite("#" + same, "@" + key)
                if not number and key:
                    for same in ids_of_name[key]:
                        self._unite("#" + same, "@" + key)
        for ledger in ledgers:
            for number, name in ledger:
                person = self.person(number, name)
                if person is not None:
                    before = self._shown.get(person, ("", ""))
                    self._shown[person] = (before[0] or number, before[1] or name)

    def person(self, number: str, name: str) -> str | None:
        """The person's key; nobody where a row names nobody."""
        if number:
            return self._top("#" + number)
        key = text_key(name)
        return self._top("@" + key) if key else None

    def named(self, person: str) -> Named:
        """The person's number and name as the first ledger gives them."""
        return self._shown.get(person, ("", person[1:]))

    def shown(self, person: str) -> str:
        """Name and number, as points name people."""
        number, name = self.named(person)
        return f"{name}（{number}）" if name and number else name or number

    def _top(self, key: str) -> str:
        while key in self._above:
            key = self._above[key]
        return key

    def _unite(self, one: str, other: str) -> None:
        tops = sorted({self._top(one), self._top(other)})
        if len(tops) == 2:
            self._above[tops[1]] = tops[0]


def _numbers(ledger: Sequence[Named]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for number, name in ledger:
        if number:
            found[number].add(text_key(name))
    return found


def _meet(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    """Tell whether a number of both stands beside the same name, or beside none."""
    return any(
        one[number] & other[number] or not any(one[number]) or not any(other[number])
        for number in one.keys() & other.keys()
    )


def _has_name(space: dict[str, set[str]], name: str) -> bool:
    return any(name in names for names in space.values())
