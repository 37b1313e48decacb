"""Reconciliations whose result are points: what each reads, what each point is called and leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector_app.domain.ids import PersonId
from inspector_app.domain.ledger import LedgerKind
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.domain.wording import Sentence, sentence


class PointsWork(StrEnum):
    """One kind of reconciliation; the value is stable, it stands in keys of suspicions."""

    TRACE = "trace"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLedgers:
    """The ledgers that a reconciliation reads; it cannot begin without ``needed``."""

    needed: tuple[LedgerKind, ...]
    also: tuple[LedgerKind, ...] = ()

    @property
    def kinds(self) -> tuple[LedgerKind, ...]:
        return (*self.needed, *self.also)


LEDGERS: Mapping[PointsWork, WorkLedgers] = {
    PointsWork.TRACE: WorkLedgers(needed=(LedgerKind.SETTLED,), also=(LedgerKind.PURCHASES,)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointKind:
    """What a kind of point is called: ``name`` on the screen, ``title`` in documents."""

    name: Sentence
    title: str
    category: str
    """Identity of the second-level category that a finding of it would have."""
    clauses: tuple[str, ...] = ()


POINT_KINDS: Mapping[str, PointKind] = {
    "trace_invalid": PointKind(
        name=sentence("Not a trace code"), title="追溯码不是20位数字", category="trace-code"
    ),
    "trace_duplicate": PointKind(
        name=sentence("Settled more than once"), title="同一追溯码多次结算", category="trace-code"
    ),
    "trace_two_institutions": PointKind(
        name=sentence("Settled in two institutions"), title="同一追溯码在多家机构结算", category="trace-code"
    ),
    "trace_not_purchased": PointKind(
        name=sentence("Settled, never bought"), title="结算的追溯码无采购入库记录", category="trace-code"
    ),
    "trace_before_purchase": PointKind(
        name=sentence("Settled before it was bought"), title="追溯码结算早于采购入库", category="trace-code"
    ),
    "trace_without_delivery_note": PointKind(
        name=sentence("No delivery note"), title="追溯码入库无随货同行单", category="trace-code"
    ),
}
"""By the stable word of the point."""


def key_of(point: LedgerPoint) -> str:
    """What a point is about, the same each time it is found in the same ledgers."""
    return "|".join((point.kind, point.rule, point.subject, point.ward_or_item, point.period))


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSetAside:
    """A person's word that a point does not hold, with the reason; its id is the point's key."""

    id: str
    reason: str
    by: PersonId
    at: datetime
