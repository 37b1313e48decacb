"""Custody: whether an inspection's history and bytes are what they were."""

from __future__ import annotations

from inspector_app.domain.chain import has_head
from inspector_app.domain.custody import CustodyReport
from inspector_app.domain.ids import InspectionId, Sha256
from inspector_app.domain.ports import Progress, Silent
from inspector_app.services.desk import Desk


class CustodyService:
    """Checks chains, bytes and printed codes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(
        self, inspection_id: InspectionId, *, head_code: str = "", progress: Progress | None = None
    ) -> CustodyReport:
        """Walk every chain and read every stored original again; takes as long as the file is large."""
        store = self._desk.inspection(inspection_id)
        watch = progress or Silent()
        hashes = store.blobs.hashes()
        damaged: list[Sha256] = []
        for done, sha256 in enumerate(hashes):
            watch.report(done, len(hashes))
            if not store.blobs.matches(sha256):
                damaged.append(sha256)
        watch.report(len(hashes), len(hashes))
        return CustodyReport(
            lines=store.journal.count(),
            devices=len(store.journal.devices()),
            blobs=len(hashes),
            faults=tuple(store.check()),
            damaged=tuple(damaged),
            head_found=has_head(store.journal.lines(), head_code) if head_code else None,
        )
