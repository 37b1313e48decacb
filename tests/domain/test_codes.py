"""Check characters of the trade's codes, soft doubts, and masking."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inspector_app.domain.codes import (
    credit_check_character,
    credit_code_fault,
    drug_code_doubt,
    identity_check_character,
    identity_number_fault,
    institution_code_fault,
    masked_name,
    masked_number,
    normalised_code,
    trace_code_doubt,
)

CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
DIGITS = "0123456789"


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    head = draw(st.text(CREDIT_SIGNS, min_size=2, max_size=2))
    district = draw(st.text(DIGITS, min_size=6, max_size=6))
    body = draw(st.text(CREDIT_SIGNS, min_size=9, max_size=9))
    first = head + district + body
    return first + credit_check_character(first)


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    district = draw(st.text(DIGITS, min_size=6, max_size=6))
    born = draw(st.dates(min_value=date(1900, 1, 1))).strftime("%Y%m%d")
    first = district + born + draw(st.text(DIGITS, min_size=3, max_size=3))
    return first + identity_check_character(first)


def test_the_worked_examples_of_the_standards_come_out() -> None:
    # GB 11643 and GB 32100 print these very numbers as their examples.
    assert identity_check_character("11010519491231002") == "X"
    assert identity_check_character("44052418800101001") == "4"
    assert credit_check_character("91350100M000100Y4") == "3"


@given(credit_codes())
def test_a_code_with_its_check_character_passes(code: str) -> None:
    assert credit_code_fault(code) is None


@given(credit_codes(), st.integers(0, 16), st.sampled_from(CREDIT_SIGNS))
def test_one_wrong_character_never_passes(code: str, place: int, sign: str) -> None:
    assume(code[place] != sign)
    assert credit_code_fault(code[:place] + sign + code[place + 1 :]) is not None


@given(credit_codes(), st.integers(8, 15))
def test_two_exchanged_neighbours_never_pass(code: str, place: int) -> None:
    assume(code[place] != code[place + 1])
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert credit_code_fault(wrong) is not None


@given(identity_numbers())
def test_an_identity_number_with_its_check_character_passes(number: str) -> None:
    assert identity_number_fault(number) is None


@given(identity_numbers(), st.integers(0, 16), st.sampled_from(DIGITS))
def test_one_wrong_digit_of_an_identity_number_never_passes(number: str, place: int, digit: str) -> None:
    assume(number[place] != digit)
    assert identity_number_fault(number[:place] + digit + number[place + 1 :]) is not None


def test_a_date_of_birth_must_exist() -> None:
    first = "11010519490231002"
    fault = identity_number_fault(first + identity_check_character(first))
    assert fault is not None
    assert "date of birth" in str(fault)


@given(st.text(max_size=40))
def test_no_text_upsets_the_checks_and_no_sentence_repeats_an_identity_number(text: str) -> None:
    code = normalised_code(text)
    for check in (credit_code_fault, institution_code_fault, drug_code_doubt, trace_code_doubt):
        check(code)
    fault = identity_number_fault(code)
    assert fault is not None
    assert fault.values == {}


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised_code(normalised_code(text)) == normalised_code(text)


def test_codes_are_read_as_people_type_them() -> None:
    assert normalised_code(" ｈ9901－0000 0012　") == "H99010000" + "0012"
    assert institution_code_fault(normalised_code("h99010000012")) is None


@pytest.mark.parametrize("code", ["", "H9901000001", "H990100000123", "Q99010000012", "H9901000001２", "H\n"])
def test_an_institution_code_of_another_shape_is_told(code: str) -> None:
    assert institution_code_fault(code) is not None


@pytest.mark.parametrize(
    ("code", "doubtful"),
    [
        ("XN01AX0900014305116" + "0001", False),
        ("Z" + "A" * 19, False),
        ("XN01AX0900014305116" + "0", True),
        ("阿莫西林", True),
    ],
)
def test_a_drug_code_is_doubted_softly(code: str, doubtful: bool) -> None:
    assert (drug_code_doubt(code) is not None) is doubtful


def test_a_traceability_code_has_twenty_digits_that_differ() -> None:
    assert trace_code_doubt("81234567890123456789") is None
    assert trace_code_doubt("8" * 20) is not None
    assert trace_code_doubt("1234") is not None


@pytest.mark.parametrize(
    ("name", "masked"), [("张三丰", "张**"), ("李四", "李*"), ("王", "王"), ("", ""), (" 赵六 ", "赵*")]
)
def test_a_name_keeps_its_first_character(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text(DIGITS, max_size=30))
def test_a_masked_number_shows_at_most_four_characters(number: str) -> None:
    masked = masked_number(number)
    assert len(masked) == len(number)
    assert len(masked.replace("*", "")) == (4 if len(number) > 4 else 0)
    assert masked.replace("*", "") == (number[-4:] if len(number) > 4 else "")
