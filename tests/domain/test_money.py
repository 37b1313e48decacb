"""Amounts in figures and in capitals."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.money import LARGEST, capitals, figures

amounts = st.decimals(min_value=Decimal(0), max_value=LARGEST, places=2)
_DIGITS = "零壹贰叁肆伍陆柒捌玖"


def read(text: str) -> Decimal:
    """Read capitals back by another way than they are written: as a sum of spoken groups."""
    whole, _, rest = text.removesuffix("整").rpartition("元")
    value = Decimal(0)
    for mark, worth in (("角", Decimal("0.1")), ("分", Decimal("0.01"))):
        found = re.search(f"([{_DIGITS}]){mark}", rest)
        value += worth * (_DIGITS.index(found[1]) if found else 0)
    total = group = digit = 0
    for sign in whole:
        if sign in _DIGITS:
            digit = _DIGITS.index(sign)
        elif sign in "拾佰仟":
            group += digit * {"拾": 10, "佰": 100, "仟": 1000}[sign]
            digit = 0
        elif sign == "万":
            total += (group + digit) * 10_000
            group = digit = 0
        else:
            total = (total + group + digit) * 100_000_000
            group = digit = 0
    return value + total + group + digit


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "零元整"),
        ("0.004", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("10", "壹拾元整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("56124.60", "伍万陆仟壹佰贰拾肆元陆角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("100000000", "壹亿元整"),
        ("100000001", "壹亿零壹元整"),
        ("10000000000000", "壹拾万亿元整"),
        ("-12.30", "负壹拾贰元叁角"),
    ],
)
def test_capitals_follow_the_rules_for_settlement_vouchers(amount: str, written: str) -> None:
    assert capitals(Decimal(amount)) == written


@given(amounts)
def test_capitals_can_be_read_back_to_the_fen(amount: Decimal) -> None:
    assert read(capitals(amount)) == amount


@given(amounts)
def test_capitals_never_hold_two_zeros_in_a_row_and_never_end_in_one(amount: Decimal) -> None:
    written = capitals(amount)
    assert "零零" not in written
    assert "零元" not in written or amount < 1
    assert not written.endswith("零")


@given(amounts)
def test_figures_can_be_read_back_and_have_two_decimals(amount: Decimal) -> None:
    written = figures(amount)
    assert Decimal(written.replace(",", "")) == amount
    assert re.fullmatch(r"\d{1,3}(,\d{3})*\.\d\d", written)


def test_half_a_fen_is_rounded_up_as_cashiers_do() -> None:
    assert figures(Decimal("0.125")) == "0.13"
    assert figures(Decimal("-0.001")) == "0.00"


def test_an_amount_beyond_sixteen_digits_is_refused() -> None:
    with pytest.raises(ValueError, match="1"):
        capitals(LARGEST + 1)
