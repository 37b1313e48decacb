"""Dialysers of a model: opening, purchased, returned and counted against the sessions that used them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

import polars as pl

from inspector_app.domain.dialyser_models import text_key
from inspector_app.domain.dialysis import ModelUse
from inspector_app.domain.dialysis_rules import WITH_MODELS
from inspector_app.domain.ledger import RowPlace
from inspector_app.domain.ledger_points import LedgerPoint
from inspector_app.ledgers.dialysis_items import Item, ItemBook
from inspector_app.ledgers.dialysis_rows import Bill, Session, place_of
from inspector_app.ledgers.dialysis_sessions import unique

_ONE = 10_000
ZERO = Fraction(0)
_EACH = frozenset({"", "支", "个", "只", "套", "根", "件", "条", "具", "PCS", "EA", "PC"})
"""Units of which one is one dialyser; a box of an unknown number is never guessed."""
_COLUMNS = (
    "file", "sheet", "row", "code", "local_code", "name", "spec", "unit", "quantity_e4", "opening_e4",
    "closing_e4", "date", "entry_type", "change",
)  # fmt: skip
_OUT = frozenset({"loss", "own_use", "transfer_out"})


@dataclass(frozen=True, slots=True)
class Moved:
    """Dialysers of a model that came, went or were counted, in one row."""

    model: str
    quantity: Fraction
    opening: Fraction | None
    closing: Fraction | None
    day: date | None
    place: RowPlace


@dataclass(slots=True)
class DialyserBooks:
    """Everything that the stock room tells of dialysers."""

    purchased: list[Moved] = field(default_factory=list)
    returned: list[Moved] = field(default_factory=list)
    changed: list[Moved] = field(default_factory=list)
    stocked: list[Moved] = field(default_factory=list)
    names_models: bool = False
    """Whether the purchases name a dialyser at all; without, no model can be missing in them."""
    mentioned: set[str] = field(default_factory=set)
    """Models in purchases of items that nothing else makes a dialyser."""
    unclear: set[str] = field(default_factory=set)
    """Models with a row in a unit that nobody converts."""

    @property
    def available(self) -> frozenset[str]:
        """Models that were bought and not all given back, or lay in stock."""
        sums: dict[str, Fraction] = defaultdict(Fraction)
        for one in self.purchased:
            sums[one.model] += one.quantity
        for one in self.returned:
            sums[one.model] -= one.quantity
        stocked = {one.model for one in self.stocked if (one.opening or one.quantity or 0) > 0}
        bought = frozenset(model for model, many in sums.items() if many > 0)
        return bought | stocked | self.unclear | self.mentioned


def read_books(
    purchases: pl.LazyFrame | None,
    returns: pl.LazyFrame | None,
    stock: pl.LazyFrame | None,
    changes: pl.LazyFrame | None,
    items: ItemBook,
    aside: Counter[str],
) -> DialyserBooks:
    """Rows of dialysers in the ledgers of the stock room."""
    books = DialyserBooks()
    for row, model in _rows(purchases, items, books, aside, is_purchase=True):
        one = _moved(row, model)
        entry = str(row.get("entry_type") or "")
        if one.quantity < 0 or "退" in entry:
            books.returned.append(_absolute(one))
        elif not entry.startswith(("盘盈", "期初", "调")):
            books.purchased.append(one)
    for row, model in _rows(returns, items, books, aside):
        books.returned.append(_absolute(_moved(row, model)))
    for row, model in _rows(stock, items, books, aside):
        books.stocked.append(_moved(row, model))
    for row, model in _rows(changes, items, books, aside):
        one, change = _moved(row, model), row.get("change")
        if change in _OUT:
            books.changed.append(one)
        elif change == "transfer_in":
            books.changed.append(Moved(one.model, -one.quantity, None, None, one.day, one.place))
    return books


def _rows(
    frame: pl.LazyFrame | None,
    items: ItemBook,
    books: DialyserBooks,
    aside: Counter[str],
    *,
    is_purchase: bool = False,
) -> Iterator[tuple[dict[str, object], str]]:
    if frame is None:
        return
    names = frame.collect_schema().names()
    known: dict[tuple[object, ...], Item | None] = {}
    looked: set[tuple[object, ...]] = set()
    for row in (
        frame.select([n for n in _COLUMNS if n in names]).collect(engine="streaming").iter_rows(named=True)
    ):
        said = tuple(row.get(name) for name in ("code", "local_code", "name", "spec"))
        if said not in known:
            known[said] = items.item(*said)
        item = known[said]
        if item is None and is_purchase and said not in looked:
            looked.add(said)
            books.mentioned |= items.models(row.get("name"), row.get("spec"))
        if item is None or item.material not in WITH_MODELS:
            continue
        if not item.models:
            aside["no_model"] += 1
            continue
        books.names_models = True
        for model in item.models:
            if text_key(row.get("unit") if isinstance(row.get("unit"), str) else "") not in _EACH:
                books.unclear.add(model)
                aside["unknown_unit"] += 1
                continue
            yield row, model


def _moved(row: dict[str, object], model: str) -> Moved:
    day = row.get("date")
    return Moved(
        model,
        _figure(row.get("quantity_e4")) or Fraction(0),
        _figure(row.get("opening_e4")),
        _figure(row.get("closing_e4")),
        day if isinstance(day, date) else None,
        place_of(row),
    )


def _absolute(one: Moved) -> Moved:
    return Moved(one.model, abs(one.quantity), None, None, one.day, one.place)


def _figure(value: object) -> Fraction | None:
    return Fraction(value, _ONE) if isinstance(value, int) else None


def model_uses(
    books: DialyserBooks, records: Sequence[Session], bills: Sequence[Bill]
) -> tuple[tuple[ModelUse, ...], dict[str, tuple[RowPlace, ...]]]:
    """What each model's figures are, and the rows that they rest on."""
    models = {one.model for one in (*books.purchased, *books.stocked, *books.returned)}
    models |= {model for one in records if not one.is_perfusion_only for model in one.models}
    models |= {model for bill in bills if bill.item.material in WITH_MODELS for model in bill.item.models}
    uses, rows = [], {}
    for model in sorted(models):
        opening, counted, first, last = _counted([one for one in books.stocked if one.model == model])
        if model in books.unclear:
            opening = counted = None

        def inside(day: date | None, first: date | None = first, last: date | None = last) -> bool:
            return day is None or ((first is None or day > first) and (last is None or day <= last))

        def mine(moved: Iterable[Moved], model: str = model) -> list[Moved]:
            return [one for one in moved if one.model == model and inside(one.day)]

        used = [
            one for one in records if model in one.models and not one.is_perfusion_only and inside(one.day)
        ]
        billed = [
            bill
            for bill in bills
            if bill.item.material in WITH_MODELS and model in bill.item.models and inside(bill.day)
        ]
        bought, back, changed = mine(books.purchased), mine(books.returned), mine(books.changed)
        uses.append(
            ModelUse(
                model=model,
                opening=opening if opening is None else decimal(opening),
                purchased=decimal(sum((one.quantity for one in bought), Fraction(0))),
                returned=decimal(sum((one.quantity for one in (*back, *changed)), Fraction(0))),
                counted=counted if counted is None else decimal(counted),
                recorded=Decimal(sum(one.units for one in used)),
                billed=decimal(sum((bill.left for bill in billed), Fraction(0))),
            )
        )
        stocked = [one.place for one in books.stocked if one.model == model]
        rows[model] = unique([*stocked, *(one.place for one in (*bought, *back, *changed))])
    return tuple(uses), rows


def _counted(
    rows: Sequence[Moved],
) -> tuple[Fraction | None, Fraction | None, date | None, date | None]:
    """Opening and counted stock: by their columns, else by the first and the last snapshot."""
    opening = [one.opening for one in rows if one.opening is not None]
    closing = [one.closing for one in rows if one.closing is not None]
    lists = [one for one in rows if one.opening is None and one.closing is None]
    days = sorted({one.day for one in lists if one.day is not None})
    if any(one.day is None for one in lists) or len(days) < 2 - bool(opening) - bool(closing):
        return None, None, None, None
    first = None if opening else days[0]
    last = None if closing else days[-1]
    return (
        sum(opening, ZERO) if opening else _on(lists, first),
        sum(closing, ZERO) if closing else _on(lists, last),
        first,
        last,
    )


def _on(rows: Sequence[Moved], day: date | None) -> Fraction:
    return sum((one.quantity for one in rows if one.day == day), ZERO)


def consumption_points(
    uses: Sequence[ModelUse], rows: dict[str, tuple[RowPlace, ...]], records: Sequence[Session]
) -> Iterator[LedgerPoint]:
    """Dialysers used up against recorded sessions, model by model; together where records name no model."""
    sessions = [one for one in records if not one.is_perfusion_only]
    counted = [use for use in uses if use.consumed is not None]
    if not counted:
        return
    if any(not one.models for one in sessions):
        if len(counted) == len(uses):
            together = ModelUse(
                model="全部透析器",
                opening=sum((use.opening or Decimal(0) for use in uses), Decimal(0)),
                purchased=sum((use.purchased for use in uses), Decimal(0)),
                returned=sum((use.returned for use in uses), Decimal(0)),
                counted=sum((use.counted or Decimal(0) for use in uses), Decimal(0)),
                recorded=Decimal(sum(one.units for one in sessions)),
                billed=sum((use.billed for use in uses), Decimal(0)),
            )
            yield from _consumption(together, unique(place for places in rows.values() for place in places))
        return
    for use in counted:
        yield from _consumption(use, rows[use.model])


def _consumption(use: ModelUse, rows: tuple[RowPlace, ...]) -> Iterator[LedgerPoint]:
    consumed = use.consumed
    if consumed is None or consumed == use.recorded:
        return
    fewer = consumed < use.recorded
    said = "治疗记录多于实际消耗，疑似虚记次数或重复使用" if fewer else "实际消耗多于治疗记录，去向需核实"
    yield LedgerPoint(
        kind="dialysis_consumption",
        subject=use.model,
        ward_or_item="透析器",
        quantity=abs(use.recorded - consumed),
        rows=rows,
        rule="dialysis-consumption",
        explanation=(
            f"{use.model}：期初{_text(use.opening)}+购进{_text(use.purchased)}-退货及损耗{_text(use.returned)}"
            f"-期末实盘{_text(use.counted)}=消耗{_text(consumed)}支；治疗记录{_text(use.recorded)}次，"
            f"计费透析器{_text(use.billed)}支，记录与消耗相差{_text(abs(use.recorded - consumed))}，{said}。"
        ),
    )


def decimal(value: Fraction) -> Decimal:
    """A figure of the ledgers, exact: they have ten-thousandths at most."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _text(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
