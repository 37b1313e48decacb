"""Factors into base units: from the units ledger, a plain pack text or the metric system, or none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from inspector_app.domain.stock import FactorSource
from inspector_app.ledgers.stock_units import ItemUnits, UnitLine, UnitUse, pack_factors, unit_name


def _line(unit: str, base: str, factor: int | Fraction, local: str = "") -> UnitLine:
    return UnitLine(local_code=local, unit=unit, base_unit=base, factor=Fraction(factor), said="line")


def _units(*lines: UnitLine, used: str, trust: bool = False, specs: str = "") -> ItemUnits:
    use = UnitUse(units=set(used.split()), specs={"": {spec for spec in specs.split() if spec}})
    return ItemUnits(lines, use, trust_pack_text=trust)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("12片*2板/盒", {"片": 1, "板": 12, "盒": 24}),
        ("0.25g×12片×2板/盒", {"片": 1, "板": 12, "盒": 24}),
        ("24片/盒", {"片": 1, "盒": 24}),
        ("10ml*6支/盒", {"支": 1, "盒": 6}),
        ("2ml:10mg*5支/盒", {"支": 1, "盒": 5}),
        ("0.5g * 20粒 / 瓶", {"粒": 1, "瓶": 20}),
    ],
)
def test_a_plain_pack_text_says_its_factors(text: str, pieces: dict[str, int]) -> None:
    assert pack_factors(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0.25g*24",
        "12片*2板",
        "24片/盒*10盒/箱",
        "10袋*5g/盒",
        "100ml/瓶",
        "0片/盒",
        "12片*2片/盒",
        "每盒24片左右",
        None,
    ],
)
def test_a_text_that_leaves_it_open_says_nothing(text: str | None) -> None:
    assert pack_factors(text) is None


def test_one_unit_everywhere_needs_no_factor() -> None:
    units = _units(used="支")
    factor = units.factor("支")
    assert factor is not None
    assert (units.base, factor.factor, factor.source) == ("支", 1, FactorSource.SAME_UNIT)


def test_factors_are_chained_from_case_to_piece() -> None:
    units = _units(_line("件", "盒", 10), _line("盒", "片", 24), used="件 盒 片")
    factor = units.factor("件")
    assert units.base == "片"
    assert factor is not None
    assert factor.factor == 240


def test_two_factors_for_the_same_pack_are_no_factor() -> None:
    units = _units(_line("盒", "片", 24), _line("盒", "片", 12), used="盒 片")
    assert units.factor("盒") is None


def test_each_own_code_has_its_own_pack() -> None:
    units = _units(_line("盒", "片", 24, "L1"), _line("盒", "片", 12, "L2"), used="盒 片")
    assert [units.factor("盒", local) and units.factor("盒", local).factor for local in ("L1", "L2")] == [
        24,
        12,
    ]  # type: ignore[union-attr]
    assert units.factor("盒", "") is None


def test_a_unit_the_ledger_lacks_is_not_converted() -> None:
    units = _units(_line("盒", "片", 24), used="盒 片 件")
    assert units.base == "片"
    assert units.factor("件") is None


def test_weights_are_the_same_everywhere() -> None:
    units = _units(used="kg g")
    factor = units.factor("kg")
    assert units.base == "g"
    assert factor is not None
    assert (factor.factor, factor.source) == (1000, FactorSource.METRIC)


def test_a_row_of_unpacked_sale_without_a_unit_counts_pieces_and_the_others_packs() -> None:
    units = _units(_line("盒", "片", 24), used="盒 片")
    pieces, packs = units.factor("", unpacked=True), units.factor("", unpacked=False)
    assert pieces is not None
    assert packs is not None
    assert (pieces.factor, packs.factor) == (1, 24)
    assert units.factor("") is None


def test_packs_that_hold_now_12_now_24_do_not_compare() -> None:
    assert _units(used="盒", specs="12片/盒 24片/盒").base is None
    assert _units(used="片", specs="12片/盒 24片/盒").base == "片"
    assert _units(used="盒", specs="12片*2板 24片/盒").base == "盒"


@pytest.mark.parametrize(
    ("text", "name"),
    [("克", "g"), ("KG", "kg"), ("公斤", "kg"), ("盒(24片)", "盒"), (" 支 ", "支"), (None, "")],
)
def test_units_have_one_name(text: str | None, name: str) -> None:
    assert unit_name(text) == name


def test_a_line_without_a_base_unit_means_the_only_other_unit_in_use() -> None:
    units = _units(_line("盒", "", 24), used="盒 片")
    factor = units.factor("盒")
    assert units.base == "片"
    assert factor is not None
    assert factor.factor == 24
    assert _units(_line("盒", "", 24), used="盒 片 板").factor("盒") is None
