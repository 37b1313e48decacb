"""Which ledgers a file holds: one, or one a sheet; exports read before are known by their headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_mapping import LedgerMapping
from inspector_app.ledgers.ledger_headers import guess_kind, guess_layout, layout_of
from inspector_app.ledgers.opened import open_ledger
from inspector_app.ledgers.reading import Row
from inspector_app.ledgers.sources import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLedger:
    """One ledger of a file, and the remembered export that it looks like."""

    sheet: str = ""
    """Empty where the whole file is one ledger."""
    kind: LedgerKind | None
    remembered: LedgerMapping | None = None


def ledgers_in(source: SourceFile, remembered: Sequence[LedgerMapping]) -> tuple[HeldLedger, ...]:
    """Recognise every sheet; sheets of one kind, and those that are no ledger beside them, are one."""
    opened = open_ledger(source)
    if len(opened.sheets) == 1:
        return (_held(opened.head(0), f"{source.name} {opened.sheets[0]}", remembered),)
    found: list[HeldLedger] = []
    by_header: dict[tuple[str, ...], HeldLedger] = {}
    for number, name in enumerate(opened.sheets):
        rows = opened.head(number)
        one = _held(rows, name, remembered)
        if one.kind is not None:
            # Wards and months of one export are one kind, whatever their sheets are called.
            one = by_header.setdefault(guess_layout(rows, one.kind).headers, one)
        if any(any(row) for row in rows):
            found.append(HeldLedger(sheet=name, kind=one.kind, remembered=one.remembered))
    kinds = {one.kind for one in found if one.kind is not None}
    if len(kinds) > 1:
        return tuple(found)
    known = next((one for one in found if one.kind is not None), None)
    if known is None:
        return (_held(opened.head(0), source.name, remembered),)
    return (HeldLedger(kind=known.kind, remembered=known.remembered),)


def _held(rows: Sequence[Row], name: str, remembered: Sequence[LedgerMapping]) -> HeldLedger:
    kind = guess_kind(rows, name)
    fitting = [mapping for mapping in remembered if _fits(rows, mapping)]
    best = max(fitting, key=lambda mapping: (len(mapping.columns), mapping.kind is kind), default=None)
    if best is None:
        newest = next((mapping for mapping in remembered if mapping.kind is kind), None)
        return HeldLedger(kind=kind, remembered=newest)
    guessed = len(guess_layout(rows, kind).columns) if kind is not None else 0
    if best.kind is not kind and len(best.columns) < guessed:
        # A short list of headers stands in many exports; it outweighs no better guess.
        own = [mapping for mapping in fitting if mapping.kind is kind]
        return HeldLedger(kind=kind, remembered=own[0] if own else None)
    return HeldLedger(kind=best.kind, remembered=best)


def _fits(rows: Sequence[Row], mapping: LedgerMapping) -> bool:
    """Whether every column that was chosen stands here under its header."""
    if mapping.header_row == 0 or not all(column.header for column in mapping.columns):
        return False
    layout = layout_of(rows, mapping)
    return not layout.missing and len(layout.columns) == len(mapping.columns)
