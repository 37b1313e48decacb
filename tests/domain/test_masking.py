"""What lists show of names and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.masking import mask_name, mask_number, mask_subject


@pytest.mark.parametrize(("name", "shown"), [("沈一禾", "沈**"), ("王𬭎", "王*"), ("沈", "沈"), ("", "")])
def test_a_name_shows_its_surname(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True))
def test_an_identity_number_shows_its_last_four_characters(number: str) -> None:
    assert mask_number(number) == "…" + number[-4:]


def test_a_short_number_is_shown_as_it_is() -> None:
    assert mask_number("A12") == "A12"


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("赵禾禾（990000197001000000）", "赵**（…0000）"),
        ("990000197001000000", "…0000"),
        ("88123570100000000032", "88123570100000000032"),
        ("血液透析（HD）", "血液透析（HD）"),
        ("内一科", "内一科"),
    ],
)
def test_of_whom_a_point_is_about_the_name_and_the_number_are_masked(subject: str, shown: str) -> None:
    assert mask_subject(subject) == shown
