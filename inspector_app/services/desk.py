"""The desk: what is unlocked and open right now, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.calendar import BEIJING
from inspector_app.domain.errors import (
    DamagedFile,
    DamagedWorkspace,
    EnvironmentProblem,
    MissingWorkspace,
    NotAllowed,
)
from inspector_app.domain.ids import DeviceId, InspectionId
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.journal import Change
from inspector_app.domain.people import Author, Person
from inspector_app.domain.ports import Clock, Ids, Randomness
from inspector_app.domain.wording import Sentence, counted, sentence
from inspector_app.services.clock_watch import ClockWatch
from inspector_app.services.door import WORKSPACE_NAME
from inspector_app.system.keys import file_key

if TYPE_CHECKING:
    from inspector_app.storage.store import Store

INSPECTION_FILE = "inspection"
WORKSPACE_FILE = "workspace"


class Desk:
    """Holds the open files of one workspace; used on the one thread that owns the databases.

    It is locked until the workspace service hands it the master key and the person who unlocked.
    """

    def __init__(self, folder: Path, *, clock: Clock, ids: Ids, randomness: Randomness) -> None:
        self.folder = folder
        self.clock = clock
        self.ids = ids
        self.randomness = randomness
        self._master: bytes | None = None
        self._person: Person | None = None
        self._device: DeviceId | None = None
        self._workspace: Store | None = None
        self._inspections: dict[InspectionId, Store] = {}
        self._changes: set[Change] = set()
        self._recovered: list[Sentence] = []
        self._forgetting: list[Callable[[], None]] = []
        self._withheld: dict[InspectionId, Sentence] = {}
        self.clock_watch = ClockWatch(self)

    @property
    def is_unlocked(self) -> bool:
        return self._workspace is not None

    @property
    def person(self) -> Person:
        """The person whose passphrase opened the desk; the journal's person."""
        if self._person is None:
            raise _locked()
        return self._person

    @property
    def device(self) -> DeviceId:
        if self._device is None:
            raise _locked()
        return self._device

    @property
    def author(self) -> Author:
        return Author(person=self.person.id, device=self.device)

    @property
    def master(self) -> bytes:
        """The workspace's key, for the services that wrap it again."""
        if self._master is None:
            raise _locked()
        return self._master

    @property
    def workspace(self) -> Store:
        if self._workspace is None:
            raise _locked()
        return self._workspace

    @property
    def workspace_path(self) -> Path:
        return self.folder / WORKSPACE_NAME

    def inspection_path(self, inspection: InspectionId) -> Path:
        """Return where an inspection's file lies; its name says nothing about the institution."""
        return self.folder / "inspections" / f"{inspection}.db"

    def inspection_files(self) -> list[InspectionId]:
        """Return the inspections that have a file here."""
        files = (self.folder / "inspections").glob("*.db")
        return sorted(InspectionId(path.stem) for path in files if "." not in path.stem)

    def inspection_key(self, inspection: InspectionId) -> bytes:
        """Return the key of one inspection's file."""
        return file_key(self.master, f"{INSPECTION_FILE}:{inspection}")

    def close_inspection(self, inspection: InspectionId) -> None:
        """Let go of an inspection's file; it is opened again when it is asked for."""
        store = self._inspections.pop(inspection, None)
        if store is not None:
            store.close()

    def withhold(self, inspection: InspectionId, reason: Sentence) -> None:
        """Let nobody open an inspection's file while another takes its place; they hear the ``reason``."""
        self.close_inspection(inspection)
        self._withheld[inspection] = reason

    def give_back(self, inspection: InspectionId) -> None:
        """Let the file be opened again."""
        self._withheld.pop(inspection, None)

    def remove_inspection(self, inspection: InspectionId) -> None:
        """Delete an inspection's file; whoever calls has made sure that others hold it."""
        self.close_inspection(inspection)
        path = self.inspection_path(inspection)
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)

    def open_workspace(self, master: bytes) -> Store:
        """Open ``workspace.db`` under its own key; nobody is unlocked by this yet."""
        self._master = master
        if self._workspace is None:
            from inspector_app.storage.setting_aside import finish_exchanges
            from inspector_app.storage.store import open_store

            finish_exchanges(self.folder)
            self._refuse_missing_workspace()
            try:
                opened = open_store(
                    self.workspace_path,
                    file_key(master, WORKSPACE_FILE),
                    clock=self.clock,
                    ids=self.ids,
                    file_kind=WORKSPACE_FILE,
                )
                if not opened.is_readable():
                    opened.close()
                    raise self._damaged_workspace()
            except DamagedFile as problem:
                raise self._damaged_workspace() from problem
            self._workspace = opened
            finish_exchanges(self.folder / "inspections")
            self._workspace.on_change = self._heard_from(None)
            self._note_recovery(self._workspace)
        return self._workspace

    def _refuse_missing_workspace(self) -> None:
        """A start that was cut off leaves no inspection; beside one, a new file would hide a loss."""
        if _holds_something(self.workspace_path):
            return
        if any(_holds_something(self.inspection_path(one)) for one in self.inspection_files()):
            raise MissingWorkspace(
                sentence(
                    "The workspace file {name} is gone or empty; it held people, numbers and the list. The "
                    "inspections are files of their own and are safe. Nothing was changed.",
                    name=self.workspace_path.name,
                )
            )

    def _damaged_workspace(self) -> DamagedWorkspace:
        return DamagedWorkspace(
            sentence(
                "The workspace file {name} is damaged; it holds people, numbers and the list. The "
                "inspections are files of their own and are safe. Nothing was changed.",
                name=self.workspace_path.name,
            )
        )

    def seat(self, person: Person, device: DeviceId) -> None:
        """Let ``person`` be the one who works here from now on."""
        self._person = person
        self._device = device

    def subject(self, inspection_id: InspectionId) -> Inspection:
        """Return an inspection as it now stands; a file that does not even hold that is damaged."""
        found = self.inspection(inspection_id).get(Inspection, inspection_id)
        if found is None:
            raise DamagedFile(sentence("This inspection's file is empty. Restore it from a safety copy."))
        return found

    def inspection(self, inspection: InspectionId) -> Store:
        """Return the open file of an inspection, opening it the first time; a missing one is a problem."""
        if self._master is None:
            raise _locked()
        if not self.inspection_path(inspection).exists():
            raise EnvironmentProblem(
                sentence("The file of this inspection is not there. Look for it among the safety copies.")
            )
        if inspection not in self._inspections and self.is_blank(inspection):
            from inspector_app.storage.store import emptied

            raise emptied(self.inspection_path(inspection))
        return self.new_inspection(inspection)

    def new_inspection(self, inspection: InspectionId) -> Store:
        """Return the open file of an inspection, making it where there is none."""
        if self._master is None:
            raise _locked()
        if inspection in self._withheld:
            raise NotAllowed(self._withheld[inspection])
        store = self._inspections.get(inspection)
        if store is None:
            from inspector_app.storage.store import open_store

            store = open_store(
                self.inspection_path(inspection),
                self.inspection_key(inspection),
                clock=self.clock,
                ids=self.ids,
                file_kind=INSPECTION_FILE,
            )
            store.on_change = self._heard_from(inspection)
            store.guard = self._guard(inspection)
            self._note_recovery(store)
            self._inspections[inspection] = store
        return store

    def _guard(self, inspection: InspectionId) -> Callable[[Store, str], None]:
        """What was handed over for review is not changed by whoever reviews it."""
        from inspector_app.services.guests import guard

        return guard(self, inspection)

    def is_blank(self, inspection: InspectionId) -> bool:
        """Tell whether an inspection's file has not one byte: never begun, or emptied by a fault."""
        return not _holds_something(self.inspection_path(inspection))

    def is_open(self, inspection: InspectionId) -> bool:
        """Tell whether the inspection's file is open, so that its card may have aged."""
        return inspection in self._inspections

    @property
    def is_writing(self) -> bool:
        """Whether an intention, or another transaction, is open in one of the files."""
        stores = (*self._inspections.values(), *(() if self._workspace is None else (self._workspace,)))
        return any(store.is_writing for store in stores)

    def last_saved_at(self) -> datetime | None:
        """Return when the last line was committed into any file that is open."""
        stores = (*self._inspections.values(), *(() if self._workspace is None else (self._workspace,)))
        lines = [line for store in stores if (line := store.journal.latest()) is not None]
        return max((line.at for line in lines), default=None)

    def take_changes(self) -> frozenset[Change]:
        """Return what was committed since the last call, for the views that care."""
        changes = frozenset(self._changes)
        self._changes.clear()
        return changes

    def take_recovery_notes(self) -> tuple[Sentence, ...]:
        """Return, once, what was recovered when files were opened after a crash, in words."""
        notes = tuple(self._recovered)
        self._recovered.clear()
        return notes

    def lock(self) -> None:
        """Close every file and forget the keys."""
        for store in self._inspections.values():
            store.close()
        self._inspections.clear()
        self._withheld.clear()
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = None
        self._master = None
        self._person = None
        self._device = None
        for forget in self._forgetting:
            forget()

    def forget_when_locked(self, forget: Callable[[], None]) -> None:
        """Have what was read from the files dropped from memory with the keys."""
        self._forgetting.append(forget)

    def _note_recovery(self, store: Store) -> None:
        latest = store.journal.latest()
        if store.was_left_open and latest is not None:
            self._recovered.append(
                counted(
                    store.journal.count(),
                    sentence(
                        "The program did not close properly last time. Everything confirmed as saved is "
                        "here: one entry of {time}.",
                        time=f"{latest.at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}",
                    ),
                    sentence(
                        "The program did not close properly last time. Everything confirmed as saved is "
                        "here: {count} entries, the last one of {time}.",
                        count=store.journal.count(),
                        time=f"{latest.at.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}",
                    ),
                )
            )
        if store.swept_chunks:
            self._recovered.append(
                sentence(
                    "An import that did not finish was cleared away. Import that file again; "
                    "nothing else is missing."
                )
            )

    def _heard_from(self, inspection: InspectionId | None) -> Callable[[tuple[Change, ...]], None]:
        def hear(changes: tuple[Change, ...]) -> None:
            for change in changes:
                self._changes.add(Change(inspection=inspection, kind=change.kind, id=change.id))

        return hear


def _locked() -> NotAllowed:
    return NotAllowed(sentence("The desk is locked. Unlock it with your passphrase first."))


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
