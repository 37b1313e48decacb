"""Reading ledgers without any database: it may run beside the thread that owns them."""

from __future__ import annotations

from collections.abc import Sequence
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
    sheet: str = ""
    """The one sheet that is read of a workbook whose sheets are different ledgers; else empty."""
    table: LedgerTable | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        more = len(self.paths) - 1
        of_sheet = f" [{self.sheet}]" if self.sheet else ""
        return self.paths[0].name + of_sheet + (f" +{more}" if more else "")


def look_at(
    paths: Sequence[Path],
    kind: LedgerKind | None,
    mapping: LedgerMapping | None,
    remembered: LedgerMapping | None,
    progress: Progress,
    *,
    sheet: str = "",
) -> LookedAt:
    """Read all files as one ledger; nothing is stored. Without a mapping the columns are guessed.

    ``sheet`` reads that sheet alone.
    """
    from inspector_app.ledgers.ledger_reading import guess, read_ledger
    from inspector_app.ledgers.sources import SourceFile

    if not paths:
        raise UnusableInput(sentence("No file was chosen."))
    sources = [SourceFile.of_path(path) for path in paths]
    seen = guess(sources[0], kind, sheet=sheet or None, remembered=remembered, mapping=mapping)
    left_out = next((one.left_out for one in (mapping, remembered) if one is not None), ())
    looked = LookedAt(
        paths=tuple(paths),
        kind=seen.kind,
        mapping=replace(seen.mapping, sheet=sheet, left_out=left_out) if seen.mapping else None,
        sheet=sheet,
        columns=seen.columns,
        missing=seen.missing,
        encoding=seen.encoding,
        preview=tuple(tuple("" if cell is None else str(cell) for cell in row) for row in seen.preview),
    )
    if seen.kind is None or seen.missing:
        return looked
    # Several files of one software differ in small things; only a choice made by hand holds for all.
    table = read_ledger(sources, seen.kind, mapping, progress, remembered=remembered, sheet=sheet)
    return _with_table(looked, table)


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
    paths: Sequence[Path], remembered: Sequence[LedgerMapping], progress: Progress
) -> tuple[LookedAt, ...]:
    """Sort files by what they seem to be and read each kind as one ledger, in the order of the files.

    A workbook whose sheets are different ledgers gives one of each; exports that were read before are
    known by their headers.
    """
    from inspector_app.ledgers.file_kinds import ledgers_in
    from inspector_app.ledgers.sources import SourceFile

    groups: dict[tuple[object, ...], list[Path]] = {}
    known: dict[tuple[object, ...], tuple[LedgerKind | None, LedgerMapping | None, str]] = {}
    for path in paths:
        for one in ledgers_in(SourceFile.of_path(path), remembered):
            is_alone = one.kind is None or one.sheet
            key: tuple[object, ...] = (one.kind, one.remembered, path if is_alone else None, one.sheet)
            groups.setdefault(key, []).append(path)
            known[key] = one.kind, one.remembered, one.sheet
    looked: list[LookedAt] = []
    for group, found in groups.items():
        kind, mapping, sheet = known[group]
        looked.append(look_at(found, kind, None, mapping, progress, sheet=sheet))
    return tuple(looked)
