"""Derived copies of pictures: their steps, the copy drawn from them, its watermark, its way out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.chain import canonical_json
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import Citation, Evidence, TargetKind
from inspector_app.domain.ids import EvidenceId, ExportId, InspectionId, Sha256
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.markup import (
    MOST_SHAPES,
    CopyKind,
    ExportedCopy,
    MarkedCopy,
    Shape,
    can_be_marked,
)
from inspector_app.domain.wording import sentence
from inspector_app.storage.kinds import to_plain
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence import EvidenceService
    from inspector_app.storage.store import Store
    from inspector_app.system.marked_pictures import DrawnCopy

COPY_WORDS = "〔标注副本，下列为原件哈希〕"
"""Follows the caption of a copy in a document, which prints the original's hash beside it."""
_COPY = "marked:"
_COPY_PIXELS = 4096


def document_picture(store: Store, piece: Evidence, largest: int) -> tuple[bytes, int, int] | None:
    """Return what a document prints: the marked copy where there is one; ``None`` without a picture.

    The hash to print beside it is ``piece.sha256``, the original's, either way.
    """
    from inspector_app.system.photographs import printable

    if not (piece.stored and piece.media_type.startswith("image/")):
        return None
    if is_marked(store, piece.id):
        return printable(_drawn_copy(store, piece), largest, piece.original_name)
    return printable(store.blobs.read(piece.sha256), largest, piece.original_name)


def is_marked(store: Store, evidence_id: EvidenceId) -> bool:
    """Tell whether a piece has a marked copy now."""
    known = store.get(MarkedCopy, evidence_id)
    return known is not None and bool(known.shapes)


class MarkedCopyService:
    """Marks pictures and hands out copies; the originals stay as they came."""

    def __init__(self, desk: Desk, evidence: EvidenceService) -> None:
        self._desk = desk
        self._evidence = evidence

    def marks(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> MarkedCopy:
        """Return the steps of a piece; none where nobody marked it."""
        piece = self._evidence.evidence(inspection_id, evidence_id)
        known = self._desk.inspection(inspection_id).get(MarkedCopy, evidence_id)
        return known or MarkedCopy(id=evidence_id, original=piece.sha256)

    def marked(self, inspection_id: InspectionId) -> frozenset[EvidenceId]:
        """Return the pieces that have a marked copy."""
        return frozenset(one.id for one in self._desk.inspection(inspection_id).all(MarkedCopy) if one.shapes)

    def mark(
        self, inspection_id: InspectionId, evidence_id: EvidenceId, shapes: Sequence[Shape]
    ) -> MarkedCopy:
        """Let the copy have exactly these steps; new ones get this person and time, known ones keep both."""
        piece = self._markable(inspection_id, evidence_id)
        if len(shapes) > MOST_SHAPES:
            raise NotAllowed(
                sentence("One picture holds at most {count} marks. Those before are kept.", count=MOST_SHAPES)
            )
        before = self.marks(inspection_id, evidence_id)
        signed = {one.unsigned: one for one in self._ever_drawn(inspection_id, evidence_id)}
        now, person = self._desk.clock.now(), self._desk.person.id
        kept = []
        for shape in shapes:
            plain = shape.unsigned.kept_inside(piece.width or 0, piece.height or 0)
            if not plain.is_nothing:
                kept.append(signed.get(plain) or replace(plain, drawn_at=now, drawn_by=person))
        after = MarkedCopy(id=evidence_id, original=piece.sha256, shapes=tuple(kept))
        if after.shapes == before.shapes:
            return before
        store = self._desk.inspection(inspection_id)
        _forget_copies(store, evidence_id)
        with store.intention("picture marked", self._desk.author) as unit:
            unit.put(after)
        return after

    def copy(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> bytes:
        """Return the marked copy as a JPEG without metadata; refused where nothing is marked."""
        piece = self._markable(inspection_id, evidence_id)
        store = self._desk.inspection(inspection_id)
        if not is_marked(store, evidence_id):
            raise NotAllowed(sentence("Evidence {number} has no marked copy yet.", number=piece.number))
        return _drawn_copy(store, piece)

    def watermarked(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> bytes:
        """Return a copy with number, time and place in a strip below; marks are in it where there are any."""
        piece = self._markable(inspection_id, evidence_id)
        store = self._desk.inspection(inspection_id)
        shapes = self.marks(inspection_id, evidence_id).shapes
        return _draw(store, piece, shapes, self._facts(store, inspection_id, piece)).jpeg

    def picture_for_document(
        self, inspection_id: InspectionId, evidence_id: EvidenceId, largest: int = 1600
    ) -> tuple[bytes, Sha256]:
        """Return the JPEG that a document prints of a picture, and the hash of its original."""
        piece = self._markable(inspection_id, evidence_id)
        found = document_picture(self._desk.inspection(inspection_id), piece, largest)
        if found is None:
            raise _no_picture(piece)
        return found[0], piece.sha256

    def export(
        self, inspection_id: InspectionId, evidence_id: EvidenceId, folder: Path, kind: CopyKind
    ) -> Path:
        """Write a copy into a folder, unencrypted; journalled with the hash of what was written."""
        piece = self._markable(inspection_id, evidence_id)
        draw = self.copy if kind is CopyKind.MARKED else self.watermarked
        jpeg = draw(inspection_id, evidence_id)
        path = folder / f"{piece.number}_{kind}_{len(self.exports(inspection_id, evidence_id)) + 1}.jpg"
        if path.exists():
            raise UnusableInput(
                sentence("{name} exists in that folder already and was left as it is.", name=path.name)
            )
        exported = ExportedCopy(
            id=ExportId(self._desk.ids.new()),
            evidence=evidence_id,
            original=piece.sha256,
            kind=kind,
            sha256=Sha256(hashlib.sha256(jpeg).hexdigest()),
            name=path.name,
            exported_at=self._desk.clock.now(),
            exported_by=self._desk.person.id,
        )
        try:
            write_beside(path, [jpeg])
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the evidence itself is untouched.",
                    name=path.name,
                )
            ) from error
        with self._desk.inspection(inspection_id).intention(
            "evidence copy exported", self._desk.author
        ) as unit:
            unit.put(exported)
        return path

    def exports(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> list[ExportedCopy]:
        """Return the copies of a piece that left this laptop, oldest first."""
        every = self._desk.inspection(inspection_id).all(ExportedCopy)
        return [one for one in every if one.evidence == evidence_id]

    def _markable(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> Evidence:
        piece = self._evidence.evidence(inspection_id, evidence_id)
        if not can_be_marked(piece):
            raise _no_picture(piece)
        return piece

    def _ever_drawn(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> list[Shape]:
        """Every step of the history: what is redone keeps its first time and author."""
        history = self._desk.inspection(inspection_id).history(MarkedCopy, evidence_id)
        values = [revision.value for revision in reversed(history)]
        return [shape for value in values if isinstance(value, MarkedCopy) for shape in value.shapes]

    def _facts(self, store: Store, inspection_id: InspectionId, piece: Evidence) -> tuple[str, ...]:
        inspection = store.get(Inspection, inspection_id)
        at = (piece.captured_at or piece.taken_in_at).astimezone(BEIJING)
        moment = f"{'拍摄' if piece.captured_at else '录入'}时间 {at:%Y-%m-%d %H:%M:%S}"
        beds = dict.fromkeys(
            one.target.label
            for one in store.all(Citation)
            if one.evidence == piece.id and one.target.kind is TargetKind.BED_CHECK and one.target.label
        )
        place = "　".join([inspection.institution.name if inspection else "", *beds]).strip()
        lines = (f"证据{piece.number}　{moment}", place, f"原件 SHA-256 {piece.sha256}")
        return tuple(line for line in lines if line)


def _no_picture(piece: Evidence) -> NotAllowed:
    return NotAllowed(
        sentence(
            "Evidence {number} is no stored picture and cannot be marked. Take a page of a document in as a "
            "picture first; the original is untouched.",
            number=piece.number,
        )
    )


def _draw(store: Store, piece: Evidence, shapes: Sequence[Shape], strip: Sequence[str] = ()) -> DrawnCopy:
    from inspector_app.system.marked_pictures import draw_copy

    return draw_copy(
        store.blobs.read(piece.sha256),
        shapes,
        size=(piece.width or 1, piece.height or 1),
        strip=strip,
        name=piece.original_name,
        largest=_COPY_PIXELS,
    )


def _drawn_copy(store: Store, piece: Evidence) -> bytes:
    """Return the copy of the newest steps; only that one is kept, so no less hidden one stays anywhere."""
    known = store.get(MarkedCopy, piece.id)
    shapes = known.shapes if known is not None else ()
    plain = [to_plain(shape.unsigned) for shape in shapes]
    key = f"{_COPY}{piece.id}:{hashlib.sha256(canonical_json(plain).encode()).hexdigest()}"
    kept = store.derived.get(key)
    if kept is None:
        _forget_copies(store, piece.id)  # a merge may have brought other steps
        kept = _draw(store, piece, shapes).jpeg
        store.derived.put(key, kept)
    return kept


def _forget_copies(store: Store, evidence_id: EvidenceId) -> None:
    for key in store.derived.starting_with(f"{_COPY}{evidence_id}:"):
        store.derived.drop(key)
