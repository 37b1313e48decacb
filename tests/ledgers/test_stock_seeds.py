"""Two hundred invented years: everything planted is found, and nothing clean is accused."""

from __future__ import annotations

from typing import Any

import pytest

from inspector_app.domain.stock import StockPeriod, written
from inspector_app.services.fiction_stock import FIRST, LAST, STORIES, StockFiction, stock_fiction
from tests.ledgers.stock_tables import reconciled

_WORDS = {"own": "self_pay", "base": "base_unit", "factor": "numerator", "local": "local_code"}
_CHANGES = {"调入": "transfer_in", "调出": "transfer_out", "报损": "loss", "科室自用": "own_use"}
_BOOKS = {"changes": "stock_changes"}


def _books(fiction: StockFiction) -> dict[str, list[dict[str, Any]]]:
    ledgers = ("billing", "purchases", "purchase_returns", "changes", "sales_returns", "stock", "units")
    return {
        _BOOKS.get(ledger, ledger): [
            {
                _WORDS.get(name, name): _CHANGES.get(str(value), value) if name == "change" else value
                for name, value in row.items()
            }
            for row in getattr(fiction, ledger)
        ]
        for ledger in ledgers
    }


@pytest.mark.parametrize("seed", range(200))
def test_everything_planted_is_found_and_nothing_clean_accused(seed: int) -> None:
    fiction = stock_fiction(seed)
    period = StockPeriod(first=FIRST, last=LAST) if fiction.late else None
    result = reconciled(period=period, **_books(fiction))
    said = {line.code: (line.status.value, written(line.difference)) for line in result.lines}
    true = {
        code: (truth.status, "" if truth.difference is None else str(truth.difference))
        for code, truth in fiction.truth.items()
    }
    assert said == true, {code: truth.story for code, truth in fiction.truth.items()}
    assert all(line.terms.difference == line.terms.production_difference for line in result.lines)


def test_the_invented_year_has_every_story_and_every_answer() -> None:
    fiction = stock_fiction(1)
    assert len(fiction.truth) == len(STORIES) + 3
    assert {truth.status for truth in fiction.truth.values()} == {
        "surplus",
        "shortage",
        "within_tolerance",
        "unknown_factor",
        "unmatched_code",
        "no_count",
    }


def test_the_year_comes_counted_late_and_in_columns() -> None:
    assert {stock_fiction(seed).late for seed in range(8)} == {True, False}
