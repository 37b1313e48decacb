"""The stock reconciliation: clean ledgers in, one line an item out, with terms, factors and status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import polars as pl

from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.stock import (
    ZERO,
    StockLine,
    StockPeriod,
    StockStatus,
    StockTerm,
    as_decimal,
    status_of,
)
from inspector_app.domain.stock_rules import StockRules
from inspector_app.domain.wording import sentence
from inspector_app.ledgers.stock_books import (
    StockLedgers,
    days_of,
    height,
    in_period,
    moves,
    reckoned_frames,
    unit_lines,
)
from inspector_app.ledgers.stock_counts import (
    Side,
    Standing,
    chosen_count,
    chosen_opening,
    lists_opening,
    placed,
    standings,
    window_of,
)
from inspector_app.ledgers.stock_item_terms import ItemReckoning, ItemRows, Reckoned, terms_of
from inspector_app.ledgers.stock_items import Item, ItemBook, Mention, is_service
from inspector_app.ledgers.stock_refunds import bookings
from inspector_app.ledgers.stock_sums import (
    Book,
    Sum,
    Tag,
    Window,
    movement_sums,
)

_WEIGHTS = {"g": Decimal(1), "kg": Decimal(1000), "mg": Decimal("0.001"), "斤": Decimal(500)}
_FINEST_PRICE = Decimal("0.000001")
_BILLED = frozenset({Book.BILLING, Book.SALES, Book.SALES_RETURNS})
_MOVED = (Book.BILLING, Book.SALES, Book.PURCHASES, Book.CHANGES)
_BESIDE = {
    Book.SALES_RETURNS: (Book.BILLING, Book.SALES),
    Book.PURCHASE_RETURNS: (Book.PURCHASES,),
}
"""Ledgers of returns, and where the same returns may stand as negative rows."""
_ENDS = frozenset({Side.OPENING, Side.COUNTED, Side.BOOK_CLOSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class StockReconciliation:
    """The lines and what was left aside; ``tags`` lead from a line back to its rows."""

    lines: tuple[StockLine, ...]
    period: StockPeriod
    window: Window
    undated: int = 0
    """Rows without a day, which a period cannot place."""
    placed_whole: int = 0
    """Rows of ledgers that name no day at all: they were handed over for the period and count in it."""
    without_factor: int = 0
    """Rows whose unit nobody converts."""
    outside: int = 0
    """Rows of other days than the period and the days around it."""
    period_in_doubt: bool = False
    """Opening or closing stock names no day while rows lie outside the period: it may be that of another."""
    services: int = 0
    """Rows that bill services, which are never stocked."""
    settled_twice: int = 0
    """Sales that stand in the fund's billing already."""
    other_changes: int = 0
    """Rows of changes that are neither loss, use nor transfer."""
    tags: Mapping[str, frozenset[tuple[Book, Tag]]] = field(default_factory=dict)


def reconcile_stock(ledgers: StockLedgers, rules: StockRules, period: StockPeriod) -> StockReconciliation:
    """Reconcile every item; lists that leave open what is opening and what is counted are refused."""
    stock = ledgers.of(Book.STOCK)
    found = placed(standings(stock, ledgers.on_site) if stock is not None else [], period)
    if not lists_opening(found, period, rules.edge_days):
        raise UnusableInput(
            sentence(
                "No list gives the opening stock, so no difference can be computed. Give a stock list with a "
                "column for it, or one of the day the period begins on together with --from and --to."
            )
        )
    window = window_of(found, period, rules.edge_days)
    frames, placed_whole = in_period(reckoned_frames(ledgers), window)
    gathered = _gathered(frames, found, window)
    item_rows, book = gathered.rows, gathered.book
    days = days_of({name: frame for name, frame in frames.items() if moves(name)}, window)
    maker = _LineMaker(
        rules=rules,
        period=period,
        covered=(days.first, days.last),
        trust_pack_text=not gathered.has_units,
    )
    services = {item.key for item in book.items if _only_service(item)}
    items = [item for item in book.items if item.books and item.key not in services]
    lines = maker.lines(items, item_rows, book.possible_successions())
    sales = ledgers.of(Book.SALES)
    tags = {item.key: [(mention.book, mention.tag) for mention in item.mentions] for item in book.items}
    return StockReconciliation(
        lines=tuple(sorted(lines, key=lambda line: (line.code, line.name, line.key))),
        period=period,
        window=window,
        undated=days.undated,
        placed_whole=placed_whole,
        without_factor=maker.without_factor,
        outside=days.outside,
        period_in_doubt=days.outside > 0 and any(one.day is None and one.side in _ENDS for one in found),
        services=sum(one.rows for key in services for one in item_rows[key].sums),
        settled_twice=0 if sales is None else height(sales) - height(frames[Book.SALES]),
        other_changes=sum(one.rows for rows in item_rows.values() for one in rows.sums if not terms_of(one)),
        tags={line.key: frozenset(tag for key in line.key.split("+") for tag in tags[key]) for line in lines},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathered:
    """All rows of all ledgers, sorted to their items."""

    book: ItemBook
    rows: dict[str, ItemRows]
    has_units: bool


def _gathered(frames: Mapping[Book, pl.LazyFrame], found: Sequence[Standing], window: Window) -> _Gathered:
    sums = _with_plus(
        [one for name in _MOVED if name in frames for one in movement_sums(frames[name], name, window)]
    )
    returns = [
        one
        for name in _BESIDE
        if name in frames
        for one in bookings(frames[name], name, window, negative_rows=False)
    ]
    refunds = [
        one
        for name, beside in _BESIDE.items()
        if name in frames
        for ledger in beside
        if ledger in frames
        for one in bookings(frames[ledger], ledger, window, negative_rows=True)
    ]
    conversions = unit_lines(frames.get(Book.UNITS))
    book = ItemBook(
        [
            *(Mention(one.book, one.tag, one.name, one.spec, one.maker, one.rows) for one in sums),
            *(Mention(Book.STOCK, one.tag, one.name, one.spec, one.maker, one.rows) for one in found),
            *(Mention(one.book, one.tag, one.name, one.spec, one.maker) for one in (*returns, *refunds)),
            *(mention for mention, _ in conversions),
        ]
    )
    rows = {item.key: ItemRows() for item in book.items}
    for one in sums:
        rows[book.item_of(one.book, one.tag).key].sums.append(one)
    for standing in found:
        rows[book.item_of(Book.STOCK, standing.tag).key].standings.append(standing)
    for booking in returns:
        rows[book.item_of(booking.book, booking.tag).key].returns.append(booking)
    for booking in refunds:
        rows[book.item_of(booking.book, booking.tag).key].refunds.append(booking)
    for mention, line in conversions:
        rows[book.item_of(Book.UNITS, mention.tag).key].unit_lines.append(line)
    return _Gathered(book=book, rows=rows, has_units=bool(conversions))


@dataclass(slots=True, kw_only=True)
class _LineMaker:
    rules: StockRules
    period: StockPeriod
    covered: tuple[date | None, date | None]
    trust_pack_text: bool
    without_factor: int = 0

    def lines(
        self, items: Sequence[Item], rows: Mapping[str, ItemRows], successions: Iterable[Sequence[Item]]
    ) -> list[StockLine]:
        made: dict[str, StockLine] = {}
        lacking: dict[str, int] = {}
        for item in items:
            made[item.key], lacking[item.key] = self._line(item, rows[item.key])
        for group in successions:
            members = [item for item in group if item.key in made]
            if len(members) < 2 or not _need_each_other([made[item.key] for item in members]):
                continue
            together, missing = self._line(
                _one_item(members), _one_rows([rows[item.key] for item in members])
            )
            if together.difference is None:
                continue
            for item in members:
                del made[item.key], lacking[item.key]
            made[together.key], lacking[together.key] = together, missing
        self.without_factor = sum(lacking.values())
        return list(made.values())

    def _line(self, item: Item, rows: ItemRows) -> tuple[StockLine, int]:
        opening = chosen_opening(rows.standings, self.period, self.rules.edge_days)
        counted = chosen_count(rows.standings, self.period, self.rules.edge_days)
        reckoned = ItemReckoning(rows, self.period, trust_pack_text=self.trust_pack_text).reckon(
            opening, counted, self.covered
        )
        terms = reckoned.terms
        known = reckoned.known
        if not opening.standings and not any(one.beside_opening for one in rows.standings):
            # A list of stock shows what is there: what the opening list does not name was not in stock.
            terms, known = replace(terms, opening=ZERO), known | {StockTerm.OPENING}
        is_herb = _is_herb(item, rows, reckoned.unit)
        available = terms.available
        tolerance = ZERO
        if available is not None:
            rule = self.rules.tolerance_for(frozenset(item.codes | item.local_codes), is_herb=is_herb)
            tolerance = rule.limit(available)
            if is_herb and rule is self.rules.herb_tolerance:
                tolerance = max(
                    Fraction(rule.absolute) / Fraction(_WEIGHTS[reckoned.unit]),
                    Fraction(rule.share) * abs(available),
                )
        line = StockLine(
            key=item.key,
            code=_shown_code(item),
            codes=tuple(sorted(item.codes)),
            local_codes=tuple(sorted(item.local_codes)),
            name=item.text("name"),
            spec=item.text("spec"),
            makers=tuple(sorted({one.maker for one in item.mentions if one.maker})),
            unit=reckoned.unit,
            terms=terms,
            known=known,
            factors=reckoned.factors,
            tolerance=tolerance,
            is_herb=is_herb,
            status=_status(item, reckoned, terms.difference, tolerance),
            notes=reckoned.notes,
            opening_day=reckoned.opening_day,
            count_day=reckoned.count_day,
            price=_price(reckoned),
        )
        return line, reckoned.without_factor


def _status(item: Item, reckoned: Reckoned, difference: Fraction | None, tolerance: Fraction) -> StockStatus:
    books = item.books
    if Book.STOCK not in books and (books <= _BILLED or not books & _BILLED):
        return StockStatus.UNMATCHED_CODE
    if reckoned.without_factor:
        return StockStatus.UNKNOWN_FACTOR
    if difference is None:
        return StockStatus.NO_COUNT
    return status_of(difference, tolerance)


def _need_each_other(lines: Sequence[StockLine]) -> bool:
    """Reckoned one by one, one code is over and the other under, or one of them cannot be reckoned."""
    statuses = {line.status for line in lines}
    return {StockStatus.SURPLUS, StockStatus.SHORTAGE} <= statuses or any(
        line.difference is None for line in lines
    )


def _with_plus(sums: Sequence[Sum]) -> list[Sum]:
    """A ledger that writes every loss with a minus means the same as one without."""
    with_plus = {one.change for one in sums if one.book is Book.CHANGES and one.plus}
    return [
        replace(one, plus=-one.minus, minus=0)
        if one.book is Book.CHANGES and one.change not in with_plus
        else one
        for one in sums
    ]


def _one_item(members: Sequence[Item]) -> Item:
    return Item(
        key="+".join(item.key for item in members),
        codes=set().union(*(item.codes for item in members)),
        local_codes=set().union(*(item.local_codes for item in members)),
        mentions=[mention for item in members for mention in item.mentions],
    )


def _one_rows(members: Sequence[ItemRows]) -> ItemRows:
    return ItemRows(
        sums=[one for rows in members for one in rows.sums],
        standings=[one for rows in members for one in rows.standings],
        returns=[one for rows in members for one in rows.returns],
        refunds=[one for rows in members for one in rows.refunds],
        unit_lines=[one for rows in members for one in rows.unit_lines],
    )


def _shown_code(item: Item) -> str:
    """The national code that the billing uses most; the institution's own where there is no other."""
    votes: dict[str, int] = dict.fromkeys(item.codes, 0)
    for mention in item.mentions:
        if mention.tag.code in votes:
            votes[mention.tag.code] += mention.rows * (1_000_000 if mention.book in _BILLED else 1)
    if votes:
        return min(votes, key=lambda code: (-votes[code], code))
    return min(item.local_codes, default="")


def _is_herb(item: Item, rows: ItemRows, unit: str) -> bool:
    """Herbal pieces are weighed; a western drug or a patent medicine with a national code is none."""
    if unit not in _WEIGHTS:
        return False
    if any(code[0] in "XZC" for code in item.codes if len(code) >= 15):
        return False
    return True if not rows.sums else not any(_other_category(one.category) for one in rows.sums)


def _other_category(category: str) -> bool:
    return bool(category) and any(word in category for word in ("西药", "成药", "耗材", "材料"))


def _only_service(item: Item) -> bool:
    """Billed only, under a code of services."""
    if not item.books or not item.codes or not item.books <= _BILLED:
        return False
    return all(is_service(code) for code in item.codes)


def _price(reckoned: Reckoned) -> Decimal | None:
    for amount, quantity in (
        (reckoned.billed_amount, reckoned.billed_quantity),
        (reckoned.bought_amount, reckoned.bought_quantity),
    ):
        if quantity > 0 and amount > 0:
            return as_decimal(amount / quantity).quantize(_FINEST_PRICE)
    return None
