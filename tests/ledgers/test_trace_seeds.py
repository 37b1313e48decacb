"""Trace codes of invented pharmacies: over many seeds what was planted is found, and nothing else."""

from __future__ import annotations

import pytest

from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.sources import SourceFile
from inspector_app.ledgers.trace import trace_points
from inspector_app.services.fiction_trace import trace_fiction

SEEDS = 200


@pytest.mark.parametrize("begin", range(0, SEEDS, 50))
def test_planted_codes_are_found_and_clean_ones_are_left_alone(begin: int) -> None:
    for seed in range(begin, begin + 50):
        fiction = trace_fiction(seed, rounds=2)
        settled = read_ledger([SourceFile.of_bytes("结算.csv", fiction.settled_file())], LedgerKind.SETTLED)
        bought = read_ledger([SourceFile.of_bytes("入库.csv", fiction.bought_file())], LedgerKind.PURCHASES)
        found = {point.subject: point.kind for point in trace_points(settled.frame, bought.frame)}
        assert found == fiction.truth, f"seed {seed}"
