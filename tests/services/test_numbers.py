"""Blocks of numbers and their register."""

from __future__ import annotations

import pytest

from inspector_app.domain.document import DocumentType, NumberState
from inspector_app.domain.errors import NotAllowed, UnusableInput
from inspector_app.domain.ids import DocumentId, InspectionId
from inspector_app.services.desk import Desk
from inspector_app.services.numbers import NumberService

TYPE = DocumentType.RECTIFICATION_NOTICE
INSPECTION = InspectionId("i")


@pytest.fixture
def numbers(desk: Desk) -> NumberService:
    return NumberService(desk)


def burn(numbers: NumberService, document: str) -> int | None:
    burned = numbers.burn(TYPE, inspection=INSPECTION, document=DocumentId(document))
    return None if burned is None else burned[1].number


def test_numbers_are_given_once_in_order_until_the_block_ends(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2026, first=5, last=6)
    assert [burn(numbers, name) for name in "abc"] == [5, 6, None]


def test_a_document_keeps_its_number_when_it_asks_again(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2026, first=5, last=6)
    assert [burn(numbers, "a"), burn(numbers, "a"), burn(numbers, "b")] == [5, 5, 6]


def test_a_void_number_is_never_given_again(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2026, first=5, last=6)
    burn(numbers, "a")
    numbers.void(numbers.register()[0].id, "打印错误")
    assert burn(numbers, "a") == 6
    assert [entry.state for entry in numbers.register()] == [NumberState.VOID, NumberState.USED]
    assert [(view.used, view.void, view.left) for view in numbers.blocks()] == [(1, 1, 0)]


def test_a_second_block_follows_when_the_first_is_used_up(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2026, first=5, last=5)
    numbers.assign(TYPE, body="青医保", year=2026, first=21, last=22)
    assert [burn(numbers, name) for name in "ab"] == [5, 21]


def test_a_block_of_another_year_gives_nothing(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2027, first=1, last=9)
    assert burn(numbers, "a") is None


def test_blocks_that_overlap_are_refused(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2026, first=5, last=9)
    for first, last in ((1, 5), (9, 12), (6, 7), (1, 20)):
        with pytest.raises(UnusableInput, match="overlap"):
            numbers.assign(TYPE, body="青医保", year=2026, first=first, last=last)
    numbers.assign(TYPE, body="青医保", year=2026, first=10, last=12)


@pytest.mark.parametrize(("first", "last"), [(0, 3), (4, 3), (1, 10_000_000)])
def test_a_block_without_sense_is_refused(numbers: NumberService, first: int, last: int) -> None:
    with pytest.raises(UnusableInput):
        numbers.assign(TYPE, body="青医保", year=2026, first=first, last=last)


def test_a_void_needs_a_reason_and_a_number_in_use(numbers: NumberService) -> None:
    numbers.assign(TYPE, body="青医保", year=2026, first=5, last=6)
    burn(numbers, "a")
    number = numbers.register()[0].id
    with pytest.raises(UnusableInput):
        numbers.void(number, "")
    numbers.void(number, "打印错误")
    with pytest.raises(NotAllowed):
        numbers.void(number, "再次")
