"""Local rules of the stock reconciliation as data: tolerances, mark-ups, ceilings and swap limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """What may differ before anybody is suspected: a quantity in base units, or a share of the available."""

    absolute: Decimal = Decimal(0)
    share: Decimal = Decimal(0)

    def limit(self, available: Fraction) -> Fraction:
        """The larger of both limits, in base units."""
        return max(Fraction(self.absolute), Fraction(self.share) * abs(available))


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTolerance:
    """A tolerance of one item by its code, national or the institution's own."""

    code: str
    tolerance: Tolerance


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceCeiling:
    """The highest price of one unit of an item."""

    code: str
    unit: str
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRules:
    """Everything about stock that a region decides; a rule the region lacks is ``None``."""

    tolerance: Tolerance = field(default_factory=Tolerance)
    herb_tolerance: Tolerance = field(default_factory=lambda: Tolerance(absolute=Decimal(300)))
    """Herbal pieces (饮片) are weighed: the absolute limit is in grams."""
    herb_total_grams: Decimal | None = Decimal(1000)
    """Sum of all herbs' differences from which the herbs are suspected together."""
    items: tuple[ItemTolerance, ...] = ()
    markup_share: Decimal | None = Decimal(0)
    """What may be added to the purchase price; nought is the rule of no mark-up (零差率)."""
    herb_markup_share: Decimal | None = Decimal("0.25")
    swap_share: Decimal = Decimal("0.10")
    """Share by which surplus and shortage of a suspected swap may differ in amount."""
    swap_least_amount: Decimal = Decimal(100)
    edge_days: int = 15
    """Days that a count may lie from the edge of the period and still stand for it."""
    ceilings: tuple[PriceCeiling, ...] = ()

    def tolerance_for(self, codes: frozenset[str], *, is_herb: bool) -> Tolerance:
        """The item's own tolerance where the region names one, else that of herbs or of everything."""
        own = next((item.tolerance for item in self.items if item.code in codes), None)
        if own is not None:
            return own
        return self.herb_tolerance if is_herb else self.tolerance
