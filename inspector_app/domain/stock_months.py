"""An item month by month: what was at hand, and what was billed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from inspector_app.domain.stock import ZERO, StockTerm, StockTerms

_IN = {
    StockTerm.PURCHASED: 1,
    StockTerm.TRANSFER_IN: 1,
    StockTerm.PURCHASE_RETURNED: -1,
    StockTerm.TRANSFER_OUT: -1,
    StockTerm.LOST: -1,
    StockTerm.OWN_USE: -1,
}
_BILLED = {StockTerm.BILLED_FUND: 1, StockTerm.BILLED_OWN: 1, StockTerm.SALES_RETURNED: -1}
MONTHLY = frozenset({*_IN, *_BILLED})
"""Terms that happen on days; the others stand for the ends of the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockMonth:
    """One month in base units; more billed than at hand is billed without goods."""

    month: str
    """Such as ``2025-03``."""
    at_hand: Fraction
    """What the months before left, and what came in and went out unsold in this one."""
    billed: Fraction

    @property
    def is_short(self) -> bool:
        return self.billed > self.at_hand


def stock_months(
    terms: StockTerms, sums: Mapping[StockTerm, Mapping[str, Fraction]]
) -> tuple[StockMonth, ...]:
    """Put the sums of the months in a row; nothing where they do not add up to the terms of the period.

    A term that was corrected for the days of its counts, or paired refunds, cannot be told by month.
    """
    if terms.opening is None:
        return ()
    for term in MONTHLY:
        if sum(sums.get(term, {}).values(), ZERO) != getattr(terms, term.value):
            return ()
    months = sorted({month for by_month in sums.values() for month in by_month})
    level, found = terms.opening, []
    for month in months:
        level += sum((sign * sums.get(term, {}).get(month, ZERO) for term, sign in _IN.items()), ZERO)
        billed = sum((sign * sums.get(term, {}).get(month, ZERO) for term, sign in _BILLED.items()), ZERO)
        found.append(StockMonth(month=month, at_hand=level, billed=billed))
        level -= billed
    return tuple(found)
