"""Rosters: a hospital's export is looked at, mapped, and taken in with its source kept as it came."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from inspector_app.domain.bed_walk import current_list
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.evidence import Evidence, Target, TargetKind
from inspector_app.domain.headcount import BedCheck, Listed
from inspector_app.domain.headcount_suspicions import identity_of
from inspector_app.domain.ids import InspectionId, RosterId, Sha256
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.ports import Progress
from inspector_app.domain.roster import (
    Mapping,
    RememberedMapping,
    Roster,
    RosterEntry,
    RosterField,
    RosterPreview,
)
from inspector_app.domain.roster_snapshots import Snapshot
from inspector_app.domain.wording import sentence
from inspector_app.services.desk import Desk
from inspector_app.services.evidence_intake import EvidenceIntake
from inspector_app.services.roster_reading import LookedAt, look_at
from inspector_app.storage.blobs import in_chunks
from inspector_app.storage.kinds import from_plain


class RosterService:
    """Reads exports and keeps what was read."""

    def __init__(self, desk: Desk, evidence: EvidenceIntake) -> None:
        self._desk = desk
        self._evidence = evidence
        self._entries: dict[Sha256, tuple[RosterEntry, ...]] = {}

    def read(
        self,
        inspection_id: InspectionId,
        path: Path,
        *,
        sheet: str = "",
        mapping: Mapping | None = None,
        progress: Progress | None = None,
    ) -> RosterPreview:
        """Look at a file as it would be taken; nothing is stored. Without a mapping, one is guessed."""
        return look_at(
            path, sheet=sheet, mapping=mapping, remembered=self.remembered(inspection_id), progress=progress
        ).preview

    def take(
        self,
        inspection_id: InspectionId,
        path: Path,
        preview: RosterPreview,
        *,
        exported_by: str,
        exported_at: datetime,
        exported_how: str = "",
        progress: Progress | None = None,
    ) -> Roster:
        """Read the file of a preview again and take it in; see :meth:`keep`."""
        looked = look_at(path, sheet=preview.sheet, mapping=preview.mapping, progress=progress)
        if looked.preview.source_sha256 != preview.source_sha256:
            raise UnusableInput(
                sentence(
                    "The file {name} has changed since it was looked at. Nothing was taken; open it again.",
                    name=path.name,
                )
            )
        return self.keep(
            inspection_id, looked, exported_by=exported_by, exported_at=exported_at, exported_how=exported_how
        )

    def keep(
        self,
        inspection_id: InspectionId,
        looked: LookedAt,
        *,
        exported_by: str,
        exported_at: datetime,
        exported_how: str = "",
    ) -> Roster:
        """Take in what was looked at: source file, clean entries, who exported it and when.

        The mapping is remembered for the institution; persons walked before are matched again by a
        person, but whoever was matched to an earlier export stays matched.
        """
        preview = looked.preview
        if not exported_by.strip():
            raise UnusableInput(
                sentence("Enter who of the institution made the export; the list proves little without.")
            )
        if preview.mapping.column_of(RosterField.NAME) is None:
            raise UnusableInput(sentence("No column is marked as the name. Choose it and look again."))
        if not preview.entries:
            raise UnusableInput(
                sentence(
                    "No person was found in {name}. Correct the columns first.", name=preview.source_name
                )
            )
        roster_id = RosterId(self._desk.ids.new())
        kept = self._evidence.keep_file(
            inspection_id,
            preview.source_name,
            in_chunks(looked.content),
            media_type=looked.media_type,
            size=len(looked.content),
            target=Target(kind=TargetKind.ROSTER, id=roster_id, label=preview.source_name),
            provided_by=exported_by.strip(),
            copied_from=exported_how.strip(),
        )
        return self._store(
            inspection_id, roster_id, looked, kept.evidence, exported_by, exported_at, exported_how
        )

    def rosters(self, inspection_id: InspectionId) -> list[Roster]:
        """Return the rosters that were taken, the earliest first."""
        return self._desk.inspection(inspection_id).all(Roster)

    def entries(self, inspection_id: InspectionId, roster: Roster) -> tuple[RosterEntry, ...]:
        """Return the clean table of a roster."""
        known = self._entries.get(roster.entries_sha256)
        if known is None:
            blob = self._desk.inspection(inspection_id).blobs.read(roster.entries_sha256)
            known = tuple(from_plain(RosterEntry, json.loads(line)) for line in blob.splitlines())
            self._entries[roster.entries_sha256] = known
        return known

    def listed(self, inspection_id: InspectionId) -> tuple[Listed, ...]:
        """Return the list that holds: for each ward the one exported last."""
        return current_list(
            (roster, self.entries(inspection_id, roster)) for roster in self.rosters(inspection_id)
        )

    def snapshots(self, inspection_id: InspectionId) -> tuple[Snapshot, ...]:
        """Return every list as it was exported, the ones that no longer hold included."""
        return tuple(
            Snapshot(
                listed=tuple(
                    Listed(roster=roster.id, exported_at=roster.exported_at, entry=entry)
                    for entry in self.entries(inspection_id, roster)
                )
            )
            for roster in self.rosters(inspection_id)
        )

    def remembered(self, inspection_id: InspectionId) -> dict[str, RosterField]:
        """Return what the headers of this institution's exports meant last time."""
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        if inspection is None:
            return {}
        known = self._desk.workspace.get(RememberedMapping, inspection.institution.id)
        return dict(known.headers) if known else {}

    def _store(
        self,
        inspection_id: InspectionId,
        roster_id: RosterId,
        looked: LookedAt,
        evidence: Evidence | None,
        exported_by: str,
        exported_at: datetime,
        exported_how: str,
    ) -> Roster:
        store, read = self._desk.inspection(inspection_id), looked.preview
        before = self.listed(inspection_id)
        clean = store.blobs.add(looked.clean)
        roster = Roster(
            id=roster_id,
            source_name=read.source_name,
            source_sha256=read.source_sha256,
            source_size=read.source_size,
            entries_sha256=clean.sha256,
            sheet=read.sheet,
            mapping=read.mapping,
            persons=len(read.entries),
            rows_read=read.report.rows_read,
            quarantined=read.report.quarantined,
            other_lines=read.report.other_lines,
            wards=read.wards,
            exported_by=exported_by.strip(),
            exported_how=exported_how.strip(),
            exported_at=exported_at,
            taken_at=self._desk.clock.now(),
            taken_by=self._desk.person.id,
            evidence=evidence.id if evidence else "",
        )
        after = current_list(
            [
                *((one, self.entries(inspection_id, one)) for one in self.rosters(inspection_id)),
                (roster, read.entries),
            ]
        )
        with store.intention("roster taken", self._desk.author) as unit:
            unit.put(roster)
            unit.publish(clean)
            for check in _carried_over(store.all(BedCheck), before, after):
                unit.put(check)
        self._entries[clean.sha256] = read.entries
        self._remember(inspection_id, read)
        return roster

    def _remember(self, inspection_id: InspectionId, read: RosterPreview) -> None:
        inspection = self._desk.inspection(inspection_id).get(Inspection, inspection_id)
        if inspection is None:
            return
        meanings = dict(read.mapping.columns)
        headers = tuple(
            (column.header, meanings[column.index])
            for column in read.columns
            if column.header and column.index in meanings
        )
        institution = inspection.institution.id
        known = self._desk.workspace.get(RememberedMapping, institution)
        if headers and (known is None or known.headers != headers):
            remembered = RememberedMapping(
                id=institution, headers=headers, remembered_at=self._desk.clock.now()
            )
            with self._desk.workspace.intention("mapping remembered", self._desk.author) as unit:
                unit.put(remembered)


def _carried_over(
    checks: list[BedCheck], before: tuple[Listed, ...], after: tuple[Listed, ...]
) -> Iterator[BedCheck]:
    """Checks matched to an older export, now pointing at the same person of the newer one.

    Whoever the newer export no longer names keeps name and bed and is offered for matching again.
    """
    old = {one.key: one for one in before}
    holding = {one.key for one in after}
    new = {identity_of(one.entry): one for one in after}
    for check in checks:
        key = f"{check.roster}/{check.roster_row}"
        if not check.is_matched or key in holding:
            continue
        entry = old[key].entry if key in old else None
        same = new.get(identity_of(entry)) if entry else None
        if same is not None:
            yield replace(check, roster=same.roster, roster_row=same.entry.row)
        else:
            yield replace(check, roster=None, roster_row=None, match_confirmed_by=None)
