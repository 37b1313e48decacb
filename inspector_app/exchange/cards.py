"""Card files: how one laptop is introduced to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.exchange import Card
from inspector_app.domain.ids import DeviceId
from inspector_app.domain.people import Role
from inspector_app.domain.wording import sentence
from inspector_app.exchange import wire

KIND = "card"
SUFFIX = ".card"
_MOST_BYTES = 16 * 1024

Sign = Callable[[bytes], str]
"""Signs bytes with the laptop's key; returns ``ed25519:`` and hexadecimal."""


def write_card(card: Card, sign: Sign) -> bytes:
    """Return the file that introduces a laptop; it is signed by the key that it names."""
    body: dict[str, Any] = {"kind": KIND, "format": wire.FORMAT, **card_body(card)}
    return wire.dump({**body, "signature": sign(wire.signed_bytes(body))})


def read_card(data: bytes) -> Card:
    """Read a card; the keys are then to be compared by people, by their fingerprint."""
    try:
        if len(data) > _MOST_BYTES:
            raise wire.Unreadable
        body = wire.load(data)
        if body.get("kind") != KIND:
            raise wire.Unreadable
        if wire.number(body, "format") > wire.FORMAT:
            raise UnusableInput(
                sentence("This card was made by a newer version of the program. Install that version first.")
            )
        card = card_from(body)
        if not wire.holds(body, card.verify_key):
            raise wire.Unreadable
    except wire.Unreadable as error:
        raise UnusableInput(
            sentence("This is not a laptop's card, or it was changed. Ask for it again; nothing was changed.")
        ) from error
    return card


def card_body(card: Card) -> dict[str, Any]:
    """Return a card as JSON values."""
    return {
        "device": card.device,
        "name": card.name,
        "role": card.role.value,
        "bureau": card.bureau,
        "verify_key": card.verify_key,
        "box_key": card.box_key,
    }


def card_from(body: dict[str, Any]) -> Card:
    """Read the values that :func:`card_body` wrote, or raise ``Unreadable``."""
    try:
        role = Role(wire.text(body, "role"))
    except ValueError as error:
        raise wire.Unreadable from error
    card = Card(
        device=DeviceId(wire.text(body, "device", longest=64)),
        name=wire.text(body, "name", longest=100),
        role=role,
        bureau=wire.text(body, "bureau", longest=200),
        verify_key=wire.verify_key(body, "verify_key"),
        box_key=wire.box_key(body, "box_key"),
    )
    if not card.name.strip() or not card.verify_key.removeprefix("ed25519:").startswith(card.device):
        raise wire.Unreadable  # a laptop's id is the beginning of its own key
    return card
