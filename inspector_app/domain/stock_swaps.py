"""Suspected swaps (串换): a surplus and a shortage of similar amount, each item in one pair at most."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from inspector_app.domain.stock import StockLine, StockStatus, SwapPair
from inspector_app.domain.stock_rules import StockRules


def suspected_swaps(lines: Iterable[StockLine], rules: StockRules) -> tuple[SwapPair, ...]:
    """Pair surpluses with shortages by amount, the closest first; amounts too small to tell are left out."""
    surplus: list[tuple[Decimal, StockLine]] = []
    shortage: list[tuple[Decimal, StockLine]] = []
    for line in lines:
        amount = line.amount
        if amount is None or amount < rules.swap_least_amount or amount == 0:
            continue
        if line.status is StockStatus.SURPLUS:
            surplus.append((amount, line))
        elif line.status is StockStatus.SHORTAGE:
            shortage.append((amount, line))
    near = sorted(
        (
            (abs(over - under) / max(over, under), more.key, less.key, over, under, more, less)
            for over, more in surplus
            for under, less in shortage
            if abs(over - under) <= rules.swap_share * max(over, under)
        ),
        key=lambda pair: pair[:3],
    )
    taken: set[str] = set()
    pairs = []
    for _, first, second, over, under, more, less in near:
        if first not in taken and second not in taken:
            taken |= {first, second}
            pairs.append(SwapPair(surplus=more, shortage=less, surplus_amount=over, shortage_amount=under))
    return tuple(sorted(pairs, key=lambda pair: (-pair.surplus_amount, pair.surplus.key)))
