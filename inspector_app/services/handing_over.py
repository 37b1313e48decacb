"""Handing over: a package for another laptop, the receipts that come back, what may be purged after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.domain.access import SlotKind
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.exchange import (
    BlobEntry,
    Card,
    ChainEnd,
    HeldBy,
    KnownCard,
    Manifest,
    PackageKind,
    Purged,
    SentPackage,
)
from inspector_app.domain.ids import DeviceId, InspectionId, Sha256
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.journal import Line
from inspector_app.domain.people import Author
from inspector_app.domain.ports import Clock, Ids, Progress
from inspector_app.domain.wording import sentence
from inspector_app.exchange.cards import Sign
from inspector_app.exchange.packages import Content, WrittenPackage, write_package
from inspector_app.exchange.receipts import read_receipt
from inspector_app.exchange.wire import MOST_BYTES
from inspector_app.services.cards import CardService
from inspector_app.services.desk import Desk
from inspector_app.services.evidence_letters import give_letter
from inspector_app.services.guests import is_guest
from inspector_app.services.kept_lines import BOOKKEEPING, lines_beyond
from inspector_app.services.workspace import WorkspaceService
from inspector_app.storage.migrations import STEPS
from inspector_app.storage.store import Store, reading_store
from inspector_app.system.chosen_files import read_chosen

HANDED_OVER = "handed over"
RECEIPTED = "receipt taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverPlan:
    """Everything that :func:`write_hand_over` needs beside the databases' thread."""

    path: Path
    key: bytes
    clock: Clock
    ids: Ids
    folder: Path
    stem: str
    manifest: Manifest
    receivers: tuple[str, ...]
    sign: Sign
    to: DeviceId
    author: Author


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """A package that lies on its medium, not yet written into the history."""

    plan: HandOverPlan
    package: WrittenPackage


def write_hand_over(plan: HandOverPlan, progress: Progress) -> HandedOver:
    """Write the package; works on a connection of its own, so that work goes on meanwhile."""
    with reading_store(plan.path, plan.key, clock=plan.clock, ids=plan.ids) as store:
        content = Content(
            blobs=plan.manifest.blobs,
            read_blob=store.blobs.stream,
            lines=_lines_between(store, plan.manifest),
        )
        package = write_package(
            plan.folder, plan.stem, plan.manifest, content, plan.receivers, plan.sign, progress
        )
    return HandedOver(plan=plan, package=package)


def _lines_between(store: Store, manifest: Manifest) -> Iterator[Line]:
    base = {end.device: end.sequence for end in manifest.base}
    for end in manifest.heads:
        for line in store.journal.lines_of(end.device):
            if base.get(end.device, 0) < line.sequence <= end.sequence:
                yield line


class HandingOverService:
    """Plans packages, remembers them and their receipts."""

    def __init__(self, desk: Desk, workspace: WorkspaceService, cards: CardService) -> None:
        self._desk = desk
        self._workspace = workspace
        self._cards = cards

    def plan(
        self, inspection_id: InspectionId, to: DeviceId, folder: Path, kind: PackageKind
    ) -> HandOverPlan:
        """Gather what a package needs; its end of the journal is fixed and signed here."""
        receiver = self._desk.workspace.get(KnownCard, to)
        if receiver is None:
            raise NotAllowed(
                sentence("This laptop is not known here. Exchange cards first, and compare their codes.")
            )
        if not folder.is_dir():
            raise EnvironmentProblem(
                sentence("{name} is not there. Put the stick in, or choose another place.", name=folder.name)
            )
        store = self._desk.inspection(inspection_id)
        if not is_guest(self._desk, store, inspection_id):
            subject = store.get(Inspection, inspection_id)
            give_letter(store, subject, receiver.card, self._desk.author)
        head = self._workspace.credentials.signed_head(inspection_id)
        if head is not None:
            with store.intention("chain signed for the hand-over", self._desk.author) as unit:
                unit.put(head)
        sent = self._sent_to(store, to)
        answered = [one for one in sent if one.receipt is not None] if kind is PackageKind.SINCE else []
        receipt = answered[-1].receipt if answered else None
        held = frozenset(receipt.blobs) if receipt else frozenset()
        own = self._cards.own()
        manifest = Manifest(
            inspection=inspection_id,
            sender=own,
            recipient=receiver.card.fingerprint,
            sequence=max((one.sequence for one in sent), default=0) + 1,
            previous=sent[-1].id if sent else "",
            kind=kind if receipt is not None else PackageKind.FULL,
            made_at=self._desk.clock.now(),
            schema=len(STEPS),
            base=receipt.heads if receipt else (),
            heads=ends_of(store),
            blobs=tuple(_entry(store, name) for name in store.blobs.hashes() if name not in held),
            lines=_count(store, receipt.heads if receipt else ()),
        )
        token = self._desk.randomness.bytes(4).hex()
        return HandOverPlan(
            path=self._desk.inspection_path(inspection_id),
            key=self._desk.inspection_key(inspection_id),
            clock=self._desk.clock,
            ids=self._desk.ids,
            folder=folder,
            stem=f"{receiver.card.fingerprint}-{token}-{manifest.sequence:03}",
            manifest=manifest,
            receivers=self._receivers(receiver.card, own),
            sign=self._workspace.credentials.device_key().sign_bytes,
            to=to,
            author=self._desk.author,
        )

    def record(self, done: HandedOver) -> SentPackage:
        """Write down that a package left."""
        manifest = done.plan.manifest
        sent = SentPackage(
            id=done.package.digest,
            to=done.plan.to,
            sequence=manifest.sequence,
            kind=manifest.kind,
            made_at=manifest.made_at,
            made_by=done.plan.author.person,
            heads=manifest.heads,
        )
        with self._desk.inspection(manifest.inspection).intention(HANDED_OVER, done.plan.author) as unit:
            unit.put(sent)
        return sent

    def sent(self, inspection_id: InspectionId) -> list[SentPackage]:
        """Return what left, in the order of time."""
        return sorted(
            self._desk.inspection(inspection_id).all(SentPackage), key=lambda one: (one.made_at, one.sequence)
        )

    def take_receipt(self, path: Path) -> SentPackage:
        """Take a receiver's receipt in; it must answer a package that this laptop made for it."""
        receipt, key = read_receipt(read_chosen(path, MOST_BYTES))
        card = self._cards.by_key(key)
        if card is None or card.fingerprint != receipt.receiver:
            raise NotAllowed(
                sentence("This receipt is signed by a laptop that is not known here. Exchange cards first.")
            )
        if receipt.inspection not in self._desk.inspection_files():
            raise UnusableInput(sentence("This receipt is for an inspection that is not on this laptop."))
        store = self._desk.inspection(receipt.inspection)
        sent = store.get(SentPackage, receipt.id)
        if sent is None or sent.to != card.device:
            raise UnusableInput(
                sentence("This receipt answers no package that was made here. Nothing was changed.")
            )
        if sent.receipt is not None:
            return sent
        taken = replace(sent, receipt=receipt, receipted_at=self._desk.clock.now())
        with store.intention(RECEIPTED, self._desk.author) as unit:
            unit.put(taken)
        return taken

    def held_by(self, inspection_id: InspectionId) -> tuple[HeldBy, ...]:
        """Return, for each other laptop that gave a receipt, how much of the originals and lines it holds."""
        store = self._desk.inspection(inspection_id)
        here = frozenset(store.blobs.hashes())
        names = {known.id: known.card for known in self._cards.known()}
        newest: dict[DeviceId, SentPackage] = {}
        for sent in self.sent(inspection_id):
            if sent.receipt is not None and sent.to != self._desk.device:
                newest[sent.to] = sent
        found = []
        for device, sent in newest.items():
            receipt = sent.receipt
            if receipt is None:
                continue
            card = names.get(device)
            found.append(
                HeldBy(
                    name=card.name if card is not None else receipt.receiver,
                    fingerprint=receipt.receiver,
                    held=len(here & frozenset(receipt.blobs)),
                    total=len(here),
                    knows_every_line=not _left_to_hand_over(store, receipt.heads, device),
                )
            )
        return tuple(found)

    def purge(self, inspection_id: InspectionId) -> Purged:
        """Remove an inspection's file that another laptop holds whole; its line in the register stays."""
        whole = [held for held in self.held_by(inspection_id) if held.is_whole]
        if not whole:
            raise NotAllowed(
                sentence(
                    "Something of this inspection is on this laptop alone. Hand it over and take the receipt "
                    "in first; nothing was removed."
                )
            )
        store = self._desk.inspection(inspection_id)
        inspection = store.get(Inspection, inspection_id)
        holders = {held.fingerprint for held in whole}
        receipts = {
            sent.receipt.receiver: sent.receipt
            for sent in self.sent(inspection_id)
            if sent.receipt is not None and sent.receipt.receiver in holders
        }
        purged = Purged(
            id=inspection_id,
            institution_name=inspection.institution.name if inspection is not None else "",
            held_by=whole[0].fingerprint,
            receipt=receipts[whole[0].fingerprint].id,
            purged_by=self._desk.person.id,
            purged_at=self._desk.clock.now(),
            lines=tuple(lines_beyond(store, *(one.heads for one in receipts.values()))),
        )
        with self._desk.workspace.intention("inspection purged", self._desk.author) as unit:
            unit.put(purged)
        self._desk.remove_inspection(inspection_id)
        return purged

    def _sent_to(self, store: Store, to: DeviceId) -> list[SentPackage]:
        own = [one for one in store.all(SentPackage) if one.to == to and self._is_mine(store, one)]
        return sorted(own, key=lambda one: one.sequence)

    def _is_mine(self, store: Store, sent: SentPackage) -> bool:
        return any(
            line.device == self._desk.device for line in store.journal.lines_about("sent_package", sent.id)
        )

    def _receivers(self, receiver: Card, own: Card) -> tuple[str, ...]:
        bureau = tuple(slot.label for slot in self._workspace.ways_in().slots if slot.kind is SlotKind.BUREAU)
        return tuple(dict.fromkeys((receiver.box_key, *bureau, own.box_key)))


def ends_of(store: Store) -> tuple[ChainEnd, ...]:
    """Return the ends of every chain in a file."""
    lasts = (store.journal.last(device) for device in sorted(store.journal.devices()))
    return tuple(
        ChainEnd(device=line.device, sequence=line.sequence, hash=line.hash) for line in lasts if line
    )


def _left_to_hand_over(store: Store, known: tuple[ChainEnd, ...], holder: DeviceId) -> bool:
    """Tell whether there is a line that says more than the book-keeping of a hand-over.

    What the holder wrote itself and sent here needs no receipt of it.
    """
    return any(
        line.entity_kind not in BOOKKEEPING for line in lines_beyond(store, known) if line.device != holder
    )


def _count(store: Store, base: tuple[ChainEnd, ...]) -> int:
    before = {end.device: end.sequence for end in base}
    return sum(store.journal.count_after(end.device, before.get(end.device, 0)) for end in ends_of(store))


def _entry(store: Store, name: Sha256) -> BlobEntry:
    return BlobEntry(sha256=name, size=store.blobs.size(name) or 0)
