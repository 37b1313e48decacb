"""Letters of evidence for the laptops of one visit: given with the package, before any has a picture."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from inspector_app.domain.evidence import Evidence, LetterGiven

if TYPE_CHECKING:
    from inspector_app.domain.exchange import Card
    from inspector_app.domain.ids import DeviceId
    from inspector_app.domain.inspection import Inspection
    from inspector_app.domain.people import Author
    from inspector_app.storage.store import Store

GIVEN = "evidence letters given"


def letters_given(store: Store) -> dict[str, str]:
    """Return the letter of each laptop that got one with a package, or gave the first."""
    return {one.id: one.letter for one in store.all(LetterGiven)}


def give_letter(store: Store, inspection: Inspection | None, to: Card, author: Author) -> None:
    """Give the receiver of a package a letter of its own; a lead who only reviews needs none."""
    names = {one.name for one in inspection.team} if inspection is not None else set()
    given = letters_given(store)
    if to.device in given or (to.role.leads and to.name not in names):
        return
    used: dict[DeviceId, str] = {}
    for device, letter in store.fields(Evidence, "device", "group"):
        used.setdefault(device, letter)
    fresh = [
        LetterGiven(id=device, letter=_free({*used.values(), *given.values()}, used.get(device)))
        for device in (author.device,)
        if device not in given
    ]
    taken = {*used.values(), *given.values(), *(one.letter for one in fresh)}
    fresh.append(LetterGiven(id=to.device, letter=_free(taken, used.get(to.device))))
    with store.intention(GIVEN, author) as unit:
        for one in fresh:
            unit.put(one)


def _free(taken: set[str], own: str | None) -> str:
    return own or next((letter for letter in ascii_uppercase if letter not in taken), ascii_uppercase[-1])
