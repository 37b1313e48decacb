"""Salvages the workspace's own file: people, numbers and known laptops, as far as they can be read.

Nothing of an inspection is in question: each is a file of its own. Keys are not in question either: they
stand wrapped in ``keys.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector_app.domain.document import BurnedNumber, Document, NumberBlock, NumberState
from inspector_app.domain.errors import DamagedFile, DamagedWorkspace, MissingWorkspace, NotAllowed
from inspector_app.domain.ids import DeviceId, InspectionId, PersonId
from inspector_app.domain.people import Author, Person
from inspector_app.domain.ports import Progress
from inspector_app.domain.salvage import Entry, Salvage, SalvageReport
from inspector_app.domain.wording import sentence
from inspector_app.services.carried_numbers import carried_by, lost_entries
from inspector_app.services.credentials import device_id
from inspector_app.services.damage import note_damage
from inspector_app.services.desk import WORKSPACE_FILE, Desk
from inspector_app.services.salvage import report_of
from inspector_app.services.workspace import WorkspaceService
from inspector_app.storage.salvage import Target, salvage
from inspector_app.storage.setting_aside import exchange, fresh_beside, name_aside, remove
from inspector_app.storage.store import Unit, open_store
from inspector_app.system.keys import file_key

if TYPE_CHECKING:
    from inspector_app.services.inspections import InspectionService

MADE_ANEW = "workspace made anew"
MENDED = "people and numbers checked after a salvage"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceSalvaged:
    """What a person is told before they go on."""

    report: SalvageReport
    people_from_keys: tuple[str, ...] = ()
    """People whose entry is lost; they still unlock, their role and certificate number are to be entered."""
    blocks_closed: int = 0
    """Number blocks that end at the last number known here."""
    numbers_void: int = 0
    """Numbers between known ones that no register and no document here says anything of."""


class WorkspaceSalvage:
    """What a person does before unlocking, when the workspace's own file is damaged."""

    def __init__(self, desk: Desk, workspace: WorkspaceService, inspections: InspectionService) -> None:
        self._desk = desk
        self._workspace = workspace
        self._inspections = inspections

    def salvage(self, person_id: PersonId, passphrase: str, progress: Progress) -> WorkspaceSalvaged:
        """Read what holds into a new file, which takes the damaged one's place, and unlock it.

        The damaged file is kept under another name. Nothing changes when this is cancelled or fails. A
        file that is gone is made anew from the keys; numbers come back as their blocks are entered again.
        """
        desk = self._desk
        try:
            self._workspace.unlock(person_id, passphrase)
        except DamagedWorkspace as damage:
            master, problem = desk.master, damage
        else:
            raise NotAllowed(sentence("The workspace can be read as it is. Nothing was changed."))
        device = device_id(self._workspace.credentials.device_key())
        desk.lock()
        if isinstance(problem, MissingWorkspace):
            return self._made_anew(master, person_id, passphrase, device)
        path, key = desk.workspace_path, file_key(master, WORKSPACE_FILE)
        aside = name_aside(path, desk.clock.now())
        target = Target(
            path=fresh_beside(path), key=key, clock=desk.clock, ids=desk.ids, file_kind=WORKSPACE_FILE
        )
        author = Author(person=person_id, device=device)
        record = salvage(path, key, target, author, aside.name, progress)
        exchange(path, aside)
        self._workspace.unlock(person_id, passphrase)
        return self._mended(report_of(desk.workspace, record))

    def _made_anew(
        self, master: bytes, person_id: PersonId, passphrase: str, device: DeviceId
    ) -> WorkspaceSalvaged:
        """Begin a new file where the old one is gone; its first line says that everything before is lost."""
        desk, now = self._desk, self._desk.clock.now()
        path, key = desk.workspace_path, file_key(master, WORKSPACE_FILE)
        fresh, aside = fresh_beside(path), name_aside(path, now)
        record = Salvage(
            id=desk.ids.new(),
            at=now,
            by=person_id,
            pages=0,
            pages_damaged=0,
            salt_found=True,
            lines_kept=0,
            bytes_kept=0,
            lost_entries=tuple(
                Entry(kind="person", id=slot.id) for slot in self._workspace.people_who_unlock()
            ),
            end_unknown=True,
            set_aside=aside.name,
        )
        remove(fresh)
        store = open_store(fresh, key, clock=desk.clock, ids=desk.ids, file_kind=WORKSPACE_FILE)
        try:
            with store.intention(MADE_ANEW, Author(person=person_id, device=device)) as unit:
                unit.put(record)
        finally:
            store.close()
        path.touch(mode=0o600)  # an old log beside a missing file goes aside with it
        exchange(path, aside)
        self._workspace.unlock(person_id, passphrase)
        return self._mended(report_of(desk.workspace, record))

    def _mended(self, report: SalvageReport) -> WorkspaceSalvaged:
        """Make up for what the file lost: people from the keys, the list from the inspections."""
        store = self._desk.workspace
        issued = list(self._issued())
        lost = [
            slot
            for slot in self._workspace.people_who_unlock()
            if store.get(Person, slot.id) is None or self._is_named_anew(PersonId(slot.id), report)
        ]
        unit_blocks = voided = 0
        with store.intention(MENDED, self._desk.author) as unit:
            for slot in lost:
                if store.get(Person, slot.id) is None:
                    unit.put(Person(id=PersonId(slot.id), name=slot.label))
            if not report.salvage.is_whole:
                unit_blocks, voided = self._close_blocks(unit, issued)
        return WorkspaceSalvaged(
            report=report,
            people_from_keys=tuple(slot.label for slot in lost),
            blocks_closed=unit_blocks,
            numbers_void=voided,
        )

    def _is_named_anew(self, person: PersonId, report: SalvageReport) -> bool:
        """Tell whether unlocking had to enter a person whom the salvage found lost."""
        return any(one.kind == "person" and one.id == person for one in report.salvage.lost_entries)

    def _issued(self) -> Iterator[tuple[InspectionId, Document]]:
        """Yield every numbered document of the inspections here; their list is made anew on the way."""
        for inspection in self._desk.inspection_files():
            try:
                for document in self._desk.inspection(inspection).all(Document):
                    if document.number:
                        yield inspection, document
                self._inspections.refresh_card(inspection)
            except DamagedFile as problem:
                note_damage(self._desk, inspection, problem.sentence)

    def _close_blocks(self, unit: Unit, issued: list[tuple[InspectionId, Document]]) -> tuple[int, int]:
        """End each block at the last number known, so that no number can stand on two documents.

        What the register lost between is entered again from the documents that carry it, or as void.
        """
        store = self._desk.workspace
        burned = store.all(BurnedNumber)
        closed = voided = 0
        for block in store.all(NumberBlock):
            known = {one.number for one in burned if one.block == block.id}
            carried = carried_by(block, issued)
            for entry in lost_entries(block, known, carried, self._desk.clock.now()):
                unit.put(entry)
                voided += entry.state is NumberState.VOID
            highest = max(known | set(carried), default=None)
            if highest == block.last:
                continue
            closed += 1
            if highest is None:
                unit.remove(NumberBlock, block.id)
            else:
                unit.put(replace(block, last=highest))
        return closed, voided
