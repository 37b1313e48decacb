"""Laptops introduced to one another: this one's card, and the cards of others that people have compared."""

from __future__ import annotations

from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem, NotAllowed
from inspector_app.domain.exchange import Card, KnownCard
from inspector_app.domain.ids import DeviceId
from inspector_app.domain.readable import clean
from inspector_app.domain.wording import sentence
from inspector_app.exchange.cards import SUFFIX, read_card, write_card
from inspector_app.services.desk import Desk
from inspector_app.services.workspace import WorkspaceService
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.device import box_key_of
from inspector_app.system.exports import write_beside

_MOST_BYTES = 64 * 1024


class CardService:
    """Makes this laptop's card and keeps those of others."""

    def __init__(self, desk: Desk, workspace: WorkspaceService) -> None:
        self._desk = desk
        self._workspace = workspace

    def own(self) -> Card:
        """Return the card of this laptop, in the name of whoever unlocked it."""
        credentials = self._workspace.credentials
        person = self._desk.person
        return Card(
            device=self._desk.device,
            name=person.name,
            role=person.role,
            bureau=self._workspace.profile().bureau,
            verify_key=credentials.device_key().public_key,
            box_key=box_key_of(credentials.box_identity()),
        )

    def write(self, folder: Path) -> Path:
        """Write the card into a folder, for another laptop to read."""
        card = self.own()
        path = folder / f"{card.device[:8]}{SUFFIX}"  # never its code: that is read out, not sent along
        data = write_card(card, self._workspace.credentials.device_key().sign_bytes)
        try:
            write_beside(path, [data])
        except OSError as error:
            raise EnvironmentProblem(
                sentence("The card cannot be written there. Check the stick and try again.")
            ) from error
        return path

    def read(self, path: Path) -> Card:
        """Read a card; it is known only after people have compared its code, see :meth:`introduce`."""
        card = read_card(read_chosen(path, _MOST_BYTES))
        if card.device == self._desk.device:
            raise NotAllowed(
                sentence("This is the card of this laptop itself. Read the other laptop's card.")
            )
        return card

    def introduce(self, card: Card, code: str) -> KnownCard:
        """Let a laptop be known; ``code`` is its fingerprint as its owner read it out."""
        if clean(code) != clean(card.fingerprint):
            raise NotAllowed(
                sentence(
                    "The code does not fit this card. Have it read out from the other laptop's own window; "
                    "if it still differs, do not trust the file."
                )
            )
        known = KnownCard(
            id=card.device,
            card=card,
            confirmed_by=self._desk.person.id,
            confirmed_at=self._desk.clock.now(),
        )
        with self._desk.workspace.intention("laptop made known", self._desk.author) as unit:
            unit.put(known)
        return known

    def forget(self, device: DeviceId) -> None:
        """Stop taking packages from a laptop; what it sent stays."""
        with self._desk.workspace.intention("laptop forgotten", self._desk.author) as unit:
            unit.remove(KnownCard, device)

    def known(self) -> list[KnownCard]:
        return self._desk.workspace.all(KnownCard)

    def by_fingerprint(self, fingerprint: str) -> Card | None:
        """Return a known card, or this laptop's own."""
        cards = [self.own(), *(known.card for known in self.known())]
        return next((card for card in cards if card.fingerprint == fingerprint), None)

    def by_key(self, verify_key: str) -> Card | None:
        """Return the known card whose laptop signs with that key."""
        return next((known.card for known in self.known() if known.card.verify_key == verify_key), None)
