"""Reading ledgers without any database: it may run beside the thread that owns them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import (
    ColumnGuess,
    Correction,
    LedgerField,
    LedgerKind,
    QuarantinedRow,
    ReadingCounts,
)
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.ports import Progress
from inspector_app.domain.wording import sentence

if TYPE_CHECKING:
    from inspector_app.ledgers.ledger_table import LedgerTable


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """Files as they would be taken: what they seem to be, and the table that taking them in keeps."""

    paths: tuple[Path, ...]
    kind: LedgerKind | None
    mapping: LedgerMapping | None
    columns: tuple[ColumnGuess, ...]
    missing: tuple[tuple[LedgerField, ...], ...]
    """Groups of fields of which one is needed and none was found."""
    encoding: str = ""
    preview: tuple[tuple[str, ...], ...] = ()
    """The first lines below the header, as they stand in the first file."""
    counts: ReadingCounts | None = None
    """``None`` while the columns do not suffice to read it."""
    quarantine: tuple[QuarantinedRow, ...] = ()
    not_data: tuple[tuple[str, int], ...] = ()
    table: LedgerTable | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        more = len(self.paths) - 1
        return self.paths[0].name + (f" +{more}" if more else "")


def look_at(
    paths: Sequence[Path],
    kind: LedgerKind | None,
    mapping: LedgerMapping | None,
    remembered: LedgerMapping | None,
    progress: Progress,
) -> LookedAt:
    """Read all files as one ledger; nothing is stored. Without a mapping the columns are guessed."""
    from inspector_app.ledgers.ledger_reading import guess, read_ledger
    from inspector_app.ledgers.sources import SourceFile

    if not paths:
        raise UnusableInput(sentence("No file was chosen."))
    sources = [SourceFile.of_path(path) for path in paths]
    seen = guess(sources[0], kind, remembered=remembered, mapping=mapping)
    looked = LookedAt(
        paths=tuple(paths),
        kind=seen.kind,
        mapping=seen.mapping,
        columns=seen.columns,
        missing=seen.missing,
        encoding=seen.encoding,
        preview=tuple(tuple("" if cell is None else str(cell) for cell in row) for row in seen.preview),
    )
    if seen.kind is None or seen.missing:
        return looked
    # Several files of one software differ in small things; only a choice made by hand holds for all.
    return _with_table(looked, read_ledger(sources, seen.kind, mapping, progress, remembered=remembered))


def corrected(looked: LookedAt, rows: Sequence[QuarantinedRow], wanted: LedgerField, value: str) -> LookedAt:
    """Put a value into rows that were set aside; those that can be used now join the table."""
    from inspector_app.ledgers.ledger_reading import correct

    if looked.table is None:
        return looked
    changes = [Correction(place=row.place, field=wanted, value=value.strip()) for row in rows]
    return _with_table(looked, correct(looked.table, changes))


def _with_table(looked: LookedAt, table: LedgerTable) -> LookedAt:
    return replace(
        looked,
        missing=(),
        counts=table.counts,
        quarantine=table.quarantine,
        not_data=tuple((what.value, times) for what, times in table.not_data.items()),
        table=table,
    )


def look_at_all(
    paths: Sequence[Path], remembered: Mapping[LedgerKind, LedgerMapping], progress: Progress
) -> tuple[LookedAt, ...]:
    """Sort files by what they seem to be and read each kind as one ledger, in the order of the files."""
    from inspector_app.ledgers.ledger_reading import guess
    from inspector_app.ledgers.sources import SourceFile

    groups: dict[LedgerKind | None, list[Path]] = {}
    for path in paths:
        groups.setdefault(guess(SourceFile.of_path(path)).kind, []).append(path)
    looked: list[LookedAt] = []
    for kind, found in groups.items():
        together = [found] if kind is not None else [[path] for path in found]
        known = remembered.get(kind) if kind is not None else None
        looked += [look_at(one, kind, None, known, progress) for one in together]
    return tuple(looked)
