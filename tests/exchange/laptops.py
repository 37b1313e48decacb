"""Laptops for tests of the exchange: keys, cards, a small package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector_app.domain.chain import NOTHING, hash_of
from inspector_app.domain.exchange import BlobEntry, Card, ChainEnd, Manifest, PackageKind
from inspector_app.domain.ids import DeviceId, InspectionId, LineId, PersonId, Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Role
from inspector_app.domain.ports import Progress, Silent
from inspector_app.exchange.packages import Content, WrittenPackage, write_package

NIGHT = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)
ORIGINALS = {"a": b"photograph " * 500, "b": bytes(range(256)) * 40}


@dataclass(frozen=True)
class Laptop:
    key: Ed25519PrivateKey
    identity: str
    card: Card

    @classmethod
    def make(cls, name: str, role: Role = Role.INSPECTOR) -> Laptop:
        key = Ed25519PrivateKey.generate()
        public = key.public_key().public_bytes_raw().hex()
        identity = pyrage.x25519.Identity.generate()
        card = Card(
            device=DeviceId(public[:32]),
            name=name,
            role=role,
            bureau="青禾县医疗保障局",
            verify_key=f"ed25519:{public}",
            box_key=str(identity.to_public()),
        )
        return cls(key, str(identity), card)

    def sign(self, message: bytes) -> str:
        return "ed25519:" + self.key.sign(message).hex()


def a_line(laptop: Laptop, number: int = 1, previous: str = NOTHING) -> Line:
    line = Line(
        id=LineId(f"line-{number}"),
        device=laptop.card.device,
        sequence=number,
        clock=number,
        at=NIGHT,
        person=PersonId("lin"),
        what="bed checked",
        entity_kind="bed_check",
        entity_id="x",
        revision=1,
        body='{"name":"岩\\n㛃"}',
        previous=previous,
        hash="",
    )
    from dataclasses import replace

    return replace(line, hash=hash_of(line))


def originals() -> dict[Sha256, bytes]:
    import hashlib

    return {Sha256(hashlib.sha256(data).hexdigest()): data for data in ORIGINALS.values()}


def write(
    folder: Path, sender: Laptop, receiver: Laptop, *, part_size: int = 4096, progress: Progress | None = None
) -> WrittenPackage:
    """Write a package of two originals and one line in small parts."""
    held = originals()
    line = a_line(sender)

    def chunks(name: Sha256) -> Iterator[bytes]:
        data = held[name]
        yield from (data[start : start + 1000] for start in range(0, len(data), 1000))

    manifest = Manifest(
        inspection=InspectionId("0190-1"),
        sender=sender.card,
        recipient=receiver.card.fingerprint,
        sequence=1,
        previous="",
        kind=PackageKind.FULL,
        made_at=NIGHT,
        schema=1,
        base=(),
        heads=(ChainEnd(device=line.device, sequence=1, hash=line.hash),),
        blobs=tuple(BlobEntry(sha256=name, size=len(data)) for name, data in held.items()),
        lines=1,
    )
    return write_package(
        folder,
        "handover-0001",
        manifest,
        Content(blobs=manifest.blobs, read_blob=chunks, lines=[line]),
        [receiver.card.box_key, sender.card.box_key],
        sender.sign,
        progress or Silent(),
        part_size=part_size,
    )
