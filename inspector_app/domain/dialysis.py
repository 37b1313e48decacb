"""What the dialysis reconciliation counts: sessions of a patient in a month, dialysers of a model."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class DialysisCount:
    """The counts of one patient in one month; a ledger that does not cover the month counts nothing."""

    patient: str
    number: str
    """The person's number as the bills give it, else as the records do; empty where none does."""
    month: str
    """As 2026-03."""
    billed: Decimal
    recorded: Decimal | None
    scheduled: Decimal | None = None
    dialysers: Decimal | None = None
    """Dialysers billed, net of refunds; ``None`` where no ledger bills any."""
    rows: tuple[RowPlace, ...] = ()

    @property
    def recorded_differs(self) -> bool:
        return self.recorded is not None and self.recorded != self.billed

    @property
    def scheduled_differs(self) -> bool:
        """Whether less was planned than billed; who was planned and did not come contradicts nothing."""
        return self.scheduled is not None and self.scheduled < self.billed

    @property
    def dialysers_differ(self) -> bool:
        """Whether more dialysers were billed than sessions; a price may cover them."""
        return self.dialysers is not None and self.dialysers > self.billed

    @property
    def agrees(self) -> bool:
        """Whether no ledger that covers the month contradicts the bills."""
        return not (self.recorded_differs or self.scheduled_differs or self.dialysers_differ)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """One model of dialysers: what came, what is left, what sessions and bills say."""

    model: str
    opening: Decimal | None
    purchased: Decimal
    returned: Decimal
    counted: Decimal | None
    recorded: Decimal
    billed: Decimal

    @property
    def consumed(self) -> Decimal | None:
        """Opening + purchased - returned - counted; ``None`` without a count."""
        if self.opening is None or self.counted is None:
            return None
        return self.opening + self.purchased - self.returned - self.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class DialysisResult:
    """Everything that is pointed at, the counts it rests on, and what could not be used."""

    points: tuple[LedgerPoint, ...] = ()
    counts: tuple[DialysisCount, ...] = ()
    models: tuple[ModelUse, ...] = ()
    set_aside: tuple[tuple[str, int], ...] = ()
    """Reason (a stable word of ``SetAside``) and how many rows were not used for it."""
    months_not_covered: tuple[str, ...] = ()
    """Months with bills that no treatment record covers: nothing is compared there."""
