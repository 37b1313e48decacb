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
from inspector_app.ledgers.stock_counts import (
    chosen_count,
    chosen_opening,
    lists_opening,
    placed,
    standings,
    window_of,
)
from inspector_app.ledgers.stock_item_terms import ItemReckoning, ItemRows, Reckoned, terms_of
from inspector_app.ledgers.stock_items import Item, ItemBook, Mention, is_service
from inspector_app.ledgers.stock_refunds import bookings, not_settled_in, refunds_signed
from inspector_app.ledgers.stock_sums import (
    Book,
    Sum,
    Tag,
    Window,
    codes_folded,
    joined,
    laid_out,
    movement_sums,
)
from inspector_app.ledgers.stock_units import UnitLine, unit_name

_WEIGHTS = {"g": Decimal(1), "kg": Decimal(1000), "mg": Decimal("0.001"), "斤": Decimal(500)}
_FINEST_PRICE = Decimal("0.000001")
_BILLED = frozenset({Book.BILLING, Book.SALES, Book.SALES_RETURNS})
_MOVED = (Book.BILLING, Book.SALES, Book.PURCHASES, Book.CHANGES)


@dataclass(frozen=True, slots=True)
class StockLedgers:
    """The ledgers of one reconciliation, each of many files; file numbers are those of all together."""

    frames: Mapping[Book, Sequence[pl.LazyFrame]]

    def of(self, book: Book) -> pl.LazyFrame | None:
        return joined(self.frames.get(book, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class StockReconciliation:
    """The lines and what was left aside; ``tags`` lead from a line back to its rows."""

    lines: tuple[StockLine, ...]
    period: StockPeriod
    window: Window
    undated: int = 0
    """Rows without a day, which a period cannot place."""
    without_factor: int = 0
    """Rows whose unit nobody converts."""
    outside: int = 0
    """Rows of other days than the period and the days around it."""
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
    found = placed(standings(stock) if stock is not None else [], period)
    if not lists_opening(found, period, rules.edge_days):
        raise UnusableInput(
            sentence(
                "No list gives the opening stock, so no difference can be computed. Give a stock list with a "
                "column for it, or one of the day the period begins on together with --from and --to."
            )
        )
    window = window_of(found, period, rules.edge_days)
    frames = _frames(ledgers)
    sums = _with_plus(
        [one for book in _MOVED if book in frames for one in movement_sums(frames[book], book, window)]
    )
    returns = [
        one
        for book in (Book.SALES_RETURNS, Book.PURCHASE_RETURNS)
        if book in frames
        for one in bookings(frames[book], book, window, negative_rows=False)
    ]
    refunds = [
        one
        for book, against in (
            (Book.BILLING, Book.SALES_RETURNS),
            (Book.SALES, Book.SALES_RETURNS),
            (Book.PURCHASES, Book.PURCHASE_RETURNS),
        )
        if book in frames and against in frames
        for one in bookings(frames[book], book, window, negative_rows=True)
    ]
    unit_lines = _unit_lines(frames.get(Book.UNITS))
    mentions = [
        *(Mention(one.book, one.tag, one.name, one.spec, one.maker, one.rows) for one in sums),
        *(Mention(Book.STOCK, one.tag, one.name, one.spec, one.maker, one.rows) for one in found),
        *(Mention(one.book, one.tag, one.name, one.spec, one.maker) for one in (*returns, *refunds)),
        *(mention for mention, _ in unit_lines),
    ]
    book = ItemBook(mentions)
    rows: dict[str, ItemRows] = {item.key: ItemRows() for item in book.items}
    for one in sums:
        rows[book.item_of(one.book, one.tag).key].sums.append(one)
    for standing in found:
        rows[book.item_of(Book.STOCK, standing.tag).key].standings.append(standing)
    for booking in returns:
        rows[book.item_of(booking.book, booking.tag).key].returns.append(booking)
    for booking in refunds:
        rows[book.item_of(booking.book, booking.tag).key].refunds.append(booking)
    for mention, unit_line in unit_lines:
        rows[book.item_of(Book.UNITS, mention.tag).key].unit_lines.append(unit_line)
    days = _days({name: frame for name, frame in frames.items() if _moves(name)}, window)
    maker = _LineMaker(
        rules=rules, period=period, covered=(days.first, days.last), trust_pack_text=not unit_lines
    )
    services = [item for item in book.items if item.books and _only_service(item, rows[item.key])]
    left_out = {item.key for item in services}
    items = [item for item in book.items if item.books and item.key not in left_out]
    lines = maker.lines(items, rows, book.possible_successions())
    whole = {book_name: frame for book_name in Book if (frame := ledgers.of(book_name)) is not None}
    billed_twice = 0
    if Book.SALES in whole:
        billed_twice = _height(whole[Book.SALES]) - _height(frames[Book.SALES])
    tags: dict[str, list[tuple[Book, Tag]]] = {
        item.key: [(mention.book, mention.tag) for mention in item.mentions] for item in book.items
    }
    return StockReconciliation(
        lines=tuple(sorted(lines, key=lambda line: (line.code, line.name, line.key))),
        period=period,
        window=window,
        undated=days.undated,
        without_factor=maker.without_factor,
        outside=days.outside,
        services=sum(one.rows for item in services for one in rows[item.key].sums),
        settled_twice=billed_twice,
        other_changes=sum(one.rows for one in sums if not terms_of(one)),
        tags={line.key: frozenset(tag for key in line.key.split("+") for tag in tags[key]) for line in lines},
    )


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


def _only_service(item: Item, rows: ItemRows) -> bool:
    """Billed only, under a code of services."""
    return bool(item.codes) and item.books <= _BILLED and all(is_service(code) for code in item.codes)


def _price(reckoned: Reckoned) -> Decimal | None:
    for amount, quantity in (
        (reckoned.billed_amount, reckoned.billed_quantity),
        (reckoned.bought_amount, reckoned.bought_quantity),
    ):
        if quantity > 0 and amount > 0:
            return as_decimal(amount / quantity).quantize(_FINEST_PRICE)
    return None


def _frames(ledgers: StockLedgers) -> dict[Book, pl.LazyFrame]:
    """The ledgers as they are reckoned: flagged refunds with their minus, sales without what was settled."""
    frames: dict[Book, pl.LazyFrame] = {
        book: frame for book in Book if book is not Book.STOCK and (frame := ledgers.of(book)) is not None
    }
    for book in (Book.BILLING, Book.SALES):
        if book in frames:
            frames[book] = refunds_signed(frames[book])
    if Book.SALES in frames:
        frames[Book.SALES] = not_settled_in(frames[Book.SALES], frames.get(Book.BILLING))
    if Book.PURCHASES in frames and "entry_type" in frames[Book.PURCHASES].collect_schema():
        frames[Book.PURCHASES] = frames[Book.PURCHASES].with_columns(pl.col("entry_type").alias("change"))
    return frames


def _unit_lines(frame: pl.LazyFrame | None) -> list[tuple[Mention, UnitLine]]:
    """The units ledger; a line without whole numbers above nought says nothing."""
    if frame is None:
        return []
    made = []
    for row in codes_folded(laid_out(frame)).collect().iter_rows(named=True):
        numerator, denominator = row.get("numerator"), row.get("denominator") or 1
        unit, base = unit_name(row["unit"]), unit_name(row.get("base_unit"))
        if not numerator or numerator <= 0 or denominator <= 0 or not unit or not base:
            continue
        code, local = row["code"] or "", row["local_code"] or ""
        uncoded = not code and not local
        name, spec = row["name"] or "", row["spec"] or ""
        tag = Tag(code, local, name if uncoded else "", spec if uncoded else "")
        factor = Fraction(numerator, denominator)
        said = f"{unit}={factor}{base}"
        if row["row"]:
            said += f" #{row['row']}"
        if row.get("source"):
            said += f" {row['source']}"
        made.append(
            (
                Mention(Book.UNITS, tag, name, spec, row["maker"] or ""),
                UnitLine(code=code, local_code=local, unit=unit, base_unit=base, factor=factor, said=said),
            )
        )
    return made


def _moves(book: Book) -> bool:
    return book not in (Book.UNITS, Book.STOCK)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """The first and the last day inside the window on which anything is booked, and the rows beside it."""

    first: date | None = None
    last: date | None = None
    undated: int = 0
    outside: int = 0


def _days(frames: Mapping[Book, pl.LazyFrame], window: Window) -> _Days:
    if not window.is_bounded:
        return _Days()
    day = pl.col("date")
    within = pl.lit(value=True)
    if window.begin is not None:
        within &= day >= window.begin
    if window.end is not None:
        within &= day <= window.end
    asked = [
        day.filter(within).min().alias("first"),
        day.filter(within).max().alias("last"),
        day.is_null().sum().alias("undated"),
        (day.is_not_null() & ~within).sum().alias("outside"),
    ]
    found = [
        laid_out(frame).select(asked).collect(engine="streaming").row(0, named=True)
        for frame in frames.values()
    ]
    return _Days(
        first=min((one["first"] for one in found if one["first"]), default=None),
        last=max((one["last"] for one in found if one["last"]), default=None),
        undated=sum(one["undated"] for one in found),
        outside=sum(one["outside"] for one in found),
    )


def _height(frame: pl.LazyFrame) -> int:
    return int(frame.select(pl.len()).collect(engine="streaming").item())
