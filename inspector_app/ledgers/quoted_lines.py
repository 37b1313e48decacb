"""Text tables split into cells so that a quotation mark without its twin costs its own line and no other."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice

_MOST_LINES_IN_A_CELL = 200
_LOOKED_AT = 60


def split_text(text: str, delimiter: str, *, skip_blanks: bool = False) -> Iterator[list[str]]:
    """Yield the lines of a text as cells, as spreadsheet programs split them, blank lines included.

    A cell may hold line breaks. What only looks like such a cell, because a mark was opened and never
    closed or closed on a later line, would swallow the lines between: then that one line is split at its
    delimiters alone. Raises ``csv.Error`` for a cell beyond the limit of fields.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n") if text else []
    usual = _usual_delimiters(lines, delimiter)
    at = 0
    while at < len(lines):
        plain = at
        while plain < len(lines) and '"' not in lines[plain]:
            plain += 1
        if plain > at:
            yield from csv.reader(islice(lines, at, plain), delimiter=delimiter, skipinitialspace=skip_blanks)
            at = plain
            continue
        row, taken = _record(lines, at, delimiter, skip_blanks=skip_blanks)
        if taken > 1 and (row is None or _swallows(lines[at : at + taken], row, delimiter, usual)):
            row, taken = [cell.strip().strip('"') for cell in lines[at].split(delimiter)], 1
        if row is not None:
            yield row
        at += taken


def _record(lines: list[str], at: int, delimiter: str, *, skip_blanks: bool) -> tuple[list[str] | None, int]:
    """The cells that begin on a line and how many lines they take; no cells where no end is found."""
    reader = csv.reader(
        _with_ends(lines, at),
        delimiter=delimiter,
        skipinitialspace=skip_blanks,
    )
    try:
        row = next(reader)
    except csv.Error:
        if reader.line_num <= 1:
            raise
        return None, reader.line_num
    return row, reader.line_num


def _with_ends(lines: list[str], at: int) -> Iterator[str]:
    last = len(lines) - 1
    for number in range(at, min(at + _MOST_LINES_IN_A_CELL, len(lines))):
        yield lines[number] + ("\n" if number < last else "")


def _swallows(lines: list[str], row: list[str], delimiter: str, usual: int) -> bool:
    """Whether the cells of several lines hold what must be lines of their own."""
    try:
        for _ in csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=True):
            pass
    except csv.Error:  # no end, or an end in the middle of a cell: the mark belonged to the text
        return True
    return any("\n" in cell and cell.count(delimiter) >= usual for cell in row)


def _usual_delimiters(lines: list[str], delimiter: str) -> int:
    counts = Counter(line.count(delimiter) for line in lines[:_LOOKED_AT])
    del counts[0]
    return max(counts, key=lambda count: (counts[count], count)) if counts else 1
