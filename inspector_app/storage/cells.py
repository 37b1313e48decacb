"""Reads rows straight from the pages of SQLite's b-trees, whichever pages above them are gone.

Follows SQLite's published file format (b-tree pages, cell payload overflow, record format). The
leaves are enough: every row stands in one, and the shape of a row tells its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inspector_app.storage.pages import USABLE, Pages

TABLE_LEAF, TABLE_INTERIOR, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_MOST_PAYLOAD = 64 << 20
"""Bytes; no row of ours comes near, and a damaged length must not make us ask for gigabytes."""

Value = None | int | float | str | bytes


@dataclass(frozen=True, slots=True)
class Row:
    """One row as far as it could be read."""

    page: int
    in_table: bool
    """From a table with row numbers; else from an index or a table without them."""
    values: tuple[Value, ...]
    is_whole: bool
    """False where pages of its overflow are gone: ``values`` then holds the columns before."""
    missing: int = 0
    """The overflow page that is gone; 0 for a whole row."""


class UnreadablePage(Exception):
    """A page holds, but not what a b-tree page holds; its own number is the message."""


def rows_of(pages: Pages, number: int) -> Iterator[Row]:
    """Yield the rows that begin on a page; nothing for pages of other kinds.

    Raises ``UnreadablePage`` at the end when some of them made no sense.
    """
    kind = pages.first_byte(number)
    if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR):
        return
    page = pages.read(number)
    start = 100 if number == 1 else 0
    pointers = start + (12 if kind == INDEX_INTERIOR else 8)
    broken = False
    for position in range(int.from_bytes(page[start + 3 : start + 5], "big")):
        at = pointers + 2 * position
        offset = int.from_bytes(page[at : at + 2], "big")
        try:
            yield _row(pages, number, page, kind, offset)
        except (IndexError, ValueError):
            broken = True
    if broken:
        raise UnreadablePage(str(number))


def _row(pages: Pages, number: int, page: bytes, kind: int, offset: int) -> Row:
    if kind == INDEX_INTERIOR:
        offset += 4
    length, offset = _varint(page, offset)
    if length > _MOST_PAYLOAD:
        raise ValueError("longer than any row of ours")
    if kind == TABLE_LEAF:
        _rowid, offset = _varint(page, offset)
    local = _local_bytes(length, in_table=kind == TABLE_LEAF)
    payload = bytearray(page[offset : offset + local])
    if len(payload) < local:
        raise ValueError("a cell beyond its page")
    missing = 0
    if length > local:
        following = int.from_bytes(page[offset + local : offset + local + 4], "big")
        missing = _append_overflow(pages, payload, following, length)
    values, is_whole = _record(bytes(payload), length)
    return Row(number, kind == TABLE_LEAF, values, is_whole, missing)


def _local_bytes(length: int, *, in_table: bool) -> int:
    """Return how much of a payload stands in its cell; the rest is in overflow pages."""
    most = USABLE - 35 if in_table else (USABLE - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (USABLE - 12) * 32 // 255 - 23
    kept = least + (length - least) % (USABLE - 4)
    return kept if kept <= most else least


def _append_overflow(pages: Pages, payload: bytearray, following: int, length: int) -> int:
    """Follow the chain of overflow pages until the payload is whole or a page is gone; return that page."""
    while len(payload) < length and following:
        try:
            page = pages.read(following)
        except KeyError:
            return following
        following = int.from_bytes(page[:4], "big")
        payload += page[4 : 4 + min(USABLE - 4, length - len(payload))]
    return 0


def _record(payload: bytes, length: int) -> tuple[tuple[Value, ...], bool]:
    """Return the columns of a record that stand before ``payload`` ends, and whether that is all."""
    header, offset = _varint(payload, 0)
    if header > len(payload):
        raise ValueError("a header beyond its record")
    kinds = []
    while offset < header:
        kind, offset = _varint(payload, offset)
        kinds.append(kind)
    values: list[Value] = []
    at = header
    for kind in kinds:
        size = _size_of(kind)
        if at + size > len(payload):
            return tuple(values), False
        values.append(_value(kind, payload[at : at + size]))
        at += size
    return tuple(values), len(payload) == length


_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


def _size_of(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind not in _SIZES:
        raise ValueError("a reserved kind of value")
    return _SIZES[kind]


def _value(kind: int, content: bytes) -> Value:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        raise ValueError("no column of ours holds a fraction")
    if kind < 7:
        return int.from_bytes(content, "big", signed=True)
    return content.decode() if kind % 2 else content


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where it ends."""
    value = 0
    for position in range(8):
        byte = data[offset + position]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, offset + position + 1
    return value << 8 | data[offset + 8], offset + 9
