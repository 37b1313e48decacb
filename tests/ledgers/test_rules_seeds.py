"""Billing of invented hospitals: over many seeds what was planted is found, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest

from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.ledger_reading import read_ledger
from inspector_app.ledgers.rules import charge_points
from inspector_app.ledgers.sources import SourceFile
from inspector_app.services.fiction_charges import charge_fiction
from tests.ledgers.charge_tables import shipped

SEEDS = 200
_NOT_KNOWN = Decimal(-1)


@pytest.mark.parametrize("begin", range(0, SEEDS, 50))
def test_planted_charges_are_found_and_clean_patients_are_left_alone(begin: int) -> None:
    for seed in range(begin, begin + 50):
        fiction = charge_fiction(seed)
        first, second = fiction.files()
        sources = [SourceFile.of_bytes("明细1.csv", first), SourceFile.of_bytes("明细2.csv", second)]
        table = read_ledger(sources, LedgerKind.BILLING)
        found: dict[str, set[tuple[str, Decimal, Decimal]]] = defaultdict(set)
        for point in charge_points(table.frame, shipped()):
            amount = point.amount if point.amount is not None else _NOT_KNOWN
            found[point.subject].add((point.rule, point.quantity or Decimal(0), amount))
        assert found == fiction.truth, f"seed {seed}"
