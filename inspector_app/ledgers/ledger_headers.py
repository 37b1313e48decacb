"""Guesses which kind of ledger a sheet is and what each of its columns means, saying why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from inspector_app.domain.ledger import FIELDS, NEEDED, TYPES, ColumnGuess, FieldType, LedgerField, LedgerKind
from inspector_app.domain.ledger_mapping import LedgerMapping, MappedColumn
from inspector_app.domain.roster import GuessGround
from inspector_app.ledgers import values
from inspector_app.ledgers.header_lines import find_header_lines, header_key, join_header_lines
from inspector_app.ledgers.headers import reason_of
from inspector_app.ledgers.reading import Row
from inspector_app.ledgers.synonyms import NAMES, NOT_PART, PARTS, known_headers, marks

_SAMPLES = 3
_SAMPLED_ROWS = 200
_CONFIDENCE = {
    GuessGround.REMEMBERED: 95,
    GuessGround.KNOWN_HEADER: 90,
    GuessGround.PARTIAL_HEADER: 60,
    GuessGround.VALUES: 40,
    GuessGround.CHOSEN: 100,
    GuessGround.NONE: 0,
}
_BY_VALUES: tuple[tuple[LedgerField, str], ...] = (
    (LedgerField.TRACE, r"\d{20}(\|\d{20})*"),
    (LedgerField.CODE, r"[XZTB][A-Z0-9]{19,22}|C\d{14,26}|00\d{13}"),
    (LedgerField.PATIENT_ID, r"\d{17}[\dXx]"),
    (LedgerField.INSTITUTION_CODE, r"[HP]\d{11}"),
    (LedgerField.SEX, r"[男女]性?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a sheet's header stands and which column is which field."""

    kind: LedgerKind
    header_row: int
    """Index of the first header line, -1 where there is none."""
    header_lines: int
    headers: tuple[str, ...]
    columns: tuple[tuple[LedgerField, int], ...]

    @property
    def first(self) -> int:
        """Index of the first line below the header."""
        return self.header_row + self.header_lines if self.header_row >= 0 else 0

    @property
    def missing(self) -> tuple[tuple[LedgerField, ...], ...]:
        """Groups of fields of which the kind needs one and the sheet has none."""
        found = {field for field, _ in self.columns}
        return tuple(group for group in NEEDED[self.kind] if not found & set(group))

    def mapping(self, sheet: str = "") -> LedgerMapping:
        """The same as something to remember: by header where it has one, else by place."""
        keys = [header_key(header) for header in self.headers]

        def column(field: LedgerField, place: int) -> MappedColumn:
            header = self.headers[place] if place < len(self.headers) else ""
            alone = header and keys.count(header_key(header)) == 1
            return MappedColumn(field=field, header=header, column=None if alone else place)

        return LedgerMapping(
            kind=self.kind,
            columns=tuple(column(field, place) for field, place in self.columns),
            header_row=None if self.headers else 0,
            header_lines=self.header_lines or 1,
            sheet=sheet,
        )


def guess_kind(rows: Sequence[Row], name: str = "") -> LedgerKind | None:
    """The kind that the headers speak for; the file's name decides between kinds that fit alike."""
    best, best_score = None, 0.0
    for kind in LedgerKind:
        layout = guess_layout(rows, kind)
        if layout.missing or len(layout.columns) < 2:
            continue
        keys = {header_key(header) for header in layout.headers}
        score = len(layout.columns) + 3.0 * len(keys & marks(kind))
        score += 4.0 * any(word.lower() in name.lower() for word in NAMES[kind].split())
        if kind in (LedgerKind.PURCHASE_RETURNS, LedgerKind.SALES_RETURNS):
            # They share the headers of 3503 and 3505: only a name or a mark of their own speaks for them.
            score += 3.0 * any(word in name for word in NAMES[kind].split()) - 0.5
        if score > best_score:
            best, best_score = kind, score
    return best


def guess_layout(
    rows: Sequence[Row],
    kind: LedgerKind,
    remembered: LedgerMapping | None = None,
    header: tuple[int, int] | None = None,
) -> Layout:
    """The sheet's columns as a mapping says, or as they are guessed from headers and values."""
    found = _found(rows, kind, remembered, header)
    return found[0]


def guess_columns(
    rows: Sequence[Row],
    kind: LedgerKind,
    remembered: LedgerMapping | None = None,
    header: tuple[int, int] | None = None,
) -> tuple[Layout, tuple[ColumnGuess, ...]]:
    """The same, with reason and samples for every column of the sheet."""
    layout, grounds = _found(rows, kind, remembered, header)
    data = rows[layout.first : layout.first + _SAMPLED_ROWS]
    width = max([len(layout.headers), *(len(row) for row in data)], default=0)
    fields = {column: field for field, column in layout.columns}
    return layout, tuple(
        _guess(column, layout, fields.get(column), grounds.get(column, GuessGround.NONE), data)
        for column in range(width)
    )


def layout_of(rows: Sequence[Row], mapping: LedgerMapping) -> Layout:
    """A mapping applied to a sheet: nothing is guessed, what is not there is left out."""
    keys = {header_key(column.header): column.field for column in mapping.columns if column.header}
    if mapping.header_row is None:
        start, lines = find_header_lines(rows, keys, most=3)
        if start < 0 and len(keys) == 1:
            start, lines = _single(rows, set(keys))
    else:
        start, lines = (mapping.header_row - 1, mapping.header_lines) if mapping.header_row else (-1, 0)
    headers = join_header_lines(rows[start : start + lines], keys) if start >= 0 else ()
    there = [header_key(header) for header in headers]
    width = max(len(headers), max((len(row) for row in rows), default=0))
    columns: list[tuple[LedgerField, int]] = []
    for column in mapping.columns:
        key = header_key(column.header)
        if column.header and key in there:
            at = column.column
            same = at is not None and at < len(there) and there[at] == key
            columns.append((column.field, at if same and at is not None else there.index(key)))
        elif not column.header and column.column is not None and column.column < width:
            columns.append((column.field, column.column))
    return Layout(
        kind=mapping.kind, header_row=start, header_lines=lines, headers=headers, columns=tuple(columns)
    )


def _single(rows: Sequence[Row], keys: set[str]) -> tuple[int, int]:
    for index, row in enumerate(rows[:40]):
        if any(header_key(cell) in keys for cell in row):
            return index, 1
    return -1, 0


def _found(
    rows: Sequence[Row],
    kind: LedgerKind,
    remembered: LedgerMapping | None,
    header: tuple[int, int] | None,
) -> tuple[Layout, dict[int, GuessGround]]:
    known = known_headers(kind)
    before = {
        header_key(column.header): column.field
        for column in (remembered.columns if remembered and remembered.kind is kind else ())
        if column.header
    }
    start, lines = header or find_header_lines(rows, {**known, **before}, most=3)
    headers = join_header_lines(rows[start : start + lines], {**known, **before}) if start >= 0 else ()
    keys = [header_key(name) for name in headers]
    chosen: dict[int, tuple[LedgerField, GuessGround]] = {}
    nothing = set(map(header_key, remembered.left_out)) if remembered and remembered.kind is kind else set()
    passed_over = {column for column, key in enumerate(keys) if key in nothing}

    def offer(column: int, field: LedgerField, ground: GuessGround) -> None:
        if (
            column not in chosen
            and column not in passed_over
            and field not in {taken for taken, _ in chosen.values()}
        ):
            chosen[column] = (field, ground)

    for column, key in enumerate(keys):
        if key in before:
            offer(column, before[key], GuessGround.REMEMBERED)
    exact = [(known[key][1], column, known[key][0]) for column, key in enumerate(keys) if key in known]
    for _, column, field in sorted(exact):
        offer(column, field, GuessGround.KNOWN_HEADER)
    for word, field in PARTS:
        for column, key in enumerate(keys):
            if word in key and field in FIELDS[kind] and not any(part in key for part in NOT_PART):
                offer(column, field, GuessGround.PARTIAL_HEADER)
    data = rows[start + lines : start + lines + _SAMPLED_ROWS] if start >= 0 else rows[:_SAMPLED_ROWS]
    for column in range(max((len(row) for row in data), default=0)):
        if column not in chosen and (by_values := _by_values(data, column, kind)):
            offer(column, by_values, GuessGround.VALUES)
    layout = Layout(
        kind=kind,
        header_row=start,
        header_lines=lines,
        headers=headers,
        columns=tuple((field, column) for column, (field, _) in sorted(chosen.items())),
    )
    return layout, {column: ground for column, (_, ground) in chosen.items()}


def _by_values(data: Sequence[Row], column: int, kind: LedgerKind) -> LedgerField | None:
    cells = [values.folded(row[column]) for row in data if column < len(row) and row[column]]
    if len(cells) < 3:
        return None
    for field, pattern in _BY_VALUES:
        if field in FIELDS[kind] and sum(bool(re.fullmatch(pattern, cell)) for cell in cells) >= 0.8 * len(
            cells
        ):
            return field
    return None


def fits(layout: Layout, rows: Sequence[Row]) -> bool:
    """Whether lines without a header go on where a table with this layout stopped."""
    typed = [
        (field, column) for field, column in layout.columns if TYPES[field] in (FieldType.E4, FieldType.DATE)
    ]
    good = cells = 0
    for row in rows[:50]:
        for field, column in typed:
            if column < len(row) and row[column]:
                cells += 1
                good += _reads(field, row[column])
    return cells > 0 and good >= 0.8 * cells


def _reads(field: LedgerField, text: str) -> bool:
    try:
        if TYPES[field] is FieldType.E4:
            return values.e4_value(text, field) is not None
        return values.date_value(text) is not None
    except values.NotReadable:
        return False


def _guess(
    column: int, layout: Layout, field: LedgerField | None, ground: GuessGround, data: Sequence[Row]
) -> ColumnGuess:
    header = layout.headers[column] if column < len(layout.headers) else ""
    samples = tuple(dict.fromkeys(row[column] for row in data if column < len(row) and row[column]))[
        :_SAMPLES
    ]
    national = ground is GuessGround.KNOWN_HEADER and header.isascii()
    return ColumnGuess(
        column=column,
        header=header,
        field=field,
        ground=ground,
        reason=reason_of(ground, header),
        samples=samples,
        confidence=100 if national else _CONFIDENCE[ground],
    )


def with_chosen(columns: Sequence[ColumnGuess], layout: Layout) -> tuple[ColumnGuess, ...]:
    """The columns as a layout has them; whatever differs from the guess was chosen by hand."""
    fields = {column: field for field, column in layout.columns}
    return tuple(
        column
        if column.field is fields.get(column.column)
        else replace(
            column,
            field=fields.get(column.column),
            ground=GuessGround.CHOSEN,
            reason=reason_of(GuessGround.CHOSEN, column.header),
            confidence=_CONFIDENCE[GuessGround.CHOSEN],
        )
        for column in columns
    )
