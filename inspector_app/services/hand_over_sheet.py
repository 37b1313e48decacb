"""All that the hand-over of one inspection shows, read in one go: holders, review, disagreements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.domain.exchange import (
    Card,
    Comment,
    HeldBy,
    ReceivedPackage,
    Review,
    ReviewState,
    SentPackage,
)
from inspector_app.domain.ids import DeviceId, InspectionId, Sha256
from inspector_app.services.conflicts import Disagreement
from inspector_app.storage.store import Store

if TYPE_CHECKING:
    from inspector_app.services.activities import Activities


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How much a package will hold."""

    originals: int
    size: int
    """Bytes before they are enveloped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """A known laptop, and what a package for it would hold."""

    device: DeviceId
    card: Card
    full: Volume
    since: Volume | None
    """``None`` while it has given no receipt for this inspection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverSheet:
    """One inspection's hand-over as it stands."""

    inspection: InspectionId
    originals: int
    receivers: tuple[Receiver, ...]
    held: tuple[HeldBy, ...]
    sent: tuple[SentPackage, ...]
    received: tuple[ReceivedPackage, ...]
    names: dict[DeviceId, str]
    """Whose laptop it is, as far as it is known here; this laptop's own person included."""
    own: DeviceId
    state: ReviewState | None
    review: Review | None
    comments: tuple[Comment, ...]
    is_guest: bool
    may_decide: bool
    """A team lead to whom the inspection was handed over."""
    disagreements: tuple[Disagreement, ...]

    @property
    def may_purge(self) -> bool:
        return any(one.is_whole for one in self.held)

    @property
    def taken_here(self) -> tuple[ReceivedPackage, ...]:
        """Packages of other laptops, the newest last."""
        return tuple(one for one in self.received if one.sender != self.own)

    def name_of(self, device: DeviceId) -> str:
        return self.names.get(device, device)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStanding:
    """Whether an inspection is only under review here, and who handed it over when."""

    inspection: InspectionId
    sender: str
    at: datetime
    may_decide: bool


def review_standing(activities: Activities, inspection_id: InspectionId) -> ReviewStanding | None:
    """Return ``None`` for whoever may work on the inspection."""
    if not activities.reviewing.is_guest(inspection_id):
        return None
    desk = activities.desk
    taken = [one for one in activities.receiving.received(inspection_id) if one.sender != desk.device]
    if not taken:
        return None
    last = taken[-1]
    names = {one.id: one.card.name for one in activities.cards.known()}
    return ReviewStanding(
        inspection=inspection_id,
        sender=names.get(last.sender, last.sender),
        at=last.received_at,
        may_decide=desk.person.role.leads
        and activities.reviewing.state(inspection_id) is ReviewState.WAITING,
    )


def hand_over_sheet(activities: Activities, inspection_id: InspectionId) -> HandOverSheet:
    """Read the sheet; nothing is written."""
    desk = activities.desk
    store = desk.inspection(inspection_id)
    known = activities.cards.known()
    sent = activities.handing_over.sent(inspection_id)
    sizes = {name: store.blobs.size(name) or 0 for name in store.blobs.hashes()}
    is_guest = activities.reviewing.is_guest(inspection_id)
    names = {one.id: one.card.name for one in known}
    return HandOverSheet(
        inspection=inspection_id,
        originals=len(sizes),
        receivers=tuple(
            Receiver(
                device=one.id,
                card=one.card,
                full=_volume(sizes, ()),
                since=_since(sizes, sent, one.id),
            )
            for one in known
        ),
        held=activities.handing_over.held_by(inspection_id),
        sent=tuple(one for one in sent if _came_from(store, one, desk.device)),
        received=tuple(activities.receiving.received(inspection_id)),
        names={**names, desk.device: desk.person.name},
        own=desk.device,
        state=activities.reviewing.state(inspection_id),
        review=activities.reviewing.latest(inspection_id),
        comments=tuple(activities.reviewing.comments(inspection_id)),
        is_guest=is_guest,
        may_decide=is_guest and desk.person.role.leads,
        disagreements=activities.conflicts.open(inspection_id),
    )


def _since(sizes: dict[Sha256, int], sent: Iterable[SentPackage], to: DeviceId) -> Volume | None:
    answered = [one.receipt for one in sent if one.to == to and one.receipt is not None]
    return _volume(sizes, answered[-1].blobs) if answered else None


def _volume(sizes: dict[Sha256, int], held: Iterable[Sha256]) -> Volume:
    known = frozenset(held)
    left = [size for name, size in sizes.items() if name not in known]
    return Volume(originals=len(left), size=sum(left))


def _came_from(store: Store, sent: SentPackage, device: DeviceId) -> bool:
    return any(line.device == device for line in store.journal.lines_about("sent_package", sent.id))
