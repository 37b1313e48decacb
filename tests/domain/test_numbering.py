"""Official numbers: written by the standard, padded where the pack says so, read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.numbering import OfficialNumber, official_number, parse_official_number

WORDS = st.text("云岭青禾医保责改整", min_size=1, max_size=8)


def test_a_number_has_no_leading_zero_unless_the_region_pads() -> None:
    assert official_number("云医保", "责改", 2026, 5) == "云医保责改〔2026〕5号"
    assert official_number("云医保", "责改", 2026, 5, padding=3) == "云医保责改〔2026〕005号"
    assert official_number("云医保", "责改", 2026, 1234, padding=3) == "云医保责改〔2026〕1234号"


@given(WORDS, WORDS, st.integers(1000, 9999), st.integers(1, 999_999), st.integers(0, 6))
def test_a_number_is_read_back_whatever_its_padding(
    body: str, kind: str, year: int, running: int, padding: int
) -> None:
    written = official_number(body, kind, year, running, padding=padding)
    assert parse_official_number(written) == OfficialNumber(words=body + kind, year=year, running=running)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "云医保责改(2026)5号",
        "云医保责改〔26〕5号",
        "云医保责改〔2026〕第5号",
        "〔2026〕5号",
        "云〔2026〕0号",
    ],
)
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert parse_official_number(text) is None


@pytest.mark.parametrize(("year", "running"), [(2026, 0), (26, 1), (2026, -1)])
def test_impossible_numbers_are_not_written(year: int, running: int) -> None:
    with pytest.raises(ValueError, match="26"):
        official_number("云医保", "责改", year, running)
