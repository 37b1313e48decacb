"""Workbooks that leave: plain sheets whose texts stay texts, so that no cell is ever taken for a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Value = str | int | Decimal | None
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST = 32_767
"""Characters that a cell of a workbook holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOf:
    """One sheet: lines above the table, its head with the columns' widths in characters, its rows."""

    title: str
    above: Sequence[str]
    head: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Value]]


def workbook_bytes(sheet: SheetOf) -> bytes:
    """Return the sheet as xlsx; the head stays in sight and can be filtered."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title[:31]
    row = 0
    for row, text in enumerate(sheet.above, start=1):
        cell = page.cell(row, 1)
        cell.value, cell.data_type = _legal(text), "s"
    top = row + 1
    for place, (title, wide) in enumerate(sheet.head, start=1):
        cell = page.cell(top, place)
        cell.value = title
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        page.column_dimensions[get_column_letter(place)].width = wide
    for number, values in enumerate(sheet.rows, start=top + 1):
        for place, value in enumerate(values, start=1):
            if value is None or value == "":
                continue
            cell = page.cell(number, place)
            if isinstance(value, str):
                cell.value, cell.data_type, cell.number_format = _legal(value), "s", "@"
            else:
                cell.value = value
                cell.number_format = "#,##0.00" if isinstance(value, Decimal) else "0"
    page.freeze_panes = page.cell(top + 1, 1)
    last = get_column_letter(len(sheet.head))
    page.auto_filter.ref = f"A{top}:{last}{top + max(len(sheet.rows), 1)}"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)[:_LONGEST]
