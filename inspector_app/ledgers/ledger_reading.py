"""Any hospital's export as a clean table: recognised, mapped, converted, every line accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import polars as pl

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import (
    FIELDS,
    ColumnGuess,
    Correction,
    LedgerField,
    LedgerKind,
    LedgerSheet,
    LedgerSource,
    NotData,
    QuarantinedRow,
    ReadingCounts,
    RowPlace,
)
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.beside import Beside
from inspector_app.ledgers.containers import Limits
from inspector_app.ledgers.header_lines import header_key
from inspector_app.ledgers.ledger_headers import (
    Layout,
    fits,
    guess_columns,
    guess_kind,
    guess_layout,
    layout_of,
    with_chosen,
)
from inspector_app.ledgers.ledger_rows import QUARANTINE_KEPT, SheetRows, as_parquet
from inspector_app.ledgers.ledger_table import LedgerTable
from inspector_app.ledgers.opened import Opened, open_ledger, sheet_called
from inspector_app.ledgers.reading import Row
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.text_slices import Lines, text_frame

_PREVIEW_ROWS = 50
_DELETIONS = {"inv_data_type", "进销存数据类型"}
_FILLED_DOWN = frozenset(
    {
        LedgerField.CODE, LedgerField.LOCAL_CODE, LedgerField.NAME, LedgerField.SPEC, LedgerField.UNIT,
        LedgerField.MAKER, LedgerField.SUPPLIER, LedgerField.PATIENT, LedgerField.PATIENT_ID,
        LedgerField.VISIT, LedgerField.DEPARTMENT, LedgerField.WARD, LedgerField.DATE, LedgerField.SETTLEMENT,
        LedgerField.INSTITUTION, LedgerField.INSTITUTION_CODE, LedgerField.INVOICE, LedgerField.DELIVERY_NOTE,
        LedgerField.SEX, LedgerField.AGE, LedgerField.ADMITTED, LedgerField.DISCHARGED,
    }
)  # fmt: skip
"""What a merged cell says for every row it covers; a figure counts once and is never filled down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerGuess:
    """What a file seems to be, before it is read: for the mapping page."""

    name: str
    encoding: str
    sheets: tuple[str, ...]
    sheet: str
    kind: LedgerKind | None
    mapping: LedgerMapping | None
    columns: tuple[ColumnGuess, ...]
    header_row: int
    """Line of the first header line, from 1; 0 where none was found."""
    missing: tuple[tuple[LedgerField, ...], ...]
    """Groups of fields of which one is needed and none was found."""
    preview: tuple[Row, ...]
    """The first lines below the header, as they stand."""


def guess(
    source: SourceFile,
    kind: LedgerKind | None = None,
    *,
    sheet: str | None = None,
    remembered: LedgerMapping | None = None,
    mapping: LedgerMapping | None = None,
    limits: Limits | None = None,
) -> LedgerGuess:
    """Look at a file's beginning: which kind, which columns and why.

    ``remembered`` prefers what was chosen before; ``mapping`` shows exactly that choice.
    """
    opened = open_ledger(source, limits)
    wanted = kind or (mapping.kind if mapping else None)
    chosen = sheet_called(opened, sheet) if sheet is not None else _best_sheet(opened, wanted, remembered)
    rows = opened.head(chosen)
    found = wanted or guess_kind(rows, f"{source.name} {opened.sheets[chosen]}")
    header = None
    if mapping is not None and mapping.header_row is not None:
        header = (mapping.header_row - 1, mapping.header_lines if mapping.header_row else 0)
    layout: Layout | None = None
    columns: tuple[ColumnGuess, ...] = ()
    if found is not None:
        layout, columns = guess_columns(rows, found, remembered, header)
        if mapping is not None:
            layout = layout_of(rows, mapping)
            columns = with_chosen(columns, layout)
    first = layout.first if layout else 0
    return LedgerGuess(
        name=source.name,
        encoding=opened.encoding,
        sheets=opened.sheets,
        sheet=opened.sheets[chosen],
        kind=found,
        mapping=layout.mapping() if layout else None,
        columns=columns,
        header_row=layout.header_row + 1 if layout else 0,
        missing=layout.missing if layout else (),
        preview=tuple(rows[first : first + _PREVIEW_ROWS]),
    )


def _best_sheet(opened: Opened, kind: LedgerKind | None, remembered: LedgerMapping | None) -> int:
    """The first sheet that has the columns; else the first."""
    if len(opened.sheets) > 1:
        for number, name in enumerate(opened.sheets):
            rows = opened.head(number)
            found = kind or guess_kind(rows, name)
            if found is not None and not guess_layout(rows, found, remembered).missing:
                return number
    return 0


def read_ledger(
    sources: Sequence[SourceFile],
    kind: LedgerKind,
    mapping: LedgerMapping | None = None,
    progress: Progress | None = None,
    *,
    remembered: LedgerMapping | None = None,
    sheet: str = "",
    limits: Limits | None = None,
) -> LedgerTable:
    """Read all files of one ledger (months, wards) into one table.

    With a mapping nothing is guessed; without one the columns are guessed, ``remembered`` first.
    ``sheet`` names the only one that belongs to this ledger; the others are not read at all.
    Progress counts lines; the total is an estimate. Cancelling leaves nothing behind.
    """
    size = sum(one.size for one in sources)
    with Beside() as beside:
        reading = _Reading(kind, mapping, remembered, progress or Silent(), size, beside, sheet)
        for number, source in enumerate(sources):
            reading.read(number, source, limits)
        return reading.table()


class _Reading:
    def __init__(
        self,
        kind: LedgerKind,
        mapping: LedgerMapping | None,
        remembered: LedgerMapping | None,
        progress: Progress,
        size: int,
        beside: Beside,
        only: str,
    ) -> None:
        self._kind = kind
        self._mapping = mapping
        self._remembered = remembered
        self._only = only
        self._progress = progress
        self._size = size
        self._done_bytes = 0
        self._lines = 0
        self._last: Layout | None = None
        self._beside = beside
        self._sources: list[LedgerSource] = []
        self._quarantine: list[QuarantinedRow] = []

    def read(self, number: int, source: SourceFile, limits: Limits | None) -> None:
        opened = open_ledger(source, limits)
        layouts = [self._layout(opened, sheet) for sheet in range(len(opened.sheets))]
        if not any(layout and not layout.missing for layout in layouts):
            self._refuse(opened, layouts)
        sheets = [self._sheet(opened, number, sheet, layouts[sheet]) for sheet in range(len(opened.sheets))]
        self._sources.append(
            LedgerSource(
                name=source.name,
                size=opened.watched.read,
                sha256=opened.watched.finish(),
                kind=opened.kind,
                encoding=opened.encoding,
                sheets=tuple(sheets),
            )
        )
        self._done_bytes += source.size

    def _is_other(self, opened: Opened, sheet: int) -> bool:
        return bool(self._only) and opened.sheets[sheet] != self._only

    def _layout(self, opened: Opened, sheet: int) -> Layout | None:
        if self._is_other(opened, sheet):
            return None
        rows = opened.head(sheet)
        if self._mapping is not None:
            if self._mapping.sheet and len(opened.sheets) > 1 and self._mapping.sheet != opened.sheets[sheet]:
                return None
            layout = layout_of(rows, self._mapping)
        else:
            layout = guess_layout(rows, self._kind, self._remembered)
        if layout.missing and layout.header_row < 0 and self._last and _width(rows) == _columns(self._last):
            # An export of 65,536 lines a sheet, or one cut in two, goes on without a header.
            going_on = replace(self._last, header_row=-1, header_lines=0)
            if fits(going_on, rows):
                layout = going_on
        if not layout.missing:
            self._last = layout
        return layout

    def _refuse(self, opened: Opened, layouts: Sequence[Layout | None]) -> None:
        name = opened.watched.source.name
        if any(header_key(cell) in _DELETIONS for row in opened.head(0)[:40] for cell in row):
            raise UnusableInput(
                sentence(
                    "The file {name} is a list of deletions (3507), not a ledger. Nothing was changed. "
                    "Ask for the stock, purchase or sales export itself.",
                    name=name,
                )
            )
        best = max((one for one in layouts if one), key=lambda one: len(one.columns), default=None)
        missing = best.missing if best else ()
        raise UnusableInput(
            sentence(
                "In the file {name} no column was recognised for {missing}. Nothing was changed. Choose the "
                "columns by hand on the mapping page, or give a mapping file.",
                name=name,
                missing="; ".join("/".join(field.value.removesuffix("_e4") for field in g) for g in missing)
                or self._kind.value,
            )
        )

    def _sheet(self, opened: Opened, file: int, sheet: int, layout: Layout | None) -> LedgerSheet:
        used = layout if layout and not layout.missing else None
        rows = SheetRows(used or _nothing(self._kind), file, sheet, opened.head(sheet) if used else ())
        down = {column for field, column in used.columns if field in _FILLED_DOWN} if used else set()
        skipped = 0
        before = self._lines
        none: Iterator[Lines] = iter(())
        slices = none if self._is_other(opened, sheet) else opened.lines(sheet, down)
        for lines in self._beside.ahead(slices):
            if used is None:
                skipped += lines.collect(()).height
            else:
                clean = rows.take(lines)
                if clean.height:
                    self._beside.pack(partial(as_parquet, clean))
            self._lines = before + rows.read + skipped
            self._progress.report(self._lines, self._estimate(opened))
        self._quarantine += rows.quarantine[: QUARANTINE_KEPT - len(self._quarantine)]
        not_data = dict(rows.not_data) if used else {NotData.SECTION: skipped}
        return LedgerSheet(
            file=file,
            sheet=sheet,
            name=opened.sheets[sheet],
            header_row=used.first if used else 0,
            headers=used.headers if used else (),
            columns=used.columns if used else (),
            counts=ReadingCounts(
                read=rows.read + skipped,
                used=rows.used,
                quarantined=rows.quarantined,
                not_data=sum(not_data.values()),
            ),
            not_data=tuple((what, times) for what, times in sorted(not_data.items()) if times),
            skipped=used is None,
        )

    def _estimate(self, opened: Opened) -> int | None:
        if opened.kind != "text":
            return None
        read = self._done_bytes + opened.watched.read
        return max(self._lines, self._lines * self._size // read) if read else None

    def table(self) -> LedgerTable:
        return LedgerTable(
            kind=self._kind,
            parts=self._beside.parts(),
            sources=tuple(self._sources),
            quarantine=tuple(self._quarantine),
        )


def _nothing(kind: LedgerKind) -> Layout:
    return Layout(kind=kind, header_row=-1, header_lines=0, headers=(), columns=())


def _width(rows: Sequence[Row]) -> int:
    return max((len(row) for row in rows), default=0)


def _columns(layout: Layout) -> int:
    return len(layout.headers)


def correct(table: LedgerTable, corrections: Sequence[Correction]) -> LedgerTable:
    """Put corrected values into quarantined rows; those that can be used now join the table.

    A row keeps its identity, and every correction is kept beside the table. The source is untouched.
    """
    asked: dict[RowPlace, dict[LedgerField, str]] = {}
    for correction in (*table.corrections, *corrections):
        asked.setdefault(correction.place, {})[correction.field] = correction.value
    held = {row.place for row in table.quarantine}
    for correction in corrections:
        if correction.place not in held or correction.field not in FIELDS[table.kind]:
            raise UnusableInput(
                sentence(
                    "Line {row} is not among the rows that were set aside. Nothing was changed.",
                    row=correction.place.row,
                )
            )
    parts = list(table.parts)
    quarantine: list[QuarantinedRow] = []
    freed = 0
    for row in table.quarantine:
        if row.place not in asked:
            quarantine.append(row)
            continue
        clean, left = _retried(table, row, asked[row.place])
        quarantine += left
        if clean.height:
            freed += 1
            parts.append(as_parquet(clean))
    return replace(
        table,
        parts=tuple(parts),
        quarantine=tuple(quarantine),
        corrections=(*table.corrections, *corrections),
        corrected=table.corrected + freed,
    )


def _retried(
    table: LedgerTable, row: QuarantinedRow, changed: dict[LedgerField, str]
) -> tuple[pl.DataFrame, list[QuarantinedRow]]:
    source = table.sources[row.place.file].sheets[row.place.sheet]
    columns = dict(source.columns)
    cells = list(row.cells[: max(len(source.headers), 1 + max(columns.values(), default=0))])
    for field, value in changed.items():
        column = columns.setdefault(field, len(cells))
        cells += [""] * (column + 1 - len(cells))
        cells[column] = value
    layout = Layout(
        kind=table.kind, header_row=-1, header_lines=0, headers=source.headers, columns=tuple(columns.items())
    )
    rows = SheetRows(layout, row.place.file, row.place.sheet, ())
    line = text_frame([tuple(cells)], len(cells) + 1).with_columns(rows.quick)
    clean = rows.take_rows(line, pl.Series([row.place.row], dtype=pl.UInt32))
    if clean.height or rows.quarantine:
        return clean, [replace(one, cells=row.cells) for one in rows.quarantine]
    return clean, [row]
