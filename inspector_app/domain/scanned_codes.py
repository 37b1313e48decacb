"""Trace codes scanned on site: read from boxes on the shelf, against what the ledgers say of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector_app.domain.ids import EvidenceId, PersonId
from inspector_app.domain.ledger import RowPlace

_CODE = re.compile(r"(?<!\d)\d{20}(?!\d)")


def codes_of(text: str) -> tuple[str, ...]:
    """Return the trace codes of what a scanner typed or a picture says, each once; full width or not."""
    return tuple(dict.fromkeys(_CODE.findall(unicodedata.normalize("NFKC", text))))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedCode:
    """One box that was there; its id is the code, so that scanning it again changes nothing."""

    id: str
    scanned_at: datetime
    scanned_by: PersonId
    photograph: EvidenceId | None = None
    """The evidence it was read from; nothing where a scanner read the box itself."""


class ScanMeaning(StrEnum):
    """What the ledgers say of a box that is still there."""

    SETTLED = "settled"
    """Billed whole and not refunded, and still on the shelf."""
    NOT_PURCHASED = "not_purchased"
    BOUGHT = "bought"
    OPENED = "opened"
    """Settled by the piece only: the box may be there."""
    UNKNOWN = "unknown"
    """No ledger that was taken in can say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFacts:
    """What stands in the ledgers under one code."""

    code: str
    name: str = ""
    settled: int = 0
    """Whole boxes settled, refunds taken off."""
    opened: bool = False
    settled_first: date | None = None
    settled_last: date | None = None
    bought: date | None = None
    is_bought: bool = False
    purchases_have_codes: bool = False
    rows: tuple[RowPlace, ...] = ()

    @property
    def meaning(self) -> ScanMeaning:
        if self.settled > 0:
            return ScanMeaning.SETTLED
        if self.purchases_have_codes and not self.is_bought:
            return ScanMeaning.NOT_PURCHASED
        if self.opened:
            return ScanMeaning.OPENED
        return ScanMeaning.BOUGHT if self.is_bought else ScanMeaning.UNKNOWN
