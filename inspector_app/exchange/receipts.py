"""Receipt files: a laptop's signed word that it holds these originals and these lines."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.exchange import Receipt
from inspector_app.domain.ids import InspectionId, Sha256
from inspector_app.domain.wording import sentence
from inspector_app.exchange import wire
from inspector_app.exchange.cards import Sign
from inspector_app.exchange.opening import ends_from
from inspector_app.exchange.packages import ends_body

KIND = "receipt"
SUFFIX = ".receipt"


def write_receipt(receipt: Receipt, verify_key: str, sign: Sign) -> bytes:
    """Return the file; it names nobody but laptops by their fingerprint and originals by their hash."""
    body: dict[str, Any] = {
        "kind": KIND,
        "format": wire.FORMAT,
        "from": verify_key,
        "package": receipt.id,
        "inspection": receipt.inspection,
        "receiver": receipt.receiver,
        "heads": ends_body(receipt.heads),
        "blobs": list(receipt.blobs),
        "received_at": receipt.received_at.isoformat(),
    }
    return wire.dump({**body, "signature": sign(wire.signed_bytes(body))})


def read_receipt(data: bytes) -> tuple[Receipt, str]:
    """Return a receipt and the key that signed it; whether the key is known is the caller's to judge."""
    try:
        body = wire.load(data)
        if body.get("kind") != KIND:
            raise wire.Unreadable
        if wire.number(body, "format") > wire.FORMAT:
            raise UnusableInput(
                sentence(
                    "This receipt was made by a newer version of the program. Install that version first."
                )
            )
        key = wire.verify_key(body, "from")
        if wire.dump(body) != data or not wire.holds(body, key):
            raise wire.Unreadable
        at = datetime.fromisoformat(wire.text(body, "received_at", longest=40))
        blobs = body.get("blobs")
        if at.tzinfo is None or not isinstance(blobs, list) or not all(isinstance(one, str) for one in blobs):
            raise wire.Unreadable
        receipt = Receipt(
            id=wire.digest(body, "package"),
            inspection=InspectionId(wire.text(body, "inspection", longest=64)),
            receiver=wire.text(body, "receiver", longest=32),
            heads=ends_from(body, "heads"),
            blobs=tuple(Sha256(one) for one in blobs),
            received_at=at,
        )
    except (wire.Unreadable, ValueError) as error:
        raise UnusableInput(
            sentence("This is not a receipt, or it was changed. Ask for it again; nothing was changed.")
        ) from error
    return receipt, key
