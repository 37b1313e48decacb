"""The one intake: camera, files, drops, pastes, scans and exports become evidence, with a number for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from inspector_app.domain.errors import Problem, UnusableInput
from inspector_app.domain.evidence import (
    Citation,
    Evidence,
    EvidenceType,
    IntakeWay,
    NotOriginal,
    Target,
)
from inspector_app.domain.ids import CitationId, EvidenceId, InspectionId, Sha256
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.services.evidence_letters import letters_given
from inspector_app.services.intake import (
    Intake,
    Prepared,
    Recording,
    Source,
    clean_name,
    prepare,
    type_of,
    why_not_original,
)
from inspector_app.services.labels import Groups, Numbers, check_letter, clock_of
from inspector_app.storage.blobs import CHUNK_BYTES, in_chunks
from inspector_app.system.photographs import with_capture_data

if TYPE_CHECKING:
    from inspector_app.domain.journal import BlobRef
    from inspector_app.services.desk import Desk
    from inspector_app.storage.store import Store

SOFTWARE = "inspection desk"
_LETTER = "group letter:"
_IN_ONE_COMMIT = 8 * CHUNK_BYTES
"""Bytes up to which a file is written inside its intention; larger ones are staged in small commits."""


class EvidenceIntake:
    """Stores originals byte for byte; each piece is one intention and durable when the method returns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._numbers: WeakKeyDictionary[Store, Numbers] = WeakKeyDictionary()

    def take_in(
        self,
        inspection_id: InspectionId,
        sources: Sequence[Source],
        *,
        target: Target | None = None,
        provided_by: str = "",
        progress: Progress | None = None,
    ) -> list[Intake]:
        """Take many in, each in an intention of its own; one that cannot be taken in harms no other."""
        progress = progress or Silent()
        taken: list[Intake] = []
        for number, source in enumerate(sources):
            progress.report(number, len(sources))
            try:
                ready = prepare(source)
            except Problem as problem:
                taken.append(Intake(name=source.name, said=problem.sentence))
                continue
            # A full disk concerns all that follow: that problem is not caught.
            taken.append(self.keep(inspection_id, ready, target=target, provided_by=provided_by))
        progress.report(len(sources), len(sources))
        return taken

    def keep(
        self,
        inspection_id: InspectionId,
        prepared: Prepared,
        *,
        target: Target | None = None,
        group: str = "",
        provided_by: str = "",
        copied_from: str = "",
    ) -> Intake:
        """Store one examined file byte for byte; durable when this returns.

        Bytes that are here already are not stored again: the earlier evidence is returned, and cited.
        ``group`` is a letter; without it the one this laptop used last.
        """
        seen = prepared.examination
        reason = why_not_original(prepared)
        draft = self._draft(inspection_id, group)
        draft = replace(
            draft,
            media_type=seen.media_type,
            evidence_type=type_of(seen.media_type, prepared.way),
            way=prepared.way,
            original_name=prepared.name,
            captured_at=seen.captured_at,
            capture_device=seen.capture_device,
            width=seen.width,
            height=seen.height,
            orientation=seen.orientation,
            has_position=seen.has_position,
            is_original=not reason,
            not_original_reason=reason,
            provided_by=provided_by.strip(),
            copied_from=copied_from.strip(),
        )
        return self._store(inspection_id, draft, in_chunks(prepared.data), len(prepared.data), target)

    def take_still(
        self,
        inspection_id: InspectionId,
        jpeg: bytes,
        *,
        device: str,
        is_drawn: bool = False,
        target: Target | None = None,
        group: str = "",
    ) -> Intake:
        """Keep a frame of the camera, encoded by this program, with its time and device written into it.

        ``is_drawn`` marks frames of the test source, which are no photographs.
        """
        now = self._desk.clock.now()
        named = f"{now:%Y%m%dT%H%M%S}.jpg"
        ready = prepare(
            Source(
                name=named,
                way=IntakeWay.CAMERA,
                data=with_capture_data(jpeg, at=now, device=device, software=SOFTWARE),
            )
        )
        reason = NotOriginal.DRAWN if is_drawn else None
        seen = replace(ready.examination, captured_at=now, capture_device=device, not_original=reason)
        return self.keep(inspection_id, replace(ready, examination=seen), target=target, group=group)

    def keep_file(
        self,
        inspection_id: InspectionId,
        name: str,
        chunks: Iterable[bytes],
        *,
        media_type: str,
        size: int,
        target: Target | None = None,
        provided_by: str = "",
        copied_from: str = "",
    ) -> Intake:
        """Keep a hospital's export as it came: any kind of file, never examined, as electronic data."""
        draft = self._export_draft(inspection_id, name, media_type, provided_by, copied_from)
        return self._store(inspection_id, draft, chunks, size, target)

    def keep_received(
        self,
        inspection_id: InspectionId,
        name: str,
        ref: BlobRef,
        *,
        media_type: str,
        target: Target | None = None,
        provided_by: str = "",
        copied_from: str = "",
    ) -> Intake:
        """Do what ``keep_file`` does with bytes that were received in pieces and wait to be published."""
        draft = self._export_draft(inspection_id, name, media_type, provided_by, copied_from)
        return self._publish(inspection_id, draft, lambda: ref, target)

    def keep_drawn(
        self, inspection_id: InspectionId, name: str, png: bytes, *, caption: str, target: Target | None
    ) -> Intake:
        """Put a picture that this program drew from figures into the record: shown as drawn, no original."""
        seen = prepare(Source(name=name, way=IntakeWay.COMPUTED, data=png)).examination
        draft = replace(
            self._draft(inspection_id, ""),
            media_type=seen.media_type,
            evidence_type=EvidenceType.SITE_RECORD,
            way=IntakeWay.COMPUTED,
            original_name=clean_name(name),
            caption=caption.strip(),
            width=seen.width,
            height=seen.height,
            is_original=False,
            not_original_reason=NotOriginal.COMPUTED,
        )
        return self._store(inspection_id, draft, in_chunks(png), len(png), target)

    def _export_draft(
        self, inspection_id: InspectionId, name: str, media_type: str, provided_by: str, copied_from: str
    ) -> Evidence:
        return replace(
            self._draft(inspection_id, ""),
            media_type=media_type,
            evidence_type=EvidenceType.ELECTRONIC,
            way=IntakeWay.IMPORT,
            original_name=clean_name(name),
            provided_by=provided_by.strip(),
            copied_from=copied_from.strip(),
        )

    def register_recording(
        self,
        inspection_id: InspectionId,
        recording: Recording,
        *,
        recorder_number: str,
        storage_place: str,
        length_seconds: float | None = None,
        caption: str = "",
        target: Target | None = None,
        group: str = "",
    ) -> Intake:
        """Register audio or video by its hash; the bytes stay on their own medium at ``storage_place``."""
        if not storage_place.strip():
            raise UnusableInput(
                sentence("A registered recording stays outside: enter where its medium is kept.")
            )
        store = self._desk.inspection(inspection_id)
        measured = recording.measured
        known = _with_hash(store, measured.sha256)
        if known is not None:
            return Intake(name=measured.name, evidence=known, is_duplicate=True)
        evidence = replace(
            self._draft(inspection_id, group),
            sha256=measured.sha256,
            size=measured.size,
            media_type=recording.media_type,
            evidence_type=EvidenceType.AUDIOVISUAL,
            way=IntakeWay.REGISTERED,
            original_name=clean_name(measured.name),
            caption=caption.strip(),
            stored=False,
            storage_place=storage_place.strip(),
            recorder_number=recorder_number.strip(),
            length_seconds=length_seconds if length_seconds is not None else recording.length_seconds,
        )
        with store.intention("recording registered", self._desk.author) as unit:
            unit.put(evidence)
            if target is not None:
                unit.put(self._citation(evidence.id, target))
        self._numbers_of(store).used(evidence)
        return Intake(name=measured.name, evidence=evidence)

    def group(self, inspection_id: InspectionId) -> str:
        """Return the letter that this laptop's next evidence gets."""
        return self._numbers_of(self._desk.inspection(inspection_id)).letter

    def groups(self, inspection_id: InspectionId) -> Groups:
        """Return this laptop's letter and those that other laptops use in this inspection."""
        numbers = self._numbers_of(self._desk.inspection(inspection_id))
        return Groups(letter=numbers.letter, foreign=frozenset(numbers.foreign))

    def choose_group(self, inspection_id: InspectionId, letter: str) -> Groups:
        """Give the next evidence of this laptop another letter; numbers that exist stay as they are.

        The choice is this laptop's own and stays for the next start.
        """
        store = self._desk.inspection(inspection_id)
        numbers = self._numbers_of(store)
        check_letter(letter, numbers)
        numbers.letter = letter
        store.derived.put(_LETTER + self._desk.device, letter.encode())
        return self.groups(inspection_id)

    def _store(
        self,
        inspection_id: InspectionId,
        draft: Evidence,
        chunks: Iterable[bytes],
        size: int,
        target: Target | None,
    ) -> Intake:
        store = self._desk.inspection(inspection_id)
        staged: BlobRef | None = store.blobs.add(chunks) if size > _IN_ONE_COMMIT else None
        return self._publish(inspection_id, draft, lambda: staged or store.blobs.add(chunks), target)

    def _publish(
        self,
        inspection_id: InspectionId,
        draft: Evidence,
        staged: Callable[[], BlobRef],
        target: Target | None,
    ) -> Intake:
        store = self._desk.inspection(inspection_id)
        is_duplicate = False
        with store.intention("evidence taken in", self._desk.author) as unit:
            ref = staged()
            known = _with_hash(store, ref.sha256) if store.blobs.has(ref.sha256) else None
            if known is None:
                evidence = replace(draft, sha256=ref.sha256, size=ref.size)
                unit.put(evidence)
                unit.publish(ref)
            else:
                evidence, is_duplicate = known, True
                store.blobs.drop_staged(ref)
            if target is not None and not (is_duplicate and _is_bound(store, evidence.id, target)):
                unit.put(self._citation(evidence.id, target))
        if is_duplicate:
            said = sentence(
                "{name} is here already as evidence {number}; it was not stored again.",
                name=draft.original_name,
                number=evidence.number,
            )
            return Intake(name=draft.original_name, evidence=evidence, is_duplicate=True, said=said)
        self._numbers_of(store).used(evidence)
        return Intake(name=draft.original_name, evidence=evidence)

    def _draft(self, inspection_id: InspectionId, group: str) -> Evidence:
        store = self._desk.inspection(inspection_id)
        numbers = self._numbers_of(store)
        letter = group or numbers.letter
        check_letter(letter, numbers)
        self._desk.clock_watch.look(inspection_id)  # what jumped since the last look touches this piece
        offset, jumped = clock_of(store)
        return Evidence(
            id=EvidenceId(self._desk.ids.new()),
            group=letter,
            running_number=numbers.last.get(letter, 0) + 1,
            device=self._desk.device,
            sha256=Sha256(""),
            size=0,
            media_type="",
            evidence_type=EvidenceType.AUDIOVISUAL,
            way=IntakeWay.FILE,
            taken_in_at=self._desk.clock.now(),
            taken_in_by=self._desk.person.id,
            clock_offset_seconds=offset,
            clock_jump=jumped,
        )

    def _numbers_of(self, store: Store) -> Numbers:
        numbers = self._numbers.get(store)
        if numbers is None or numbers.device != self._desk.device or numbers.merges != store.merges:
            present = [
                (str(device), str(letter), int(number))
                for device, letter, number in store.fields(Evidence, "device", "group", "running_number")
            ]
            numbers = Numbers(self._desk.device, present, letters_given(store))
            numbers.merges = store.merges
            chosen = (store.derived.get(_LETTER + self._desk.device) or b"").decode()
            if chosen and chosen not in numbers.foreign:
                numbers.letter = chosen
            self._numbers[store] = numbers
        return numbers

    def _citation(self, evidence_id: EvidenceId, target: Target) -> Citation:
        return Citation(
            id=CitationId(self._desk.ids.new()),
            evidence=evidence_id,
            target=target,
            cited_at=self._desk.clock.now(),
            cited_by=self._desk.person.id,
        )


def _with_hash(store: Store, sha256: Sha256) -> Evidence | None:
    return next((known for known in store.all(Evidence) if known.sha256 == sha256), None)


def same_target(one: Target, other: Target) -> bool:
    return (one.kind, one.id) == (other.kind, other.id)


def _is_bound(store: Store, evidence_id: EvidenceId, target: Target) -> bool:
    return any(c.evidence == evidence_id and same_target(c.target, target) for c in store.all(Citation))
