"""The lines of one sheet, slice by slice: clean rows, rows set aside with the reason, and no rows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from inspector_app.domain.ledger import (
    NEEDED,
    TYPES,
    FieldType,
    LedgerField,
    LedgerKind,
    NotData,
    QuarantinedRow,
    RowPlace,
    Unusable,
)
from inspector_app.ledgers.columns import ColumnReader
from inspector_app.ledgers.header_lines import header_key
from inspector_app.ledgers.ledger_headers import Layout
from inspector_app.ledgers.ledger_table import schema_of
from inspector_app.ledgers.plain_lines import SUBTOTAL, plain_kind
from inspector_app.ledgers.reading import Row
from inspector_app.ledgers.synonyms import any_header, known_headers
from inspector_app.ledgers.text_slices import Lines

QUARANTINE_KEPT = 20_000
_F = LedgerField
_DATED = {
    LedgerKind.BILLING, LedgerKind.SALES, LedgerKind.SALES_RETURNS, LedgerKind.PURCHASES,
    LedgerKind.PURCHASE_RETURNS, LedgerKind.STOCK_CHANGES, LedgerKind.SETTLED,
}  # fmt: skip
_WRONG = {
    FieldType.E4: Unusable.NOT_A_NUMBER,
    FieldType.COUNT: Unusable.NOT_A_NUMBER,
    FieldType.DATE: Unusable.NOT_A_DATE,
    FieldType.TIME: Unusable.NOT_A_DATE,
    FieldType.CODE: Unusable.DIGITS_LOST,
    FieldType.CHANGE: Unusable.NOT_KNOWN,
}
_EMPTY = {
    _F.CODE: Unusable.NO_ITEM,
    _F.QUANTITY: Unusable.NO_QUANTITY,
    _F.PATIENT: Unusable.NO_PERSON,
    _F.DATE: Unusable.NO_DATE,
}


@dataclass(slots=True)
class _Fault:
    mask: pl.Series
    reason: Unusable
    field: LedgerField | None


class SheetRows:
    """Takes a sheet's slices one after the other and keeps the account."""

    def __init__(self, layout: Layout, file: int, sheet: int, head: Sequence[Row]) -> None:
        self._layout = layout
        self._file = file
        self._sheet = sheet
        self._readers = {field: ColumnReader(field) for field, _ in layout.columns}
        below = head[layout.first :]
        for field, column in layout.columns:
            self._readers[field].look_at([row[column] for row in below if column < len(row) and row[column]])
        self._header = frozenset(key for text in layout.headers if (key := header_key(text)))
        self._known = frozenset(known_headers(layout.kind)) | any_header()
        self._schema = schema_of(layout.kind)
        self.read = 0
        self.used = 0
        self.quarantined = 0
        self.not_data: Counter[NotData] = Counter()
        self.quarantine: list[QuarantinedRow] = []

    @property
    def quick(self) -> list[pl.Expr]:
        """What is computed while the lines are split: values as ``=field``, and lines that speak of "
        "a total."""
        readers = self._readers.items()
        places = dict(self._layout.columns)
        named = (_F.CODE, _F.LOCAL_CODE, _F.NAME, _F.PATIENT)
        looked = sorted({0, *(places[field] for field in named if field in places)})
        total = pl.any_horizontal(
            pl.col(f"c{column}").str.contains(SUBTOTAL).fill_null(value=False) for column in looked
        )
        return [
            *(reader.quick(f"c{places[field]}").alias(f"={field.value}") for field, reader in readers),
            total.alias("=total"),
        ]

    def take(self, taken: Lines) -> pl.DataFrame:
        """Return the clean rows of the next lines, the first of which follow those taken before."""
        lines = taken.collect(self.quick)
        before = max(min(self._layout.first - self.read, lines.height), 0)
        for number, cells in enumerate(lines.head(before).select(pl.col(r"^c\d+$")).rows()):
            header = self.read + number >= self._layout.header_row
            blank = not any(cell and cell.strip() for cell in cells)
            kind = NotData.HEADER if header else NotData.BLANK if blank else NotData.BANNER
            self.not_data[kind] += 1
        places = pl.int_range(
            self.read + before + 1, self.read + lines.height + 1, dtype=pl.UInt32, eager=True
        )
        self.read += lines.height
        return self.take_rows(lines.slice(before), places)

    def take_rows(self, lines: pl.DataFrame, places: pl.Series) -> pl.DataFrame:
        """Return the clean rows of lines below the header, whose numbers ``places`` holds."""
        found: dict[str, pl.Series] = {}
        faults: list[_Fault] = []
        for field, column in self._layout.columns:
            values, bad = self._readers[field].finish(lines[f"c{column}"], lines[f"={field.value}"])
            found[field.value] = values
            if bad is not None:
                faults.append(_Fault(bad, _WRONG.get(TYPES[field], Unusable.NO_VALUE), field))
        faults += self._empty(found, lines.height)
        table = pl.DataFrame([pl.Series("row", places), *(s.alias(name) for name, s in found.items())])
        keep = self._set_aside(lines, table, faults, places)
        if keep is not None:
            table = table.filter(keep)
        self.used += table.height
        return self._finished(table)

    def _empty(self, found: dict[str, pl.Series], height: int) -> list[_Fault]:
        groups = list(NEEDED[self._layout.kind])
        if self._layout.kind in _DATED:
            groups.append((_F.DATE, _F.TIME))
        faults = []
        for group in groups:
            there = [found[field.value] for field in group if field.value in found]
            if not there or any(values.null_count() == 0 for values in there):
                continue
            mask = pl.repeat(value=True, n=height, eager=True, dtype=pl.Boolean)
            for values in there:
                mask &= values.is_null()
            if mask.any():
                faults.append(_Fault(mask, _EMPTY.get(group[0], Unusable.NO_VALUE), group[0]))
        return faults

    def _set_aside(
        self, lines: pl.DataFrame, table: pl.DataFrame, faults: list[_Fault], places: pl.Series
    ) -> pl.Series | None:
        """Account for every line that is no clean row; return which lines are, ``None`` for all."""
        cells_only = lines.select(pl.col(r"^c\d+$"))
        last = cells_only.to_series(cells_only.width - 1)
        if last.null_count() < len(last):
            wide = last.fill_null("").str.strip_chars().str.len_bytes() > 0
            faults.append(_Fault(wide, Unusable.TOO_WIDE, None))
        suspect = lines["=total"]
        for known in faults:
            suspect |= known.mask
        if not suspect.any():
            return None
        wanted = suspect.arg_true()
        rows = cells_only[wanted].rows()
        masks = [fault.mask.gather(wanted).to_list() for fault in faults]
        codes = self._codes(table, wanted)
        kept = []
        for number, cells in enumerate(rows):
            kind = plain_kind(cells, self._header, self._known, has_code=codes[number])
            if kind is not None:
                self.not_data[kind] += 1
                continue
            fault = next((f for f, mask in zip(faults, masks, strict=True) if mask[number]), None)
            if fault is None:
                kept.append(number)
                continue
            self.quarantined += 1
            if len(self.quarantine) < QUARANTINE_KEPT:
                self.quarantine.append(
                    QuarantinedRow(
                        place=RowPlace(
                            file=self._file, sheet=self._sheet, row=int(places[int(wanted[number])])
                        ),
                        reason=fault.reason,
                        field=fault.field,
                        cells=tuple(cell or "" for cell in cells),
                    )
                )
        keep = ~suspect
        return keep.scatter(wanted.gather(kept), True) if kept else keep

    def _codes(self, table: pl.DataFrame, wanted: pl.Series) -> list[bool]:
        """Whether each line has something like a code, which totals and footers have not."""
        has = [False] * len(wanted)
        for name in ("code", "local_code", "trace", "patient_id", "visit"):
            if name in table.columns:
                found = table[name].gather(wanted).str.contains(r"\d{4}").fill_null(value=False)
                has = [one or other for one, other in zip(has, found.to_list(), strict=True)]
        return has

    def _finished(self, table: pl.DataFrame) -> pl.DataFrame:
        """All columns of the kind, with what follows from others."""
        there = set(table.columns)
        derived: list[pl.Expr] = []
        if self._layout.kind in _DATED and "time" in self._schema and "time" in there:
            day = pl.col("time").dt.date()
            derived.append((pl.coalesce("date", day) if "date" in there else day).alias("date"))
        if "refund" in self._schema:
            figures = [pl.col(name) < 0 for name in ("quantity_e4", "amount_e4") if name in there]
            negative = pl.any_horizontal(figures).fill_null(value=False)
            derived.append(
                (pl.col("refund").fill_null(value=False) | negative if "refund" in there else negative).alias(
                    "refund"
                )
            )
        if "settled_as" in there and "self_pay" not in there:
            derived.append((pl.col("settled_as") == "own").alias("self_pay"))
        if "denominator" in self._schema:
            derived.append(
                (pl.col("denominator").fill_null(1) if "denominator" in there else pl.lit(1)).alias(
                    "denominator"
                )
            )
        table = table.with_columns(
            *derived,
            pl.lit(self._file, pl.UInt16).alias("file"),
            pl.lit(self._sheet, pl.UInt16).alias("sheet"),
        )
        return table.select(
            pl.col(name) if name in table.columns else pl.lit(None, kind).alias(name)
            for name, kind in self._schema.items()
        ).cast(self._schema)  # type: ignore[arg-type]


def as_parquet(table: pl.DataFrame) -> bytes:
    """Rows as one Parquet file in memory, without the columns that hold nothing."""
    out = io.BytesIO()
    table = table.select(name for name in table.columns if table[name].null_count() < table.height)
    table.write_parquet(out, compression="zstd", compression_level=1, statistics=False)
    return out.getvalue()
