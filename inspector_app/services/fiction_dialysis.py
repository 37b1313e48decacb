"""A quarter of an invented dialysis unit: bills, records, schedule and stock room, with what was planted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
_HOME, _ELSEWHERE = "H99990000001", "H99990000007"
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "禾苗溪石竹松柏岚舟帆墨砚棠芷"
_HD = ("003110000060000", "血液透析", Decimal(400), Decimal(340))
_HDF = ("003110000080000", "血液透析滤过", Decimal(750), Decimal(640))
_HP = ("003110000100000", "血液灌流", Decimal(500), Decimal(425))
_MATERIALS = {
    "dialyser": ("空心纤维血液透析器", Decimal(120), Decimal(96)),
    "lines": ("血液透析管路", Decimal(30), Decimal(24)),
    "needle": ("动静脉内瘘穿刺针", Decimal(8), Decimal("6.4")),
    "care_pack": ("透析护理包", Decimal(15), Decimal(12)),
    "perfuser": ("一次性使用血液灌流器", Decimal(480), Decimal(384)),
}
_EPO = ("XB03XA01RBT001B002010100001", "重组人促红素注射液(CHO细胞)", Decimal(30), Decimal(24))
_FLUX = {
    "F6": "低通",
    "F7": "低通",
    "FX8": "低通",
    "FX80": "高通",
    "FX60": "高通",
    "QH15": "高通",
    "QH16": "",
}
Row = dict[str, object]


@dataclass(slots=True)
class DialysisFiction:
    """All ledgers as rows, and the kinds of points that must be found, each with whom or what it is about."""

    billing: list[Row] = field(default_factory=list)
    records: list[Row] = field(default_factory=list)
    schedule: list[Row] = field(default_factory=list)
    purchases: list[Row] = field(default_factory=list)
    returns: list[Row] = field(default_factory=list)
    stock: list[Row] = field(default_factory=list)
    deaths: list[Row] = field(default_factory=list)
    truth: set[tuple[str, str]] = field(default_factory=set)
    used: Counter[str] = field(default_factory=Counter)
    """Dialysers that were really used up."""


class Patient:
    """One patient of the unit and what the unit writes down about the sessions."""

    def __init__(
        self, fiction: DialysisFiction, rng: random.Random, number: int, *, own_numbers: bool
    ) -> None:
        self.fiction, self.rng = fiction, rng
        given = _GIVEN[number // len(_SURNAMES) % len(_GIVEN)]
        self.name = f"{_SURNAMES[number % len(_SURNAMES)]}{given}{_GIVEN[number % len(_GIVEN)]}"
        self.id = f"9900001970010{number:05d}"
        self.record_id = f"TX{number:05d}" if own_numbers else self.id
        self.model = rng.choice(("F6", "F7", "FX60"))
        self.catheter = False
        start = FIRST + timedelta(days=rng.randrange(4, 7))
        self.days = [start + timedelta(days=7 * week + gap) for week in range(11) for gap in (0, 2, 4)]

    def true(self, *kinds: str, about: str = "") -> None:
        self.fiction.truth.update((kind, about or self.name) for kind in kinds)

    def bill(
        self,
        what: tuple[str, str, Decimal, Decimal],
        day: date,
        *,
        many: int = 1,
        spec: str = "",
        where: str = _HOME,
        admitted: date | None = None,
        discharged: date | None = None,
        settlement: str = "",
    ) -> str:
        """One line of the bill; returns the settlement's number."""
        code, name, price, fund = what
        number = settlement or f"JS{self.rng.randrange(10**9):09d}"
        self.fiction.billing.append(
            {
                "code": code, "name": name, "spec": spec, "unit": "次" if code.startswith("00") else "支",
                "quantity": many, "price": price, "amount": price * many, "fund": fund * many,
                "date": day, "patient": self.name, "id": self.id, "institution": where,
                "settlement": number, "admitted": admitted, "discharged": discharged,
            }
        )  # fmt: skip
        return number

    def material(self, kind: str, day: date, many: int = 1, spec: str = "") -> None:
        name, price, fund = _MATERIALS[kind]
        self.bill(("", name, price, fund), day, many=many, spec=spec)

    def bill_session(
        self, day: date, *, service: tuple[str, str, Decimal, Decimal] = _HD, model: str = ""
    ) -> None:
        self.bill(service, day)
        spelt = self.rng.choice(_SPELT)(model or self.model)
        self.material("dialyser", day, spec=spelt)
        self.material("lines", day)
        self.material("care_pack", day)
        if not self.catheter:
            self.material("needle", day, 2, spec="16G")

    def record(self, day: date, *, mode: str = "HD", model: str = "", is_used: bool = True) -> None:
        used = model or self.model
        self.fiction.records.append(
            {
                "date": day, "patient": self.name, "id": self.record_id, "mode": mode,
                "model": self.rng.choice(_SPELT)(used), "flux": _FLUX[used], "shift": "上午", "machine": "",
                "access": "右颈内静脉导管" if self.catheter else "左前臂自体动静脉内瘘",
            }
        )  # fmt: skip
        if is_used:
            self.fiction.used[used] += 1

    def plan(self, day: date) -> None:
        self.fiction.schedule.append(
            {"date": day, "patient": self.name, "id": self.record_id, "shift": "上午", "machine": "3号机"}
        )

    def session(self, day: date) -> None:
        """A session as it should be."""
        self.bill_session(day)
        self.record(day)
        self.plan(day)

    def sessions(self, days: list[date] | None = None) -> None:
        for day in self.days if days is None else days:
            self.session(day)

    def middle(self) -> date:
        """A session in the middle of February, far from the edge of a month."""
        return next(day for day in self.days if day >= date(2026, 2, 10))


_SPELT: tuple[Callable[[str], str], ...] = (
    lambda model: model,
    lambda model: model.lower(),
    lambda model: f"{model} 1.4㎡",
    lambda model: f"{''.join(s for s in model if s.isalpha())}-{''.join(s for s in model if s.isdigit())}",
)


# Nothing to find: what looks like it and is none.


def _clean(one: Patient) -> None:
    one.sessions()
    one.bill(_EPO, one.middle(), many=4)


def _late(one: Patient) -> None:
    """Booked on the day after, over the edge of a month too."""
    for day in one.days:
        one.bill_session(day + timedelta(days=1))
        one.record(day)
        one.plan(day)


def _refunded(one: Patient) -> None:
    """Billed twice by mistake, given back in the month after."""
    one.sessions()
    number = one.bill(_HD, one.middle())
    one.bill(_HD, one.middle() + timedelta(days=25), many=-1, settlement=number)


def _perfused(one: Patient) -> None:
    """A perfusion beside a dialysis is no session of its own."""
    one.sessions([day for day in one.days if day != one.middle()])
    day = one.middle()
    one.bill_session(day)
    one.bill(_HP, day)
    one.material("perfuser", day, spec="HA130")
    one.record(day, mode="HD+HP")
    one.plan(day)


def _filtered(one: Patient) -> None:
    """Filtration billed and recorded; a breathing filter on the same bill is no dialyser."""
    one.sessions([day for day in one.days if day != one.middle()])
    one.bill_session(one.middle(), service=_HDF)
    one.bill(("", "血滤器", Decimal(260), Decimal(208)), one.middle(), spec="QF18")
    one.record(one.middle(), mode="血液透析滤过")
    one.plan(one.middle())
    one.bill(
        ("C08010100100001000001000001", "呼吸过滤器", Decimal(45), Decimal(30)), one.middle(), spec="HME"
    )


def _catheter(one: Patient) -> None:
    one.catheter = True
    one.sessions()


def _repeated(one: Patient) -> None:
    """Overlapping exports repeat the lines of a record."""
    one.sessions()
    one.fiction.records += [dict(row) for row in one.fiction.records[-3:]]


def _absent(one: Patient) -> None:
    """Planned, but did not come."""
    one.sessions([day for day in one.days if day != one.middle()])
    one.plan(one.middle())


def _died(one: Patient) -> None:
    """Nothing was billed after the day of death."""
    one.sessions([day for day in one.days if day <= date(2026, 3, 1)])
    one.fiction.deaths.append({"patient": one.name, "id": one.id, "date": date(2026, 3, 1)})


def _elsewhere(one: Patient) -> None:
    """In another hospital, and no session was billed meanwhile."""
    first, last = date(2026, 2, 9), date(2026, 2, 18)
    one.sessions([day for day in one.days if not first < day < last])
    _stay(one, first, last)


def _stay(one: Patient, first: date, last: date) -> None:
    bed = ("001109000010000", "普通床位费", Decimal(40), Decimal(32))
    one.bill(bed, first, many=9, where=_ELSEWHERE, admitted=first, discharged=last)


# Planted.


def _invented(one: Patient) -> None:
    """Sessions billed that no record knows."""
    one.sessions()
    for days in (1, 15):
        one.bill_session(one.middle() + timedelta(days=days))
    one.true("dialysis_billed_not_recorded")


def _doubled(one: Patient) -> None:
    one.sessions()
    one.bill(_HD, one.middle())
    one.true("dialysis_billed_not_recorded")


def _unbilled(one: Patient) -> None:
    one.sessions([day for day in one.days if day != one.middle()])
    one.record(one.middle())
    one.plan(one.middle())
    one.true("dialysis_recorded_not_billed")


def _unplanned(one: Patient) -> None:
    """Billed and recorded, but no machine ran."""
    one.sessions([day for day in one.days if day != one.middle()])
    one.bill_session(one.middle())
    one.record(one.middle())
    one.true("dialysis_not_scheduled")


def _dearer(one: Patient) -> None:
    one.sessions([day for day in one.days if day != one.middle()])
    one.bill_session(one.middle(), service=_HDF)
    one.record(one.middle())
    one.plan(one.middle())
    one.true("dialysis_mode")


def _never_perfused(one: Patient) -> None:
    one.sessions()
    one.bill(_HP, one.middle())
    one.true("dialysis_mode")


def _other_model(one: Patient) -> None:
    one.model = "F6"
    _with_dialyser(one, billed="F7")
    one.true("dialysis_model")


def _high_flux(one: Patient) -> None:
    one.model = "F7"
    _with_dialyser(one, billed="FX60")
    one.true("dialysis_flux")


def _with_dialyser(one: Patient, billed: str) -> None:
    for day in one.days:
        one.bill_session(day, model=billed if day == one.middle() else "")
        one.record(day)
        one.plan(day)


def _never_bought(one: Patient) -> None:
    one.model = "QH15"
    one.sessions()
    one.true("dialysis_model_not_purchased", about="QH15")


def _never_used(one: Patient) -> None:
    """Recorded and billed, but the stock room gave nothing out."""
    one.model = "FX80"
    one.sessions([day for day in one.days if day != one.middle()])
    one.bill_session(one.middle())
    one.record(one.middle(), is_used=False)
    one.plan(one.middle())
    one.true("dialysis_consumption", about="FX80")


def _needles(one: Patient) -> None:
    one.sessions()
    one.material("needle", one.middle(), 2)
    one.true("dialysis_materials")


def _needles_by_catheter(one: Patient) -> None:
    one.catheter = True
    one.sessions()
    one.material("needle", one.middle(), 2)
    one.true("dialysis_materials")


def _too_many(one: Patient) -> None:
    days = {day for day in one.days if day.month != 2} | {
        date(2026, 2, 1) + timedelta(days=d) for d in range(16)
    }
    one.sessions(sorted(days))
    one.true("dialysis_cap")


def _epo_alone(one: Patient) -> None:
    one.sessions([day for day in one.days if day.month != 2])
    one.bill(_EPO, date(2026, 2, 14), many=10)
    one.true("dialysis_epo")


def _after_death(one: Patient) -> None:
    died = date(2026, 2, 2)
    one.sessions([day for day in one.days if day <= died])
    one.fiction.deaths.append({"patient": one.name, "id": one.id, "date": died})
    one.bill_session(died + timedelta(days=16))
    one.true("dialysis_after_death", "dialysis_billed_not_recorded")


def _during_stay(one: Patient) -> None:
    one.sessions()
    _stay(one, date(2026, 2, 9), date(2026, 2, 18))
    one.true("dialysis_stay_elsewhere")


_STORIES: tuple[Callable[[Patient], None], ...] = (
    _clean, _clean, _late, _refunded, _perfused, _filtered, _catheter, _repeated, _absent, _died, _elsewhere,
    _invented, _doubled, _unbilled, _unplanned, _dearer, _never_perfused, _other_model, _high_flux,
    _never_bought, _never_used, _needles, _needles_by_catheter, _too_many, _epo_alone, _after_death,
    _during_stay,
)  # fmt: skip
_ONCE = frozenset({_never_bought, _never_used})


def dialysis_fiction(seed: int, *, stories: int | None = None) -> DialysisFiction:
    """Invent a unit, or a small one of so many ``stories``; the same seed gives the same one."""
    rng = random.Random(seed)  # noqa: S311 - an invented unit, no secrets
    fiction = DialysisFiction()
    own_numbers = rng.random() < 0.3
    chosen = list(_STORIES) if stories is None else [_clean, *rng.sample(_STORIES, stories)]
    rng.shuffle(chosen)
    for number, story in enumerate(chosen):
        story(Patient(fiction, rng, number + rng.randrange(3) * 40, own_numbers=own_numbers))
    if not own_numbers:
        _namesakes(fiction, rng)
    _stock_room(fiction, rng)
    for rows in (fiction.billing, fiction.records, fiction.schedule):
        rng.shuffle(rows)
    return fiction


def _namesakes(fiction: DialysisFiction, rng: random.Random) -> None:
    """Two people of one name, one with a session too many: numbers keep them apart."""
    first, second = (Patient(fiction, rng, number, own_numbers=False) for number in (198, 199))
    second.name = first.name
    second.id = second.record_id = "990000197001088888"
    first.sessions()
    second.sessions()
    first.bill_session(first.middle() + timedelta(days=1))
    first.true("dialysis_billed_not_recorded")


def _stock_room(fiction: DialysisFiction, rng: random.Random) -> None:
    """What came is what was used and what is left; a model that was never bought is in no ledger."""
    models = sorted({"F6", "F7", "FX60", *fiction.used} - {"QH15"})
    for model, (opening, closing) in _levels(models, rng):
        needed = fiction.used[model] + closing - opening
        returned = rng.randrange(3)
        lots = _lots(needed + returned, rng)
        name = _MATERIALS["dialyser"][0]
        for lot in lots:
            day = FIRST + timedelta(days=rng.randrange(80))
            fiction.purchases.append(
                {"name": name, "spec": model, "unit": "支", "quantity": lot, "price": Decimal(80),
                 "amount": Decimal(80) * lot, "date": day, "supplier": "云岭器械（虚构）"}
            )  # fmt: skip
        if returned:
            fiction.returns.append(
                {"name": name, "spec": model, "unit": "支", "quantity": returned,
                 "date": LAST - timedelta(days=5), "supplier": "云岭器械（虚构）"}
            )  # fmt: skip
        fiction.stock.append(
            {"name": name, "spec": model, "unit": "支", "opening": opening, "closing": closing}
        )
    for name, spec in (("呼吸过滤器", "HME"), ("血滤器", "QF18")):
        fiction.purchases.append(
            {"name": name, "spec": spec, "unit": "个", "quantity": 50, "price": Decimal(20),
             "amount": Decimal(1000), "date": FIRST + timedelta(days=9), "supplier": "云岭器械（虚构）"}
        )  # fmt: skip


def _levels(models: list[str], rng: random.Random) -> Iterator[tuple[str, tuple[int, int]]]:
    for model in models:
        yield model, (rng.randrange(5, 20), rng.randrange(20, 40))


def _lots(many: int, rng: random.Random) -> list[int]:
    first = rng.randrange(1, many) if many > 1 else many
    return [lot for lot in (first, many - first) if lot]
