"""What passes between laptops: cards, packages, receipts, and what a team lead answers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import DeviceId, InspectionId, LineId, PersonId, Sha256
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Role
from inspector_app.domain.readable import encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A laptop as others know it: whose it is, and its public keys."""

    device: DeviceId
    name: str
    """Who works on it."""
    role: Role
    bureau: str
    verify_key: str
    """``ed25519:`` and hexadecimal; the laptop signs with it."""
    box_key: str
    """``age1…``; what is meant for this laptop is enveloped to it."""

    @property
    def fingerprint(self) -> str:
        """Return the short code that two people compare: 80 bits over both keys."""
        return fingerprint_of(self.verify_key, self.box_key)


def fingerprint_of(verify_key: str, box_key: str) -> str:
    """Return the code of a pair of public keys in groups of four."""
    text = encode(hashlib.sha256(f"{verify_key} {box_key}".encode()).digest())[:16]
    return "-".join(text[start : start + 4] for start in range(0, 16, 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCard:
    """A card that two people have compared; its id is the device's."""

    id: DeviceId
    card: Card
    confirmed_by: PersonId
    confirmed_at: datetime


class PackageKind(StrEnum):
    """How much of the inspection a package holds."""

    FULL = "full"
    SINCE = "since"
    """What the receiver's last receipt does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEnd:
    """How far one laptop's chain goes."""

    device: DeviceId
    sequence: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobEntry:
    """Bytes that a package holds or a receipt confirms."""

    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a package says of itself to its receivers; the sender's signature covers it."""

    inspection: InspectionId
    sender: Card
    recipient: str
    """Fingerprint of the card that it is for."""
    sequence: int
    """1, 2, 3 … from this sender to this receiver for this inspection."""
    previous: str
    """Digest of the package before in that row; empty for the first."""
    kind: PackageKind
    made_at: datetime
    schema: int
    """Schema of the inspection file that the lines come from."""
    base: tuple[ChainEnd, ...]
    """Chains as the receiver must hold them already; empty for a full package."""
    heads: tuple[ChainEnd, ...]
    """Chains as they are after this package."""
    blobs: tuple[BlobEntry, ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a receiver confirms to hold, signed by its laptop."""

    id: str
    """Digest of the package that it answers."""
    inspection: InspectionId
    receiver: str
    """Fingerprint of the receiving laptop's card."""
    heads: tuple[ChainEnd, ...]
    blobs: tuple[Sha256, ...]
    """Every original that the receiver holds of this inspection, not only of this package."""
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPackage:
    """A package that left this laptop; its id is the package's digest."""

    id: str
    to: DeviceId
    sequence: int
    kind: PackageKind
    made_at: datetime
    made_by: PersonId
    heads: tuple[ChainEnd, ...]
    receipt: Receipt | None = None
    receipted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPackage:
    """A package that was taken in; its id is the package's digest."""

    id: str
    sender: DeviceId
    sequence: int
    kind: PackageKind
    received_at: datetime
    received_by: PersonId
    lines: int
    blobs: int


class ReviewState(StrEnum):
    """Where the team lead's review of an inspection stands."""

    WAITING = "waiting"
    """Handed over; nobody has answered."""
    RETURNED = "returned"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The answer to one hand-over, written by the lead's laptop; its id is the package's digest."""

    id: str
    state: ReviewState
    reason: str = ""
    """What is asked of the team, where it is returned."""
    decided_by: PersonId
    decided_by_name: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark of the reviewer on one thing of the inspection."""

    id: str
    kind: str
    """Kind of the thing as the journal names it, such as ``finding``; empty for the inspection as a whole."""
    thing: str
    label: str
    text: str
    written_by: PersonId
    written_by_name: str
    written_at: datetime
    settled_at: datetime | None = None
    """When the team said that it is dealt with."""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two laptops changed one thing without knowing of each other; both values stay in the history."""

    id: str
    """``kind:identity`` of the thing; the line's identity behind it where another is open already."""
    kind: str
    thing: str
    other: str = ""
    """The thing that the other laptop wrote about the same, where each gave it an identity of its own."""
    here: LineId
    """The last line about it on the laptop that took the package in."""
    there: LineId
    found_at: datetime
    chosen: LineId | None = None
    """Whose value a person decided for."""
    decided_by: PersonId | None = None
    decided_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.chosen is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """An inspection whose file was removed here because others hold all of it; its id is the inspection's."""

    id: InspectionId
    institution_name: str
    held_by: str
    """Fingerprint of the laptop whose receipt allowed it."""
    receipt: str
    purged_by: PersonId
    purged_at: datetime
    lines: tuple[Line, ...] = ()
    """What not every holder held: the last book-keeping, on which the chain goes on if it comes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBy:
    """How much of an inspection another laptop has confirmed to hold."""

    name: str
    fingerprint: str
    held: int
    total: int
    knows_every_line: bool

    @property
    def is_whole(self) -> bool:
        return self.held == self.total and self.knows_every_line
