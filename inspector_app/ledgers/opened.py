"""A ledger's file that was recognised: its sheets, the first lines of each, and all of them in slices."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Protocol

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.containers import OLE_MAGIC, ZIP_MAGIC, Limits, too_big
from inspector_app.ledgers.reading import FileKind, Row, as_text, calamine_errors, open_table
from inspector_app.ledgers.sources import SourceFile, Watched
from inspector_app.ledgers.text_slices import (
    HEAD_BYTES,
    HeldLines,
    Lines,
    TextSlices,
    look_at_text,
    text_frame,
)

HEAD_ROWS = 1_000
_ROWS_AT_ONCE = 20_000
_TEXT_LIMIT = 16 << 30


class Opened(Protocol):
    """What can be asked of any recognised file."""

    watched: Watched
    sheets: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What the bytes are."""
        ...

    @property
    def encoding(self) -> str:
        """How its text is written; empty for workbooks."""
        ...

    def head(self, sheet: int) -> list[Row]:
        """The first lines of a sheet."""
        ...

    def lines(self, sheet: int, filled_down: Collection[int]) -> Iterator[Lines]:
        """All lines, in slices; ``filled_down`` names the columns whose merged cells count for every row."""
        ...


def open_ledger(source: SourceFile, limits: Limits | None = None) -> Opened:
    """Recognise a file by its bytes and refuse, in a sentence, what cannot be read safely."""
    watched = Watched(source)
    with source.open() as stream:
        head = stream.read(HEAD_BYTES)
    if head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return _Workbook(watched, limits or Limits())
    if source.size > _TEXT_LIMIT:
        raise too_big(source.name)
    return _Text(watched, head)


class _Text:
    def __init__(self, watched: Watched, head: bytes) -> None:
        self.watched = watched
        self.sheets: tuple[str, ...] = ("",)
        self._form = look_at_text(watched.source.name, head)
        self._slices = TextSlices(watched, self._form)
        if self._slices.width > Limits().columns:
            raise too_big(watched.source.name)

    @property
    def kind(self) -> str:
        return FileKind.TEXT

    @property
    def encoding(self) -> str:
        return self._slices.encoding

    def head(self, sheet: int) -> list[Row]:
        del sheet
        return list(self._form.head[:HEAD_ROWS])

    def lines(self, sheet: int, filled_down: Collection[int]) -> Iterator[Lines]:
        del sheet, filled_down  # text has one sheet and no merged cells
        yield from self._slices.lines()


class _Workbook:
    def __init__(self, watched: Watched, limits: Limits) -> None:
        import python_calamine

        self.watched = watched
        name = watched.source.name
        table = open_table(name, watched.whole(limits.file_bytes, too_big), limits)
        self._limits = limits
        self._kind = table.kind
        self.sheets = table.sheets
        with calamine_errors(name):
            self._book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(table.content))
        self._held: tuple[int, python_calamine.CalamineSheet] | None = None

    @property
    def kind(self) -> str:
        return self._kind

    @property
    def encoding(self) -> str:
        return ""

    def head(self, sheet: int) -> list[Row]:
        return list(islice(self._rows(sheet), HEAD_ROWS))

    def lines(self, sheet: int, filled_down: Collection[int]) -> Iterator[Lines]:
        width = max((len(row) for row in islice(self._rows(sheet), 1)), default=0) + 1
        rows = self._filled(sheet, filled_down)
        while piece := list(islice(rows, _ROWS_AT_ONCE)):
            yield HeldLines(text_frame(piece, width))

    def _sheet(self, sheet: int):  # type: ignore[no-untyped-def]
        if self._held is None or self._held[0] != sheet:
            self._held = None
            with calamine_errors(self.watched.source.name):
                self._held = sheet, self._book.get_sheet_by_index(sheet)
        return self._held[1]

    def _left(self, sheet: int) -> int:
        """Columns before the first filled one; the library leaves them out."""
        start = self._sheet(sheet).start
        return start[1] if start else 0

    def _rows(self, sheet: int) -> Iterator[Row]:
        cells = 0
        before = ("",) * self._left(sheet)
        for row in self._sheet(sheet).iter_rows():
            cells += len(row)
            if len(row) > self._limits.columns or cells > self._limits.cells:
                raise too_big(self.watched.source.name)
            yield before + tuple(as_text(cell) for cell in row)

    def _filled(self, sheet: int, columns: Collection[int]) -> Iterator[Row]:
        below: dict[int, list[tuple[int, int]]] = defaultdict(list)
        tops: set[int] = set()
        for (top, left), (bottom, _) in self._sheet(sheet).merged_cell_ranges or ():
            if bottom > top and left in columns and bottom - top < self._limits.cells // 100:
                tops.add(top)
                for row in range(top + 1, bottom + 1):
                    below[row].append((left, top))
        kept: dict[int, Row] = {}
        for number, cells in enumerate(self._rows(sheet)):
            if number in tops:
                kept[number] = cells
            if number in below:
                changed = list(cells)
                for column, top in below[number]:
                    if column < len(changed) and not changed[column]:
                        changed[column] = kept[top][column]
                yield tuple(changed)
            else:
                yield cells


def sheet_called(opened: Opened, name: str) -> int:
    """The index of a sheet by its name."""
    if name not in opened.sheets:
        raise UnusableInput(
            sentence(
                "The file {name} has no sheet called {sheet}.", name=opened.watched.source.name, sheet=name
            )
        )
    return opened.sheets.index(name)
