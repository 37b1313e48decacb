"""Safety copies and what is put back from them, as a person at the desk does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import EnvironmentProblem, NotAllowed, Problem
from inspector_app.domain.ids import InspectionId, PersonId
from inspector_app.domain.people import Author, Device, Person
from inspector_app.domain.ports import Progress
from inspector_app.domain.safety_copy import CopyAge, Restoration, SafetyCopy
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services import copy_listing as lists
from inspector_app.services.copy_age import COPIED, copy_age
from inspector_app.services.copy_making import CopyPlan, CopyResult, FileToCopy
from inspector_app.services.copy_reading import (
    CopyReport,
    FoundCopy,
    OpenCopy,
    find_copies,
    open_copy,
    open_with_master,
    part_key,
    people_in,
    source_name,
    verify_copy,
)
from inspector_app.services.credentials import DEVICE_KEY, device_id
from inspector_app.services.damage import forget_damage
from inspector_app.services.desk import Desk
from inspector_app.services.restoring import (
    RESTORED,
    Restored,
    Tools,
    restore_inspection,
    restore_workspace,
)
from inspector_app.services.workspace import WorkspaceService
from inspector_app.storage.setting_aside import exchange, fresh_beside, name_aside, remove
from inspector_app.system.device import DeviceKey
from inspector_app.system.keys import file_key
from inspector_app.system.wrapping import Cost

OWN_FILES = ("packs/*.toml", "wording.toml", "templates/*.toml")
"""What a bureau may have put beside the databases; no person and no institution stands in them."""
_MOST_OWN_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoGoesOn:
    """A copy that was opened, and who may go on from it."""

    copy: OpenCopy
    people: tuple[Person, ...]
    person: Person | None
    """Whose passphrase opened it; ``None`` where one has to be chosen and gets a new passphrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PuttingBack:
    """An inspection that is withheld while its file is made anew from a copy."""

    inspection: InspectionId
    copy: OpenCopy
    path: Path
    key: DeviceKey
    restoration: Restoration
    tools: Tools
    author: Author


def put_back_beside(begun: PuttingBack, progress: Progress) -> int:
    """Make the file anew; touches no file that anybody has open. Returns the originals the copy lacks."""
    entry = begun.copy.listing.entry(begun.inspection)
    fresh = fresh_beside(begun.path)
    try:
        return restore_inspection(begun.copy, entry, fresh, begun.restoration, begun.tools, progress)
    except BaseException:
        remove(fresh)
        raise


class SafetyCopyService:
    """Plans copies on the databases' thread, remembers them, and goes on from them."""

    def __init__(self, desk: Desk, workspace: WorkspaceService, *, cost: Cost | None = None) -> None:
        self._desk = desk
        self._workspace = workspace
        self._cost = cost

    # Making

    def plan(self, chosen: Path) -> CopyPlan:
        """Gather what :func:`make_copy` needs to work beside this thread; nothing is written."""
        desk = self._desk
        chosen = chosen.absolute()
        if desk.folder.resolve() in (chosen.resolve(), *chosen.resolve().parents):
            raise NotAllowed(
                sentence(
                    "A copy inside the workspace's own folder would be lost with it. Choose a stick or a "
                    "share."
                )
            )
        if not chosen.is_dir():
            raise EnvironmentProblem(
                sentence("{name} is not there. Put the stick in, or choose another place.", name=chosen.name)
            )
        return CopyPlan(
            chosen=chosen,
            folder=lists.folder_for(chosen, desk.device),
            about=lists.About(workspace=self._workspace.identity, device=desk.device),
            at=desk.clock.now(),
            by=desk.person.id,
            master=desk.master,
            keys=self._workspace.keys_for_safety_copy(DEVICE_KEY),
            inspections=tuple(self._file(name) for name in desk.inspection_files()),
            workspace=self._file(lists.WORKSPACE),
            files=dict(self._own_files()),
            randomness=desk.randomness,
        )

    def record(self, result: CopyResult) -> SafetyCopy:
        """Write a finished copy into the workspace's history."""
        plan = result.plan
        made = SafetyCopy(
            id=self._desk.ids.new(),
            at=plan.at,
            by=plan.by,
            place=str(plan.chosen),
            inspections=result.inspections,
            written=result.written,
            total=result.total,
            skipped=result.skipped,
        )
        with self._desk.workspace.intention(COPIED, self._desk.author) as unit:
            unit.put(made)
        return made

    def last(self) -> SafetyCopy | None:
        """Return the last finished copy of this laptop."""
        copies = self._desk.workspace.all(SafetyCopy)
        return copies[-1] if copies else None

    def age(self) -> CopyAge:
        """Return how well the work is kept elsewhere."""
        return copy_age(self._desk)

    # Reading

    def find(self, chosen: Path) -> tuple[FoundCopy, ...]:
        """Return the safety copies on a stick, the newest first."""
        return find_copies(chosen, self._desk.clock)

    def open(self, folder: Path, *, passphrase: str = "", recovery_key: str = "") -> WhoGoesOn:
        """Open a copy with a passphrase or the recovery key."""
        copy = open_copy(
            folder,
            passphrase=passphrase,
            recovery_key=recovery_key,
            clock=self._desk.clock,
            randomness=self._desk.randomness,
            cost=self._cost,
        )
        people = people_in(copy)
        person = next((one for one in people if one.id == copy.person), None)
        return WhoGoesOn(copy=copy, people=tuple(people), person=person)

    def verify(self, copy: OpenCopy, progress: Progress) -> CopyReport:
        """Say whether a copy is complete and intact."""
        return verify_copy(copy, progress)

    def open_here(self, chosen: Path) -> OpenCopy:
        """Open this laptop's own copy in a place, with the key of the unlocked workspace."""
        return open_with_master(lists.folder_for(chosen, self._desk.device), self._desk.master)

    # Going on

    def restore(
        self,
        found: WhoGoesOn,
        person: PersonId,
        progress: Progress,
        *,
        passphrase: str,
        recovery_key: str = "",
    ) -> Restored:
        """Set this laptop up from a copy and unlock it for ``person``.

        With the recovery key ``passphrase`` is the person's new one.
        """
        done = restore_workspace(found.copy, self._desk.folder, person, self._tools(), progress)
        if recovery_key:
            self._workspace.recover(recovery_key, person, passphrase)
        else:
            self._workspace.unlock(person, passphrase)
        return done

    def restore_inspection(self, inspection: InspectionId, chosen: Path, progress: Progress) -> Restored:
        """Put one inspection back from a copy of this workspace; the damaged file is kept beside it.

        The damaged file may hold lines that the copy lacks, under this laptop's name. So the laptop goes
        on under a new one. Where others wait for the desk, the three parts are done one by one: the
        second touches no open file.
        """
        begun = self.begin_putting_back(inspection, chosen)
        try:
            missing = put_back_beside(begun, progress)
        except BaseException:
            self.give_up_putting_back(begun)
            raise
        return self.end_putting_back(begun, missing)

    def begin_putting_back(self, inspection: InspectionId, chosen: Path) -> PuttingBack:
        """Let go of an inspection's file and keep everybody from it until it is put back or given up."""
        desk = self._desk
        copy = self._copy_with(inspection, chosen)
        path = desk.inspection_path(inspection)
        key = DeviceKey.make(desk.randomness)
        restoration = Restoration(
            id=desk.ids.new(),
            at=desk.clock.now(),
            by=desk.person.id,
            copied_at=copy.listing.at,
            former_device=desk.device,
            device=device_id(key),
        )
        desk.withhold(
            inspection, sentence("This inspection is being put back. Wait until it is done, or cancel it.")
        )
        return PuttingBack(
            inspection=inspection,
            copy=copy,
            path=path,
            key=key,
            restoration=restoration,
            tools=self._tools(),
            author=desk.author,
        )

    def give_up_putting_back(self, begun: PuttingBack) -> None:
        """Leave the file as it is."""
        self._desk.give_back(begun.inspection)

    def end_putting_back(self, begun: PuttingBack, missing: int) -> Restored:
        """Put the file made anew into its place; this laptop goes on under a new name."""
        desk, path = self._desk, begun.path
        if not desk.is_unlocked or desk.author != begun.author:
            desk.give_back(begun.inspection)
            remove(fresh_beside(path))
            raise NotAllowed(
                sentence(
                    "The desk was locked while the inspection was put back. Nothing was changed; "
                    "put it back again."
                )
            )
        self._introduce(self._workspace.credentials.take_device(begun.key), begun.restoration)
        if path.exists():
            exchange(path, name_aside(path, desk.clock.now()))
        else:
            fresh_beside(path).rename(path)
        desk.give_back(begun.inspection)
        forget_damage(desk, begun.inspection)
        return Restored(restoration=begun.restoration, inspections=1, missing_originals=missing)

    def _introduce(self, device: Device, restoration: Restoration) -> None:
        desk = self._desk
        desk.seat(desk.person, device.id)
        with desk.workspace.intention(RESTORED, desk.author) as unit:
            unit.put(restoration)
            unit.put(device)

    def _copy_with(self, inspection: InspectionId, chosen: Path) -> OpenCopy:
        """Return the newest copy of this workspace in a folder that holds the inspection."""
        own = [one for one in self.find(chosen) if one.about.workspace == self._workspace.identity]
        if not own:
            raise NotAllowed(
                sentence("The safety copies in {name} are of another workspace.", name=chosen.name)
            )
        problem: Problem | None = None
        copies = []
        for one in own:
            try:
                copies.append(open_with_master(one.folder, self._desk.master))
            except Problem as error:
                problem = error
        holding = [copy for copy in copies if copy.listing.entry(inspection).parts]
        if holding:
            return max(holding, key=lambda copy: copy.listing.at)
        if problem is not None and not copies:
            raise problem
        raise NotAllowed(sentence("This inspection is not in this safety copy. Nothing was changed."))

    def _tools(self) -> Tools:
        return Tools(clock=self._desk.clock, ids=self._desk.ids, randomness=self._desk.randomness)

    def _file(self, name: str) -> FileToCopy:
        desk = self._desk
        is_workspace = name == lists.WORKSPACE
        inspection = InspectionId(name)
        return FileToCopy(
            name=name,
            path=desk.workspace_path if is_workspace else desk.inspection_path(inspection),
            key=file_key(desk.master, source_name(name)),
            part_key=part_key(desk.master, name),
            in_use=is_workspace or desk.is_open(inspection),
        )

    def _own_files(self) -> Iterator[tuple[str, bytes]]:
        size = 0
        for pattern in OWN_FILES:
            for path in sorted(self._desk.folder.glob(pattern)):
                size += path.stat().st_size
                if size > _MOST_OWN_BYTES:
                    raise EnvironmentProblem(
                        sentence("The packs and wording in the workspace's folder are too large to copy.")
                    )
                yield path.relative_to(self._desk.folder).as_posix(), path.read_bytes()


def result_words(result: CopyResult) -> tuple[Sentence, ...]:
    """Say what a copy did, and what it could not do."""
    told = [
        counted(
            result.inspections,
            sentence(
                "The safety copy is complete and was read back: 1 inspection, {written} MB written, "
                "{total} MB in all.",
                written=_megabytes(result.written),
                total=_megabytes(result.total),
            ),
            sentence(
                "The safety copy is complete and was read back: {count} inspections, {written} MB written, "
                "{total} MB in all.",
                count=result.inspections,
                written=_megabytes(result.written),
                total=_megabytes(result.total),
            ),
        )
    ]
    if result.skipped:
        told.append(
            counted(
                len(result.skipped),
                sentence(
                    "One inspection could not be read and was not copied; what an earlier copy holds of "
                    "it is still there. Salvage it."
                ),
                sentence(
                    "{count} inspections could not be read and were not copied; what an earlier copy holds "
                    "of them is still there. Salvage them.",
                    count=len(result.skipped),
                ),
            )
        )
    if result.damaged_originals:
        told.append(
            counted(
                result.damaged_originals,
                sentence("One original is damaged on this laptop and could not be copied."),
                sentence(
                    "{count} originals are damaged on this laptop and could not be copied.",
                    count=result.damaged_originals,
                ),
            )
        )
    return tuple(told)


def restored_words(done: Restored) -> tuple[Sentence, ...]:
    """Say what was put back, and what a person has to see to."""
    told = [
        counted(
            done.inspections,
            sentence(
                "One inspection is back as it was on {time}. What was entered later on the "
                "other laptop is not here.",
                time=f"{done.restoration.copied_at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
            ),
            sentence(
                "{count} inspections are back as they were on {time}. What was entered later on the "
                "other laptop is not here.",
                count=done.inspections,
                time=f"{done.restoration.copied_at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
            ),
        )
    ]
    if done.blocks_closed:
        told.append(
            counted(
                done.blocks_closed,
                sentence(
                    "The lost laptop may have used further numbers. One number block ends here at the "
                    "last known one; ask the bureau's register and enter the rest under Settings."
                ),
                sentence(
                    "The lost laptop may have used further numbers. {count} number blocks end here at the "
                    "last known one; ask the bureau's register and enter the rest under Settings.",
                    count=done.blocks_closed,
                ),
            )
        )
    if done.missing_originals:
        told.append(
            counted(
                done.missing_originals,
                sentence("One original is not in the copy."),
                sentence("{count} originals are not in the copy.", count=done.missing_originals),
            )
        )
    return tuple(told)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f}"
