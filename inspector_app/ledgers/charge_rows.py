"""Rows of a billing ledger that rules about charges look at: by item, without repeats, net of refunds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from inspector_app.domain.charge_rules import ChargedItem, ChargeRule
from inspector_app.domain.dialyser_models import text_key

ITEM, BESIDE = 0, 1
_KEYS = ("code", "local_code", "name")
_TEXTS = ("patient", "patient_id", "visit", "settlement", "institution_code", "sex", "age", "med_type")
_READ = (
    "file", "sheet", "row", *_KEYS, *_TEXTS, "quantity_e4", "price_e4", "amount_e4", "fund_e4", "self_pay",
    "refund", "date", "time", "birth", "admitted", "discharged",
)  # fmt: skip
_SAME = (
    "institution_code", "patient_id", "patient", "visit", "settlement", "item", "date", "time",
    "quantity_e4", "amount_e4", "fund_e4",
)  # fmt: skip
_REFUND_KEY = ("person", "item")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRows:
    """What stands of the rows that some rule looks at, and which rule looks at which item."""

    rows: pl.DataFrame
    """One line each with ``person``, ``visit_key``, ``item``, ``left_e4`` (quantity) and ``fund_left_e4``."""
    parts: pl.DataFrame
    """``item``, ``rule`` (place in the list) and ``part`` (item or beside)."""


def charge_rows(billed: pl.LazyFrame, rules: Sequence[ChargeRule]) -> ChargeRows:
    """Collect the rows whose item a rule names; everything else of a ledger stays where it is."""
    distinct = billed.select(_KEYS).unique().collect(engine="streaming").with_row_index("item")
    parts = _parts(distinct, rules)
    known = distinct.join(parts.select("item").unique(), on="item", how="semi")
    rows = (
        billed.select(_READ)
        .join(known.lazy(), on=list(_KEYS), how="inner", nulls_equal=True)
        .filter(pl.col("date").is_not_null() & (pl.col("quantity_e4") != 0))
        .collect(engine="streaming")
        .sort("file", "sheet", "row")
    )
    return ChargeRows(rows=_net(_without_repeats(_with_people(rows))), parts=parts)


def standing_rows(billed: pl.LazyFrame) -> pl.DataFrame:
    """All rows of a part of a ledger, without repeats and net of refunds, whatever their item."""
    rows = (
        billed.select(_READ)
        .filter(pl.col("date").is_not_null() & (pl.col("quantity_e4") != 0))
        .collect(engine="streaming")
        .sort("file", "sheet", "row")
    )
    items = rows.select(_KEYS).unique(maintain_order=True).with_row_index("item")
    known = rows.join(items, on=list(_KEYS), how="inner", nulls_equal=True, maintain_order="left")
    return _net(_without_repeats(_with_people(known)))


def _parts(distinct: pl.DataFrame, rules: Sequence[ChargeRule]) -> pl.DataFrame:
    sides = [
        (at, part, _Known(item))
        for at, rule in enumerate(rules)
        for part, item in ((ITEM, rule.item), (BESIDE, rule.beside))
        if not item.is_empty
    ]
    found: list[tuple[int, int, int]] = []
    for row in distinct.iter_rows(named=True):
        codes = {text_key(row["code"]), text_key(row["local_code"])} - {""}
        name = text_key(row["name"])
        found += [(row["item"], at, part) for at, part, known in sides if known.holds(codes, name)]
    schema = {"item": pl.UInt32, "rule": pl.UInt32, "part": pl.UInt8}
    return pl.DataFrame(found, schema=schema, orient="row")


class _Known:
    """Whole codes and names, and beginnings where a rule wrote them."""

    def __init__(self, item: ChargedItem) -> None:
        self._codes = {text_key(code) for code in item.codes}
        self._names = {text_key(name) for name in item.names}
        self._code_begins = tuple(text_key(code) for code in item.code_begins)
        self._name_begins = tuple(text_key(name) for name in item.name_begins)

    def holds(self, codes: set[str], name: str) -> bool:
        if codes & self._codes or (name and name in self._names):
            return True
        begins = bool(self._code_begins) and any(code.startswith(self._code_begins) for code in codes)
        return begins or bool(name and self._name_begins and name.startswith(self._name_begins))


def _with_people(rows: pl.DataFrame) -> pl.DataFrame:
    """Name the person by number, else by the stay, else by name; rows that name nobody are left out."""
    number = pl.col("patient_id").str.to_uppercase()
    visit = pl.col("visit")
    own = pl.coalesce(
        pl.lit("n:") + number,
        pl.lit("v:") + visit + pl.lit("/") + pl.col("patient").fill_null(""),
        pl.lit("p:") + pl.col("patient"),
    )
    where = pl.col("institution_code").fill_null("")
    return rows.with_columns(
        person=where + pl.lit("|") + own,
        visit_key=pl.coalesce(visit, "settlement", pl.col("date").dt.to_string("%Y-%m-%d")),
    ).filter(pl.col("person").is_not_null())


def _without_repeats(rows: pl.DataFrame) -> pl.DataFrame:
    """Drop what a second, overlapping export repeats; twice in the same file stays twice.

    Only where the settlement or the time of day tells the lines apart: else each may be a charge of its own.
    """
    told = pl.col("settlement").is_not_null() | pl.col("time").is_not_null()
    counted = rows.with_columns(turn=pl.int_range(pl.len()).over(*_SAME, "file", "sheet"))
    first = counted.select(pl.struct(*_SAME, "turn").is_first_distinct()).to_series()
    return counted.filter(first | ~told).drop("turn")


def _net(rows: pl.DataFrame) -> pl.DataFrame:
    """Take refunds off the rows that they give back, with the share of what the fund had paid."""
    is_refund = (pl.col("quantity_e4") < 0) | (pl.col("amount_e4") < 0) | pl.col("refund").fill_null(False)
    fund = (
        pl.when(pl.col("fund_e4").is_not_null())
        .then(pl.col("fund_e4").abs())
        .when(pl.col("self_pay").fill_null(False))
        .then(0)
        .when(pl.col("amount_e4").is_not_null())
        .then(pl.col("amount_e4").abs())
        .otherwise((pl.col("price_e4") * pl.col("quantity_e4").abs()) // 10_000)
    )
    rows = rows.with_columns(
        is_refund=is_refund,
        left_e4=pl.col("quantity_e4").abs(),
        fund_left_e4=fund,
    ).with_row_index("at")
    marked = rows.filter("is_refund").select(_REFUND_KEY).unique()
    if marked.is_empty():
        return rows
    touched = rows.join(marked, on=list(_REFUND_KEY), how="semi")
    left = _taken_off(touched)
    quantity = pl.col("quantity_e4").abs()
    changed = pl.DataFrame(
        {"at": list(left), "now_e4": list(left.values())}, schema={"at": pl.UInt32, "now_e4": pl.Int64}
    )
    return (
        rows.join(changed, on="at", how="left", maintain_order="left")
        .with_columns(
            left_e4=pl.coalesce("now_e4", "left_e4"),
            # Int128: ten-thousandths of both multiply beyond 64 bits.
            fund_left_e4=pl.when(pl.col("now_e4").is_not_null())
            .then((pl.col("fund_left_e4").cast(pl.Int128) * pl.col("now_e4") // quantity).cast(pl.Int64))
            .otherwise("fund_left_e4"),
        )
        .filter(~pl.col("is_refund") & (pl.col("left_e4") > 0))
        .drop("now_e4")
    )


def _taken_off(touched: pl.DataFrame) -> dict[int, int]:
    left: dict[int, int] = {}
    groups: dict[tuple[object, ...], list[dict[str, object]]] = defaultdict(list)
    for row in touched.iter_rows(named=True):
        groups[tuple(row[name] for name in _REFUND_KEY)].append(row)
    for group in groups.values():
        paid, refunds = _told_apart(group)
        left |= {_whole(row["at"]): _whole(row["left_e4"]) for row in paid}
        for refund in refunds:
            _take_off(refund, paid, left)
    return left


def _told_apart(
    group: Iterable[dict[str, object]],
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """What was paid, and what gives back. A flagged row with a positive quantity is the cancelled bill where
    a negative row stands beside it, and both are done with; else it is the refund itself."""
    paid, refunds, flagged = [], [], []
    for row in group:
        amount = row["amount_e4"]
        if _whole(row["quantity_e4"]) < 0 or (isinstance(amount, int) and amount < 0):
            refunds.append(row)
        elif row["is_refund"]:
            flagged.append(row)
        else:
            paid.append(row)
    for row in flagged:
        negative = next((one for one in refunds if one["left_e4"] == row["left_e4"]), None)
        if negative is not None:
            refunds.remove(negative)
        else:
            refunds.append(row)
    return paid, refunds


def _take_off(refund: dict[str, object], paid: Sequence[dict[str, object]], left: dict[int, int]) -> None:
    """The same settlement first, then a bill before the refund, of the same quantity, the latest."""
    many = _whole(refund["left_e4"])

    def fits(row: dict[str, object]) -> tuple[bool, bool, bool, str]:
        settlement = refund["settlement"]
        return (
            settlement is not None and row["settlement"] == settlement,
            str(row["date"]) <= str(refund["date"]),
            left[_whole(row["at"])] == many,
            str(row["time"] or row["date"]),
        )

    for row in sorted(paid, key=fits, reverse=True):
        at = _whole(row["at"])
        taken = min(left[at], many)
        left[at] -= taken
        many -= taken
        if not many:
            return


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
