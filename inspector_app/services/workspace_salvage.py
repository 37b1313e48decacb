"""Salvages the workspace's own file: people, numbers and known laptops, as far as they can be read.

Nothing of an inspection is in question: each is a file of its own. Keys are not in question either: they
stand wrapped in ``keys.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector_app.domain.document import BurnedNumber, Document, NumberBlock, NumberState
from inspector_app.domain.errors import DamagedFile, DamagedWorkspace, NotAllowed
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.numbering import parse_official_number
from inspector_app.domain.people import Author, Person
from inspector_app.domain.ports import Progress
from inspector_app.domain.salvage import SalvageReport
from inspector_app.domain.wording import sentence
from inspector_app.services.credentials import device_id
from inspector_app.services.damage import note_damage
from inspector_app.services.desk import WORKSPACE_FILE, Desk
from inspector_app.services.salvage import report_of
from inspector_app.services.workspace import WorkspaceService
from inspector_app.storage.salvage import Target, salvage
from inspector_app.storage.setting_aside import exchange, fresh_beside, name_aside
from inspector_app.storage.store import Unit
from inspector_app.system.keys import file_key

if TYPE_CHECKING:
    from inspector_app.services.inspections import InspectionService

MENDED = "people and numbers checked after a salvage"
UNKNOWN_NUMBER = "登记簿损坏，该号码用于何处已无从查知，请与局内登记簿核对。"
"""Why a number is void that may or may not stand on a paper; it is part of the register, so Chinese."""


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

        The damaged file is kept under another name. Nothing changes when this is cancelled or fails.
        """
        desk = self._desk
        try:
            self._workspace.unlock(person_id, passphrase)
        except DamagedWorkspace:
            master = desk.master
        else:
            raise NotAllowed(sentence("The workspace can be read as it is. Nothing was changed."))
        device = device_id(self._workspace.credentials.device_key())
        desk.lock()
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
            carried = dict(_carried(block, issued))
            for number, (inspection, document) in carried.items():
                if number not in known:
                    unit.put(self._entry(block, number, NumberState.USED, inspection, document))
            highest = max(known | set(carried), default=None)
            holes = set(range(block.first, (highest or block.first - 1) + 1)) - known - set(carried)
            for number in sorted(holes):
                unit.put(self._entry(block, number, NumberState.VOID))
            voided += len(holes)
            if highest == block.last:
                continue
            closed += 1
            if highest is None:
                unit.remove(NumberBlock, block.id)
            else:
                unit.put(replace(block, last=highest))
        return closed, voided

    def _entry(
        self,
        block: NumberBlock,
        number: int,
        state: NumberState,
        inspection: InspectionId | None = None,
        document: Document | None = None,
    ) -> BurnedNumber:
        return BurnedNumber(
            id=f"{block.id}:{number:06d}",
            block=block.id,
            number=number,
            state=state,
            inspection=inspection,
            document=document.id if document is not None else None,
            burned_at=(document.issued_at if document is not None else None) or self._desk.clock.now(),
            reason=UNKNOWN_NUMBER if state is NumberState.VOID else "",
        )


def _carried(
    block: NumberBlock, issued: list[tuple[InspectionId, Document]]
) -> Iterator[tuple[int, tuple[InspectionId, Document]]]:
    """Yield the numbers of a block that documents of the inspections carry."""
    for inspection, document in issued:
        number = parse_official_number(document.number)
        if (
            number is not None
            and document.type is block.type
            and number.year == block.year
            and number.words.startswith(block.body)
            and block.first <= number.running <= block.last
        ):
            yield number.running, (inspection, document)
