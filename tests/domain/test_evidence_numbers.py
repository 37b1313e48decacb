"""Numbers of evidence in a sentence: shorter, and not one of them lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.evidence_numbers import listed


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], ""),
        (["A-1"], "A-1"),
        (["A-1", "A-2"], "A-1、A-2"),
        (["A-1", "A-2", "A-3"], "A-1至A-3"),
        (["A-2", "A-4", "A-5", "A-6", "A-9", "A-10"], "A-2、A-4至A-6、A-9、A-10"),
        (["A-9", "A-10", "B-11", "B-12", "B-13"], "A-9、A-10、B-11至B-13"),
        (["A-3", "A-2", "A-1"], "A-3、A-2、A-1"),
        (["A-1", "", "A-x", "A-2", "A-³"], "A-1、、A-x、A-2、A-³"),
    ],
)
def test_three_in_a_row_become_a_span(numbers: list[str], expected: str) -> None:
    assert listed(numbers) == expected


@given(st.lists(st.tuples(st.sampled_from("AB"), st.integers(1, 30)), max_size=40))
def test_no_number_is_lost_and_none_is_invented(pairs: list[tuple[str, int]]) -> None:
    numbers = [f"{letter}-{count}" for letter, count in pairs]
    told: list[str] = []
    for part in filter(None, listed(numbers).split("、")):
        span = re.fullmatch(r"([AB])-(\d+)至\1-(\d+)", part)
        told += [f"{span[1]}-{n}" for n in range(int(span[2]), int(span[3]) + 1)] if span else [part]
    assert told == numbers
