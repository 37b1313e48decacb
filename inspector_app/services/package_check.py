"""Whether the lines of a package may be merged: nothing forged, nothing unreadable, no original missing."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cattrs import BaseValidationError

from inspector_app.domain.ids import DeviceId, InspectionId, Sha256
from inspector_app.domain.inspection import Inspection
from inspector_app.domain.journal import BlobRef, Line
from inspector_app.domain.ports import Steps
from inspector_app.storage.kinds import KINDS, TYPES, from_plain
from inspector_app.storage.merging import ReadLine, read_line
from inspector_app.storage.store import Store

_LINES_A_PIECE = 200


def check_lines(lines: Sequence[Line]) -> Steps[list[ReadLine]]:
    """Return the lines as they were read; raise ``ValueError`` for those that were changed or say nothing.

    Nothing of the desk is touched: what takes long is done here, so that the merge itself is short.
    """
    read: list[ReadLine] = []
    try:
        for number, line in enumerate(lines, start=1):
            read.append(_checked(line))
            if number % _LINES_A_PIECE == 0:
                yield
    except (KeyError, TypeError, AttributeError, RecursionError, BaseValidationError) as error:
        raise ValueError("a line that cannot be read") from error
    return read


def examine(store: Store, lines: Sequence[Line], staged: Sequence[BlobRef], *, own: DeviceId | None) -> None:
    """Raise ``ValueError`` for lines that can be read and yet are not to be merged.

    ``own`` is this laptop, whose chain nobody else continues; ``None`` where it has nothing of the
    inspection yet and may get its own lines back.
    """
    if own is not None:
        last = store.journal.last(own)
        known = last.sequence if last is not None else 0
        if any(line.device == own and line.sequence > known for line in lines):
            raise ValueError("lines in this laptop's name that it did not write")
    cited = _cited(lines)
    came = {ref.sha256 for ref in staged}
    if not all(name in came or store.blobs.has(name) for name in cited):
        raise ValueError("an original is missing")


def _checked(line: Line) -> ReadLine:
    read = read_line(line)
    for setting in read.settings:
        if not (isinstance(setting.kind, str) and isinstance(setting.id, str) and setting.id):
            raise ValueError("a thing without a name")
        kind = TYPES.get(setting.kind)
        if (
            kind is not None and not setting.removed
        ):  # an unknown kind is told by the store: the file is newer
            value = from_plain(kind, json.loads(setting.body))
            if getattr(value, "id", setting.id) != setting.id:
                raise ValueError("a thing under another's name")
    _ = _cited([line])
    return read


def check_subject(read: Sequence[ReadLine], inspection: InspectionId, *, is_new: bool) -> None:
    """Raise ``ValueError`` where the inspection itself is missing, taken away, or another one."""
    word = KINDS[Inspection]
    about = [one for line in read for one in line.settings if one.kind == word]
    if any(one.removed or one.id != inspection for one in about) or (is_new and not about):
        raise ValueError("not the inspection that it says")


def _cited(lines: Sequence[Line]) -> set[Sha256]:
    """Return the hashes of all originals that lines say were kept."""
    blobs = (blob for line in lines for blob in json.loads(line.body).get("blobs", ()))
    found = set()
    for blob in blobs:
        if isinstance(blob["size"], bool) or not isinstance(blob["size"], int) or blob["size"] < 0:
            raise ValueError("an original without a size")
        found.add(Sha256(str(blob["sha256"]).removeprefix("sha256:")))
    return found
