"""What lists show of names and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.domain.masking import mask_name, mask_number


@pytest.mark.parametrize(("name", "shown"), [("沈一禾", "沈**"), ("王𬭎", "王*"), ("沈", "沈"), ("", "")])
def test_a_name_shows_its_surname(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True))
def test_an_identity_number_shows_its_last_four_characters(number: str) -> None:
    assert mask_number(number) == "…" + number[-4:]


def test_a_short_number_is_shown_as_it_is() -> None:
    assert mask_number("A12") == "A12"
