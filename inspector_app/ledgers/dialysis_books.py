"""The ledgers of an inspection as the dialysis reconciliation takes them."""

from __future__ import annotations

from inspector_app.domain.dialysis import DialysisResult
from inspector_app.domain.ledger import LedgerKind
from inspector_app.ledgers.books import Books
from inspector_app.ledgers.dialysis import DialysisLedgers, reconcile_dialysis
from inspector_app.ledgers.dialysis_reading import together


def reconcile_books(books: Books) -> DialysisResult:
    """Reconcile what was taken in; sales are bills of a pharmacy's counter."""
    billed = [frame for kind, frame in books.frames if kind in (LedgerKind.BILLING, LedgerKind.SALES)]
    everything = together(billed)
    if everything is None:
        raise KeyError(LedgerKind.BILLING)
    ledgers = DialysisLedgers(
        billed=everything,
        records=books.needed(LedgerKind.TREATMENTS),
        purchases=books.given(LedgerKind.PURCHASES),
        returns=books.given(LedgerKind.PURCHASE_RETURNS),
        schedule=books.given(LedgerKind.SCHEDULE),
        stock=books.given(LedgerKind.STOCK),
        changes=books.given(LedgerKind.STOCK_CHANGES),
        deaths=books.given(LedgerKind.DEATHS),
    )
    return reconcile_dialysis(ledgers, books.region.dialysis)
