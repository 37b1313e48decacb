"""What a reconciliation of ledgers points at: one line of its result, with the rows that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inspector_app.domain.ledger import RowPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPoint:
    """One suspicion as a rule sees it, before a person decides; texts are Chinese, as documents are."""

    kind: str
    """Stable word for what it is, such as ``trace_duplicate``."""
    subject: str
    """Whom or what it is about: a person's number, a trace code, a ward."""
    ward_or_item: str = ""
    first: date | None = None
    last: date | None = None
    quantity: Decimal | None = None
    amount: Decimal | None = None
    """In yuan, by the price that the fund settled."""
    rows: tuple[RowPlace, ...] = ()
    rule: str
    explanation: str
    title: str = ""
    """What the rule calls it, where a kind of point has many rules."""
    title_en: str = ""
    category: str = ""
    """Identity of the category that the rule names, instead of the kind's."""
    clauses: tuple[str, ...] = ()

    @property
    def period(self) -> str:
        """The day, or the first and the last one."""
        days = [day.isoformat() for day in (self.first, self.last) if day is not None]
        return "/".join(dict.fromkeys(days))
