"""Rows of ledgers that findings claim, with what they say; a row that two claim is found (D6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from inspector_app.domain.held_rows import HeldRows, identities, united
from inspector_app.domain.ids import FindingId, LedgerId
from inspector_app.domain.imported_ledger import ImportedLedger
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.suspicion import Suspicion
from inspector_app.services.ledger_lines import LedgerLine, line_of

if TYPE_CHECKING:
    from inspector_app.storage.store import Store

Claimed = tuple[LedgerId, RowPlace, LedgerLine]
"""A row by its identity, and what it says."""


def rows_of(suspicions: Iterable[Suspicion], finding: FindingId) -> tuple[HeldRows, ...]:
    """Return the rows that a finding claims through the suspicions that became it."""
    return united(one.rows for one in suspicions if one.finding == finding)


def lines_of(store: Store, groups: Sequence[tuple[HeldRows, ...]]) -> list[list[Claimed]]:
    """Return for each group its rows in the order of the sources; every ledger is read once."""
    from inspector_app.ledgers.ledger_table import open_parquet
    from inspector_app.ledgers.stored import lines_at

    wanted: dict[LedgerId, dict[RowPlace, LedgerLine]] = {}
    every = united(groups)
    for ledger_id in sorted({held.ledger for held in every}):
        ledger = store.get(ImportedLedger, ledger_id)
        if ledger is None:
            continue
        places = [place for held in every if held.ledger == ledger_id for place in held.places]
        names = [file.name for file in ledger.files]
        frame = open_parquet(store.blobs.read(ledger.table)).frame
        wanted[ledger_id] = dict(_placed(lines_at(frame, places), names))
    return [
        [
            (ledger, place, wanted[ledger][place])
            for ledger, place in sorted(
                identities(group), key=lambda one: (one[0], one[1].file, one[1].sheet, one[1].row)
            )
            if place in wanted.get(ledger, {})
        ]
        for group in groups
    ]


def _placed(rows: Iterable[dict[str, object]], names: Sequence[str]) -> Iterator[tuple[RowPlace, LedgerLine]]:
    for row in rows:
        file, sheet, line = row["file"], row["sheet"], row["row"]
        if isinstance(file, int) and isinstance(sheet, int) and isinstance(line, int):
            yield RowPlace(file=file, sheet=sheet, row=line), line_of(row, names)
