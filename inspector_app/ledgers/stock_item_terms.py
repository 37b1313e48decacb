"""One item's rows added up in base units: every term of the identity, brought to the edges of the period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from inspector_app.domain.stock import ZERO, FactorSource, StockPeriod, StockTerm, StockTerms, UnitFactor
from inspector_app.domain.wording import Sentence, sentence
from inspector_app.ledgers.stock_counts import Chosen, Side, Standing
from inspector_app.ledgers.stock_refunds import Booking, Held, book_once, taken_back
from inspector_app.ledgers.stock_sums import Book, Sum, Tag
from inspector_app.ledgers.stock_units import ItemUnits, UnitLine, UnitUse, unit_name

E4 = 10_000
_PRICE_NEAR = Fraction(1, 10)
_SAME_PRICE = 3
"""Billed and bought prices of the same unit lie closer than this; a pack's and a piece's hardly ever do."""


@dataclass(slots=True)
class ItemRows:
    """Everything the ledgers say of one item."""

    sums: list[Sum] = field(default_factory=list)
    standings: list[Standing] = field(default_factory=list)
    returns: list[Booking] = field(default_factory=list)
    """Lines of ledgers of returns."""
    refunds: list[Booking] = field(default_factory=list)
    """Negative rows of billing, sales and purchases, where a ledger of returns must be held against them."""
    unit_lines: list[UnitLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """The terms of one item, the base unit and what is not known."""

    terms: StockTerms
    unit: str
    factors: tuple[UnitFactor, ...]
    without_factor: int
    """Rows whose unit nobody converts."""
    known: frozenset[StockTerm]
    opening_day: date | None
    count_day: date | None
    notes: tuple[Sentence, ...]
    billed_amount: Fraction
    billed_quantity: Fraction
    bought_amount: Fraction
    bought_quantity: Fraction


@dataclass(frozen=True, slots=True)
class _Move:
    """A quantity in base units that came in or went out on a day, or inside the period."""

    term: StockTerm
    quantity: Fraction
    day: date | None


class ItemReckoning:
    """Adds one item up; asks for each unit's factor and keeps count of what it could not convert."""

    def __init__(self, rows: ItemRows, period: StockPeriod, *, trust_pack_text: bool) -> None:
        self._rows = rows
        self._period = period
        self._units = ItemUnits(rows.unit_lines, _use(rows), trust_pack_text=trust_pack_text)
        self._without = 0
        self._lists_without: dict[tuple[Tag, str, date | None], int] = {}
        self._unknown: set[StockTerm] = set()

    def reckon(self, opening: Chosen, counted: Chosen, covered: tuple[date | None, date | None]) -> Reckoned:
        """``covered``: first and last day on which any ledger has a row; counts beyond are not bridged."""
        notes: list[Sentence] = []
        moves = [
            *self._of_sums(),
            *self._of_returns(Book.SALES_RETURNS),
            *self._of_returns(Book.PURCHASE_RETURNS),
        ]
        if not any(move.term is StockTerm.LOST for move in moves):
            moves += self._of_summary_losses()
        begin = self._standing(opening, StockTerm.OPENING)
        end = self._standing(counted, StockTerm.COUNTED)
        first, last = self._period.first, self._period.last
        if begin is not None and opening.day is not None and first is not None and opening.day != first:
            if opening.day < first - timedelta(days=1) and not _reaches(covered[0], before=first):
                notes.append(
                    sentence(
                        "The opening stock was listed on {day}, and no ledger has rows between that day and "
                        "the first day of the period.",
                        day=opening.day,
                    )
                )
                begin = None
            else:
                begin = begin + _bridge(moves, opening.day, first)
        if end is not None and counted.day is not None and last is not None and counted.day != last:
            if counted.day > last + timedelta(days=1) and not _reaches(covered[1], after=last):
                notes.append(
                    sentence(
                        "The stock was counted on {day}, and no ledger has rows between the last day of the "
                        "period and that day: the count cannot be brought back.",
                        day=counted.day,
                    )
                )
                end = None
            else:
                corrected = end - _after(moves, last, counted.day)
                if corrected != end and counted.day > last:
                    notes.append(
                        sentence(
                            "Counted on {day}, brought back to {last} by the rows of the days between.",
                            day=counted.day,
                            last=last,
                        )
                    )
                end = corrected
        inside = [move for move in moves if move.day is None or self._period.holds(move.day)]
        totals = {term: sum((m.quantity for m in inside if m.term is term), start=ZERO) for term in StockTerm}
        terms = StockTerms(
            opening=begin,
            purchased=totals[StockTerm.PURCHASED],
            purchase_returned=totals[StockTerm.PURCHASE_RETURNED],
            sales_returned=totals[StockTerm.SALES_RETURNED],
            transfer_in=totals[StockTerm.TRANSFER_IN],
            transfer_out=totals[StockTerm.TRANSFER_OUT],
            lost=totals[StockTerm.LOST],
            own_use=totals[StockTerm.OWN_USE],
            billed_fund=totals[StockTerm.BILLED_FUND],
            billed_own=totals[StockTerm.BILLED_OWN],
            counted=end,
        )
        return Reckoned(
            terms=terms,
            unit=self._units.base or "",
            factors=self._units.used,
            without_factor=self._without + sum(self._lists_without.values()),
            known=frozenset(StockTerm)
            - self._unknown
            - ({StockTerm.OPENING} if begin is None else set())
            - ({StockTerm.COUNTED} if end is None else set()),
            opening_day=opening.day,
            count_day=counted.day,
            notes=tuple(notes),
            **self._money(),
        )

    def _of_sums(self) -> Iterable[_Move]:
        for one in self._rows.sums:
            for term, quantity in terms_of(one):
                if quantity:
                    unit, unpacked = self._unit_of(one)
                    base = self._base(quantity, unit, one.tag.local_code, unpacked, term, one.rows)
                    if base is not None:
                        yield _Move(term, base, one.day)

    def _of_returns(self, book: Book) -> Iterable[_Move]:
        """Returns booked elsewhere that do not already stand as negative rows."""
        term = StockTerm.SALES_RETURNED if book is Book.SALES_RETURNS else StockTerm.PURCHASE_RETURNED
        beside = (Book.BILLING, Book.SALES) if book is Book.SALES_RETURNS else (Book.PURCHASES,)
        returns = self._held([one for one in self._rows.returns if one.book is book], term)
        book_once(returns, self._held([one for one in self._rows.refunds if one.book in beside], None))
        by_day: dict[date | None, list[Held]] = {}
        for held in returns:
            by_day.setdefault(held.booking.day, []).append(held)
        for day, held_then in by_day.items():
            quantity = taken_back(held_then)
            if quantity:
                yield _Move(term, quantity, day)

    def _held(self, bookings: Sequence[Booking], term: StockTerm | None) -> list[Held]:
        made = []
        for one in bookings:
            base = self._base(one.quantity, one.unit, one.tag.local_code, one.unpacked, term, 1)
            if base is not None:
                made.append(Held(booking=one, left=base))
        return made

    def _of_summary_losses(self) -> Iterable[_Move]:
        """Losses of a summary count where the ledger of changes has none of this item."""
        for one in self._rows.standings:
            if one.side is Side.LOSS and one.quantity:
                base = self._base(one.quantity, one.unit, one.tag.local_code, None, StockTerm.LOST, one.rows)
                if base is not None:
                    yield _Move(StockTerm.LOST, base, one.day if self._period.is_bounded else None)

    def _standing(self, chosen: Chosen, term: StockTerm) -> Fraction | None:
        if not chosen.standings:
            return None
        total: Fraction | None = ZERO
        for one in chosen.standings:
            base = self._base(one.quantity, one.unit, one.tag.local_code, None, term, 0)
            if base is None:
                # A line of a summary gives both ends of the period and is one row.
                self._lists_without[one.tag, one.unit, one.day] = one.rows
            total = None if total is None or base is None else total + base
        return total

    def _base(
        self,
        quantity: int,
        unit: str,
        local_code: str,
        unpacked: bool | None,
        term: StockTerm | None,
        rows: int,
    ) -> Fraction | None:
        factor = self._units.factor(unit_name(unit), local_code, unpacked=unpacked)
        if factor is None:
            if quantity:
                if term is not None:
                    self._without += rows
                    self._unknown.add(term)
                return None
            return ZERO
        return Fraction(quantity, E4) * factor.factor

    def _unit_of(self, one: Sum) -> tuple[str, bool | None]:
        """A row of unpacked sale that names the pack counts pieces where its price is that of a piece."""
        if one.unpacked is not True or not one.unit or one.price_high is None:
            return one.unit, one.unpacked
        factor = self._units.factor(unit_name(one.unit), one.tag.local_code)
        packed = [
            other.price_high
            for other in self._rows.sums
            if other.unpacked is not True and other.unit == one.unit and other.price_high
        ]
        if factor is None or factor.factor <= 1 or not packed:
            return one.unit, one.unpacked
        piece = Fraction(max(packed)) / factor.factor
        return ("", True) if abs(one.price_high - piece) <= piece * _PRICE_NEAR else (one.unit, one.unpacked)

    def _money(self) -> dict[str, Fraction]:
        def total(books: tuple[Book, ...], *, by_fund: bool | None) -> tuple[Fraction, Fraction]:
            amount, quantity = ZERO, ZERO
            for one in self._rows.sums:
                if one.book in books and (by_fund is None or one.own_pay is not by_fund):
                    unit, unpacked = self._unit_of(one)
                    factor = self._units.factor(unit_name(unit), one.tag.local_code, unpacked=unpacked)
                    if factor is not None and one.plus + one.minus and one.amount:
                        amount += Fraction(one.amount, E4)
                        quantity += Fraction(one.plus + one.minus, E4) * factor.factor
            return amount, quantity

        billed = total((Book.BILLING, Book.SALES), by_fund=True)
        if billed[1] <= 0:
            billed = total((Book.BILLING, Book.SALES), by_fund=None)
        bought = total((Book.PURCHASES,), by_fund=None)
        return {
            "billed_amount": billed[0],
            "billed_quantity": billed[1],
            "bought_amount": bought[0],
            "bought_quantity": bought[1],
        }


def terms_of(one: Sum) -> list[tuple[StockTerm, int]]:
    """Which terms the rows of a sum belong to, with their quantities in the rows' own unit."""
    both = one.plus + one.minus
    match one.book:
        case Book.BILLING | Book.SALES:
            return [(StockTerm.BILLED_OWN if one.own_pay else StockTerm.BILLED_FUND, both)]
        case Book.PURCHASES:
            if "退" in one.change:
                return [(StockTerm.PURCHASE_RETURNED, one.plus - one.minus)]
            if "调" in one.change:
                return [(StockTerm.TRANSFER_IN, one.plus), (StockTerm.TRANSFER_OUT, -one.minus)]
            if any(word in one.change for word in ("盘盈", "盘亏", "期初")):
                return []  # no goods moved: the first is the difference itself, the last is the opening stock
            return [(StockTerm.PURCHASED, one.plus), (StockTerm.PURCHASE_RETURNED, -one.minus)]
        case Book.CHANGES:
            meant = {
                "loss": StockTerm.LOST,
                "own_use": StockTerm.OWN_USE,
                "transfer_in": StockTerm.TRANSFER_IN,
                "transfer_out": StockTerm.TRANSFER_OUT,
            }.get(one.change)
            if meant is None:
                return []
            return [(meant, both)]
        case _:
            return []


def factor_text(factors: Sequence[UnitFactor]) -> str:
    """Factors as RESULT.csv has them: the number alone where one unit is converted."""
    turned = [one for one in factors if one.factor != 1 or one.source is not FactorSource.SAME_UNIT]
    others = {(one.unit, one.factor) for one in turned if one.factor != 1}
    if not others:
        return "1" if factors else ""
    if len(others) == 1:
        return str(next(iter(others))[1])
    return "; ".join(f"{unit}={factor}" for unit, factor in sorted(others))


def factor_sources(factors: Sequence[UnitFactor]) -> str:
    """Where the factors come from, with the words that say so."""
    turned = [one for one in factors if one.factor != 1] or list(factors)
    said = dict.fromkeys(
        f"{one.source.value}: {one.said}" if one.said else one.source.value for one in turned
    )
    return "; ".join(said)


_IN = (StockTerm.PURCHASED, StockTerm.TRANSFER_IN, StockTerm.SALES_RETURNED)
_OUT = (
    StockTerm.PURCHASE_RETURNED,
    StockTerm.TRANSFER_OUT,
    StockTerm.LOST,
    StockTerm.OWN_USE,
    StockTerm.BILLED_FUND,
    StockTerm.BILLED_OWN,
)


def _net(moves: Iterable[_Move]) -> Fraction:
    total = ZERO
    for move in moves:
        total += move.quantity if move.term in _IN else -move.quantity if move.term in _OUT else ZERO
    return total


def _bridge(moves: Sequence[_Move], listed: date, first: date) -> Fraction:
    """What the stock changed between an opening list and the morning of the first day.

    A list of an earlier day stands for that evening, one of a later day for that morning.
    """
    if listed < first:
        return _net(move for move in moves if move.day is not None and listed < move.day < first)
    return -_net(move for move in moves if move.day is not None and first <= move.day < listed)


def _after(moves: Sequence[_Move], last: date, counted: date) -> Fraction:
    """What the stock changed between the evening of the last day and the evening of the count."""
    if counted > last:
        return _net(move for move in moves if move.day is not None and last < move.day <= counted)
    return -_net(move for move in moves if move.day is not None and counted < move.day <= last)


def _reaches(day: date | None, *, before: date | None = None, after: date | None = None) -> bool:
    if day is None:
        return False
    return (before is not None and day < before) or (after is not None and day > after)


def _use(rows: ItemRows) -> UnitUse:
    use = UnitUse()
    spoken: list[tuple[str, tuple[str, ...], bool]] = [
        *((one.unit, (one.spec, one.spec_too), bool(one.plus or one.minus)) for one in rows.sums),
        *((one.unit, (one.spec, one.spec_too), bool(one.quantity)) for one in rows.standings),
        *((one.unit, (one.spec,), bool(one.quantity)) for one in rows.returns),
    ]
    for unit, specs, counts in spoken:
        name = unit_name(unit)
        if not counts:
            continue
        if name:
            use.units.add(name)
        use.specs.setdefault(name, set()).update(spec for spec in specs if spec)
    use.sold_in_pieces = any(one.unpacked is True for one in rows.sums)
    use.unnamed_doubtful = _prices_apart(rows.sums)
    return use


def _prices_apart(sums: Sequence[Sum]) -> bool:
    """Whether rows without a unit cost quite another price than those that name one."""
    unnamed = [one.price_high for one in sums if not one.unit and one.unpacked is not True and one.price_high]
    named = [one.price_high for one in sums if one.unit and one.price_high]
    if not unnamed or not named:
        return False
    low, high = sorted((max(unnamed), max(named)))
    return low * _SAME_PRICE < high
