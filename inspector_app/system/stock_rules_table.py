"""The section of a region's pack that rules the stock reconciliation."""

from __future__ import annotations

from decimal import Decimal

from inspector_app.domain.stock_rules import ItemTolerance, PriceCeiling, StockRules, Tolerance
from inspector_app.system.pack_table import Once, Table

_SHIPPED = StockRules()


def read_stock_rules(table: Table | None) -> StockRules:
    """Read ``[stock]``; a pack without it has the program's own cautious rules, one with it says all."""
    if table is None:
        return _SHIPPED
    codes, ceilings = Once(set()), Once(set())
    rules = StockRules(
        tolerance=_tolerance(table.table_or_none("tolerance"), _SHIPPED.tolerance),
        herb_tolerance=_tolerance(table.table_or_none("herb_tolerance"), _SHIPPED.herb_tolerance),
        herb_total_grams=table.amount_or_none("herb_total_grams"),
        items=tuple(_item(one, codes) for one in _tables(table, "item")),
        markup_share=table.share_or_none("markup_share"),
        herb_markup_share=table.share_or_none("herb_markup_share"),
        swap_share=table.share_or_none("swap_share") or Decimal(0),
        swap_least_amount=table.amount_or_none("swap_least_amount") or Decimal(0),
        edge_days=table.whole("edge_days", most=62, default=_SHIPPED.edge_days),
        ceilings=tuple(_ceiling(one, ceilings) for one in _tables(table, "ceiling")),
    )
    table.finish()
    return rules


def _tables(table: Table, key: str) -> list[Table]:
    return table.tables(key) if key in table else []


def _tolerance(table: Table | None, shipped: Tolerance) -> Tolerance:
    if table is None:
        return shipped
    tolerance = Tolerance(
        absolute=table.amount_or_none("absolute") or Decimal(0),
        share=table.share_or_none("share") or Decimal(0),
    )
    table.finish()
    return tolerance


def _item(table: Table, codes: Once) -> ItemTolerance:
    code = codes.check(table, "code", table.text("code").upper())
    tolerance = Tolerance(
        absolute=table.amount_or_none("absolute") or Decimal(0),
        share=table.share_or_none("share") or Decimal(0),
    )
    table.finish()
    return ItemTolerance(code=code, tolerance=tolerance)


def _ceiling(table: Table, codes: Once) -> PriceCeiling:
    ceiling = PriceCeiling(
        code=codes.check(table, "code", table.text("code").upper()),
        unit=table.text("unit"),
        price=table.amount_or_none("price") or Decimal(0),
    )
    if ceiling.price <= 0:
        raise table.wrong("price", "0.01 …")
    table.finish()
    return ceiling
