"""An invented pharmacy's year: goods that come and go, and what was planted in it, with the exact truth."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
LATE_COUNT = date(2026, 1, 6)
_DAYS = (LAST - FIRST).days
_NAMES = (
    "青禾", "云岭", "柳湾", "杏林", "石桥", "南屏", "北麓", "东篱",
    "西陵", "白露", "清和", "谷雨", "芒种", "立秋", "霜降", "寒露",
)  # fmt: skip
_FORMS = ("片", "胶囊", "颗粒", "滴丸", "分散片", "缓释片")
_PATIENTS = ("甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a reconciliation must say of an item."""

    status: str
    difference: Decimal | None
    story: str


@dataclass(slots=True)
class StockFiction:
    """Rows of every ledger under plain names, and the truth by code."""

    late: bool
    """Listed by day and counted after the year's end; else opening and counted stand in columns."""
    billing: list[dict[str, object]] = field(default_factory=list)
    purchases: list[dict[str, object]] = field(default_factory=list)
    purchase_returns: list[dict[str, object]] = field(default_factory=list)
    changes: list[dict[str, object]] = field(default_factory=list)
    sales_returns: list[dict[str, object]] = field(default_factory=list)
    stock: list[dict[str, object]] = field(default_factory=list)
    units: list[dict[str, object]] = field(default_factory=list)
    truth: dict[str, Truth] = field(default_factory=dict)


class _Item:
    """One item whose goods are followed piece by piece."""

    def __init__(self, fiction: StockFiction, rng: random.Random, number: int, *, name: str = "") -> None:
        self._fiction = fiction
        self._rng = rng
        self.number = number
        self.code = f"XA{number % 100:02d}AAA{rng.randrange(1000):03d}A001{rng.randrange(10**9):09d}"[:23]
        self.local = f"YP{number:05d}"
        self.name = name or f"{_NAMES[number % len(_NAMES)]}{_FORMS[number % len(_FORMS)]}{number}号"
        self.maker = f"{rng.choice(_NAMES)}制药（虚构）"
        self.pieces = rng.choice((6, 10, 12, 24, 30, 48))
        self.small, self.big = "片", "盒"
        self.spec = f"0.25g*{self.pieces}片"
        self.price = Decimal(rng.randrange(20, 400)) / 100
        self._opening = 0
        self._moves: list[tuple[date, int]] = []

    def day(self) -> date:
        return FIRST + timedelta(days=self._rng.randrange(1, _DAYS))

    def units(self) -> None:
        self._fiction.units.append(
            {
                "code": self.code,
                "name": self.name,
                "unit": self.big,
                "base": self.small,
                "factor": self.pieces,
            }
        )

    def open(self, packs: int, *, listed: bool = True) -> None:
        self._opening = packs * self.pieces
        self._listed_at_opening = listed

    def buy(self, packs: int, day: date | None = None, *, free: bool = False) -> None:
        when = day or self.day()
        self._moves.append((when, packs * self.pieces))
        price = Decimal(0) if free else self.price * self.pieces
        self._fiction.purchases.append(
            self._row(packs, self.big, when, price) | {"supplier": "云岭医药（虚构）", **self._papers()}
        )

    def return_bought(self, packs: int, *, minus: bool, booked: bool) -> None:
        when, papers = self.day(), self._papers()
        self._moves.append((when, -packs * self.pieces))
        row = self._row(packs, self.big, when, self.price * self.pieces) | {
            "supplier": "云岭医药（虚构）",
            **papers,
        }
        if booked:
            self._fiction.purchase_returns.append(row)
        if minus:
            self._fiction.purchases.append(
                row | {"quantity": -packs, "amount": -self.price * self.pieces * packs}
            )

    def change(self, kind: str, packs: int) -> None:
        when = self.day()
        self._moves.append((when, packs * self.pieces * (1 if kind == "调入" else -1)))
        self._fiction.changes.append(self._row(packs, self.big, when, Decimal(0)) | {"change": kind})

    def bill(
        self,
        quantity: int,
        *,
        day: date | None = None,
        packs: bool = False,
        own: bool = False,
        goods: bool = True,
    ) -> dict[str, object]:
        """Bill pieces or packs; without ``goods`` nothing left the shelf."""
        when = day or self.day()
        size = self.pieces if packs else 1
        if goods:
            self._moves.append((when, -quantity * size))
        row = self._row(quantity, self.big if packs else self.small, when, self.price * size)
        row |= {
            "patient": self._rng.choice(_PATIENTS),
            "visit": f"J{self._rng.randrange(10**9):09d}",
            "own": own,
        }
        self._fiction.billing.append(row)
        return row

    def give_without_bill(self, quantity: int) -> None:
        self._moves.append((self.day(), -quantity))

    def refund(self, row: dict[str, object], quantity: int, *, minus: bool, booked: bool) -> None:
        """Goods and money go back: as a negative row, in a ledger of its own, or in both."""
        size = self.pieces if row["unit"] == self.big else 1
        sold = row["date"]
        assert isinstance(sold, date)  # noqa: S101 - made here
        when = min(sold + timedelta(days=1), LAST)
        self._moves.append((when, quantity * size))
        back = row | {"quantity": quantity, "date": when, "amount": self.price * size * quantity}
        if minus:
            self._fiction.billing.append(
                back | {"quantity": -quantity, "amount": -self.price * size * quantity}
            )
        if booked:
            self._fiction.sales_returns.append(back)

    def count(self, *, counted: bool = True) -> None:
        """Write what lies on the shelf on the day of the count into the stock list."""
        fiction = self._fiction
        on = LATE_COUNT if fiction.late else LAST
        left = self._opening + sum(move for day, move in self._moves if day <= on)
        if left < 0:
            raise ValueError(self.name)
        packs, loose = divmod(left, self.pieces)
        listed = getattr(self, "_listed_at_opening", True)
        base = {"code": self.code, "local": self.local, "name": self.name, "spec": self.spec}
        opening = [(self._opening // self.pieces, self.big)]
        if fiction.late:
            if listed:
                fiction.stock += [
                    base | {"unit": unit, "quantity": q, "date": FIRST - timedelta(days=1)}
                    for q, unit in opening
                ]
            if counted:
                fiction.stock += [
                    base | {"unit": unit, "quantity": q, "date": LATE_COUNT}
                    for q, unit in ((packs, self.big), (loose, self.small))
                    if q or unit == self.big
                ]
            return
        lines: list[dict[str, object]] = [
            base
            | {
                "unit": self.big,
                "opening": self._opening // self.pieces,
                "closing": packs if counted else None,
            }
        ]
        if loose and counted:
            lines.append(base | {"unit": self.small, "opening": 0, "closing": loose})
        fiction.stock += lines

    def true(self, story: str, status: str = "within_tolerance", difference: int | None = 0) -> None:
        self._fiction.truth[self.code] = Truth(
            status=status, difference=None if difference is None else Decimal(difference), story=story
        )

    def _row(self, quantity: int, unit: str, day: date, price: Decimal) -> dict[str, object]:
        return {
            "code": self.code,
            "local": self.local,
            "name": self.name,
            "spec": self.spec,
            "maker": self.maker,
            "unit": unit,
            "quantity": quantity,
            "price": price,
            "amount": price * quantity,
            "date": day,
        }

    def _papers(self) -> dict[str, object]:
        number = self._rng.randrange(10**8)
        return {"invoice": f"{number:08d}", "delivery_note": f"SH{number:08d}"}


Story = Callable[[_Item, random.Random], None]


def _trade(item: _Item, rng: random.Random) -> dict[str, object]:
    """An ordinary year: some packs bought, some billed by piece and some by pack."""
    item.units()
    item.open(rng.randrange(5, 30))
    item.buy(rng.randrange(40, 80), FIRST + timedelta(days=rng.randrange(5)))
    item.bill(rng.randrange(1, 20), packs=True)
    item.bill(rng.randrange(1, 3 * item.pieces), own=True)
    row = item.bill(rng.randrange(item.pieces, 5 * item.pieces))
    if item._fiction.late:  # noqa: SLF001 - the same fiction
        item.bill(rng.randrange(1, item.pieces), day=LAST + timedelta(days=rng.randrange(1, 6)))
        item.buy(rng.randrange(1, 5), LAST + timedelta(days=rng.randrange(1, 6)))
    return row


def _plain(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    item.true("an ordinary year")


def _moved(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    for kind in ("调入", "调出", "报损", "科室自用"):
        item.change(kind, rng.randrange(1, 4))
    item.buy(2, free=True)
    item.true("transfers, losses, own use and goods given free")


def _refunded(item: _Item, rng: random.Random, *, minus: bool, booked: bool, story: str) -> None:
    row = _trade(item, rng)
    item.refund(row, rng.randrange(1, item.pieces), minus=minus, booked=booked)
    item.true(story)


def _returned(item: _Item, rng: random.Random, *, minus: bool, booked: bool, story: str) -> None:
    _trade(item, rng)
    item.return_bought(rng.randrange(1, 5), minus=minus, booked=booked)
    item.true(story)


def _new_maker(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    item.maker = "另一家制药（虚构）"
    item.buy(rng.randrange(3, 9))
    item.bill(rng.randrange(1, item.pieces))
    item.true("another maker under the same code")


def _new_item(item: _Item, rng: random.Random) -> None:
    item.units()
    item.open(0, listed=False)
    item.buy(rng.randrange(20, 40), FIRST + timedelta(days=40))
    item.bill(rng.randrange(1, 10), packs=True, day=FIRST + timedelta(days=90))
    item.true("first bought this year")


def _more_codes(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    item.local = f"{item.local}B"
    item.buy(rng.randrange(3, 9))
    item.bill(rng.randrange(1, item.pieces))
    item.true("one national code, two of the institution's own")


def _surplus(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    planted = rng.randrange(1, 4 * item.pieces)
    item.bill(planted, goods=False)
    item.true("billed without goods", "surplus", planted)


def _shortage(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    planted = rng.randrange(1, 4 * item.pieces)
    item.give_without_bill(planted)
    item.true("gone without a bill", "shortage", -planted)


def _unknown_factor(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    item._fiction.units.pop()  # noqa: SLF001 - the same fiction
    item.true("nobody says how many pieces a pack holds", "unknown_factor", None)


def _not_counted(item: _Item, rng: random.Random) -> None:
    _trade(item, rng)
    item.true("left out of the count", "no_count", None)


def _unmatched(item: _Item, rng: random.Random) -> None:
    item.bill(rng.randrange(5, 50))
    item.true("billed under a code that nobody bought or counted", "unmatched_code", None)


STORIES: dict[str, Story] = {
    "plain": _plain,
    "moved": _moved,
    "refund_minus": lambda i, r: _refunded(i, r, minus=True, booked=False, story="refund as a negative row"),
    "refund_booked": lambda i, r: _refunded(i, r, minus=False, booked=True, story="refund booked elsewhere"),
    "refund_twice": lambda i, r: _refunded(i, r, minus=True, booked=True, story="one refund in both ledgers"),
    "return_minus": lambda i, r: _returned(i, r, minus=True, booked=False, story="return as a negative row"),
    "return_booked": lambda i, r: _returned(i, r, minus=False, booked=True, story="return booked elsewhere"),
    "return_twice": lambda i, r: _returned(i, r, minus=True, booked=True, story="one return in both ledgers"),
    "new_maker": _new_maker,
    "new_item": _new_item,
    "more_codes": _more_codes,
    "surplus": _surplus,
    "shortage": _shortage,
    "unknown_factor": _unknown_factor,
    "no_count": _not_counted,
    "unmatched_code": _unmatched,
}


def stock_fiction(seed: int, *, rounds: int = 1) -> StockFiction:
    """Play every story ``rounds`` times; the same seed gives the same year."""
    rng = random.Random(seed)  # noqa: S311 - invented goods, no secrets
    fiction = StockFiction(late=rng.random() < 0.5)
    number = 0
    for _ in range(rounds):
        for name, story in STORIES.items():
            number += 1
            item = _Item(fiction, rng, number)
            story(item, rng)
            if name != "unmatched_code":
                item.count(counted=name != "no_count")
        number += 1
        _namesakes(fiction, rng, number)
        number += 1
    _herb(fiction, rng, number + 1)
    for rows in (fiction.billing, fiction.purchases, fiction.stock):
        rng.shuffle(rows)
    return fiction


def _namesakes(fiction: StockFiction, rng: random.Random, number: int) -> None:
    """Two items of one name and another pack: one is over, the other must not answer for it."""
    first = _Item(fiction, rng, number, name=f"同名片{number}")
    second = _Item(fiction, rng, number + 1, name=f"同名片{number}")
    second.pieces = first.pieces * 2
    second.spec = f"0.5g*{second.pieces}片"
    _trade(first, rng)
    _trade(second, rng)
    planted = rng.randrange(1, first.pieces)
    first.bill(planted, goods=False)
    first.count()
    second.count()
    first.true("namesake with a surplus", "surplus", planted)
    second.true("namesake of an item with a surplus")


def _herb(fiction: StockFiction, rng: random.Random, number: int) -> None:
    """Herbal pieces: bought by the kilogram, billed by the gram, and some of the weight dries away."""
    item = _Item(fiction, rng, number, name=f"青禾饮片{number}")
    item.code, item.spec = f"T{rng.randrange(10**9):09d}{number:010d}", "统货"
    item.small, item.big, item.pieces = "克", "千克", 1000
    item.open(rng.randrange(2, 6))
    item.buy(rng.randrange(5, 10), FIRST + timedelta(days=3))
    item.bill(rng.randrange(500, 4000))
    dried = rng.randrange(1, 300)
    item.give_without_bill(dried)
    item.count()
    item.true("herbs that dried", "within_tolerance", -dried)
