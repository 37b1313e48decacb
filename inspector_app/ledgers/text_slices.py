"""Text tables of any size as UTF-8 slices that end with a line, and each slice as columns of text."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.containers import wrong_kind
from inspector_app.ledgers.quoted_lines import split_text
from inspector_app.ledgers.reading import NO_TABLES, Row, delimiter_of, empty, encoding_of, refuse_web_page
from inspector_app.ledgers.sources import Watched

SLICE_BYTES = 16 << 20
HEAD_BYTES = 256 << 10
_LONGEST_LINE = 8 << 20
_MOST_RETREATS = 2_000
_FIELD_LIMIT = 1 << 20
_LOOKED_AT = 64 << 10
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextForm:
    """How a text table is written."""

    encoding: str
    delimiter: str
    head: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Cells of the widest line seen at the start."""
        return max((len(row) for row in self.head), default=1)


def look_at_text(name: str, head: bytes) -> TextForm:
    """Recognise encoding and delimiter from the first bytes; refuse what is no text."""
    if head.startswith(NO_TABLES):
        raise wrong_kind(name)
    if not head.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise empty(name)
    encoding = _encoding_of_head(name, head)
    text = head.decode(encoding, "replace").lstrip("\ufeff")
    if len(head) >= HEAD_BYTES:
        text = text[: max(text.rfind("\n"), text.rfind("\r")) + 1] or text
    refuse_web_page(name, text)
    delimiter = delimiter_of(text)
    return TextForm(encoding=encoding, delimiter=delimiter, head=tuple(rows_of(text, delimiter)))


def _encoding_of_head(name: str, head: bytes) -> str:
    """The encoding, although the head may end, or some program may have cut, within a character."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:4096].count(0):
        return encoding_of(name, head[: len(head) // 2 * 2])
    if _CONTROLS.search(head):
        raise wrong_kind(name)
    beyond = sum(byte > 0x7F for byte in head[:_LOOKED_AT])
    for encoding in ("utf-8", "gb18030"):
        if head[:_LOOKED_AT].decode(encoding, "replace").count("\ufffd") * 50 <= beyond + 49:
            return encoding
    raise wrong_kind(name)


def rows_of(text: str, delimiter: str) -> Iterator[Row]:
    """Lines as cells, the way spreadsheet programs split them; line numbers hold."""
    csv.field_size_limit(_FIELD_LIMIT)
    for row in split_text(text.replace("\x00", ""), delimiter):
        yield tuple(cell.strip() for cell in row)


class Lines(Protocol):
    """Some lines that follow one another."""

    def collect(self, extra: Sequence[pl.Expr]) -> pl.DataFrame:
        """Text columns ``c0`` …, one row for every line, blank ones included, and what ``extra`` computes."""
        ...


@dataclass(frozen=True, slots=True)
class HeldLines:
    """Lines that are columns already."""

    frame: pl.DataFrame

    def collect(self, extra: Sequence[pl.Expr]) -> pl.DataFrame:
        """See ``Lines``."""
        return self.frame.with_columns(extra)


@dataclass(frozen=True, slots=True)
class TextLines:
    """Lines as UTF-8 bytes; they become columns and values in one go."""

    piece: bytes
    count: int
    """Lines in it; 0 where the quick way of splitting them is known to fail."""
    width: int
    delimiter: str
    name: str

    def collect(self, extra: Sequence[pl.Expr]) -> pl.DataFrame:
        """See ``Lines``."""
        if self.count:
            frame = self._quickly(extra)
            if frame is not None and frame.height == self.count:
                return frame
        return self._by_hand().with_columns(extra)

    def _quickly(self, extra: Sequence[pl.Expr]) -> pl.DataFrame | None:
        header = self.delimiter.join(f"c{column}" for column in range(self.width)).encode()
        try:
            lines = pl.scan_csv(
                header + b"\n" + self.piece,
                infer_schema=False,
                separator=self.delimiter,
                quote_char='"' if b'"' in self.piece else None,
                truncate_ragged_lines=True,
            )
            return lines.with_columns(extra).collect()
        except pl.exceptions.PolarsError:
            return None

    def _by_hand(self) -> pl.DataFrame:
        """Slower, for lines inside cells, marks that do not match and characters cut in half."""
        try:
            rows = list(rows_of(self.piece.decode("utf-8", "replace"), self.delimiter))
        except csv.Error as error:
            raise UnusableInput(
                sentence(
                    "The file {name} holds a cell that is too long for a table; it is damaged or no table. "
                    "Nothing was changed. Ask for the export again.",
                    name=self.name,
                )
            ) from error
        return text_frame(rows, self.width)


class TextSlices:
    """Goes through a text table once; memory holds one slice, whatever the size of the file."""

    def __init__(self, watched: Watched, form: TextForm, slice_bytes: int = SLICE_BYTES) -> None:
        self._watched = watched
        self._form = form
        sign = re.escape(form.delimiter.encode())
        self._stray_quote = re.compile(b'[^"\n' + sign + b']"[^"\n' + sign + b"]")
        self._slice_bytes = slice_bytes
        self._may_switch = form.encoding == "utf-8"
        self._encoding = form.encoding
        self.width = form.width + 1
        """One column more than expected, so that a line that is too wide shows."""

    @property
    def encoding(self) -> str:
        """The encoding found so far; a file that begins in plain ASCII shows it late."""
        return self._encoding

    def lines(self) -> Iterator[TextLines]:
        """Yield all lines in slices."""
        for piece in self._pieces():
            yield self._lines(piece)

    def _pieces(self) -> Iterator[bytes]:
        rest = b""
        for fresh in self._utf8():
            piece = rest + fresh if rest else fresh
            end = self._cut(piece)
            rest = piece[end:]
            if len(rest) > _LONGEST_LINE + self._slice_bytes:
                raise wrong_kind(self._watched.source.name)
            if end:
                yield piece[:end]
        if rest:
            yield rest

    def _cut(self, piece: bytes) -> int:
        """Where the last line ends that is not inside quotation marks."""
        end = piece.rfind(b"\n") + 1
        if b'"' not in piece:
            return end
        odd = piece.count(b'"', 0, end) % 2
        for _ in range(_MOST_RETREATS):
            if not odd or not end:
                return end
            earlier = piece.rfind(b"\n", 0, end - 1) + 1
            odd ^= piece.count(b'"', earlier, end) % 2
            end = earlier
        return piece.rfind(b"\n") + 1

    def _utf8(self) -> Iterator[bytes]:
        if self._encoding.startswith("utf-16"):
            decoder = codecs.getincrementaldecoder(self._encoding)("replace")
            held = ""
            for piece in self._watched.pieces(self._slice_bytes):
                text = held + decoder.decode(piece)
                held = "\r" if text.endswith("\r") else ""  # its twin may come with the next piece
                yield _plain_lines(text.removesuffix("\r").lstrip("\ufeff").encode())
            yield _plain_lines((held + decoder.decode(b"", True)).encode())
            return
        rest = b""
        for fresh in self._watched.pieces(self._slice_bytes):
            piece = rest + fresh if rest else fresh
            end = piece.rfind(b"\n") + 1 or piece.rfind(b"\r", 0, -1) + 1
            rest = piece[end:]
            if len(rest) > _LONGEST_LINE:
                raise wrong_kind(self._watched.source.name)
            if end:
                yield self._transcoded(piece[:end])
        if rest:
            yield self._transcoded(rest)

    def _transcoded(self, piece: bytes) -> bytes:
        if self._encoding == "gb18030":
            return _plain_lines(piece.decode("gb18030", "replace").encode())
        piece = piece.removeprefix(b"\xef\xbb\xbf")
        if self._may_switch and not piece.isascii():
            self._may_switch = False
            try:
                piece.decode("utf-8")
            except UnicodeDecodeError:
                if piece.decode("utf-8", "replace").count("\ufffd") > piece.decode(
                    "gb18030", "replace"
                ).count("\ufffd"):
                    self._encoding = "gb18030"
                    return self._transcoded(piece)
        return _plain_lines(piece)

    def _lines(self, piece: bytes) -> TextLines:
        if b"\x00" in piece:
            if piece.count(0) > len(piece) // 100:
                raise wrong_kind(self._watched.source.name)
            piece = piece.replace(b"\x00", b"")
        delimiter = self._form.delimiter
        plain = len(delimiter) == 1 and delimiter.isascii()
        if not plain or (b'"' in piece and self._stray_quote.search(piece)):
            count = 0
        else:
            count = piece.count(b"\n") + (not piece.endswith(b"\n"))
        return TextLines(piece, count, self.width, delimiter, self._watched.source.name)


def text_frame(rows: list[Row], width: int) -> pl.DataFrame:
    """Rows of text as columns ``c0`` …; missing cells are null."""
    padded = [row[:width] if len(row) >= width else row + (None,) * (width - len(row)) for row in rows]
    columns = list(zip(*padded, strict=True)) if padded else [()] * width
    return pl.DataFrame(
        [pl.Series(f"c{number}", values, dtype=pl.String) for number, values in enumerate(columns)]
    )


def _broken(piece: bytes, encoding: str) -> int:
    return piece.decode(encoding, "replace").count("\ufffd")


def _plain_lines(piece: bytes) -> bytes:
    return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in piece else piece
