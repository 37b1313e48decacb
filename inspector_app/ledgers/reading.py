"""Any table file as rows of text: xlsx and xls by calamine, everything else by looking at its bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ports import Progress, Silent
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.containers import (
    OLE_MAGIC,
    ZIP_MAGIC,
    Limits,
    check_workbook_ole,
    check_workbook_zip,
    damaged,
    locked,
    too_big,
    wrong_kind,
)
from inspector_app.ledgers.quoted_lines import split_text

Row = tuple[str, ...]
_DELIMITERS = ("\t", ",", ";", "|", "，", "^")
_REPORT_EVERY = 2_000
NO_TABLES = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"{\\rtf",
)


class FileKind(StrEnum):
    """What the bytes are, whatever the name says."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A file that was recognised and found harmless; its rows are read on demand."""

    name: str
    kind: FileKind
    sheets: tuple[str, ...]
    encoding: str
    delimiter: str
    content: bytes
    limits: Limits

    def rows(self, sheet: str = "", progress: Progress | None = None) -> list[Row]:
        """Read one sheet as text, top to bottom, blank lines included, so that line numbers hold."""
        watched = progress or Silent()
        found: list[Row] = []
        for row in self.stream(sheet):
            found.append(row)
            if len(found) % _REPORT_EVERY == 0:
                watched.report(len(found), None)
        return found

    def stream(self, sheet: str = "") -> Iterator[Row]:
        """Yield the rows of one sheet one by one."""
        cells = 0
        for row in self._text_rows() if self.kind is FileKind.TEXT else self._sheet_rows(sheet):
            cells += len(row)
            if len(row) > self.limits.columns or cells > self.limits.cells:
                raise too_big(self.name)
            yield row

    def _text_rows(self) -> Iterator[Row]:
        text = self.content.decode(self.encoding)
        csv.field_size_limit(1 << 20)
        try:
            for row in split_text(text, self.delimiter, skip_blanks=True):
                yield tuple(cell.strip() for cell in row)
        except csv.Error as error:
            raise damaged(self.name) from error

    def _sheet_rows(self, sheet: str) -> Iterator[Row]:
        import python_calamine

        chosen = sheet or self.sheets[0]
        if chosen not in self.sheets:
            raise UnusableInput(
                sentence("The file {name} has no sheet called {sheet}.", name=self.name, sheet=chosen)
            )
        with calamine_errors(self.name):
            book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(self.content))
            rows = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
        for row in rows:
            yield tuple(as_text(cell) for cell in row)


def open_table(name: str, content: bytes, limits: Limits | None = None) -> TableFile:
    """Recognise a file by its bytes and refuse, in a sentence, what cannot be read safely."""
    bounds = limits or Limits()
    if len(content) > bounds.file_bytes:
        raise too_big(name)
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise empty(name)
    if content.startswith(ZIP_MAGIC):
        check_workbook_zip(name, content, bounds)
        return _workbook(name, FileKind.XLSX, content, bounds)
    if content.startswith(OLE_MAGIC):
        check_workbook_ole(name, content, bounds)
        return _workbook(name, FileKind.XLS, content, bounds)
    if content.startswith(NO_TABLES):
        raise wrong_kind(name)
    encoding = encoding_of(name, content)
    text = content.decode(encoding)
    refuse_web_page(name, text)
    return TableFile(
        name=name,
        kind=FileKind.TEXT,
        sheets=("",),
        encoding=encoding,
        delimiter=delimiter_of(text),
        content=content,
        limits=bounds,
    )


def refuse_web_page(name: str, text: str) -> None:
    """Refuse what begins as HTML or XML, whatever its ending says."""
    start = text.lstrip("\ufeff \r\n\t")[:200].lower()
    if start.startswith(("<html", "<!doctype", "<?xml", "<table", "<meta")):
        raise UnusableInput(
            sentence(
                "The file {name} is a web page that was given the ending of a table. Nothing was changed. "
                "Open it in a spreadsheet program and save it as xlsx, or ask for xlsx or csv.",
                name=name,
            )
        )


def empty(name: str) -> UnusableInput:
    """The refusal of a file without a single sign."""
    return UnusableInput(
        sentence("The file {name} is empty. Nothing was changed. Ask for the export again.", name=name)
    )


@contextmanager
def calamine_errors(name: str) -> Iterator[None]:
    """Turn what the workbook library raises, its panics included, into sentences."""
    import python_calamine

    try:
        yield
    except python_calamine.PasswordError as error:
        raise locked(name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise damaged(name) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from error


def _workbook(name: str, kind: FileKind, content: bytes, limits: Limits) -> TableFile:
    import python_calamine

    with calamine_errors(name):
        sheets = tuple(python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names)
    if not sheets:
        raise wrong_kind(name)
    return TableFile(
        name=name, kind=kind, sheets=sheets, encoding="", delimiter="", content=content, limits=limits
    )


def encoding_of(name: str, content: bytes) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        candidates: tuple[str, ...] = ("utf-8-sig",)
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ("utf-16",)
    else:
        head = content[:4096]
        odd, even = head[1::2].count(0), head[::2].count(0)
        if odd > len(head) // 20 and odd > 4 * even:
            candidates = ("utf-16-le",)
        elif even > len(head) // 20 and even > 4 * odd:
            candidates = ("utf-16-be",)
        else:
            candidates = ("utf-8", "gb18030")
    for encoding in candidates:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(text.count(chr(code)) for code in (*range(9), *range(14, 26), 28, 29, 30, 31))
        if controls == 0:
            return encoding
        raise wrong_kind(name)
    raise wrong_kind(name)


def delimiter_of(text: str) -> str:
    """The sign that splits the most lines into the same number of cells."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:60]
    best, best_score = ",", 0
    for delimiter in _DELIMITERS:
        widths = Counter(len(row) for row in _split(lines, delimiter))
        score = max(((width - 1) * times for width, times in widths.items()), default=0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _split(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    for line in lines:
        try:
            yield next(csv.reader([line], delimiter=delimiter))
        except (csv.Error, StopIteration):
            yield line.split(delimiter)


def as_text(cell: object) -> str:
    """A cell as the text a person would have typed; numbers beyond 15 digits keep their exponent."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, float):
        if abs(cell) >= 1e15:
            return f"{cell:.14E}"
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)
