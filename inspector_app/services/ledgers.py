"""Ledgers of an inspection: taken in with their sources as evidence, looked at, taken out again."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import EnvironmentProblem, UnusableInput
from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import InspectionId, LedgerId, Sha256
from inspector_app.domain.imported_ledger import ImportedLedger, LedgerFile, RememberedLedger
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.ports import Progress, Steps
from inspector_app.domain.wording import sentence
from inspector_app.services.ledger_reading import LookedAt

if TYPE_CHECKING:
    from inspector_app.services.desk import Desk
    from inspector_app.services.evidence_intake import EvidenceIntake

_PIECE = 1 << 20
_REMEMBERED = 6
"""Mappings kept for one institution and kind: it may use several programs."""


class LedgerService:
    """Takes in what the institution handed over, and remembers how its exports are read."""

    def __init__(self, desk: Desk, evidence: EvidenceIntake) -> None:
        self._desk = desk
        self._evidence = evidence

    def ledgers(self, inspection_id: InspectionId) -> list[ImportedLedger]:
        """Return the ledgers that were taken in, the earliest first."""
        return self._desk.inspection(inspection_id).all(ImportedLedger)

    def remembered(self, inspection_id: InspectionId) -> tuple[LedgerMapping, ...]:
        """Return how exports of this institution were read, the newest first, one a kind and shape."""
        known = self._known(inspection_id)
        return known.mappings if known is not None else ()

    def take(
        self,
        inspection_id: InspectionId,
        looked: LookedAt,
        *,
        handed_over_by: str,
        exported_at: datetime | None,
        exported_how: str,
        progress: Progress,
    ) -> Steps[ImportedLedger]:
        """Keep the files as evidence and the clean table beside them; cancelled, nothing is kept."""
        from inspector_app.ledgers.ledger_table import write_parquet

        if looked.table is None or looked.mapping is None or looked.kind is None:
            raise UnusableInput(
                sentence("The columns do not suffice to read these files. Choose what is missing first.")
            )
        if not handed_over_by.strip():
            raise UnusableInput(
                sentence("Enter who of the institution handed the files over; they prove little without.")
            )
        store, ledger_id = self._desk.inspection(inspection_id), LedgerId(self._desk.ids.new())
        sizes = [source.size for source in looked.table.sources]
        received, done = [], 0
        for path, source in zip(looked.paths, looked.table.sources, strict=True):
            pieces = _unchanged(path, source.sha256, progress, done, sum(sizes))
            received.append((yield from store.blobs.receive(pieces)))
            done += source.size
        table = yield from store.blobs.receive(write_parquet(looked.table))
        files = []
        for path, source, ref in zip(looked.paths, looked.table.sources, received, strict=True):
            kept = self._evidence.keep_received(
                inspection_id,
                path.name,
                ref,
                media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
                target=Target(kind=TargetKind.LEDGER, id=ledger_id, label=looked.name),
                provided_by=handed_over_by,
                copied_from=exported_how,
            )
            if kept.evidence is None:
                raise RuntimeError("kept without evidence")
            files.append(LedgerFile(name=path.name, sha256=source.sha256, evidence=kept.evidence.id))
        ledger = ImportedLedger(
            id=ledger_id,
            kind=looked.kind,
            files=tuple(files),
            mapping=looked.mapping,
            counts=looked.table.counts,
            table=table.sha256,
            handed_over_by=handed_over_by.strip(),
            exported_how=exported_how.strip(),
            exported_at=exported_at,
            taken_at=self._desk.clock.now(),
            taken_by=self._desk.person.id,
        )
        with store.intention("ledger taken in", self._desk.author) as unit:
            unit.put(ledger)
            unit.publish(table)
        self._remember(inspection_id, looked.mapping)
        return ledger

    def remove(self, inspection_id: InspectionId, ledger_id: LedgerId) -> None:
        """Leave a ledger out of every sum; its source files stay as evidence, its table in the history."""
        with self._desk.inspection(inspection_id).intention("ledger left out", self._desk.author) as unit:
            unit.remove(ImportedLedger, ledger_id)

    def _known(self, inspection_id: InspectionId) -> RememberedLedger | None:
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        if inspection is None:
            return None
        return self._desk.workspace.get(RememberedLedger, inspection.institution.id)

    def _remember(self, inspection_id: InspectionId, mapping: LedgerMapping) -> None:
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        if inspection is None:
            return
        mapping = replace(mapping, sheet="")  # the next month's sheet has another name
        known = self._known(inspection_id) or RememberedLedger(
            id=inspection.institution.id, mappings=(), remembered_at=self._desk.clock.now()
        )
        same = [one for one in known.mappings if one.kind is mapping.kind and one != mapping]
        others = [one for one in known.mappings if one.kind is not mapping.kind]
        kept = (mapping, *same[: _REMEMBERED - 1], *others)
        if kept != known.mappings:
            remembered = replace(known, mappings=kept, remembered_at=self._desk.clock.now())
            with self._desk.workspace.intention("ledger mapping remembered", self._desk.author) as unit:
                unit.put(remembered)


def _unchanged(path: Path, sha256: Sha256, progress: Progress, done: int, total: int) -> Iterator[bytes]:
    """The file's bytes once more; one that is not what was looked at is refused at its end."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
                done += len(piece)
                progress.report(min(done, total), total)
                yield piece
    except OSError as error:
        raise EnvironmentProblem(
            sentence(
                "The file {name} cannot be read any more. Nothing was taken; check its drive and try again.",
                name=path.name,
            )
        ) from error
    if digest.hexdigest() != sha256:
        raise UnusableInput(
            sentence(
                "The file {name} has changed since it was looked at. Nothing was taken; open it again.",
                name=path.name,
            )
        )
