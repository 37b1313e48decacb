"""Evidence: what people say of it, what cites it, reading and exporting the originals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from inspector_app.domain.errors import DamagedFile, EnvironmentProblem, NotAllowed, UnusableInput
from inspector_app.domain.evidence import (
    Citation,
    Evidence,
    EvidenceType,
    Target,
)
from inspector_app.domain.ids import CitationId, EvidenceId, InspectionId, Sha256
from inspector_app.domain.wording import sentence
from inspector_app.services.evidence_intake import EvidenceIntake, same_target
from inspector_app.services.evidence_shelf import Shelf
from inspector_app.system.exports import write_beside

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.storage.store import Store

_THUMBNAIL = "thumbnail:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """All evidence of an inspection in the order of intake, and what cites each piece."""

    evidence: list[Evidence] = field(default_factory=list)
    cited: dict[EvidenceId, tuple[Citation, ...]] = field(default_factory=dict)
    is_whole: bool = True
    """Older pieces are still to be read where not."""


class EvidenceService(EvidenceIntake):
    """Takes originals in, says what they are, binds them to what they prove."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shelves: WeakKeyDictionary[Store, Shelf] = WeakKeyDictionary()

    # Description

    def describe(
        self,
        inspection_id: InspectionId,
        evidence_id: EvidenceId,
        *,
        caption: str | None = None,
        evidence_type: EvidenceType | None = None,
        provided_by: str | None = None,
        copied_from: str | None = None,
    ) -> Evidence:
        """Change what people say about a piece; ``None`` leaves a field as it is."""
        before = self.evidence(inspection_id, evidence_id)
        after = replace(
            before,
            caption=before.caption if caption is None else caption.strip(),
            evidence_type=evidence_type or before.evidence_type,
            provided_by=before.provided_by if provided_by is None else provided_by.strip(),
            copied_from=before.copied_from if copied_from is None else copied_from.strip(),
        )
        if after == before:
            return before
        return self._put(inspection_id, after, "evidence described")

    def certify_copy(self, inspection_id: InspectionId, evidence_id: EvidenceId, signed_by: str) -> Evidence:
        """Record who signed 「与原件核对一致」 on a copy; an empty name takes the mark back."""
        before = self.evidence(inspection_id, evidence_id)
        after = replace(before, certified_copy_by=signed_by.strip())
        what = "copy certified" if after.certified_copy_by else "certification withdrawn"
        return before if after == before else self._put(inspection_id, after, what)

    def set_aside(self, inspection_id: InspectionId, evidence_id: EvidenceId, reason: str) -> Evidence:
        """Leave a piece out of every document made from now on; an empty reason takes it back.

        Its number, its bytes and what it was bound to stay.
        """
        before = self.evidence(inspection_id, evidence_id)
        after = replace(before, set_aside=reason.strip())
        what = "evidence set aside" if after.set_aside else "evidence used again"
        return before if after == before else self._put(inspection_id, after, what)

    def undo(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> Evidence:
        """Put the description before the last change again; the bytes were never touched."""
        store = self._desk.inspection(inspection_id)
        values = [revision.value for revision in store.history(Evidence, evidence_id)]
        if len(values) < 2 or not isinstance(values[-2], Evidence):
            raise NotAllowed(sentence("There is nothing to undo for this evidence."))
        return self._put(inspection_id, values[-2], "evidence restored")

    # Citations

    def cite(
        self, inspection_id: InspectionId, evidence_ids: Sequence[EvidenceId], target: Target
    ) -> list[Citation]:
        """Bind evidence to what it proves; what is bound to it already is left alone."""
        store = self._desk.inspection(inspection_id)
        for evidence_id in evidence_ids:
            self.evidence(inspection_id, evidence_id)
        bound = {c.evidence for c in store.all(Citation) if same_target(c.target, target)}
        wanted = dict.fromkeys(evidence_ids)
        made = [self._citation(known, target) for known in wanted if known not in bound]
        with store.intention("evidence cited", self._desk.author) as unit:
            for citation in made:
                unit.put(citation)
        return made

    def uncite(self, inspection_id: InspectionId, citation_id: CitationId) -> None:
        """Take a binding back; the evidence stays."""
        store = self._desk.inspection(inspection_id)
        if store.get(Citation, citation_id) is not None:
            with store.intention("citation withdrawn", self._desk.author) as unit:
                unit.remove(Citation, citation_id)

    def uncite_from(
        self, inspection_id: InspectionId, evidence_ids: Sequence[EvidenceId], target: Target
    ) -> None:
        """Take evidence away from what it was to prove; the evidence stays."""
        store = self._desk.inspection(inspection_id)
        gone = [
            known.id
            for known in store.all(Citation)
            if known.evidence in set(evidence_ids) and same_target(known.target, target)
        ]
        if gone:
            with store.intention("citation withdrawn", self._desk.author) as unit:
                for citation_id in gone:
                    unit.remove(Citation, citation_id)

    def evidence_for(self, inspection_id: InspectionId, target: Target) -> list[Evidence]:
        """Return what is bound to a bed, an answer, a finding …, in the order of the labels."""
        store = self._desk.inspection(inspection_id)
        ids = dict.fromkeys(c.evidence for c in store.all(Citation) if same_target(c.target, target))
        found = [known for known in (store.get(Evidence, one) for one in ids) if known is not None]
        return sorted(found, key=lambda known: (known.group, known.running_number))

    # Reading

    def evidence(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> Evidence:
        """Return one piece as it is now described."""
        found = self._desk.inspection(inspection_id).get(Evidence, evidence_id)
        if found is None:
            raise UnusableInput(sentence("This evidence is no longer there. Refresh the list."))
        return found

    def gallery(self, inspection_id: InspectionId, portion: int | None = None) -> Gallery:
        """Return everything, in the order of intake; only what changed since the last look is read again.

        With ``portion`` no more than that many pieces are read that were not read before, the newest
        first; asking again goes on until the gallery is whole.
        """
        store = self._desk.inspection(inspection_id)
        shelf = self._shelves.get(store)
        if shelf is None:
            shelf = self._shelves[store] = Shelf()
        shelf.catch_up(store, portion)
        cited: dict[EvidenceId, tuple[Citation, ...]] = {}
        for citation in shelf.citations:
            cited[citation.evidence] = (*cited.get(citation.evidence, ()), citation)
        return Gallery(evidence=shelf.evidence, cited=cited, is_whole=shelf.is_whole)

    def original(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> bytes:
        """Return the bytes as they came; they are compared with their hash first."""
        return b"".join(self.stream_original(inspection_id, evidence_id))

    def stream_original(self, inspection_id: InspectionId, evidence_id: EvidenceId) -> Iterator[bytes]:
        """Yield the bytes as they came; raises after the last piece when they do not match their hash."""
        evidence = self.evidence(inspection_id, evidence_id)
        if not evidence.stored:
            raise NotAllowed(
                sentence(
                    "Evidence {number} was registered by its hash. Its bytes are kept at: {place}.",
                    number=evidence.number,
                    place=evidence.storage_place,
                )
            )
        blobs = self._desk.inspection(inspection_id).blobs
        if not blobs.has(evidence.sha256):
            raise DamagedFile(
                sentence(
                    "The bytes of evidence {number} are not in this file. Take over the package that holds "
                    "them, or use a safety copy.",
                    number=evidence.number,
                )
            )
        digest = hashlib.sha256()
        for chunk in blobs.stream(evidence.sha256):
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != evidence.sha256:
            raise DamagedFile(
                sentence(
                    "The bytes of evidence {number} no longer match their hash: the file on this disk is "
                    "damaged. Use a safety copy; nothing was changed.",
                    number=evidence.number,
                )
            )

    def thumbnails(self, inspection_id: InspectionId, hashes: Sequence[Sha256]) -> dict[Sha256, bytes | None]:
        """Return the small pictures kept so far; ``None`` has to be drawn, empty bytes cannot be."""
        derived = self._desk.inspection(inspection_id).derived
        return {sha256: derived.get(_THUMBNAIL + sha256) for sha256 in hashes}

    def keep_thumbnail(self, inspection_id: InspectionId, sha256: Sha256, jpeg: bytes) -> None:
        """Keep a small picture for next time; empty bytes say that it cannot be drawn."""
        self._desk.inspection(inspection_id).derived.put(_THUMBNAIL + sha256, jpeg)

    def export_original(self, inspection_id: InspectionId, evidence_id: EvidenceId, folder: Path) -> Path:
        """Write the unchanged original into a folder, unencrypted; the export is journalled."""
        evidence = self.evidence(inspection_id, evidence_id)
        path = folder / f"{evidence.number}_{evidence.original_name or evidence.sha256[:12]}"
        if path.exists():
            raise UnusableInput(
                sentence("{name} exists in that folder already and was left as it is.", name=path.name)
            )
        chunks = self.stream_original(inspection_id, evidence_id)
        try:
            write_beside(path, chunks)
        except OSError as error:
            raise EnvironmentProblem(
                sentence(
                    "{name} cannot be written there. Check room and rights of the folder; "
                    "the evidence itself is untouched.",
                    name=path.name,
                )
            ) from error
        self._put(inspection_id, evidence, "original exported")
        return path

    def _put(self, inspection_id: InspectionId, evidence: Evidence, what: str) -> Evidence:
        with self._desk.inspection(inspection_id).intention(what, self._desk.author) as unit:
            unit.put(evidence)
        return evidence
