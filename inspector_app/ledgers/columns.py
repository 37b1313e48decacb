"""A column of text as a column of values: what is clean at once, the rest cell by distinct cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import polars as pl

from inspector_app.domain.ledger import TYPES, FieldType, LedgerField
from inspector_app.ledgers import values

POLARS_TYPES: dict[FieldType, Any] = {
    FieldType.TEXT: pl.String,
    FieldType.CODE: pl.String,
    FieldType.E4: pl.Int64,
    FieldType.COUNT: pl.Int64,
    FieldType.DATE: pl.Date,
    FieldType.TIME: pl.Datetime("us"),
    FieldType.YES_NO: pl.Boolean,
    FieldType.CHANGE: pl.String,
    FieldType.SETTLED_AS: pl.String,
}
_UNPLAIN = r"[^!-&(-_a-~\x{4e00}-\x{9fff}]|^(?:$|[-=\"]|null$|NULL$|N/A$|n/a$|nan$|NaN$)"
"""Text with a sign that may have to change, or that stands for nothing; 一 to 鿿 never change."""
_UNPLAIN_CODE = r"[^0-9A-Z|._-]|^$|^[-.|_]|[|]$|^NULL$|^NAN$|\d[Ee]\+"
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y.%m.%d", "%Y年%m月%d日")
_TIMES = (
    "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M",
    "%Y-%m-%dT%H:%M:%S", "%Y%m%d %H:%M:%S", "%Y年%m月%d日 %H:%M:%S",
)  # fmt: skip
_TRIED = 200
_YEARS = (1900, 2199)
_REMEMBERED = 300_000


class ColumnReader:
    """Converts one field's cells, slice after slice, and remembers every odd text that it has understood."""

    def __init__(self, field: LedgerField) -> None:
        self.field = field
        self.kind = TYPES[field]
        self._known: dict[str, Any] = {}
        self._bad: set[str] = set()
        self._format: str | None = None
        self._one: Callable[[str], Any] = {
            FieldType.TEXT: values.text_value,
            FieldType.CODE: self._code,
            FieldType.E4: lambda text: values.e4_value(text, field),
            FieldType.COUNT: values.count_value,
            FieldType.DATE: values.date_value,
            FieldType.TIME: values.time_value,
            FieldType.YES_NO: values.yes_no_value,
            FieldType.CHANGE: values.change_value,
            FieldType.SETTLED_AS: values.settled_as_value,
        }[self.kind]

    def look_at(self, sample: Sequence[str]) -> None:
        """Learn from the first cells how times are written."""
        if self.kind in (FieldType.DATE, FieldType.TIME):
            self._format = _format_of(pl.Series(sample[:_TRIED], dtype=pl.String))

    def quick(self, column: str) -> pl.Expr:
        """The conversion of whole columns, null where a cell needs to be looked at; for text, just where."""
        cell = pl.col(column)
        match self.kind:
            case FieldType.TEXT:
                return cell.str.contains(_UNPLAIN)
            case FieldType.CODE:
                return cell.str.contains(_UNPLAIN_CODE)
            case FieldType.E4:
                return (cell.cast(pl.Float64, strict=False) * 10_000).round(0).cast(pl.Int64, strict=False)
            case FieldType.COUNT:
                return cell.cast(pl.Int64, strict=False)
            case FieldType.DATE | FieldType.TIME:
                return self._quick_moment(cell)
            case _:
                return pl.lit(None, POLARS_TYPES[self.kind])

    def _quick_moment(self, cell: pl.Expr) -> pl.Expr:
        target = POLARS_TYPES[self.kind]
        if self._format is None:
            return pl.lit(None, target)
        if self._format in _DAYS:
            return cell.str.to_date(self._format, strict=False).cast(target)
        return cell.str.to_datetime(self._format, strict=False, time_unit="us").cast(target)

    def finish(self, cells: pl.Series, quick: pl.Series) -> tuple[pl.Series, pl.Series | None]:
        """Return all values, and a mask of the cells that say no value of this kind, if there are any."""
        if self.kind in (FieldType.TEXT, FieldType.CODE):
            open_cells, quick = quick.fill_null(value=False), cells
        else:
            quick = self._within(quick)
            if quick.null_count() == cells.null_count():
                return quick, None
            open_cells = quick.is_null() & cells.is_not_null()
        if not open_cells.any():
            return quick, None
        places = open_cells.arg_true()
        texts = cells.gather(places)
        distinct = texts.unique()
        found: list[Any] = []
        bad: list[bool] = []
        for text in distinct:
            value, is_bad = self._read(text)
            found.append(value)
            bad.append(is_bad)
        target = POLARS_TYPES[self.kind]
        read = texts.replace_strict(distinct, pl.Series(found, dtype=target), return_dtype=target)
        filled = quick.scatter(places, read)
        if not any(bad):
            return filled, None
        wrong = texts.is_in(distinct.filter(pl.Series(bad)).implode())
        return filled, pl.zeros(len(cells), pl.Boolean, eager=True).scatter(places, wrong)

    def _within(self, quick: pl.Series) -> pl.Series:
        """Without what no figure and no day of this trade can be; those cells are looked at one by one."""
        if self.kind in (FieldType.E4, FieldType.COUNT):
            most = int(values.LARGEST) * (10_000 if self.kind is FieldType.E4 else 1)
            low, high = quick.min(), quick.max()
            if isinstance(low, int) and isinstance(high, int) and (low <= -most or high >= most):
                return quick.to_frame("x").select(pl.when(pl.col("x").abs() < most).then("x"))["x"]
        elif self.kind in (FieldType.DATE, FieldType.TIME):
            low, high = quick.min(), quick.max()
            if (
                isinstance(low, date)
                and isinstance(high, date)
                and not (_YEARS[0] <= low.year and high.year <= _YEARS[1])
            ):
                inside = pl.col("x").dt.year().is_between(*_YEARS)
                return quick.to_frame("x").select(pl.when(inside).then("x"))["x"]
        return quick

    def _read(self, text: str) -> tuple[Any, bool]:
        if text in self._known:
            return self._known[text], False
        if text in self._bad:
            return None, True
        if len(self._known) + len(self._bad) > _REMEMBERED:
            self._known.clear()
            self._bad.clear()
        try:
            value = self._one(text)
        except values.NotReadable:
            self._bad.add(text)
            return None, True
        self._known[text] = value
        return value, False

    def _code(self, text: str) -> str | None:
        code = values.code_value(text)
        lost = code is not None and values.LOST.fullmatch(code)
        if lost and self.field is not LedgerField.PATIENT_ID:
            raise values.NotReadable
        return code


def _format_of(cells: pl.Series) -> str | None:
    """The form that most of the first filled cells have."""
    best, most = None, 0
    for form in (*_TIMES, *_DAYS):
        if form in _DAYS:
            read = cells.str.to_date(form, strict=False)
        else:
            read = cells.str.to_datetime(form, strict=False, time_unit="us")
        times = len(read) - read.null_count()
        if times > most:
            best, most = form, times
    return best
