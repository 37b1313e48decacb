"""Which column of an export means what: remembered per institution and software, and written as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping as Mapped
from dataclasses import dataclass

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.ledger import FIELDS, NEEDED, LedgerField, LedgerKind
from inspector_app.domain.wording import sentence

_FORMAT = "ledger-mapping/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """A field and where it is found: by its header, else by its place, counted from 0."""

    field: LedgerField
    header: str = ""
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerMapping:
    """How one software's export of one kind is read; it holds for every file of that shape."""

    kind: LedgerKind
    columns: tuple[MappedColumn, ...]
    header_row: int | None = None
    """Line of the first header line, from 1; ``None`` where it is searched for, 0 where there is none."""
    header_lines: int = 1
    sheet: str = ""
    """Empty where every sheet that has the columns is read."""
    left_out: tuple[str, ...] = ()
    """Headers that a person said mean nothing; they are not guessed again."""

    def of(self, field: LedgerField) -> MappedColumn | None:
        """The column taken for a field."""
        return next((column for column in self.columns if column.field is field), None)

    @property
    def missing(self) -> tuple[tuple[LedgerField, ...], ...]:
        """Groups of fields of which the kind needs one and the mapping has none."""
        found = {column.field for column in self.columns}
        return tuple(group for group in NEEDED[self.kind] if not found & set(group))


def mapping_to_json(*mappings: LedgerMapping) -> str:
    """Write mappings as the file that ``--mapping`` reads."""
    return json.dumps(
        {"format": _FORMAT, "ledgers": [_to_plain(mapping) for mapping in mappings]},
        ensure_ascii=False,
        indent=2,
    )


def mapping_from_json(name: str, text: str) -> Mapped[LedgerKind, LedgerMapping]:
    """Read such a file: one mapping a kind; a wrong one is refused with a sentence that names the fault."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused(name, "JSON") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise _refused(name, f"format: {_FORMAT}")
    ledgers = document.get("ledgers")
    if not isinstance(ledgers, list) or not ledgers:
        raise _refused(name, "ledgers")
    mappings = [_from_plain(name, one) for one in ledgers]
    return {mapping.kind: mapping for mapping in mappings}


def _to_plain(mapping: LedgerMapping) -> dict[str, object]:
    plain: dict[str, object] = {"kind": mapping.kind.value}
    if mapping.sheet:
        plain["sheet"] = mapping.sheet
    if mapping.header_row is not None:
        plain["header_row"] = mapping.header_row
        plain["header_lines"] = mapping.header_lines
    plain["columns"] = {
        column.field.value.removesuffix("_e4"): column.header
        if column.header and column.column is None
        else {"header": column.header, "column": (column.column or 0) + 1}
        if column.header
        else {"column": (column.column or 0) + 1}
        for column in mapping.columns
    }
    return plain


_BY_NAME = {
    **{field.value.removesuffix("_e4"): field for field in LedgerField},
    **{field.value: field for field in LedgerField},
}


def _from_plain(name: str, plain: object) -> LedgerMapping:
    if not isinstance(plain, dict):
        raise _refused(name, "ledgers")
    try:
        kind = LedgerKind(plain.get("kind", ""))
    except ValueError as error:
        raise _refused(name, f"kind: {plain.get('kind')}") from error
    columns = plain.get("columns")
    if not isinstance(columns, dict):
        raise _refused(name, "columns")
    sheet, header_row, lines = plain.get("sheet", ""), plain.get("header_row"), plain.get("header_lines", 1)
    if not isinstance(sheet, str) or not (header_row is None or _is_count(header_row)):
        raise _refused(name, "sheet, header_row")
    if lines not in (1, 2, 3):
        raise _refused(name, f"header_lines: {lines}")
    return LedgerMapping(
        kind=kind,
        columns=tuple(_column(name, kind, field, found) for field, found in columns.items()),
        header_row=header_row,
        header_lines=lines,
        sheet=sheet,
    )


def _column(name: str, kind: LedgerKind, label: str, found: object) -> MappedColumn:
    field = _BY_NAME.get(label)
    if field is None or field not in FIELDS[kind]:
        raise _refused(name, f"{kind.value}: {label}")
    if isinstance(found, str) and found:
        return MappedColumn(field=field, header=found)
    if isinstance(found, dict):
        header, number = found.get("header", ""), found.get("column")
        if isinstance(header, str) and (number is None or (_is_count(number) and number > 0)):
            return MappedColumn(field=field, header=header, column=None if number is None else number - 1)
    raise _refused(name, f"{label}: {found}")


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000_000


def _refused(name: str, what: str) -> UnusableInput:
    return UnusableInput(
        sentence(
            "The file {name} is no mapping of columns that this program understands ({what}). "
            "Nothing was changed. Save the mapping again from the mapping page, or correct it.",
            name=name,
            what=what,
        )
    )
