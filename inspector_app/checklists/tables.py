"""The sheets of a checklist as cells: read from Markdown, xlsx, xls or csv, written as Markdown or xlsx."""

from __future__ import annotations

import csv
import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024 * 1024
_MOST_ROWS = 20_000
_MOST_CELLS = 4_000_000
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL_END = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"(\\*)<br>")
_LINE_END_WRITTEN = re.compile(r"(\\*)(\n|<br>)")
_RULE = re.compile(r"[|:\-]+\Z")
_REMARK = re.compile(r"#[^|]*\Z")
_FORBIDDEN_IN_NAMES = re.compile(r"[\\*?:/\[\]]")
_LONGEST_NAME = 31
_LONGEST_CELL = 32_767


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; ``rows`` begin with the columns' names and keep blank rows, so that rows can be counted."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    first: int = 1
    """Number of the row of columns' names, as a spreadsheet counts."""

    @property
    def columns(self) -> tuple[str, ...]:
        return self.rows[0] if self.rows else ()

    def entries(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield the rows below the columns' names with their number and what is filled in."""
        for number, row in enumerate(self.rows[1:], self.first + 1):
            yield number, {name: cell for name, cell in zip(self.columns, row, strict=False) if name and cell}


def read_tables(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a table; ``name`` decides how the bytes are read. What is hostile is refused."""
    if len(content) > LARGEST:
        raise UnusableInput(
            sentence("{name} is larger than 20 MB, which no checklist is. Check the file.", name=name)
        )
    readers = {".md": _markdown, ".csv": _csv, ".xlsx": _xlsx, ".xlsm": _xlsx, ".xls": _xls}
    suffix = kind_of_file(content, name)
    if suffix not in readers:
        raise UnusableInput(
            sentence(
                "{name} is no checklist this program reads. Checklists come as .xlsx, .xls, .csv or .md.",
                name=name,
            )
        )
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        found = tuple(_trimmed(sheet) for sheet in readers[suffix](content, name))
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        AssertionError,
        OSError,
        EOFError,
        RuntimeError,
        csv.Error,
        struct.error,
        zipfile.BadZipFile,
        NotImplementedError,
        ParseError,
        DefusedXmlException,
        XLRDError,
        CompDocError,
    ) as error:
        # The readers of workbooks let plain errors through when a file is damaged.
        if "ncrypted" in str(error):
            raise _protected(name) from error
        raise UnusableInput(
            sentence(
                "The file {name} is no readable checklist ({fault}). Ask for it again.",
                name=name,
                fault=type(error).__name__,
            )
        ) from error
    if not found:
        raise UnusableInput(sentence("There is no table in {name}. Check the file.", name=name))
    return found


def _trimmed(sheet: Sheet) -> Sheet:
    """Leave out empty rows at the end and empty columns at the right; blanks around a cell mean nothing."""
    rows = [tuple(_plain(cell) for cell in row) for row in sheet.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((place for row in rows for place, cell in enumerate(row, 1) if cell), default=0)
    return Sheet(
        name=sheet.name.strip(),
        rows=tuple((*row[:width], *("",) * (width - len(row))) for row in rows),
        first=sheet.first,
    )


def _plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()


def _counted(rows: Iterable[tuple[str, ...]], name: str) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if number > _MOST_ROWS or cells > _MOST_CELLS:
            raise UnusableInput(
                sentence(
                    "{name} has more than {rows} rows or is wider than any checklist. "
                    "Delete what is empty below and beside the table and save it again.",
                    name=name,
                    rows=_MOST_ROWS,
                )
            )
        width = next((place for place in range(len(row), 0, -1) if row[place - 1]), 0)
        found.append(row[:width])
    return tuple(found)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def kind_of_file(content: bytes, name: str) -> str:
    """Return how a table is read: by its name, and a workbook by what it is where its name says otherwise."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".xls" and content.startswith(b"PK"):
        return ".xlsx"
    old = content.startswith(_COMPOUND_FILE) and _ENCRYPTED not in content
    return ".xls" if suffix in {".xlsx", ".xlsm"} and old else suffix


def plain(content: bytes, suffix: str) -> bytes:
    """Return a text table as the compiler reads it: UTF-8 without a mark, cells between commas.

    Spreadsheet programs write ``.csv`` with a mark, in the system's own signs, or with semicolons.
    """
    if suffix == ".md":
        return _text(content).encode("utf-8")
    if suffix != ".csv":
        return content
    written = io.StringIO()
    csv.writer(written).writerows(_lines(content))
    return written.getvalue().encode("utf-8")


def _lines(content: bytes) -> Iterator[list[str]]:
    text = _text(content)
    first = text.partition("\n")[0]
    delimiter = next((sign for sign in ",;\t" if sign in first), ",")
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _markdown(content: bytes, name: str) -> Iterator[Sheet]:
    sheet, rows = "", list[tuple[str, ...]]()
    for line in _text(content).split("\n"):
        text = line.strip()
        if not text.endswith("|"):
            text = _REMARK.sub("", text).strip()
        if not text.startswith("|") or _RULE.match(text):
            continue
        first, *cells = (_unescaped(cell.strip()) for cell in _CELL_END.split(text[1:]))
        if cells and text.endswith("|") and not text.endswith("\\|"):
            cells.pop()
        if first:
            if sheet:
                yield Sheet(name=sheet, rows=_counted(rows, name))
            sheet, rows = first, []
            if not any(cells):
                continue
        rows.append(tuple(cells))
    if sheet:
        yield Sheet(name=sheet, rows=_counted(rows, name))


def _csv(content: bytes, name: str) -> Iterator[Sheet]:
    sheet, rows, first = "", list[tuple[str, ...]](), 0
    for number, line in enumerate(_counted((tuple(line) for line in _lines(content)), name), 1):
        if line and line[0].strip():
            if sheet:
                yield Sheet(name=sheet, rows=tuple(rows), first=first)
            sheet, rows, first = line[0], [], number + 1
            if not any(cell.strip() for cell in line[1:]):
                continue
            first = number
        rows.append(line[1:])
    if sheet:
        yield Sheet(name=sheet, rows=tuple(rows), first=first)


def refuse_hostile(content: bytes, name: str) -> None:
    """Refuse a workbook that is locked or grows beyond reason when it is unpacked."""
    if content.startswith(_COMPOUND_FILE):
        raise _protected(name) if _ENCRYPTED in content else zipfile.BadZipFile("an old workbook")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
            raise UnusableInput(
                sentence(
                    "{name} grows beyond {size} MB when it is unpacked, which no checklist does. "
                    "It was not opened; ask for it again.",
                    name=name,
                    size=LARGEST_UNPACKED // 1024 // 1024,
                )
            )


def _protected(name: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "{name} is protected with a password. Take the password away in the spreadsheet program, "
            "save it and choose it again.",
            name=name,
        )
    )


def _xlsx(content: bytes, name: str) -> Iterator[Sheet]:
    refuse_hostile(content, name)
    from openpyxl import load_workbook
    from pyxform.xls2json_backends import xlsx_value_to_str

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                lines = (
                    tuple("" if cell is None else xlsx_value_to_str(cell) for cell in row)
                    for row in sheet.iter_rows(values_only=True)
                )
                yield Sheet(name=sheet.title, rows=_counted(lines, name))
        finally:
            book.close()


def _xls(content: bytes, name: str) -> Iterator[Sheet]:
    from pyxform.xls2json_backends import xls_value_to_unicode
    from xlrd import open_workbook

    with open_workbook(file_contents=content, logfile=io.StringIO()) as book:
        for sheet in book.sheets():
            lines = (
                tuple(
                    "" if cell.value == "" else xls_value_to_unicode(cell.value, cell.ctype, book.datemode)
                    for cell in row
                )
                for row in sheet.get_rows()
            )
            yield Sheet(name=sheet.name, rows=_counted(lines, name))


def as_markdown(sheets: Iterable[Sheet]) -> str:
    """Write sheets as Markdown tables, every row of a sheet as wide as the widest."""
    lines: list[str] = []
    for sheet in sheets:
        width = max((len(row) for row in sheet.rows), default=1)
        lines.append(f"| {_escaped(sheet.name)} |{'  |' * width}")
        lines.extend(
            f"| | {' | '.join(_escaped(cell) for cell in row)} |" if row else f"| |{'  |' * width}"
            for row in sheet.rows
        )
    return "\n".join(lines) + "\n"


def _escaped(cell: str) -> str:
    def one(found: re.Match[str]) -> str:
        before = found[1] * 2
        return f"{before}<br>" if found[2] == "\n" else f"{before}\\<br>"

    return _LINE_END_WRITTEN.sub(one, cell).replace("|", "\\|")


def _unescaped(cell: str) -> str:
    def one(found: re.Match[str]) -> str:
        count = len(found[1])
        return "\\" * (count // 2) + ("<br>" if count % 2 else "\n")

    return _LINE_END.sub(one, cell.replace("\\|", "|"))


def as_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """Write sheets as a workbook for a spreadsheet program: every cell text, no formula."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _refuse_unwritable(sheet)
        page = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, 1):
            for place, cell in enumerate(row, 1):
                if not cell:
                    continue
                written = page.cell(number, place)
                written.value = cell
                written.data_type = "s"  # "=1" is an expression of the form, not of the spreadsheet
                written.number_format = "@"
                written.alignment = Alignment(wrap_text=True, vertical="top")
                if number == 1:
                    written.font = Font(bold=True)
        page.freeze_panes = "A2"
        for place in range(1, len(sheet.columns) + 1):
            longest = max(len(row[place - 1]) for row in sheet.rows if len(row) >= place)
            page.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, 10), 48)
    written_to = io.BytesIO()
    book.save(written_to)
    return written_to.getvalue()


def _refuse_unwritable(sheet: Sheet) -> None:
    """Refuse what a workbook cannot hold instead of changing it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if _FORBIDDEN_IN_NAMES.search(sheet.name) or len(sheet.name) > _LONGEST_NAME:
        raise UnusableInput(
            sentence("A workbook cannot have a sheet called {sheet}. Rename it.", sheet=sheet.name)
        )
    for number, row in enumerate(sheet.rows, 1):
        for cell in row:
            if ILLEGAL_CHARACTERS_RE.search(cell) or len(cell) > _LONGEST_CELL:
                raise UnusableInput(
                    sentence(
                        "Sheet {sheet}, row {row} has a cell that a workbook cannot hold: a control "
                        "character, or more than {count} characters. Shorten or retype it.",
                        sheet=sheet.name,
                        row=number,
                        count=_LONGEST_CELL,
                    )
                )
