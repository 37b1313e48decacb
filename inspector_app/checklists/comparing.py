"""Two tables of a checklist side by side: questions and choices that were added, removed or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from inspector_app.checklists.table_columns import meaning_of_column
from inspector_app.checklists.tables import Sheet
from inspector_app.domain.checklist_shelf import CellChange, Change, RowChange

_BEGIN = re.compile(r"begin[ _]", re.IGNORECASE)
_END = re.compile(r"end[ _]", re.IGNORECASE)
_GROUP = "group"
"""Stands for the groups around a question, as if they were a column."""
Row = Mapping[str, str]


def compare_tables(before: Sequence[Sheet], after: Sequence[Sheet]) -> tuple[tuple[RowChange, ...], int]:
    """Return what differs, in the order of the later table, and how many questions are the same."""
    found: list[RowChange] = []
    same = 0
    for sheet in ("survey", "choices", "settings"):
        old, new = dict(_rows(before, sheet)), dict(_rows(after, sheet))
        changes = list(_changes(sheet, old, new))
        found.extend(changes)
        if sheet == "survey":
            same = sum(1 for key in new if key in old) - sum(
                1 for one in changes if one.change is Change.CHANGED
            )
    return tuple(found), same


def _rows(sheets: Sequence[Sheet], name: str) -> Iterator[tuple[str, Row]]:
    sheet = next((one for one in sheets if one.name.lower() == name), None)
    around: list[str] = []
    seen: dict[str, int] = {}
    for _, row in sheet.entries() if sheet is not None else ():
        cells = {_column(header): cell for header, cell in row.items()}
        if name == "settings":
            yield name, cells
            return
        if name == "choices":
            key = f"{cells.get('list_name', '')} · {cells.get('name', '')}"
        else:
            kind = cells.get("type", "")
            if _END.match(kind):
                del around[-1:]
                continue
            key = cells.get("name", "")
            cells[_GROUP] = " / ".join(around)
            if _BEGIN.match(kind):
                around.append(key)
        if not key:
            continue
        # Questions of one name in several groups are told apart by their order.
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key} ({seen[key]})", cells


def _column(header: str) -> str:
    kind, language = meaning_of_column(header)
    return f"{kind}::{language}" if language else kind


def _changes(sheet: str, old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[RowChange]:
    for key, row in new.items():
        if key not in old:
            yield RowChange(sheet=sheet, change=Change.ADDED, name=key, after=_text(row))
            continue
        before = old[key]
        cells = tuple(
            CellChange(column=column, before=before.get(column, ""), after=row.get(column, ""))
            for column in dict.fromkeys((*row, *before))
            if before.get(column, "") != row.get(column, "")
        )
        if cells:
            yield RowChange(
                sheet=sheet,
                change=Change.CHANGED,
                name=key,
                before=_text(before),
                after=_text(row),
                cells=cells,
            )
    for key, row in old.items():
        if key not in new:
            yield RowChange(sheet=sheet, change=Change.REMOVED, name=key, before=_text(row))


def _text(row: Row) -> str:
    return next((cell for column, cell in row.items() if column.partition("::")[0] == "label"), "")
