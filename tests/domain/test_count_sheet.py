"""The count sheet's lines, and figures typed back by their numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from inspector_app.domain.count_sheet import count_sheet, typed_back
from inspector_app.domain.errors import UnusableInput
from inspector_app.domain.stock import FactorSource, StockLine, StockStatus, StockTerms, UnitFactor


def _line(code: str, name: str, *units: tuple[str, int]) -> StockLine:
    return StockLine(
        key=code,
        code=code,
        name=name,
        unit="片",
        terms=StockTerms(),
        status=StockStatus.NO_COUNT,
        factors=tuple(
            UnitFactor(unit=unit, factor=Fraction(factor), source=FactorSource.UNITS_LEDGER)
            for unit, factor in units
        ),
    )


LINES = (
    _line("A2", "青禾片", ("盒", 24), ("片", 1), ("板", 12)),
    _line("A1", "云岭丸", ("片", 1)),
    _line("A3", "青禾片", ("片", 1)),
)


def test_lines_stand_in_the_same_order_whichever_way_they_come() -> None:
    sheet = count_sheet(LINES)
    assert sheet == count_sheet(reversed(LINES))
    assert [(line.number, line.code) for line in sheet.lines] == [(1, "A1"), (2, "A2"), (3, "A3")]
    assert sheet.lines[1].units == ("盒", "片")
    assert len(sheet.code) == 4
    assert count_sheet(LINES[:2]).code != sheet.code


def test_figures_come_back_by_line_and_an_empty_line_is_not_counted() -> None:
    counted = typed_back(count_sheet(LINES), {2: ("4", "8"), 1: ("0",), 3: ("", "")})
    assert [(one.code, one.unit, one.quantity) for one in counted] == [
        ("A1", "片", Decimal(0)),
        ("A2", "盒", Decimal(4)),
        ("A2", "片", Decimal(8)),
    ]


def test_packs_without_loose_pieces_are_a_whole_count() -> None:
    counted = typed_back(count_sheet(LINES), {2: ("4",)})
    assert [(one.unit, one.quantity) for one in counted] == [("盒", Decimal(4)), ("片", Decimal(0))]


@pytest.mark.parametrize(
    "figures", [{9: ("1",)}, {1: ("-1",)}, {1: ("viele",)}, {1: ("1", "2")}, {2: ("1e5",)}]
)
def test_what_is_no_figure_or_no_line_takes_nothing_in(figures: dict[int, tuple[str, ...]]) -> None:
    with pytest.raises(UnusableInput):
        typed_back(count_sheet(LINES), {2: ("4", "8"), **figures})
