"""A clean table with the account of its lines, held as compressed Parquet in memory, never on disk."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import polars as pl

from inspector_app.domain.errors import DamagedFile
from inspector_app.domain.ids import Sha256
from inspector_app.domain.ledger import (
    FIELDS,
    TYPES,
    Correction,
    LedgerField,
    LedgerKind,
    LedgerSheet,
    LedgerSource,
    NotData,
    QuarantinedRow,
    ReadingCounts,
    RowPlace,
    Unusable,
)
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.columns import POLARS_TYPES

MAGIC = b"LEDGER01"
_LENGTH = struct.Struct("<Q")
_NONE = ReadingCounts(read=0, used=0, quarantined=0, not_data=0)

PLACE = {"file": pl.UInt16, "sheet": pl.UInt16, "row": pl.UInt32}
"""The columns that lead every row back to its source."""


def schema_of(kind: LedgerKind) -> dict[str, pl.DataType]:
    """Names and types of a clean table's columns, in order."""
    fields = {field.value: POLARS_TYPES[TYPES[field]] for field in FIELDS[kind]}
    return {**PLACE, **fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerTable:
    """What reading gives and a reconciliation takes."""

    kind: LedgerKind
    parts: tuple[bytes, ...]
    """Each a whole Parquet file of some ten thousand rows; a column that holds nothing is left out."""
    sources: tuple[LedgerSource, ...]
    quarantine: tuple[QuarantinedRow, ...] = ()
    """At most ``QUARANTINE_KEPT`` rows with their cells; ``counts`` has the true number."""
    corrections: tuple[Correction, ...] = ()
    corrected: int = 0
    """Rows that left the quarantine by correction; they count as used."""

    @property
    def frame(self) -> pl.LazyFrame:
        """The clean rows, in the order of the sources."""
        if not self.parts:
            return pl.LazyFrame(schema=schema_of(self.kind))
        return pl.concat([_scan(part, schema_of(self.kind)) for part in self.parts], how="vertical")

    @property
    def counts(self) -> ReadingCounts:
        """All lines of all files: read = used + quarantined + recognised as no data."""
        read = reduce(ReadingCounts.__add__, (s.counts for f in self.sources for s in f.sheets), _NONE)
        return ReadingCounts(
            read=read.read,
            used=read.used + self.corrected,
            quarantined=read.quarantined - self.corrected,
            not_data=read.not_data,
        )

    @property
    def not_data(self) -> dict[NotData, int]:
        """How many lines were recognised as what."""
        found: dict[NotData, int] = {}
        for source in self.sources:
            for sheet in source.sheets:
                for what, times in sheet.not_data:
                    found[what] = found.get(what, 0) + times
        return found


def _scan(part: bytes, schema: dict[str, pl.DataType]) -> pl.LazyFrame:
    there = pl.read_parquet_schema(io.BytesIO(part))
    return pl.scan_parquet(io.BytesIO(part)).select(
        pl.col(name) if name in there else pl.lit(None, kind).alias(name) for name, kind in schema.items()
    )


def write_parquet(table: LedgerTable) -> Iterator[bytes]:
    """The whole table as one stream for a blob: magic, account as JSON, then the Parquet parts.

    Each piece is preceded by its length, so that the stream can be cut anywhere on its way.
    """
    account = json.dumps(_to_plain(table), ensure_ascii=False).encode()
    yield MAGIC + _LENGTH.pack(len(account)) + account
    for part in table.parts:
        yield _LENGTH.pack(len(part))
        yield part


def open_parquet(content: bytes | Iterable[bytes]) -> LedgerTable:
    """Read back what ``write_parquet`` gave, in whatever pieces it arrives."""
    data = content if isinstance(content, bytes) else b"".join(content)
    try:
        if not data.startswith(MAGIC):
            raise ValueError("magic")
        pieces: list[bytes] = []
        place = len(MAGIC)
        while place < len(data):
            (length,) = _LENGTH.unpack_from(data, place)
            place += _LENGTH.size
            if place + length > len(data):
                raise ValueError("cut off")
            pieces.append(data[place : place + length])
            place += length
        return _from_plain(json.loads(pieces[0]), tuple(pieces[1:]))
    except (ValueError, KeyError, IndexError, TypeError, struct.error) as error:
        raise DamagedFile(
            sentence(
                "The clean table of a ledger is damaged. The hospital's file is still there as evidence: "
                "read it again."
            )
        ) from error


def _to_plain(table: LedgerTable) -> dict[str, object]:
    return {
        "kind": table.kind.value,
        "sources": [
            {
                "name": source.name,
                "size": source.size,
                "sha256": source.sha256,
                "kind": source.kind,
                "encoding": source.encoding,
                "sheets": [
                    {
                        "file": sheet.file,
                        "sheet": sheet.sheet,
                        "name": sheet.name,
                        "header_row": sheet.header_row,
                        "headers": sheet.headers,
                        "columns": [(field.value, column) for field, column in sheet.columns],
                        "counts": [
                            sheet.counts.read,
                            sheet.counts.used,
                            sheet.counts.quarantined,
                            sheet.counts.not_data,
                        ],
                        "not_data": [(what.value, times) for what, times in sheet.not_data],
                        "skipped": sheet.skipped,
                    }
                    for sheet in source.sheets
                ],
            }
            for source in table.sources
        ],
        "quarantine": [
            (_place(row.place), row.reason.value, row.field.value if row.field else None, row.cells)
            for row in table.quarantine
        ],
        "corrections": [(_place(c.place), c.field.value, c.value) for c in table.corrections],
        "corrected": table.corrected,
    }


def _place(place: RowPlace) -> tuple[int, int, int]:
    return place.file, place.sheet, place.row


def _from_plain(plain: dict, parts: tuple[bytes, ...]) -> LedgerTable:  # type: ignore[type-arg]
    def place(of: list[int]) -> RowPlace:
        return RowPlace(file=of[0], sheet=of[1], row=of[2])

    def sheet(of: dict) -> LedgerSheet:  # type: ignore[type-arg]
        read, used, quarantined, not_data = of["counts"]
        return LedgerSheet(
            file=of["file"],
            sheet=of["sheet"],
            name=of["name"],
            header_row=of["header_row"],
            headers=tuple(of["headers"]),
            columns=tuple((LedgerField(field), column) for field, column in of["columns"]),
            counts=ReadingCounts(read=read, used=used, quarantined=quarantined, not_data=not_data),
            not_data=tuple((NotData(what), times) for what, times in of["not_data"]),
            skipped=of["skipped"],
        )

    return LedgerTable(
        kind=LedgerKind(plain["kind"]),
        parts=parts,
        sources=tuple(
            LedgerSource(
                name=source["name"],
                size=source["size"],
                sha256=Sha256(source["sha256"]),
                kind=source["kind"],
                encoding=source["encoding"],
                sheets=tuple(sheet(one) for one in source["sheets"]),
            )
            for source in plain["sources"]
        ),
        quarantine=tuple(
            QuarantinedRow(
                place=place(at),
                reason=Unusable(reason),
                field=LedgerField(field) if field else None,
                cells=tuple(cells),
            )
            for at, reason, field, cells in plain["quarantine"]
        ),
        corrections=tuple(
            Correction(place=place(at), field=LedgerField(field), value=value)
            for at, field, value in plain["corrections"]
        ),
        corrected=plain["corrected"],
    )
