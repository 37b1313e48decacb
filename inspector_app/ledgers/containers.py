"""Looks into a spreadsheet's container before any library opens it: what it is, and how big it would grow."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from inspector_app.domain.errors import DamagedFile, UnusableInput
from inspector_app.domain.wording import sentence

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
_PIECE = 1 << 20
_LONGEST_TAG = 1 << 18
"""More than a tag and the longest text that a cell may hold."""
_TAG = re.compile(rb"""<(?:\w+:)?(si|t|row|c)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>([^<]*)""")
_USUAL_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="\d+")?(?: t="(?:(s)|n|str|b|d|inlineStr)")?'
    rb"(?:/>|>(?:<v>(\d{0,9}))?)"
)
_CELL_STARTS = tuple(b"<c" + sign for sign in (b" ", b">", b"/", b"\n", b"\r", b"\t", b"\x0b", b"\x0c"))
_ROW = re.compile(rb"<(?:\w+:)?row(?=[\s/>])([^>]*)")
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]{0,7})(\d{1,9})["']""")
_IS_TEXT = re.compile(rb"""(?:^|\s)t\s*=\s*["']s["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v>\s*(\d{1,9})")
_CELL_RECORDS = {0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may cost at most."""

    file_bytes: int = 200 << 20
    unpacked_bytes: int = 1 << 30
    cells: int = 20_000_000
    columns: int = 1_000
    parts: int = 5_000


def too_big(name: str) -> UnusableInput:
    """The refusal of a file that would grow beyond the limits."""
    return UnusableInput(
        sentence(
            "The file {name} would unpack to far more than a table needs and was not opened. Nothing was "
            "changed. Ask for the export again, as CSV or with fewer columns.",
            name=name,
        )
    )


def damaged(name: str) -> DamagedFile:
    """The refusal of a file that is not whole."""
    return DamagedFile(
        sentence(
            "The file {name} is damaged or was cut off while it was copied. Nothing was changed. "
            "Copy it again, or ask for a new export.",
            name=name,
        )
    )


def locked(name: str) -> UnusableInput:
    """The refusal of a file that asks for a password."""
    return UnusableInput(
        sentence(
            "The file {name} is protected by a password. Nothing was changed. Ask for an export without "
            "a password, or have it saved again without one.",
            name=name,
        )
    )


def wrong_kind(name: str) -> UnusableInput:
    """The refusal of a file that holds no table that can be read."""
    return UnusableInput(
        sentence(
            "The file {name} is no table that this program reads, whatever its ending says. Nothing was "
            "changed. Ask for xlsx, xls or csv.",
            name=name,
        )
    )


def check_workbook_zip(name: str, content: bytes, limits: Limits) -> None:
    """Refuse a zip that is no xlsx workbook, is damaged, or would grow beyond the limits."""
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise damaged(name) from error
    if "xl/workbook.xml" not in {part.filename.lower() for part in parts}:
        raise wrong_kind(name)
    if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise too_big(name)
    if any(part.flag_bits & 0x1 for part in parts):
        raise locked(name)
    survey = _Survey(name, limits)
    # Any part can be named as a sheet or as the shared texts by the workbook, so every part is looked at,
    # texts first: what a sheet grows to depends on them.
    for part in sorted(parts, key=lambda one: "sharedstrings" not in one.filename.lower()):
        survey.look_through(archive, part)


class _Survey:
    """Measures what a workbook would grow to, reading every part once and keeping nothing of it."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._room = limits.unpacked_bytes
        self._text_room = limits.unpacked_bytes
        self._texts = array("L")
        self._cells = 0

    def look_through(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        """Read one part to its end; its declared size is not believed."""
        area = _Area(self._name, self._limits)
        try:
            with archive.open(part) as stream:
                rest = b""
                while piece := stream.read(_PIECE):
                    self._room -= len(piece)
                    if self._room < 0:
                        raise too_big(self._name)
                    window = rest + piece
                    end = window.rfind(b"<")  # a tag that is not whole waits for its rest
                    whole, rest = (window[:end], window[end:]) if end >= 0 else (window, b"")
                    if len(rest) > _LONGEST_TAG:
                        raise too_big(self._name)
                    self._read_tags(whole, area)
                self._read_tags(rest, area)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise damaged(self._name) from error

    def _read_tags(self, xml: bytes, area: _Area) -> None:
        if not self._read_usual_tags(xml, area):
            self._read_any_tags(xml, area)

    def _read_usual_tags(self, xml: bytes, area: _Area) -> bool:
        """The same for cells written as every spreadsheet program writes them, many at once.

        Nothing is believed: unless each cell that the other way would see is one of these, it is taken.
        """
        cells = _USUAL_CELL.findall(xml)
        area.has_texts |= b"<si" in xml or b":si" in xml
        if not cells or area.has_texts or b":c" in xml:
            return False
        if len(cells) != sum(xml.count(start) for start in _CELL_STARTS):
            return False
        if any(kind and not value for _, _, kind, value in cells):
            return False
        rows = [int(row) for row in {cell[1] for cell in cells}]
        columns = [_column_number(column) for column in {cell[0] for cell in cells}]
        area.add_area(min(rows), max(rows), min(columns), max(columns))
        starts = _ROW.findall(xml)
        if starts:
            area.begin_row(starts[-1])
        area.move_to(int(cells[-1][1]), _column_number(cells[-1][0]))
        self._cells += len(cells)
        texts = self._texts
        shown = [int(value) for _, _, kind, value in cells if kind]
        self._text_room -= sum(texts[number] for number in shown if number < len(texts))
        if self._cells > self._limits.cells or self._text_room < 0:
            raise too_big(self._name)
        return True

    def _read_any_tags(self, xml: bytes, area: _Area) -> None:
        for match in _TAG.finditer(xml):
            tag = match[1]
            if tag == b"si":
                self._texts.append(0)
            elif tag == b"t":
                if self._texts:
                    self._texts[-1] += len(match[3])
            elif tag == b"row":
                area.begin_row(match[2])
            else:
                area.add_cell(match[2])
                self._cells += 1
                if _IS_TEXT.search(match[2]):
                    self._text_room -= self._length_of(xml, match.end())
                if self._cells > self._limits.cells or self._text_room < 0:
                    raise too_big(self._name)

    def _length_of(self, xml: bytes, after: int) -> int:
        """Bytes of the shared text that the cell shows."""
        match = _VALUE.match(xml, after)
        number = int(match[1]) if match else len(self._texts)
        return self._texts[number] if number < len(self._texts) else 0


class _Area:
    """The rectangle that a sheet's cells span, positions implied or spelled out."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._row = self._column = 0
        self._bounds: tuple[int, int, int, int] | None = None
        self.has_texts = False
        """Whether shared texts were seen, which are counted one by one."""

    def begin_row(self, attributes: bytes) -> None:
        match = _PLACE.search(attributes)
        self._row = int(match[2]) if match else self._row + 1
        self._column = 0

    def move_to(self, row: int, column: int) -> None:
        """Where the last cell stood, for one that does not say its place."""
        self._row, self._column = row, column

    def add_area(self, top: int, bottom: int, left: int, right: int) -> None:
        """Widen the rectangle by many cells at once."""
        if self._bounds is not None:
            top, bottom = min(top, self._bounds[0]), max(bottom, self._bounds[1])
            left, right = min(left, self._bounds[2]), max(right, self._bounds[3])
        self._bounds = (top, bottom, left, right)
        _check_area(self._name, [top, bottom], [left, right], self._limits)

    def add_cell(self, attributes: bytes) -> None:
        match = _PLACE.search(attributes)
        if match:
            self._column, self._row = _column_number(match[1].upper()), int(match[2])
        else:
            self._column += 1
        row, column = self._row, self._column
        top, bottom, left, right = self._bounds or (row, row, column, column)
        if self._bounds is None or not (top <= row <= bottom and left <= column <= right):
            top, bottom, left, right = min(top, row), max(bottom, row), min(left, column), max(right, column)
            self._bounds = (top, bottom, left, right)
            _check_area(self._name, [top, bottom], [left, right], self._limits)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_area(name: str, rows: list[int], columns: list[int], limits: Limits) -> None:
    width = max(columns) - min(columns) + 1
    if max(columns) > 16_384 or width * (max(rows) - min(rows) + 1) > limits.cells:
        raise too_big(name)


def check_workbook_ole(name: str, content: bytes, limits: Limits) -> None:
    """Refuse an OLE container that is no xls workbook, asks for a password, or would grow too big."""
    try:
        streams = dict(_ole_streams(content, {"EncryptedPackage", "Workbook", "Book"}))
    except (struct.error, IndexError, ValueError) as error:
        raise damaged(name) from error
    if "EncryptedPackage" in streams:
        raise locked(name)
    book = streams.get("Workbook") or streams.get("Book")
    if not book:
        raise wrong_kind(name)
    rows: list[int] = []
    columns: list[int] = []
    for kind, body in _records(book):
        if kind == 0x0809:
            rows, columns = [], []
        elif kind == 0x002F:
            raise locked(name)
        elif kind == 0x0200 and len(body) >= 12:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIHH", body)
            _check_area(name, [first_row, last_row], [first_column, last_column], limits)
        elif kind in _CELL_RECORDS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            rows = [min([row, *rows]), max([row, *rows])]
            columns = [min([column, *columns]), max([column, *columns])]
            _check_area(name, rows, columns, limits)


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length


def _ole_streams(content: bytes, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the named streams of an OLE compound file; chains that loop or leave the file are errors."""
    sector = 1 << struct.unpack_from("<H", content, 30)[0]
    if sector not in (512, 4096):
        raise ValueError("sector size")
    directory_start = struct.unpack_from("<I", content, 48)[0]
    mini_cutoff, mini_fat_start = struct.unpack_from("<II", content, 56)
    difat = list(struct.unpack_from("<109I", content, 76))
    next_difat, difat_sectors = struct.unpack_from("<II", content, 68)
    per_sector = sector // 4

    def at(number: int) -> bytes:
        start = (number + 1) * sector
        if start >= len(content):
            raise ValueError("sector outside the file")
        return content[start : start + sector]

    for _ in range(min(difat_sectors, len(content) // sector)):
        numbers = struct.unpack(f"<{per_sector}I", at(next_difat))
        difat.extend(numbers[:-1])
        next_difat = numbers[-1]
    fat: list[int] = []
    for number in difat:
        if number < 0xFFFFFFFC:
            fat.extend(struct.unpack(f"<{per_sector}I", at(number).ljust(sector, b"\xff")))

    def chain(start: int) -> bytes:
        pieces: list[bytes] = []
        number = start
        while number < 0xFFFFFFFC:
            if len(pieces) > len(content) // sector:
                raise ValueError("chain without an end")
            pieces.append(at(number))
            number = fat[number]
        return b"".join(pieces)

    directory = chain(directory_start)
    root_start = struct.unpack_from("<I", directory, 116)[0]
    mini_stream = b""
    mini_fat: tuple[int, ...] = ()
    for place in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        label = directory[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if label not in wanted:
            continue
        start, size = struct.unpack_from("<IQ", directory, place + 116)
        size &= 0xFFFFFFFF
        if label == "EncryptedPackage":
            yield label, b"present"
        elif size >= mini_cutoff:
            yield label, chain(start)[:size]
        else:
            if not mini_stream:
                mini_stream = chain(root_start)
                raw = chain(mini_fat_start)
                mini_fat = struct.unpack(f"<{len(raw) // 4}I", raw)
            pieces: list[bytes] = []
            number = start
            while number < 0xFFFFFFFC and len(pieces) <= len(mini_fat):
                pieces.append(mini_stream[number * 64 : number * 64 + 64])
                number = mini_fat[number]
            yield label, b"".join(pieces)[:size]
