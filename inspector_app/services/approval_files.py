"""What both sides of an approval by file do: read it, write it, and ask whose it is and whom it is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import EnvironmentProblem, NotAllowed
from inspector_app.domain.exchange import Card
from inspector_app.domain.wording import sentence
from inspector_app.exchange.approvals import MOST_BYTES, Outside
from inspector_app.system.chosen_files import read_chosen
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.services.cards import CardService


def read_file(path: Path) -> bytes:
    """Return a file's bytes; a pipe, a folder or what is too large is refused."""
    return read_chosen(path, MOST_BYTES)


def write_file(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all."""
    try:
        write_beside(path, [data])
    except OSError as error:
        raise EnvironmentProblem(
            sentence("The approval file cannot be written there. Check the stick and try again.")
        ) from error
    return path


def believed(cards: CardService, outside: Outside) -> Card:
    """Return the known card of who signed a file that is for this laptop; anything else is refused."""
    own = cards.own()
    if outside.to != own.fingerprint:
        known = cards.by_fingerprint(outside.to)
        raise NotAllowed(
            sentence(
                "This approval file is for {name}, not for this laptop. Nothing was changed.",
                name=known.name if known is not None else outside.to,
            )
        )
    sender = cards.by_key(outside.verify_key)
    if sender is None:
        raise NotAllowed(
            sentence(
                "This approval file is signed by a laptop that is not known here. Exchange cards first, "
                "and compare their codes; nothing was changed."
            )
        )
    return sender
