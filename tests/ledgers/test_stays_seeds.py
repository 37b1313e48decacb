"""Stays of invented districts: over many seeds what was planted is found, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.stays import stay_points
from inspector_app.services.fiction_stays import StayFiction, stay_fiction
from inspector_app.services.packs import DEFAULT_REGION, PackService

SEEDS = 200


def test_over_200_seeds_planted_stays_are_found_and_clean_ones_are_left_alone() -> None:
    """Persons of a seed are its own, so all districts stand in one export that is read once."""
    rules = PackService(Path("/nonexistent")).region(DEFAULT_REGION).headcount
    every = StayFiction()
    for seed in range(SEEDS):
        fiction = stay_fiction(seed, first=seed * 100)
        every.rows += fiction.rows
        every.truth |= fiction.truth
    table = read_ledger([SourceFile.of_bytes("明细.csv", every.file())], LedgerKind.BILLING)
    found: dict[str, set[tuple[str, Decimal | None]]] = defaultdict(set)
    for point in stay_points(table.frame, rules):
        found[point.subject].add((point.kind, point.amount))
    assert len(every.truth) >= SEEDS
    assert found == every.truth
