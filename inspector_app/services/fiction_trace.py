"""Trace codes of an invented pharmacy: settled boxes and their purchases, with what was planted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from inspector_app.services.fiction_export import exported

FIRST = date(2026, 1, 2)
_INSTITUTION, _ELSEWHERE = "H99990000001", "P99990000002"
_PATIENTS = ("甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八")
_DRUGS = ("青禾片", "云岭胶囊", "柳湾颗粒", "杏林滴丸", "石桥分散片")
_SETTLED = (
    "定点医药机构编号", "定点医药机构名称", "药品追溯码", "医保目录编码", "药品名称", "数量",
    "结算时间", "人员编号", "结算ID", "拆零标志",
)  # fmt: skip
_BOUGHT = ("入库日期", "医保目录编码", "商品名称", "单位", "入库数量", "供应商", "随货同行单号", "追溯码")


@dataclass(slots=True)
class TraceFiction:
    """Both ledgers as rows of text, and for each planted code the kind of point that must be found."""

    settled: list[tuple[str, ...]] = field(default_factory=list)
    bought: list[tuple[str, ...]] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)

    def settled_file(self) -> bytes:
        return exported(_SETTLED, self.settled, "gb18030")

    def bought_file(self) -> bytes:
        return exported(_BOUGHT, self.bought, "utf-8-sig")


class _Box:
    """One box with its code."""

    def __init__(self, fiction: TraceFiction, rng: random.Random, number: int) -> None:
        self._fiction = fiction
        self._rng = rng
        self.code = f"8{rng.randrange(10**8):08d}{number:011d}"
        self._drug = rng.randrange(len(_DRUGS))
        self.day = FIRST + timedelta(days=rng.randrange(1, 200))

    def buy(self, day: date, *, note: bool = True) -> None:
        noted = f"SH{self._rng.randrange(10**6):06d}" if note else ""
        drug = (f"XTRACE{self._drug:017d}", _DRUGS[self._drug])
        self._fiction.bought.append(
            (f"{day:%Y-%m-%d}", *drug, "盒", "1", "云岭医药（虚构）", noted, self.code)
        )

    def settle(
        self,
        day: date,
        *,
        quantity: int = 1,
        patient: str = "",
        where: str = _INSTITUTION,
        unpacked: bool = False,
        number: str = "",
    ) -> str:
        """Settle the box; returns the settlement's number."""
        settlement = number or f"JS{self._rng.randrange(10**10):010d}"
        names = {_INSTITUTION: "青禾县人民医院（虚构）", _ELSEWHERE: "南屏药房（虚构）"}
        self._fiction.settled.append(
            (
                where,
                names[where],
                self.code,
                f"XTRACE{self._drug:017d}",
                _DRUGS[self._drug],
                str(quantity),
                f"{day:%Y-%m-%d} 10:{self._rng.randrange(60):02d}:00",
                patient or self._rng.choice(_PATIENTS),
                settlement,
                "1" if unpacked else "0",
            )
        )
        return settlement

    def true(self, kind: str) -> None:
        self._fiction.truth[self.code] = kind


def _clean(box: _Box) -> None:
    box.buy(box.day - timedelta(days=3))
    box.settle(box.day)


def _unpacked(box: _Box) -> None:
    """Sold by the piece: the code may be settled again and again."""
    box.buy(box.day - timedelta(days=3))
    for days in range(3):
        box.settle(box.day + timedelta(days=days), unpacked=True)


def _refunded(box: _Box) -> None:
    """Given back and sold again."""
    box.buy(box.day - timedelta(days=3))
    box.settle(box.day, patient="甲一")
    box.settle(box.day + timedelta(days=1), quantity=-1, patient="甲一")
    box.settle(box.day + timedelta(days=9), patient="乙二")


def _repeated(box: _Box) -> None:
    """The same settlement in two overlapping exports."""
    box.buy(box.day - timedelta(days=3))
    number = box.settle(box.day, patient="丙三")
    box.settle(box.day, patient="丙三", number=number)


def _twice(box: _Box) -> None:
    box.buy(box.day - timedelta(days=3))
    box.settle(box.day)
    box.settle(box.day + timedelta(days=12))
    box.true("trace_duplicate")


def _elsewhere(box: _Box) -> None:
    box.buy(box.day - timedelta(days=3))
    box.settle(box.day)
    box.settle(box.day + timedelta(days=12), where=_ELSEWHERE)
    box.true("trace_two_institutions")


def _unknown(box: _Box) -> None:
    box.settle(box.day)
    box.true("trace_not_purchased")


def _early(box: _Box) -> None:
    box.buy(box.day + timedelta(days=5))
    box.settle(box.day)
    box.true("trace_before_purchase")


def _unnoted(box: _Box) -> None:
    box.buy(box.day - timedelta(days=3), note=False)
    box.settle(box.day)
    box.true("trace_without_delivery_note")


def _short(box: _Box) -> None:
    box.code = box.code[:17]
    box.settle(box.day)
    box.true("trace_invalid")


_STORIES: tuple[Callable[[_Box], None], ...] = (
    _clean, _clean, _clean, _unpacked, _refunded, _repeated,
    _twice, _elsewhere, _unknown, _early, _unnoted, _short,
)  # fmt: skip


def trace_fiction(seed: int, *, rounds: int = 1) -> TraceFiction:
    """Invent ledgers in which every story happens once a round; the same seed gives the same ones."""
    rng = random.Random(seed)  # noqa: S311 - an invented pharmacy, no secrets
    fiction = TraceFiction()
    for number in range(rounds * len(_STORIES)):
        _STORIES[number % len(_STORIES)](_Box(fiction, rng, number))
    rng.shuffle(fiction.settled)
    rng.shuffle(fiction.bought)
    return fiction
