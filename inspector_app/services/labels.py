"""What every new piece of evidence is labelled with: letter and number, and how far to trust the clock."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from inspector_app.domain.inspection import Visit

if TYPE_CHECKING:
    from inspector_app.domain.evidence import Evidence
    from inspector_app.domain.ids import DeviceId
    from inspector_app.storage.store import Store


class Numbers:
    """This laptop's letters and last numbers in one inspection; only this laptop adds to them."""

    def __init__(self, device: DeviceId, present: Sequence[Evidence]) -> None:
        self.device = device
        self.last: dict[str, int] = {}
        self.foreign = {known.group for known in present if known.device != device}
        self.letter = next((c for c in ascii_uppercase if c not in self.foreign), ascii_uppercase[-1])
        for known in present:
            if known.device == device:
                self.used(known)

    def used(self, evidence: Evidence) -> None:
        self.letter = evidence.group
        self.last[evidence.group] = max(self.last.get(evidence.group, 0), evidence.running_number)


def clock_of(store: Store) -> tuple[float | None, bool]:
    """Return what the visit knows of the clock: its offset, and whether it jumped since it was compared."""
    visits = store.all(Visit)
    visit = next((known for known in reversed(visits) if known.is_open), None)
    if visit is None:
        return None, False
    if visit.clock is None:
        return None, bool(visit.jumps)
    jumped = any(jump.noticed_at >= visit.clock.laptop for jump in visit.jumps)
    return visit.clock.offset_seconds, jumped
