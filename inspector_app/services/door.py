"""What can be asked before anything is unlocked; the unlock page waits for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.domain.access import Slot, SlotKind
from inspector_app.domain.errors import NotAllowed
from inspector_app.domain.wording import sentence
from inspector_app.system import moving_in
from inspector_app.system.keys import KeyFile

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.domain.ids import PersonId

WORKSPACE_NAME = "workspace.db"


class Door:
    """Reads the key file beside the workspace in ``folder``."""

    def __init__(self, folder: Path, keys: KeyFile) -> None:
        self._workspace_path = folder / WORKSPACE_NAME
        self._keys = keys

    @property
    def exists(self) -> bool:
        """Tell whether this laptop was set up, or whether the first start comes now."""
        if self._keys.exists:
            return True
        if moving_in.is_ready(self._workspace_path.parent):
            moving_in.move_in(self._workspace_path.parent)  # the power went while a safety copy moved in
            return True
        if self._workspace_path.exists():
            raise NotAllowed(
                sentence(
                    "The key file keys.json is missing beside the data. The data is untouched; "
                    "put keys.json back from a safety copy before you go on."
                )
            )
        return False

    def people_who_unlock(self) -> tuple[Slot, ...]:
        """Return who has a passphrase here; names are readable before unlocking, nothing else is."""
        return tuple(slot for slot in self._keys.slots if slot.kind is SlotKind.PERSON)

    def seconds_to_wait(self, person_id: PersonId) -> int:
        """Return how long this person's next passphrase must wait."""
        return self._keys.seconds_to_wait(person_id)
