"""An invented hospital at night: its lists, the looks at its beds, its bills, and what was planted."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from inspector_app.services.fiction_export import exported

NIGHT = datetime(2026, 3, 10, 20, 0)  # noqa: DTZ001 - wall time, as ledgers write it
LEDGER_ENDS = date(2026, 3, 14)
_ROSTER = ("病区", "床号", "姓名", "性别", "年龄", "身份证号", "住院号", "入院时间", "请假次数", "请假天数")
_CHECKS = ("病区", "床号", "姓名", "核查结果", "核查时间")
_BILLED = (
    "人员编号", "姓名", "住院号", "结算单号", "医疗类别", "入院日期", "出院日期", "费用发生时间", "项目名称",
    "数量", "单价", "金额", "基金支付金额",
)  # fmt: skip
_SURNAMES, _GIVEN = "沈顾陆何苏周林叶", "一禾南枝知微清源映秋叙白远山"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(slots=True)
class HeadcountFiction:
    """Rows of three exports, and what must be found: kind, whom it is about, and the amount."""

    roster: list[tuple[str, ...]] = field(default_factory=list)
    later: list[tuple[str, ...]] = field(default_factory=list)
    """The list of the next morning."""
    checks: list[tuple[str, ...]] = field(default_factory=list)
    bills: list[tuple[str, ...]] = field(default_factory=list)
    truth: set[tuple[str, str, Decimal | None]] = field(default_factory=set)

    def files(self) -> tuple[tuple[str, bytes], ...]:
        """The list, the looks and the bills, each by its option and in another encoding."""
        return (
            ("roster", exported(_ROSTER, self.roster, "gb18030")),
            ("later", exported(_ROSTER, self.later, "utf-8")),
            ("checks", exported(_CHECKS, self.checks, "utf-8-sig")),
            ("billed", exported(_BILLED, self.bills, "utf-16")),
        )


class _Patient:
    def __init__(
        self, fiction: HeadcountFiction, rng: random.Random, ward: str, number: int, bed: int
    ) -> None:
        self.fiction, self.rng, self.ward, self.bed = fiction, rng, ward, bed
        self.number = f"ZY{number:07d}"
        self.name = rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2))
        self.is_male = rng.random() < 0.5
        self.born = date(1940 + rng.randrange(50), 1 + rng.randrange(12), 1 + rng.randrange(28))
        self.identity = _identity(number // 500, self.born, number % 500 * 2 + self.is_male)
        self.entered = NIGHT - timedelta(days=4 + rng.randrange(4), hours=rng.randrange(10))
        self.left: date | None = None
        self.is_absent = self.is_listed = False

    def list(
        self, *, sex: str = "", leave: tuple[str, str] = ("", ""), lists: str = "both", bed: int = 0
    ) -> None:
        """Put the person on the lists of the evening and of the next morning, or on one of them."""
        row = (
            self.ward, f"{bed or self.bed:02d}床", self.name, sex or ("男" if self.is_male else "女"),
            f"{NIGHT.year - self.born.year}岁", self.identity, self.number,
            f"{self.entered:%Y-%m-%d %H:%M}", *leave,
        )  # fmt: skip
        self.is_listed = self.is_listed or lists != "later"
        if lists != "later":
            self.fiction.roster.append(row)
        if lists != "evening":
            self.fiction.later.append(row)

    def look(self, word: str, hours: float = 0) -> None:
        """Look at the bed, so many hours after the walk began; the last look decides."""
        at = NIGHT + timedelta(hours=hours, minutes=self.bed)
        self.fiction.checks.append((self.ward, str(self.bed), self.name, word, f"{at:%Y-%m-%d %H:%M}"))
        self.is_absent = word in ("查无此人", "空床", "请假无条", "请假有条")
        if word in ("查无此人", "空床", "请假无条"):
            self.plant("not_in_bed")
        elif hours:
            self.fiction.truth.discard(("not_in_bed", self.number, None))

    def bill(self, at: datetime | date, *, many: int = 1, kind: str = "普通住院", price: int = 0) -> Decimal:
        """Bill at a moment or on a day; returns what the fund paid."""
        cost = Decimal(price or self.rng.randrange(500, 20_000)) / 100
        fund = (cost * many * Decimal("0.8")).quantize(Decimal("0.01"))
        is_stay = kind == "普通住院"
        visit = self.number if is_stay else f"MZ{self.number}"
        self.fiction.bills.append(
            (
                self.identity, self.name, visit, f"JS{visit}", kind,
                f"{self.entered:%Y-%m-%d %H:%M}" if is_stay else "",
                str(self.left) if is_stay and self.left else "", str(at), "护理费", str(many), str(cost),
                str(cost * many), str(fund),
            )
        )  # fmt: skip
        return fund

    def treated(self, until: date, *, without: Sequence[date] = ()) -> None:
        """Bill every morning from the day of admission to a day, that day included."""
        day = self.entered.date()
        while day <= until:
            if day not in without:
                self.bill(datetime(day.year, day.month, day.day, 8 + self.rng.randrange(3)))  # noqa: DTZ001
            day += timedelta(days=1)

    def plant(self, kind: str, amount: Decimal | None = None) -> None:
        """Say what must be found about this person."""
        self.fiction.truth.add((kind, self.number, amount))


_TODAY = NIGHT.date()
_LATE, _MORNING = NIGHT + timedelta(hours=3), NIGHT + timedelta(hours=13)


def _clean(one: _Patient) -> None:
    one.list()
    one.look("在床")
    one.treated(LEDGER_ENDS)


def _out_for_examination(one: _Patient) -> None:
    one.list()
    one.look("外出检查")
    one.treated(LEDGER_ENDS)


def _leave_with_slip(one: _Patient) -> None:
    one.list(leave=("3", "0.5"))
    one.look("请假有条")
    one.treated(LEDGER_ENDS)


def _back_on_the_second_pass(one: _Patient) -> None:
    one.list()
    one.look("查无此人")
    one.look("在床", 2)
    one.treated(LEDGER_ENDS)


def _treated_before_the_walk(one: _Patient) -> None:
    """Absent at night; all bills are of the hours before, or days after by when anybody may be back."""
    one.list()
    one.look("空床")
    one.treated(_TODAY)
    one.bill(NIGHT + timedelta(days=2))


def _booked_and_given_back(one: _Patient) -> None:
    one.list()
    one.look("查无此人")
    one.treated(_TODAY)
    one.bill(_LATE, many=3, price=1100)
    one.bill(NIGHT + timedelta(days=1, hours=9), many=-3, price=1100)


def _outpatient_instead(one: _Patient) -> None:
    one.list()
    one.look("查无此人")
    one.treated(_TODAY)
    one.bill(_MORNING, kind="普通门诊")


def _two_days_free(one: _Patient) -> None:
    one.list()
    one.look("在床")
    one.treated(_TODAY - timedelta(days=3))


def _runs_on(one: _Patient) -> None:
    one.list()
    one.look("查无此人")
    one.treated(_TODAY)
    one.plant("absent_billed", one.bill(_LATE) + one.bill(_MORNING))


def _runs_on_by_day(one: _Patient) -> None:
    """Bills that name only their day: the day of the look is not counted, the next one is."""
    one.list()
    one.look("请假无条")
    one.bill(_TODAY)
    one.plant("absent_billed", one.bill(_TODAY + timedelta(days=1)))


def _nothing_for_three_days(one: _Patient) -> None:
    one.list()
    one.look("在床")
    one.treated(_TODAY - timedelta(days=4))
    one.plant("listed_no_service")


def _too_much_leave(one: _Patient) -> None:
    one.list(leave=("4", "0.5"))
    one.look("在床")
    one.treated(LEDGER_ENDS)
    one.plant("leave")


def _other_sex(one: _Patient) -> None:
    one.list(sex="女" if one.is_male else "男")
    one.look("在床")
    one.treated(LEDGER_ENDS)
    one.plant("identity_implausible")


def _home_in_the_morning(one: _Patient) -> None:
    """Seen in bed, discharged the next morning as planned."""
    one.list(lists="evening")
    one.look("在床")
    one.treated(_TODAY)


def _admitted_at_night(one: _Patient) -> None:
    one.entered = NIGHT + timedelta(hours=4)
    one.list(lists="later")
    one.treated(LEDGER_ENDS)


def _moved(one: _Patient) -> None:
    one.list(lists="evening")
    one.list(lists="later", bed=90)
    one.look("在床")
    one.treated(LEDGER_ENDS)


def _gone_in_haste(one: _Patient) -> None:
    one.list(lists="evening")
    one.look("查无此人")
    one.treated(_TODAY)
    one.plant("gone_after_look")


def _entered_late(one: _Patient) -> None:
    one.list(lists="later")
    one.plant("entered_late")


def _other_day(one: _Patient) -> None:
    one.list(lists="evening")
    one.look("在床")
    one.treated(LEDGER_ENDS)
    one.entered -= timedelta(days=2)
    one.list(lists="later")
    one.plant("list_changed")


def _settled_this_morning(one: _Patient) -> None:
    """On the evening's list on the day of the discharge: settled, not yet gone."""
    one.left = _TODAY
    one.list(lists="evening")
    one.look("出院未结算")
    one.treated(_TODAY)


def _listed_after_the_discharge(one: _Patient) -> None:
    one.left = _TODAY - timedelta(days=2)
    one.list()
    one.look("在床")
    one.treated(one.left)
    one.plant("listed_discharged")


_STORIES: tuple[Callable[[_Patient], None], ...] = (
    _clean, _out_for_examination, _leave_with_slip, _back_on_the_second_pass, _treated_before_the_walk,
    _booked_and_given_back, _outpatient_instead, _two_days_free, _runs_on, _runs_on_by_day,
    _nothing_for_three_days, _too_much_leave, _other_sex, _home_in_the_morning,
    _admitted_at_night, _moved, _gone_in_haste, _entered_late, _other_day,
    _settled_this_morning, _listed_after_the_discharge,
)  # fmt: skip
_FULL_WARD = 45
"""Beds of a ward in which the absent stay below every limit; other wards are as large as the stories."""


def headcount_fiction(seed: int) -> HeadcountFiction:
    """Invent a ward in which every story happens once, with namesakes and sometimes many clean beds."""
    rng = random.Random(seed)  # noqa: S311 - an invented hospital, no secrets
    fiction, ward = HeadcountFiction(), f"第{seed + 1}病区"
    stories = [*_STORIES, *[_clean] * (_FULL_WARD - len(_STORIES) if seed % 8 == 1 else 0)]
    rng.shuffle(stories)
    people = [_Patient(fiction, rng, ward, seed * 100 + bed, bed) for bed in range(1, len(stories) + 1)]
    # Namesakes: one name twice in the ward, whatever happened to either.
    people[1].name = people[0].name
    for one, story in zip(people, stories, strict=True):
        story(one)
    if sum(one.is_absent for one in people) * 5 >= sum(one.is_listed for one in people):
        fiction.truth.add(("absent_share", f"{ward}未在院人数占比达到挂床认定标准", None))
    rng.shuffle(fiction.bills)
    return fiction


def _identity(county: int, born: date, order: int) -> str:
    body = f"9901{county:02d}{born:%Y%m%d}{order:03d}"
    left = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[left]
