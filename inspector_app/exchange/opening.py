"""Opening a package: nothing is believed before its signature, its parts and its chains hold."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.exchange import BlobEntry, ChainEnd, Manifest, PackageKind
from inspector_app.domain.ids import DeviceId, InspectionId, LineId, PersonId, Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.ports import Progress
from inspector_app.domain.wording import sentence
from inspector_app.exchange import wire
from inspector_app.exchange.cards import card_from
from inspector_app.exchange.envelope import open_sealed
from inspector_app.exchange.packages import BLOB, KIND, LINE, PART_SUFFIX, SUFFIX

_MOST_PARTS = 100_000
_BIGGEST_PART = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    path: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What anybody may read of a package: who sealed it, for whom, and which files belong to it."""

    digest: str
    path: Path
    verify_key: str
    sender: str
    """Fingerprint of the sender's card."""
    to: str
    """Fingerprint of the receiver's card."""
    parts: tuple[Part, ...]
    inside: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobChunk:
    sha256: Sha256
    data: bytes


def open_outside(path: Path) -> Outside:
    """Read a package's naming file and check its signature; its parts are not read yet."""
    try:
        data = wire.read_file(path, wire.MOST_BYTES)
        body = wire.load(data)
        if body.get("kind") != KIND or path.suffix.lower() != SUFFIX:
            raise wire.Unreadable
        if wire.number(body, "format") > wire.FORMAT:
            raise UnusableInput(
                sentence(
                    "{name} was made by a newer version of the program. Install that version; "
                    "nothing was changed.",
                    name=path.name,
                )
            )
        outside = _outside(path, data, body)
        if wire.dump(body) != data or not wire.holds(body, outside.verify_key):
            raise wire.Unreadable
    except wire.Unreadable as error:
        raise UnusableInput(
            sentence(
                "{name} is not a package, or it is damaged or was changed. Ask for it again; "
                "nothing was taken.",
                name=path.name,
            )
        ) from error
    except OSError as error:
        raise EnvironmentProblem(
            sentence("{name} cannot be read. Check the medium and try again.", name=path.name)
        ) from error
    return outside


def check_parts(outside: Outside, progress: Progress) -> None:
    """Read every part once and compare its hash; say which is missing or damaged."""
    total = sum(part.size for part in outside.parts)
    done = 0
    for number, part in enumerate(outside.parts, start=1):
        progress.report(done, total)
        _read_part(part, number, len(outside.parts))
        done += part.size
    progress.report(total, total)


def read_manifest(outside: Outside, identity: str) -> Manifest:
    """Open the envelope with the receiver's secret key and read what the package says of itself."""
    try:
        body = wire.load(open_sealed(outside.inside, identity))
        manifest = _manifest(body)
        same = manifest.sender.verify_key == outside.verify_key
        if not same or manifest.recipient != outside.to or manifest.sender.fingerprint != outside.sender:
            raise wire.Unreadable
    except (wire.Unreadable, ValueError, KeyError) as error:
        raise _damaged(outside) from error
    return manifest


def read_content(outside: Outside, identity: str, progress: Progress) -> Iterator[BlobChunk | Line]:
    """Yield originals in chunks, then lines, as the sender wrote them."""
    total = sum(part.size for part in outside.parts)
    done = 0
    for number, part in enumerate(outside.parts, start=1):
        progress.report(done, total)
        sealed = _read_part(part, number, len(outside.parts))
        try:
            yield from _frames(open_sealed(sealed, identity))
        except (wire.Unreadable, ValueError, KeyError) as error:
            raise _damaged(outside) from error
        done += part.size
    progress.report(total, total)


def ends_from(body: dict[str, Any], name: str) -> tuple[ChainEnd, ...]:
    """Read the ends of chains, or raise ``Unreadable``."""
    return tuple(
        ChainEnd(
            device=DeviceId(wire.text(entry, "device", longest=64)),
            sequence=wire.number(entry, "sequence"),
            hash=wire.text(entry, "hash", longest=80),
        )
        for entry in wire.entries(body, name)
    )


def _outside(path: Path, data: bytes, body: dict[str, Any]) -> Outside:
    listed = wire.entries(body, "parts")
    if len(listed) > _MOST_PARTS:
        raise wire.Unreadable
    try:
        inside = base64.b64decode(wire.text(body, "inside", longest=wire.MOST_BYTES), validate=True)
    except binascii.Error as error:
        raise wire.Unreadable from error
    return Outside(
        digest=hashlib.sha256(data).hexdigest(),
        path=path,
        verify_key=wire.verify_key(body, "from"),
        sender=wire.text(body, "sender", longest=32),
        to=wire.text(body, "to", longest=32),
        parts=tuple(
            Part(
                path=path.with_name(f"{path.stem}.{number:04}{PART_SUFFIX}"),
                size=wire.number(entry, "size"),
                sha256=wire.digest(entry, "sha256"),
            )
            for number, entry in enumerate(listed, start=1)
        ),
        inside=inside,
    )


def _read_part(part: Part, number: int, count: int) -> bytes:
    try:
        if part.size <= _BIGGEST_PART and part.path.stat().st_size == part.size:
            with suppress(wire.Unreadable):
                data = wire.read_file(part.path, part.size)
                if hashlib.sha256(data).hexdigest() == part.sha256:
                    return data
    except FileNotFoundError as error:
        raise UnusableInput(
            sentence(
                "Part {number} of {count} is missing: {name}. Copy all files of the package; "
                "nothing was taken.",
                number=number,
                count=count,
                name=part.path.name,
            )
        ) from error
    except OSError as error:
        raise EnvironmentProblem(
            sentence("{name} cannot be read. Check the medium and try again.", name=part.path.name)
        ) from error
    raise UnusableInput(
        sentence(
            "Part {number} of {count} is damaged: {name}. Copy it again; nothing was taken.",
            number=number,
            count=count,
            name=part.path.name,
        )
    )


def _manifest(body: dict[str, Any]) -> Manifest:
    sender = body.get("sender")
    if not isinstance(sender, dict):
        raise wire.Unreadable
    made_at = datetime.fromisoformat(wire.text(body, "made_at", longest=40))
    if made_at.tzinfo is None:
        raise wire.Unreadable
    inspection = wire.text(body, "inspection", longest=64)
    if not inspection or not all(letter.isalnum() or letter in "-_" for letter in inspection):
        raise wire.Unreadable  # it becomes the name of a file
    return Manifest(
        inspection=InspectionId(inspection),
        sender=card_from(sender),
        recipient=wire.text(body, "recipient", longest=32),
        sequence=wire.number(body, "sequence", least=1),
        previous=wire.text(body, "previous", longest=64),
        kind=PackageKind(wire.text(body, "kind")),
        made_at=made_at,
        schema=wire.number(body, "schema"),
        base=ends_from(body, "base"),
        heads=ends_from(body, "heads"),
        blobs=tuple(
            BlobEntry(sha256=Sha256(wire.text(entry, "sha256", longest=80)), size=wire.number(entry, "size"))
            for entry in wire.entries(body, "blobs")
        ),
        lines=wire.number(body, "lines"),
    )


def _frames(plain: bytes) -> Iterator[BlobChunk | Line]:
    at = 0
    while at < len(plain):
        kind, length = plain[at : at + 1], int.from_bytes(plain[at + 1 : at + 5], "big")
        payload = plain[at + 5 : at + 5 + length]
        if len(payload) != length:
            raise wire.Unreadable
        at += 5 + length
        if kind == LINE:
            yield _line(wire.load(payload))
        elif kind == BLOB and length > _NAME:
            yield BlobChunk(sha256=Sha256(payload[:_NAME].hex()), data=payload[_NAME:])
        else:
            raise wire.Unreadable


_NAME = 32


def _line(body: dict[str, Any]) -> Line:
    at = datetime.fromisoformat(wire.text(body, "at", longest=40))
    if at.tzinfo is None:
        raise wire.Unreadable
    long = wire.MOST_BYTES
    return Line(
        id=LineId(wire.text(body, "id", longest=64)),
        device=DeviceId(wire.text(body, "device", longest=64)),
        sequence=wire.number(body, "sequence", least=1),
        clock=wire.number(body, "clock"),
        at=at,
        person=PersonId(wire.text(body, "person", longest=64)),
        what=wire.text(body, "what", longest=200),
        entity_kind=wire.text(body, "entity_kind", longest=64),
        entity_id=wire.text(body, "entity_id", longest=400),
        revision=wire.number(body, "revision"),
        body=wire.text(body, "body", longest=long),
        previous=wire.text(body, "previous", longest=80),
        hash=wire.text(body, "hash", longest=80),
    )


def _damaged(outside: Outside) -> UnusableInput:
    return UnusableInput(
        sentence(
            "{name} is not a package, or it is damaged or was changed. Ask for it again; nothing was taken.",
            name=outside.path.name,
        )
    )
