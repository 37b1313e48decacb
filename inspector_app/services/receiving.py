"""Receiving: a package is believed, taken in whole or not at all, and answered with a receipt."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from inspector_app.domain.errors import EnvironmentProblem, NewerFile, NotAllowed, UnusableInput
from inspector_app.domain.exchange import (
    Card,
    Conflict,
    Manifest,
    PackageKind,
    Receipt,
    ReceivedPackage,
)
from inspector_app.domain.ids import InspectionId, Sha256
from inspector_app.domain.journal import BlobRef, Line
from inspector_app.domain.ports import Progress, Steps, finish
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.exchange.opening import (
    BlobChunk,
    Outside,
    check_parts,
    open_outside,
    read_content,
    read_manifest,
)
from inspector_app.exchange.receipts import SUFFIX, write_receipt
from inspector_app.services.cards import CardService
from inspector_app.services.checklist_locks import adopt_locks
from inspector_app.services.conflicts import conflicts_between
from inspector_app.services.desk import Desk
from inspector_app.services.handing_over import ends_of
from inspector_app.services.inspections import InspectionService
from inspector_app.services.kept_lines import kept_lines
from inspector_app.services.package_check import check_lines, check_subject, examine
from inspector_app.services.workspace import WorkspaceService
from inspector_app.storage.migrations import STEPS
from inspector_app.storage.store import Store, Unit
from inspector_app.system.ahead import read_ahead
from inspector_app.system.exports import write_beside

RECEIVED = "package taken in"
_PORTION = 4 << 20
"""Bytes that are opened beside the databases' thread while the portion before is written."""
_LINES_A_PIECE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A package that is for this laptop, from one that is known; its parts are not read yet."""

    outside: Outside
    manifest: Manifest
    sender: Card
    identity: str
    is_new: bool
    """This laptop has nothing of the inspection yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What a person is told after a package was taken in."""

    inspection: InspectionId
    package: ReceivedPackage
    receipt: Receipt
    conflicts: tuple[Conflict, ...]


def check_announced(announced: Announced, progress: Progress) -> Announced:
    """Read every part once and compare its hash; works beside the databases' thread."""
    check_parts(announced.outside, progress)
    return announced


class AlreadyTaken(UnusableInput):
    """The package is here; its receipt can be written again."""

    def __init__(self, words: Sentence, inspection: InspectionId, digest: str) -> None:
        super().__init__(words)
        self.inspection = inspection
        self.digest = digest


class ReceivingService:
    """Takes packages in and answers them."""

    def __init__(
        self,
        desk: Desk,
        workspace: WorkspaceService,
        cards: CardService,
        inspections: InspectionService,
    ) -> None:
        self._desk = desk
        self._workspace = workspace
        self._cards = cards
        self._inspections = inspections

    def announce(self, path: Path) -> Announced:
        """Open a package's outside and manifest, and refuse what is not to be taken in."""
        outside = open_outside(path)
        own = self._cards.own()
        if outside.to != own.fingerprint:
            known = self._cards.by_fingerprint(outside.to)
            raise NotAllowed(
                sentence(
                    "This package is for {name}, not for this laptop. Nothing was taken.",
                    name=known.name if known is not None else outside.to,
                )
            )
        sender = self._cards.by_key(outside.verify_key)
        if sender is None:
            raise NotAllowed(
                sentence(
                    "This package is from a laptop that is not known here ({code}). "
                    "Exchange cards first, and compare their codes.",
                    code=outside.sender,
                )
            )
        identity = self._workspace.credentials.box_identity()
        manifest = read_manifest(outside, identity)
        if manifest.schema > len(STEPS):
            raise NewerFile(
                sentence(
                    "{name} was made by a newer version of the program. Install that version; "
                    "nothing was changed.",
                    name=path.name,
                )
            )
        is_new = self._is_new(manifest.inspection)
        announced = Announced(
            outside=outside, manifest=manifest, sender=sender, identity=identity, is_new=is_new
        )
        self._refuse_out_of_turn(announced)
        return announced

    def _is_new(self, inspection_id: InspectionId) -> bool:
        """Tell whether nothing of an inspection is here; an empty file is what a cut-off start left."""
        if inspection_id not in self._desk.inspection_files():
            return True
        return not self._desk.inspection(inspection_id).journal.count()

    def take(self, announced: Announced, progress: Progress) -> TakenIn:
        """Take everything in with one line; a package that is cut off or cancelled leaves nothing."""
        return finish(self.take_in_steps(announced, progress))

    def take_in_steps(self, announced: Announced, progress: Progress) -> Steps[TakenIn]:
        """Do what ``take`` does; the desk is free between the pieces, the last of which merges."""
        manifest = announced.manifest
        # Checked again: another package may have come in between.
        self._refuse_out_of_turn(announced)
        store = self._desk.new_inspection(manifest.inspection)
        staged: list[BlobRef] = []
        try:
            lines = yield from self._stage(store, announced, staged, progress)
            taken = yield from self._write(store, announced, lines, staged)
        except BaseException:
            for ref in staged:
                store.blobs.drop_staged(ref)
            if announced.is_new:
                self._desk.remove_inspection(manifest.inspection)
            raise
        self._inspections.refresh_card(manifest.inspection)
        adopt_locks(self._desk, store, announced.sender.role)
        return taken

    def again(self, inspection_id: InspectionId, digest: str) -> TakenIn:
        """Return what is needed to write the receipt of a package once more, as things stand now."""
        store = self._desk.inspection(inspection_id)
        package = store.get(ReceivedPackage, digest)
        if package is None:
            raise UnusableInput(sentence("This package was not taken in here, so it gets no receipt."))
        return TakenIn(
            inspection=inspection_id,
            package=package,
            receipt=self._receipt(store, inspection_id, package),
            conflicts=(),
        )

    def _receipt(self, store: Store, inspection_id: InspectionId, package: ReceivedPackage) -> Receipt:
        return Receipt(
            id=package.id,
            inspection=inspection_id,
            receiver=self._cards.own().fingerprint,
            heads=ends_of(store),
            blobs=tuple(sorted(store.blobs.hashes())),
            received_at=package.received_at,
        )

    def receipt(self, taken: TakenIn, folder: Path) -> Path:
        """Write the signed receipt beside the package, or into another folder."""
        key = self._workspace.credentials.device_key()
        path = folder / f"{taken.package.id[:12]}{SUFFIX}"
        try:
            write_beside(path, [write_receipt(taken.receipt, key.public_key, key.sign_bytes)])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "The receipt cannot be written there. The package is taken in; "
                    "write the receipt to another place."
                )
            ) from error
        return path

    def received(self, inspection_id: InspectionId) -> list[ReceivedPackage]:
        """Return what this and other laptops took in, in the order of time."""
        packages = self._desk.inspection(inspection_id).all(ReceivedPackage)
        return sorted(packages, key=lambda one: one.received_at)

    def _refuse_out_of_turn(self, announced: Announced) -> None:
        manifest = announced.manifest
        if announced.is_new:
            if manifest.kind is PackageKind.SINCE:
                raise UnusableInput(
                    sentence(
                        "This package continues an inspection that is not here. "
                        "Ask {name} for a full package; nothing was taken.",
                        name=announced.sender.name,
                    )
                )
            return
        store = self._desk.inspection(manifest.inspection)
        if store.get(ReceivedPackage, announced.outside.digest) is not None:
            raise AlreadyTaken(
                sentence(
                    "This package was taken in already. Its receipt can be written again; "
                    "nothing was changed."
                ),
                manifest.inspection,
                announced.outside.digest,
            )
        earlier = [one for one in store.all(ReceivedPackage) if one.sender == announced.sender.device]
        overtaken = any(one.sequence >= manifest.sequence for one in earlier)
        if overtaken and _says_nothing_new(store, manifest):
            raise UnusableInput(
                sentence(
                    "A later package of {name} was taken in already, so this one says nothing new. "
                    "Nothing was changed.",
                    name=announced.sender.name,
                )
            )
        for end in manifest.base:
            line = store.journal.at(end.device, end.sequence) if end.sequence else None
            if end.sequence and (line is None or line.hash != end.hash):
                raise UnusableInput(
                    sentence(
                        "A package before this one (number {number}) was not taken in here. Take that one "
                        "first, or ask for a full package; nothing was taken.",
                        number=manifest.sequence - 1,
                    )
                )

    def _stage(
        self, store: Store, announced: Announced, staged: list[BlobRef], progress: Progress
    ) -> Steps[list[Line]]:
        expected = {entry.sha256: entry.size for entry in announced.manifest.blobs}
        seen: set[str] = set()
        lines: list[Line] = []
        content = read_ahead(read_content(announced.outside, announced.identity, progress), _weight, _PORTION)
        for name, items in groupby(
            content, key=lambda item: item.sha256 if isinstance(item, BlobChunk) else ""
        ):
            yield
            if not name:
                for item in items:
                    if isinstance(item, Line):
                        lines.append(item)
                        if len(lines) % _LINES_A_PIECE == 0:
                            yield
                continue
            seen.add(name)
            chunks: Iterator[bytes] = (item.data for item in items if isinstance(item, BlobChunk))
            if store.blobs.has(Sha256(name)):
                deque(chunks, maxlen=0)
                continue
            ref = yield from store.blobs.receive(chunks)
            staged.append(ref)
            if ref.sha256 != name or expected.get(ref.sha256) != ref.size:
                raise _contradicts(announced)
        if len(lines) != announced.manifest.lines or not all(
            name in seen or store.blobs.has(name) for name in expected
        ):
            raise _contradicts(announced)
        return lines

    def _write(
        self, store: Store, announced: Announced, lines: list[Line], staged: list[BlobRef]
    ) -> Steps[TakenIn]:
        manifest = announced.manifest
        now = self._desk.clock.now()
        package = ReceivedPackage(
            id=announced.outside.digest,
            sender=announced.sender.device,
            sequence=manifest.sequence,
            kind=manifest.kind,
            received_at=now,
            received_by=self._desk.person.id,
            lines=len(lines),
            blobs=len(staged),
        )
        if announced.is_new:
            lines = [*lines, *kept_lines(self._desk, manifest.inspection, lines)]
        try:
            read = yield from check_lines(lines)
            check_subject(read, manifest.inspection, is_new=announced.is_new)
            examine(store, lines, staged, own=None if announced.is_new else self._desk.device)
        except ValueError as error:
            raise _contradicts(announced) from error
        found = conflicts_between(store, lines, manifest.heads, now)
        unit = Unit()
        unit.put(package)
        for conflict in found:
            unit.put(conflict)
        coming = {(line.device, line.sequence): line.hash for line in lines}
        for end in manifest.heads:
            held = store.journal.at(end.device, end.sequence)
            if end.hash not in (coming.get((end.device, end.sequence)), held.hash if held else None):
                raise _contradicts(announced)
        try:
            store.take_over(read, staged, unit, RECEIVED, self._desk.author)
        except ValueError as error:
            raise _contradicts(announced) from error
        receipt = self._receipt(store, manifest.inspection, package)
        return TakenIn(inspection=manifest.inspection, package=package, receipt=receipt, conflicts=found)


def _says_nothing_new(store: Store, manifest: Manifest) -> bool:
    """Tell whether every line of a package is here already; its number alone does not say so.

    A laptop whose file was salvaged may count its packages from the beginning.
    """
    held = ((store.journal.at(end.device, end.sequence), end) for end in manifest.heads)
    return all(line is not None and line.hash == end.hash for line, end in held)


def _weight(item: BlobChunk | Line) -> int:
    return len(item.data) if isinstance(item, BlobChunk) else len(item.body)


def _contradicts(announced: Announced) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The package of {name} contradicts itself or the history that is held here. Nothing was taken; "
            "ask for a full package.",
            name=announced.sender.name,
        )
    )
