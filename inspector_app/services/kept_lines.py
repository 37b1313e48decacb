"""What stays here of an inspection whose file was removed: its last lines, which no other laptop holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.exchange import ChainEnd, Purged
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    from inspector_app.domain.ids import InspectionId
    from inspector_app.domain.journal import Line
    from inspector_app.services.desk import Desk
    from inspector_app.storage.store import Store

BOOKKEEPING = frozenset({"sent_package", "received_package", "head", "letter_given"})
"""What a hand-over writes itself; it needs no receipt of its own before a file may be purged."""


def lines_beyond(store: Store, *known: tuple[ChainEnd, ...]) -> Iterator[Line]:
    """Yield the lines that one receipt or another does not reach, by the ends of chains that each names."""
    reached = [{end.device: end.sequence for end in ends} for ends in known]
    for device in sorted(store.journal.devices()):
        end = min((ends.get(device, 0) for ends in reached), default=0)
        yield from (line for line in store.journal.lines_of(device) if line.sequence > end)


def kept_lines(desk: Desk, inspection_id: InspectionId, coming: Sequence[Line]) -> list[Line]:
    """Return the lines that go behind those of a package that brings a removed inspection back.

    Without them this laptop would write other lines in the place of those that a third one holds.
    """
    purged = desk.workspace.get(Purged, inspection_id)
    if purged is None:
        return []
    held = {(line.device, line.sequence): line.hash for line in coming}
    kept: list[Line] = []
    for line in purged.lines:
        if (line.device, line.sequence) not in held:
            is_first = not any(one.device == line.device for one in kept)
            if is_first and line.sequence > 1 and held.get((line.device, line.sequence - 1)) != line.previous:
                raise UnusableInput(
                    sentence(
                        "This package holds less of the inspection than the laptop {code}, on whose "
                        "receipt it was removed here. Take in a full package of that laptop first; "
                        "nothing was taken.",
                        code=purged.held_by,
                    )
                )
            kept.append(line)
    return kept
