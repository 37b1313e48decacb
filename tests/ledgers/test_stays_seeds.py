"""Stays of invented districts: over many seeds what was planted is found, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.stays import stay_points
from inspector_app.services.fiction_stays import stay_fiction
from inspector_app.services.packs import DEFAULT_REGION, PackService

SEEDS = 200


@pytest.mark.parametrize("begin", range(0, SEEDS, 50))
def test_planted_stays_are_found_and_clean_ones_are_left_alone(begin: int) -> None:
    rules = PackService(Path("/nonexistent")).region(DEFAULT_REGION).headcount
    for seed in range(begin, begin + 50):
        fiction = stay_fiction(seed)
        table = read_ledger([SourceFile.of_bytes("明细.csv", fiction.file())], LedgerKind.BILLING)
        found: dict[str, set[tuple[str, Decimal | None]]] = defaultdict(set)
        for point in stay_points(table.frame, rules):
            found[point.subject].add((point.kind, point.amount))
        assert found == fiction.truth, f"seed {seed}"
