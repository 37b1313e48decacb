"""Conversion into base units: by the units ledger, a pack's plain text or the metric system, no guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from inspector_app.domain.stock import FactorSource, UnitFactor

_SAME = {
    "克": "g",
    "公分": "g",
    "千克": "kg",
    "公斤": "kg",
    "毫克": "mg",
    "毫升": "ml",
    "升": "l",
    "市斤": "斤",
    "微克": "μg",
    "ug": "μg",
    "µg": "μg",
    "mcg": "μg",
}
_WEIGHT = {
    "μg": Fraction(1, 1_000_000),
    "mg": Fraction(1, 1000),
    "g": Fraction(1),
    "kg": Fraction(1000),
    "斤": Fraction(500),
}
_VOLUME = {"ml": Fraction(1), "l": Fraction(1000)}
METRIC: tuple[tuple[str, Mapping[str, Fraction]], ...] = (("g", _WEIGHT), ("ml", _VOLUME))
"""Units that are the same everywhere; the first of each is what quantities are turned into."""

_COUNTED = "片粒支袋丸枚贴张瓶板颗泡包"
_OUTER = "盒瓶袋包板桶罐箱件听"
_NUMBER = r"\d+(?:\.\d+)?"
_STRENGTH = rf"{_NUMBER}(?:mg|g|ml|μg|ug|iu|u|万单位|单位|%|kg|l)"
_PACK = re.compile(
    rf"(?:{_STRENGTH}(?:[:/]{_STRENGTH})*\*)?"
    rf"(?P<first>[1-9]\d{{0,4}})(?P<base>[{_COUNTED}])"
    rf"(?:\*(?P<second>[1-9]\d{{0,3}})(?P<middle>[{_COUNTED}]))?"
    rf"/(?P<outer>[{_OUTER}])"
)
_CONTENT = re.compile(
    rf"(?:^|\*)(?P<first>[1-9]\d{{0,4}})(?P<base>[{_COUNTED}s])(?:\*(?P<second>[1-9]\d{{0,3}})[{_COUNTED}])?(?:/|$)"
)
_BRACKETED = re.compile(r"(?P<unit>[^()\[\]]+?)[(\[](?P<inside>[^()\[\]]+)[)\]]")


def unit_name(text: str | None) -> str:
    """A unit without width, case, blanks and remarks in brackets; metric ones by their sign."""
    if text is None:
        return ""
    plain = re.sub(r"\s+", "", text)
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed:
        plain = bracketed["unit"]
    plain = plain.lower() if plain.isascii() or plain.lower() in _SAME else plain
    return _SAME.get(plain, plain)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).lower().replace("×", "*").replace("x", "*").replace("✕", "*")


def pack_factors(text: str | None) -> dict[str, Fraction] | None:
    """What a specification such as ``0.25g*12片*2板/盒`` says outright: each unit in counted pieces.

    Only a text that names the pack behind a stroke says it; ``0.25g*24`` leaves open what 24 are.
    """
    match = _PACK.fullmatch(_plain(text or ""))
    if not match:
        return None
    first = int(match["first"])
    units = {match["base"]: Fraction(1)}
    if match["second"]:
        if match["middle"] in units:
            return None
        units[match["middle"]] = Fraction(first)
        first *= int(match["second"])
    if match["outer"] in units:
        return None
    units[match["outer"]] = Fraction(first)
    return units


def pieces_in(text: str | None) -> tuple[int, str] | None:
    """How many pieces of what a specification seems to hold; enough to see that two packs differ."""
    match = _CONTENT.search(_plain(text or ""))
    if not match:
        return None
    return int(match["first"]) * int(match["second"] or 1), match["base"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One line of the units ledger."""

    code: str = ""
    local_code: str = ""
    unit: str
    base_unit: str
    factor: Fraction
    said: str = ""


@dataclass(slots=True)
class UnitUse:
    """How an item's rows use units: which ones, under which own code, with which specification."""

    units: set[str] = field(default_factory=set)
    sold_in_pieces: bool = False
    """Some rows are marked as unpacked sales (拆零)."""
    unnamed_doubtful: bool = False
    """Rows without a unit have another price than those with one: they count something else."""
    specs: dict[str, set[str]] = field(default_factory=dict)
    """Specification texts by unit; the unnamed unit is the empty text."""


def _whole(lines: Iterable[UnitLine], use: UnitUse) -> Iterable[UnitLine]:
    """A line that names no base unit means the only other unit that the item's rows use, if there is one."""
    for line in lines:
        others = use.units - {line.unit}
        if line.base_unit:
            yield line
        elif len(others) == 1:
            base = next(iter(others))
            yield replace(line, base_unit=base)


class ItemUnits:
    """Turns every unit of one item into its base unit, or says that it cannot."""

    def __init__(self, lines: Iterable[UnitLine], use: UnitUse, *, trust_pack_text: bool) -> None:
        self._lines = tuple(_whole(lines, use))
        self._use = use
        self._pack: dict[str, Fraction] = {}
        self._pack_said = ""
        self.base = self._find_base(trust_pack_text=trust_pack_text)
        self._factors: dict[tuple[str, str], UnitFactor | None] = {}

    def factor(self, unit: str, local_code: str = "", *, unpacked: bool | None = None) -> UnitFactor | None:
        """The factor of a unit; ``None`` where nobody says it, or two say it differently."""
        if self.base is None:
            return None
        if not unit:
            unit = self._unnamed(local_code, unpacked=unpacked) or ""
            if not unit and (self._use.units or self._use.sold_in_pieces):
                return None
        key = (unit, local_code)
        if key not in self._factors:
            self._factors[key] = self._look_up(unit, local_code)
        return self._factors[key]

    @property
    def used(self) -> tuple[UnitFactor, ...]:
        """Factors that were asked for, the base unit's last, in a stable order."""
        found = {factor for factor in self._factors.values() if factor is not None}
        return tuple(sorted(found, key=lambda one: (one.unit == self.base, one.unit, one.factor, one.said)))

    def _unnamed(self, local_code: str, *, unpacked: bool | None) -> str | None:
        """The unit of a row that names none: by its sign of unpacked sale, else the only one in use."""
        outer = {
            line.unit
            for line in self._lines
            if line.unit != line.base_unit and line.local_code in ("", local_code)
        }
        if unpacked is True:
            return self.base
        if unpacked is False and len(outer) == 1:
            return next(iter(outer))
        if not self._use.units and self._use.sold_in_pieces and len(outer) == 1:
            return next(iter(outer))  # the national formats name no unit: what is not unpacked is a pack
        if len(self._use.units) == 1 and not self._use.unnamed_doubtful:
            return next(iter(self._use.units))
        return None

    def _find_base(self, *, trust_pack_text: bool) -> str | None:
        named = self._use.units
        if not named and not self._use.sold_in_pieces:
            return ""  # no ledger names a unit: all count the same thing
        if self._lines:
            bases = {line.base_unit for line in self._lines}
            sinks = bases - {line.unit for line in self._lines if line.unit != line.base_unit}
            if len(sinks) == 1:
                base = next(iter(sinks))
                if self._all_reach(named, base):
                    return base
            elif not named <= bases:
                return None if len(named) > 1 else next(iter(named), None)
            if len(named) == 1:
                return next(iter(named))
            return next(iter(sinks)) if len(sinks) == 1 else None
        if len(named) <= 1 and not self._packs_differ():
            return next(iter(named), "")
        for sign, members in METRIC:
            if named and named <= set(members):
                return sign
        return self._base_of_pack_text() if trust_pack_text else None

    def _all_reach(self, named: set[str], base: str) -> bool:
        known = {line.unit for line in self._lines} | {base}
        for _, members in METRIC:
            if known & set(members):
                known |= set(members)
        return named <= known

    def _packs_differ(self) -> bool:
        """One unit does not compare when the specifications say that it holds now 12, now 24 pieces."""
        named, pieces = self._use.units, {piece for _, piece in self._contents()}
        return bool(named) and not named & pieces and len({count for count, _ in self._contents()}) > 1

    def _contents(self) -> set[tuple[int, str]]:
        return {
            found
            for specs in self._use.specs.values()
            for spec in specs
            if (found := pieces_in(spec)) is not None
        }

    def _base_of_pack_text(self) -> str | None:
        said = {spec for specs in self._use.specs.values() for spec in specs}
        read = [(spec, factors) for spec in sorted(said) if (factors := pack_factors(spec)) is not None]
        if (
            not read
            or len({tuple(sorted(factors.items())) for _, factors in read}) != 1
            or len({count for count, _ in self._contents()}) > 1
        ):
            return None
        self._pack_said, self._pack = read[0]
        base = next(unit for unit, factor in self._pack.items() if factor == 1)
        return base if self._use.units <= set(self._pack) else None

    def _look_up(self, unit: str, local_code: str) -> UnitFactor | None:
        base = self.base
        if unit == base:
            return UnitFactor(
                unit=unit,
                factor=Fraction(1),
                source=FactorSource.UNITS_LEDGER if self._lines else FactorSource.SAME_UNIT,
            )
        if unit in self._pack:
            return UnitFactor(
                unit=unit, factor=self._pack[unit], source=FactorSource.PACK_TEXT, said=self._pack_said
            )
        ways = self._ways(unit, local_code)
        if len(ways) == 1:
            factor, said, is_metric = ways.pop()
            source = FactorSource.METRIC if is_metric else FactorSource.UNITS_LEDGER
            return UnitFactor(unit=unit, factor=factor, source=source, said=said)
        return None

    def _ways(self, unit: str, local_code: str) -> set[tuple[Fraction, str, bool]]:
        """Every way from a unit to the base; ways that give the same factor are one way."""
        found: dict[Fraction, tuple[str, bool]] = {}
        open_ends: list[tuple[str, Fraction, tuple[str, ...], frozenset[str]]] = [
            (unit, Fraction(1), (), frozenset((unit,)))
        ]
        while open_ends:
            at, factor, said, seen = open_ends.pop()
            if at == self.base:
                text = "; ".join(dict.fromkeys(part for part in said if part))
                found.setdefault(factor, (text, not any(said)))
                continue
            for next_unit, step, words in self._steps(at, local_code):
                if next_unit not in seen and len(seen) < 6:
                    open_ends.append((next_unit, factor * step, (*said, words), seen | {next_unit}))
        return {(factor, said, is_metric) for factor, (said, is_metric) in found.items()}

    def _steps(self, unit: str, local_code: str) -> list[tuple[str, Fraction, str]]:
        from_unit = [line for line in self._lines if line.unit == unit != line.base_unit]
        own = [line for line in from_unit if local_code and line.local_code == local_code]
        general = [line for line in from_unit if not line.local_code]
        # A row without an own code may belong to any of them: all their factors must agree.
        chosen = own or general or from_unit
        steps = {(line.base_unit, line.factor): line.said or f"{unit}={line.factor}" for line in chosen}
        for _, members in METRIC:
            if unit in members:
                for other in members:
                    if other != unit:
                        steps.setdefault((other, members[unit] / members[other]), "")
        return [(next_unit, factor, said) for (next_unit, factor), said in steps.items()]
