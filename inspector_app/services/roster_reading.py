"""Reading a hospital's list without any database: it may run beside the thread that owns them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field
from pathlib import Path

from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.roster import Mapping, RosterEntry, RosterField, RosterPreview
from inspector_app.ledgers.containers import Limits
from inspector_app.ledgers.reading import FileKind, open_table
from inspector_app.ledgers.roster import preview_roster
from inspector_app.storage.kinds import to_plain
from inspector_app.system.chosen_files import read_chosen

_MEDIA_TYPES = {
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.XLS: "application/vnd.ms-excel",
    FileKind.TEXT: "text/csv",
}
ROSTER_LIMITS = Limits(file_bytes=64 << 20, unpacked_bytes=512 << 20, cells=5_000_000)
"""A list of inpatients is small; whatever is larger is something else."""
_LINES_A_CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A file as it was read once: what is shown, and everything that taking it in writes."""

    preview: RosterPreview
    media_type: str
    content: bytes = field(repr=False)
    clean: tuple[bytes, ...] = field(repr=False)
    """The clean table as JSON lines; always the same bytes for the same entries."""


def look_at(
    path: Path,
    *,
    sheet: str = "",
    mapping: Mapping | None = None,
    remembered: Mapped[str, RosterField] | None = None,
    progress: Progress | None = None,
) -> LookedAt:
    """Read a file as it would be taken; nothing is stored. Without a mapping, one is guessed."""
    watched = progress or Silent()
    content = read_chosen(path, ROSTER_LIMITS.file_bytes)
    table = open_table(path.name, content, ROSTER_LIMITS)
    preview = preview_roster(table, sheet, mapping, remembered, watched)
    return LookedAt(
        preview=preview,
        media_type=_MEDIA_TYPES[table.kind],
        content=content,
        clean=tuple(_lines(preview.entries, watched)),
    )


def _lines(entries: tuple[RosterEntry, ...], watched: Progress) -> Iterator[bytes]:
    for start in range(0, len(entries), _LINES_A_CHUNK):
        watched.report(start, len(entries))
        yield b"".join(_line(entry) for entry in entries[start : start + _LINES_A_CHUNK])


def _line(entry: RosterEntry) -> bytes:
    text = json.dumps(to_plain(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"
