"""Stays of an invented district: one story a patient, what was planted told beside it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from inspector_app.services.fiction_export import exported

FIRST = date(2026, 1, 5)
_HEADER = (
    "定点医药机构编号", "人员编号", "姓名", "住院号", "结算单号", "医疗类别", "入院日期", "出院日期",
    "费用发生时间", "项目名称", "数量", "单价", "金额", "基金支付金额",
)  # fmt: skip
_HOME, _ELSEWHERE = "H99990000001", "H99990000002"
_NAMES = ("甲一", "乙二", "丙三", "丁四")


@dataclass(slots=True)
class StayFiction:
    """The rows, and for each planted patient the kinds that must be found with their amount."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    truth: dict[str, set[tuple[str, Decimal | None]]] = field(default_factory=dict)

    def file(self) -> bytes:
        """The export."""
        return exported(_HEADER, self.rows, "gb18030")


class _Patient:
    def __init__(self, fiction: StayFiction, rng: random.Random, at: int) -> None:
        self._fiction, self._rng = fiction, rng
        self.number, self.name = f"fx{at:06d}", rng.choice(_NAMES)
        self.first = FIRST + timedelta(days=rng.randrange(100))
        self.long = rng.randrange(5, 12)

    def day(self, at: int) -> date:
        return self.first + timedelta(days=at)

    def bill(
        self, stay: tuple[int, int] | None, at: int, *, number: int = 1, many: int = 1, where: str = _HOME,
        fen: int = 0,
    ) -> Decimal:  # fmt: skip
        """Bill on a day, of a stay or as an outpatient; returns what the fund paid."""
        price = Decimal(fen or self._rng.randrange(100, 30_000)) / 100
        fund = (price * many * Decimal("0.7")).quantize(Decimal("0.01"))
        visit = f"{'ZY' if stay else 'MZ'}{self.number}{number}"
        days = (f"{self.day(stay[0])} 09:00:00", str(self.day(stay[1]))) if stay else ("", "")
        self._fiction.rows.append(
            (
                where, self.number, self.name, visit, f"JS{visit}", "普通住院" if stay else "普通门诊", *days,
                f"{self.day(at)} {8 + self._rng.randrange(10):02d}:00:00", "护理费" if stay else "诊察费",
                str(many), str(price), str(price * many), str(fund),
            )
        )  # fmt: skip
        return fund

    def stay(self, first: int, last: int, *, number: int = 1, where: str = _HOME) -> list[Decimal]:
        """A stay with something billed every day; returns what the fund paid each day."""
        return [self.bill((first, last), at, number=number, where=where) for at in range(first, last + 1)]

    def plant(self, kind: str, amount: Decimal | None = None) -> None:
        self._fiction.truth.setdefault(self.number.upper(), set()).add((kind, amount))


def _clean(one: _Patient) -> None:
    one.stay(0, one.long)


def _twice_long_after(one: _Patient) -> None:
    one.stay(0, one.long)
    one.stay(one.long + 16, one.long + 20, number=2)


def _transferred(one: _Patient) -> None:
    """Leaves here and enters there on one day."""
    one.stay(0, one.long)
    one.stay(one.long, one.long + 5, number=2, where=_ELSEWHERE)


def _late_refund(one: _Patient) -> None:
    """Given back after the discharge: a negative row outside the stay is no fee."""
    one.stay(0, one.long)
    one.bill((0, one.long), 2, fen=1000)
    one.bill((0, one.long), one.long + 4, many=-1, fen=1000)


def _booked_and_given_back(one: _Patient) -> None:
    one.stay(0, one.long)
    one.bill((0, one.long), one.long + 2, many=7, fen=1200)
    one.bill((0, one.long), one.long + 3, many=-7, fen=1200)


def _outpatient_before(one: _Patient) -> None:
    """The outpatient visit that led to the admission, and the medicine after it."""
    one.bill(None, 0)
    one.stay(0, one.long)
    one.bill(None, one.long, number=2)


def _two_days_free(one: _Patient) -> None:
    for at in (0, 1, 4, 5):
        one.bill((0, 5), at)


def _after_discharge(one: _Patient) -> None:
    one.stay(0, one.long)
    one.plant("stay_fees_outside", one.bill((0, one.long), one.long + 3, many=2))


def _before_admission(one: _Patient) -> None:
    one.stay(0, one.long)
    one.plant("stay_fees_outside", one.bill((0, one.long), -2))


def _overlapping(one: _Patient) -> None:
    one.stay(0, one.long)
    paid = one.stay(one.long - 2, one.long + 4, number=2, where=_ELSEWHERE)
    one.plant("stay_overlap", sum(paid[:3], Decimal(0)))


def _outpatient(one: _Patient) -> None:
    one.stay(0, one.long)
    one.plant("stay_outpatient", one.bill(None, 2))


def _again(one: _Patient) -> None:
    one.stay(0, one.long)
    one.stay(one.long + 2, one.long + 8, number=2)
    one.plant("stay_readmitted")


def _empty(one: _Patient) -> None:
    for at in (0, 1, 5, 6):
        one.bill((0, 6), at)
    one.plant("stay_no_service")


_STORIES: tuple[Callable[[_Patient], None], ...] = (
    _clean, _twice_long_after, _transferred, _late_refund, _booked_and_given_back, _outpatient_before,
    _two_days_free, _after_discharge, _before_admission, _overlapping, _outpatient, _again, _empty,
)  # fmt: skip


def stay_fiction(seed: int, *, rounds: int = 1, first: int = 0) -> StayFiction:
    """Invent billing in which every story happens once a round; the same seed gives the same one.

    ``first`` is the number of the first patient, so that several fictions can stand in one ledger.
    """
    rng = random.Random(seed)  # noqa: S311 - an invented district, no secrets
    fiction = StayFiction()
    for at in range(rounds * len(_STORIES)):
        _STORIES[at % len(_STORIES)](_Patient(fiction, rng, first + at))
    rng.shuffle(fiction.rows)
    return fiction
