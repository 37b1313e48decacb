"""Billed prices above what may be asked for, as suspicions: one for each rule, with its rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector_app.domain.evidence import Target, TargetKind
from inspector_app.domain.ids import SuspicionId
from inspector_app.domain.ledger import LedgerKind, RowPlace
from inspector_app.domain.money import figures
from inspector_app.domain.stock_points import PricePoint, PriceRule
from inspector_app.domain.suspicion import Figure, Suspicion
from inspector_app.services.ledger_lines import held_rows

if TYPE_CHECKING:
    from inspector_app.domain.imported_ledger import ImportedLedger
    from inspector_app.services.desk import Desk

PRICE = "stock-price"
_TITLES = {PriceRule.MARKUP: "加价销售药品耗材", PriceRule.CEILING: "超过最高限价收费"}
_ALLOWED = {PriceRule.MARKUP: "按购进价可收", PriceRule.CEILING: "最高限价"}
_LISTED = 20


def price_suspicions(
    desk: Desk, ledgers: Sequence[ImportedLedger], prices: Sequence[tuple[PricePoint, tuple[RowPlace, ...]]]
) -> list[Suspicion]:
    """Raise each rule once, the dearest items in front."""
    found = []
    for rule in PriceRule:
        broken = [(point, rows) for point, rows in prices if point.rule is rule]
        if broken:
            found.append(_suspicion(desk, ledgers, rule, broken))
    return found


def _suspicion(
    desk: Desk,
    ledgers: Sequence[ImportedLedger],
    rule: PriceRule,
    broken: Sequence[tuple[PricePoint, tuple[RowPlace, ...]]],
) -> Suspicion:
    over = sum((point.over for point, _ in broken), Decimal(0))
    items = len({point.key for point, _ in broken})
    named = "；".join(_said(point) for point, _ in broken[:_LISTED])
    more = "等" if len(broken) > _LISTED else ""
    return Suspicion(
        id=SuspicionId(desk.ids.new()),
        key=f"{PRICE}:{rule.value}",
        rule=PRICE,
        title=f"{_TITLES[rule]}{items}个品种",
        statement=f"{items}个品种的计费单价高于{_ALLOWED[rule]}，多收合计{figures(over)}元：{named}{more}。",
        figures=(
            Figure(name="品种", value=f"{items} 个"),
            Figure(name="多收金额", value=f"¥{figures(over)}"),
        ),
        rests_on=tuple(
            Target(kind=TargetKind.LEDGER, id=ledger.id, label=ledger.name)
            for ledger in ledgers
            if ledger.kind in (LedgerKind.BILLING, LedgerKind.SALES, LedgerKind.PURCHASES)
        ),
        rows=held_rows(ledgers, (place for _, rows in broken for place in rows)),
        category="over-standard-charge",
        amount=over,
        raised_at=desk.clock.now(),
    )


def _said(point: PricePoint) -> str:
    unit = f"／{point.unit}" if point.unit else ""
    return (
        f"{point.name or point.code}计费单价{_yuan(point.price)}元{unit}，{_ALLOWED[point.rule]}"
        f"{_yuan(point.allowed)}元，数量{point.quantity.normalize():f}，多收{figures(point.over)}元"
    )


def _yuan(price: Decimal) -> str:
    return f"{price.quantize(Decimal('0.0001')).normalize():f}"
