"""Billing of an invented hospital: one story a patient, what was planted told beside it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from inspector_app.services.fiction_export import exported

FIRST = date(2026, 1, 5)
Planted = tuple[str, Decimal, Decimal]
"""The rule's id, the quantity and the fund's amount."""
_HEADER = (
    "人员编号", "姓名", "性别", "出生日期", "住院号", "结算单号", "医疗类别", "入院日期", "出院日期",
    "费用发生时间", "医保目录编码", "项目名称", "数量", "单价", "金额", "基金支付金额", "自费标志",
)  # fmt: skip
_NAMES = ("甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八")


@dataclass(slots=True)
class ChargeFiction:
    """The rows, and for each planted patient every hit that must be found."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    again: list[tuple[str, ...]] = field(default_factory=list)
    """A second export that overlaps the first one."""
    truth: dict[str, set[Planted]] = field(default_factory=dict)

    def files(self) -> tuple[bytes, bytes]:
        """Both exports, in two encodings."""
        return exported(_HEADER, self.rows, "gb18030"), exported(_HEADER, self.again, "utf-8-sig")


class _Patient:
    """One person with one stay."""

    def __init__(self, fiction: ChargeFiction, rng: random.Random, at: int) -> None:
        self._fiction, self.rng = fiction, rng
        # Namesakes everywhere: only the number tells people apart.
        self.number, self.name = f"FX{at:06d}", rng.choice(_NAMES)
        self.sex, self.birth = rng.choice("男女"), date(rng.randrange(1940, 2005), 3, 1)
        self.admitted = FIRST + timedelta(days=rng.randrange(200))
        self.days = rng.randrange(4, 12)
        self.written: list[tuple[str, ...]] = []

    def day(self, at: int) -> date:
        return self.admitted + timedelta(days=at)

    def price(self) -> Decimal:
        return Decimal(self.rng.randrange(500, 20_000)) / 100

    def bill(
        self,
        name: str,
        at: int,
        quantity: Decimal | int = 1,
        *,
        price: Decimal | None = None,
        own: bool = False,
    ) -> Decimal:
        """Bill an item on a day of the stay; returns what the fund paid, four fifths and in fen."""
        each = price if price is not None else self.price()
        amount = each * quantity
        fund = Decimal(0) if own else (amount * Decimal("0.8")).quantize(Decimal("0.01"))
        row = (
            self.number, self.name, self.sex, f"{self.birth:%Y-%m-%d}", f"ZY{self.number}",
            f"JS{self.number}", "普通住院", f"{self.admitted:%Y-%m-%d}", f"{self.day(self.days):%Y-%m-%d}",
            f"{self.day(at):%Y-%m-%d} {7 + self.rng.randrange(12):02d}:{len(self.written):02d}:00",
            "", name, str(quantity), str(each), str(amount), str(fund), "1" if own else "0",
        )  # fmt: skip
        self._fiction.rows.append(row)
        self.written.append(row)
        return fund

    def plant(self, rule: str, quantity: Decimal | int, amount: Decimal) -> None:
        found = self._fiction.truth.setdefault(self.number, set())
        found.add((rule, Decimal(quantity), amount))

    def repeat(self) -> None:
        self._fiction.again += self.written


def _clean_stay(one: _Patient) -> None:
    for at in range(one.days + 1):
        one.bill("普通病房床位费", at)
        one.bill("Ⅱ级护理", at)
    one.bill("血气分析", 0)
    one.bill("尿液分析(仪器法)", 1)
    one.bill("糖化血红蛋白测定", 1)


def _other_days(one: _Patient) -> None:
    """Intensive care first, the monitor in the ward on the days after it."""
    one.bill("重症监护费", 0)
    one.bill("心电监护", 1)
    one.bill("心电监护", 2)


def _like_names(one: _Patient) -> None:
    """Names that hold a rule's words in their midst and are other items."""
    one.bill("重症监护费", 0)
    one.bill("心电监护电极片", 0)
    one.bill("呼吸机吸痰护理", 1)
    one.bill("密闭式吸痰护理包", 1)


def _refunded(one: _Patient) -> None:
    """Billed and given back: the refund stands days later."""
    price = one.price()
    one.bill("重症监护费", 0)
    one.bill("血氧饱和度监测", 0, 2, price=price)
    one.bill("血氧饱和度监测", 3, -2, price=price)


def _own_pay(one: _Patient) -> None:
    one.bill("β2微球蛋白测定", 1)
    one.bill("β2微球蛋白测定", 1, own=True)


def _overlapping_exports(one: _Patient) -> None:
    """The same line in two exports is one charge."""
    one.bill("糖化血红蛋白测定", 1)
    one.bill("NT-proBNP测定", 2)
    one.bill("血气分析", 2)
    one.bill("血清碳酸氢盐测定", 1)
    one.repeat()


def _cultured(one: _Patient) -> None:
    one.bill("痰培养", 0)
    one.bill("药敏试验", 3)


def _one_part(one: _Patient) -> None:
    one.bill("粪便镜检", 0)
    one.bill("粪便颜色检查", 2)


def _monitored(one: _Patient) -> None:
    one.bill("重症监护费", 1)
    fund = one.bill("心电监护", 1, 24) + one.bill("血氧饱和度监测", 1, 24)
    one.plant("icu-monitoring", 48, fund)


def _bicarbonate(one: _Patient) -> None:
    """Two tests beside one analysis: one of them is covered, and given back in part it stays so."""
    price = Decimal("12.00")
    one.bill("血气分析", 2)
    one.bill("血清碳酸氢盐测定", 2, 3, price=price)
    one.bill("血清碳酸氢盐测定", 3, -1, price=price)
    one.plant("blood-gas-bicarbonate", 1, Decimal("9.60"))


def _twice_a_day(one: _Patient) -> None:
    one.bill("β2微球蛋白测定", 1)
    price = one.price()
    # The dearer hour is not known before: the later of the two charges is above the limit.
    first, second = one.written[-1], one.bill("β2微球蛋白测定", 1, price=price)
    later = one.written[-1]
    amount = second if (later[9], 1) > (first[9], 0) else Decimal(first[15])
    one.plant("beta2-microglobulin", 1, amount)


def _too_often(one: _Patient) -> None:
    price = Decimal("50.00")
    for at in range(3):
        one.bill("糖化血红蛋白测定", at, price=price)
    one.plant("hba1c-in-stay", 2, Decimal("80.00"))


def _more_beds(one: _Patient) -> None:
    one.bill("普通病房床位费", one.days, one.days + 3, price=Decimal("30.00"))
    one.plant("bed-days", 2, Decimal("48.00"))


def _split(one: _Patient) -> None:
    one.bill("粪便镜检", 1)
    one.bill("粪便颜色检查", 1)
    one.bill("粪便性状检查", 1)
    one.plant("stool-parts", 3, Decimal(-1))


def _without_culture(one: _Patient) -> None:
    one.plant("susceptibility-without-culture", 1, one.bill("药敏试验", 2))


def _other_sex(one: _Patient) -> None:
    one.sex = "女"
    one.plant("male-items", 1, one.bill("前列腺液常规检查", 1))


def _own_sex(one: _Patient) -> None:
    one.sex = "男"
    one.bill("前列腺液常规检查", 1)


def _grown_up(one: _Patient) -> None:
    one.plant("neonatal-items", 2, one.bill("新生儿护理", 1, 2))


def _newborn(one: _Patient) -> None:
    one.birth = one.admitted - timedelta(days=2)
    one.bill("新生儿护理", 1, 2)


_STORIES: tuple[Callable[[_Patient], None], ...] = (
    _clean_stay, _other_days, _like_names, _refunded, _own_pay, _overlapping_exports, _cultured, _one_part,
    _own_sex, _newborn, _monitored, _bicarbonate, _twice_a_day, _too_often, _more_beds, _split,
    _without_culture, _other_sex, _grown_up,
)  # fmt: skip


def charge_fiction(seed: int, *, rounds: int = 1) -> ChargeFiction:
    """Invent billing in which every story happens once a round; the same seed gives the same one."""
    rng = random.Random(seed)  # noqa: S311 - an invented hospital, no secrets
    fiction = ChargeFiction()
    for at in range(rounds * len(_STORIES)):
        _STORIES[at % len(_STORIES)](_Patient(fiction, rng, at))
    rng.shuffle(fiction.rows)
    rng.shuffle(fiction.again)
    return fiction
