"""Stock reconciliation (进销存核对) of one item: its terms, the difference and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.wording import Sentence, sentence

ZERO = Fraction(0)
_FINEST = Decimal("0.000001")


class StockStatus(StrEnum):
    """What can be said of an item; only the first three rest on a computed difference."""

    SURPLUS = "surplus"
    SHORTAGE = "shortage"
    WITHIN_TOLERANCE = "within_tolerance"
    UNKNOWN_FACTOR = "unknown_factor"
    UNMATCHED_CODE = "unmatched_code"
    NO_COUNT = "no_count"


class StockTerm(StrEnum):
    """The terms of the identity, each with rows of its own."""

    OPENING = "opening"
    PURCHASED = "purchased"
    PURCHASE_RETURNED = "purchase_returned"
    SALES_RETURNED = "sales_returned"
    TRANSFER_IN = "transfer_in"
    TRANSFER_OUT = "transfer_out"
    LOST = "lost"
    OWN_USE = "own_use"
    BILLED_FUND = "billed_fund"
    BILLED_OWN = "billed_own"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class StockTerms:
    """All quantities of one item and period in base units; ``None`` is a figure nobody has, never nought.

    ``billed_fund`` and ``billed_own`` are net of refunds that stand beside them as negative rows;
    ``sales_returned`` are refunds booked elsewhere only, so that none is taken off twice.
    """

    opening: Fraction | None = None
    purchased: Fraction = ZERO
    purchase_returned: Fraction = ZERO
    sales_returned: Fraction = ZERO
    transfer_in: Fraction = ZERO
    transfer_out: Fraction = ZERO
    lost: Fraction = ZERO
    own_use: Fraction = ZERO
    billed_fund: Fraction = ZERO
    billed_own: Fraction = ZERO
    counted: Fraction | None = None

    @property
    def billed(self) -> Fraction:
        return self.billed_fund + self.billed_own - self.sales_returned

    @property
    def loss(self) -> Fraction:
        """Everything that left otherwise than by sale: losses, own use, transfers out less transfers in."""
        return self.lost + self.own_use + self.transfer_out - self.transfer_in

    @property
    def available(self) -> Fraction | None:
        """What can have been sold or used: opening + purchased - returned - loss - counted."""
        if self.opening is None or self.counted is None:
            return None
        return self.opening + self.purchased - self.purchase_returned - self.loss - self.counted

    @property
    def difference(self) -> Fraction | None:
        """Billed less available: above nought billed without goods, below nought goods without a bill."""
        available = self.available
        return None if available is None else self.billed - available

    @property
    def production_difference(self) -> Fraction | None:
        """The same by the formula of production: settled - (opening + bought in - closing - cash sales).

        "Bought in" is everything that came in less everything that went out unsold, goods that
        customers brought back included.
        """
        if self.opening is None or self.counted is None:
            return None
        bought_in = (
            self.purchased
            - self.purchase_returned
            + self.sales_returned
            + self.transfer_in
            - self.transfer_out
            - self.lost
            - self.own_use
        )
        return self.billed_fund - (self.opening + bought_in - self.counted - self.billed_own)


class FactorSource(StrEnum):
    """Where a conversion into base units comes from."""

    UNITS_LEDGER = "units_ledger"
    PACK_TEXT = "pack_text"
    METRIC = "metric"
    SAME_UNIT = "same_unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFactor:
    """One unit is ``factor`` base units; ``said`` is the text or line that says so."""

    unit: str
    factor: Fraction
    source: FactorSource
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StockPeriod:
    """The period that is reconciled, both days inside it; without days everything in the ledgers counts."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise UnusableInput(
                sentence(
                    "The period ends on {last}, before it begins on {first}. Nothing was computed; "
                    "give the days the other way round.",
                    first=self.first,
                    last=self.last,
                )
            )

    @property
    def is_bounded(self) -> bool:
        return self.first is not None or self.last is not None

    def holds(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockLine:
    """One item reconciled: its terms, its factors and its status."""

    key: str
    code: str
    codes: tuple[str, ...] = ()
    local_codes: tuple[str, ...] = ()
    name: str = ""
    spec: str = ""
    makers: tuple[str, ...] = ()
    unit: str = ""
    """The base unit that all quantities are in; empty where it is not known."""
    terms: StockTerms
    known: frozenset[StockTerm] = frozenset()
    """Terms whose figure stands in base units; the others are not known and are never shown as nought."""
    factors: tuple[UnitFactor, ...] = ()
    tolerance: Fraction = ZERO
    is_herb: bool = False
    status: StockStatus
    notes: tuple[Sentence, ...] = ()
    opening_day: date | None = None
    count_day: date | None = None
    price: Decimal | None = None
    """Average price of a base unit as it was billed to the fund, else as it was billed, else bought."""

    @property
    def difference(self) -> Fraction | None:
        if self.status in (StockStatus.UNKNOWN_FACTOR, StockStatus.UNMATCHED_CODE, StockStatus.NO_COUNT):
            return None
        return self.terms.difference

    @property
    def amount(self) -> Decimal | None:
        """Size of the difference in yuan, rounded to fen; ``None`` without a difference or a price."""
        difference = self.difference
        if difference is None or self.price is None:
            return None
        size = abs(as_decimal(difference)) * self.price
        return size.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapPair:
    """A surplus and a shortage of similar amount: one may have been billed in the other's name (串换)."""

    surplus: StockLine
    shortage: StockLine
    surplus_amount: Decimal
    shortage_amount: Decimal


def as_decimal(quantity: Fraction) -> Decimal:
    """The quantity as people write it; what has no end is rounded to six places."""
    exact = Decimal(quantity.numerator) / Decimal(quantity.denominator)
    if Fraction(exact) != quantity:
        exact = exact.quantize(_FINEST, rounding=ROUND_HALF_UP)
    return exact


def written(quantity: Fraction | None) -> str:
    """The quantity as text without trailing noughts or exponents; empty where there is none."""
    if quantity is None:
        return ""
    text = f"{as_decimal(quantity):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def status_of(difference: Fraction, tolerance: Fraction) -> StockStatus:
    """Surplus or shortage, unless the difference is no larger than the tolerance."""
    if abs(difference) <= tolerance:
        return StockStatus.WITHIN_TOLERANCE
    return StockStatus.SURPLUS if difference > 0 else StockStatus.SHORTAGE
