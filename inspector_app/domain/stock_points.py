"""What a stock reconciliation finds beside the difference: prices above the rule, papers that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from inspector_app.domain.ids import PersonId
from inspector_app.domain.ledger import RowPlace


class PriceRule(StrEnum):
    """Which rule a billed price breaks."""

    MARKUP = "markup"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePoint:
    """Billings of one item and unit at one price above what may be asked for."""

    key: str
    code: str
    name: str
    rule: PriceRule
    unit: str
    price: Decimal
    allowed: Decimal
    """In the same unit: the highest purchase price of the period with the mark-up allowed, or the ceiling."""
    quantity: Decimal
    over: Decimal
    """(price - allowed) × quantity in yuan, rounded to fen."""
    rows: int


class PaperKind(StrEnum):
    """The papers that a purchase must have."""

    INVOICE = "invoice"
    DELIVERY_NOTE = "delivery_note"


class PaperStanding(StrEnum):
    """How a paper stands beside the purchases."""

    MISSING = "missing"
    """Named by a purchase and not shown."""
    SEEN = "seen"
    UNNAMED = "unnamed"
    """A purchase that names no such paper."""
    UNKNOWN = "unknown"
    """Shown, and named by no purchase."""


def paper_number(text: str) -> str:
    """A number as papers are compared: without spaces, in capitals."""
    return "".join(text.split()).upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSeen:
    """A paper that was shown on site; its id is kind and number."""

    id: str
    kind: PaperKind
    number: str
    seen_at: datetime
    seen_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchasePaper:
    """One invoice or delivery note that the purchase ledger names, with the purchases that rest on it."""

    kind: PaperKind
    number: str
    suppliers: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    amount: Decimal
    rows: int
    places: tuple[RowPlace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseWithoutPaper:
    """A purchase whose line names no invoice or no delivery note."""

    kind: PaperKind
    place: RowPlace
    code: str
    name: str
    supplier: str
    day: date | None
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """Papers ticked against the purchase ledger."""

    seen: tuple[PurchasePaper, ...]
    missing: tuple[PurchasePaper, ...]
    """Named in the ledger and not shown on site."""
    unnamed: tuple[PurchaseWithoutPaper, ...]
    unknown: tuple[tuple[PaperKind, str], ...]
    """Shown on site and named by no purchase."""
