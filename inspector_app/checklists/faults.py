"""What is wrong in a form, with the place in its table where somebody can correct it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspector_app.checklists.tables import kind_of_file, plain
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence

_SURVEY = "survey"
_FIRST_ROW = 2
"""Row 1 holds the columns' names."""
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)", re.IGNORECASE)
_END = re.compile(r"end[ _](group|repeat|loop)", re.IGNORECASE)
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "relevant": ("relevant", "relevance", "bind::relevant"),
    "calculation": ("calculation", "calculate", "bind::calculate", "default"),
    "readonly": ("readonly", "read_only", "read only", "bind::readonly"),
    "required": ("required", "bind::required"),
    "constraint": ("constraint", "bind::constraint"),
    "choice_filter": ("choice_filter",),
    "repeat_count": ("repeat_count", "count", "jr:count"),
    "label": ("label", "hint"),
}


Rows = Sequence[tuple[int, Mapping[str, Any]]]
"""Rows of a survey with their numbers as a spreadsheet counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of the survey."""

    row: int
    column: str
    text: str


class FormFault(UnusableInput):
    """A fault at one place of a form; ``column`` is the table's column that holds it."""

    def __init__(self, told: Sentence, place: tuple[str, ...], column: str) -> None:
        super().__init__(told)
        self.place = place
        self.column = column


def located(fault: FormFault, content: bytes, name: str) -> UnusableInput:
    """Return a fault with sheet, row and column of the table it was written in, as far as they are known."""
    place = cell_of(fault, list(enumerate(_survey(content, name), _FIRST_ROW)))
    if place is None:
        return fault
    return UnusableInput(
        sentence(
            "Sheet {sheet}, row {row}, column {column}: {fault} There it says: {cell}",
            sheet=_SURVEY,
            row=place.row,
            column=place.column,
            fault=fault.sentence,
            cell=place.text,
        )
    )


def cell_of(fault: FormFault, rows: Rows) -> Cell | None:
    """Return the cell of a survey's rows in which a fault was written, where it can be told."""
    found = next(_rows_of(fault.place, rows), None) or _only_row(fault.place[-1], rows)
    if found is None:
        return None
    number, row = found
    computed = str(row.get("name")) != fault.place[-1]
    column = _column(row, "repeat_count" if computed else fault.column)
    return Cell(row=number, column=column, text=str(row.get(column, "") or row.get("name", "")))


def _survey(content: bytes, name: str) -> Sequence[Mapping[str, Any]]:
    from pyxform.xls2json_backends import get_xlsform

    suffix = kind_of_file(content, name)
    content = plain(content, suffix)
    source: str | io.BytesIO = content.decode("utf-8") if suffix == ".md" else io.BytesIO(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows: Sequence[Mapping[str, Any]] = get_xlsform(source, file_type=suffix).survey or ()
    return rows


def _only_row(name: str, rows: Rows) -> tuple[int, Mapping[str, Any]] | None:
    """Find a row by its name alone, where the table groups questions in a way of its own."""
    found = [(number, row) for number, row in rows if row.get("name") == name]
    return found[0] if len(found) == 1 else None


def _rows_of(place: tuple[str, ...], rows: Rows) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Find the row of a place by its name and the groups around it; a computed count stands at its repeat."""
    wanted = place[1:]
    around: list[str] = []
    for number, row in rows:
        kind, own = str(row.get("type") or ""), str(row.get("name") or "")
        if _END.match(kind):
            del around[-1:]
            continue
        here = (*around, own)
        if own and wanted in {here, (*around, f"{own}_count")}:
            yield number, row
        if _BEGIN.match(kind):
            around.append(own)


def _column(row: Mapping[str, Any], column: str) -> str:
    names = _ALIASES.get(column, (column,))
    for header in row:
        if header.lower() in names or header.lower().partition("::")[0] in names:
            return header
    return column
