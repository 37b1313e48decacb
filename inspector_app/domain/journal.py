"""The journal's values: lines chained per device, heads that others can check against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from inspector_app.domain.ids import DeviceId, LineId, PersonId, Sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One intention as it was written down."""

    id: LineId
    device: DeviceId
    sequence: int
    """1, 2, 3 … per device in this file."""
    clock: int
    """Logical (Lamport) clock; with the device it orders the union of all chains."""
    at: datetime
    person: PersonId
    what: str
    entity_kind: str
    entity_id: str
    revision: int
    body: str
    """Canonical JSON of what the intention changed."""
    previous: str
    """``sha256:…`` of the same device's line before; of nothing for its first line."""
    hash: str
    """``sha256:…`` over everything above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One earlier or present value of an entity; ``value`` is ``None`` where it was removed."""

    line: Line
    value: object | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of one device's chain, signed by the device when something leaves."""

    id: str
    device: DeviceId
    sequence: int
    hash: str
    signed_at: datetime
    signature: str
    """Ed25519 over ``sequence hash`` in hexadecimal; empty for a head that was only read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobRef:
    """Bytes kept in the file under their hash."""

    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFault:
    """The first line of a device's chain that does not hold, and why."""

    device: DeviceId
    sequence: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an intention touched, for the views that care."""

    inspection: str | None
    kind: str
    id: str
