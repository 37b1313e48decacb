"""Rows of ledgers as a person looks them up in the source, and as findings hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inspector_app.domain.held_rows import HeldRows, hold
from inspector_app.domain.ids import LedgerId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.ledger import RowPlace, e4_to_decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One row of a ledger with what it says."""

    source: str
    row: int
    day: date | None
    name: str
    unit: str
    quantity: Decimal | None
    amount: Decimal | None
    fund: Decimal | None
    """Yuan that the fund settled; nothing where the ledger does not tell."""
    person: str
    code: str = ""
    spec: str = ""
    price: Decimal | None = None


def file_names(ledgers: Iterable[ImportedLedger]) -> list[str]:
    """Names of all files, in the order of the rows' file numbers."""
    return [file.name for ledger in ledgers for file in ledger.files]


def counted_files(ledgers: Iterable[ImportedLedger]) -> frozenset[int]:
    """Numbers of the files that inspectors counted themselves."""
    counted = [ledger.stock_room is not None for ledger in ledgers for _ in ledger.files]
    return frozenset(file for file, on_site in enumerate(counted) if on_site)


def line_of(row: Mapping[str, object], names: Sequence[str]) -> LedgerLine:
    """Return a row of a clean table; its file number is a place in ``names``."""

    def text(*fields: str) -> str:
        return next((str(row[field]) for field in fields if row.get(field) is not None), "")

    def number(*fields: str) -> Decimal | None:
        found = next((row[field] for field in fields if row.get(field) is not None), None)
        return e4_to_decimal(found) if isinstance(found, int) else None

    day, file, line = row.get("date"), row.get("file"), row.get("row")
    return LedgerLine(
        source=names[file] if isinstance(file, int) and file < len(names) else "",
        row=line if isinstance(line, int) else 0,
        day=day if isinstance(day, date) else None,
        name=text("name", "local_code", "code", "mode"),
        unit=text("unit"),
        quantity=number("quantity_e4", "closing_e4", "opening_e4"),
        amount=number("amount_e4"),
        fund=number("fund_e4"),
        person=text("patient", "supplier", "patient_id"),
        code=text("trace", "code", "local_code"),
        spec=text("spec"),
        price=number("price_e4"),
    )


def held_rows(ledgers: Sequence[ImportedLedger], places: Iterable[RowPlace]) -> tuple[HeldRows, ...]:
    """Hold rows by their ledger; the places' file numbers run over all files of all ledgers."""
    starts: list[tuple[LedgerId, int]] = []
    for ledger in ledgers:
        starts += [(ledger.id, place) for place in range(len(ledger.files))]

    def own() -> Iterator[tuple[LedgerId, RowPlace]]:
        for place in places:
            ledger_id, file = starts[place.file]
            yield ledger_id, RowPlace(file=file, sheet=place.sheet, row=place.row)

    return hold(own())
